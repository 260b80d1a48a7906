"""Rows of the list: each with its status, computed when it is looked at."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from netui.domain.cadence.status import status_of
from netui.domain.query.parser import parse
from netui.services.people import rows as rows_module
from netui.services.people.contact_list import ContactList
from tests.support.app import entry, open_workspace, write_network

TODAY = date(2026, 11, 21)


def test_a_status_is_computed_only_where_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    when = (TODAY - timedelta(9)).isoformat()
    files = {f"p{n}": {"name": f"P {n}", "timeline": [entry(when, "call")]} for n in range(60)}
    write_network(tmp_path / "net", files)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    people = ContactList(workspace).load(to_keep=True)
    people.listed()
    asked: list[str] = []
    monkeypatch.setattr(rows_module, "status_of", lambda row, *_: asked.append(row.id) or status_of(row, *_))
    rows = people.listed(parse("p"))
    assert len(rows) == 60 and rows.find("p30") is not None and not asked
    assert [person.status.days for person in rows[10:13]] == [9, 9, 9]
    assert len(asked) == 3
