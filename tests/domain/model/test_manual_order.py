"""Manual sort order: a move changes as few numbers as possible."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.manual_order import STEP, renumber


def standing(numbers: list[int | None], ranks: list[int]) -> list[int]:
    """The places in which things with these numbers stand."""
    return sorted(
        range(len(numbers)),
        key=lambda at: (numbers[at] is None, numbers[at] or 0, ranks[at]),
    )


def test_the_first_to_be_moved_up_gives_numbers_only_to_what_now_stands_before_the_rest() -> None:
    assert renumber([None, None, None, None], [2, 0, 1, 3]) == [STEP, None, None, None]
    assert renumber([None, None, None, None], [0, 2, 1, 3]) == [STEP, 2 * STEP, None, None]


def test_moving_within_numbers_with_room_changes_one() -> None:
    assert renumber([100, 300, 200], [0, 1, 2]) in ([100, 150, 200], [100, 300, 400])


def test_twins_and_numbers_without_room_are_spread_again() -> None:
    found = renumber([5, 5, 5], [0, 1, 2])
    assert found.count(5) == 1 and sorted(found, key=lambda n: n or 0) == found and len(set(found)) == 3
    assert renumber([5, None, 6], [0, 1, 2]) in ([5, 6, 106], [-95, 5, 6], [5, 105, 205], [-194, -94, 6])


def test_what_stands_as_wanted_stays() -> None:
    assert renumber([1, 2, None, None], [0, 1, 2, 3]) == [1, 2, None, None]
    assert renumber([], []) == []


@given(
    st.lists(st.one_of(st.none(), st.integers(-3, 12), st.just(10**18)), max_size=7).flatmap(
        lambda numbers: st.tuples(st.just(numbers), st.permutations(range(len(numbers))))
    )
)
def test_things_stand_as_wanted_afterwards(given: tuple[list[int | None], list[int]]) -> None:
    numbers, ranks = given
    found = renumber(numbers, ranks)
    assert standing(found, ranks) == list(range(len(numbers)))
    numbers_given = [number for number in found if number is not None]
    assert len(set(numbers_given)) == len(numbers_given)
    assert all(new is not None for old, new in zip(numbers, found, strict=True) if old is not None)


@pytest.mark.slow
@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=4), st.randoms())
def test_no_fewer_changes_would_do(numbers: list[int | None], random: object) -> None:
    ranks = list(range(len(numbers)))
    random.shuffle(ranks)  # type: ignore[attr-defined]
    found = renumber(numbers, ranks)
    changes = sum(a != b for a, b in zip(numbers, found, strict=True))
    choices = [range(-5, 9) if n is not None else [None, *range(-5, 9)] for n in numbers]
    wanted = list(range(len(numbers)))
    for other in product(*choices):
        if sum(a != b for a, b in zip(numbers, other, strict=True)) < changes:
            distinct = [n for n in other if n is not None]
            assert len(set(distinct)) < len(distinct) or standing(list(other), ranks) != wanted
