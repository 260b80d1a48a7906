"""Standard input: UTF-8 or refused."""

import io
from collections.abc import Callable

import pytest

from netui.cli.errors import Usage
from netui.cli.input import read_answer, read_text, refuse_undecodable
from netui.domain.text.encoding import is_utf8

Stdin = Callable[[bytes], None]


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Stdin:
    return lambda data: monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "latin-1"))


def test_text_is_read_as_utf8_whatever_the_locale(stdin: Stdin) -> None:
    stdin("ein Gruß\r\n☕".encode())
    assert read_text() == "ein Gruß\r\n☕"
    stdin(b"ok\ncaf\xe9")
    assert [is_utf8(line) for line in read_text().split("\n")] == [True, False]


def test_an_answer_is_refused_where_it_is_no_text(stdin: Stdin) -> None:
    stdin(b"yes\nno\n")
    assert read_answer() == "yes\n"
    stdin(b"\xff\n")
    with pytest.raises(Usage, match="is not UTF-8 text"):
        read_answer()


def test_more_than_anybody_writes_is_refused(stdin: Stdin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.cli.input.MOST_BYTES", 4)
    stdin(b"four")
    assert read_text() == "four"
    stdin(b"fives")
    with pytest.raises(Usage, match="nothing was read"):
        read_text()


def test_closed_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert read_text() == read_answer() == ""


def test_a_long_argument_is_named_by_its_beginning() -> None:
    refuse_undecodable(["é", "☕"])
    with pytest.raises(Usage) as refused:
        refuse_undecodable(["ok", "a" * 1000 + "\udcff"])
    assert len(str(refused.value)) < 200
