"""The tour of the first run: six steps, a sentence each, taken by doing what it says."""

from collections.abc import Mapping

from netui.domain.named_tuple import NamedTuple
from netui.presentation.keymap import first_key
from netui.presentation.text import Line

_MOVES = (
    "down", "up", "top", "bottom", "half_down", "half_up", "next_pane", "previous_pane", "people_pane",
    "timeline_pane", "goals_pane",
)  # fmt: skip
_LOGS = ("log", "repeat", "log_in_editor", "message", "palette")
"""What leads to an entry; add does so in the timeline."""


class Step(NamedTuple):
    """One step: what to do, with actions in braces for their keys, and the actions that ``take`` it.

    A step that ``changes`` something is taken once that was saved, one ``in_turn`` only while it is shown, as
    its key is what one presses to go on.
    """

    words: str
    take: tuple[str, ...]
    changes: bool = False
    in_turn: bool = False


_MOVE = Step(
    "{down} and {up}, or the arrows, move; {next_pane} goes to the next pane. Move to somebody.", _MOVES
)
_ADD = Step("{add} adds somebody: a name is enough, then enter.", ("add", "log", "palette", "import"), True)
_OPEN = Step(
    "{open} opens who or what is under the cursor, {back} leads back. Open somebody.",
    ("open", "edit"),
    in_turn=True,
)
_LOG = Step(
    "{log} logs what happened. Type: coffee yesterday: what was said. Then enter.", (*_LOGS, "add"), True
)
_FIND = Step(
    "{palette} finds anything by a few letters, {filter} filters the list. Try one; {back} leaves it.",
    ("palette", "filter", "find", "ask"),
)
_UNDO = Step("{undo} takes the last change back. Take back what you logged.", ("undo",))
_UNDO_REDO = Step(
    "{undo} takes the last change back, {redo} does it again. Try both: it is yours to keep.", ("redo",)
)
_HELP = Step("{help} tells what works where you are, and holds the manual. Look at it.", ("help",))


class Tour:
    """How far one is. An empty network begins with the first person, and keeps what was logged."""

    def __init__(self, *, is_empty: bool):
        undo = _UNDO_REDO if is_empty else _UNDO
        self.steps = (_ADD if is_empty else _MOVE, _OPEN, _LOG, _FIND, undo, _HELP)
        self._taken: set[Step] = set()
        self._last = ""

    @property
    def current(self) -> Step | None:
        """The first step not taken yet, None once all are."""
        return next((step for step in self.steps if step not in self._taken), None)

    def act(self, action: str) -> None:
        """An action was run; most steps may be taken before their turn, undo once something was logged."""
        self._last, shown = action, self.current
        for step in self.steps:
            if step.changes or action not in step.take or (step.in_turn and step is not shown):
                continue
            if step not in (_UNDO, _UNDO_REDO) or _LOG in self._taken:
                self._taken.add(step)

    def change(self, *, has_people: bool) -> None:
        """Something was saved, by the action that was run last; adding a person logs nothing."""
        if _ADD in self.steps and has_people and self._last in _ADD.take:
            is_first = _ADD not in self._taken
            self._taken.add(_ADD)
            if is_first and self._last not in _LOGS:
                return
        if self._last in _LOG.take:
            self._taken.add(_LOG)

    def line(self, keys: Mapping[str, str]) -> Line:
        """The sentence of the current step: ``Tour 3 of 6  n logs what happened …   esc ends the tour``."""
        step = self.current
        if step is None:
            return []
        words = step.words.format_map({name: first_key(keys, name) for name in keys})
        return [
            (f" Tour {self.steps.index(step) + 1} of {len(self.steps)} ", "chip"),
            (" ", ""),
            *((f"{word} ", "") for word in words.split()),
            *((f"{word} ", "muted") for word in f"({first_key(keys, 'back')} ends it)".split()),
        ]
