"""Draws what was last said to people and what is promised, in a few rows under a line that is typed."""

from collections.abc import Sequence
from datetime import date
from itertools import chain, zip_longest

from netui.presentation.dates import long_day
from netui.presentation.text import Line, clean, cut, cut_line, fit
from netui.services.timeline.last_words import LastWords

_NAME_WIDTH = 20
_LEAST_WIDTH = 60
"""The columns from which on the name stands before each row."""


def last_words_rows(people: Sequence[LastWords], today: date, width: int, most: int) -> list[Line]:
    """At most ``most`` rows: of each person what is promised, then what was said, those of one together."""
    rows = [_rows_of(person, today, width) for person in people]
    kept = [row for row in chain.from_iterable(zip_longest(*rows)) if row is not None][:most]
    return [row for person in rows for row in person if any(row is each for each in kept)]


def _rows_of(person: LastWords, today: date, width: int) -> list[Line]:
    name = (
        f" {fit(clean(person.name), _NAME_WIDTH)}"
        if width >= _LEAST_WIDTH
        else f" {cut(clean(person.name), 8)}"
    )
    rows: list[Line] = []
    if person.promises:
        row: Line = [(name, "muted")]
        for promise in person.promises:
            whose = "you promised" if promise.by == "me" else "they promised"
            is_late = promise.due is not None and promise.due < today
            due = f", by {long_day(promise.due, today)}" if promise.due else ""
            row += [
                (f"  {whose}: ", "muted"),
                (f"{_one_line(promise.text)}{due}", "attention" if is_late else ""),
            ]
        rows.append(cut_line(row, width))
    if person.entry is not None:
        said = _one_line(person.entry.text or person.entry.learned)
        row = [(name, "muted"), (f"  {long_day(person.entry.on, today)}: ", "muted"), (said, "")]
        rows.append(cut_line(row, width))
    return rows


def _one_line(text: str) -> str:
    return clean(" ".join(text[:400].split()))
