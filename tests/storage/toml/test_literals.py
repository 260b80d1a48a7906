import datetime as dt

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from netui.storage.errors import EditRefused
from netui.storage.toml.literals import assignment, inline, key, keys, literal, plain
from netui.storage.toml.verify import same
from tests.support.odd_toml import NEW_VALUES, TEXTS


@given(TEXTS, NEW_VALUES, st.sampled_from(["\n", "\r\n"]))
def test_every_assignment_reads_back(name, value, newline):
    text = assignment(name, value, newline)
    assert text.endswith(newline) and text.count("\n") == text.count(newline)
    assert same(tomli.loads(text), {name: value})


@given(NEW_VALUES)
def test_inline_values_take_one_line(value):
    written = inline(value)
    assert "\n" not in written and same(tomli.loads(f"x = {written}")["x"], value)


def test_keys_are_quoted_only_where_they_must_be():
    assert (key("a-1"), key("a b"), keys(("a", "b.c"))) == ("a-1", '"a b"', 'a."b.c"')


def test_long_lists_take_a_line_for_each_item():
    assert literal(["x" * 60, "y" * 60]) == f'[\n    "{"x" * 60}",\n    "{"y" * 60}",\n]'
    assert literal(["x", "y"]) == '["x", "y"]'


def test_plain_drops_keys_without_a_value():
    assert plain({"a": None, "b": ({"c": None},)}) == {"b": [{}]}


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, "half \ud800", object(), {1}, dt.timedelta(1)])
def test_refuses_what_toml_cannot_hold(value):
    with pytest.raises(EditRefused):
        inline(value)
