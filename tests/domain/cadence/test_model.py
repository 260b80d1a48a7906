"""The rhythm model: updates by contact-days, and the assessment of a silence."""

from datetime import date
from itertools import pairwise
from math import exp, log, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.cadence.model import Rhythm, assess, gap_lengths, group_weight, learn
from netui.domain.model.contact_row import ContactRow

START = date(2024, 1, 1).toordinal()
contact_days = st.lists(st.tuples(st.integers(START, START + 2000), st.integers(1, 40)), max_size=40)


def every(step: int, times: int, people: int = 1) -> list[tuple[int, int]]:
    return [(START + step * index, people) for index in range(times)]


def test_gaps_decay_and_a_contact_day_counts_once() -> None:
    rhythm = learn([(START, 1), (START + 5, 1), (START + 5, 1), (START + 12, 1)])
    assert rhythm[:3] == (3, START + 12, START + 12)
    assert rhythm.decayed_count == pytest.approx(0.9 + 1)
    assert rhythm.log_sum == pytest.approx(0.9 * log(5) + log(7))
    assert rhythm.log_squares == pytest.approx(0.9 * log(5) ** 2 + log(7) ** 2)
    assert gap_lengths(rhythm.gaps) == (5, 7)


@given(contact_days)
def test_neither_order_nor_repetition_changes_what_is_learned(days: list[tuple[int, int]]) -> None:
    assert learn(days) == learn(reversed(days)) == learn(days + days)


@given(contact_days.filter(bool), st.integers(1, 500), st.integers(1, 40))
def test_one_more_day_is_the_same_as_learning_all_again(
    days: list[tuple[int, int]], gap: int, people: int
) -> None:
    later = max(day for day, _ in days) + gap
    assert learn(days).add(later, people) == learn([*days, (later, people)])


def test_a_day_that_is_not_later_cannot_be_added() -> None:
    rhythm = learn(every(5, 3))
    for day in (rhythm.last, rhythm.last - 1):
        with pytest.raises(ValueError, match="learn from all days"):
            rhythm.add(day)


def test_the_last_twenty_gaps_are_kept_and_a_lifetime_is_clamped() -> None:
    assert gap_lengths(learn(every(9, 40)).gaps) == (9,) * 20
    long = learn(every(9, 40))
    assert gap_lengths(long.add(long.last + 5).gaps) == (*[9] * 19, 5)
    assert gap_lengths(learn([(1, 1), (200_000, 1)]).gaps) == (65535,)
    many = learn((START + 3 * index, 1) for index in range(5000))
    assert (many.days, len(many.gaps)) == (5000, 40)
    assert many.decayed_count == pytest.approx(10)
    assert assess(many, many.last).typical == pytest.approx(exp((2 * log(60) + 10 * log(3)) / 12))


def test_a_rhythm_survives_its_row() -> None:
    rhythm = learn([(START, 2), (START + 9, 1), (START + 30, 7)])
    row = ContactRow(
        "a", "A", "", contact_days=rhythm.days, last=rhythm.last, silence_start=rhythm.silence_start,
        decayed_count=rhythm.decayed_count,
        log_sum=rhythm.log_sum, log_squares=rhythm.log_squares, gaps=rhythm.gaps,
    )  # fmt: skip
    assert Rhythm.of(row) == rhythm


def test_the_formulas() -> None:
    rhythm = learn([(START, 1), (START + 4, 1), (START + 24, 1)])
    silence = 30
    w, a, b = rhythm.decayed_count, rhythm.log_sum, rhythm.log_squares
    typical = exp((2 * log(60) + a) / (2 + w))
    shape = (pi / sqrt(3)) / sqrt((2 * 2.2**2 + b - a * a / w) / (2 + w))
    horizon = min(max(3.8 * typical, 30), 120)
    never = 0.43 / 3**1.5

    def silence_quantile(days: float) -> float:
        return never + 1 / (1 + (days / typical) ** shape)

    found = assess(rhythm, rhythm.last + silence)
    assert found.typical == pytest.approx(typical)
    assert found.horizon == pytest.approx(horizon)
    assert found.chance == pytest.approx(silence_quantile(silence + horizon) / silence_quantile(silence))
    assert found.share == pytest.approx(silence_quantile(silence) / (never + 1))
    assert found.silence == silence


def test_few_data_lean_on_the_prior_and_on_what_the_user_set() -> None:
    once = learn([(START, 1)])
    assert assess(once, START + 10).typical == pytest.approx(60)
    assert assess(once, START + 10, prior_days=21).typical == pytest.approx(21)
    assert assess(learn(every(9, 40)), START + 400, 21).typical < 11


@given(contact_days.filter(bool), st.integers(0, 3000), st.floats(1, 5000))
def test_whatever_happened_the_figures_are_sound_and_the_share_falls(
    days: list[tuple[int, int]], silence: int, prior: float
) -> None:
    rhythm = learn(days)
    now = assess(rhythm, rhythm.last + silence, prior)
    later = assess(rhythm, rhythm.last + silence + 10, prior)
    assert 0 < now.chance <= 1
    assert 0 < later.share <= now.share <= 1
    assert 30 <= now.horizon <= 120
    assert now.typical > 0


def test_a_clock_set_back_shows_no_silence() -> None:
    rhythm = learn(every(9, 5))
    assert assess(rhythm, START).silence == 0
    assert assess(rhythm, START).share == 1


def test_a_group_counts_less_the_larger_it_is() -> None:
    weights = [group_weight(people) for people in range(1, 60)]
    assert weights[0] == 1
    assert all(smaller > larger > 0 for smaller, larger in pairwise(weights))
    assert group_weight(2) > 0.9
    assert group_weight(12) < 0.15
    assert group_weight(0) == 1


def test_one_of_twelve_at_a_party_resets_little_where_a_coffee_with_two_resets_nearly_all() -> None:
    day = START + 19 * 9 + 58
    before = learn(every(9, 20))
    silence = {people: assess(before.add(day, people), day).silence for people in (1, 2, 12)}
    assert silence[1] == 0
    assert silence[2] < 4
    assert silence[12] > 50
    assert assess(before.add(day, 12), day).chance > 0.8 * assess(before, day).chance
    assert assess(before.add(day, 2), day).chance < 0.5 * assess(before, day).chance


def test_the_smallest_group_of_a_day_stands_for_it() -> None:
    assert learn([*every(9, 5), (START + 50, 30), (START + 50, 1)]) == learn([*every(9, 5), (START + 50, 1)])


def test_a_pair_that_meets_only_in_a_large_group_has_that_as_its_rhythm() -> None:
    club = learn(every(7, 60, people=12))
    assert assess(club, club.last + 7).share > 0.4
    assert assess(club, club.last + 300).share < assess(club, club.last + 60).share < 0.3


@given(contact_days.filter(bool), st.integers(START, START + 2000), st.integers(1, 40))
def test_an_older_entry_never_moves_the_clock_back(
    days: list[tuple[int, int]], older: int, people: int
) -> None:
    before, after = learn(days), learn([*days, (older, people)])
    assert after.last >= before.last
    assert after.silence_start >= before.silence_start - 1e-6


@given(contact_days.filter(bool))
def test_what_a_group_leaves_standing_is_bounded(days: list[tuple[int, int]]) -> None:
    rhythm = learn(days)
    assert rhythm.last - 60 < rhythm.silence_start <= rhythm.last
