"""The network as JSON: written and read back without a loss."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.network_json import is_network, read, write_network
from netui.interchange.records import ParsedFile
from netui.storage.sources import SourceState

ADA: dict[str, Any] = {
    "name": "Ada", "x_custom": {"deep": [1, 2.5, True]}, "rhythm": {"snoozed_until": date(2026, 12, 24)},
    "date": [{"what": "birthday", "on": "1815-12-10"}],
    "promise": [{"id": "p1", "made": date(2026, 11, 9), "text": "2026-11-09"}],
    "timeline": [
        {"id": "e1", "on": date(2026, 11, 9), "with": ["bob"], "planned": True},
        {"id": "e2", "on": datetime(2026, 11, 9, 14, 30), "text": "on time"},
    ],
}  # fmt: skip


def test_every_key_comes_back_with_its_type() -> None:
    goals = [("g", {"title": "G", "due": date(2027, 1, 1), "milestone": [{"done": date(2026, 1, 1)}]})]
    text = "".join(write_network([("ada", ADA), ("bob", {"name": "Bob"})], goals))
    assert is_network(text.encode())
    found = read(text.encode(), "a.json")
    ada, bob = found.people
    assert (ada.ident, ada.name, bob.name) == ("ada", "Ada", "Bob")
    assert dict(ada.fields) == {key: value for key, value in ADA.items() if key not in ("name", "timeline")}
    first, second = found.entries
    assert (first.id, first.people, first.fields) == (
        "e1",
        ("ada", "bob"),
        {"on": date(2026, 11, 9), "planned": True},
    )
    assert second.fields == {"on": datetime(2026, 11, 9, 14, 30), "text": "on time"}
    assert list(found.goals) == goals


def test_settings_and_what_sources_said_come_back_with_their_types() -> None:
    settings = {"lists": {"old": "last:>90d"}, "own": {"since": date(2020, 1, 2), "most": float("inf")}}
    states = [
        SourceState("vcard", "1", "BEGIN:VCARD\n", {"name": "Ada", "died": "2024", "own": date(2020, 1, 2)}),
        SourceState("mail", "ada@x.example", "", {}, {"e1": "digest"}),
    ]
    found = read("".join(write_network([("ada", ADA)], (), settings, states)).encode(), "a.json")
    assert (found.settings, list(found.sources)) == (settings, states)
    odd = [1, {"kind": "vcard"}, {"kind": "vcard", "uid": "1", "raw": "", "taken": [], "entries": {}}]
    text = json.dumps({"format": "netui", "version": 1, "contacts": [], "settings": 1, "sources": odd})
    assert read(text.encode(), "a.json") == ParsedFile()


def test_an_empty_network_is_a_document_too() -> None:
    assert json.loads("".join(write_network([]))) == {
        "format": "netui",
        "version": 1,
        "contacts": [],
        "goals": [],
    }


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"format": "netui", "version": 2, "contacts": []}', '{"format": "other"}', "[" * 9999],
)
def test_what_is_no_such_document_is_refused_with_a_reason(text: str) -> None:
    (rejected,) = read(text.encode(), "a.json").rejected
    assert rejected.why and not rejected.where


def test_an_odd_contact_hides_no_other() -> None:
    found = read(
        b'{"format": "netui", "version": 1, "contacts": [7, {"id": "a"}, {"id": "b", "name": "B"}]}', "a.json"
    )
    assert ([each.name for each in found.people], len(found.rejected)) == (["B"], 2)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ("id", "name", "timeline", "with", "on", "$types", "date", "promise", "/timeline")
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON, JSON)
def test_no_document_raises(contacts: Any, goals: Any) -> None:
    named = {"id": "a", "name": "A"}
    for items in (contacts, [contacts], [{**named, "timeline": contacts}], [{**named, "$types": contacts}]):
        text = json.dumps({"format": "netui", "version": 1, "contacts": items, "goals": goals})
        read(text.encode(), "a.json")
