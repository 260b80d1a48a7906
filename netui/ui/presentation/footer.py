"""The line of keys at the bottom."""

from collections.abc import Iterable, Mapping

from netui.ui.actions import Action, shown_key
from netui.ui.presentation.text import Line


def footer_line(actions: Iterable[Action], keys: Mapping[str, str], width: int) -> Line:
    """The keys of these actions with their words, as many as there is room for."""
    line: Line = []
    for action in actions:
        if not action.footer or not keys.get(action.id):
            continue
        key = shown_key(keys[action.id].split(",")[0])
        width -= len(key) + len(action.footer) + 3
        if width < 0:
            break
        line += [(f" {key}", "strong"), (f" {action.footer} ", "muted")]
    return line
