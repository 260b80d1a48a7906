"""Promises as one is reminded of them: what was kept in time, and what is asked about those past."""

from datetime import date

import pytest

from netui.domain.model.dates import UNKNOWN_DAY
from netui.domain.model.entry import Promise
from netui.services.reminders.promises import count_kept, promise_question

TODAY = date(2026, 11, 21)
DUE = date(2026, 11, 13)


def promise(by: str = "me", **more: date | None) -> Promise:
    return Promise(id="p1", by=by, text="the deck", **more)


def test_what_was_kept_in_time_counts_both_ways() -> None:
    given = [
        promise(due=DUE, done=DUE),
        promise(due=DUE, done=date(2026, 11, 14)),
        promise(due=DUE),
        promise("them", due=DUE, done=date(2026, 11, 1)),
        promise(due=DUE, dropped=DUE),
        promise(done=DUE),
        promise(due=DUE, done=UNKNOWN_DAY),
        promise(due=date(2026, 12, 1)),
    ]
    assert count_kept(given, TODAY) == (1, 3, 1, 1)
    assert count_kept(given, TODAY).words == "you kept 1 of 3 promises in time, they 1 of 1"
    assert count_kept(given[3:4], TODAY).words == "they kept 1 of 1 promise in time"
    assert count_kept(given[5:], TODAY).words == ""


@pytest.mark.parametrize(
    ("due", "last", "question"),
    [
        (None, TODAY, ""),
        (date(2026, 11, 27), TODAY, ""),
        (DUE, date(2026, 11, 12), ""),
        (DUE, date(2026, 11, 18), "met since: still open?"),
        (date(2026, 10, 1), date(2026, 9, 1), "long past: drop it?"),
        (date(2026, 10, 1), date(2026, 11, 1), "met since: still open?"),
    ],
)
def test_questions(due: date | None, last: date, question: str) -> None:
    assert promise_question(promise(due=due), last.toordinal(), TODAY) == question
