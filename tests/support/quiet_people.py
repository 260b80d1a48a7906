"""People with known rhythms, some gone quiet, and an app open on a clock that is moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from weakref import WeakKeyDictionary

from netui.ui.app import NetuiApp
from netui.ui.screens.shared.base import ActionScreen
from tests.support.app import Driver, driving, open_workspace
from tests.support.quiet_network import Clock, Contact, contact, each

TODAY = date(2026, 11, 21)


def silent(name: str, days: int, step: int = 9, **more: Any) -> Contact:
    return contact(name, each(step, 20, TODAY - timedelta(days)), **more)


def some_quiet() -> dict[str, Contact]:
    """Five gone quiet, one about to, one in touch."""
    people = {
        name.lower(): silent(name, 100 - at) for at, name in enumerate(("Ada", "Bob", "Cy", "Dan", "Eve"))
    }
    people["ada"]["emails"] = ["ada@x.example"]
    return {**people, "gil": silent("Gil", 35), "zoe": silent("Zoe", 0)}


@asynccontextmanager
async def on(home: Path, now: date | datetime, **more: Any) -> AsyncIterator[tuple[Driver, Clock]]:
    """The app open at a time; a toast stays until another takes its place, however slow the machine."""
    clock = Clock(now)
    news: list[str] = []

    def show_news(screen: ActionScreen, text: str) -> None:
        news[:] = [text]
        shown(screen, text)

    shown = ActionScreen.show_news
    with (
        patch.object(NetuiApp, "NOTIFICATION_TIMEOUT", 3600),
        patch.object(ActionScreen, "show_news", show_news),
    ):
        async with driving(open_workspace(home, now=clock), **more) as me:
            _NEWS[me] = news
            yield me, clock


_NEWS: WeakKeyDictionary[Driver, list[str]] = WeakKeyDictionary()


def told(me: Driver) -> list[str]:
    """The last that was told without being asked for, in the line above the footer or in a toast."""
    return _NEWS[me]
