"""Twelve bugs put into the editor: the check after each edit lets no wrong result through.

Proved: with each bug every edit is right or refused, and the check did refuse some, so the bug was met. Not
proved: a bug in the check itself, or in the parser; a second parser reads the results here.
"""

import datetime as dt
import functools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from netui.domain.model.changes import AddItem, AmendItem, RemoveItem, SetValue
from netui.storage.errors import StoreError
from netui.storage.toml.document import apply
from netui.storage.toml.verify import same
from tests.support.edited_file import ADA
from tests.support.odd_toml import ITEMS, documents
from tests.support.seeded_bugs import BUGS
from tests.support.toml_text import read

SPECIAL = 'N"\\w\n"""\nend'
ITEM = {
    "id": "new",
    "on": dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC),
    "text": SPECIAL,
    "private": True,
    "a b": 1,
}


@functools.cache
def some_documents(examples=150):
    """Ugly documents and entries, the same in each run."""
    found: list[tuple[str, Any]] = []

    @settings(
        deadline=None,
        max_examples=examples,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(documents(), ITEMS)
    def collect(text, item):
        found.append((text, item))

    collect()
    return found


def edits(text, item):
    """Edits of every kind, each with what the file must mean after it."""
    held = read(text)
    items = held.get("timeline", [])
    for each in (item, ITEM):
        yield AddItem(ADA, "timeline", each), {**held, "timeline": [*items, each]}
    yield SetValue(ADA, ("org",), 'N"\\w'), {**held, "org": 'N"\\w'}
    yield SetValue(ADA, ("brand new",), SPECIAL), {**held, "brand new": SPECIAL}
    yield SetValue(ADA, ("fresh", "flag"), True), {**held, "fresh": {"flag": True}}
    yield SetValue(ADA, ("org",), None), {key: value for key, value in held.items() if key != "org"}
    if items:
        at = len(items) - 1
        where = {"id": items[at]["id"]}
        changed = {**items[at], "text": "changed"}
        yield (
            AmendItem(ADA, "timeline", where, {"text": "changed"}),
            {**held, "timeline": [*items[:at], changed]},
        )
        left = {**held, "timeline": items[:at]}
        yield (
            RemoveItem(ADA, "timeline", where),
            left if items[:at] else {k: v for k, v in left.items() if k != "timeline"},
        )


def tried(examples=150):
    """How many edits were refused, and those whose result is wrong."""
    refused, wrong = 0, []
    for text, item in some_documents(examples):
        for change, wanted in edits(text, item):
            try:
                new = apply(text, change)[0]
            except StoreError:
                refused += 1
                continue
            try:
                is_right = same(read(new), wanted)
            except ValueError:
                is_right = False
            if not is_right:
                wrong.append((text, change, new))
    return refused, wrong


@pytest.fixture(scope="module")
def usually():
    """How many edits are refused by an editor without bugs."""
    refused, wrong = tried()
    assert not wrong
    return refused


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_no_wrong_result_gets_past_the_check(bug, usually, monkeypatch, count):
    bug(monkeypatch)
    refused, wrong = tried()
    assert not wrong, wrong[0]
    assert refused > usually, "the bug was never met"
    count(seeded_bugs=1)
