"""Columns line up in any script; text is cut and wrapped to the terminal, without escape sequences."""

import io
import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.cli import output
from netui.cli.output import cut, export_output, iso, joined, json_output, or_none, table, width, wrapped

TEXT = st.text(st.sampled_from("ab é漢字a\u0301  …"), max_size=30)


@pytest.mark.parametrize(("text", "cells"), [("", 0), ("abc", 3), ("é", 1), ("漢字", 4), ("a\u0301", 1)])
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells if text else not text


@given(TEXT, st.integers(1, 40))
def test_cut_text_fits_and_tells_that_it_was_cut(text: str, cells: int) -> None:
    found = cut(text, cells)
    if text and width(text) > cells:
        assert width(found) <= cells and found.endswith("…")
    else:
        assert found == text


@given(st.lists(st.tuples(TEXT, TEXT, TEXT.filter(lambda text: "  " not in text)), min_size=1))
def test_columns_line_up(rows: list[tuple[str, str, str]]) -> None:
    lines = table([(one, other, "|" + last) for one, other, last in rows], (8, 6))
    starts = {width(line[: line.rindex("|")]) if line.index("|") else 0 for line in lines}
    assert len(lines) == len(rows) and len(starts) == 1
    assert starts.pop() <= 8 + 6 + 4


def test_a_table_of_nothing_has_no_lines() -> None:
    assert table([]) == []


def test_the_last_column_takes_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "room", lambda: 30)
    assert table([("ada", "x" * 60)]) == ["ada  " + "x" * 24 + "…"]


def test_escape_sequences_are_not_printed() -> None:
    assert "\x1b" not in table([("\x1b[31mada", "b\x07")])[0]
    assert wrapped("\x1b[2Jwiped") == ["␛[2Jwiped"]


def test_wrapped_text_keeps_its_lines_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "room", lambda: 24)
    assert wrapped("one two three four five\r\n\nsix", "  ") == [
        "  one two three four",
        "  five",
        "  ",
        "  six",
    ]


def test_values_for_json() -> None:
    assert iso(None) is None and iso(date(2026, 11, 21)) == "2026-11-21"
    assert iso(datetime(2026, 11, 21, 9, 30)) == "2026-11-21T09:30"
    assert iso(datetime(2026, 11, 21, 9, 30, 5)) == "2026-11-21T09:30:05"
    assert or_none("") is None and or_none(0) == 0 and joined(("a", "", "b")) == "a · b"


# ---------------------------------------------------------------------- the door

HARM = "\x1b]52;c;aA==\x07 \x9b2J \u202eevil\u2066 \u2028\u2029 \x7f \U000e0041 é 漢 👍"


class Screen(io.StringIO):
    """A stdout that is a terminal, or not."""

    def __init__(self, *, is_terminal: bool, encoding: str = "utf-8"):
        super().__init__()
        self._is_terminal, self._encoding = is_terminal, encoding

    def isatty(self) -> bool:
        return self._is_terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("text", [HARM, "a lone \ud800 one", "plain"])
def test_json_means_the_same_and_has_no_byte_that_a_terminal_obeys(
    monkeypatch: pytest.MonkeyPatch, encoding: str, text: str
) -> None:
    monkeypatch.setattr("sys.stdout", Screen(is_terminal=False, encoding=encoding))
    shown = json_output({text: [text]})
    assert json.loads(shown) == {text: [text]} and shown.isprintable()
    assert ("é" in shown) == ("é" in text and encoding == "utf-8")
    shown.encode(encoding)


def test_a_document_is_printed_exactly_but_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Screen(is_terminal=False))
    assert export_output(f"a\n{HARM}\n") == f"a\n{HARM}\n"
    monkeypatch.setattr("sys.stdout", Screen(is_terminal=True))
    shown = export_output(f"a\n{HARM}\n")
    assert shown.startswith("a\n␛]52;c;") and shown.endswith("\n") and shown.count("\n") == 2
    assert shown.replace("\n", "").isprintable()


def test_nothing_else_writes_to_the_terminal() -> None:
    netui = Path(output.__file__).parents[1]
    writes = re.compile(r"\bprint\(|\bstd(out|err)\.write|\.writelines\(")
    found = {
        str(path.relative_to(netui)) for path in netui.rglob("*.py") if writes.search(path.read_text("utf-8"))
    }
    assert found == {
        "cli/output.py",
        "storage/index/build_process.py",  # numbers, to its parent
        "ui/app.py",  # one sentence, sanitized, when the app has left
    }
