"""Log lines of a text: those below a day alone are of that day, and a paragraph is cut at its days."""

import re

from netui.domain.capture.lines import LogLine, split_lines
from netui.domain.capture.parse import leading_day
from netui.domain.capture.split import SURE_DAYS
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.parse import Clock, split_words
from netui.services.timeline.capture import parse_own_line
from netui.services.workspace import Workspace

_AROUND = "#*_=: \t-–—"
"""Signs around a day that is a heading."""
_BULLET = re.compile(r"(?:[-*•·–—+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")


def split_log(workspace: Workspace, text: str) -> list[LogLine]:
    """The log lines of ``text``, each with the day that it is of.

    A line that is a day alone is the heading of the lines below it, up to the next one or to a line that says
    its own; a heading with no line below stays a line.
    """
    found: list[LogLine] = []
    heading: LogLine | None = None
    is_taken = False
    for line in split_lines(text):
        day = _as_heading(workspace, line.text)
        below = _below(workspace, heading.text, line.text) if heading and not day else ""
        if below:
            found.append(line._replace(text=below))
            is_taken = True
            continue
        if heading and not is_taken:
            found.append(heading)
        heading, is_taken = line._replace(text=day) if day else None, False
        if not day:
            found += [line._replace(text=each) for each in _cut_at_days(workspace, line.text)]
    return [*found, heading] if heading and not is_taken else found


def _as_heading(workspace: Workspace, line: str) -> str:
    """The day that is all of ``line``, as ``## Monday:``; "" for another line."""
    text = line.strip(_AROUND)
    clock = Clock(workspace.now(), False, workspace.config.day_first, translator=workspace.translator)
    length = leading_day(text, clock)
    return text if length and length == len(split_words(text, clock.translator)) else ""


def _below(workspace: Workspace, day: str, line: str) -> str:
    """``line`` with the day of the heading above it; "" where it says its own."""
    told = parse_own_line(workspace, line)
    if any(problem.what == "date" for problem in told.problems):
        return ""
    if told.dated and day_of(told.on) != workspace.today:
        return ""
    dated = f"{day}: {_BULLET.sub('', line, count=1) if _BULLET.match(line) else line}"
    return "" if told.dated and parse_own_line(workspace, dated).problems else dated


def _cut_at_days(workspace: Workspace, line: str) -> list[str]:
    """The lines of a paragraph that plainly tells of several days; the line itself else."""
    asked = parse_own_line(workspace, line).problems
    is_whole = len(asked) == 1 and (asked[0].start, asked[0].end) == (0, len(line)) and asked[0].readings
    lines = asked[0].readings[0].settle(line).split("\n") if is_whole else []
    return lines if len(lines) >= SURE_DAYS else [line]
