"""Three contacts, one with comments and keys of other programs, and what their files hold."""

from datetime import datetime
from pathlib import Path

from netui.domain.model.entry import Entry
from netui.services.workspace import Workspace
from netui.storage.state.config import Config, Places

NOW = datetime(2026, 11, 21, 9)


ADA = """# mine
name = "Ada Lovelace"
tags = ["london"]  # where

[[date]]
what = "birthday"
on = "--12-10"

[[timeline]]
on = 2026-11-01
kind = "coffee"
text = "one"
mood = "good"

[[timeline]]
id = "shared"
on = 2026-11-10
kind = "lunch"
with = ["grace", "mary"]
text = "two"
mood = "better"
"""


def text_of(ws: Workspace, ident: str, folder: str = "contacts") -> str:
    return (ws.network / folder / f"{ident}.toml").read_text()


def everything(ws: Workspace) -> dict[str, str]:
    return {str(path): path.read_text() for path in sorted(ws.network.glob("[cg]*/*.toml"))}


def entry_named(ws: Workspace, text: str) -> Entry:
    return next(entry for entry in ws.read.timeline("ada") if entry.text == text)


def three_contacts(base: Path) -> Workspace:
    """The network under ``base``, its index built."""
    contacts = base / "net/contacts"
    contacts.mkdir(parents=True)
    (contacts / "ada.toml").write_text(ADA)
    (contacts / "grace.toml").write_text('name = "Grace Hopper"\n')
    (contacts / "mary.toml").write_text('name = "Mary Somerville"\n')
    places = Places(base / "net", base / "state", base / "cache", base / "config.toml")
    workspace = Workspace(places, Config(), lambda: NOW)
    workspace.refresh()
    return workspace
