"""The conflicts page: each field that was edited on two sides, with both texts one above the other."""

from collections.abc import Sequence
from typing import Any

from netui.presentation.dates import long_day
from netui.presentation.pages.page_layout import ConflictItem, PageLayout, RenderContext, Selectable
from netui.presentation.text import Line, clean, cut_line, wrap
from netui.services.people.conflicts import OpenConflict

_COLUMN = 10
MOST_LINES = 12
"""Lines shown of one text; the file holds the rest."""


def conflicts_page(conflicts: Sequence[OpenConflict], context: RenderContext) -> PageLayout:
    """Whose field it is and since when, then what the file holds and what the other side wrote."""
    lines: list[Line] = [[]]
    selectables: list[Selectable] = []
    for conflict in conflicts:
        first = len(lines)
        since = f"  since {long_day(conflict.on, context.today)}" if conflict.on else ""
        head: Line = [
            (f" {context.glyphs.conflict} ", "attention"),
            (clean(conflict.whose), "strong"),
            (f"  {clean(conflict.what)}", ""),
            (since, "muted"),
        ]
        lines.append(cut_line(head, context.width))
        lines += _side("file", conflict.value, context) + _side("other", conflict.other, context)
        selectables.append(Selectable(ConflictItem(conflict), first, len(lines)))
        lines.append([])
    nothing: Line = [("  Nothing to settle: no field was edited on two sides.", "muted")]
    return PageLayout(lines if conflicts else [[], nothing], selectables)


def value_words(value: Any) -> str:
    """The value of a field in words."""
    if value is None:
        return "(nothing)"
    if isinstance(value, list):
        return ", ".join(map(value_words, value))
    return str(value)


def _side(label: str, value: Any, context: RenderContext) -> list[Line]:
    shown = wrap(value_words(value).strip(), context.width - _COLUMN - 1, MOST_LINES) or [""]
    return [
        [(f"   {'' if at else label:<{_COLUMN - 3}}", "muted"), (text, "")] for at, text in enumerate(shown)
    ]
