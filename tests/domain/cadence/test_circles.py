"""Circles: when a member turned quiet, who turned quiet together, and the words for it."""

from datetime import date, timedelta

import pytest

from netui.domain.cadence.circles import explain_circle, find_quiet_together, quiet_since
from netui.domain.cadence.model import learn
from netui.domain.cadence.status import Settings, status_of
from netui.domain.model.contact_row import ContactRow

TODAY = date(2026, 11, 21)


def row(last: int, gap: int = 7, times: int = 20, **more: object) -> ContactRow:
    """Somebody seen each ``gap`` days, the last time ``last`` days ago."""
    days = [TODAY.toordinal() - last - gap * n for n in range(times)]
    rhythm = learn((day, 1) for day in days)
    found = ContactRow(
        "ada", "Ada", contact_days=rhythm.days, last=rhythm.last, silence_start=rhythm.silence_start,
        decayed_count=rhythm.decayed_count, log_sum=rhythm.log_sum, log_squares=rhythm.log_squares,
        gaps=rhythm.gaps,
    )  # fmt: skip
    return found._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize("more", [{}, {"every": "2w"}])
@pytest.mark.parametrize("last", [31, 40, 90])
def test_somebody_turned_quiet_on_the_first_day_that_says_so(last: int, more: dict[str, str]) -> None:
    one = row(last, **more)
    day = date.fromordinal(quiet_since(one, TODAY, Settings()))
    assert status_of(one, day).state == "quiet" and status_of(one, day - timedelta(1)).state != "quiet"


def test_a_pause_of_logging_turns_nobody_quiet_after_its_first_days() -> None:
    held = Settings(held_on=TODAY.toordinal() - 20)
    assert quiet_since(row(90), TODAY, held) <= held.held_on


@pytest.mark.parametrize(
    ("since", "members", "together"),
    [
        ({"a": 100, "b": 110, "c": 129}, 6, ("abc", 129)),
        ({"a": 100, "b": 110, "c": 130}, 6, ("", 0)),
        ({"a": 100, "b": 110}, 2, ("", 0)),
        ({"a": 100, "b": 110, "c": 120}, 7, ("", 0)),
        ({"a": 100, "b": 101, "c": 102, "d": 500}, 5, ("abc", 102)),
        ({"z": 10, "a": 400, "b": 401, "c": 402, "d": 403}, 5, ("abcd", 402)),
        ({}, 0, ("", 0)),
    ],
)
def test_half_of_a_circle_and_three_turn_quiet_together_within_thirty_days(
    since: dict[str, int], members: int, together: tuple[str, int]
) -> None:
    assert find_quiet_together(since, members) == (tuple(together[0]), together[1])


@pytest.mark.parametrize(
    ("one", "quiet", "words"),
    [
        (ContactRow("x", "x"), 0, "no meeting logged yet"),
        (row(3, times=1), 0, "met once, 3 days ago"),
        (row(40, every="1w"), 0, "past the week you set, by 33 days"),
        (row(0), 0, "usually every 7 days, met today"),
        (row(30, 9, 3), 0, "30 days of silence; only 3 meetings on record, so this is a guess"),
        (
            row(20), 4,
            "usually every 7 days, now 20 of silence; none of its last 19 gaps was that long;"
            " 4 of its 6 members have gone quiet within 30 days",
        ),
    ],
)  # fmt: skip
def test_a_circle_is_explained_like_a_pair(one: ContactRow, quiet: int, words: str) -> None:
    assert explain_circle(one, status_of(one, TODAY), TODAY, Settings(), quiet, 6) == words
