"""Escape and what follows it at once are two keys; sequences and pastes stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.ui.escapes import Escapes


@pytest.mark.parametrize(
    ("data", "pieces"),
    [
        ("\x1b", ["\x1b"]),
        ("\x1b?jj", [None, "?jj"]),
        ("ab\x1bq", ["ab", None, "q"]),
        ("\x1bdy", [None, "dy"]),
        ("\x1b\r", [None, "\r"]),
        ("\x1b[A\x1bOB", ["\x1b[A\x1bOB"]),
        ("\x1b\x1b[D", ["\x1b\x1b[D"]),
        ("\x1b\x7f", ["\x1b\x7f"]),
        ("\x1b]11;rgb:0/0/0\x07", ["\x1b]11;rgb:0/0/0\x07"]),
        ("\x1b[200~a\x1bdb\x1b[201~\x1bq", ["\x1b[200~", "a\x1bdb", "\x1b[201~", None, "q"]),
    ],
)
def test_split(data: str, pieces: list[str | None]) -> None:
    assert list(Escapes().split(data)) == pieces


def test_a_paste_may_come_in_parts() -> None:
    escapes = Escapes()
    assert list(escapes.split("\x1b[200~a")) == ["\x1b[200~", "a"]
    assert list(escapes.split("\x1bd\x1by")) == ["\x1bd\x1by"]
    assert list(escapes.split("\x1b[201~\x1bd")) == ["\x1b[201~", None, "d"]


@given(st.text(alphabet="\x1b[O~2010qd\r\x7fé", max_size=40))
def test_nothing_is_lost(data: str) -> None:
    assert "".join(piece or "\x1b" for piece in Escapes().split(data)) == data
