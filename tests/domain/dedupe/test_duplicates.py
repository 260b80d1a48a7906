"""Finding duplicates by addresses, names and facts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.dedupe.duplicates import (
    DOMAIN,
    MOST_AGREEING,
    MOST_NAMESAKES,
    MOST_SHARING,
    PLACE,
    DuplicatePair,
    MatchRecord,
    compare_records,
    find_duplicates,
)

MAIL = frozenset({("e-mail", "a@x.example")})
WORK = frozenset({("organisation", "engines")})
TOWN = frozenset({(PLACE, "london")})


def pair(one: str, other: str, **more: Any) -> DuplicatePair | None:
    found = find_duplicates(
        [MatchRecord("one", (one,), weight=1, **more), MatchRecord("two", (other,), **more)]
    )
    return found[0] if found else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada lovelace", "ada lovelace"),
        ("ada lovelace", "lovelace ada"),
        ("ada lovelace", "a lovelace"),
        ("ada b lovelace", "ada lovelace"),
        ("ada b lovelace", "ada byron lovelace"),
        ("katherine jonson", "katharine jonson"),
        ("ada lovelace", "ada lovelaec"),
        ("ada lovelace", "ada lovelce"),
    ],
)
def test_names_that_fit_make_one_of_those_who_work_at_one_place(one: str, other: str) -> None:
    found = pair(one, other, facts=WORK)
    assert found is not None and found.is_likely and "organisation (engines)" in found.why
    assert (found.keeper, found.other) == ("one", "two")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada lovelace", "anna lovelace"),
        ("ada lovelace", "ada byron"),
        ("ada b lovelace", "ada c lovelace"),
        ("ada lovelace", "b lovelace"),
        ("ada lovelace", "ada l"),
        ("jon li", "jan li"),
        ("karen jonson", "daren jonsen"),
        ("ada", "ada lovelace"),
        ("ann smith", "bob smith"),
    ],
)
def test_colleagues_of_other_names_are_two(one: str, other: str) -> None:
    assert pair(one, other, facts=WORK) is None


def test_a_name_alone_is_told_apart_and_a_town_says_something_of_namesakes_only() -> None:
    alone = pair("ada lovelace", "ada lovelace")
    assert alone is not None and not alone.is_likely
    there = pair("ada lovelace", "ada lovelace", facts=TOWN)
    assert there is not None and there.is_likely
    found = pair("a lovelace", "ada lovelace", facts=TOWN)
    assert found is not None and not found.is_likely


def test_one_address_makes_one_of_two_but_of_a_couple() -> None:
    for other in ("ada lovelace", "a lovelace", "mum", "ada king"):
        found = pair("ada lovelace", other, addresses=MAIL)
        assert found is not None and found.is_likely and found.why.startswith("the same e-mail a@x.example")
    assert pair("ann smith", "bob smith", addresses=MAIL) is None


def test_forms_of_one_name_need_no_more_where_nothing_differs() -> None:
    one, other = MatchRecord("one", ("kate miller",)), MatchRecord("two", ("katherine miller",))
    found = compare_records(one, other)
    assert found is not None and not found.is_likely and found.why == "Kate is a form of Katherine"
    mail = frozenset({("e-mail", "b@x.example")})
    assert compare_records(one._replace(addresses=MAIL), other._replace(addresses=mail)) is None
    assert compare_records(one._replace(facts=WORK), other._replace(facts=WORK, addresses=mail)) is not None


def test_a_common_name_is_weaker_the_more_differs() -> None:
    def apart(**more: Any) -> DuplicatePair | None:
        one = MatchRecord("one", ("john smith",), MAIL, WORK | TOWN)
        facts = frozenset({("organisation", "initech"), (PLACE, "paris")})
        return compare_records(one, MatchRecord("two", ("john smith",), **{"facts": facts, **more}))

    found = apart(facts=frozenset())
    assert found is not None and not found.is_likely
    found = apart(facts=frozenset(), addresses=frozenset({("e-mail", "b@x.example")}))
    assert found is not None and found.why == "the same name, though e-mails differ"
    assert apart(addresses=frozenset({("e-mail", "b@x.example")})) is None


def test_father_and_son_are_not_made_one_through_a_third() -> None:
    people = [
        MatchRecord("father", ("john smith",), MAIL, birthday="05-03", weight=3),
        MatchRecord("son", ("john smith",), MAIL, birthday="08-09", weight=2),
        MatchRecord("either", ("john smith",), MAIL),
    ]
    assert [(pair.keeper, pair.other) for pair in find_duplicates(people)] == [("father", "either")]
    assert find_duplicates(people, lambda *_: True) == []


def test_a_surname_in_the_mail_domain_is_a_family() -> None:
    family = frozenset({(DOMAIN, "miller.example")})
    assert pair("kate miller", "katherine miller", facts=family, birthday="05-03") is not None
    found = pair("a miller", "ada miller", facts=family)
    assert found is not None and found.why == "A. may be Ada" and not found.is_likely
    assert pair("a miller", "ada miller", facts=frozenset({(DOMAIN, "engines.example")})) is not None


def test_an_initial_may_be_the_only_one_of_that_surname_whose_name_begins_so() -> None:
    def named(*names: str, **more: Any) -> list[tuple[str, str]]:
        found = find_duplicates([MatchRecord(name, (name,), **more) for name in names])
        assert all(not each.is_likely and "may be" in each.why for each in found)
        return sorted((each.keeper, each.other) for each in found)

    assert named("g hopper", "grace hopper") == [("grace hopper", "g hopper")], "the full name stays"
    assert named("g m hopper", "grace hopper", "hans hopper") == [("grace hopper", "g m hopper")]
    assert named("g hopper", "grace hopper", "george hopper") == []
    assert named("g hopper", "ada hopper") == named("g hopper", "g hopper b") == named("g", "grace") == []
    mail = frozenset({("e-mail", "b@x.example")})
    one, other = MatchRecord("one", ("g hopper",), MAIL), MatchRecord("two", ("grace hopper",), mail)
    assert find_duplicates([one, other]) == []


def test_initials_in_a_crowd_make_one_pair_each_at_most() -> None:
    given = [f"{a}{b}rt" for a in "bcdfgh" for b in "aeiou"]
    crowd = [MatchRecord(f"{n}-{name}", (f"{name} smith{n}",)) for n in range(300) for name in given]
    short = [MatchRecord(f"{n}-short", (f"b smith{n}",)) for n in range(300)]
    alone = [MatchRecord("short", ("z smith1",)), MatchRecord("alone", ("zoe smith1",))]
    found = find_duplicates([*crowd, *short, *alone])
    assert [{each.keeper, each.other} for each in found if "may be" in each.why] == [{"short", "alone"}]


def test_a_name_of_many_says_nothing() -> None:
    crowd = [MatchRecord(f"p{at}", ("ada lovelace",)) for at in range(MOST_NAMESAKES + 1)]
    assert find_duplicates(crowd) == []
    assert len(find_duplicates(crowd[:-1])) == MOST_NAMESAKES - 1


def test_an_address_of_many_is_nobodys_own() -> None:
    office = [MatchRecord(f"p{at}", (f"nick{at}",), MAIL) for at in range(MOST_SHARING + 1)]
    assert find_duplicates(office) == []
    assert find_duplicates(office[:-1])


def test_what_half_the_network_shares_says_nothing() -> None:
    crowd = [MatchRecord(f"p{at}", (f"name{at} of{at}",), facts=WORK) for at in range(MOST_AGREEING)]
    twins = [MatchRecord(ident, ("ada lovelace",), facts=WORK) for ident in ("ada", "ada-2")]
    assert [double.is_likely for double in find_duplicates([*crowd, *twins])] == [False]


def test_two_birthdays_are_two_people() -> None:
    def born(first: str, second: str) -> list[DuplicatePair]:
        return find_duplicates(
            [
                MatchRecord("one", ("ada lovelace",), MAIL, WORK, first),
                MatchRecord("two", ("ada lovelace",), MAIL, WORK, second),
            ]
        )

    assert born("12-10", "12-11") == []
    assert born("12-10", "") and born("12-10", "12-10")


def test_of_several_the_best_known_keeps_all_others() -> None:
    people = [
        MatchRecord(ident, ("ada lovelace",), MAIL, weight=at)
        for at, ident in enumerate(("a", "b", "c", "d"))
    ]
    assert [(double.keeper, double.other) for double in find_duplicates(people)] == [
        ("d", "a"),
        ("d", "b"),
        ("d", "c"),
    ]


def test_an_alias_counts_as_a_name() -> None:
    found = find_duplicates(
        [MatchRecord("king", ("ada king", "ada lovelace")), MatchRecord("lovelace", ("ada lovelace",))]
    )
    assert [(double.keeper, double.other) for double in found] == [("king", "lovelace")]


PEOPLE = st.lists(
    st.builds(
        MatchRecord,
        st.uuids().map(str),
        st.lists(
            st.sampled_from(["ada king", "a king", "king ada", "ada m king", "bob king", "mum", "adda king"]),
            min_size=1, max_size=2,
        ).map(tuple),
        st.frozensets(st.sampled_from([("e-mail", "x"), ("phone", "1")])),
        st.frozensets(st.sampled_from([("organisation", "e"), (PLACE, "l")])),
        st.sampled_from(["", "01-01", "02-02"]),
        st.integers(0, 3),
    ),
    max_size=7,
)  # fmt: skip


@given(PEOPLE, st.randoms())
def test_each_is_given_up_once_at_most_and_never_in_a_ring(people: list[MatchRecord], random: Any) -> None:
    found = find_duplicates(people)
    others = [double.other for double in found]
    assert len(set(others)) == len(others)
    for double in found:
        seen = {double.other}
        at: str | None = double.keeper
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = next((each.keeper for each in found if each.other == at), None)
    random.shuffle(people)
    assert {(d.keeper, d.other) for d in find_duplicates(people)} == {(d.keeper, d.other) for d in found}
