"""Importing files: which are read, which are rejected, and what is kept of these."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord
from netui.services.transfer.imports import apply_import, plan_import
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

FRIENDS = """### Activities:
- 2026-11-01: Coffee with **Ada Lovelace**.
- no date

### Friends:
- Ada Lovelace
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "net/contacts").mkdir(parents=True)
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def test_a_folder_is_searched_for_files_of_a_format(tmp_path: Path, workspace: Workspace) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "friends.md").write_text(FRIENDS)
    (folder / "picture.png").write_bytes(b"### Friends")
    (folder / "notes.md").write_text("# Notes\n")
    found = plan_import(workspace, [str(folder)])
    assert len(found.new) == 1
    assert {rejected.file for rejected in found.rejected} == {"friends.md", "notes.md"}
    done, kept = apply_import(workspace, found)
    assert done.label == "imported in" and workspace.read.count() == 1
    assert kept is not None and "no date" in kept.read_text()
    workspace.undo()
    assert workspace.read.count() == 0


def test_what_is_imported_again_changes_nothing(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "friends.md"
    path.write_text(FRIENDS)
    apply_import(workspace, plan_import(workspace, [str(path)]))
    found = plan_import(workspace, [str(path)])
    assert (found.new, found.changed, len(found.unchanged)) == ((), (), 1)


def person(name: str, **fields: Any) -> PersonRecord:
    return PersonRecord("friends", name, name, fields, "f.md", "line 1", f"- {name}")


def entry(ident: str, **fields: Any) -> EntryRecord:
    return EntryRecord("friends", ident, ("Ada",), fields, "f.md", "line 2", ident)


def test_records_of_the_wrong_shape_are_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = ParsedFile(
        people=(person("Ada", tags=["x"]), person("Bob", tags="x"), person("Cy", died="never")),
        entries=(entry("a", on="2026-11-01"), entry("b", on="soon"), entry("c", on="2026-11-02", text=3)),
    )
    monkeypatch.setattr(
        "netui.services.transfer.file_formats.import_module",
        lambda _: SimpleNamespace(read=lambda *_: parsed),
    )
    (tmp_path / "f.md").write_text("### Friends:\n")
    write_network(tmp_path / "net", {})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    found = plan_import(workspace, [str(tmp_path / "f.md")])
    workspace.close()
    assert found.new == ("ada",) and found.entries == 1
    assert [rejected.why for rejected in found.rejected] == [
        'tags must be a list of texts: tags = ["…"]',
        "'never' is not a date (2024-05-02, 2024-05, 2024 or --05-02)",
        "'soon' is not a date (write it as 2026-11-09)",
        "text must be text in quotes",
    ]
