"""Layout of the command palette: each choice in a line with its group and keys, and the line below them."""

from netui.presentation.palette.ranking import PaletteChoice
from netui.presentation.text import Line, clean, cut, cut_line, fit, highlight, width_of

_GROUP_WIDTH, _KEY_WIDTH = 8, 6
_WITH_NAMES = 72
"""The width from which on the names of actions stand beside their keys."""


def choice_line(choice: PaletteChoice, width: int, typed: str = "") -> Line:
    """`` action  Log what happened, in one line                  log       n ``; ``typed`` in colour."""
    note: Line = [(cut(clean(choice.note), width // 2), "muted")] if choice.note else []
    if choice.shortcut or choice.name:
        name = choice.name if width >= _WITH_NAMES else ""
        note = [(name, "muted"), (f"  {cut(choice.shortcut, _KEY_WIDTH):>{_KEY_WIDTH}}", "strong")]
    note = [("  ", ""), *note, (" ", "")] if note else [(" ", "")]
    room = max(width - 2 - _GROUP_WIDTH - width_of(note), 4)
    group = fit(choice.group, _GROUP_WIDTH)
    label = highlight(fit(clean(choice.label), room), typed)
    return cut_line([(f" {group} ", "muted"), *label, *note], width)


def detail_line(choice: PaletteChoice | None) -> Line:
    """What is under the cursor, or that nothing is."""
    if choice is None:
        return [(" nothing fits", "muted")]
    return [(" ", ""), *((clean(text), role) for text, role in choice.detail)]
