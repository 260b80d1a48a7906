"""Candidates for a name while it is typed: who they are, and in which order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.timeline.candidates import find_candidates
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    people = {
        "alan-kay": {"name": "Alan Kay", "timeline": [entry("2026-08-01", "meeting")]},
        "alan-turing": {"name": "Alan Turing", "timeline": [entry("2026-11-01", "video")]},
        "bea-alvarez": {"name": "Bea Álvarez", "timeline": [entry("2026-11-20", "call")]},
        "mary": {"name": "Mary Somerville", "aliases": ["Alba"]},
        "al-gone": {"name": "Al Gone", "died": "2024"},
        "al-old": {"name": "Al Old", "archived": True},
        "broken": "name = ",
    }
    write_network(tmp_path / "net", people)
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("al", ["alan-turing", "alan-kay", "mary", "bea-alvarez"]),
        ("AL", ["alan-turing", "alan-kay", "mary", "bea-alvarez"]),
        ("alan k", ["alan-kay"]), ("alan-k", ["alan-kay"]), ("Álv", ["bea-alvarez"]),
        ("omer", ["mary"]), ("om", []), ("zz", []), ("alan-kay", []), ("?", []),
        ("", ["bea-alvarez", "alan-turing", "alan-kay"]),
    ],
)  # fmt: skip
def test_first_names_come_first_then_who_was_lately_seen(
    workspace: Workspace, typed: str, ids: list[str]
) -> None:
    assert [each.row.id for each in find_candidates(workspace, typed, 5)] == ids


def test_there_are_no_more_than_asked_for(workspace: Workspace) -> None:
    assert len(find_candidates(workspace, "al", 2)) == 2


def test_each_has_a_status(workspace: Workspace) -> None:
    assert [each.status.state for each in find_candidates(workspace, "mary", 5)] == []
    assert [each.status.state for each in find_candidates(workspace, "mary s", 5)] == ["new"]
