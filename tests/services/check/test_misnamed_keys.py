"""What is called nearly as a key that is read, or as people usually call that, is named; one's own is not."""

from typing import Any

import pytest
import tomli

from netui.domain.model.changes import FileId
from netui.services.check.misnamed_keys import find_misnamed_keys

MISNAMED = [
    ('birthday = "1815-12-10"', "birthday", '[[date]] with what = "birthday" and on = "--12-10"'),
    ("Birthday = 1815-12-10", "Birthday", '[[date]] with what = "birthday" and on = "--12-10"'),
    ('email = "ada@x.example"', "email", 'emails = ["…"]'),
    ('e-mail = "ada@x.example"', "e-mail", 'emails = ["…"]'),
    ('phone = "1"', "phone", 'phones = ["…"]'),
    ('every = "3w"', "every", 'every = "3w" under [rhythm]'),
    ('tag = ["x"]', "tag", 'tags = ["…"]'),
    ('Tags = ["x"]', "Tags", 'tags = ["…"]'),
    ('company = "Engines"', "company", "org"),
    ('locaton = "London"', "locaton", "location"),
    ('introduced_by = "bob"', "introduced_by", "via under [met]"),
    ("[[dates]]\nwhat = 'x'", "dates", "[[date]]"),
    ("[[promises]]\ntext = 'x'", "promises", "[[promise]]"),
    ("[[opportunities]]\ntext = 'x'", "opportunities", "[[opportunity]]"),
    ("[[entries]]\ntext = 'x'", "entries", "[[timeline]]"),
    ("[rythm]\nevery = '3w'", "rythm", "[rhythm]"),
    ("[[timeline]]\non = 2026-11-01\npeople = ['bob']", "people", 'with = ["…"]'),
    ("[[timeline]]\non = 2026-11-01\nnote = 'x'", "note", "text"),
    ("[[date]]\ndate = '--12-10'", "date", "on"),
    ("[[promise]]\ndeadline = 2026-11-01", "deadline", "due"),
    ("[met]\nplace = 'here'", "place", "where"),
    ("[rhythm]\nfrequency = '3w'", "frequency", "every"),
]
OWN = """\
name = "Ada"
twitter = "@ada"
drinks = ["tea"]
children = 2
first_name = "Ada"
favourite_colour = "blue"
created = 2026-01-01
not_same = ["bob"]
me = true
emails = [{ value = "ada@x.example", label = "home", checked = true }]
[[former]]
key = "org"
[[timeline]]
on = 2026-11-01
planned = true
weather = "rain"
[[promise]]
dropped = 2026-11-01
"""


def found(text: str, folder: str = "contacts") -> list[tuple[Any, ...]]:
    return list(find_misnamed_keys(FileId(folder, "x"), tomli.loads(text)))


@pytest.mark.parametrize(("text", "key", "meant"), MISNAMED)
def test_what_was_meant_is_said(text: str, key: str, meant: str) -> None:
    ((path, what, hint),) = found(text)
    assert path[-1] == key and what == f"{key} is kept, but not read" and hint == f"did you mean {meant}?"


def test_keys_of_ones_own_are_fine() -> None:
    assert found(OWN) == []


def test_goals_too() -> None:
    text = "name = 'x'\ntarget = 3\n[measure]\nquery = 'kind:call'\n[[milestones]]\ntext = 'x'\n"
    assert {(path[-1], hint) for path, _, hint in found(text, "goals")} == {
        ("name", "did you mean title?"),
        ("target", "did you mean target under [measure]?"),
        ("query", "did you mean count?"),
        ("milestones", "did you mean [[milestone]]?"),
    }
