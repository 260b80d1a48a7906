"""Explanations of a status: correct figures, grammar and tone."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median_high
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netui.domain.cadence import explanations
from netui.domain.cadence.capacity import Capacity
from netui.domain.cadence.model import gap_lengths, learn
from netui.domain.cadence.status import Settings, Status, status_of
from netui.domain.model.contact_row import ContactRow

START = date(2024, 1, 1)
UNKIND = re.compile(r"neglect|overdue|fail|late\b|ignored|forgot|should|must", re.IGNORECASE)


def contact(days: Iterable[date | tuple[date, int]] = (), **fields: Any) -> ContactRow:
    pairs = [day if isinstance(day, tuple) else (day, 1) for day in days]
    rhythm = learn((day.toordinal(), people) for day, people in pairs)
    row = ContactRow(
        "ada", "Ada", contact_days=rhythm.days, last=rhythm.last, silence_start=rhythm.silence_start,
        decayed_count=rhythm.decayed_count,
        log_sum=rhythm.log_sum, log_squares=rhythm.log_squares, gaps=rhythm.gaps,
    )  # fmt: skip
    return row._replace(**fields)


def steady(step: int, times: int, **fields: Any) -> ContactRow:
    return contact((START + timedelta(step * index) for index in range(times)), **fields)


def after_gaps(*gaps: int, **fields: Any) -> ContactRow:
    days = [START]
    for gap in gaps:
        days.append(days[-1] + timedelta(gap))
    return contact(days, **fields)


def words(row: ContactRow, silence: int, settings: Settings = Settings()) -> tuple[str, str, str]:  # noqa: B008
    today = date.fromordinal(row.last + silence)
    standing = status_of(row, today, settings)
    return (
        standing.state,
        explanations.explain(row, standing, today, settings),
        explanations.explain_short(row, standing, today, settings),
    )


@pytest.mark.parametrize(
    ("row", "silence", "expected"),
    [
        (
            steady(9, 21),
            58,
            "usually every 9 days, now 58 of silence; none of your last 20 gaps was that long",
        ),
        (
            after_gaps(*[9] * 19, 58),
            58,
            "usually every 9 days, now 58 of silence; only 1 of your last 20 gaps was that long",
        ),
        (
            after_gaps(70, 80, *[9] * 7),
            60,
            "usually every 9 days, now 60 of silence; 2 of your last 9 gaps were that long",
        ),
        (
            after_gaps(70, 80, *[9] * 6),
            60,
            "usually every 9 days, now 60 of silence; sometimes longer: 2 of your last 8 gaps were",
        ),
        (
            after_gaps(90, *[9] * 3),
            85,
            "usually every 9 days, now 85 of silence; sometimes longer",
        ),
        (
            steady(9, 8),
            58,
            "usually every 9 days, now 58 of silence; about 1 in 8 of such silences gets this long",
        ),
        (steady(9, 3), 58, "58 days of silence; only 3 contact days on record, so this is a guess"),
        (steady(9, 3), 0, "in touch today"),
        (steady(9, 1), 0, "met once, today"),
        (steady(9, 1), 1, "met once, yesterday: a first follow-up?"),
        (steady(9, 1), 12, "met once, 12 days ago: a first follow-up?"),
        (steady(9, 1), 30, "met once, 30 days ago: a first follow-up?"),
        (steady(9, 1), 31, "met once, in January"),
        (steady(9, 1), 400, "met once, in January 2024"),
        (steady(9, 2), 12, "met twice, last 12 days ago: a follow-up?"),
        (steady(9, 2), 60, "met twice, last in January"),
        (steady(2, 5), 12, "met on 5 days, last 12 days ago"),
        (
            steady(2, 5),
            31,
            "met on 5 days in January, not since (57 % chance of no word in the next 30 days)",
        ),
        (
            contact(date(2024, 1, 28) + timedelta(2 * at) for at in range(5)),
            400,
            "met on 5 days in January and February 2024, not since;"
            " about 1 in 24 of such silences gets this long",
        ),
        (
            after_gaps(*[41] * 7, *[1] * 8),
            40,
            "usually every day, now 40 days of silence; sometimes longer: 7 of your last 15 gaps were",
        ),
        (steady(7, 40, season=131), 64, "silent at this time of year before: last time 131 days"),
        (steady(7, 40, season=131), 5, "usually every 7 days, now 5 of silence"),
        (steady(365, 5), 400, "usually every year, now 400 days of silence"),
        (steady(9, 21), 4, "usually every 9 days, now 4 of silence"),
        (steady(9, 21), 0, "usually every 9 days, in touch today"),
        (steady(1, 21), 1, "usually every day, now 1 day of silence"),
        (
            steady(1, 21),
            8,
            "usually every day, now 8 days of silence; none of your last 20 gaps was that long",
        ),
        (
            steady(9, 21, planned_on=(START + timedelta(183 + 26)).toordinal()),
            26,
            "usually every 9 days, now 26 of silence; none of your last 20 gaps was that long;"
            " planned for 28 Jul",
        ),
    ],
)
def test_a_learned_rhythm_is_told_by_what_is_known(row: ContactRow, silence: int, expected: str) -> None:
    assert words(row, silence)[1] == expected


@pytest.mark.parametrize(
    ("every", "silence", "expected", "short"),
    [
        ("3w", 33, "past the 3 weeks you set, by 12 days", "3 weeks set, 12 days past"),
        ("3w", 22, "past the 3 weeks you set, by 1 day", "3 weeks set, 1 day past"),
        ("3w", 21, "the 3 weeks you set end today", "3 weeks set, 0 days left"),
        ("3w", 20, "1 day left of the 3 weeks you set", "3 weeks set, 1 day left"),
        ("1m", 31, "the month you set ends today", "1 month set, 0 days left"),
        ("1m", 33, "past the month you set, by 2 days", "1 month set, 2 days past"),
        ("1y", 6, "360 days left of the year you set", "1 year set, 360 days left"),
        ("1d", 0, "in touch today; every day is what you set", "every day set, 1 day left"),
        ("1d", 1, "in touch yesterday; every day is what you set", "every day set, 0 days left"),
        ("1d", 4, "past the daily rhythm you set, by 3 days", "every day set, 3 days past"),
    ],
)
def test_a_set_rhythm_is_told_by_the_calendar(every: str, silence: int, expected: str, short: str) -> None:
    assert words(contact([START], every=every), silence)[1:] == (expected, short)


def test_a_rhythm_set_for_a_tag_or_role_says_for_which() -> None:
    settings = Settings(defaults={"mentor": "3w"})
    row = contact([START], roles="mentor")
    assert words(row, 33, settings)[1] == "past the 3 weeks you set for mentor, by 12 days"


def test_the_chance_is_told_where_it_is_the_reason() -> None:
    row = after_gaps(2, 150, 1, 90, 2, 120, 3, 100)
    at = next(silence for silence in range(7, 400) if words(row, silence)[0] == "quiet")
    standing = status_of(row, date.fromordinal(row.last + at))
    assert standing.share is not None and standing.chance is not None and standing.horizon is not None
    assert standing.chance >= 0.5
    said = f" ({standing.chance:.0%}".replace("%", " %")
    assert words(row, at)[1].endswith(f"{said} chance of no word in the next {standing.horizon:.0f} days)")
    assert "chance" not in words(steady(30, 12), 125)[1]


def test_a_silence_that_a_party_left_standing_says_so() -> None:
    row = contact([*(START + timedelta(9 * index) for index in range(20)), (START + timedelta(230), 12)])
    assert words(row, 10)[:2] == (
        "quiet",
        "usually every 9 days, last seen 10 days ago in a large group: time for a talk of your own?",
    )
    assert words(row, 2)[:2] == ("warm", "usually every 9 days, now 2 of silence")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "no contact logged yet"),
        ({"planned_on": date(2026, 12, 14).toordinal()}, "no contact logged yet; planned for 14 Dec"),
        ({"planned_on": date(2026, 11, 20).toordinal()}, "no contact logged yet"),
        ({"snoozed_until": date(2026, 12, 24).toordinal()}, "snoozed until 24 Dec"),
        ({"snoozed_until": date(2027, 1, 2).toordinal()}, "snoozed until 2 Jan 2027"),
        ({"mode": "ambient"}, "seen anyway; never flagged"),
        ({"mode": "off"}, "never flagged, as you set"),
        ({"archived": 1}, ""),
        ({"error": "ada.toml, line 3: no date"}, "ada.toml, line 3: no date"),
    ],
)
def test_states_without_a_silence_have_their_own_words(fields: dict[str, Any], expected: str) -> None:
    today = date(2026, 11, 21)
    row = contact(**fields)
    standing = status_of(row, today)
    assert (
        explanations.explain(row, standing, today)
        == explanations.explain_short(row, standing, today)
        == expected
    )


def test_the_weeks_of_a_course_are_no_rhythm() -> None:
    course = steady(7, 6)
    assert words(course, 34)[1].startswith("usually every 7 days, now 34"), "not longer than it lasted"
    assert words(course, 150) == (
        "quiet",
        "a short series: met on 6 days in January and February, not since"
        " (82 % chance of no word in the next 54 days)",
        "met on 6 days in January and February, not since",
    )
    assert "from January to March, not since" in words(steady(9, 8), 80)[1]
    assert words(steady(28, 3), 65)[1].endswith("so this is a guess"), "nobody is quiet yet"
    for rhythm in (steady(7, 11), steady(20, 5)):
        assert words(rhythm, 120)[1].startswith("usually every"), "a rhythm of its own"


def test_a_narrow_pane_gets_the_short_words() -> None:
    assert words(steady(9, 21), 58)[2] == "usually every 9 days, now 58"
    assert words(steady(1, 21), 58)[2] == "usually every day, now 58 days"
    assert words(steady(9, 21), 0)[2] == "usually every 9 days"
    assert words(steady(9, 3), 58)[2] == "58 days, 3 contact days so far"
    assert words(steady(9, 3), 0)[2] == "in touch today"
    assert words(steady(9, 2), 58)[2] == "met twice, last in January"


@given(
    st.lists(st.tuples(st.integers(1, 400), st.integers(1, 15)), max_size=30),
    st.integers(0, 1500),
    st.sampled_from(["", "1d", "3w", "1m", "2y"]),
    st.sampled_from(["sooner", "normal", "later"]),
)
def test_the_words_are_kind_and_every_figure_is_true(
    steps: list[tuple[int, int]], silence: int, every: str, sensitivity: Any
) -> None:
    days: list[tuple[date, int]] = [(START, 1)]
    for gap, people in steps:
        days.append((days[-1][0] + timedelta(gap), people))
    row = contact(days, every=every)
    _, line, short = words(row, silence, Settings(sensitivity))
    assert line and short
    assert not UNKIND.search(line + short)
    assert "\n" not in line + short
    assert not re.search(
        r"\b1 (days|gaps|weeks|months)\b|\b([2-9]|\d\d+) (day|gap|week|month)\b", line + short
    )
    gaps = gap_lengths(row.gaps)
    if usual_gap := re.search(r"usually every (?:(\d+) days|day), (?:now|last seen) (\d+)", line):
        assert (int(usual_gap[1] or 1), int(usual_gap[2])) == (median_high(gaps), silence)
    if counted := re.search(r"(none|\d+) of your last (\d+) gaps", line):
        longer = 0 if counted[1] == "none" else int(counted[1])
        assert len(gaps) >= 8
        assert (longer, int(counted[2])) == (sum(gap >= silence for gap in gaps), len(gaps))
    if guess := re.search(r"only (\d+) contact day", line):
        assert int(guess[1]) == len(days) == 3


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, "0 d"), (1, "1 d"), (58, "58 d"), (62, "62 d"), (63, "9 wk"), (91, "13 wk"), (92, "3 mo"),
        (244, "8 mo"), (730, "23 mo"), (731, "2 y"), (1095, "2 y"), (1096, "3 y"), (36525, "100 y"),
    ],
)  # fmt: skip
def test_a_column_has_room_for_a_length_of_time(days: int, expected: str) -> None:
    assert explanations.gap_words(days) == expected


@given(st.integers(0, 40_000), st.integers(0, 400))
@example(59, 1)
@example(98, 2)
def test_a_longer_time_never_reads_shorter(days: int, more: int) -> None:
    def least(text: str) -> float:
        count, unit = text.split()
        return int(count) * {"d": 1, "wk": 7, "mo": 30.4375, "y": 365.25}[unit]

    assert least(explanations.gap_words(days)) <= days
    assert least(explanations.gap_words(days)) <= least(explanations.gap_words(days + more))


def test_an_offer_to_catch_up_and_a_word_on_attempts() -> None:
    assert (
        explanations.catch_up_words(date(2026, 10, 30), date(2026, 11, 21))
        == "nothing logged since 30 Oct: catch up?"
    )
    today = date(2026, 11, 21)
    assert explanations.catch_up_words(date(2026, 10, 30), today) == "nothing logged since 30 Oct: catch up?"
    assert (
        explanations.catch_up_words(date(2025, 12, 30), today)
        == "nothing logged since 30 Dec 2025: catch up?"
    )
    assert [explanations.attempt_words(count) for count in (0, 1, 2)] == [
        "",
        "1 attempt since, no answer yet",
        "2 attempts since, no answer yet: try another channel?",
    ]


@pytest.mark.parametrize(
    ("needed", "average", "expected"),
    [
        (11.2, 4.0, "your set rhythms need 11 contacts a week; you average 4 these 12 weeks"),
        (1.0, 0.25, "your set rhythms need 1 contact a week; you average 0.2 these 12 weeks"),
        (2.5, 9.96, "your set rhythms need 2.5 contacts a week; you average 10 these 12 weeks"),
        (0.0, 3.0, ""),
    ],
)
def test_capacity_in_words(needed: float, average: float, expected: str) -> None:
    assert explanations.capacity_words(Capacity(needed, average, 12, ())) == expected


def test_a_share_near_one_is_said_in_words() -> None:
    row = after_gaps(5, 5, 5)
    standing = Status("due", 20, 0.5, 0.8, 5.0, 30.0)
    assert explanations.explain(row, standing, START).endswith("most such silences get this long")


@pytest.mark.parametrize(
    ("names", "more", "expected"),
    [
        (["Ana"], 0, "Ana has gone quiet: say hello?"),
        (["Ana", "Ben"], 0, "Ana and Ben have gone quiet: say hello?"),
        (["Ana", "Ben", "Cy"], -1, "Ana, Ben and Cy have gone quiet: say hello?"),
        (["Ana"], 1, "Ana and 1 more have gone quiet: say hello?"),
        (["Ana", "Ben", "Cy"], 1178, "Ana, Ben, Cy and 1,178 more have gone quiet: say hello?"),
    ],
)
def test_those_gone_quiet_in_one_breath(names: list[str], more: int, expected: str) -> None:
    assert explanations.gone_quiet_words(names, more) == expected


def test_attempts_suggest_what_is_left() -> None:
    assert explanations.attempt_words(1, ["e-mail"]) == "1 attempt since, no answer yet"
    assert explanations.attempt_words(3, ["e-mail"]) == "3 attempts since, no answer yet: try e-mail?"
    others = ["e-mail", "phone", "social.example"]
    assert explanations.attempt_words(2, others) == (
        "2 attempts since, no answer yet: try e-mail, phone or social.example?"
    )


def test_whom_to_relax() -> None:
    assert explanations.relax_words([]) == ""
    assert explanations.relax_words(["Ana", "Ben"]) == "relax Ana or Ben?"
    said = [explanations.frequency_words(days) for days in (1, 2, 299, 300, 365, 430, 500, 730, 1461)]
    assert said == [
        "every day", "every 2 days", "every 299 days", "every year", "every year", "every year",
        "every 16 months", "every 2 years", "every 4 years",
    ]  # fmt: skip
