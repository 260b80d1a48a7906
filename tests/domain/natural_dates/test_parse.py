"""Dates in words: what they mean at a fixed now, and which are refused with what reason."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.natural_dates import parse

NOW = datetime(2026, 11, 21, 10, 0)  # a Saturday

PAST = {
    "today": "2026-11-21", "yesterday": "2026-11-20", "Yesterday evening": "2026-11-20",
    "the day before yesterday": "2026-11-19", "last night": "2026-11-20", "mon": "2026-11-16",
    "Monday": "2026-11-16", "on monday": "2026-11-16", "sat": "2026-11-14", "last sat": "2026-11-14",
    "fri": "2026-11-20", "last fri": "2026-11-20", "this past wed": "2026-11-18", "this sat": "2026-11-21",
    "3 days ago": "2026-11-18", "three days ago": "2026-11-18", "2w ago": "2026-11-07",
    "a week ago": "2026-11-14", "a month ago": "2026-10-21", "1y ago": "2025-11-21",
    "a fortnight ago": "2026-11-07", "14 mar": "2026-03-14", "27 dec": "2025-12-27",
    "21 nov": "2026-11-21", "22 nov": "2026-11-22", "14th of march": "2026-03-14", "march 14": "2026-03-14",
    "March 14th, 2025": "2025-03-14", "14 mar 2030": "2030-03-14", "14-mar-2025": "2025-03-14",
    "the 14th": "2026-11-14", "the 12th": "2026-11-12", "14/3": "2026-03-14",
    "3/14": "2026-03-14", "10/10": "2026-10-10", "14.3.2026": "2026-03-14", "2026-11-09": "2026-11-09",
    "2026/11/09": "2026-11-09", "mon 9 nov": "2026-11-09", "Monday, 9 November 2026": "2026-11-09",
    "fri last week": "2026-11-13", "last week on fri": "2026-11-13", "at 14:30": "2026-11-21 14:30:00",
    "yesterday at 14:30": "2026-11-20 14:30:00", "14:30 yesterday": "2026-11-20 14:30:00",
    "fri 3pm": "2026-11-20 15:00:00", "3 p.m. on fri": "2026-11-20 15:00:00", "noon": "2026-11-21 12:00:00",
    "12am": "2026-11-21 00:00:00", "12pm": "2026-11-21 12:00:00", "03:30": "2026-11-21 03:30:00",
    "2026-11-09T14:30": "2026-11-09 14:30:00", "an hour ago": "2026-11-21 09:00:00",
    "half an hour ago": "2026-11-21 09:30:00", "tomorrow": "2026-11-22", "in 3 days": "2026-11-24",
    "coming fri": "2026-11-27", "next tue": "2026-11-24", "next 14 dec": "2026-12-14",
}  # fmt: skip

DUE = {
    "today": "2026-11-21", "tomorrow": "2026-11-22", "fri": "2026-11-27", "by fri": "2026-11-27",
    "sat": "2026-11-28", "sun": "2026-11-22", "next tue": "2026-11-24", "this sun": "2026-11-22",
    "in 3 weeks": "2026-12-12", "within 3 days": "2026-11-24", "2w": "2026-12-05", "3 weeks": "2026-12-12",
    "1m": "2026-12-21", "for 10d": "2026-12-01", "3 weeks from now": "2026-12-12", "next week": "2026-11-28",
    "next month": "2026-12-21", "end of month": "2026-11-30", "the end of the month": "2026-11-30",
    "eom": "2026-11-30", "end of next month": "2026-12-31", "end of march": "2027-03-31",
    "end of year": "2026-12-31", "end of quarter": "2026-12-31", "eod": "2026-11-21", "14 mar": "2027-03-14",
    "21 nov": "2026-11-21", "12 dec": "2026-12-12", "until 24 dec": "2026-12-24", "the 1st": "2026-12-01",
    "29 feb": "2028-02-29", "2026-01-01": "2026-01-01", "mon 23 nov": "2026-11-23", "fri 5pm": None,
}  # fmt: skip

REFUSED_PAST = (
    "1/11", "01/11/2026", "31 feb", "2026-02-30", "30 feb 2025", "last week", "this week", "the other day",
    "a few days ago", "in march", "last march", "14 mar 19", "tue 9 nov", "at 3", "at 3:30", "at midnight",
    "monday week", "a week ago last friday", "over the weekend", "99999 years ago", "",  "soon", "at 25:00",
    "yesterday or so", "the 32nd", "14 dec", "12/12", "the 30th", "29 feb", "14.11", "2-3 days ago", "0 mar",
)  # fmt: skip
REFUSED_DUE = (
    "1/11", "last fri", "yesterday", "3 days ago", "end of week", "this fri", "99999y", "0d", "by",
    "2 hours late", "20 nov", "tuesday of last week", "a week from friday", "soonish", "-3d",
)  # fmt: skip


@pytest.mark.parametrize("text", PAST)
def test_past(text):
    assert str(parse.parse_past_date(text, NOW)) == PAST[text]


@pytest.mark.parametrize("text", [text for text, day in DUE.items() if day])
def test_due(text):
    assert str(parse.parse_due_date(text, NOW)) == DUE[text]


@pytest.mark.parametrize("text", REFUSED_PAST)
def test_past_refused(text):
    with pytest.raises(ValueError, match=text.strip()[:4] or "date"):
        parse.parse_past_date(text, NOW)


@pytest.mark.parametrize("text", REFUSED_DUE)
def test_due_refused(text):
    with pytest.raises(ValueError, match="“"):
        parse.parse_due_date(text, NOW)


def test_a_due_date_is_a_day_without_its_time():
    with pytest.raises(ValueError, match="5pm"):
        parse.parse_due_date("fri 5pm", NOW)


def test_a_phrase_is_found_inside_a_sentence():
    text = "She sent it last fri, at 14:30, from Rome"
    found = parse.find_date(text, NOW)
    assert found is not None
    assert text[found.start : found.end] == "last fri, at 14:30"
    assert found.value == datetime(2026, 11, 20, 14, 30)
    ahead = parse.find_date("send it by the end of march please", NOW, ahead=True)
    assert ahead is not None and ahead.value == date(2027, 3, 31)
    assert parse.find_date("nothing to see", NOW) is None


@given(st.text(max_size=60), st.booleans())
@settings(deadline=None)
def test_no_text_raises_anything_but_a_value_error(text, ahead):
    parse.find_date(text, NOW, ahead=ahead)
    for read in (parse.parse_past_date, parse.parse_due_date):
        try:
            assert isinstance(read(text, NOW), date)
        except ValueError as error:
            assert str(error)


DATE_WORDS = """
    last next this on at the of in by ago mon friday mar march may 14 14th 2026 3 days weeks 2w end month
    year today yesterday 1/11 14:30 3pm pm noon half an hour 2026-11-09 29 feb 31 week from now coming
