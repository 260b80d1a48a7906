"""Days in log lines: a table of sentences, each with the day a careful reader would take, asked or text."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.capture.parse import ParsedLine, parse
from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import Known

KNOWN = Known(
    {
        "tom-baker": ("Tom Baker",),
        "mom": ("Mom",),
        "emily-stone": ("Emily Stone",),
        "jake-miles": ("Jake Miles",),
    }
)
LINES = (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
TABLE = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")]


def read(line: str, today: str = "2026-11-21") -> ParsedLine:
    return parse(line, datetime.fromisoformat(f"{today}T10:00"), KNOWN, BUILT_IN)


def test_the_table_is_long_enough_to_mean_something():
    assert len(TABLE) >= 150
    assert len({row[::2] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize(("today", "expected", "line"), TABLE, ids=lambda value: value)
def test_the_day_of_a_line(today, expected, line):
    found = read(line, today)
    promise = next(iter(found.promises), None)
    if found.problems:
        understood = "asked"
    elif promise is not None:
        understood = str(promise.due) if promise.due else "text"
    else:
        understood = found.on.isoformat()[:10] if found.dated else "text"
    assert understood == expected, [problem.message for problem in found.problems]
    if expected == "text" and promise is None:
        behind = line.partition("Tom")[2] or line.partition("Mom")[2]
        assert found.text == behind.lstrip(", ")


WORDS = """
    monday sat sun wed fri last next this before after of week weeks ago or so two 2-3 10 14.11. 14.11 11-14
    20261114 nov14 the on at in 25:00 3pm night yesterday tomorrow yesteday 3 nvo weak christmas eve easter
    halloween works was outside avenue 5th first day days back early november mid-november , . : - by recently
    a while about over horses Berlin >send <pay quoted
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9), st.dates())
@settings(deadline=None)
def test_any_run_of_words_is_read_without_losing_one(words, today):
    line = " ".join(["coffee with Tom", *words])
    found = read(line, f"{today.year:04d}-{today.month:02d}-{today.day:02d}")
    told = " ".join([found.text, found.place, *(promise.text for promise in found.promises)])
    covered = {at for span in (*found.understood, *found.problems) for at in range(span.start, span.end)}
    at = len("coffee with Tom ")
    for word in words:
        assert at in covered or not word.isalnum() or word in told, (word, found)
        at += len(word) + 1


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_is_read_without_an_exception(text):
    for line in (text, f"coffee with Tom {text}", f"coffee with Tom >send {text}"):
        assert all(problem.message for problem in read(line).problems)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), max_size=30))
@settings(deadline=None)
def test_the_text_behind_a_colon_never_sets_a_day(text):
    assert not read(f"coffee with Tom: a {text} yesterday").dated


@pytest.mark.parametrize(
    "word", ["monday before", "late early", "st.", "tomorrow works,", "a week or", "3 nvo"]
)
def test_a_long_chain_of_date_words_is_read(word):
    chain = " ".join([word] * 2000)
    for line in (f"coffee with Tom {chain}", f"coffee with Tom, {chain}", f"coffee with Tom >send {chain}"):
        assert read(line).kind == "coffee"
