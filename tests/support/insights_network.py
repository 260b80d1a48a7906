"""A small network with something of each that the insights count."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from tests.support.app import NOW, entry, open_workspace, write_network

TODAY = NOW.date()


def weekly(last: date, count: int, **more: Any) -> list[dict[str, Any]]:
    return [entry((last - timedelta(7 * n)).isoformat(), "call", **more) for n in range(count)]


def opened(base: Path, contacts: dict[str, Any]) -> tuple[Workspace, ContactList]:
    write_network(base / "net", contacts)
    workspace = open_workspace(base)
    workspace.refresh()
    return workspace, ContactList(workspace).load()


CONTACTS: dict[str, Any] = {
    "ada": {
        "name": "Ada", "tags": ["maths", "london"], "roles": ["mentor"],
        "timeline": [
            entry("2026-11-21", "call", started_by="me", gave=["advice"], got=["lead", "advice"]),
            entry("2026-11-20", "lunch", started_by="them", **{"with": ["bob"]}, learned="Retainers."),
            entry("2026-11-19", "call", started_by="them", learned="Hush.", private=True),
            entry("2026-11-18", "note", started_by="them"),
            entry("2026-12-24", "call", got=["gift"]),
        ],
        "opportunity": [
            {"id": "o1", "kind": "job", "text": "Keeper", "status": "won", "via": "bob"},
            {"id": "o2", "kind": "job", "text": "Looms", "via": "bob"},
            {"id": "o3", "kind": "job", "text": "Bridge", "status": "lost", "via": "Someone else"},
        ],
    },
    "bob": {"name": "Bob", "tags": ["maths"], "timeline": [entry("2020-01-01", "call", started_by="me")]},
    "away": {"name": "Away", "tags": ["maths"], "archived": True, "timeline": weekly(TODAY, 3)},
}  # fmt: skip
