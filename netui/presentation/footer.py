"""The footer: the keys that do something, as many as there is room for."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from netui.presentation.actions import Action
from netui.presentation.context import GOALS, Context
from netui.presentation.keymap import shown_key
from netui.presentation.text import Line, width_of
from netui.services.people.rows import ListedContact

SILENCE_ACTIONS = ("tried", "reviewed", "let_go")
"""What is done about a silence and nothing else; elsewhere their keys need no room."""
CADENCE_ACTIONS = ("log", "message", "snooze", "rhythm", *SILENCE_ACTIONS)
"""What one does about a silence, in the order of the footer."""
_ALWAYS = ("back", "quit", "palette", "help")
"""What is told whatever the width leaves out, in this order."""


ITEM_ACTIONS = ("toggle_done", "drop", "won", "lost", "edit", "open", "goal_down", "delete", "copy")
"""What one does with the entry, promise or goal under the cursor, in the order of the footer."""
PERSON_ACTIONS = ("log", "promise", "brief", "edit")
"""What one does with a person who is not silent, in the order of the footer."""


UNREADABLE_ACTIONS = ("edit_file", "delete")
"""What one does about a file that cannot be read, in the order of the footer."""
_MENDING = "open its file"
_ADDING = ("log", "add")
"""What stays out of the footer beside such a file: it would seem to be for the person under the cursor."""


def order_for_context(
    actions: Iterable[Action], context: Context, person: ListedContact | None
) -> list[Action]:
    """The actions in the order of the footer of the main screen, by what the cursor stands on."""
    if context.is_unreadable and (context.item is None or context.place == GOALS):
        return order_for_unreadable(actions)
    is_silent = person is not None and person.status.state in ("quiet", "due", "dormant")
    return order_for_cursor(actions, is_on_item=context.item is not None, is_silent=is_silent)


def order_for_unreadable(actions: Iterable[Action]) -> list[Action]:
    """The actions where the file of what the cursor stands on cannot be read: first what mends that."""
    here = [action for action in actions if action.id not in _ADDING]
    words = [each._replace(footer=_MENDING) if each.id == "edit_file" else each for each in here]
    return _in_order(words, UNREADABLE_ACTIONS)


def order_for_cursor(actions: Iterable[Action], *, is_on_item: bool, is_silent: bool) -> list[Action]:
    """The actions, those first that are about what the cursor stands on: an item, or a person, silent or not.

    What is about a silence alone is left out elsewhere.
    """
    first = ITEM_ACTIONS if is_on_item else CADENCE_ACTIONS if is_silent else PERSON_ACTIONS
    here = [action for action in actions if first is CADENCE_ACTIONS or action.id not in SILENCE_ACTIONS]
    return _in_order(here, first)


def _in_order(actions: Iterable[Action], first: Sequence[str]) -> list[Action]:
    """The actions, those named in ``first`` at the beginning, in its order."""
    order = {name: at for at, name in enumerate(first)}
    return sorted(actions, key=lambda action: order.get(action.id, len(order)))


def footer_line(actions: Iterable[Action], keys: Mapping[str, str], width: int) -> Line:
    """The keys of these actions with their words, as many as there is room for.

    How one leaves, what else there is, and help always stand at the end.
    """
    shown = [action for action in actions if action.footer and keys.get(action.id)]
    always = sorted((each for each in shown if each.id in _ALWAYS), key=lambda each: _ALWAYS.index(each.id))
    ending = [_key(action, keys) for action in always]
    while len(ending) > 1 and sum(map(width_of, ending)) > width:
        del ending[0]
    room = width - sum(map(width_of, ending))
    line: Line = []
    for action in shown:
        if action.id in _ALWAYS:
            continue
        spans = _key(action, keys)
        room -= width_of(spans)
        if room < 0:
            break
        line += spans
    return [*line, *(span for spans in ending for span in spans)]


def _key(action: Action, keys: Mapping[str, str]) -> Line:
    return key_hints([(keys[action.id].split(",")[0], action.footer)])


def key_hints(keys: Iterable[tuple[str, str]], spell: Callable[[str], str] = shown_key) -> Line:
    """Keys, by their names in the table of actions, with what they do: `` ^s save  esc leave ``."""
    return [span for key, words in keys for span in _hint(key, f" {spell(key)}", f" {words} ")]


def _hint(key: str, name: str, words: str) -> Line:
    return [(name, pressing("strong", key)), (words, pressing("muted", key))]


_PRESSES = "press="
"""What the word of a role begins with that names a key: a click on the span presses it."""


def pressing(role: str, key: str) -> str:
    """``role`` of a span that stands for a key."""
    return f"{role} {_PRESSES}{key}"


def pressed_key(line: Line, x: int) -> str:
    """The key of the span at cell ``x`` of a line, "" for none."""
    for text, role in line:
        x -= width_of([(text, "")])
        if x < 0:
            named = (word for word in role.split() if word.startswith(_PRESSES))
            return next(named, "").removeprefix(_PRESSES)
    return ""
