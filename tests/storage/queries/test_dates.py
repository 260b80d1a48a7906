"""Upcoming dates within their lead time, and past ones."""

from datetime import date, timedelta

import pytest

from netui.storage.queries.dates import PastDay
from tests.support.indexed_network import PEOPLE, TODAY, Net, reader


@pytest.mark.parametrize(
    ("on", "today", "days"),
    [
        ("--11-28", TODAY, 7), ("--11-29", TODAY, None), ("--11-21", TODAY, 0), ("--11-20", TODAY, None),
        ("1815-11-25", TODAY, 4), ("--01-02", date(2026, 12, 30), 3), ("--02-29", date(2027, 2, 25), 3),
        ("--02-29", date(2028, 2, 25), 4), ("2024-05", TODAY, None), ("2027-11-22", TODAY, None),
    ],
)  # fmt: skip
def test_important_dates_in_their_lead_time(net: Net, on: str, today: date, days: int | None) -> None:
    text = f'name = "A"\n[[date]]\nwhat = "birthday"\non = "{on}"\n'
    found = reader(net, {**PEOPLE, "a": text}, today).dates.upcoming(today)
    assert [occasion.days for occasion in found] == ([] if days is None else [days])


def test_past_days_hold_dates_promises_and_next_steps(net: Net) -> None:
    text = (
        'name = "A"\n[[date]]\nwhat = "birthday"\non = "1990-11-19"\n'
        '[[promise]]\nid = "p"\ntext = "Send it"\ndue = 2026-11-20\n'
        '[[promise]]\nid = "q"\nby = "them"\ntext = "Call"\ndue = 2026-11-22\n'
        '[[opportunity]]\nid = "o"\nnext = "Ask again"\nnext_on = 2026-11-21\n'
    )
    assert reader(net, {"a": text}).dates.past(TODAY - timedelta(7), TODAY) == [
        PastDay("a", date(2026, 11, 19), "birthday", True),
        PastDay("a", date(2026, 11, 20), "you promised: Send it"),
        PastDay("a", date(2026, 11, 21), "next step: Ask again"),
    ]
