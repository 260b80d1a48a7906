"""Two contacts that are one person, made one at the keys, and taken apart again."""

from pathlib import Path

import pytest
import tomli

from tests.support import hostile
from tests.support.app import Driver, driving, entry, until, write_network
from tests.support.hostile import FORBIDDEN, HARM

FILES = {
    "ada": {"name": "Ada King", "org": "Engines", "timeline": [entry("2026-11-19", "call", "Of horses.")]},
    "al": {
        "name": "Ada Lovelace", "aliases": ["Countess"], "org": "Initech", "met": {"via": "cy"},
        "timeline": [entry("2026-11-18", "lunch", "Of boats.", **{"with": ["dee"]})],
    },
    "cy": {"name": "Cy"},
    "dee": {"name": "Dee Fox", "related": [{"who": "al", "as": "boss"}]},
    "ada-two": {"name": "Countess"},
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", FILES)
    return tmp_path


def contacts(home: Path) -> dict[str, dict]:
    folder = home / "net" / "contacts"
    return {path.stem: tomli.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.toml")}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_two_marked_become_one_and_undo_parts_them(home: Path, size: tuple[int, int]) -> None:
    before = contacts(home)
    async with driving(home, size=size) as me:
        for ident in ("ada", "al"):
            me.main.select(ident)
            await me.press("space")
        await me.press("M")
        await me.sees("Ada Lovelace into Ada King")
        await me.sees("stays Engines; in the notes: Initech")
        await me.sees("1 entry comes over")
        await me.sees("named from now on by Dee Fox")
        assert contacts(home) == before
        await me.press("y")
        await me.hears("merged Ada Lovelace into Ada King   u takes it back")
        assert me.app.screen is me.main
        assert me.person == "ada" and not me.main.marked
        assert "Ada Lovelace" not in me.names
        await me.sees("Of boats.")
        assert contacts(home)["dee"]["related"] == [{"who": "ada", "as": "boss"}]
        await me.press("u")
        assert contacts(home) == before
        await until(lambda: "Ada Lovelace" in me.names)


async def test_the_other_may_stay_and_leaving_leaves_all_as_it_was(home: Path) -> None:
    before = contacts(home)
    async with driving(home) as me:
        me.main.select("ada")
        await me.press("space")
        me.main.select("al")
        await me.press("M", "tab")
        await me.sees("Ada King into Ada Lovelace")
        await me.press("escape")
        assert me.app.screen is me.main and contacts(home) == before
        await me.press("M", "tab", "y")
        await me.hears("merged Ada King into Ada Lovelace")
        assert me.person == "al" and "ada" not in contacts(home)


async def test_without_marks_pairs_stand_side_by_side_and_one_key_settles_each(tmp_path: Path) -> None:
    work = {"org": "Engines"}
    contacts_ = {
        "katherine": {"name": "Katherine Miller", **work, "timeline": [entry("2026-10-01", "lunch")]},
        "kate": {"name": "Kate Miller", **work},
        "ann": {"name": "Ann Ray", **work, "timeline": [entry("2026-10-02", "lunch")]},
        "anne": {"name": "Anne Ray", **work},
        "bo": {"name": "Bo Fox", **work, "timeline": [entry("2026-10-03", "lunch")]},
        "bo-2": {"name": "Bo Fox", **work},
    }
    home = write_network(tmp_path / "net", contacts_).parent
    before = contacts(home)
    async with driving(home) as me:
        me.main.select("kate")
        await me.press("M")
        await me.sees("Likely one person: Kate is a form of Katherine, the same organisation (engines)")
        await me.sees("works at    Engines")
        await me.sees("1 of 3")
        await me.press("tab", "tab", "n")
        await me.sees("2 of 3")
        assert contacts(home)["kate"]["not_same"] == ["katherine"]
        assert contacts(home)["katherine"]["not_same"] == ["kate"]
        await me.press("space")
        await me.sees("3 of 3")
        await me.press("y")
        await me.sees("That was all")
        assert "anne" not in contacts(home)
        await me.press("u")
        await me.sees("3 of 3")
        await me.press("u")
        await me.sees("1 of 3")
        assert contacts(home) == before
        await me.press("enter")
        assert me.app.screen is me.main and me.person == "katherine"


async def test_nobody_is_in_twice(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("cy")
        await me.press("M", "space", "y", "n")
        await me.press("escape", "M")
        await me.sees("Ada Lovelace")


async def test_who_is_added_is_compared_before_they_are_saved(tmp_path: Path) -> None:
    home = write_network(
        tmp_path / "net", {"k": {"name": "Katherine Miller", "emails": ["k@x.example"]}}
    ).parent
    async with driving(home) as me:
        await me.press("a")
        await me.type("Kate Miller")
        await me.sees("there is already Katherine Miller (k): Kate is a form of Katherine")
        await me.press("escape", "n")
        await me.type("coffee with Kate Miller (new)")
        await me.sees("Kate Miller may be Katherine Miller (k)")
        assert len(contacts(home)) == 1


async def test_three_marked_are_not_merged(home: Path) -> None:
    async with driving(home) as me:
        await me.press("space", "space", "space", "M")
        await me.hears("two at a time")


async def test_a_file_that_broke_meanwhile_is_told_and_nothing_is_done(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("ada")
        await me.press("space")
        me.main.select("al")
        await me.press("M")
        await me.stop_watching()
        folder = home / "net" / "contacts"
        (folder / "al.toml").write_text("name = ")
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        await me.press("y")
        await me.hears("al.toml")
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


async def test_after_a_restart_undo_still_parts_them(home: Path) -> None:
    before = contacts(home)
    async with driving(home) as me:
        me.main.select("ada")
        await me.press("space")
        me.main.select("al")
        await me.press("M", "y")
        await me.hears("merged")
    async with driving(home) as me:
        await me.press("u")
        await me.hears("undid: merged Ada Lovelace into Ada King")
        assert contacts(home) == before


@pytest.mark.slow
async def test_ties_lead_both_ways_and_back_through_a_new_name_a_merge_and_its_undoing(home: Path) -> None:
    async def leads(me: Driver, start: str, end: str) -> None:
        """One key leads from one to the other, one leads back."""
        me.main.select(start)
        await me.press("right_square_bracket")
        if me.app.screen is not me.main:
            await me.enter(me.app.workspace.name(end))
        assert me.person == end
        await me.press("left_square_bracket")
        assert me.person == start

    async with driving(home) as me:
        for start, end in (("dee", "al"), ("al", "dee"), ("cy", "al"), ("al", "cy")):
            await leads(me, start, end)
        me.main.select("al")
        await me.press("e")
        await me.type(" II")
        await me.press("ctrl+s")
        await me.hears("u takes it back")
        for start, end in (("dee", "al"), ("al", "dee"), ("cy", "al"), ("al", "cy")):
            await leads(me, start, end)
        await me.sees("report")
        me.main.select("dee")
        await me.sees("Ada Lovelace II, boss; once together")
        me.main.select("ada")
        await me.press("space")
        me.main.select("al")
        await me.press("M", "y")
        await me.hears("merged Ada Lovelace II into Ada King")
        for start, end in (("dee", "ada"), ("ada", "dee"), ("cy", "ada"), ("ada", "cy")):
            await leads(me, start, end)
        me.main.select("dee")
        await me.sees("Ada King, boss; once together")
        await me.press("u")
        await me.hears("undid: merged")
        for start, end in (("dee", "al"), ("al", "dee"), ("cy", "al"), ("al", "cy")):
            await leads(me, start, end)


@pytest.mark.parametrize("at", range(0, len(HARM) - 1, 2))
async def test_what_others_wrote_to_do_harm_is_only_text_and_comes_over_whole(
    tmp_path: Path, at: int
) -> None:
    write_network(tmp_path / "net", hostile.contacts())
    folder = tmp_path / "net" / "contacts"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    keeper, other = f"h{at:02d}", f"h{at + 1:02d}"
    async with driving(tmp_path, size=(100, 30)) as me:
        for ident in (keeper, other):
            me.main.select(ident)
            await me.press("space")
        await me.press("M")
        assert not FORBIDDEN.intersection("".join(me.lines))
        await me.press("ctrl+d", "y")
        assert me.app.screen is me.main and me.person == keeper
        assert not FORBIDDEN.intersection("".join(me.lines))
        assert not (folder / f"{other}.toml").exists()
        assert HARM[at + 1] in contacts(tmp_path)[keeper]["aliases"]
        await me.press("u")
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
