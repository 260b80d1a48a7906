"""Heat map of a year: a column a week, a row a weekday, a darker character for more contacts."""

from collections.abc import Iterable, Mapping
from datetime import date

from netui.domain.model.dates import shift
from netui.presentation.dates import MONTH_NAMES
from netui.presentation.glyphs import Glyphs
from netui.presentation.text import Line

WEEKS = 53
_LABELS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
"""What the rows are called, by weekday."""
_UNICODE, _ASCII = "·░▒▓█", ".:+#@"


def heatmap_lines(
    days: Mapping[date, int], today: date, width: int, glyphs: Glyphs, first_weekday: int = 0
) -> list[Line]:
    """Month names over seven rows and a legend; as many weeks as fit, the present one last."""
    weeks = min(WEEKS, max(width - 8, 4))
    start = shift(today, -((today.weekday() - first_weekday) % 7) - 7 * (weeks - 1))
    signs = _UNICODE if glyphs.full == "█" else _ASCII
    steps = thresholds(days.values())
    lines: list[Line] = [[("      " + _months(start, weeks), "muted")]]
    for at in range(7):
        row: Line = [(f"  {_LABELS[(first_weekday + at) % 7]:<3} ", "muted")]
        for week in range(weeks):
            day = shift(start, 7 * week + at)
            level = sum(days.get(day, 0) >= step for step in steps)
            row.append((" ", "") if day > today else (signs[level], "link" if level else "faint"))
        lines.append(_merge_spans(row))
    parts = [signs[0], *(f"{signs[at + 1]} {step}" for at, step in enumerate(steps))]
    lines.append(
        [("      " + "   ".join([f"{parts[0]} 0", *parts[1:]]) + " or more contacts a day", "muted")]
    )
    return lines


def thresholds(counts: Iterable[int]) -> list[int]:
    """The least count for each darker character: the quartiles of the counts above zero, made distinct."""
    levels = sorted(count for count in counts if count)
    steps: list[int] = []
    for quarter in range(4):
        step = levels[quarter * len(levels) // 4] if levels else quarter + 1
        steps.append(max(step, steps[-1] + 1 if steps else 1))
    return steps


def _months(start: date, weeks: int) -> str:
    """The month names, each over its first week, where they fit."""
    text = [" "] * (weeks + 3)
    free = 0
    for week in range(weeks):
        last = shift(start, 7 * week + 6)
        if last.day <= 7 and week >= free:
            name = MONTH_NAMES[last.month - 1][:3]
            text[week : week + 3] = name
            free = week + 4
    return "".join(text).rstrip()


def _merge_spans(row: Line) -> Line:
    """The row with adjacent spans of one role merged."""
    out: Line = []
    for text, role in row:
        if out and out[-1][1] == role:
            out[-1] = (out[-1][0] + text, role)
        else:
            out.append((text, role))
    return out
