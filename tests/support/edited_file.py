"""A tidy file to be edited, and what an edit may have lost."""

from collections import Counter

from hypothesis import HealthCheck, settings

from netui.domain.model.changes import FileId, SetValue
from tests.support.toml_text import comments

ADA = FileId("contacts", "ada")
UGLY = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
TIDY = """\
# Ada, from PyCon
name = "Ada"   # the name
tags = ["a", "b"] # how I know her

# how we met
[met]
on = "2024-05"

[[timeline]] # one
id = "1"
text = "old"   # why

# about two
[[timeline]]
id = "2"
on = 2026-01-01
"""


def set_value(path, value):
    return SetValue(ADA, tuple(path.split(".")), value)


def lost_comments(before, after):
    return Counter(comments(before)) - Counter(comments(after))


def lost_lines(before, after):
    return lines(before) - lines(after)


def lines(text):
    return Counter(line.strip("\r\ufeff") for line in text.split("\n"))
