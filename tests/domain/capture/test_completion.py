"""Completion of a log line: the kind and prefix of the word at the cursor."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.capture.completion import complete, is_in_text
from tests.support.log_lines import LINES


@pytest.mark.slow
@given(LINES, st.integers(-3, 200))
@settings(deadline=None)
def test_completion_covers_the_cursor(pieces, cursor):
    line = " ".join(pieces)
    found = complete(line, cursor)
    if found is not None:
        assert 0 <= found.start <= max(0, min(cursor, len(line))) <= found.end <= len(line)


@pytest.mark.parametrize(
    ("line", "kind", "prefix"),
    [
        ("cof", "kind", "cof"), ("coffee with @ad", "person", "ad"), ("coffee with ad", "person", "ad"),
        ("coffee with @ada and gr", "person", "gr"), ("coffee with @ada lov", "person", "ada lov"),
        ("met @", "person", ""), ("x #", "tag", ""), ("x: y #hir", "tag", "hir"), ("x ^ct", "goal", "ct"),
        ("x got:le", "got", "le"), ("x gave:lead,ad", "gave", "ad"), ("x from:t", "from", "t"),
        ("x place:\"Blue Bo", "place", "Blue Bo"), ("lunch at Blu", "place", "Blu"),
    ],
)  # fmt: skip
def test_completion(line, kind, prefix):
    found = complete(line, len(line))
    assert found is not None and (found.kind, found.prefix) == (kind, prefix)
    assert line[found.start : found.end].endswith(prefix)


@pytest.mark.parametrize(
    "line", ["", "coffee ", "coffee: at Blu", "coffee: with ad", "x 12", "coffee with @ada: hel"]
)
def test_no_completion(line):
    assert complete(line, len(line)) is None


@pytest.mark.parametrize(
    ("line", "prefix", "alone"),
    [
        ("coffee with Tom Bak", "Tom Bak", "Bak"), ("coffee with tom bak", "tom bak", None),
        ("coffee, Tom Bak", "Tom Bak", "Bak"), ("Tom Bak", "Tom Bak", "Bak"),
        ("call ad", "ad", "ad"), ("texted Sar", "Sar", "Sar"), ("we saw Sar", "Sar", "Sar"),
    ],
)  # fmt: skip
def test_a_word_that_may_name_somebody(line, prefix, alone):
    found = complete(line, len(line))
    assert found is not None and (found.kind, found.prefix) == ("person", prefix)
    found = complete(line, len(line), joined=False)
    assert (found.prefix if found else None) == alone


@pytest.mark.parametrize("line", ["coffee wi", "coffee w", "we went hom", "coffee the", "coffee: we saw Sar"])
def test_a_word_that_names_nobody(line):
    assert complete(line, len(line), joined=False) is None


@pytest.mark.parametrize("mark", [":", ", then", "; x", "!"])
def test_the_mark_behind_the_word_stays(mark):
    found = complete(f"call @adam{mark}", 8)
    assert found is not None and (found.prefix, found.end) == ("ad", 10)


def test_the_text_begins_behind_the_colon():
    assert is_in_text("call @ada: n", 12) and not is_in_text("call @ada: n", 9)
    assert not is_in_text("at 14:30 ", 9)