"""
PIECES = st.sampled_from(DATE_WORDS.split())


@given(st.lists(PIECES, max_size=7), st.dates(date(1, 1, 1), date(9999, 12, 31)), st.booleans())
@settings(deadline=None)
def test_no_run_of_date_words_raises_in_any_year(pieces, today, ahead):
    now = datetime.combine(today, datetime.min.time())
    found = parse.find_date(" ".join(pieces), now, ahead=ahead)
    assert found is None or (found.value is None) == bool(found.problem)


def test_dateparser_agrees_where_it_agrees_with_itself():
    dateparser = pytest.importorskip("dateparser")
    agreed = 0
    for text, ours in PAST.items():
        readings = set()
        for order in ("DMY", "MDY"):
            settings = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "past", "DATE_ORDER": order}
            theirs = dateparser.parse(text, languages=["en"], settings=settings)
            readings.add(theirs.date() if theirs else None)
        later = dateparser.parse(
            text,
            languages=["en"],
            settings={"RELATIVE_BASE": NOW.replace(hour=11), "PREFER_DATES_FROM": "past"},
        )
        readings.add(later.date() if later else None)
        if len(readings) > 1 or None in readings or text in DATEPARSER_DIFFERS:
            continue
        agreed += 1
        assert readings == {date.fromisoformat(ours[:10])}, text
    assert agreed > 25


DATEPARSER_DIFFERS = {
    "22 nov": "takes last year's although it is tomorrow",
    "at 14:30": "takes yesterday for an hour still to come; for us a time alone is today's",
    "noon": "likewise",
    "12pm": "likewise",
}
