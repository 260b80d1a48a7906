from itertools import pairwise

from hypothesis import given

from netui.storage.toml.document import parse
from netui.storage.toml.positions import comments, line_of, statements
from tests.support.edited_file import TIDY, UGLY
from tests.support.odd_toml import documents


def test_finds_the_line():
    assert line_of(TIDY, ("timeline", 1, "on")) == 16
    assert line_of(TIDY, ("timeline", 0)) == 9
    assert line_of(TIDY, ("met", "where")) == 6
    assert line_of("a.b = 1\nmet.on = 2\n", ("met",)) == 2


@UGLY
@given(documents())
def test_the_paths_are_those_of_the_data(text):
    data = parse(text)
    for each in statements(text):
        node = data
        for key in each.path:
            node = node[key]
    spans = [(each.start, each.end) for each in statements(text)]
    assert spans == sorted(spans) and all(a[1] <= b[0] for a, b in pairwise(spans))


@UGLY
@given(documents())
def test_finds_every_comment(text):
    without = text
    for each in sorted(set(comments(text)), key=len, reverse=True):
        assert each in without
    assert all("\n" not in each and each.startswith("#") for each in comments(text))
