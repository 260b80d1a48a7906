"""Log lines of a text: those below a day alone are of that day, and a paragraph is cut at its days."""

import re
from datetime import date, datetime, time
from functools import lru_cache, partial
from itertools import takewhile

from netui.domain.capture.lines import LogLine, OpeningDay, split_lines
from netui.domain.capture.parse import leading_day
from netui.domain.capture.split import SURE_DAYS
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import WEEKDAYS, Clock, split_words
from netui.services.timeline.capture import parse_own_line
from netui.services.workspace import Workspace

_BULLET = re.compile(r"(?:[-*•·–—+]|\d+[.)])\s+")
_MARKED = re.compile(r"\W*([^?]*?)[^\w.)?]*", re.DOTALL)
"""A day without the signs around it, as in ``## **Monday:**`` and ``[[2026-11-16]]``; its dot is its own."""
_LONGEST_DAY = 60
"""Characters of a heading at most."""


def day_reader(workspace: Workspace) -> OpeningDay:
    """Returns what reads the day that a line opens with (``## Monday:``); the same one all day long."""
    noon = datetime.combine(workspace.today, time(12))
    return _day_reader(Clock(noon, day_first=workspace.config.day_first, translator=workspace.translator))


@lru_cache(maxsize=8)
def _day_reader(clock: Clock) -> OpeningDay:
    return partial(_opening_day, clock)


def _opening_day(clock: Clock, line: str) -> tuple[str, bool]:
    found = _MARKED.fullmatch(line[:_LONGEST_DAY])
    text = found[1] if found is not None else ""
    length = leading_day(text, clock) if text else 0
    if not length:
        return "", False
    words = split_words(text, clock.translator)
    is_all = length == len(words) and len(line) <= _LONGEST_DAY
    return text if is_all else text[: words[length - 1].end], is_all


def split_log(workspace: Workspace, text: str) -> list[LogLine]:
    """The log lines of ``text``, each with the day of the heading that it stands below."""
    lines = split_lines(text, day_reader(workspace))
    return [
        line._replace(text=each) for line in lines for each in dated_lines(workspace, line.text, line.day)
    ]


def dated_lines(workspace: Workspace, line: str, day: str, now: datetime | None = None) -> list[str]:
    """``line`` as it reads below the heading ``day``; where it is a paragraph, as the lines it is cut into.

    A line that opens with a weekday of its own, or has a day that is the same whenever it is read, keeps
    that. Where "yesterday" or "on Friday" may be counted from the heading or from ``now``, the line says
    both, and is asked about.
    """
    if not day:
        return _cut_at_days(workspace, line, now)
    opening = day_reader(workspace)(line)[0]
    if opening and not _is_counted(opening, workspace):
        return [line]
    bare = _BULLET.sub("", line, count=1)
    told = parse_own_line(workspace, bare, now=now)
    bare = _date_promises(workspace, bare, day, now)
    dated = f"{day}: {bare}"
    if not told.dated and not any(problem.what == "date" for problem in told.problems):
        return [dated]
    below = parse_own_line(workspace, dated, now=now)
    today = (now or workspace.now()).date()
    if not below.problems:  # a time of day
        return [dated]
    if told.dated and day_of(told.on) == today:  # "this morning", below "Monday"
        readings = below.problems[0].readings
        return [readings[0].settle(dated) if len(readings) == 1 else dated]
    if opening and told.dated:
        return [_either_day(workspace, bare, opening, day, day_of(told.on))]
    is_own = told.dated and _is_fixed(workspace, bare, day_of(told.on), day_of(below.on))
    return [line] if is_own else [dated]


def _date_promises(workspace: Workspace, line: str, day: str, now: datetime | None) -> str:
    """``line`` with the due dates of its promises written out where they are counted from the heading."""
    if not (">" in line or "<" in line):
        return line
    from netui.domain.capture.tokens.due_dates import find_due_date
    from netui.domain.capture.tokens.lexer import AT, MINE, PLAIN, QUOTED, THEIRS, Lexer

    now = now or workspace.now()
    heading = parse_own_line(workspace, day, now=now)
    if not heading.dated or day_of(heading.on) == now.date():
        return line
    clocks = [
        Clock(datetime.combine(each, time(12)), day_first=workspace.config.day_first)
        for each in (day_of(heading.on), now.date())
    ]
    tokens, spans = Lexer(line).tokenize(), []
    for at, mark in enumerate(tokens):
        if mark.what not in (MINE, THEIRS):
            continue
        inside = list(takewhile(lambda each: each.what in (PLAIN, AT, QUOTED), tokens[at + 1 :]))
        words = [token.word for token in inside]
        capitals = [line[token.start : token.start + 1].isupper() for token in inside]
        then, today = (find_due_date(words, capitals, clock) for clock in clocks)
        if then is None or today is None or then.found.value is None or then.found.value == today.found.value:
            continue
        spans.append((inside[then.from_date].start, inside[then.found.end - 1].core, then.found.value))
    for start, end, due in reversed(spans):
        line = f"{line[:start]}{day_of(due)}{line[end:]}"
    return line


def _either_day(workspace: Workspace, line: str, opening: str, heading: str, own: date) -> str:
    """``line`` with the two days that ``opening`` can be: counted from the heading, or from today."""
    start = parse_own_line(workspace, heading.partition(" or ")[0])
    noon = datetime.combine(day_of(start.on), time(12))
    counted = day_of(parse_own_line(workspace, line, now=noon).on)
    days = f"{counted} or {own}" if counted != own else str(own)
    return f"{days}: {line[len(opening) :].lstrip(' :,-')}"


def _is_counted(day: str, workspace: Workspace) -> bool:
    """Whether a day is counted from the one on which it is said: ``yesterday``."""
    words = split_words(day, workspace.translator)
    return not any(word.key in WEEKDAYS or word.key[:1].isdecimal() for word in words)


def _is_fixed(workspace: Workspace, line: str, said: date, heading: date) -> bool:
    """Whether the line says the same day to somebody who writes on the day of the heading."""
    told = parse_own_line(workspace, line, now=datetime.combine(heading, time(12)))
    return told.dated and day_of(told.on) == said and not any(each.what == "date" for each in told.problems)


def _cut_at_days(workspace: Workspace, line: str, now: datetime | None) -> list[str]:
    """The lines of a paragraph that plainly tells of several days; the line itself else."""
    asked = parse_own_line(workspace, line, now=now).problems
    is_whole = len(asked) == 1 and (asked[0].start, asked[0].end) == (0, len(line)) and asked[0].readings
    lines = asked[0].readings[0].settle(line).split("\n") if is_whole else []
    return lines if len(lines) >= SURE_DAYS else [line]
