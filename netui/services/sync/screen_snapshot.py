"""Screen snapshot: the last screen, saved when the app is left and shown at the next start if still true."""

import os
from datetime import date

from netui import __version__
from netui.domain.model.folders import CONTACTS, GOALS
from netui.storage.files.stat import StrPath
from netui.storage.state.config import Places
from netui.storage.state.screen_snapshot import ScreenSnapshot as ScreenSnapshot
from netui.storage.state.screen_snapshot import delete, load, save


def save_snapshot(places: Places, today: date, terminal: str, screen: ScreenSnapshot) -> None:
    """Saves the screen of a terminal of this kind and size; the index must be up to date with the folder."""
    save(places.cache, places.network, _conditions(places, today, terminal), screen)


def load_snapshot(places: Places, today: date, terminal: str) -> ScreenSnapshot | None:
    """The snapshot made today on such a terminal, unless folders, settings or version changed since.

    A file edited in place does not change its folder; the app finds it once it has started.
    """
    return load(places.cache, places.network, _conditions(places, today, terminal))


def delete_snapshot(places: Places) -> None:
    """Deletes the snapshot, where the next start shows something else first."""
    delete(places.cache, places.network)


def _conditions(places: Places, today: date, terminal: str) -> str:
    """Everything that the screen depends on, as text that is saved with it and compared."""
    folders = [_mtime(os.path.join(places.network, folder)) for folder in (CONTACTS, GOALS)]
    return "\n".join(map(str, (__version__, terminal, today, _mtime(places.config), *folders)))


def _mtime(path: StrPath) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
