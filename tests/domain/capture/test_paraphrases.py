"""A line said a little differently is read as before, or asked about: never as something else."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from netui.domain.capture.parse import parse
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import BUILT_IN
from tests.domain.capture.test_line_tables import LINES, Line
from tests.support.known_people import Known

_SOME = 1000
"""So many lines are tried: all of them take minutes."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FULL = re.compile(rf"\b({'|'.join(_DAYS)})\b")
_LAST_FIELD = re.compile(r"\bsince$|; .*;|\|.*\||^[A-Za-z ]+: .*: ")
"""Dialect (``ten days since``) and fields between signs, whose end no more words may follow."""
_CONTRACTED = re.compile(r"\b(did|was|were|could|would|had|has|have|is|are)n['’]t\b")


def _ends_in_word(line: str) -> bool:
    return line[-1:].isalnum() and _LAST_FIELD.search(line) is None


SAME: dict[str, Callable[[str], str]] = {
    "a full stop": lambda line: f"{line}." if _ends_in_word(line) else line,
    "an exclamation mark": lambda line: f"{line}!" if _ends_in_word(line) else line,
    "a remark behind a dash": lambda line: f"{line} - long day" if _ends_in_word(line) else line,
    "a remark behind a comma": lambda line: f"{line}, raining all day" if _ends_in_word(line) else line,
    "short weekdays": lambda line: _FULL.sub(lambda day: day[1][:3], line),
    "typographic apostrophes": lambda line: line.replace("'", "’") if " '" not in line else line,
    "an ampersand": lambda line: re.sub(r"\band\b", "&", line),
    "w/": lambda line: re.sub(r"\bwith\b", "w/", line),
    "capitals": lambda line: line.upper() if len(line.upper()) == len(line) and "(new)" not in line else line,
    "denials in full": lambda line: _CONTRACTED.sub(r"\1 not", line),
}
"""Ways to write a line that change nothing of what it says."""


def _reading(line: Line, text: str) -> tuple[bool, str, tuple[str, ...]] | None:
    """Whether it was contact, the day and the people; None where it is asked about."""
    found = parse(text, datetime.combine(line.today, time(12)), Known(line.known), BUILT_IN)
    if found.problems:
        return None
    people = tuple(sorted(person.name for person in found.people))
    return BUILT_IN.counts(found.kind), str(day_of(found.on)), people


def _is_called_by_day(line: Line) -> bool:
    """Whether a surname is a weekday: Ray Friday."""
    return any(_FULL.search(name) for names in line.known.values() for name in names)


@pytest.mark.parametrize("way", SAME)
def test_other_words_for_the_same_say_the_same(way: str) -> None:
    other = [line for line in LINES if SAME[way](line.text) != line.text and not _is_called_by_day(line)]
    tried, changed = 0, []
    for line in other[:: max(len(other) // _SOME, 1)]:
        text = SAME[way](line.text)
        before, after = _reading(line, line.text), _reading(line, text)
        tried += None not in (before, after)
        if None not in (before, after) and before != after:
            changed.append((text, before, after))
    assert not changed and tried > 100


def _undated_contacts() -> list[tuple[Line, tuple[bool, str, tuple[str, ...]]]]:
    """Plain lines of contact that say no day, with what is read in them."""
    found = []
    for line in LINES[:: len(LINES) // (2 * _SOME)]:
        if ":" in line.text or ">" in line.text or line.text[:1] in "-*[(0123456789" or line.text.isupper():
            continue
        told = parse(line.text, datetime.combine(line.today, time(12)), Known(line.known), BUILT_IN)
        if BUILT_IN.counts(told.kind) and not (told.problems or told.dated):
            people = tuple(sorted(person.name for person in told.people))
            found.append((line, (True, str(day_of(told.on)), people)))
    return found


@pytest.mark.parametrize("lead", ["{day}: {line}", "{day} - {line}", "{date}: {line}"])
def test_a_day_before_a_line_is_its_day(lead: str) -> None:
    changed = []
    for line, (_, _, people) in _undated_contacts():
        day = line.today - timedelta(2)
        text = lead.format(day=_DAYS[day.weekday()], date=day, line=line.text)
        after = _reading(line, text)
        if after not in (None, (True, str(day), people)):
            changed.append((text, after))
    assert not changed
