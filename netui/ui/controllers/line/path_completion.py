"""Completion of paths: files that can be imported, and the folders on the way."""

from __future__ import annotations

import os

from netui.presentation.prompt.candidates import word_rows
from netui.presentation.text import clean
from netui.ui.widgets.prompt import Completion

_MOST = 200
"""Entries of a folder that are offered."""


def complete_path(text: str, cursor: int) -> Completion | None:
    """What the path before the cursor may become; hidden files only where a dot is typed."""
    typed = text[:cursor]
    folder, _, start = typed.rpartition("/")
    place = os.path.expanduser(f"{folder}/") if "/" in typed else "."
    try:
        with os.scandir(place) as found:
            entries = [(each.name, each.is_dir()) for each in found if _is_offered(each.name, start)]
    except OSError:
        return None
    names = [f"{name}/" if is_folder else name for name, is_folder in sorted(entries)[:_MOST]]
    if not names:
        return None
    begin = cursor - len(start)
    shown = [each for each in names if each != start]
    return Completion(begin, cursor, shown, word_rows(dict.fromkeys(shown, ""))) if shown else None


def _is_offered(name: str, start: str) -> bool:
    """Whether a name goes on from what was typed; one with control characters cannot be typed."""
    is_hidden = name.startswith(".") and not start.startswith(".")
    return name.casefold().startswith(start.casefold()) and not is_hidden and clean(name) == name
