"""Which draft a line belongs to while one types and recalls."""

from pathlib import Path

import pytest

from netui.services.errors import StoreError
from netui.services.timeline.line_drafts import newest_drafts, save_draft
from netui.storage.state.config import Places
from netui.ui.controllers.line.drafts import DROPPED, KEPT, LineDrafts
from tests.support.workspaces import places_in


def kept(places: Places, name: str = "") -> list[str]:
    return [draft.text for draft in newest_drafts(places, name=name)]


def test_what_is_typed_becomes_one_draft(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    drafts = LineDrafts(places, {})
    for text in ("call", "call @a", "call @ada"):
        drafts.autosave(text)()
    assert kept(places) == ["call @ada"]
    drafts.saved()
    assert kept(places) == []


def test_a_draft_that_is_recalled_stays_one_and_the_others_are_left_alone(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    for line in ("older", "newer"):
        save_draft(places, line)
    drafts = LineDrafts(places, {}, logged=["logged"])
    assert drafts.newest == "newer" and drafts.history == ["newer", "older", "logged"]
    drafts.recalled(0, "just begun")
    drafts.recalled(1, "newer, changed")
    assert drafts.history[0] == "newer, changed"
    drafts.saved()
    assert sorted(kept(places)) == ["just begun", "newer, changed"]


def test_a_line_that_was_logged_is_a_draft_only_once_it_is_changed(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    drafts = LineDrafts(places, {}, initial="lunch ", logged=["logged"])
    assert drafts.leave("lunch ") == ""
    drafts.recalled(0, "lunch ")
    assert drafts.leave("logged") == "" and kept(places) == []
    assert drafts.leave("logged again") == drafts.leave("logged again") == KEPT
    assert kept(places) == ["logged again"]


def test_a_draft_left_empty_is_dropped_and_no_other(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    save_draft(places, "older")
    drafts = LineDrafts(places, {})
    assert drafts.leave("") == "", "to look and turn away drops nothing"
    drafts.recalled(0, "begun")
    assert drafts.leave(" ") == DROPPED
    assert kept(places) == ["begun"]


def test_each_prompt_has_drafts_of_its_own(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    LineDrafts(places, {}, "promise").leave("send the deck")
    LineDrafts(places, {}, "entry ada/../x \udcff").leave("a name may hold anything")
    assert kept(places) == [] and kept(places, "promise") == ["send the deck"]
    assert LineDrafts(places, {}, "entry ada/../x \udcff").newest == "a name may hold anything"


def test_what_cannot_be_written_is_recalled_until_it_can(tmp_path: Path) -> None:
    places, unsaved = places_in(tmp_path), {}
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(StoreError):
        LineDrafts(places, unsaved, "promise").leave("send the deck", "call", "write")
    drafts = LineDrafts(places, unsaved, "promise")
    assert (drafts.newest, drafts.history) == ("send the deck", ["send the deck", "call", "write"])
    assert LineDrafts(places, unsaved).history == [], "it is of that prompt alone"
    drafts.recalled(0, "")
    drafts.saved()
    (tmp_path / "state").unlink()
    drafts = LineDrafts(places, unsaved, "promise")
    drafts.recalled(0, "")
    assert drafts.leave("call them") == KEPT
    assert (kept(places, "promise"), unsaved) == (["call them"], {"promise": ["write"], "": []})
