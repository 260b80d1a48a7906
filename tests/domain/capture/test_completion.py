"""Completion of a log line: the kind and prefix of the word at the cursor."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.capture.completion import complete
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
