"""The footer: the keys that do something, as many as there is room for."""

from collections.abc import Iterable, Mapping

from netui.presentation.actions import Action
from netui.presentation.keymap import shown_key
from netui.presentation.text import Line, width_of

SILENCE_ACTIONS = ("tried", "reviewed", "let_go")
"""What is done about a silence and nothing else; elsewhere their keys need no room."""
CADENCE_ACTIONS = ("log", "message", "snooze", "rhythm", *SILENCE_ACTIONS)
"""What one does about a silence, in the order of the footer."""
_ALWAYS = ("back", "help")


def cadence_first(actions: Iterable[Action], *, is_silent: bool) -> list[Action]:
    """While the cursor is on someone silent, what one does about it comes first; else it is left out."""
    if not is_silent:
        return [action for action in actions if action.id not in SILENCE_ACTIONS]
    order = {name: at for at, name in enumerate(CADENCE_ACTIONS)}
    return sorted(actions, key=lambda action: order.get(action.id, len(order)))


def footer_line(actions: Iterable[Action], keys: Mapping[str, str], width: int) -> Line:
    """The keys of these actions with their words, as many as there is room for; back and help always."""
    shown = [action for action in actions if action.footer and keys.get(action.id)]
    ending = [span for action in shown if action.id in _ALWAYS for span in _key(action, keys)]
    room = width - width_of(ending)
    line: Line = []
    for action in shown:
        if action.id in _ALWAYS:
            continue
        spans = _key(action, keys)
        room -= width_of(spans)
        if room < 0:
            break
        line += spans
    return line + ending


def _key(action: Action, keys: Mapping[str, str]) -> Line:
    return [(f" {shown_key(keys[action.id].split(',')[0])}", "strong"), (f" {action.footer} ", "muted")]
