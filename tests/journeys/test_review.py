"""The weekly review at the keys."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.app import driving, write_network


@pytest.fixture
def owing(tmp_path: Path) -> Path:
    """Three people to whom something was promised."""
    owed = [{"id": f"p{n}", "by": "me", "text": "Send the deck", "due": date(2026, 11, 23)} for n in range(3)]
    names = ("Ada Lovelace", "Bea Black", "Cy Clark")
    write_network(
        tmp_path / "net",
        {
            name.lower().replace(" ", "-"): {"name": name, "emails": [f"{n}@x.example"], "promise": [owed[n]]}
            for n, name in enumerate(names)
        },
    )
    return tmp_path


async def test_three_people_are_gone_through_with_one_key_each(owing: Path) -> None:
    async with driving(owing, size=(80, 24)) as me:
        await me.press("r")
        await me.sees("1 of 3")
        await me.sees("you: Send the deck")
        await me.press("n")
        await me.enter("call: said hello")
        await me.sees("2 of 3")
        await me.sees("Bea Black")
        await me.press("s")
        await me.enter("2w")
        await me.sees("Cy Clark")
        await me.press("D")
        await me.sees("That was this week's review")
        for words in ("1 logged      Ada Lovelace", "1 snoozed     Bea Black", "1 let go      Cy Clark"):
            assert words in me.screen
        await me.press("u")
        await me.sees("3 of 3")
        await me.press("x")
        await me.sees("3 of 3")
        assert "Send the deck" not in me.screen.split("done:")[0]


async def test_it_goes_on_where_it_was_left(owing: Path) -> None:
    async with driving(owing) as me:
        await me.press("r", "space", "escape")
        assert me.app.screen is me.main
        await me.press("r")
        await me.sees("2 of 3")
        await me.press("left")
        await me.sees("Ada Lovelace")


async def test_a_cancelled_line_keeps_the_person_on(owing: Path) -> None:
    async with driving(owing) as me:
        await me.press("r", "n")
        await me.type("half a thought")
        await me.press("escape")
        await me.press("p")
        await me.enter("ring her by fri")
        await me.sees("1 of 3")
        await me.sees("ring her")


async def test_writing_is_logged_and_leads_on(owing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "1")
    async with driving(owing) as me:
        await me.press("r", "m")
        await me.enter("copy 0@x")
        await me.sees("email with @")
        await me.press("enter")
        await me.sees("2 of 3")


async def test_nobody_to_think_of_is_said(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}})
    async with driving(tmp_path) as me:
        await me.press("r")
        await me.sees("Nobody to think of right now")
        await me.press("n", "s", "D", "x", "space", "q")
        assert me.app.screen is me.main


async def test_what_another_terminal_writes_shows_on_the_open_page(owing: Path) -> None:
    async with driving(owing) as me:
        await me.press("r")
        await me.sees("you: Send the deck")
        path = owing / "net" / "contacts" / "ada-lovelace.toml"
        path.write_text(path.read_text().replace("Send the deck", "Send the sketch"))
        me.app.watch_thread.look_now()
        await me.sees("you: Send the sketch")
