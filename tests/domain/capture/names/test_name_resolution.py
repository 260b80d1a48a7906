"""Name resolution: the longest name wins, ambiguity is a problem, nothing is guessed."""

import pytest

from netui.domain.capture.names.name_resolution import NameMatcher
from netui.domain.capture.tokens.lexer import Lexer
from tests.support.known_people import PEOPLE, Known


def matcher(text: str) -> NameMatcher:
    return NameMatcher(Lexer(text).tokenize(), Known(PEOPLE))


@pytest.mark.parametrize(
    ("text", "ident", "end"),
    [
        ("@ada-lovelace", "ada-lovelace", 1),
        ("@ada lovelace came", "ada-lovelace", 2),
        ("@hopper", "grace-hopper", 1),
    ],
)
def test_a_marked_name_takes_id_full_name_or_unique_part(text: str, ident: str, end: int) -> None:
    found = matcher(text).match_marked(0)
    assert found.person is not None and (found.person.id, found.end) == (ident, end)


def test_a_name_of_nobody_has_suggestions_and_no_person() -> None:
    found = matcher("@adda").match_marked(0)
    assert found.person is None and found.problem is not None
    assert found.problem.what == "unknown" and found.problem.candidates


def test_a_bare_name_is_a_full_name_only() -> None:
    found = matcher("Ada Lovelace came").match_bare(0)
    assert found is not None and found.person is not None and found.words == 2
    assert matcher("Adam came").match_bare(0) is None


def test_a_new_person_needs_the_word_new_in_brackets() -> None:
    found = matcher("Zoë Blake (new) came").match_new(0)
    assert found is not None and found.person is not None
    assert (found.person.id, found.person.name, found.end) == ("", "Zoë Blake", 3)
    assert matcher("Zoë Blake came").match_new(0) is None


def test_a_possessive_name_is_an_owner() -> None:
    assert matcher("Ada Lovelace's lab").is_possessive(0)
    assert not matcher("Ada Lovelace came").is_possessive(0)


def test_the_resolver_is_asked_once_for_each_word() -> None:
    known = Known(PEOPLE)
    names = NameMatcher(Lexer("ada ada ada").tokenize(), known)
    for at in range(3):
        names.match_bare(at)
    assert known.asked == 1


def test_a_month_behind_its_day_is_nobody() -> None:
    assert matcher("rang, bday is 3 May").match_introduced(4) is None
    assert matcher("rang May").match_introduced(1) is not None
