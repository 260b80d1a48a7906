"""The quarantine of imports: kept with file, place and reason, cleared by a later import, undone with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.check.check import check
from netui.services.transfer.imports import apply_import, plan_import
from netui.services.transfer.quarantine import list_quarantine
from netui.services.workspace import Workspace
from tests.support.app import open_workspace

GOOD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nUID:1\nEND:VCARD\n"
NAMELESS = "BEGIN:VCARD\nVERSION:3.0\nNOTE:who?\nUID:2\nEND:VCARD\n"
MENDED = NAMELESS.replace("NOTE:who?", "FN:Grace Hopper")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def bring_in(workspace: Workspace, name: str, text: str) -> None:
    path = workspace.network.parent / name
    path.write_text(text)
    apply_import(workspace, plan_import(workspace, [str(path)]))


def kept(workspace: Workspace) -> list[tuple[str, str]]:
    return [(item.where, item.raw) for items in list_quarantine(workspace).values() for item in items or ()]


def test_a_rejected_card_is_kept_whole_named_by_check_and_private(workspace: Workspace) -> None:
    bring_in(workspace, "phone.vcf", GOOD + NAMELESS)
    assert kept(workspace) == [("line 6", NAMELESS.rstrip())]
    (problem,) = check(workspace).problems
    assert problem.what == "phone.vcf line 6 was not imported: the card has no name"
    (path,) = (workspace.network / ".quarantine").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700


def test_the_same_file_again_changes_nothing(workspace: Workspace) -> None:
    bring_in(workspace, "phone.vcf", GOOD + NAMELESS)
    assert plan_import(workspace, [str(workspace.network.parent / "phone.vcf")]).batch.changes == ()


def test_a_rejected_card_of_a_batch_that_is_undone_goes_and_comes_back(workspace: Workspace) -> None:
    bring_in(workspace, "phone.vcf", GOOD + NAMELESS)
    workspace.undo()
    assert kept(workspace) == [] and workspace.read.count() == 0
    assert [each.name for each in workspace.network.glob(".*/*")] == [
        each.name for each in workspace.network.glob(".trash/*")
    ], "nothing but the contact is left"
    workspace.redo()
    assert len(kept(workspace)) == 1 and workspace.read.count() == 1


@pytest.mark.parametrize("name", ["phone.vcf", "mended.vcf"])
def test_an_import_that_succeeds_later_clears_it(workspace: Workspace, name: str) -> None:
    bring_in(workspace, "phone.vcf", GOOD + NAMELESS)
    bring_in(workspace, name, MENDED)
    assert kept(workspace) == [] and not list((workspace.network / ".quarantine").iterdir())
    workspace.undo()
    assert len(kept(workspace)) == 1


def test_what_another_file_rejected_stays(workspace: Workspace) -> None:
    bring_in(workspace, "phone.vcf", NAMELESS + NAMELESS.replace("UID:2", "UID:3"))
    bring_in(workspace, "work.vcf", GOOD + MENDED)
    assert [where for where, _ in kept(workspace)] == ["line 6"]
    bring_in(workspace, "empty.vcf", "BEGIN:VCARD\n")
    assert [where for where, _ in kept(workspace)] == ["line 1", "line 6"]


def test_a_file_that_cannot_be_read_is_left_to_its_owner(workspace: Workspace) -> None:
    bring_in(workspace, "phone.vcf", NAMELESS)
    (path,) = (workspace.network / ".quarantine").iterdir()
    path.write_text("<<<<<<< HEAD\n")
    bring_in(workspace, "work.vcf", GOOD)
    assert path.read_text() == "<<<<<<< HEAD\n"
    assert [problem.what for problem in check(workspace).problems] == ["it cannot be read"]
    bring_in(workspace, "phone.vcf", NAMELESS)
    assert len(kept(workspace)) == 1
