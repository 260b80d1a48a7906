"""Insights at the keys: a page that leads down to people."""

from pathlib import Path

import pytest

from netui.presentation.pages.page_layout import IntroductionItem
from netui.presentation.text import plain
from netui.ui.screens.pages.insights import insights as module
from netui.ui.screens.pages.insights.insights import InsightsScreen
from tests.support.app import driving, entry, open_workspace, timeline, until, write_network


async def test_a_section_leads_to_its_people_and_they_to_one(home: Path) -> None:
    async with driving(home, size=(80, 60)) as me:
        await me.press("i")
        await me.sees("The year")
        await me.sees("2 new people in 12 months")
        await me.press("enter")
        await me.sees("Met in the last year")
        await me.sees("Alan Turing")
        await me.press("j", "enter")
        assert me.app.screen is me.main
        assert me.person


async def test_nothing_is_cut_in_sixty_columns(home: Path) -> None:
    async with driving(home, size=(60, 20)) as me:
        await me.press("i")
        await me.sees("new people in 12 months")
        page = me.app.screen
        await until(lambda: "counting" not in page.text)  # type: ignore[attr-defined]
        lines = page.text.splitlines()  # type: ignore[attr-defined]
        assert [line for line in lines if line.rstrip().endswith("…")] == []
        assert any(line.startswith("    met on ") for line in lines)


async def test_all_of_it_is_said_in_eighty_columns_and_leads_back(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("i")
        await me.sees("Insights")
        text = me.app.screen.text  # type: ignore[attr-defined]
        for heading in (
            "The year",
            "Close, weak and new",
            "Fields and roles",
            "Capacity",
            "Dormant",
            "Opportunities",
        ):
            assert heading in text
        assert "weak ties, in one study (Granovetter 1973)" in text
        await me.press("?")
        help_text = "\n".join(plain(line) for line in me.app.screen.view.page.lines)  # type: ignore[attr-defined]
        assert "Granovetter" in help_text
        assert all(len(line) <= 80 for line in help_text.split("\n"))
        await me.press("escape")
        assert all(len(line) <= 80 for line in text.split("\n"))
        await me.press("G", "g", "j", "j", "?", "escape", "escape")
        assert me.app.screen is me.main


async def test_an_empty_network_says_how_each_section_is_filled(tmp_path: Path) -> None:
    (tmp_path / "net").mkdir()
    async with driving(tmp_path, size=(80, 60)) as me:
        await me.press("escape", "i")
        await me.sees("none yet: o on a person notes one")
        await me.sees("no rhythm is set")


async def test_the_cursor_stays_on_its_line_when_the_whole_log_is_counted(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("i")
        page = me.app.screen
        assert isinstance(page, InsightsScreen)
        await until(lambda: page.past is not None, "counted")
        counted, page.past = page.past, None
        page.draw()
        assert "counting …" in page.text
        while getattr(page.current_item(), "title", "") != "#maths":  # type: ignore[union-attr]
            await me.press("j")
        page._take(counted, page._counting)  # type: ignore[arg-type]
        assert page.current_item().title == "#maths"  # type: ignore[union-attr]
        await me.press("enter")
        await me.sees("Ada Lovelace")


async def test_tab_goes_from_section_to_section_and_shift_tab_back(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("i")
        page = me.app.screen
        assert isinstance(page, InsightsScreen)
        await until(lambda: page.past is not None, "counted")
        await me.press("tab", "tab")
        assert me.lines[1].startswith(" Close, weak and new ties")
        await me.press("shift+tab")
        assert me.lines[1].startswith(" How things stood")
        for _ in range(20):
            await me.press("tab")
        await me.sees("What was learned")


async def test_of_very_many_people_it_counts_aside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)
    begun: list[object] = []
    async with driving(home, size=(80, 60)) as me:
        begin = me.app.background_tasks.submit
        monkeypatch.setattr(me.app.background_tasks, "submit", lambda *work: begun.append(work))
        await me.press("i")
        await me.sees("counting …")
        for work in begun:
            begin(*work)  # type: ignore[misc]
        await me.sees("The year")
        await me.sees("2 new people in 12 months")
        await me.press("enter")
        await me.sees("Met in the last year")


async def test_an_introduction_is_promised_or_logged_with_one_key(tmp_path: Path) -> None:
    people = {
        "ada": {"name": "Ada", "seeks": ["a COBOL coder"], "timeline": [entry("2026-11-15", "call")]},
        "grace": {"name": "Grace", "knows": ["cobol"]},
    }
    write_network(tmp_path / "net", people)
    async with driving(open_workspace(tmp_path), size=(100, 40)) as me:
        await me.press("i")
        await until(lambda: "Ada looks for a COBOL coder: Grace" in me.app.screen.text)
        page = me.app.screen

        def go_there() -> None:
            places = enumerate(page.view.page.selectables)
            page.view.move_to(next(n for n, each in places if isinstance(each.item, IntroductionItem)))

        go_there()
        await me.press("p")
        await me.sees("promise: introduce Grace (a COBOL coder), by Sat 28 Nov 2026 (Ada)")
        await me.press("u")
        await until(lambda: "Ada looks for a COBOL coder: Grace" in page.text)
        go_there()
        await me.press("x")
        await me.sees("introduced Ada and Grace")
        assert timeline(tmp_path, "ada")[-1]["with"] == ["grace"]
        await until(lambda: "given, and what came of it" in page.text)
