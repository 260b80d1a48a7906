"""What incoming records add to contacts, and what of theirs differs and stays as it is."""

from datetime import date, datetime
from typing import Any

import pytest

from netui.domain.model.changes import AddItem, AmendItem, Create, EditList, FileId, SetValue
from netui.interchange.differences import Gain, KeptField, gains_of, kept_fields, kept_goal
from netui.interchange.records import PersonRecord
from netui.interchange.three_way_merge import additions

ADA = FileId("contacts", "ada")
PRESENT = {
    "name": "Ada Lovelace",
    "aliases": ["Ada King"],
    "org": "Analytical Engines",
    "emails": ["ada@engines.example", {"value": "ada@home.example", "label": "home"}],
    "notes": "Met at a party.\n\nLikes horses.",
    "met": {"on": "2020", "where": "London"},
}


def kept(name: str = "Ada Lovelace", **fields: Any) -> list[tuple[str, Any, Any]]:
    person = PersonRecord(source="vcard", uid="1", name=name, fields=fields, file="a.vcf", where="line 1")
    return [(each.key, each.present, each.said) for each in kept_fields("ada", PRESENT, person)]


@pytest.mark.parametrize(
    "fields",
    [
        {"org": "analytical  engines"},
        {"title": "Countess"},
        {"org": "", "notes": "Likes horses."},
        {"emails": ["new@x.example", "ADA@engines.example"]},
        {"emails": [{"value": "ada@home.example", "label": "Home"}]},
        {"met": {"where": "London"}},
        {"source": [{"kind": "x", "uid": "1"}], "timeline": [{"id": "a"}]},
    ],
)
def test_what_says_the_same_or_is_added_is_not_told(fields: dict[str, Any]) -> None:
    assert kept(**fields) == kept("ada king", **fields) == []


def test_what_differs_is_told_with_both_values() -> None:
    assert kept("Augusta") == [("name", "Ada Lovelace", "Augusta")]
    assert kept(org="Engines", notes="From the card.") == [
        ("org", "Analytical Engines", "Engines"),
        ("notes", PRESENT["notes"], "From the card."),
    ]
    work = {"value": "ada@engines.example", "label": "work"}
    assert kept(emails=[work]) == [("emails", "ada@engines.example", work)]
    assert kept(met={"on": "2021"}) == [("met", PRESENT["met"], {"on": "2021"})]


@pytest.mark.parametrize(
    ("here", "there", "stays"),
    [
        ("1815-12-10", "1815-12-11", True),
        ("--12-10", "1815-12-11", True),
        ("1815-12-10", "--12-10", False),
        ("--12-10", "1815-12-10", False),
        ("1815-12-10", "1816-12-10", True),
    ],
)
def test_nobody_gets_a_second_birthday(here: str, there: str, *, stays: bool) -> None:
    present = {"name": "Ada", "date": [{"what": "birthday", "on": here}]}
    said = {"date": [{"what": "Birthday", "on": there}, {"what": "wedding", "on": "1835-07-08"}]}
    person = PersonRecord(source="vcard", uid="1", name="Ada", fields=said, file="a.vcf", where="line 1")
    (added,) = additions(present, said).values()
    assert [item["what"] for item in added] == ["birthday", "wedding"]
    kept = [(each.present["on"], each.said["on"]) for each in kept_fields("ada", present, person)]
    assert kept == ([(here, there)] if stays else [])


def test_what_is_added_to_contacts_is_told_key_by_key() -> None:
    found = gains_of(
        [
            Create(FileId("contacts", "bob"), ""),
            AddItem(ADA, "source", {"kind": "vcard", "uid": "1"}),
            SetValue(FileId("goals", "boat"), ("title",), "A boat"),
            SetValue(ADA, ("emails",), ["a@x.example", "b@x.example"], (["a@x.example"],)),
            EditList(ADA, ("tags",), ("rust",)),
            AmendItem(ADA, "date", {"what": "birthday", "on": "--05-10"}, {"on": "1960-05-10"}),
        ]
    )
    assert [tuple(each) for each in found] == [
        ("ada", "emails", ["b@x.example"]),
        ("ada", "tags", ["rust"]),
        ("ada", "date", {"what": "birthday", "on": "1960-05-10"}),
    ]


def test_what_is_added_is_a_document_with_dates_as_text() -> None:
    promise = {
        "id": "p1",
        "made": date(2026, 11, 9),
        "at": datetime(2026, 11, 9, 14, 30),
        "goals": ("boat",),
        "private": True,
    }
    assert Gain("ada", "promise", promise).as_json() == {
        "id": "ada", "key": "promise",
        "value": {
            "id": "p1", "made": "2026-11-09", "at": "2026-11-09T14:30:00", "goals": ["boat"], "private": True,
        },
    }  # fmt: skip


def test_a_field_that_stays_is_a_document() -> None:
    assert KeptField("ada", "org", "Mine", "Theirs").as_json() == {
        "id": "ada", "key": "org", "value": "Mine", "other": "Theirs",
    }  # fmt: skip


def test_of_a_goal_what_the_file_has_otherwise_is_told_whether_or_not_it_is_set() -> None:
    steps = [{"text": "Plan it"}, {"text": "Build it"}]
    present = {"title": "A boat", "why": "The  sea", "order": 1, "milestone": steps, "tags": ["a"]}
    said = {"title": "A boat", "why": "the sea", "order": 2, "due": date(2027, 1, 1), "status": "",
            "milestone": [{"text": "Plan it", "done": True}, steps[1]], "tags": []}  # fmt: skip
    found = kept_goal("boat", present, said)
    assert (found.ident, found.title) == ("boat", "A boat")
    assert found.fields == (
        KeptField("boat", "due", None, date(2027, 1, 1)),
        KeptField("boat", "milestone", steps[:1], [{"text": "Plan it", "done": True}]),
    )
    assert kept_goal("boat", present, {"milestone": steps[:1]}).fields == ()
