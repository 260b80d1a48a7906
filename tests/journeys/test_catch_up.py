"""Catching up after a stretch in which nothing was logged; who else wants tending."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from netui.services.reminders.notifications import Notification
from tests.support.app import file_of, until, write_network
from tests.support.quiet_network import Contact, contact, each
from tests.support.quiet_people import TODAY, on, silent, told


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
        await me.sees("Nothing logged since 22 Oct")
        await until(lambda: any((away / "state/told").glob("*.json")), "the offer is marked as made")
        await me.settled()
        assert told(me) == [], "said once, not twice on one screen"
    async with on(away, TODAY) as (me, clock):
        await me.hears(words)
        clock.set(TODAY + timedelta(1))
        me.app.watch_thread.look_now()
        await me.sees("Sun 22 Nov")
        await me.press("n")
        await me.enter("call: rang back")
        clock.set(TODAY + timedelta(60))
        me.app.watch_thread.look_now()
        await until(lambda: told(me))
        assert told(me) == ["nothing logged since 22 Nov 2026: catch up?   C lists whom you probably met"]


async def test_the_offer_is_made_once_to_whoever_moves_at_once(away: Path) -> None:
    async with on(away, TODAY) as (me, _):
        await me.hears("catch up?")
        await me.press("j")
        assert me.said == ""
        me.main.controllers.catch_up.show_notification(
            Notification(catch_up="nothing logged since 22 Oct: catch up?")
        )
        assert told(me) == []


async def test_news_stand_in_the_line_of_the_page_in_front_and_cover_nothing(away: Path) -> None:
    async with on(away, TODAY, size=(80, 24), toasts=True) as (me, _):
        await me.press("C")
        await me.sees("3 people you probably met")
        before = me.lines
        me.main.controllers.catch_up.show_notification(Notification(quiet="Ada has gone quiet: say hello?"))
        await me.sees("Ada has gone quiet: say hello?")
        changed = [y for y, (old, new) in enumerate(zip(before, me.lines, strict=True)) if old != new]
        assert changed == [22], "the line above the footer"
        me.main.controllers.catch_up.show_notification(Notification(quiet="Bob has gone quiet: say hello?"))
        await me.sees("Bob has gone quiet: say hello?")
        assert "Ada has gone quiet" not in me.screen and not list(me.app._notifications)


async def test_news_wait_until_a_form_is_closed(away: Path) -> None:
    async with on(away, TODAY, size=(80, 24), toasts=True) as (me, _):
        await me.press("e")
        await me.sees("also called")
        before = me.lines
        me.main.controllers.catch_up.show_notification(Notification(quiet="Ada has gone quiet: say hello?"))
        await me.press("down", "up")
        assert me.lines == before and not list(me.app._notifications), "nothing covers a field"
        me.main.controllers.catch_up.show_notification(Notification(quiet="Bob has gone quiet: say hello?"))
        await me.press("escape")
        await me.sees("Bob has gone quiet: say hello?")
        await me.press("j", "k")
        assert me.said == "", "the news before gave way"
        await me.settled()
        assert "Ada has gone quiet" not in me.screen


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


async def test_someone_deleted_while_one_catches_up_is_gone_from_the_list(away: Path) -> None:
    async with on(away, TODAY) as (me, _):
        await me.press("C")
        await me.sees("3 people you probably met")
        (away / "net/contacts/bob.toml").unlink()
        me.app.watch_thread.look_now()
        await me.sees("2 people you probably met")
        assert "Bob" not in me.screen


async def test_on_a_screen_hardly_there(away: Path) -> None:
    async with on(away, TODAY, size=(20, 5)) as (me, _):
        await me.press("C", "j", "space", "escape", "escape", "2", "T", "R", "D", "3", "G")
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
    write_network(tmp_path / "net", {**people, "zoe": contact("Zoe", each(10, 9, TODAY))})
    async with on(tmp_path, TODAY) as (me, _):
        await me.sees("Your pace")
        await me.press("3", "G", "enter")
        assert me.person == "p2"
        await me.press("c")
        await me.enter("learn")
        await until(lambda: "every" not in file_of(tmp_path, "p2").get("rhythm", {}))


async def test_each_line_is_settled_by_one_key(away: Path) -> None:
    path = away / "net/contacts/ada.toml"
    plan = '\n[[timeline]]\nid = "c1"\non = 2026-11-04\nkind = "coffee"\nplanned = true\ntext = "her lab"\n'
    path.write_text(path.read_text() + plan)
    async with on(away, TODAY, size=(80, 24)) as (me, _):
        await me.press("C")
        await me.sees("Wed 4 Nov  coffee with Ada: her lab")
        await me.press("x")
        await me.sees("2 people you probably met")
        assert "Did it happen?" not in me.screen and "planned" not in file_of(away, "ada")["timeline"][-1]
        await me.press("X")
        await me.sees("1 person you probably met")
        skipped = file_of(away, "bob")["timeline"][-1]
        assert (skipped["kind"], skipped["text"]) == ("skip", "not met")
        await me.press("u")
        await me.sees("2 people you probably met")


async def test_done_ends_the_pause_and_later_offers_it_again(away: Path) -> None:
    later = TODAY + timedelta(20)
    async with on(away, later, size=(140, 40)) as (me, _):
        assert "○" not in me.screen, "nobody is newly flagged in a pause"
        await me.sees("Nothing logged since 22 Oct")
        await me.press("C", "l")
        await me.enter("tomorrow")
        await me.hears("put off until Sat 12 Dec: whoever is quiet is named again")
        await me.sees("○ Ada")
        await until(lambda: "Nothing logged since" not in me.screen)
    async with on(away, later + timedelta(1), size=(140, 40)) as (me, _):
        await me.sees("Nothing logged between 22 Oct and")
        await me.press("C", "f")
        await me.hears("caught up: whoever is quiet is named again")
    async with on(away, later + timedelta(2), size=(140, 40)) as (me, _):
        await me.sees("○ Ada")
        await until(lambda: "Nothing logged" not in me.screen)


async def test_what_waits_in_the_inbox_is_taken_in_corrected_or_dropped(away: Path) -> None:
    inbox = away / "net/inbox"
    inbox.mkdir()
    (inbox / "phone.txt").write_text(
        "lunch with @cy on 2026-11-02\ncoffee with @ada on 2026-11-03\nnonsense\n"
    )
    async with on(away, TODAY, size=(80, 24)) as (me, _):
        await me.press("C")
        await me.sees("In the inbox")
        await me.press("x")
        await until(lambda: file_of(away, "cy")["timeline"][-1]["kind"] == "lunch")
        await me.press("enter")
        await me.sees("log coffee with @ada on 2026-11-03")
        await me.enter(": her lab")
        await until(lambda: file_of(away, "ada")["timeline"][-1].get("text") == "her lab")
        await me.sees("nonsense")
        await me.press("X")
        await until(lambda: "In the inbox" not in me.screen)
        await me.press("u")
        await me.sees("nonsense")
