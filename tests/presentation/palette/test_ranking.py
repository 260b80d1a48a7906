"""The ranking of the command palette: what fits best is first, and never what destroys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.text.fuzzy_match import normalize
from netui.presentation.actions import BY_ID, DESTRUCTIVE, MAIN, PAGES
from netui.presentation.palette.choices import OTHER_WORDS, action_choice, choice, most_used, search_choice
from netui.presentation.palette.ranking import GOAL, LIST, LOG, PERSON, THEME, PaletteChoice, log_rank, rank

KEYS = {name: action.keys for name, action in BY_ID.items()}
ACTIONS = [action_choice(BY_ID[name], KEYS) for name in PAGES[MAIN].actions]


def person(name: str) -> PaletteChoice:
    return PaletteChoice(PERSON, normalize(name).replace(" ", "-"), name, texts=(normalize(name),))


PEOPLE = [person(name) for name in ("Ada Lovelace", "Grace Hopper", "Addie Review", "Dele Teo")]
KNOWN = [*PEOPLE, *ACTIONS, choice(LIST, "adults", "adults", "#adult"), choice(GOAL, "cto", "A CTO role", ""),
         choice(THEME, "dracula", "dracula", "")]  # fmt: skip


def first(typed: str, used: dict[str, int] | None = None) -> str:
    return rank(typed, KNOWN, used or {}, search_choice(typed))[0].key


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("add", "add"),
        ("ada", "ada-lovelace"),
        ("ada lovelace", "ada-lovelace"),
        ("review", "review"),
        ("addie review", "addie-review"),
        ("rev", "review"),
        ("love", "ada-lovelace"),
        ("grho", "grace-hopper"),
        ("cto", "cto"),
        ("dracula", "dracula"),
        ("theme dra", "dracula"),
        ("log what", "log"),
        ("delete", "delete"),
        ("let go", "let_go"),
        ("archive", "archive"),
        ("zzz", "zzz"),
    ],
)
def test_what_is_meant_is_first(typed: str, expected: str) -> None:
    assert first(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("exit", {"quit"}), ("new contact", {"add"}), ("group", {"circle"}), ("rename", {"edit"}),
        ("remove", {"delete"}), ("duplicates", {"merge"}), ("statistics", {"insights"}),
        ("config", {"settings"}), ("vcard", {"import", "export"}), ("search", {"find", "filter"}),
        ("history", {"undo"}), ("send mail", {"message"}), ("todo", {"promise"}), ("inbox", {"catch_up"}),
    ],
)  # fmt: skip
def test_an_action_is_found_by_what_others_call_it(typed: str, expected: set[str]) -> None:
    found = rank(typed, KNOWN, {}, search_choice(typed))
    assert expected <= {row.key for row in found[:4]} and found[0].key not in DESTRUCTIVE
    assert set(OTHER_WORDS) <= set(BY_ID)


@pytest.mark.parametrize("name", sorted(DESTRUCTIVE & set(PAGES[MAIN].actions)))
def test_what_destroys_is_first_only_where_it_is_typed_in_full(name: str) -> None:
    for end in range(1, len(name)):
        assert first(name[:end], {f"action:{name}": 99}) not in DESTRUCTIVE
    assert first(name) == name and first(name.replace("_", " ").upper()) == name


def test_with_nothing_typed_the_most_used_is_first_and_all_is_there() -> None:
    rows = rank("", KNOWN, {"action:insights": 3, "person:grace-hopper": 2, "action:delete": 9})
    assert [row.key for row in rows[:3]] == ["insights", "delete", "grace-hopper"] and len(rows) == len(KNOWN)


def test_what_was_taken_more_often_comes_first_among_equals() -> None:
    rows = [row.key for row in rank("ad", PEOPLE, {"person:addie-review": 2})]
    assert rows == ["addie-review", "ada-lovelace"]


def test_a_log_line_comes_before_what_begins_so_but_behind_a_whole_name() -> None:
    line = PaletteChoice(LOG, "call ada", "call · Ada", rank=log_rank(names_people=True))
    begins, whole = person("Call Ada Later"), person("Call Ada")
    assert [row.key for row in rank("call ada", [begins, whole, line], {})] == [
        "call-ada", "call ada", "call-ada-later",
    ]  # fmt: skip


def test_the_most_used_of_a_group() -> None:
    assert most_used({"person:a": 1, "action:x": 9, "person:b": 2}, PERSON, 1) == ["b"]


TYPED = st.one_of(st.text(max_size=12), st.sampled_from([c.texts[0] for c in KNOWN]).map(lambda t: t[:5]))
USED = st.dictionaries(st.sampled_from([each.id for each in KNOWN]), st.integers(1, 9))


@given(TYPED, USED)
def test_nothing_that_destroys_is_first_by_chance(typed: str, used: dict[str, int]) -> None:
    rows = rank(typed, KNOWN, used, search_choice(typed))
    assert not rows[0].is_destructive or normalize(typed) in rows[0].texts[:2]


@given(TYPED, USED)
def test_the_same_letters_give_the_same_rows_each_once(typed: str, used: dict[str, int]) -> None:
    rows = rank(typed, KNOWN, used)
    assert rows == rank(typed, KNOWN, used) and len({row.id for row in rows}) == len(rows)
    assert set(rows) <= set(KNOWN)
