"""The command palette: one box for people, actions, lists, words and a line to log."""

from pathlib import Path

from netui.presentation.pages.page_layout import SettingItem
from netui.services.timeline.line_drafts import newest_drafts
from netui.ui.screens.pages.settings import SettingsScreen
from netui.ui.screens.shared.palette import PaletteScreen
from tests.support.app import Driver, driving, places_in, timeline, until


async def box(me: Driver, text: str = "") -> PaletteScreen:
    await me.press("colon")
    screen = me.app.screen
    assert isinstance(screen, PaletteScreen)
    await me.type(text)
    return screen


async def test_a_person_is_gone_to(home: Path) -> None:
    async with driving(home) as me:
        await box(me, "grho")
        await me.press("enter")
        assert me.app.screen is me.main and me.person == "grace-hopper"
        await me.press("left_square_bracket")
        assert me.person != "grace-hopper"


async def test_an_action_runs_and_is_offered_first_the_next_time(home: Path) -> None:
    async with driving(home) as me:
        await box(me, "insi")
        await me.press("enter")
        await me.sees("Insights")
        await me.press("escape")
        screen = await box(me)
        assert screen.rows[0].id == "action:insights"
    async with driving(home) as me:
        assert (await box(me)).rows[0].id == "action:insights"


async def test_a_line_is_logged_with_its_chips_shown(home: Path) -> None:
    async with driving(home) as me:
        screen = await box(me, "coffee with grace yesterday: compilers #navy")
        assert screen.rows[0].group == "log"
        await me.sees(" #navy ")
        await me.press("enter")
        await me.hears("coffee · Grace Hopper")
        (logged,) = timeline(home, "grace-hopper")
        assert (logged["kind"], logged["text"], logged["tags"]) == ("coffee", "compilers", ["navy"])
        await me.press("u")
        await me.hears("undid")
        assert timeline(home, "grace-hopper") == []


async def test_a_line_that_leaves_something_open_is_asked_about_in_the_log_line(home: Path) -> None:
    async with driving(home) as me:
        await box(me, "call with @alan yesterday")
        await me.press("enter")
        assert me.typed == "call with @alan yesterday"
        await me.press("escape", "n", "up")
        assert me.typed == "call with @alan yesterday"


async def test_words_found_come_last_and_move_nothing(home: Path) -> None:
    async with driving(home) as me:
        screen = await box(me, "hor")
        before = [row.id for row in screen._source.find("hor")]
        await until(lambda: len(screen.rows) > len(before))
        assert [row.id for row in screen.rows][: len(before)] == before
        assert "Horses and the board" in screen.rows[-1].label
        await me.press(*["down"] * (len(screen.rows) - 1), "enter")
        assert me.person == "ada-lovelace" and me.main.pane() == "timeline"


async def test_what_is_nowhere_can_still_be_searched_for(home: Path) -> None:
    async with driving(home) as me:
        screen = await box(me, "forge")
        assert screen.rows[0].group == "words" and screen.rows[1].key == "forget"
        await me.press("enter")
        await me.sees("nothing found")


async def test_the_box_stays_where_it_is(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        screen = await box(me)
        places = {screen.query_one("#palette").region}
        for text in ("a", "da", " zzz"):
            await me.type(text)
            places.add(screen.query_one("#palette").region)
        assert len(places) == 1
        await me.press("escape")
        assert me.app.screen is me.main


async def test_on_a_page_it_offers_what_can_be_done_there_and_leads_away(home: Path) -> None:
    async with driving(home) as me:
        await me.press("i")
        screen = await box(me, "ada")
        assert screen.rows[0].id == "person:ada-lovelace"
        await me.press("enter")
        assert me.app.screen is me.main and me.person == "ada-lovelace"


async def test_a_setting_is_opened_where_it_stands(home: Path) -> None:
    async with driving(home) as me:
        await box(me, "sensitivity")
        await me.press("enter")
        screen = me.app.screen
        assert isinstance(screen, SettingsScreen)
        item = screen.current_item()
        assert isinstance(item, SettingItem) and item.setting.name == "rhythm.sensitivity"


async def test_a_line_that_is_left_in_the_box_is_a_draft_and_a_search_is_none(home: Path) -> None:
    async with driving(home) as me:
        await box(me, "coffee with grace: half a thought")
        await me.press("escape")
        await me.hears("kept as a draft: n, then up")
        await box(me, "grace hop")
        await me.press("escape")
        assert [draft.text for draft in newest_drafts(places_in(home))] == [
            "coffee with grace: half a thought"
        ]
