"""Imports: a record that a contact file may not hold is rejected, whatever its format let through."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord
from netui.services.transfer.imports import plan_import
from tests.support.app import open_workspace, write_network


def person(name: str, **fields: Any) -> PersonRecord:
    return PersonRecord("friends", name, name, fields, "f.md", "line 1", f"- {name}")


def entry(ident: str, **fields: Any) -> EntryRecord:
    return EntryRecord("friends", ident, ("Ada",), fields, "f.md", "line 2", ident)


def test_records_of_the_wrong_shape_are_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = ParsedFile(
        people=(person("Ada", tags=["x"]), person("Bob", tags="x"), person("Cy", died="never")),
        entries=(entry("a", on="2026-11-01"), entry("b", on="soon"), entry("c", on="2026-11-02", text=3)),
    )
    monkeypatch.setattr("importlib.import_module", lambda _: SimpleNamespace(read=lambda *_: parsed))
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
