"""Capacity: contacts a week that set rhythms need against those there are."""

from datetime import date, timedelta
from typing import Any

import pytest

from netui.domain.cadence.capacity import measure_capacity, recent_contacts
from netui.domain.cadence.model import learn
from netui.domain.cadence.status import Settings
from netui.domain.model.contact_row import ContactRow

TODAY = date(2026, 11, 21)


def contact(*ago: int, **fields: Any) -> ContactRow:
    rhythm = learn((TODAY.toordinal() - days, 1) for days in ago)
    row = ContactRow("ada", "Ada", contact_days=rhythm.days, last=rhythm.last, gaps=rhythm.gaps)
    return row._replace(**fields)


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        ((), 0),
        ((0,), 1),
        ((83,), 1),
        ((84,), 0),
        ((0, 10, 83, 84, 200), 3),
        (tuple(range(0, 400, 20)), 5),
        (tuple(range(0, 80, 4)), 20),
    ],
)
def test_contacts_of_the_last_twelve_weeks(ago: tuple[int, ...], expected: int) -> None:
    assert recent_contacts(contact(*ago), TODAY) == expected


def test_nobody_was_met_before_the_calendar_begins() -> None:
    assert recent_contacts(contact(), date(1, 1, 1)) == 0


def test_beyond_the_gaps_kept_the_pace_goes_on() -> None:
    assert recent_contacts(contact(*range(300)), TODAY) == 84
    assert recent_contacts(contact(*range(0, 300, 2)), TODAY) == 42
    assert recent_contacts(contact(*range(25)), TODAY) == 25


def test_what_set_rhythms_need_and_whom_to_relax() -> None:
    settings = Settings(defaults={"mentor": "2w"})
    rows = [
        contact(3, 10, 17, id="kept", every="4w"),
        contact(70, id="far", every="1w"),
        contact(id="near", roles="mentor"),
        contact(0, 1, 2, id="none"),
        contact(id="muted", every="1d", mode="off"),
        contact(id="archived", every="1d", archived=1),
        contact(id="broken", every="1d", error="x"),
    ]
    found = measure_capacity(rows, TODAY, settings)
    assert found.needed == pytest.approx(1 / 4 + 1 + 1 / 2)
    assert found.average == pytest.approx((3 + 1 + 3) / 12)
    assert [one.id for one in found.relax] == ["far", "near"]
    assert found.relax[0].average == pytest.approx(1 / 12)


def test_a_clock_set_back_counts_nothing_that_lies_ahead() -> None:
    assert recent_contacts(contact(0, 9), TODAY - timedelta(5)) == 1
