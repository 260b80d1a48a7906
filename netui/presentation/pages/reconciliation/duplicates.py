"""The duplicates page: two contacts that may be one person side by side, why, and what merging them does."""

from collections.abc import Sequence
from itertools import zip_longest

from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.text import Line, clean, fit, wrap
from netui.services.dedupe.duplicates import ComparedField

_COLUMN = 12
_MOST_LINES = 3
"""Lines shown of one field; the contact's page has the rest."""


def duplicates_page(
    why: str,
    is_likely: bool,
    fields: Sequence[ComparedField],
    merging: Sequence[tuple[str, str]],
    context: RenderContext,
) -> PageLayout:
    """Why the two may be one, their fields with the keeper on the left, and the rows of a merge preview."""
    kind = "Likely one person" if is_likely else "Perhaps one person"
    lines: list[Line] = [[]]
    for at, text in enumerate(wrap(f"{kind}: {why}", context.width - 4)):
        lines.append([("  " + text, "strong" if at == 0 else "")])
    half = max((context.width - _COLUMN - 4) // 2, 8)
    lines += [[], [(" " * (_COLUMN + 2), ""), (fit("stays", half + 2), "good"), ("goes", "attention")]]
    for field in fields:
        lines += _side_by_side(field, half)
    lines += [[], [("  Merging them", "strong")]]
    for what, words in merging:
        for at, text in enumerate(wrap(words, context.width - _COLUMN - 3)):
            lines.append([(f"  {fit(clean(what) if at == 0 else '', _COLUMN)}", "muted"), (text, "")])
    kept = "Nothing is lost: the file of the one who goes moves to the trash."
    lines += [[("  " + text, "muted")] for text in wrap(kept, context.width - 4)]
    return PageLayout(lines, [])


def _side_by_side(field: ComparedField, half: int) -> list[Line]:
    """One field: an equals sign stands between what agrees, so that it shows without colour."""
    left, right = (wrap(value or "–", half, _MOST_LINES) for value in field.values)
    lines: list[Line] = []
    for at, (mine, theirs) in enumerate(zip_longest(left, right, fillvalue="")):
        role = "good" if field.agrees else ""
        sign = "= " if field.agrees and at == 0 else "  "
        label = fit(field.label if at == 0 else "", _COLUMN)
        lines.append([(f"  {label}", "muted"), (fit(mine, half), role), (sign, role), (theirs, role)])
    return lines


def no_duplicates_page(context: RenderContext, *, is_searching: bool, settled: int) -> PageLayout:
    """What stands where there is no pair: everyone is still being compared, or all were looked at."""
    if is_searching:
        words = "comparing everyone …"
    elif settled:
        words = "That was all: of nobody else it seems that they are in twice."
    else:
        words = "Nobody seems to be in twice."
    return PageLayout([[], *([("  " + text, "muted")] for text in wrap(words, context.width - 4))], [])
