"""The same field edited twice at once: both texts are kept, flagged, and settled at the keys."""

from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.support.app import driving, until

NET = "net/contacts/ada-lovelace.toml"


def ada(home: Path) -> dict[str, Any]:
    return tomli.loads((home / NET).read_text(encoding="utf-8"))


def rewrite(home: Path, old: str, new: str) -> None:
    """Another program changes the file."""
    text = (home / NET).read_text(encoding="utf-8")
    assert old in text
    (home / NET).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_a_form_and_another_program_change_one_field(home: Path, size: tuple[int, int]) -> None:
    async with driving(home, size=size) as me:
        me.main.select("ada-lovelace")
        await me.press("e", *["tab"] * 5)
        await me.type(" Ltd")
        rewrite(home, "Analytical Engines", "Difference Engines")
        await me.press("ctrl+s")
        await me.hears("org of Ada Lovelace changed meanwhile: both texts are kept   = settles")
        assert ada(home)["org"] == "Difference Engines"
        await me.sees("Ada Lovelace ≠")
        await me.sees("1 in conflict")
        await me.press("=")
        await me.sees("file   Difference Engines")
        await me.sees("other  Analytical Engines Ltd")
        await me.press("o")
        await me.sees("Nothing to settle")
        assert ada(home)["org"] == "Analytical Engines Ltd" and "conflict" not in ada(home)
        await me.press("u")
        await me.sees("other  Analytical Engines Ltd")
        assert ada(home)["org"] == "Difference Engines"
        await me.press("b", "escape")
        assert ada(home)["org"] == "Difference Engines / Analytical Engines Ltd"
        await until(lambda: "≠" not in me.screen)


async def test_the_line_of_an_entry_and_another_program(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("ada-lovelace")
        await me.press("tab", "e")
        await me.sees("Her lab is hiring.")
        await me.type(" Soon")
        rewrite(home, "Her lab is hiring.", "Her lab has closed.")
        await me.press("enter")
        await me.hears("both texts are kept")
        assert ada(home)["timeline"][2]["text"] == "Her lab has closed."
        await me.press("=")
        await me.sees("text of the lunch of Tue 10 Nov 2026")
        await me.press("f")
        await me.sees("Nothing to settle")
        await me.press("u", "e", "ctrl+s")
        await me.sees("Nothing to settle")
        assert ada(home)["timeline"][2]["text"] == "Her lab has closed. / Her lab is hiring. Soon"
        await me.press("u", "e")
        await me.type(" Both said.")
        await me.press("ctrl+s")
        await me.sees("Nothing to settle")
        assert ada(home)["timeline"][2]["text"].endswith("Soon Both said.")
        await me.press("u", "enter")
        assert me.app.screen is me.main and me.person == "ada-lovelace"


async def test_a_form_left_and_opened_again_says_what_changed_since(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("ada-lovelace")
        await me.press("e", *["tab"] * 5)
        await me.type(" Ltd")
        await me.press("escape")
        rewrite(home, "Analytical Engines", "Difference Engines")
        me.app.watch_thread.look_now()
        await me.sees("Difference Engines")
        await me.press("e")
        await me.sees("changed since you left it: works at; ctrl+s saves yours, ctrl+r shows it as it is")
        await me.press("ctrl+r")
        await me.sees("Difference Engines")
        await me.press("ctrl+r", "ctrl+s")
        assert ada(home)["org"] == "Analytical Engines Ltd" and "conflict" not in ada(home)


async def test_lists_that_two_sides_edit_are_merged(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("ada-lovelace")
        await me.press("t")
        await me.type("chess -maths")
        rewrite(home, '"london"', '"london", "rome"')
        await me.press("enter")
        assert ada(home)["tags"] == ["london", "rome", "chess"]
        await me.press("u")
        assert set(ada(home)["tags"]) == {"london", "rome", "maths"}
