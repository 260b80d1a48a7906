"""The lexer: what is a mark, what only looks like one, and how marks and words are cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.capture.tokens.lexer import PLAIN, Lexer, is_plain_value


def marks(line: str) -> list[tuple[str, str]]:
    return [(token.what, token.value) for token in Lexer(line).tokenize() if token.what != PLAIN]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("@ada, #hiring. ^cto-role!", [("@", "ada"), ("#", "hiring"), ("^", "cto-role")]),
        ('#"new york" place:"Blue Bottle"', [("#", "new york"), ("place", "Blue Bottle")]),
        ("got:lead Gave:advice from:me", [("got", "lead"), ("gave", "advice"), ("from", "me")]),
        (">send it <ask", [(">", ""), ("<", "")]),
        ("learned: they hire", [("learned", "")]),
        (r"\#x", [("quoted", "")]),
        ('he said "@bob #x"', [("quoted", "")]),
    ],
)
def test_marks_and_their_values(line: str, found: list[tuple[str, str]]) -> None:
    assert marks(line) == found


@pytest.mark.parametrize(
    "text", ["#1", "$5", "<3", "->", ">3%", "ada@engines.example", "https://engines.example/#about", "^_^"]
)
def test_what_only_looks_like_a_mark_is_a_word(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize("text", ["@12:15", "@7ish", "@4pm", "@1430", "@~3", "@12-1pm"])
def test_an_at_before_a_time_is_no_name(text: str) -> None:
    assert marks(text) == []


@given(st.text(max_size=60))
def test_tokens_cover_every_word_in_order(line: str) -> None:
    tokens = Lexer(line).tokenize()
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert all(at in covered for at, character in enumerate(line) if not character.isspace())


def test_a_plain_value_needs_no_quotes() -> None:
    assert all(map(is_plain_value, ("hiring", "c++", "cto-role", "O'Neil")))
    assert not any(map(is_plain_value, ("new york", "12", "x.", "", '"x"')))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("with [[Ada Byron|my Ada]], Tom", ["with", "ada", "byron", "tom"]),
        ("with [[people/Ada Byron]]", ["with", "ada", "byron"]),
        ("with [Ada Byron](ada.md), Tom", ["with", "ada", "byron", "tom"]),
        ("with [[Ada|, see [[Tom]]", ["with", "ada", "see", "tom"]),
    ],
)
def test_a_link_is_whom_it_leads_to_and_ends_where_it_is_closed(line: str, words: list[str]) -> None:
    assert [token.word.key.strip("|") for token in Lexer(line).tokenize()] == words


@pytest.mark.parametrize("line", ["Lars' assistant rang", "dinner at Lars’ on Friday"])
def test_an_apostrophe_behind_an_s_is_a_possessive(line: str) -> None:
    assert "lars's" in [token.word.key for token in Lexer(line).tokenize()]


@pytest.mark.parametrize("line", ["'the boys' rang", "lunch on Presidents' Day"])
def test_one_that_closes_a_quote_or_names_a_day_is_none(line: str) -> None:
    assert not any(token.word.key.endswith("s's") for token in Lexer(line).tokenize())


def test_several_words_in_single_quotes_are_what_something_is_called() -> None:
    assert [each.value for each in Lexer("saw 'Ruby Tuesday' with Tom").tokenize()] == [
        "saw",
        "",
        "with",
        "Tom",
    ]
    assert all(each.what == PLAIN for each in Lexer("'til Monday at the boys' house").tokenize())
