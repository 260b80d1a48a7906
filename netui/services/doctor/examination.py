"""The examination: everything that the doctor looks at, in the order in which it is shown."""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from netui.services.doctor.finding import Finding
from netui.services.doctor.folders import check_dates, check_disks, check_files, check_permissions
from netui.services.doctor.program import (
    check_copies,
    check_index,
    check_terminal,
    check_versions,
    installed_versions,
)
from netui.services.doctor.repository import check_git
from netui.services.errors import words_of
from netui.services.settings import Places
from netui.services.workspace import Workspace
from netui.storage.index.schema import sqlite_version


def examine(
    places: Places,
    open_workspace: Callable[[], Workspace],
    variables: Mapping[str, str],
    size: tuple[int, int] | None,
) -> list[Finding]:
    """Every finding; nothing is changed, and nothing is raised for what files, disks and programs do.

    ``variables`` are those of the environment, ``size`` that of the terminal.
    """
    network, state, cache = Path(places.network), Path(places.state), Path(places.cache)
    settings = Path(places.config)
    folders = {"network": network, "state": state, "cache": cache, "settings": settings.parent}
    return [
        *check_permissions(folders),
        *check_files(network),
        *_settings(settings),
        *check_disks(network, cache, {"state": state}),
        *check_dates(network, time.time(), variables.get("NETUI_TODAY", "")),
        *check_git(network),
        *_index(open_workspace),
        *check_terminal(variables, size),
        *check_versions(installed_versions(), sys.version_info[:3], sqlite_version()),
        *check_copies(variables.get("PATH", ""), _names(cache)),
    ]


def _settings(path: Path) -> Iterator[Finding]:
    from netui.storage.validation.validate import config_errors

    errors = config_errors(path)
    if errors:
        line, what = errors[0]
        more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
        yield Finding("settings", f"{path}: {what}{more}", f"edit line {line or 1}; netui check names each")


def _index(open_workspace: Callable[[], Workspace]) -> Iterator[Finding]:
    try:
        yield from check_index(open_workspace())
    except (OSError, sqlite3.Error) as error:
        yield Finding(
            "index",
            f"it cannot be opened ({words_of(error)})",
            "close other programs that use it, then try again",
        )


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
