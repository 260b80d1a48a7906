"""Drafts of log lines: a list, newest first."""

from pathlib import Path

from netui.services.timeline.line_drafts import discard_draft, newest_drafts, save_draft
from tests.support.workspaces import places_in


def test_lines_are_kept_until_each_is_discarded(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    assert newest_drafts(places) == []
    first = save_draft(places, "call with @alan: news")
    second = save_draft(places, "lunch with @zoe")
    assert [draft.text for draft in newest_drafts(places)] == ["lunch with @zoe", "call with @alan: news"]
    assert newest_drafts(places, 1) == [second]
    discard_draft(places, second)
    assert newest_drafts(places) == [first]


def test_a_draft_that_is_changed_is_the_newest(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    first = save_draft(places, "one")
    save_draft(places, "two")
    save_draft(places, "one, changed", first)
    assert [draft.text for draft in newest_drafts(places)] == ["one, changed", "two"]
