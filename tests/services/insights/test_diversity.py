"""Diversity in plain words: where half of the people are, and whom to call where few are."""

from netui.domain.model.contact_row import ContactRow
from netui.services.insights.diversity import ThinGroup, group_by_words, measure_diversity


def people(count: int, first: int = 0) -> list[ContactRow]:
    return [ContactRow(f"p{at}", f"P{at}", last=1000 - at) for at in range(first, first + count)]


def test_half_of_the_people_are_in_the_fewest_groups() -> None:
    found = measure_diversity(
        {"rust": people(6), "law": people(2, 6), "art": people(1, 8), "sea": people(3, 9)}
    )
    assert (found.leading, found.groups, found.people) == (("rust",), 4, 12)
    assert found.thin == (ThinGroup("law", 2, "p7"), ThinGroup("art", 1, "p8"))


def test_somebody_in_two_groups_counts_once() -> None:
    both = people(2)
    found = measure_diversity({"a": both, "b": both, "c": people(2, 5)})
    assert found.people == 4 and found.leading == ("a",)


def test_nobody_in_any() -> None:
    assert measure_diversity({}) == ((), 0, 0, ())


def test_rows_by_their_words() -> None:
    one, two = people(2)
    assert group_by_words([one, two], ["x y x", "y"], str.split) == {"x": [one], "y": [one, two]}
