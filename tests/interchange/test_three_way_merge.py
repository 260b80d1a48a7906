"""Three-way merges of a source: what the user did by hand stays, what the source changed arrives."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import CONTACTS, FileId
from netui.interchange.three_way_merge import entry_digest, merge_entry, merge_fields
from netui.storage.toml.change_effects import effect
from netui.storage.toml.rebase import rebase

FILE = FileId(CONTACTS, "ada")
TODAY = date(2026, 11, 21)


def merged(base: Any, said: Any, present: Any, **more: Any) -> dict[str, Any]:
    """What the store makes of the contact."""
    data = dict(present)
    for change in merge_fields(FILE, base, said, present, **more).changes:
        for edit in rebase(data, [change], TODAY).changes:
            found = effect(data, edit)
            data = found.wanted[-1] if found else data
    return {key: value for key, value in data.items() if value not in ("", [], {})}


HOME, WORK = {"value": "a@x", "label": "home"}, {"value": "a@x", "label": "work"}
BORN, LATER = {"what": "birthday", "on": "1990-01-01"}, {"what": "birthday", "on": "1990-01-02"}


@pytest.mark.parametrize(
    ("base", "said", "present", "expected"),
    [
        ({"tags": ["f"]}, {"tags": ["a", "f"]}, {"tags": ["f"]}, {"tags": ["a", "f"]}),
        ({"org": "A"}, {"org": "B"}, {"org": "A"}, {"org": "B"}),
        ({"org": "A"}, {"org": "A"}, {"org": "Mine"}, {"org": "Mine"}),
        ({"org": "A"}, {"org": "A"}, {}, {}),
        ({"org": "A"}, {}, {"org": "A"}, {}),
        ({"org": "A"}, {}, {"org": "Mine"}, {"org": "Mine"}),
        ({}, {"org": "A"}, {"org": "A"}, {"org": "A"}),
        ({"tags": ["a", "b"]}, {"tags": ["a", "c"]}, {"tags": ["b", "mine"]}, {"tags": ["mine", "c"]}),
        ({"tags": ["a"]}, {"tags": ["a"]}, {}, {}),
        ({"tags": ["a"]}, {}, {"tags": ["A", "b"]}, {"tags": ["b"]}),
        ({"emails": [HOME]}, {"emails": [WORK]}, {"emails": [HOME, "b@x"]}, {"emails": ["b@x", WORK]}),
        ({"emails": [HOME]}, {"emails": [WORK]}, {"emails": ["a@x"]}, {"emails": ["a@x"]}),
        ({"emails": [HOME]}, {"emails": [WORK]}, {}, {}),
        ({"emails": ["A@x"]}, {}, {"emails": [HOME]}, {"emails": [HOME]}),
        ({"date": [BORN]}, {"date": [LATER]}, {"date": [{**BORN, "lead": 3}]},
         {"date": [{**LATER, "lead": 3}]}),
        ({"date": [BORN]}, {"date": [LATER]}, {}, {}),
        ({"date": [BORN]}, {}, {"date": [BORN]}, {}),
        ({"date": [BORN]}, {}, {"date": [{**BORN, "lead": 3}]}, {"date": [{**BORN, "lead": 3}]}),
        ({}, {"date": [BORN]}, {"date": [BORN]}, {"date": [BORN]}),
        ({"met": {"on": "2020"}}, {"met": {"on": "2021"}}, {"met": {"on": "2020", "where": "x"}},
         {"met": {"on": "2021", "where": "x"}}),
        ({"tags": ["a"]}, {"tags": ["b"]}, {"tags": "broken"}, {"tags": "broken"}),
        ({"date": [BORN]}, {"date": []}, {"date": ["broken"]}, {"date": ["broken"]}),
    ],
)  # fmt: skip
def test_each_kind_of_change(base: Any, said: Any, present: Any, expected: Any) -> None:
    assert merged(base, said, present) == expected


def test_a_true_clash_keeps_both_until_it_is_settled() -> None:
    both = {"org": "A"}, {"org": "B"}, {"org": "Mine"}
    (clash,) = merge_fields(FILE, *both).clashes
    assert clash == ("ada", "org", "Mine", "B")
    conflict = {"key": "org", "value": "Mine", "other": "B", "on": TODAY}
    assert merged(*both) == {"org": "Mine", "conflict": [conflict]}
    assert merged(*both, choices={"org": True}) == {"org": "B"}
    assert merged(*both, choices={"org": False}) == {"org": "Mine"}
    (clash,) = merge_fields(
        FILE, {"date": [BORN]}, {"date": [LATER]}, {"date": [{**BORN, "on": "1980"}]}
    ).clashes
    assert clash.key == "date.birthday.on"


def test_a_key_for_which_the_file_has_no_place_was_not_removed_there() -> None:
    assert merged({"org": "A", "title": "T"}, {}, {"org": "A", "title": "T"}, covers={"org"}) == {
        "title": "T"
    }


WORDS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=4)
TEXTS = st.sampled_from(["", "A", "B", "C"])
CONTACTS_HELD = st.fixed_dictionaries({"tags": WORDS, "org": TEXTS, "emails": WORDS})


def whole(data: Any) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], {})}


@given(CONTACTS_HELD, CONTACTS_HELD, CONTACTS_HELD)
def test_neither_side_loses_what_it_did(base: Any, said: Any, present: Any) -> None:
    found = merged(base, said, present)
    for key in ("tags", "emails"):
        old, new, mine, left = (set(each.get(key, ())) for each in (base, said, present, found))
        assert left == (mine - (old - new)) | ((new - old) | (mine & old & new) | (mine - old))
    if said["org"] == base["org"]:
        assert found.get("org", "") == present["org"]
    assert whole(merged(base, base, present)) == whole(present)
    assert whole(merged(base, said, base)) == whole(said)


ENTRY = {"on": date(2026, 1, 1), "kind": "call", "text": "Talked", "tags": ["a"]}


def test_an_entry_follows_its_source_until_the_user_edits_it() -> None:
    present = {"id": "e", **ENTRY, "with": ["bob"]}
    said = {**ENTRY, "text": "Talked long"}
    (change,) = merge_entry(FILE, entry_digest(ENTRY), present, said)
    assert change.values == {"text": "Talked long"}
    assert merge_entry(FILE, entry_digest(ENTRY), {**present, "text": "Mine"}, said) == ()
    assert merge_entry(FILE, entry_digest(ENTRY), present, ENTRY) == ()
    assert merge_entry(FILE, None, present, said) == ()
