"""Walking through the demo network at the keys, and asking the same of the command line."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from netui.presentation.text import plain
from netui.services.transfer import demo
from netui.ui.screens.pages.page import PageScreen
from netui.ui.widgets.page import PageView
from tests.support.app import NOW, Driver, driving, until

PATIENT = 250
"""More steps than any page of the demo has items."""


def write_demo(folder: Path) -> Path:
    """The demo of the frozen day as files under ``folder``."""
    for path, text in demo.build_demo(NOW.date()).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


class Walker(Driver):
    """Someone who looks where the cursor is, and goes on until it is where they want it."""

    @property
    def page(self) -> PageScreen:
        """The page that stands before the main screen."""
        assert isinstance(self.app.screen, PageScreen)
        return self.app.screen

    def under_cursor(self, view: PageView) -> str:
        """The lines the cursor stands on, as one."""
        first, after = view.selectable_lines(view.cursor) if view.selectable_count() else (0, 0)
        lines = view.page.lines[first:after]
        return "\n".join(plain(line) for line in lines)

    async def down_to(self, text: str) -> None:
        """``j`` until the cursor stands on ``text``, on a page or in the goals pane; it is on screen then."""
        view = self.page.view if isinstance(self.app.screen, PageScreen) else self.main.goals_view
        for _ in range(PATIENT):
            if text in self.under_cursor(view):
                assert text in self.screen, f"{text!r} has the cursor but is not on screen\n{self.screen}"
                return
            before = view.cursor
            await self.press("j")
            assert view.cursor != before, f"no item says {text!r}\n{self.screen}"

    async def open_insights(self) -> None:
        """``i``, and everything is counted."""
        await self.press("i")
        await until(lambda: "new people in 12 months" in self.page.text, "the whole log counted")
        await self.settled()

    async def filter(self, query: str) -> list[str]:
        """``/``, a query and enter; the names that are left."""
        await self.press("/")
        await self.enter(query)
        return self.names


@asynccontextmanager
async def walking(base: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Walker]:
    """The demo open on a small terminal."""
    write_demo(base / "net")
    async with driving(base, size=size) as me:
        yield Walker(me.app)
