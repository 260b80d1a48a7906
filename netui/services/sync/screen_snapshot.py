"""The screen as it was left, for as long as what it shows is still so."""

import os
from datetime import date

from netui import __version__
from netui.domain.model.folders import CONTACTS, GOALS
from netui.storage.files.stat import StrPath
from netui.storage.state.config import Places
from netui.storage.state.screen_snapshot import ScreenSnapshot as ScreenSnapshot
from netui.storage.state.screen_snapshot import delete, load, save


def save_snapshot(places: Places, today: date, terminal: str, screen: ScreenSnapshot) -> None:
    """Keeps what is on a terminal of this kind today; every change of the folder must have been taken in."""
    save(places.cache, places.network, _conditions(places, today, terminal), screen)


def load_snapshot(places: Places, today: date, terminal: str) -> ScreenSnapshot | None:
    """The screen as it was left today on a terminal of this kind, unless anything has changed since.

    What was edited in place leaves no trace in the folder; it is seen a moment later, as always.
    """
    return load(places.cache, places.network, _conditions(places, today, terminal))


def delete_snapshot(places: Places) -> None:
    """The next start shows none: it begins elsewhere."""
    delete(places.cache, places.network)


def _conditions(places: Places, today: date, terminal: str) -> str:
    folders = [_changed_at(os.path.join(places.network, folder)) for folder in (CONTACTS, GOALS)]
    return "\n".join(map(str, (__version__, terminal, today, _changed_at(places.config), *folders)))


def _changed_at(path: StrPath) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
