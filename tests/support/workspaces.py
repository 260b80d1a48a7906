"""Workspaces over folders of a test, closed when it is over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from netui.services.workspace import Workspace
from netui.storage.state.config import Config, Places

NOW = datetime(2026, 11, 21, 9)
_open: list[Workspace] = []


def places_in(base: Path) -> Places:
    """All folders of one user under ``base``."""
    return Places(base / "net", base / "state", base / "cache", base / "config.toml")


def open_workspace(
    base: Path, config: Config | None = None, now: Callable[[], datetime] | None = None
) -> Workspace:
    """The network under ``base`` on a clock that stands still."""
    workspace = Workspace(places_in(base), config or Config(), now or (lambda: NOW))
    _open.append(workspace)
    return workspace


@contextmanager
def closing_workspaces() -> Iterator[None]:
    """Closes, at the end, every workspace that `open_workspace` opened meanwhile."""
    before = len(_open)
    yield
    while len(_open) > before:
        _open.pop().close()
