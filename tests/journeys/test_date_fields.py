"""Days in forms: words are read as they are typed, and what is shown is what is saved."""

from pathlib import Path

import pytest
import tomli

from tests.support.app import Driver, driving, timeline


async def fill(me: Driver, field: str, text: str) -> None:
    me.app.screen.query_one(f"#field-{field}").focus()
    await me.press("ctrl+u")
    await me.type(text)


@pytest.mark.parametrize(
    ("field", "text", "shown", "saved"),
    [
        ("birthday", "3 may", "3 May, each year", [{"what": "birthday", "on": "--05-03"}]),
        ("birthday", "3 may 1990", "3 May 1990", [{"what": "birthday", "on": "1990-05-03"}]),
    ],
)
async def test_a_birthday(home: Path, field: str, text: str, shown: str, saved: list[dict]) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("e")
        await fill(me, field, text)
        await me.sees(shown)
        await me.press("ctrl+s")
        await me.hears("edited")
        assert tomli.loads((home / f"net/contacts/{me.person}.toml").read_text())["date"] == saved


async def test_the_day_one_met(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await fill(me, "met-on", "may 2024")
        await me.sees("May 2024")
        await me.press("ctrl+s")
        await me.hears("edited")
        assert tomli.loads((home / f"net/contacts/{me.person}.toml").read_text())["met"] == {"on": "2024-05"}


async def test_what_is_no_day_is_said_while_it_is_typed(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await fill(me, "birthday", "some day")
        await me.sees("more than one day")
        await fill(me, "birthday", "3 may")
        await me.sees("ctrl+s save")
        assert "more than one day" not in me.screen
        await me.press("escape")


async def test_a_day_that_is_unclear_is_settled_by_one_key(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await fill(me, "birthday", "3/5")
        await me.sees("birthday: which day?   ctrl+o 5 Mar · 3 May")
        for text in ("5 Mar", "3 May", "3/5", "5 Mar"):
            await me.press("ctrl+o")
            assert me.app.screen.query_one("#field-birthday").value == text  # type: ignore[attr-defined]
        await me.sees("5 Mar, each year")
        await fill(me, "met-on", "yesteday")
        await me.press("ctrl+o")
        await me.sees("20 Nov 2026")
        await me.press("ctrl+s")
        await me.hears("edited")
        saved = tomli.loads((home / f"net/contacts/{me.person}.toml").read_text())
        assert (saved["date"][0]["on"], saved["met"]["on"]) == ("--03-05", "2026-11-20")


async def test_an_entry_looks_back_and_a_planned_one_ahead(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("lunch with @mary tomorrow")
        await me.press("/")
        await me.enter("mary")
        await me.press("2", "enter")
        await fill(me, "on", "fri 12:30")
        await me.sees("Fri 27 Nov 2026 12:30")
        await me.press("ctrl+s")
        await me.hears("edited")
        assert str(timeline(home, "mary-somerville")[0]["on"]) == "2026-11-27 12:30:00"
        await me.press("enter")
        await fill(me, "on", "yesterday")
        await me.sees("Fri 20 Nov 2026")
        await me.press("ctrl+s")
        await me.hears("edited")
        await me.press("enter")
        await fill(me, "on", "fri")
        await me.sees("Fri 20 Nov 2026")
        await me.press("escape")


async def test_a_due_day_that_is_past_is_no_mistake(home: Path) -> None:
    async with driving(home) as me:
        path = home / "net/contacts/alan-kay.toml"
        path.write_text(
            path.read_text() + '\n[[promise]]\nid = "p1"\nby = "me"\ntext = "Send"\ndue = 2026-11-02\n'
        )
        await me.sees("Send")
        await me.press("2", "g", "enter")
        me.app.screen.query_one("#field-due").focus()
        await me.sees("Mon 2 Nov 2026")
        await fill(me, "due", "2w")
        await me.sees("Sat 5 Dec 2026")
        await me.press("ctrl+s")
        await me.hears("edited")
        assert "due = 2026-12-05" in path.read_text()


async def test_a_day_asked_for_in_the_prompt_is_settled_by_the_same_key(home: Path) -> None:
    async with driving(home) as me:
        await me.press("s")
        await me.type("3 dce")
        await me.sees("which day?   ^o 3 dec")
        for text in ("3 dec", "3 dce", "3 dec"):
            await me.press("ctrl+o")
            assert me.main.prompt.typed == text
        await me.sees("until")
        await me.press("ctrl+u")
        await me.type("yesterday")
        await me.sees("“yesterday” lies behind")
        assert "“yesterday”: “yesterday”" not in me.screen
