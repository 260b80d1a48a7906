"""Log lines with what a careful reader takes them to mean: each is read right, asked about, or wrong.

What is not yet read right stands in ``known_failures.tsv``, by kind of fault; the list may only shrink.
"""

from collections import Counter
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

import pytest

from netui.domain.capture.parse import ParsedLine, parse
from netui.domain.languages.translation import Translator
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import Known

HERE = Path(__file__).parent


class Line(NamedTuple):
    """A row of the table: ``kinds``, ``days`` and ``kept`` hold alternatives, or what must be kept.

    ``hour``, a last column that may be missing, is the time of day, ``-`` for none; behind a ``?`` asking
    about it is as right.
    """

    text: str
    known: dict[str, tuple[str, ...]]
    today: date
    kinds: list[str]
    days: str
    people: str
    kept: list[str]
    hour: str = ""


def rows(name: str) -> list[list[str]]:
    table = (HERE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [row.split("\t") for row in table if row]


def as_line(cells: list[str]) -> Line:
    text, known, today, kind, day, people, kept, *hour = cells
    each = [tuple(names.split("|")) for names in known.split("; ")]
    names = {row[0].lower().replace(" ", "-"): row for row in each}
    words = [] if kept == "(nothing more)" else kept.split()
    return Line(text, names, date.fromisoformat(today), kind.split("|"), day, people, words, *hour)


LINES = [as_line(row) for name in ("lines.tsv", "own_lines.tsv") for row in rows(name)]
SOME = 50
"""Lines in one test."""
FAILURES = {line: (verdict, kind) for kind, verdict, line in rows("known_failures.tsv")}


def read(line: Line, translator: Translator | None = None) -> ParsedLine:
    now = datetime.combine(line.today, time(12))
    return parse(line.text, now, Known(line.known), BUILT_IN, translator=translator)


def kind_fits(line: Line, found: ParsedLine) -> bool:
    contact = BUILT_IN.counts(found.kind)
    accepted = {
        "*": True,
        "contact": contact,
        "plan": contact and day_of(found.on) > line.today,
        "promise": bool(found.promises),
    }
    return any(accepted.get(kind, kind == found.kind) for kind in line.kinds)


def verdict_on(line: Line, translator: Translator | None = None) -> str:
    """``right``, ``asked`` where an answer was obvious, or ``wrong``."""
    found = read(line, translator)
    if found.problems:
        doubt = "refuse" in line.kinds or line.days == "any / ask" or line.people == "none / ask"
        doubt = doubt or line.hour.startswith("?")
        return "right" if doubt else "asked"
    if line.people == "none / ask" or line.kinds == ["refuse"]:
        return "wrong"
    hour = f"{found.on:%H:%M}" if isinstance(found.on, datetime) else "-"
    if line.hour and hour not in line.hour.removeprefix("?").split("|"):
        return "wrong"
    day = line.days == "any / ask" or str(day_of(found.on)) in line.days.split("|")
    people = {person.name for person in found.people} == set(line.people.split("; "))
    text = f"{found.text} {found.place} {found.learned}".casefold()
    kept = all(word.casefold() in text for word in line.kept)
    return "right" if kind_fits(line, found) and day and people and kept else "wrong"


def test_the_tables_are_large_and_each_line_stands_once():
    assert len(LINES) >= 600
    assert [text for text, times in Counter(line.text for line in LINES).items() if times > 2] == []
    assert set(FAILURES) <= {line.text for line in LINES}


@pytest.mark.parametrize("first", range(0, len(LINES), SOME), ids=lambda first: LINES[first].text)
def test_lines(first):
    """Some lines at a time: one test for each of so many would take five times as long."""
    misread = []
    for line in LINES[first : first + SOME]:
        expected, _ = FAILURES.get(line.text, ("right", ""))
        verdict = verdict_on(line)
        if verdict != expected:
            hint = "take it out of known_failures.tsv" * (verdict == "right")
            misread.append((line.text, verdict, read(line), hint))
    assert not misread


def test_what_is_asked_about_offers_readings_and_nearly_each_of_them_settles_it():
    unsettled, bare, asked_about = [], [], 0
    for line in LINES[::4]:
        found = read(line)
        asked = next((problem for problem in found.problems if problem.readings), None)
        asked_about += bool(found.problems)
        if found.problems and asked is None:
            bare.append(line.text)
        for reading in asked.readings if asked is not None else ():
            for text in reading.settle(line.text).split("\n"):
                again = read(line._replace(text=text)).problems
                if any(problem.message == asked.message for problem in again):
                    unsettled.append((line.text, reading.label, text))
    assert len(unsettled) <= asked_about / 100, unsettled
    assert len(bare) <= asked_about / 20, bare


@pytest.mark.parametrize(
    "around", ["- {}", "finally, {}", "Ok so, {}", "Work: {}", "{}.", "{} :)", "{} 🙂", "{} …", "{} (nice)"]
)
def test_what_stands_around_a_line_and_says_nothing_changes_no_reading(around):
    closed = around.endswith("{}")
    lines = [line for line in LINES[::20] if line.text[0].isalnum() and "\n" not in line.text]
    lines = [line for line in lines if closed or (line.text[-1].isalpha() and not set("<>") & set(line.text))]
    misread = [
        around.format(line.text)
        for line in lines
        if verdict_on(line) != "wrong" == verdict_on(line._replace(text=around.format(line.text)))
    ]
    assert len(lines) > 500 and len(misread) <= len(lines) / 700, misread
