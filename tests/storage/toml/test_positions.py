import re
from itertools import pairwise

import pytest
from hypothesis import given

from netui.storage.toml.document import parse
from netui.storage.toml.positions import line_of, statements, strip_strings
from tests.support.edited_file import TIDY, UGLY
from tests.support.odd_toml import documents


def test_finds_the_line():
    assert line_of(TIDY, ("timeline", 1, "on")) == 16
    assert line_of(TIDY, ("timeline", 0)) == 9
    assert line_of(TIDY, ("met", "where")) == 6
    assert line_of("a.b = 1\nmet.on = 2\n", ("met",)) == 2


@pytest.mark.slow
@UGLY
@given(documents())
def test_the_paths_are_those_of_the_data(text):
    data = parse(text)
    for each in statements(text):
        node = data
        for key in each.path:
            node = node[key]
    starts = [each.start for each in statements(text)]
    assert all(one < other for one, other in pairwise(starts))


@pytest.mark.slow
@UGLY
@given(documents())
def test_strings_and_comments_are_stripped_and_the_lines_stay(text):
    bare = strip_strings(text)
    assert bare.count("\n") == text.count("\n")
    assert not {"#", "'", "\\"} & set(bare)
    assert set(re.findall(r'"[^"]*"', bare)) <= {'"s"'}
