"""Which draft a line belongs to while one types and recalls."""

from pathlib import Path

from netui.services.timeline.log_drafts import newest_drafts, save_draft
from netui.storage.state.config import Places
from netui.ui.controllers.line_drafts import LineDrafts
from tests.support.workspaces import places_in


def kept(places: Places) -> list[str]:
    return [draft.text for draft in newest_drafts(places)]


def test_what_is_typed_becomes_one_draft(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    drafts = LineDrafts(places, [])
    for text in ("call", "call @a", "call @ada"):
        drafts.typed(text)
        drafts.keep()
    assert kept(places) == ["call @ada"]
    assert drafts.discard() and not drafts.discard()
    assert kept(places) == []


def test_a_draft_that_is_recalled_keeps_its_place_and_leaves_the_others_alone(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    for line in ("older", "newer"):
        save_draft(places, line)
    drafts = LineDrafts(places, ["logged"])
    assert drafts.newest == "newer" and drafts.history == ["newer", "older", "logged"]
    drafts.recalled(0, "just begun")
    drafts.recalled(1, "newer, changed")
    assert drafts.history[0] == "newer, changed"
    drafts.keep()
    assert sorted(kept(places)) == ["just begun", "newer, changed", "older"]
    assert drafts.discard()
    assert sorted(kept(places)) == ["just begun", "newer, changed"]


def test_a_line_that_was_logged_is_a_draft_only_once_it_is_changed(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    drafts = LineDrafts(places, ["logged"])
    drafts.recalled(0, "")
    assert not drafts.has_draft("logged") and drafts.has_draft("logged again")
    drafts.keep()
    assert kept(places) == ["logged again"] and drafts.has_draft("logged again")
    assert not drafts.has_draft("  ")
