"""Importing in the app: a preview, what is open settled by one key each, and a way back at every moment."""

from pathlib import Path
from typing import Any

import pytest
import tomli

from netui.ui.screens.pages.reconciliation import import_preview
from tests.support.app import driving, until, write_network

CARDS = (
    "BEGIN:VCARD\nFN:Ada Lovelace\nORG:{org}\nUID:1\nEND:VCARD\n"
    "BEGIN:VCARD\nFN:Grace Hopper\nUID:2\nEND:VCARD\n"
    "BEGIN:VCARD\nNOTE:nobody\nEND:VCARD\n"
)


def contact(base: Path, stem: str) -> dict[str, Any]:
    return tomli.loads((base / f"net/contacts/{stem}.toml").read_text())


def files(base: Path) -> dict[str, bytes]:
    found = [path for path in (base / "net").rglob("*") if path.is_file() and ".trash" not in path.parts]
    return {str(path): path.read_bytes() for path in found if path.name != ".lock"}


async def test_names_alike_and_clashes_are_settled_by_one_key_each(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"grace": {"name": "Grace Hopper"}})
    path = tmp_path / "phone.vcf"
    path.write_text(CARDS.format(org="Engines"))
    async with driving(tmp_path) as me:
        await me.press("I")
        await me.enter(str(path))
        await me.sees("may be Grace Hopper")
        assert "line 10: the card has no name" in me.screen
        await me.press("s", "y")
        await until(lambda: me.names == ["Ada Lovelace", "Grace Hopper"])
        assert contact(tmp_path, "grace")["source"] == [{"kind": "vcard", "uid": "2"}]
        await me.press("escape")
        await me.sees("is:imported")
        ada = tmp_path / "net/contacts/ada-lovelace.toml"
        ada.write_text(ada.read_text().replace("Engines", "Mine"))
        path.write_text(CARDS.format(org="Looms"))
        before = files(tmp_path)
        await me.press("I")
        await me.enter(str(path))
        await me.sees("both are kept")
        await me.press("h")
        await me.sees("yours stays")
        await me.press("k", "t")
        await me.sees("the file's is taken")
        await me.press("y")
        await me.hears("u takes it back")
        assert contact(tmp_path, "ada-lovelace")["org"] == "Looms"
        await me.press("u")
        assert files(tmp_path) == before


async def test_columns_are_named_in_the_preview(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"zoe": {"name": "Zoë"}})
    (tmp_path / "people.csv").write_text("Wer,Wohin\nAda,a@x.example\n")
    async with driving(tmp_path) as me:
        await me.press("I")
        await me.enter(str(tmp_path / "people.csv"))
        await me.sees("left out")
        await me.press("enter")
        await me.enter("name")
        await me.sees("1 new")
        await me.press("j", "enter")
        await me.enter("email")
        await me.sees("emails")
        await me.press("y")
        await until(lambda: "Ada" in me.names)
        assert contact(tmp_path, "ada")["emails"] == ["a@x.example"]


async def test_escape_stops_what_takes_long_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_network(tmp_path / "net", {"zoe": {"name": "Zoë"}})
    path = tmp_path / "phone.vcf"
    path.write_text(CARDS.format(org="Engines"))
    before, pressed = files(tmp_path), []
    real = import_preview.apply_import
    async with driving(tmp_path) as me:

        def interrupted(workspace: Any, found: Any, progress: Any) -> Any:
            """Escape is pressed once the first file is written."""

            def tell(done: int, total: int) -> None:
                if done == 1:
                    pressed.append(done)
                    me.app.call_from_thread(me.app.screen.action_run, "back")
                progress(done, total)

            return real(workspace, found, tell)

        monkeypatch.setattr(import_preview, "apply_import", interrupted)
        await me.press("I")
        await me.enter(str(path))
        await me.sees("2 new")
        await me.press("y")
        await me.hears("stopped; nothing was imported")
        assert files(tmp_path) == before and me.names == ["Zoë"]
        assert pressed


async def test_what_cannot_be_read_is_said_on_the_page(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"zoe": {"name": "Zoë"}})
    (tmp_path / "odd.vcf").mkdir()
    async with driving(tmp_path) as me:
        await me.press("I")
        await me.enter(str(tmp_path / "odd.vcf"))
        await me.sees("no file of a known format is in it")
        await me.press("y")
        await me.sees("there is nothing to bring in")
