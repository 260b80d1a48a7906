"""Crash reports: where in the code an unexpected error arose, in a file that holds nothing personal.

A report is meant to be sent to strangers. So it has the types of the errors but not their words, which may
quote a note; the lines of code but no folder of the user's; the names of the settings but no value.
"""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from errno import errorcode
from types import TracebackType

_ENDS = 40
"""How many lines of code are told at each end of a long way."""
_TERMINAL = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "NETUI_TERMINAL")


def save_report(error: BaseException, doing: str = "") -> str:
    """Writes a report to ``crashes/`` of the state folder; returns a sentence for the user on where it is.

    ``doing`` is the name of the command, or of what else ran.
    """
    try:
        from netui.services.settings import state_folder
        from netui.storage.files.atomic import write_private

        path = os.path.join(state_folder(), "crashes", f"{datetime.now():%Y%m%dT%H%M%S}-{os.getpid()}.txt")
        write_private(None, path, report_text(error, doing).encode("utf-8", "replace"))
    except Exception as failure:
        return f"a report could not be written ({type(failure).__name__})"
    return f"a report without names or notes is in {path}; please add it to a bug report"


def report_text(error: BaseException, doing: str = "") -> str:
    """The report: the errors with the lines of code they passed, versions, terminal, names of settings."""
    lines = ["netui crash report", ""]
    lines += _chain(error, set())
    lines += ["", f"doing: {doing or 'unknown'}", *_machine()]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    """An error, then what it arose from, and the members of a group."""
    seen.add(id(error))
    yield _kind(error)
    yield from _frames(error.__traceback__)
    members = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    origin = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for words, other in [*(("of which", member) for member in members), ("arose from", origin)]:
        if other is not None and id(other) not in seen:
            yield words
            yield from _chain(other, seen)


def _kind(error: BaseException) -> str:
    """The type of an error, with the system's or the index's name for it."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    number = error.errno if isinstance(error, OSError) else None
    code = errorcode.get(number or 0) or getattr(error, "sqlite_errorname", "")
    return f"{name} [{code}]" if code else name


def _frames(trace: TracebackType | None) -> list[str]:
    """The lines of code that an error passed, the outermost first; the middle of a recursion is left out."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"  {_source(code.co_filename)}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return found if len(found) <= 2 * _ENDS else [*found[:_ENDS], "  …", *found[-_ENDS:]]


def _source(filename: str) -> str:
    """The path of a source file within netui, a package or Python; never a folder of the user's."""
    import netui

    above = os.path.dirname(os.path.dirname(os.path.abspath(netui.__file__)))
    for name in ("site-packages", "dist-packages"):
        _, found, inside = filename.rpartition(f"{os.sep}{name}{os.sep}")
        if found:
            return inside
    for folder in (os.path.join(above, "netui"), os.path.dirname(os.__file__)):
        if filename.startswith(folder + os.sep):
            return os.path.relpath(filename, os.path.dirname(folder))
    return filename if filename.startswith("<frozen ") else "elsewhere"


def _machine() -> Iterator[str]:
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    from netui import __version__

    versions = [f"netui {__version__}", f"Python {platform.python_version()}"]
    versions.append(f"SQLite {sqlite3.sqlite_version}")
    for package in ("textual", "tomli", "tomlrt", "pydantic"):
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            versions.append(f"{package} missing")
    yield f"versions: {', '.join(versions)}"
    yield f"system: {sys.platform} {platform.machine()}"
    yield f"terminal: {_terminal()}"
    yield f"settings: {_settings()}"


def _terminal() -> str:
    from netui.domain.text.sanitize import clean

    found = [f"{name}={clean(os.environ[name])[:40]}" for name in _TERMINAL if name in os.environ]
    try:
        columns, rows = os.get_terminal_size(2)
        found.append(f"{columns}x{rows}")
    except OSError:
        found.append("none")
    return " ".join(found)


def _settings() -> str:
    """The names of the settings that are not as they come."""
    from netui.services.settings import Config, config_path, load_config

    try:
        config = load_config(config_path())[0]
    except Exception as error:  # it may be what the report is about
        return f"cannot be loaded ({type(error).__name__})"
    changed = (name for name, value in config._asdict().items() if value != getattr(Config(), name))
    return ", ".join(changed) or "none"
