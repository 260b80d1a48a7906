"""Escape and what follows it at once are two keys; sequences and pastes stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.ui.terminal.input_parser import Escapes, InputToken

ESCAPE, ANSWER = InputToken.ESCAPE, InputToken.ANSWER


@pytest.mark.parametrize(
    ("data", "pieces"),
    [
        ("\x1b?jj", [ESCAPE, "?jj"]),
        ("ab\x1bq", ["ab", ESCAPE, "q"]),
        ("\x1bdy", [ESCAPE, "dy"]),
        ("\x1b\r", [ESCAPE, "\r"]),
        ("\x1b[A\x1bOB", ["\x1b[A\x1bOB"]),
        ("\x1b\x1b[D", [ESCAPE, "\x1b[D"]),
        ("\x1b\x1bj", [ESCAPE, ESCAPE, "j"]),
        ("\x1b\x7f", ["\x1b\x7f"]),
        ("\x1b]11;rgb:0/0/0\x07", ["\x1b]11;rgb:0/0/0\x07"]),
        ("j\x1b[0nj", ["j", ANSWER, "j"]),
        ("\x1b\x1b[0n\x1b[0nj", [ESCAPE, ANSWER, ANSWER, "j"]),
        ("\x1b[200~a\x1bdb\x1b[201~\x1bq", ["\x1b[200~", "a\x1bdb\x1b[201~", ESCAPE, "q"]),
    ],
)
def test_split(data: str, pieces: list[str | InputToken]) -> None:
    escapes = Escapes()
    assert list(escapes.split(data)) == pieces
    assert not escapes.is_holding


def test_escape_alone_waits_for_what_follows() -> None:
    escapes = Escapes()
    assert list(escapes.split("\x1b")) == [] and escapes.is_holding
    assert list(escapes.split("j")) == [ESCAPE, "j"]
    assert list(escapes.split("\x1b")) == []
    assert list(escapes.release()) == [ESCAPE] and not escapes.is_holding
    assert list(escapes.split("j")) == ["j"]


def test_a_key_that_comes_in_two_parts_is_one_key() -> None:
    escapes = Escapes()
    assert list(escapes.split("a\x1b[")) == ["a"]
    assert list(escapes.split("A")) == ["\x1b[A"]
    assert list(escapes.split("\x1b[0")) == []
    assert list(escapes.split("nj")) == [ANSWER, "j"]


def test_a_paste_may_come_in_parts() -> None:
    escapes = Escapes()
    assert list(escapes.split("\x1b[200~a")) == ["\x1b[200~", "a"]
    assert list(escapes.split("\x1bd\x1b[0n")) == ["\x1bd\x1b[0n"]
    assert list(escapes.split("\x1b[2")) == []
    assert list(escapes.split("01~\x1bd")) == ["\x1b[201~", ESCAPE, "d"]
    assert list(escapes.split("\x1b[200~a\x1b")) == ["\x1b[200~", "a"]
    assert list(escapes.release()) == ["\x1b"]


@given(st.lists(st.text(alphabet="\x1b[O~2010nqd\r\x7fé", max_size=20)))
def test_nothing_is_lost(reads: list[str]) -> None:
    escapes, told = Escapes(), []
    for data in reads:
        told += escapes.split(data)
    told += escapes.release()
    spelled = {ESCAPE: "\x1b", ANSWER: "\x1b[0n"}
    assert "".join(piece if isinstance(piece, str) else spelled[piece] for piece in told) == "".join(reads)
