"""Which English words find each other, finished or while they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.storage.queries.search.query_expansion import same_stem

FAMILIES = (
    "price prices priced pricing",
    "hire hires hired hiring",
    "run runs running",
    "hop hops hopped hopping",
    "study studies studied studying",
    "city cities",
    "meet meets meeting meetings",
    "negotiate negotiates negotiated negotiating negotiation negotiations",
    "organize organizes organized organizing organization organizer",
    "connect connects connected connecting connection connections",
    "manage manages managed manager managers managing",
    "invest invests invested investing investment investments",
    "recent recently",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_words_of_one_stem_find_each_other(family: str) -> None:
    words = family.split()
    for word in words:
        assert {*words} - {word} <= {*same_stem(word, is_unfinished=False)}


@pytest.mark.parametrize("family", FAMILIES)
def test_each_beginning_of_a_word_finds_what_the_word_finds(family: str) -> None:
    for word in family.split():
        for length in range(1, len(word) + 1):
            begun = word[:length]
            found = same_stem(begun, is_unfinished=True)
            assert all(each.startswith(begun) or each in found for each in family.split())


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("news", "new"),
        ("business", "busy"),
        ("number", "numb"),
        ("summer", "sum"),
        ("organ", "organization"),
        ("internal", "intern"),
        ("car", "care"),
        ("hope", "hop"),
    ],
)
def test_words_that_only_look_alike_do_not(word: str, other: str) -> None:
    assert other not in same_stem(word, is_unfinished=False)
    assert word not in same_stem(other, is_unfinished=False)


@pytest.mark.parametrize("word", ["", "a", "go", "c++", "été", "a-b", "x" * 31, "12", "or\n", 'a"b'])
def test_what_is_no_english_word_has_no_other_forms(word: str) -> None:
    assert same_stem(word, is_unfinished=True) == same_stem(word, is_unfinished=False) == ()


@given(st.text("aeinsgrty", min_size=3, max_size=9))
def test_what_a_word_finds_each_beginning_of_it_finds(word: str) -> None:
    wanted = same_stem(word, is_unfinished=True)
    for length in range(1, len(word)):
        found = same_stem(word[:length], is_unfinished=True)
        assert all(each.startswith(word[:length]) or each in found for each in wanted)
