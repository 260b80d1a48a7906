"""Who has gone quiet and why; being told, and acting on it by one key each."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from netui.presentation.text import plain
from tests.support.app import driving, file_of, open_workspace, until, write_network
from tests.support.quiet_network import contact, each
from tests.support.quiet_people import TODAY, on, silent, some_quiet, told


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", some_quiet())
    return tmp_path


# ---------------------------------------------------------------------- being told


async def test_one_toast_for_whoever_went_quiet_and_none_the_next_time(home: Path) -> None:
    async with on(home, TODAY, toasts=True) as (me, _):
        await until(lambda: told(me))
        assert told(me) == ["Ada, Bob and Cy have gone quiet: say hello?"], "three a week"
        await me.sees("have gone quiet")
        await me.sees("5 quiet")
    async with on(home, TODAY) as (me, clock):
        assert told(me) == []
        clock.set(TODAY + timedelta(7))
        me.app.watch_thread.look_now()
        await until(lambda: told(me))
        assert told(me) == ["Dan, Eve and Gil have gone quiet: say hello?"]
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
        (strip,) = [line for line in me.lines if "longest gap 9 d, now 100 d" in line]
        assert "▁▁▁│█ ·" in strip


async def test_whom_ones_own_act_makes_quiet_the_line_names_and_no_toast_follows(home: Path) -> None:
    async with on(home, TODAY) as (me, clock):
        await until(lambda: len(told(me)) == 1)
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
        assert len(told(me)) == 1
    async with on(home, TODAY + timedelta(1)) as (me, _):
        assert told(me) == []


async def test_a_deleted_last_entry_and_an_undone_one_bring_the_silence_back(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await until(lambda: len(told(me)) == 1)
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
        assert len(told(me)) == 1


async def test_a_clock_set_back_while_open_takes_the_silence_back(home: Path) -> None:
    async with on(home, datetime(2026, 11, 22, 0, 5)) as (me, clock):
        await me.sees("6 quiet")
        clock.set(datetime(2026, 11, 21, 23, 5))
        me.app.watch_thread.look_now()
        await me.sees("5 quiet")
        await me.sees("Sat 21 Nov")
        await me.sees("usually every 9 days, now 100")
        before = len(told(me))
        clock.set(datetime(2026, 11, 22, 0, 5))
        me.app.watch_thread.look_now()
        await me.sees("6 quiet")
        await me.sees("usually every 9 days, now 101")
        assert len(told(me)) == before == 1


async def test_whoever_goes_quiet_by_another_programs_edit_is_told_once(home: Path) -> None:
    owner = contact("Pat", each(9, 20, TODAY - timedelta(1)), rhythm={"mode": "off"})
    dinner = {"id": "dinner", "on": TODAY - timedelta(2), "kind": "dinner", "with": ["quinn"]}
    people = {"zoe": silent("Zoe", 0)}
    for path in (home / "net/contacts").iterdir():
        path.unlink()
    write_network(
        home / "net",
        {
            **people,
            "ada": silent("Ada", 100),
            "pat": {**owner, "timeline": [*owner["timeline"], dinner]},
            "quinn": silent("Quinn", 90),
        },
    )
    async with on(home, TODAY) as (me, _):
        await until(lambda: len(told(me)) == 1)
        write_network(home / "net", {"pat": owner})
        me.app.watch_thread.look_now()
        await until(lambda: "Quinn has gone quiet: say hello?" in told(me))
        assert len(told(me)) == 1, "in the place of the first"
        await me.sees("2 quiet")
        write_network(home / "net", {"quinn": silent("Quinn Ng", 90), "rex": silent("Rex", 95)})
        me.app.watch_thread.look_now()
        await until(lambda: "Rex has gone quiet: say hello?" in told(me), "and nobody told before")


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
        states = [people[who].status.state for who in ("ada", "bob", "cy")]
        assert states == ["snoozed", "warm", "muted"]
        for _ in range(3):
            await me.press("u")
        await me.sees("5 quiet")
        assert me.names[:3] == ["Ada", "Bob", "Cy"]


async def test_a_rhythm_being_typed_says_where_it_would_lead(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("c")
        assert me.understood.startswith("now: learned, usual gap 9 d   3w sets it")
        await me.type("3")
        assert me.understood.startswith("now: learned, usual gap 9 d   3w sets it"), (
            "no complaint before it can be one"
        )
        await me.type("m")
        assert me.understood == "quiet: 3 months set, 8 days past"
        await me.press("enter")
        await me.press("/")
        await me.enter("ada")
        await me.press("c")
        assert me.understood.startswith("now: 3m, usual gap 9 d   3w sets it")
        await me.press("escape", "escape", "g", "space", "space", "c")
        await me.type("off")
        assert me.understood == "2 muted"


async def test_a_snooze_names_its_day_and_none_lies_behind(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("s")
        await me.type("today")
        assert "not ahead" in me.understood
        await me.press("enter")
        assert me.typed == "today" and "rhythm" not in file_of(home, "ada")
        await me.press(*["backspace"] * 5)
        await me.type("2w")
        assert me.understood == "until Sat 5 Dec"
        await me.press("enter")
        await me.hears("snoozed Ada until Sat 5 Dec   u takes it back")
        await me.press("/")
        await me.enter("ada")
        await me.press("s")
        await me.enter("off")
        await me.hears("woke Ada   Ada is quiet now; u takes it back")


async def test_what_was_done_about_a_silence_stands_apart_from_contact(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("T")
        await me.sees("21 Sat  attempt")
        (line,) = [line for line in me.main.timeline_view.page.lines if "attempt" in plain(line)[9:16]]
        assert {role for _, role in line} == {"muted"}
        await me.press("R", "c")
        await me.enter("2m")
        await me.sees("21 Sat  reviewed · rhythm: 2m")
        assert me.screen.count("rhythm: 2m") == 1


async def test_tried_twice_suggests_another_way(home: Path) -> None:
    async with on(home, TODAY, size=(140, 34)) as (me, _):
        await me.press("T")
        await me.hears("tried to reach Ada: noted, the silence goes on")
        await me.sees("1 attempt since, no answer yet")
        await me.press("T")
        await me.sees("2 attempts since, no answer yet: try e-mail?")
        assert me.main.people["ada"].status.state == "quiet"
        assert [item["kind"] for item in file_of(home, "ada")["timeline"][-2:]] == ["attempt", "attempt"]
        await me.press("u", "u")
        await until(lambda: "attempt" not in me.screen)
        assert file_of(home, "ada")["timeline"][-1]["kind"] == "call"


async def test_thought_of_without_contact(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("R")
        await me.hears("thought of Ada: noted, s would let it rest")
        assert file_of(home, "ada")["timeline"][-1]["kind"] == "reviewed"
        assert (me.person, me.main.people["ada"].status.days) == ("ada", 100)


async def test_an_act_on_all_marked(home: Path) -> None:
    async with on(home, TODAY) as (me, _):
        await me.press("space", "space", "D")
        await me.hears("let Ada and Bob go")
        assert {file_of(home, who)["rhythm"]["mode"] for who in ("ada", "bob")} == {"off"}
        await me.press("u")
        assert "rhythm" not in file_of(home, "ada") and "rhythm" not in file_of(home, "bob")


async def test_a_remapped_key_is_the_one_that_is_named(home: Path) -> None:
    from netui.storage.state.config import Config

    config = Config(keys={"snooze": "z", "let_go": "G", "bottom": "end", "undo": "U"})
    async with driving(open_workspace(home, config)) as me:
        await me.press("R")
        await me.hears("noted, z would let it rest   U takes it back")
        await me.press("G")
        await me.hears("let Ada go")


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


# ---------------------------------------------------------------------- what may stand in the way


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
    async with on(tmp_path, TODAY, size=(140, 34), toasts=True) as (me, _):
        await until(lambda: told(me))
        await me.hears("[@click=app.quit]Eve[/b]␛[2J has gone quiet")
        assert "\x1b" not in me.screen
        await me.press("C", "escape", "T")
        await me.hears("tried to reach [@click=app.quit]Eve[/b]")
