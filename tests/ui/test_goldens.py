"""The whole screen as text at several sizes, to be read in a diff.

After a change that is meant, ``GOLDENS=write python -m pytest tests/ui/test_goldens.py`` rewrites them.
"""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from netui.presentation.context import PEOPLE
from netui.storage.state.config import Config
from netui.ui.screens.shared.palette import PaletteScreen
from tests.support.app import a_few_people, driving, entry, until, write_network

GOLDENS = Path(__file__).parent / "goldens"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    people = a_few_people()
    people["katherine-johnson"] = {
        "name": "Katherine Johnson", "pronouns": "she/her", "roles": ["mentor"], "org": "Langley",
        "title": "Mathematician", "location": "Hampton", "tags": ["orbits"], "goals": ["cto-role"],
        "notes": "Counts everything, and reads what one sends her twice.",
        "date": [{"what": "birthday", "on": "--11-24"}],
        "promise": [{"id": "p1", "by": "me", "text": "Send the deck", "due": date(2026, 11, 27)}],
        "opportunity": [
            {"id": "o1", "kind": "talk", "text": "An evening on orbits", "next": "Pick a day"}
        ],
        "timeline": [
            *[entry(f"2026-{month:02d}-03", "call", "The usual half hour.") for month in range(1, 9)],
            entry("2026-09-01", "coffee", "She checked the numbers by hand and found the one that was wrong; "
                  "we were silent for a while, then laughed.", place="Hampton", tags=["numbers"],
                  got=["insight"],
                  learned="Trust the instruments, then check them."),
        ],
    }  # fmt: skip
    goals = {
        "cto-role": {
            "title": "A CTO role by spring", "due": date(2027, 3, 31),
            "measure": {"count": "kind:lunch|coffee", "target": 12},
            "audience": [{"who": "CTOs", "match": "title:cto", "want": 2}],
            "milestone": [{"text": "CV rewritten", "due": date(2026, 12, 1)}],
        }
    }  # fmt: skip
    write_network(tmp_path / "net", people, goals)
    return tmp_path


def compare(name: str, screen: str) -> None:
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("GOLDENS") == "write":
        GOLDENS.mkdir(exist_ok=True)
        path.write_text(screen + "\n", encoding="utf-8")
    assert screen + "\n" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "size",
    [(200, 50), (140, 40), (140, 34), (100, 30), (80, 24), (60, 20), (59, 20), (20, 5)],
    ids="{0[0]}x{0[1]}".format,
)
async def test_the_screen(home: Path, size: tuple[int, int]) -> None:
    async with driving(home, size=size) as me:
        me.main.select("katherine-johnson")
        await me.settled()
        compare(f"main-{size[0]}x{size[1]}", me.screen)


async def test_the_screen_in_ascii(home: Path) -> None:
    async with driving(home, size=(80, 24), config=Config(ascii=True)) as me:
        me.main.select("katherine-johnson")
        await me.settled()
        assert me.screen.isascii(), sorted({c for c in me.screen if not c.isascii()})
        compare("ascii-80x24", me.screen)


SIZES = [(60, 20), (80, 24), (100, 30), (140, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_the_palette_help_and_tour(home: Path, size: tuple[int, int]) -> None:
    shape = f"{size[0]}x{size[1]}"
    async with driving(home, size=size) as me:
        me.main.select("katherine-johnson")
        await me.press("colon")
        palette = me.app.screen
        assert isinstance(palette, PaletteScreen)
        await me.type("tal")
        await until(lambda: sum(row.group == "words" for row in palette.rows) > 1, "words found")
        await me.settled()
        compare(f"palette-{shape}", me.screen)
        await me.press("escape", "?")
        compare(f"help-people-{shape}", me.screen)
        await me.press("escape")
        me.main.pages.manual("capture")
        await me.settled()
        compare(f"manual-{shape}", me.screen)
        await me.press("escape", "H")
        compare(f"tour-{shape}", me.screen)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_the_welcome(tmp_path: Path, size: tuple[int, int]) -> None:
    write_network(tmp_path / "net")
    async with driving(tmp_path, size=size) as me:
        await me.sees("Welcome")
        lines = [" FOLDER" if "/test_the_welcome" in line else line for line in me.lines]
        compare(f"welcome-{size[0]}x{size[1]}", "\n".join(lines))


SCREENS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "timeline": (("2",), ""),
    "goals": (("3",), ""),
    "contact-form": (("e",), ""),
    "entry-form": (("2", "enter"), ""),
    "wrong-form": (("3", "a", "x", "tab", "tab", "z", "tab", "tab", "z", "ctrl+s"), ""),
    "details": (("P",), ""),
    "addition": (("P", "a"), ""),
    "circle": (("number_sign",), ""),
    "promise": (("p",), "send the maps by fri"),
    "nothing-found": (("f",), "zzqq"),
    "nobody-fits": (("slash",), "zzqq"),
    "brief": (("b",), ""),
    "review": (("r",), ""),
    "insights": (("i",), ""),
    "goal": (("3", "enter"), ""),
    "placement": (("O",), ""),
    "catch-up": (("C",), ""),
    "duplicates": (("M",), ""),
    "conflicts": (("equals_sign",), ""),
    "settings": (("comma",), ""),
    "find": (("f",), "numbers"),
    "ask": (("w",), "orbits"),
    "filter": (("slash",), "#orbits"),
    "delete": (("d",), ""),
    "log": (("n",), "coffee with @ada yesterday: the orbits >send the deck by fri"),
}
"""The keys that lead to each screen from the list of people, and what is typed there."""
AWAITED = {"ask": "tagged orbits", "find": "checked the", "insights": "growth"}
"""What a screen shows once it has found what it looks for in the background."""
GONE = {"nobody-fits": "Mathematician"}
"""What is no longer shown then."""


def fits(screen: str, size: tuple[int, int]) -> bool:
    """Whether a screen has as many lines as the terminal, none longer than it is wide."""
    lines = screen.split("\n")
    return len(lines) == size[1] and all(cell_len(line) <= size[0] for line in lines)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_every_screen(home: Path, size: tuple[int, int]) -> None:
    async with driving(home, size=size) as me:
        for name, (keys, typed) in SCREENS.items():
            me.main.show_pane(PEOPLE)
            me.main.select("katherine-johnson")
            await me.settled()
            await me.press(*keys)
            await me.type(typed)
            await me.sees(AWAITED.get(name, ""))
            if gone := GONE.get(name):
                await until(lambda gone=gone: gone not in me.screen, "an empty timeline")
            screen = re.sub(r"(Settings  )\S+", r"\1PATH", me.screen)
            assert fits(screen, size), f"{name}\n{screen}"
            compare(f"{name}-{size[0]}x{size[1]}", screen)
            while me.app.screen is not me.main or me.main.prompt.is_asking or me.main.query_text:
                await me.press("escape")
            if me.main.prompt.is_questioning:
                await me.press("n")
