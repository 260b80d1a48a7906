"""Who has gone quiet, why, and acting on it: by one key each, and catching up after a stretch of nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.services.quiet_network import Clock, Contact, contact, each
from tests.support import Driver, driving, open_workspace, until, write_network

TODAY = date(2026, 11, 21)


def silent(name: str, days: int, step: int = 9, **more: Any) -> Contact:
    return contact(name, each(step, 20, TODAY - timedelta(days)), **more)


def some_quiet() -> dict[str, Contact]:
    """Five gone quiet, one about to, one in touch."""
    people = {
        name.lower(): silent(name, 100 - at) for at, name in enumerate(("Ada", "Bob", "Cy", "Dan", "Eve"))
    }
    people["ada"]["emails"] = ["ada@x.example"]
    return {**people, "gil": silent("Gil", 41), "zoe": silent("Zoe", 0)}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", some_quiet())
    return tmp_path


def file_of(home: Path, ident: str) -> dict[str, Any]:
    return tomli.loads((home / f"net/contacts/{ident}.toml").read_text())


@asynccontextmanager
async def on(home: Path, now: date | datetime, **more: Any) -> AsyncIterator[tuple[Driver, Clock]]:
    clock = Clock(now)
    async with driving(open_workspace(home, now=clock), **more) as me:
        yield me, clock


def toasts(me: Driver) -> list[str]:
    return [note.message for note in me.app._notifications]


# ---------------------------------------------------------------------- being told


async def test_one_toast_for_whoever_went_quiet_and_none_the_next_time(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await until(lambda: toasts(me))
        assert toasts(me) == ["Ada, Bob, Cy and 2 more have gone quiet: say hello?"]
        await me.sees("5 quiet")
    async with on(home, TODAY) as (me, clock):
        assert toasts(me) == []
        clock.set(TODAY + timedelta(1))
        me.app.watch_thread.look_now()
        await until(lambda: toasts(me))
        assert toasts(me) == ["Gil has gone quiet: say hello?"]
        await me.sees("6 quiet")
        assert me.names[:6] == ["Ada", "Bob", "Cy", "Dan", "Eve", "Gil"]


async def test_midnight_while_one_types_takes_nothing_away(home: Path) -> None:
    async with on(home, datetime(2026, 11, 21, 23, 59)) as (me, clock):
        await me.press("j", "n")
        await me.type("call: half a sen")
        clock.set(datetime(2026, 11, 22, 0, 0))
        me.app.watch_thread.look_now()
        await me.sees("6 quiet")
        await me.type("tence")
        assert me.typed == "call: half a sentence"
        await me.press("enter")
        assert file_of(home, "bob")["timeline"][-1]["on"] == date(2026, 11, 22)


async def test_why_stands_under_the_name_with_the_gaps_beside_the_silence(home: Path) -> None:
    async with on(home, TODAY, size=(80, 24)) as (me, _):
        await me.sees("usually every 9 days, now 100")
        assert "none of your last 19 gaps was" in me.screen
        (strip,) = [line for line in me.lines if "longest 9 d, now 100 d" in line]
        assert "▁▁▁│█ ·" in strip


async def test_whom_ones_own_act_makes_quiet_the_line_names_and_no_toast_follows(home: Path) -> None:
    async with on(home, TODAY) as (me, clock):
        await until(lambda: len(toasts(me)) == 1)
        await me.press("/")
        await me.enter("gil")
        await me.press("c")
        await me.enter("1w")
        await me.hears("rhythm of Gil: 1w   Gil is quiet now; u takes it back")
        await me.press("u")
        await me.hears("undid: rhythm of Gil: 1w")
        assert "quiet" not in me.said
        await me.press("ctrl+r")
        await me.hears("Gil is quiet now")
        clock.set(TODAY + timedelta(1))
        me.app.watch_thread.look_now()
        await me.sees("Sun 22 Nov")
        assert len(toasts(me)) == 1
    async with on(home, TODAY + timedelta(1)) as (me, _):
        assert toasts(me) == []


async def test_a_deleted_last_entry_and_an_undone_one_bring_the_silence_back(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await until(lambda: len(toasts(me)) == 1)
        await me.press("n")
        await me.enter("call: at last")
        await me.sees("4 quiet")
        await me.press("u")
        await me.hears("undid: logged call with Ada   Ada is quiet now")
        await me.sees("5 quiet")
        await me.press("ctrl+r")
        await me.sees("4 quiet")
        await me.press("/")
        await me.enter("ada")
        await me.press("2", "d", "y")
        await me.hears("Ada is quiet now; u takes it back")
        await me.sees("5 quiet")
        await me.sees("usually every 9 days, now 100")
        assert len(toasts(me)) == 1


async def test_a_clock_set_back_while_open_takes_the_silence_back(home: Path) -> None:
    async with on(home, datetime(2026, 11, 22, 0, 5)) as (me, clock):
        await me.sees("6 quiet")
        clock.set(datetime(2026, 11, 21, 23, 5))
        me.app.watch_thread.look_now()
        await me.sees("5 quiet")
        await me.sees("Sat 21 Nov")
        await me.sees("usually every 9 days, now 100")
        told = len(toasts(me))
        clock.set(datetime(2026, 11, 22, 0, 5))
        me.app.watch_thread.look_now()
        await me.sees("6 quiet")
        await me.sees("usually every 9 days, now 101")
        assert len(toasts(me)) == told == 1


async def test_whoever_goes_quiet_by_another_programs_edit_is_told_once(home: Path) -> None:
    owner = contact("Pat", each(9, 20, TODAY - timedelta(1)), rhythm={"mode": "off"})
    dinner = {"id": "dinner", "on": TODAY - timedelta(2), "kind": "dinner", "with": ["quinn"]}
    write_network(
        home / "net",
        {"pat": {**owner, "timeline": [*owner["timeline"], dinner]}, "quinn": silent("Quinn", 90)},
    )
    async with on(home, TODAY) as (me, _):
        await until(lambda: len(toasts(me)) == 1)
        write_network(home / "net", {"pat": owner})
        me.app.watch_thread.look_now()
        await until(lambda: len(toasts(me)) == 2)
        assert toasts(me)[1] == "Quinn has gone quiet: say hello?"
        await me.sees("6 quiet")
        me.app.watch_thread.look_now()
        (home / "net/contacts/quinn.toml").touch()
        await me.press("j", "k")
        assert len(toasts(me)) == 2


# ---------------------------------------------------------------------- one key each


async def test_the_first_three_are_acted_on_going_down_the_list(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        assert me.person == "ada"
        await me.press("s")
        await me.enter("2w")
        assert me.person == "bob", "the next one is under the cursor"
        await me.press("c")
        await me.enter("6m")
        assert me.person == "cy"
        await me.press("D")
        await me.hears("let Cy go: not flagged again until c sets a rhythm")
        assert me.person == "dan"
        await me.sees("2 quiet")
        people = me.main.people
        states = [people[who].standing.state for who in ("ada", "bob", "cy")]
        assert states == ["snoozed", "warm", "muted"]
        for _ in range(3):
            await me.press("u")
        await me.sees("5 quiet")
        assert me.names[:3] == ["Ada", "Bob", "Cy"]


async def test_tried_twice_suggests_another_way(home: Path) -> None:
    async with on(home, TODAY, size=(140, 34)) as (me, _):
        await me.press("T")
        await me.hears("tried to reach Ada: noted, the silence goes on")
        await me.sees("1 attempt since, no answer yet")
        await me.press("T")
        await me.sees("2 attempts since, no answer yet: try e-mail?")
        assert me.main.people["ada"].standing.state == "quiet"
        assert [item["kind"] for item in file_of(home, "ada")["timeline"][-2:]] == ["attempt", "attempt"]
        await me.press("u", "u")
        await until(lambda: "attempt" not in me.screen)
        assert file_of(home, "ada")["timeline"][-1]["kind"] == "call"


async def test_looked_at_without_contact(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("R")
        await me.hears("looked at Ada: noted, s would let it rest")
        assert file_of(home, "ada")["timeline"][-1]["kind"] == "reviewed"
        assert (me.person, me.main.people["ada"].standing.days) == ("ada", 100)


async def test_an_act_on_all_marked(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("space", "space", "D")
        await me.hears("let Ada and Bob go")
        assert {file_of(home, who)["rhythm"]["mode"] for who in ("ada", "bob")} == {"off"}
        await me.press("u")
        assert "rhythm" not in file_of(home, "ada") and "rhythm" not in file_of(home, "bob")


async def test_a_remapped_key_is_the_one_that_is_named(home: Path) -> None:
    from netui.storage.config import Config

    config = Config(keys={"snooze": "z", "let_go": "G", "bottom": "end"})
    async with driving(open_workspace(home, config)) as me:
        await me.press("R")
        await me.hears("noted, z would let it rest")
        await me.press("G")
        await me.hears("let Ada go")


# ---------------------------------------------------------------------- catching up


def after_a_month_away() -> dict[str, Contact]:
    people = {"ada": silent("Ada", 30), "bob": silent("Bob", 31), "cy": silent("Cy", 32, 12)}
    people["bob"]["date"] = [{"what": "birthday", "on": "--11-02"}]
    return people


@pytest.fixture
def away(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", after_a_month_away())
    return tmp_path


async def test_one_offer_to_catch_up_and_a_reminder_that_is_no_toast(away: Path) -> None:
    words = "nothing logged since 22 Oct: catch up?"
    async with on(away, TODAY) as (me, _):
        await me.hears(f"{words}   C lists whom you probably met")
        await until(lambda: toasts(me) == [f"{words} C lists whom you probably met"])
        await me.sees("Nothing logged since 22 Oct")
    async with on(away, TODAY) as (me, clock):
        await me.hears(words)
        clock.set(TODAY + timedelta(1))
        me.app.watch_thread.look_now()
        await me.sees("Sun 22 Nov")
        await me.press("n")
        await me.enter("call: rang back")
        clock.set(TODAY + timedelta(60))
        me.app.watch_thread.look_now()
        await until(lambda: toasts(me))
        assert toasts(me) == ["nothing logged since 22 Nov 2026: catch up? C lists whom you probably met"]


async def test_catching_up_with_one_and_with_several(away: Path) -> None:
    async with on(away, TODAY, size=(80, 24)) as (me, _):
        await me.press("C")
        await me.sees("3 people you probably met since Thu 22 Oct")
        assert "2 Nov: birthday; usually every 9 days" in me.screen
        assert me.lines.index(next(line for line in me.lines if "Bob" in line)) == 1, "most reasons first"
        await me.press("enter")
        await me.enter("lunch 2 nov: his birthday")
        await me.sees("2 people you probably met since Thu 22 Oct")
        found = file_of(away, "bob")["timeline"][-1]
        assert (found["on"], found["kind"], found["text"]) == (date(2026, 11, 2), "lunch", "his birthday")
        await me.press("space", "space", "enter")
        await me.enter("drinks 2w ago")
        await me.sees("Nobody else comes to mind")
        shared = file_of(away, "ada")["timeline"][-1]
        assert (shared["on"], shared["with"]) == (date(2026, 11, 7), ["cy"])
        await me.press("u")
        await me.sees("2 people you probably met since Thu 22 Oct")
        await me.press("escape")
        await me.sees("People")
        assert me.app.screen is me.main


async def test_leaving_half_way_keeps_what_was_typed(away: Path) -> None:
    async with on(away, TODAY) as (me, _):
        await me.press("C", "n")
        await me.type("coffee last tue: half a")
        await me.press("escape")
        await me.press("escape", "n", "up")
        assert me.typed == "coffee last tue: half a"


async def test_the_goals_pane_leads_there(away: Path) -> None:
    async with on(away, TODAY) as (me, _):
        await me.press("3", "enter")
        await me.sees("people you probably met")


async def test_with_nobody_in_mind_it_says_so(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}})
    async with on(tmp_path, TODAY) as (me, _):
        await me.press("C")
        await me.sees("Nobody else comes to mind")
        await me.press("enter", "space", "s", "escape")
        assert me.app.screen is me.main


# ---------------------------------------------------------------------- who wants tending


async def test_an_old_tie_is_gone_to_from_the_goals_pane(tmp_path: Path) -> None:
    old = contact("Ines", each(10, 20, TODAY - timedelta(400)), emails=["i@x.example"])
    old["timeline"][-1]["text"] = "Moved to Porto."
    write_network(tmp_path / "net", {"ines": old, "zoe": silent("Zoe", 0)})
    async with on(tmp_path, TODAY) as (me, _):
        await me.sees("Worth reviving")
        assert "Moved to Porto." in me.screen and "say hello by e-mail?" in me.screen
        await me.press("3", "enter")
        assert me.person == "ines"


async def test_rhythms_beyond_ones_means_name_whom_to_relax(tmp_path: Path) -> None:
    people = {f"p{n}": silent(f"P {n}", 30, rhythm={"every": "2d"}) for n in range(3)}
    write_network(tmp_path / "net", {**people, "zoe": contact("Zoe", [TODAY])})
    async with on(tmp_path, TODAY) as (me, _):
        await me.sees("Your pace")
        await me.press("3", "G", "enter")
        assert me.person == "p2"
        await me.press("c")
        await me.enter("learn")
        await until(lambda: "every" not in file_of(tmp_path, "p2").get("rhythm", {}))


# ---------------------------------------------------------------------- what may stand in the way


async def test_on_a_screen_hardly_there(away: Path) -> None:
    async with on(away, TODAY, size=(20, 5)) as (me, _):
        await me.press("C", "j", "space", "escape", "escape", "2", "T", "R", "D", "3", "G")
        assert me.app.screen is me.main


async def test_acts_on_a_file_that_cannot_be_read_say_why_and_change_nothing(home: Path) -> None:
    broken = "name = 'Broken\n"
    (home / "net/contacts/broken.toml").write_text(broken)
    async with on(home, TODAY) as (me, _):
        await me.press("/")
        await me.enter("is:broken")
        assert me.person == "broken"
        for key in ("T", "R", "D"):
            await me.press(key)
            await me.hears("contacts/broken.toml")
        assert (home / "net/contacts/broken.toml").read_text() == broken


async def test_names_of_others_are_text_wherever_they_are_told(tmp_path: Path) -> None:
    evil = "[@click=app.quit]Eve[/b]\x1b[2J"
    write_network(tmp_path / "net", {"eve": silent(evil, 50), "zoe": silent("Zoe", 0)})
    async with on(tmp_path, TODAY, size=(140, 34)) as (me, _):
        await until(lambda: toasts(me))
        assert "\x1b" not in toasts(me)[0] and "[@click=app.quit]Eve[/b]" in toasts(me)[0]
        await me.sees("[@click=app.quit]Eve[/b]")
        await me.press("C", "escape", "T")
        await me.hears("tried to reach [@click=app.quit]Eve[/b]")


async def test_someone_deleted_while_one_catches_up_is_gone_from_the_list(away: Path) -> None:
    async with on(away, TODAY) as (me, _):
        await me.press("C")
        await me.sees("3 people you probably met")
        (away / "net/contacts/bob.toml").unlink()
        me.app.watch_thread.look_now()
        await me.sees("2 people you probably met")
        assert "Bob" not in me.screen


async def test_logging_for_the_quiet_one_leaves_the_next_under_the_cursor(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.sees("5 quiet")
        first, second = me.names[:2]
        await me.press("n")
        await me.enter("call: caught up at last")
        await me.sees("4 quiet")
        assert (me.person, me.names[0]) == (second.lower(), second)
        assert first not in me.names[:4]
        await me.press("n")
        await me.enter("call with @zoe: all well")
        await until(lambda: me.person == "zoe")
