"""What was last said and promised: the latest words up to today, and the open promises."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.timeline.last_words import find_last_words
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    people = {
        "ada": {
            "name": "Ada",
            "timeline": [
                entry("2026-10-12", "call", "The talk."),
                entry("2026-11-10", "lunch", "Her lab is hiring.", **{"with": ["grace"]}),
                entry("2026-11-20", "coffee"),
                entry("2026-12-01", "lunch", "Still to come."),
            ],
            "promise": [
                {"id": "p1", "by": "me", "text": "Send the deck", "done": "2026-11-01"},
                {"id": "p2", "by": "them", "text": "Introduce Bob"},
            ],
        },
        "grace": {"name": "Grace"},
        "mary": {"name": "Mary"},
    }
    write_network(tmp_path / "net", people)
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def test_the_latest_words_and_what_is_open(workspace: Workspace) -> None:
    found = find_last_words(workspace, "ada")
    assert found.name == "Ada" and [promise.text for promise in found.promises] == ["Introduce Bob"]
    assert found.entry is not None and found.entry.text == "Her lab is hiring."


def test_an_entry_that_is_shared_counts_and_one_that_is_edited_does_not(workspace: Workspace) -> None:
    shared = find_last_words(workspace, "grace").entry
    assert shared is not None and shared.text == "Her lab is hiring."
    assert find_last_words(workspace, "grace", without=shared.id).entry is None
    other = find_last_words(workspace, "ada", without=shared.id).entry
    assert other is not None and other.text == "The talk."


def test_nothing_is_said_where_nothing_was(workspace: Workspace) -> None:
    assert find_last_words(workspace, "mary") == ("Mary", (), None)
