"""Whole contacts, written in each format and read again: nothing is lost that the format can hold."""

import re
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange import friends, network_json
from netui.interchange.csv import reader as csv_reader
from netui.interchange.csv.writer import write_table
from netui.interchange.friends_writer import write_friends
from netui.interchange.records import clean, clean_lines
from netui.interchange.vcard import reader as vcard_reader
from netui.interchange.vcard.writer import write_card
from tests.support.contact_documents import CARDS, CONTACTS, DAY, WORD


@given(CONTACTS)
def test_json_gives_back_every_key_with_its_type(document: dict[str, Any]) -> None:
    text = "".join(network_json.write_network([("ada", document)]))
    found = network_json.read(text.encode(), "a.json")
    (ada,) = found.people
    timeline = [{"id": entry.id, **entry.fields} for entry in found.entries]
    again = {"name": ada.name, **ada.fields, **({"timeline": timeline} if timeline else {})}
    assert typed(again) == typed(document)


@given(CARDS)
def test_a_card_gives_back_all_that_it_can_hold(document: dict[str, Any]) -> None:
    (ada,) = vcard_reader.read(write_card("ada", document, {}).encode(), "a.vcf").people
    assert {"name": ada.name, **ada.fields} == as_read(document)


@given(CARDS.filter(lambda document: not re.search(r":::|internet|\\\\:", repr(document))))
def test_a_table_gives_back_all_that_its_columns_hold(document: dict[str, Any]) -> None:
    text = "".join(write_table([("ada", document)], {}))
    (ada,) = csv_reader.read(text.encode(), "a.csv").people
    assert by_date({"name": ada.name, **ada.fields}) == by_date(as_read(document))


PLAIN = WORD.filter(lambda text: not re.search(r"[][()*@#]|^\W|\W$|a\.k\.a|BEGIN", text))
ENTRY = st.fixed_dictionaries(
    {"on": DAY, "kind": st.sampled_from(["coffee", "note", "call", "meeting"])},
    optional={
        "place": PLAIN,
        "text": WORD,
        "tags": st.lists(st.from_regex(r"[a-z]{3}", fullmatch=True), min_size=1, max_size=2, unique=True),
    },
)


@given(PLAIN, st.lists(ENTRY, max_size=3), st.booleans())
def test_friends_md_gives_back_its_lines(name: str, entries: list[dict[str, Any]], both: bool) -> None:
    others = {"with": ["bob"]} if both else {}
    document = {"name": name, "location": "Leith", "timeline": [{**entry, **others} for entry in entries]}
    text = "".join(write_friends([("ada", document), ("bob", {"name": "Bob B."})], {"bob": "Bob B."}))
    found = friends.read(text.encode(), "friends.md")
    assert not found.rejected
    assert {person.name: person.fields for person in found.people} == {
        name: {"location": "Leith"},
        "Bob B.": {},
    }
    there = [(entry.people, sorted(entry.fields.items())) for entry in found.entries]
    people = (name, "Bob B.") if both else (name,)
    assert sorted(map(repr, there)) == sorted(repr((people, sorted(entry.items()))) for entry in entries)


def by_date(document: dict[str, Any]) -> dict[str, Any]:
    """The document with its dates in one order: the birthday has a column before those of the others."""
    dates = sorted(document.get("date", ()), key=lambda item: repr(sorted(item.items())))
    return {**document, "date": dates}


def typed(value: Any) -> Any:
    """The value with the type of each part, which ``==`` passes over (``1 == True``)."""
    if isinstance(value, Mapping):
        return {key: typed(each) for key, each in value.items()}
    return [typed(each) for each in value] if isinstance(value, list) else (type(value), value)


def as_read(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document as readers give it: no blank lines around notes, no alias that is the name."""
    found = {key: value for key, value in document.items() if value}
    if "notes" in found:
        found["notes"] = clean_lines(found["notes"])
    found["aliases"] = [alias for alias in found.get("aliases", ()) if alias != clean(found["name"])]
    return {key: value for key, value in found.items() if value}
