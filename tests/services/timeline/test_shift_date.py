"""The day of a line being typed, moved back."""

from pathlib import Path

import pytest

from netui.domain.model.changes import CONTACTS, Batch, Create, FileId
from netui.services.timeline.capture import parse_line
from netui.services.timeline.shift_date import shift_day_back
from netui.services.workspace import Workspace
from tests.support.workspaces import open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path)
    made.refresh()
    made.apply(Batch("seed", (Create(FileId(CONTACTS, "ada"), 'name = "Ada Lovelace"\n'),)))
    return made


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("coffee with @ada: her lab", "coffee with @ada yesterday: her lab"),
        ("coffee with @ada yesterday: her lab", "coffee with @ada 2 days ago: her lab"),
        ("coffee with @ada 2026-11-01: her lab", "coffee with @ada 21 days ago: her lab"),
        ("coffee with @ada tomorrow: plans", "coffee with @ada today: plans"),
        ("coffee", "coffee yesterday"),
        ("", "yesterday"),
    ],
)
def test_the_day_goes_back_by_one(workspace: Workspace, line: str, then: str) -> None:
    assert shift_day_back(workspace, line, parse_line(workspace, line)) == then


def test_every_step_is_understood(workspace: Workspace) -> None:
    line = "coffee with @ada: her lab"
    for back in range(1, 40):
        line = shift_day_back(workspace, line, parse_line(workspace, line))
        captured = parse_line(workspace, line)
        assert not captured.problems
        assert (workspace.today - captured.on).days == back
        assert captured.text == "her lab"
