"""The doctor's look at the program: versions, the terminal, other copies of netui, and the index."""

import os
import re
import sys
from collections.abc import Iterator, Mapping

from netui import __version__
from netui.services.doctor.finding import Finding
from netui.services.workspace import Workspace
from netui.storage.index.schema import VERSION, damage

NEEDED = {
    "textual": ((8, 2, 5), (9,)),
    "tomli": ((2, 4), ()),
    "tomlrt": ((2, 3), (3,)),
    "pydantic": ((2, 9), ()),
}
"""The packages that matter most: from which version on, and below which one ("()": any)."""
SMALLEST = (20, 5)
"""Columns and rows of the smallest terminal in which the app can be used."""
_UPGRADE = "reinstall netui (pipx reinstall netui, or pip install --upgrade netui)"
_NUMBERED = re.compile(r"index-[0-9a-f]+-v(\d+)-")


def check_versions(installed: Mapping[str, str], python: tuple[int, ...], sqlite: str) -> Iterator[Finding]:
    """Whether Python, the packages and SQLite are ones that netui works with.

    ``sqlite`` is its version, followed by " without FTS5" where it lacks that.
    """
    wrong = []
    if python < (3, 11):
        wrong.append(f"Python {'.'.join(map(str, python))} is older than 3.11")
    for package, (least, below) in NEEDED.items():
        version = installed.get(package, "")
        number = tuple(map(int, re.findall(r"\d+", version)[:3]))
        if not version:
            wrong.append(f"{package} is missing")
        elif number < least or (below and number >= below):
            wanted = ".".join(map(str, least)) + (f" up to, not including, {below[0]}" if below else "")
            wrong.append(f"{package} {version} is not one of those tried ({wanted})")
    if "without" in sqlite:
        wrong.append(f"SQLite {sqlite}")
    packages = [f"{name} {installed[name]}" for name in ("textual", "tomli") if name in installed]
    shown = [f"netui {__version__}", f"Python {'.'.join(map(str, python))}", *packages, f"SQLite {sqlite}"]
    yield Finding("versions", "; ".join(wrong), _UPGRADE) if wrong else Finding("versions", ", ".join(shown))


def installed_versions() -> dict[str, str]:
    """The versions of the packages that netui needs; those that are missing are left out."""
    from importlib.metadata import PackageNotFoundError, version

    found = {}
    for package in NEEDED:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def check_terminal(variables: Mapping[str, str], size: tuple[int, int] | None) -> Iterator[Finding]:
    """Whether the terminal can show the app; ``size`` is in columns and rows, None without a terminal."""
    term = variables.get("TERM", "")
    locale = next((variables[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if variables.get(name)), "")
    if term in ("", "dumb", "unknown"):
        what = f"TERM is {term!r}" if term else "TERM is not set"
        yield Finding("terminal", what, "run netui in a terminal, or export TERM=xterm-256color")
    if sys.platform != "darwin" and not re.search(r"utf-?8", locale, re.IGNORECASE):
        what = f"the locale is {locale}, not UTF-8" if locale else "no locale is set"
        yield Finding("terminal", what, "export LC_ALL=C.UTF-8, or your language's, as en_GB.UTF-8")
    if size is not None and (size[0] < SMALLEST[0] or size[1] < SMALLEST[1]):
        what = f"{size[0]} columns and {size[1]} rows"
        yield Finding("terminal", what, f"make the window {SMALLEST[0]} by {SMALLEST[1]} or larger")
    shown = f"{size[0]}×{size[1]}" if size else "output goes to no terminal"
    yield Finding("terminal", f"{term or 'no TERM'}, {_colours(variables)}, {shown}")


def _colours(variables: Mapping[str, str]) -> str:
    term = variables.get("TERM", "")
    if "NO_COLOR" in variables:
        return "no colours (NO_COLOR)"
    if variables.get("COLORTERM") in ("truecolor", "24bit") or term.endswith("-direct"):
        return "16 million colours"
    return "256 colours" if "256" in term else "16 colours"


def check_copies(path: str, caches: list[str]) -> Iterator[Finding]:
    """Other programs named netui in the folders of ``path``, and traces of a newer one among ``caches``."""
    found: dict[str, str] = {}
    for folder in path.split(os.pathsep):
        program = os.path.join(folder, "netui")
        if folder and os.path.isfile(program) and os.access(program, os.X_OK):
            found.setdefault(os.path.realpath(program), program)
    if len(found) > 1:
        first, *others = found.values()
        mend = "uninstall those that you do not mean (pip uninstall netui, pipx uninstall netui)"
        yield Finding("copies", f"{first} is run, and there is {', '.join(others)} too", mend)
    versions = [int(match[1]) for match in map(_NUMBERED.match, caches) if match]
    if max(versions, default=0) > VERSION:
        yield Finding("copies", f"a newer netui than this one ({__version__}) was used here", _UPGRADE)


def check_index(workspace: Workspace) -> Iterator[Finding]:
    """Whether the index can be kept, is sound, and how large and fresh it is."""
    index = workspace.index
    if index.path is None:
        mend = f"make {workspace.places.cache} writable; until then each start reads every file"
        yield Finding("index", "it is kept in memory only", mend)
        return
    harm = damage(index.path)
    if harm:
        yield Finding("index", f"it is damaged ({harm})", f"delete {index.path}; it is rebuilt")
        return
    size, people = os.stat(index.path).st_size, workspace.read.count()
    state = "up to date at its last look" if index.surveyed else "some files to be read again"
    who = "1 person" if people == 1 else f"{people:,} people"
    built = f"{who}, {state}" if index.built else "not built yet"
    yield Finding("index", f"version {VERSION}, {size / (1 << 20):.1f} MiB, {built}")
