"""States and their sort order, with a fixed clock."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.cadence.model import gap_lengths, is_burst, learn
from netui.domain.cadence.status import (
    STATES,
    Sensitivity,
    Settings,
    Status,
    count_unanswered,
    effective_rhythm,
    is_follow_up,
    last_day,
    newly_quiet,
    revival_candidates,
    status_of,
    statuses_of,
)
from netui.domain.model.contact_row import ONESELF, ContactRow
from netui.domain.model.dates import Span
from netui.domain.model.entry import Entry

START = date(2020, 1, 1)


def contact(
    days: Iterable[date | tuple[date, int]] = (), today: date | None = None, **fields: Any
) -> ContactRow:
    """A row as the index makes it on ``today``: days after it are not yet learned."""
    pairs = [day if isinstance(day, tuple) else (day, 1) for day in days]
    rhythm = learn((day.toordinal(), people) for day, people in pairs if today is None or day <= today)
    row = ContactRow(
        "ada", "Ada", contact_days=rhythm.days, last=rhythm.last, silence_start=rhythm.silence_start,
        decayed_count=rhythm.decayed_count,
        log_sum=rhythm.log_sum, log_squares=rhythm.log_squares, gaps=rhythm.gaps,
    )  # fmt: skip
    return row._replace(**fields)


def every(step: int, times: int, start: date = START) -> list[date]:
    return [start + timedelta(step * index) for index in range(times)]


def after_gaps(*gaps: int) -> ContactRow:
    return contact([START + timedelta(days) for days in accumulate(gaps, initial=0)])


def turns(row: ContactRow, until: int = 1500, settings: Settings = Settings()) -> list[tuple[int, str]]:  # noqa: B008
    """The days of silence on which the state changes, and to what."""
    found: list[tuple[int, str]] = []
    for silence in range(until):
        state = status_of(row, date.fromordinal(row.last + silence), settings).state
        if not found or found[-1][1] != state:
            found.append((silence, state))
    return found


@pytest.mark.parametrize(
    ("step", "times", "expected"),
    [
        (9, 20, [(0, "warm"), (24, "due"), (36, "quiet"), (180, "dormant")]),
        (30, 12, [(0, "warm"), (68, "due"), (120, "quiet"), (281, "dormant")]),
        (7, 20, [(0, "warm"), (19, "due"), (30, "quiet"), (180, "dormant")]),
        (365, 4, [(0, "warm"), (484, "quiet"), (1357, "dormant")]),
        (1, 20, [(0, "warm"), (7, "due"), (26, "quiet"), (180, "dormant")]),
    ],
)
def test_a_steady_pair_turns_on_known_days(step: int, times: int, expected: list[tuple[int, str]]) -> None:
    assert turns(contact(every(step, times))) == expected


def test_sensitivity_moves_quiet_and_leaves_due() -> None:
    row = contact(every(9, 20))
    how: tuple[Sensitivity, ...] = ("sooner", "normal", "later")
    at = {one: {state: day for day, state in turns(row, settings=Settings(one))} for one in how}
    assert at["sooner"]["quiet"] < at["normal"]["quiet"] < at["later"]["quiet"]
    assert {days["due"] for days in at.values()} == {24}


def test_two_contact_days_never_flag_by_themselves() -> None:
    for times in (1, 2):
        assert turns(contact(every(3, times)), 4000) == [(0, "met")]
    assert turns(contact(every(8, 3)), 4000)[1:]


def test_whoever_was_met_once_or_twice_has_no_odds_unless_a_rhythm_is_set() -> None:
    today = START + timedelta(20)
    assert status_of(contact([START]), today)[:6] == ("met", 20, None, None, None, None)
    assert status_of(contact([START, START + timedelta(8)]), today)[:3] == ("met", 12, None)
    assert status_of(contact([START, START + timedelta(8), today]), today).state == "warm"
    assert status_of(contact([START], every="3w"), today).state == "due"
    by_role = status_of(contact([START], roles="mentor"), today, Settings(defaults={"mentor": "2w"}))
    assert by_role.state == "quiet" and by_role.chance is not None
    assert status_of(contact([START], mode="ambient"), today).state == "muted"
    assert status_of(contact([START], snoozed_until=today.toordinal() + 1), today).state == "snoozed"


def test_a_follow_up_is_worth_it_for_thirty_days() -> None:
    row = contact([START])
    worth = [day for day in range(40) if is_follow_up(status_of(row, START + timedelta(day)))]
    assert worth == list(range(1, 31))


def test_a_silence_that_a_quarter_of_the_gaps_reached_is_due_at_most() -> None:
    often = after_gaps(*[1] * 15, *[40] * 5)
    assert status_of(often, date.fromordinal(often.last + 40)).state == "due"
    assert status_of(often, date.fromordinal(often.last + 41)).state == "quiet"
    seldom = after_gaps(*[1] * 16, *[40] * 4, 1, 1)
    assert gap_lengths(seldom.gaps).count(40) == 4
    assert status_of(seldom, date.fromordinal(seldom.last + 40)).state == "quiet"


def test_the_settings_move_the_day_of_a_long_silence() -> None:
    how: tuple[Sensitivity, ...] = ("sooner", "normal", "later")
    steady = [contact(every(step, times)) for step, times in ((7, 20), (30, 12), (1, 20))]
    days = [
        tuple(dict(map(reversed, turns(row, settings=Settings(one))))["quiet"] for row in steady)
        for one in how
    ]
    assert days[1] == (30, 120, 26)
    assert all(before < after for one, two in pairwise(days) for before, after in zip(one, two, strict=True))


@pytest.mark.parametrize(
    ("span", "last", "first_due", "first_quiet"),
    [
        ("1d", date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)),
        ("3w", date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 23)),
        ("10d", date(2026, 3, 1), date(2026, 3, 11), date(2026, 3, 12)),
        ("1m", date(2026, 1, 31), date(2026, 2, 26), date(2026, 3, 1)),
        ("1m", date(2024, 1, 31), date(2024, 2, 27), date(2024, 3, 1)),
        ("1m", date(2026, 2, 28), date(2026, 3, 26), date(2026, 3, 29)),
        ("1y", date(2024, 2, 29), date(2025, 1, 23), date(2025, 3, 1)),
        ("4y", date(2024, 2, 29), date(2027, 10, 6), date(2028, 3, 1)),
    ],
)
def test_a_set_rhythm_is_quiet_the_day_after_and_due_in_its_last_tenth(
    span: str, last: date, first_due: date, first_quiet: date
) -> None:
    row = contact([last], every=span)
    assert [(last + timedelta(days), state) for days, state in turns(row, 1600)] == [
        (last, "warm"),
        (first_due, "due"),
        (first_quiet, "quiet"),
    ]


def test_a_burst_of_days_is_missed_by_nobody_for_a_month() -> None:
    course = contact(every(2, 6))
    assert is_burst(6, gap_lengths(course.gaps))
    assert turns(course, 60)[:1] == [(0, "warm")]
    assert all(day >= 30 for day, state in turns(course, 400) if state != "warm")
    longer = contact(every(3, 6))
    assert not is_burst(6, gap_lengths(longer.gaps)) and turns(longer, 60)[1][0] < 30


def test_whoever_was_silent_at_this_time_of_year_before_is_not_missed_in_it() -> None:
    row = contact(every(7, 40), season=131)
    assert turns(row, 400) == [(0, "warm"), (132, "quiet"), (180, "dormant")]
    assert turns(row._replace(every="3w"), 400)[1:] == [(19, "due"), (22, "quiet")], "but for a rhythm set"


# ---------------------------------------------------------------------- a pause of logging


def test_in_a_pause_a_state_is_at_worst_that_of_the_day_held() -> None:
    held = START + timedelta(400)
    settings = Settings(held_on=held.toordinal())
    rows = [contact(every(9, 20, START + timedelta(180 + at))) for at in range(40)]
    rows += [row._replace(every="3w") for row in rows]
    then = [status_of(row, held).state for row in rows]
    assert {"warm", "due", "quiet"} <= set(then)
    for later in (1, 30, 900):
        today = held + timedelta(later)
        after = [status_of(row, today, settings) for row in rows]
        assert [status.state for status in after] == then
        free = [status_of(row, today) for row in rows]
        assert [status[1:4] for status in after] == [status[1:4] for status in free], "figures are today's"
    assert status_of(rows[0], held - timedelta(5), settings) == status_of(rows[0], held - timedelta(5))


def test_whoever_is_met_after_the_day_held_is_warm_and_a_snooze_lasts_through_a_pause() -> None:
    held = START + timedelta(171 + 60)
    today = held + timedelta(20)
    settings = Settings(held_on=held.toordinal())
    met = contact([*every(9, 20), held + timedelta(19)])
    assert status_of(met, today, settings).state == "warm"
    snoozed = contact(every(9, 20), snoozed_until=held.toordinal() + 5)
    assert status_of(snoozed, today, settings).state == "snoozed"
    assert status_of(snoozed, today).state == "quiet"


def test_a_set_rhythm_runs_from_any_contact_whatever_the_size_of_the_group() -> None:
    party = date(2026, 3, 1)
    assert turns(contact([*every(9, 20), (party, 12)], every="3w"))[1:] == [(19, "due"), (22, "quiet")]


def test_a_rhythm_longer_than_the_calendar_never_passes() -> None:
    assert last_day(Span(99999, "y"), START.toordinal()) > date.max.toordinal()
    assert status_of(contact([START], every="99999y"), date(9999, 12, 31)).state != "quiet"


def test_states_come_in_their_order_of_precedence() -> None:
    today = date(2026, 3, 1)
    layers: list[tuple[str, dict[str, Any]]] = [
        ("quiet", {}),
        ("snoozed", {"snoozed_until": today.toordinal() + 1}),
        ("muted", {"mode": "off"}),
        ("muted", {"mode": "ambient"}),
        ("archived", {"archived": 1}),
        ("died", {"archived": 2, "died": 1}),
        ("broken", {"error": "line 3: no"}),
    ]
    row = contact([today - timedelta(400 - 9 * index) for index in range(39)], mode="regular")
    for state, fields in layers:
        row = row._replace(**fields)
        assert status_of(row, today).state == state
    unmet = contact()
    assert status_of(unmet, today).state == "new"
    assert status_of(unmet._replace(every="3w"), today).state == "new"
    assert status_of(unmet._replace(snoozed_until=today.toordinal() + 1), today).state == "snoozed"
    assert status_of(unmet._replace(mode="off"), today).state == "muted"


def test_a_snooze_ends_on_its_day() -> None:
    row = contact(every(9, 20), snoozed_until=date(2026, 12, 24).toordinal())
    assert status_of(row, date(2026, 12, 23)).state == "snoozed"
    assert status_of(row, date(2026, 12, 24)).state == "dormant"


def test_new_has_no_figures_and_the_snoozed_keep_theirs() -> None:
    assert status_of(contact(), START)[1:6] == (None,) * 5
    snoozed = status_of(
        contact(every(9, 20), snoozed_until=START.toordinal() + 9999), START + timedelta(19 * 9 + 58)
    )
    assert snoozed.days == 58
    assert snoozed.chance is not None and snoozed.share is not None


def test_a_party_leaves_the_quiet_quiet_after_a_week_of_grace_but_the_days_are_true() -> None:
    last = START + timedelta(19 * 9)
    party = last + timedelta(58)
    row = contact([*every(9, 20), (party, 12)])
    assert status_of(row, party)[:2] == ("warm", 0)
    assert status_of(row, party + timedelta(6)).state == "warm"
    after = status_of(row, party + timedelta(7))
    assert (after.state, after.days) == ("quiet", 7)
    coffee = contact([*every(9, 20), (party, 2)])
    assert status_of(coffee, party + timedelta(20)).state == "warm"


def test_a_back_dated_entry_resets_nothing_and_never_moves_the_clock_back() -> None:
    today = START + timedelta(19 * 9 + 58)
    before = status_of(contact(every(9, 20)), today)
    after = status_of(contact([*every(9, 20), START - timedelta(300)]), today)
    assert (before.state, before.days) == (after.state, after.days) == ("quiet", 58)
    newer = status_of(contact([*every(9, 20), today - timedelta(5)]), today)
    assert (newer.state, newer.days) == ("warm", 5)


def test_deleting_the_last_entry_gives_back_the_silence_before_it() -> None:
    days = every(9, 20)
    today = days[-1] + timedelta(50)
    kept = status_of(contact(days), today)
    assert status_of(contact([*days, today - timedelta(3)]), today).state == "warm"
    assert status_of(contact(days), today) == kept
    assert (kept.state, kept.days) == ("quiet", 50)
    assert status_of(contact([]), today).state == "new"


def test_an_entry_in_the_future_counts_from_its_day() -> None:
    days = every(9, 20)
    today = days[-1] + timedelta(58)
    planned = [*days, today + timedelta(2)]
    assert status_of(contact(planned, today), today).days == 58
    assert status_of(contact([today + timedelta(2)], today), today).state == "new"
    then = today + timedelta(2)
    assert status_of(contact(planned, then), then)[:2] == ("warm", 0)


def test_a_clock_set_back_shows_no_silence() -> None:
    days = every(9, 20)
    row = contact(days)
    for fields in ({}, {"every": "3w"}):
        back = status_of(row._replace(**fields), START)
        assert back[:2] == ("warm", 0)


def test_two_entries_on_one_day_are_one_contact_day() -> None:
    days = every(9, 20)
    assert turns(contact(days + days)) == turns(contact(days))


def test_five_thousand_entries() -> None:
    row = contact(every(1, 5000))
    assert row.contact_days == 5000
    assert turns(row, 200) == [(0, "warm"), (7, "due"), (30, "quiet"), (180, "dormant")]


def test_the_nearest_rhythm_wins() -> None:
    settings = Settings(defaults={"mentor": "1m", "#london": "2w", "role:london": "9y", "friend": "3w"})
    row = contact([START])
    for fields, expected in (
        ({}, (None, "")),
        ({"tags": "maths\nlondon", "roles": "mentor"}, (Span(2, "w"), "london")),
        ({"tags": "maths", "roles": "peer\nmentor"}, (Span(1, "m"), "mentor")),
        ({"tags": "friend"}, (Span(3, "w"), "friend")),
        ({"tags": "london", "every": "5d"}, (Span(5, "d"), "")),
    ):
        assert effective_rhythm(row._replace(**fields), settings) == expected
    assert turns(row._replace(tags="london"), 100, settings)[-1] == (15, "quiet")
    assert effective_rhythm(row._replace(every="now and then")) == (None, "")


def test_the_list_is_ordered_by_state_then_by_what_matters_in_it() -> None:
    today = date(2026, 3, 1)

    def ago(days: int, **fields: Any) -> ContactRow:
        return contact([today - timedelta(days)], **fields)

    rows = {
        "broken": contact(error="x"),
        "unlikely": contact([today - timedelta(40 + 9 * index) for index in range(20)], every="3w"),
        "likely": contact(
            [today - timedelta(300), today - timedelta(299), today - timedelta(250)], every="3w"
        ),
        "due long": ago(60, every="61d"),
        "due": ago(20, every="3w"),
        "warm long": ago(500, every="2y"),
        "warm": ago(1, every="2y"),
        "met": ago(1),
        "met long": ago(500),
        "new": contact(),
        "dormant": contact([today - timedelta(400 + 9 * index) for index in range(20)]),
        "dormant long": contact([today - timedelta(900 + 9 * index) for index in range(20)]),
        "snoozed": ago(3, snoozed_until=today.toordinal() + 1),
        "snoozed long": ago(3, snoozed_until=today.toordinal() + 100),
        "muted": ago(900, mode="off"),
        "archived": ago(9, archived=1),
        "died": ago(9, archived=2, died=1),
        "me": ago(9, archived=ONESELF),
    }
    expected = ["broken", "likely", "unlikely", *list(rows)[3:]]
    names = sorted(rows)
    standings = dict(zip(names, statuses_of((rows[name] for name in names), today), strict=True))
    assert sorted(names, key=lambda name: standings[name].order) == expected
    assert list(dict.fromkeys(standings[name].state for name in expected)) == list(STATES)


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), max_size=30),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_the_order_never_mixes_states(days: list[date], today: date) -> None:
    row = contact(days, today)
    for fields in (
        {},
        {"every": "3w"},
        {"every": "1y"},
        {"mode": "off"},
        {"snoozed_until": today.toordinal() + 5},
    ):
        standing = status_of(row._replace(**fields), today)
        rank = STATES.index(standing.state)
        assert (rank - 0.5) * 1e7 < standing.order < (rank + 0.5) * 1e7
        assert standing.days is None or standing.days >= 0


def test_a_silence_is_told_of_once_until_someone_is_met_again() -> None:
    row = contact(every(9, 20))
    today = date.fromordinal(row.last + 58)
    standings = statuses_of([row], today)
    assert newly_quiet([row], standings, {}) == [row]
    assert newly_quiet([row], standings, {"ada": row.last}) == []
    assert newly_quiet([row], standings, {"ada": row.last - 9}) == [row]
    assert newly_quiet([row], statuses_of([row], START), {}) == []


def test_the_likeliest_to_stay_quiet_are_told_of_first() -> None:
    rows = [contact(id=name) for name in "abc"]
    standings = [Status("quiet", order=-chance) for chance in (0.5, 0.9, 0.7)]
    assert [row.id for row in newly_quiet(rows, standings, {})] == ["b", "c", "a"]


def test_a_few_of_the_once_close_are_worth_reviving() -> None:
    rows = [
        contact(id="few", contact_days=4, last=10),
        contact(id="close", contact_days=40, last=10),
        contact(id="lately", contact_days=40, last=20),
        contact(id="warm", contact_days=90, last=90),
    ]
    standings = [Status("dormant")] * 3 + [Status("warm")]
    assert [row.id for row in revival_candidates(rows, standings, 2)] == ["lately", "close"]


def test_attempts_count_after_the_last_contact_up_to_today() -> None:
    today = date(2026, 3, 10)
    entries = [
        Entry(id="a", on=date(2026, 3, 1), kind="attempt"),
        Entry(id="b", on=datetime(2026, 3, 5, 14, 30), kind="attempt"),
        Entry(id="c", on=date(2026, 3, 6), kind="note"),
        Entry(id="d", on=date(2026, 3, 10), kind="attempt"),
        Entry(id="e", on=date(2026, 3, 11), kind="attempt"),
    ]
    assert count_unanswered(entries, date(2026, 3, 1).toordinal(), today) == 2
    assert count_unanswered(entries, 0, today) == 3
