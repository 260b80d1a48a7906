"""Sorting new people at the keys: one key each, back, undo, and going on where it was left."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.app import driving, write_network


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three people of whom nothing is logged."""
    people = {
        "ada": {"name": "Ada Lovelace", "roles": ["mentor"], "org": "Engines", "emails": ["ada@x.example"]},
        "bea": {"name": "Bea Black", "notes": "Met at the pier.", "met": {"on": "2024-05", "where": "PyCon"}},
        "cy": {"name": "Cy Clark", "tags": ["rust"]},
    }
    write_network(tmp_path / "net", people)
    return tmp_path


def rhythm(base: Path, ident: str) -> str:
    return (base / f"net/contacts/{ident}.toml").read_text().partition("[rhythm]\n")[2]


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_everyone_is_placed_by_one_key(three: Path, size: tuple[int, int]) -> None:
    async with driving(three, size=size) as me:
        await me.press("O")
        await me.sees("1 of 3")
        for words in ("Ada Lovelace", "mentor", "Engines", "ada@x.example", "every 3 weeks", "seen anyway"):
            await me.sees(words)
        assert me.screen.count("no contact logged yet") == 1, "the head says it, no choice does again"
        await me.sees("muted: seen anyway; never flagged")
        await me.press("1")
        await me.sees("2 of 3")
        for words in ("Bea Black", "Met at the pier.", "PyCon"):
            await me.sees(words)
        await me.press("a")
        await me.sees("Cy Clark")
        await me.press("l")
        await me.sees("3 placed")
        assert rhythm(three, "ada") == 'every = "3w"\n'
        assert rhythm(three, "bea") == 'mode = "ambient"\n'
        assert rhythm(three, "cy") == 'mode = "regular"\n'
        await me.press("u")
        await me.sees("3 of 3")
        assert rhythm(three, "cy") == ""
        await me.press("escape", "O")
        await me.sees("1 of 1")
        await me.sees("Cy Clark")


async def test_back_takes_back_and_what_was_skipped_is_asked_again(three: Path) -> None:
    async with driving(three) as me:
        await me.press("O", "2")
        await me.sees("Bea Black")
        assert rhythm(three, "ada") == 'every = "2m"\n'
        await me.press("left")
        await me.sees("Ada Lovelace")
        assert rhythm(three, "ada") == ""
        await me.press("space", "left", "space", "4")
        await me.sees("3 of 3")
        assert rhythm(three, "bea") == 'every = "1y"\n'
        await me.press("escape", "O")
        await me.sees("1 of 2")
        await me.sees("Ada Lovelace")


async def test_the_end_of_an_import_leads_there(three: Path) -> None:
    card = three / "new.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Dan Dew\nEND:VCARD\n")
    async with driving(three) as me:
        await me.press("I")
        await me.enter(str(card))
        await me.sees("New: 1")
        await me.press("y")
        await me.sees("1 of 4")
        await me.sees("every 3 weeks")


async def test_nobody_waits(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "rhythm": {"every": "3w"}}})
    async with driving(tmp_path) as me:
        await me.press("O")
        await me.sees("Nobody waits to be placed.")


async def test_a_filter_of_one_role_sets_the_rhythm_of_all_who_have_it(three: Path) -> None:
    timeline = [{"id": "t1", "on": date(2026, 11, 1), "kind": "call"}]
    timeline.append({"id": "t2", "on": date(2026, 11, 19), "kind": "note"})
    write_network(three / "net", {"dan": {"name": "Dan Dew", "roles": ["mentor"], "timeline": timeline}})
    async with driving(three) as me:
        await me.press("/")
        await me.enter("role:mentor")
        await me.press("c")
        await me.sees("all 3w: for everyone with role:mentor")
        await me.type("all 2w")
        await me.sees("would have named 1 person in the last year; today: Dan Dew")
        await me.press("enter")
        await me.hears("rhythm of role:mentor: 2w")
        assert (three / "net/netui.toml").read_text() == '[rhythm.defaults]\n"role:mentor" = "2w"\n'
        await me.sees("○ Dan Dew")
        await me.press("u")
        await me.sees("◇ Dan Dew")
