"""jCard: cards in JSON."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.vcard.jcard import is_jcard, read


def card(*properties: list[Any]) -> list[Any]:
    return ["vcard", [["version", {}, "text", "4.0"], *properties], []]


ADA = card(
    ["fn", {}, "text", "Ada; the Countess"],
    ["n", {}, "text", ["Lovelace", "Ada", ["Augusta", "King"], "", ""]],
    ["uid", {}, "uri", "urn:uuid:ada-1"],
    ["bday", {}, "date-and-or-time", "--12-10"],
    ["email", {"type": ["work", "internet"], "pref": "1"}, "text", "ada@x.example"],
    ["tel", {"type": "cell"}, "uri", "tel:+441314960000"],
    ["adr", {"type": "home", "group": "item1"}, "text", ["", "", "1 High St", "Leith", "", "EH6", "GB"]],
    ["org", {}, "text", ["Engines, Inc.", "Research"]],
    ["categories", {}, "text", "a,b", "c"],
    ["note", {}, "text", "one\ntwo; three"],
)


def test_a_card_becomes_a_person_like_that_of_a_vcard() -> None:
    data = json.dumps(ADA).encode()
    assert is_jcard("", data)
    (ada,) = read(data, "a.json").people
    assert (ada.source, ada.uid, ada.name) == ("vcard", "ada-1", "Ada; the Countess")
    assert dict(ada.fields) == {
        "date": [{"what": "birthday", "on": "--12-10"}],
        "emails": [{"value": "ada@x.example", "label": "work"}],
        "phones": [{"value": "+441314960000", "label": "cell"}],
        "addresses": [{"value": "1 High St, EH6 Leith, GB", "label": "home"}],
        "org": "Engines, Inc., Research",
        "tags": ["a,b", "c"], "notes": "one\ntwo; three",
    }  # fmt: skip


def test_an_array_of_cards_gives_the_good_ones_and_names_the_others() -> None:
    data = json.dumps([ADA, ["vcard"], card(["note", {}, "text", "no name"])]).encode()
    assert is_jcard("", data)
    found = read(data, "a.json")
    assert [person.name for person in found.people] == ["Ada; the Countess"]
    assert [rejected.why for rejected in found.rejected] == ["item 2 is no card", "the card has no name"]
    assert "not valid JSON" in read(data[:50], "a.json").rejected[0].why


def test_a_picture_is_left_out() -> None:
    found = read(
        json.dumps(card(["fn", {}, "text", "A"], ["note", {}, "text", "x" * (2 << 20)])).encode(), ""
    )
    assert found.people[0].name == "A" and not found.people[0].fields


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=12,
)


@given(JSON)
def test_no_document_raises(value: Any) -> None:
    read(json.dumps(value).encode(), "a.json")
    read(json.dumps(card(["fn", {}, "text", "A"], value)).encode(), "a.json")
    read(json.dumps(card(["fn", {}, "text", "A"], ["n", value, "text", value])).encode(), "a.json")
