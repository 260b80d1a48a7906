"""Escape and what follows it at once are two keys; sequences and pastes stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.ui.terminal.input_parser import InputSplitter, InputToken

ESCAPE, STATUS_REPLY = InputToken.ESCAPE, InputToken.STATUS_REPLY


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
        ("j\x1b[0nj", ["j", STATUS_REPLY, "j"]),
        ("\x1b\x1b[0n\x1b[0nj", [ESCAPE, STATUS_REPLY, STATUS_REPLY, "j"]),
        ("\x1b[200~a\x1bdb\x1b[201~\x1bq", ["\x1b[200~", "a\x1bdb\x1b[201~", ESCAPE, "q"]),
    ],
)
def test_split(data: str, pieces: list[str | InputToken]) -> None:
    splitter = InputSplitter()
    assert list(splitter.split(data)) == pieces
    assert not splitter.is_incomplete


def test_escape_alone_waits_for_what_follows() -> None:
    splitter = InputSplitter()
    assert list(splitter.split("\x1b")) == [] and splitter.is_incomplete
    assert list(splitter.split("j")) == [ESCAPE, "j"]
    assert list(splitter.split("\x1b")) == []
    assert list(splitter.flush()) == [ESCAPE] and not splitter.is_incomplete
    assert list(splitter.split("j")) == ["j"]


def test_a_key_that_comes_in_two_parts_is_one_key() -> None:
    splitter = InputSplitter()
    assert list(splitter.split("a\x1b[")) == ["a"]
    assert list(splitter.split("A")) == ["\x1b[A"]
    assert list(splitter.split("\x1b[0")) == []
    assert list(splitter.split("nj")) == [STATUS_REPLY, "j"]


def test_a_paste_may_come_in_parts() -> None:
    splitter = InputSplitter()
    assert list(splitter.split("\x1b[200~a")) == ["\x1b[200~", "a"]
    assert list(splitter.split("\x1bd\x1b[0n")) == ["\x1bd\x1b[0n"]
    assert list(splitter.split("\x1b[2")) == []
    assert list(splitter.split("01~\x1bd")) == ["\x1b[201~", ESCAPE, "d"]
    assert list(splitter.split("\x1b[200~a\x1b")) == ["\x1b[200~", "a"]
    assert list(splitter.flush()) == ["\x1b"]


@given(st.lists(st.text(alphabet="\x1b[O~2010nqd\r\x7fé", max_size=20)))
def test_nothing_is_lost(reads: list[str]) -> None:
    splitter, told = InputSplitter(), []
    for data in reads:
        told += splitter.split(data)
    told += splitter.flush()
    spelled = {ESCAPE: "\x1b", STATUS_REPLY: "\x1b[0n"}
    assert "".join(piece if isinstance(piece, str) else spelled[piece] for piece in told) == "".join(reads)
