"""One person with a long life: what a key costs does not grow with what there is."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import tomli

from netui.presentation.pages.contact import contact_page as drawn
from netui.presentation.pages.page_layout import EntryItem, PromiseItem
from netui.ui.widgets.timeline import MARGIN, WINDOW, TimelineView
from tests.support.app import Driver, driving, entry, write_network

COUNT = 3 * WINDOW + 7
IDS = [f"e{number:04d}" for number in range(COUNT)]
"""Newest first, as they are listed."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    days = [date(2026, 11, 20) - timedelta(3 * number) for number in range(COUNT)]
    told = [
        {**entry(day.isoformat(), "call", f"Words of {ident}. " * (1 + number % 4)), "id": ident}
        for number, (ident, day) in enumerate(zip(IDS, days, strict=True))
    ]
    ada = {"name": "Ada", "timeline": told[::-1], "promise": [{"id": "p", "by": "me", "text": "Send it"}]}
    write_network(tmp_path / "net", {"ada": ada, "bob": {"name": "Bob"}})
    return tmp_path


async def open_timeline(me: Driver) -> TimelineView:
    me.main.select("ada")
    await me.press("2")
    return me.main.timeline_view


def ident(view: TimelineView) -> str:
    match view.current():
        case EntryItem(entry):
            return entry.id
        case PromiseItem(promise):
            return promise.id
    raise AssertionError("nothing under the cursor")


def is_seen(view: TimelineView) -> bool:
    first, after = view.selectable_lines(view.cursor)
    top = view.scroll_offset.y
    return bool(top <= first and after <= top + view.size.height)


async def test_each_entry_is_passed_once_on_the_way_down_and_up(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    lines = drawn.entry_lines
    monkeypatch.setattr(drawn, "entry_lines", lambda e, *_: made.append(e.id) or lines(e, *_))
    async with driving(home) as me:
        view = await open_timeline(me)
        passed = []
        for _ in range(COUNT):
            made.clear()
            view.move_by(1)
            assert len(made) <= WINDOW
            assert is_seen(view)
            passed.append(ident(view))
        assert passed == IDS
        for _ in range(COUNT):
            passed.append(ident(view))
            made.clear()
            view.move_by(-1)
            assert len(made) <= WINDOW
            assert is_seen(view)
        assert passed[COUNT:] == IDS[::-1]
        assert ident(view) == "p"


async def test_what_is_on_screen_stays_where_it_is_while_others_are_laid_out(home: Path) -> None:
    async with driving(home) as me:
        view = await open_timeline(me)
        for _ in range(WINDOW - MARGIN):
            view.move_by(1)
        await me.settled()
        before, top = me.lines, view.line_count()
        view.move_by(1)
        await me.settled()
        assert view.line_count() != top
        assert sum(one == other for one, other in zip(before, me.lines, strict=True)) >= len(before) - 8


async def test_first_last_half_pages_and_one_by_name(home: Path) -> None:
    async with driving(home) as me:
        view = await open_timeline(me)
        await me.press("G")
        assert ident(view) == IDS[-1] and is_seen(view)
        assert "later entries" in "\n".join("".join(t for t, _ in line) for line in view.page.lines[:2])
        await me.press("k", "k")
        assert ident(view) == IDS[-3]
        await me.press("g")
        assert ident(view) == "p" and view.scroll_offset.y == 0
        assert "Ada" in me.screen
        places = []
        for _ in range(COUNT):
            view.half_page(1)
            places.append(IDS.index(ident(view)))
            if places[-1] == COUNT - 1:
                break
        assert places == sorted(set(places)) and places[-1] == COUNT - 1
        view.find_entry(IDS[COUNT // 2])
        assert ident(view) == IDS[COUNT // 2] and is_seen(view)
        assert len(view.page.selectables) <= WINDOW + 1


async def test_another_entry_leaves_the_cursor_where_it_is_far_down(home: Path) -> None:
    async with driving(home) as me:
        view = await open_timeline(me)
        view.find_entry(IDS[200])
        await me.press("n")
        await me.enter("call with @ada: one more")
        await me.settled()
        assert len(me.main.profile.timeline) == COUNT + 1
        assert ident(view) == IDS[200] and is_seen(view)


async def test_a_megabyte_of_words_is_shown_as_far_as_anyone_scrolls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "Caught up on the move; the garden is coming along.\n" * 20_000
    told = {"name": "Ada", "notes": long, "timeline": [entry("2026-11-20", "note", long)]}
    write_network(tmp_path / "net", {"ada": told})
    looked_at: list[int] = []
    monkeypatch.setattr("netui.presentation.text.clean", lambda text: looked_at.append(len(text)) or text)
    async with driving(tmp_path) as me:
        view = await open_timeline(me)
        assert 0 < view.line_count() < drawn.NOTE_LINES + drawn.ENTRY_LINES + 20
        assert "the file has all of it" in "".join(text for line in view.page.lines for text, _ in line)
        assert sum(looked_at) < len(long) // 4


async def test_a_form_leaves_out_what_is_too_long_and_keeps_it(tmp_path: Path) -> None:
    long = "Caught up on the move; the garden is coming along.\n" * 2_000
    told = {"name": "Ada", "notes": long, "timeline": [entry("2026-11-20", "note", long)]}
    write_network(tmp_path / "net", {"ada": told})
    async with driving(tmp_path) as me:
        await me.press("e")
        assert "too long for a form" in me.screen
        await me.type(" King")
        await me.press("ctrl+s")
        await me.press("2", "enter")
        assert "too long for a form" in me.screen
        await me.type(" ")
        await me.press("escape")
    kept = tomli.loads((tmp_path / "net/contacts/ada.toml").read_text())
    assert kept["name"] == "Ada King"
    assert kept["notes"] == long and kept["timeline"][0]["text"] == long
