"""A file that returns from the editor is validated: new errors are refused, old ones may stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.services.errors import Unreadable
from netui.services.timeline.external_editor import save_edited
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

ADA = FileId(CONTACTS, "ada")
BASE = 'name = "Ada"\ntags = "x"\n\n[[timeline]]\non = 2026-11-01\nkind = "call"\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", {"ada": BASE}, {"g": 'title = "G"\n'})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    yield workspace
    workspace.close()


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("2026-11-01", '"soon"', 5, "'soon' is not a date (write it as 2026-11-09)"),
        ('"call"', "3", 6, "kind must be text in quotes"),
        ("[[timeline]]", '[rhythm]\nmode = "loud"\n\n[[timeline]]', 5, "mode is 'loud' (it is one of"),
        ('name = "Ada"\n', "", 1, "name is missing"),
    ],
)
def test_a_new_error_is_refused_at_its_line(
    workspace: Workspace, old: str, new: str, line: int, words: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        save_edited(workspace, ADA, BASE, BASE.replace(old, new))
    assert refused.value.line == line and refused.value.reason.startswith(words)
    assert workspace.store.read(ADA) == BASE.encode()


def test_an_error_that_was_there_before_may_stay_but_not_come_twice(workspace: Workspace) -> None:
    edited = BASE.replace('"call"', '"lunch"\nodd = 1')
    save_edited(workspace, ADA, BASE, edited)
    assert workspace.store.read(ADA) == edited.encode()
    twice = edited + "\n[[timeline]]\non = 2026-11-02\ntags = 'x'\n"
    with pytest.raises(Unreadable, match="tags must be a list of texts"):
        save_edited(workspace, ADA, edited, twice)


def test_a_goal_is_validated_too(workspace: Workspace) -> None:
    with pytest.raises(Unreadable, match="status is 'done'"):
        save_edited(workspace, FileId(GOALS, "g"), 'title = "G"\n', 'title = "G"\nstatus = "done"\n')
