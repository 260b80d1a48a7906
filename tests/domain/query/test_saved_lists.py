"""Saved lists in queries: names become their queries; unknown names and rings are errors."""

import pytest

from netui.domain.query.parser import QueryError, parse, render
from netui.domain.query.saved_lists import LIST_NAME, resolve_lists

LISTS = {
    "founders": "#startup role:founder",
    "near": "place:izmir | place:istanbul",
    "Both": "list:founders list:near",
    "ring": "list:rung",
    "rung": "#x -list:ring",
    "self": "list:self",
    "broken": "is:nothing",
    "lost": "list:nowhere",
}


def test_a_list_holds_its_query_and_those_of_its_lists() -> None:
    found = resolve_lists(parse("list:both #x"), LISTS)
    (term,), _ = found.clauses
    (both,) = term.within
    assert [render(each.within[0]) for clause in both.clauses for each in clause] == [
        "#startup role:founder",
        "place:izmir | place:istanbul",
    ]
    assert render(found) == "list:both #x"
    assert [each.field for each in found.terms] == [
        "list",
        "list",
        "tag",
        "role",
        "list",
        "place",
        "place",
        "tag",
    ]


def test_of_several_names_any_counts() -> None:
    ((term,),) = resolve_lists(parse("list:founders|near"), LISTS).clauses
    assert len(term.within) == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("list:founder", "there is no saved list `founder`, did you mean `list:founders`?"),
        ("list:zzz", "there is no saved list `zzz`; there are founders, near"),
        ("list:ring", "`ring` is made of itself: ring → rung → ring"),
        ("#x | -list:self", "`self` is made of itself: self → self"),
        ("list:broken", "the saved list `broken` cannot be read, column 4: `is:` has no `nothing`"),
        ("list:lost", "there is no saved list `nowhere` (list:lost names it)"),
    ],
)
def test_what_cannot_be_resolved_is_said(text: str, why: str) -> None:
    with pytest.raises(QueryError) as refused:
        resolve_lists(parse(text), LISTS)
    assert why in str(refused.value)


def test_a_name_that_is_being_typed_is_left_out() -> None:
    assert resolve_lists(parse("#x list:fou"), LISTS, unfinished_ok=True) == parse("#x")
    with pytest.raises(QueryError):
        resolve_lists(parse("list:zzz"), LISTS, unfinished_ok=True)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("founders", True), ("été-24", True), ("two words", False), ("", False), ("-x", False), ("a|b", False)],
)
def test_a_list_is_called_by_one_word(name: str, is_one: bool) -> None:
    assert bool(LIST_NAME.match(name)) is is_one
