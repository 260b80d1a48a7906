"""Edits of TOML text: what changes, to the letter, and that the rest stays."""

import pytest

from netui.storage.toml.edit import append_inline, append_items, change_values, remove, set_value
from netui.storage.toml.parse import parse


def both(text: str) -> list[str]:
    return [text, text.replace("\n", "\r\n")]


@pytest.mark.parametrize(
    ("text", "path", "left"),
    [
        ("a = 1\nb = 2\n", ("a",), "b = 2\n"),
        ("# of a\na = 1 # why\nb = 2\n", ("a",), "# of a\n# why\nb = 2\n"),
        ('a = """\nx\ny""" # why\nb = 2\n', ("a",), "# why\nb = 2\n"),
        ("m.x = 1 # x\nm.y = 2\nb = 1\n", ("m",), "# x\nb = 1\n"),
        ("a = 1\n\n# of t\n[t]\nx = 1\n# end\n\n[u]\n", ("t",), "a = 1\n\n# of t\n# end\n\n[u]\n"),
        ("[t]\nx = 1 # why\n\n[u]\n", ("t", "x"), "[t]\n# why\n\n[u]\n"),
        ("[t.u]\nx = 1\n\n[v]\n", ("t", "u", "x"), "[v]\n"),
        ("[t]\nu.x = 1\n", ("t", "u", "x"), "[t]\n"),
        ("[[i]]\nx = 1\n\n[[i]]\nx = 2\n[i.m]\ny = 3\n", ("i", 1), "[[i]]\nx = 1\n"),
        ("[[i]]\nx = 1\n\n[[i]]\nx = 2\n\n[u]\n", ("i",), "[u]\n"),
        ("m = { x = 1, y = 2 }\n", ("m", "x"), "m = { y = 2 }\n"),
        ("i = [{ x = 1 }, { x = 2 }]\n", ("i", 0), "i = [{ x = 2 }]\n"),
    ],
)
def test_removes_a_value_and_keeps_the_comments_around_it(text, path, left):
    for before, after in zip(both(text), both(left), strict=True):
        assert remove(before, parse(before), path) == after


def test_a_removed_last_line_needs_no_line_end():
    assert remove("b = 1\na = 1 # why", {"b": 1, "a": 1}, ("a",)) == "b = 1\n# why"
    assert remove("b = 1\na = 1", {"b": 1, "a": 1}, ("a",)) == "b = 1\n"


def test_several_values_are_set_and_removed_in_one_pass():
    text = '[[i]] # one\nid = "1" # id\ntext = "old"\nplace = "x"\n'
    changed = change_values(text, [(("i", 0, "text"), 'new\n"lines"'), (("i", 0, "place"), None)])
    assert changed == '[[i]] # one\nid = "1" # id\ntext = """\nnew\n"lines\\""""\n'


def test_a_value_that_looks_like_a_placeholder_is_taken_as_it_is():
    values = [(("a",), 'x\n"netui-1-"'), (("b",), "netui-0-")]
    assert parse(change_values("a = 1\nb = 2\n", values)) == {"a": 'x\n"netui-1-"', "b": "netui-0-"}


def test_a_new_table_stands_before_the_first_array_and_its_comment():
    text = 'x = "[[no]]"\n\n# log\n[[i]]\nid = 1\n'
    inserted = set_value(text, parse(text), ("t", "y"), 2)
    assert inserted == 'x = "[[no]]"\n\n[t]\ny = 2\n\n# log\n[[i]]\nid = 1\n'
    assert set_value("a = 1", {"a": 1}, ("t",), {"y": 2}) == "a = 1\n\n[t]\ny = 2\n"


def test_items_are_appended_behind_every_earlier_byte():
    for before in both("a = 1 # c\n"):
        after = append_items(before, [("i", {"x": 1}), ("i", {"x": 2})])
        assert after.startswith(before)
        assert after.replace("\r\n", "\n") == "a = 1 # c\n\n[[i]]\nx = 1\n\n[[i]]\nx = 2\n"
    assert append_inline("i = [{ x = 1 }] # c\n", "i", {"x": 2}) == "i = [{ x = 1 }, { x = 2 }] # c\n"
