"""Importing in the app: a preview, what is open settled by one key each, and a way back at every moment."""

import re
from pathlib import Path
from typing import Any

import pytest
import tomli

from netui.ui.screens.pages.reconciliation import import_preview
from netui.ui.screens.pages.reconciliation.placement import PlacementScreen
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


async def test_what_differs_at_the_first_time_stays_or_is_taken_by_one_key(tmp_path: Path) -> None:
    grace = {"name": "Grace Hopper", "org": "Navy", "title": "Admiral", "emails": ["g@x.example"]}
    write_network(tmp_path / "net", {"grace": grace})
    path = tmp_path / "phone.vcf"
    path.write_text(
        "BEGIN:VCARD\nFN:Grace Hopper\nORG:Harvard\nTITLE:Professor\nEMAIL:g@x.example\n"
        "EMAIL:h@x.example\nUID:2\nEND:VCARD\n"
    )
    async with driving(tmp_path, size=(100, 24)) as me:
        await me.press("I")
        await me.enter(str(path))
        await me.sees("1 merged, 2 fields differ and stay as they are")
        await me.sees("Grace Hopper: emails h@x.example")
        await me.sees("org stays: Navy (the file: Harvard)")
        await me.press("t")
        await me.sees("org the file's is taken: Harvard (here: Navy)")
        await me.press("k", "h")
        await me.sees("org stays: Navy")
        await me.press("k", "t", "y")
        await me.hears("1 field differs and stays as it is")
        assert contact(tmp_path, "grace")["org"] == "Harvard"
        assert contact(tmp_path, "grace")["title"] == "Admiral"
        assert contact(tmp_path, "grace")["emails"] == ["g@x.example", "h@x.example"]
        await me.press("u")
        assert contact(tmp_path, "grace") == grace


async def test_what_an_import_did_is_told_over_the_page_that_sorts_who_came_in(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"zoe": {"name": "Zoë"}})
    (tmp_path / "phone.vcf").write_text(CARDS.format(org="Engines"))
    async with driving(tmp_path, size=(100, 24)) as me:
        await me.press("I")
        await me.enter(str(tmp_path / "phone.vcf"))
        await me.sees("2 new")
        await me.press("y")
        await until(lambda: isinstance(me.app.screen, PlacementScreen))
        await me.settled()
        assert "imported" in me.lines[-2] and "u takes it back" in me.lines[-2]
        await me.press("u")
        await until(lambda: not (tmp_path / "net/contacts/ada-lovelace.toml").exists())


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


MESSAGE = (
    "From x Sat Nov 14 10:00:00 2026\nFrom: <zoe@x.example>\nTo: <me@home.example>\n"
    "Date: Sat, 14 Nov 2026 10:00:00 +0000\n\nhi\n"
)


async def test_mail_asks_which_addresses_are_one_s_own(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"zoe": {"name": "Zoë", "emails": ["zoe@x.example"]}})
    (tmp_path / "year.mbox").write_text(MESSAGE)
    async with driving(tmp_path) as me:
        await me.press("I")
        await me.enter(str(tmp_path / "nowhere.vcf"))
        await me.sees("no such file")
        await me.press("escape", "I")
        await me.enter(str(tmp_path / "year.mbox"))
        await me.sees("your e-mail addresses")
        await me.enter("me")
        await me.sees("an address has an @")
        await me.press("ctrl+u")
        await me.enter("me@home.example, old@home.example")
        await me.sees("1 entry")
        await me.press("y")
        await until(lambda: (tmp_path / "net/contacts/zoe.toml").read_text().count("[[timeline]]") == 1)


async def test_those_filtered_marked_or_the_person_go_to_a_file(tmp_path: Path) -> None:
    people = {
        "ada": {"name": "Ada", "tags": ["x"]},
        "bob": {"name": "Bob", "tags": ["x"]},
        "zoe": {"name": "Zoë"},
    }
    write_network(tmp_path / "net", people)

    def taken(name: str) -> list[str]:
        return re.findall("FN:(.*)", (tmp_path / name).read_text().replace("\r", ""))

    async with driving(tmp_path) as me:
        await me.press("Y")
        await me.sees("Ada; its end says the format")
        await me.enter(str(tmp_path / "one.vcf"))
        await me.hears("1 person in")
        await me.press("slash")
        await me.enter("#x")
        await me.press("Y")
        await me.enter(str(tmp_path / "all.xyz"))
        await me.sees("the end of the name says the format")
        await me.press("ctrl+u")
        await me.enter(str(tmp_path / "one.vcf"))
        await me.sees("enter again replaces it")
        assert taken("one.vcf") == ["Ada"]
        await me.press("enter")
        await me.hears("2 people in")
        await me.press("j", "space", "Y")
        await me.sees("Bob; its end")
        await me.enter(str(tmp_path / "marked.vcf"))
        await me.hears("1 person in")
    assert (taken("one.vcf"), taken("marked.vcf")) == (["Ada", "Bob"], ["Bob"])
