"""Monica's JSON export: contacts with all that hangs on them."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.monica.reader import is_monica, read
from netui.interchange.records import ParsedFile, PersonReference


def item(uuid: str, **properties: Any) -> dict[str, Any]:
    return {"uuid": uuid, "created_at": "2024-01-02T10:00:00Z", "updated_at": "2024-01-03T10:00:00Z",
            "properties": properties}  # fmt: skip


def many(kind: str, *values: Any) -> dict[str, Any]:
    return {"count": len(values), "type": kind, "values": list(values)}


def contact(uuid: str, *data: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {**item(uuid, **properties), "data": list(data)}


def export(*contacts: dict[str, Any], more: tuple[dict[str, Any], ...] = (), **instance: Any) -> ParsedFile:
    account = {"uuid": "a", "data": [many("contacts", *contacts), *more], "instance": instance}
    document = {"version": "1.0-preview.1", "app_version": "4.1.2", "account": account}
    data = json.dumps(document).encode()
    assert is_monica("", data)
    return read(data, "monica.json")


def fields(*data: dict[str, Any], **properties: Any) -> dict[str, Any]:
    (person,) = export(contact("u1", *data, **{"first_name": "Ada", **properties})).people
    return dict(person.fields)


def entry(kind: str, **properties: Any) -> dict[str, Any]:
    (found,) = export(contact("u1", many(kind, item("x", **properties)), first_name="Ada")).entries
    return dict(found.fields)


def test_a_contact_keeps_its_parts() -> None:
    special = {"uuid": "d", "properties": {"date": "1990-05-15T00:00:00Z", "is_year_unknown": True}}
    found = export(
        contact(
            "u1",
            many("contact_fields", item("f", data="a@x.example", type="t1"),
                 item("g", data="ada", type="t2")),
            many("addresses", item("a", name="Home", street="1 High St", city="Leith", country="GB")),
            many("pets", item("p", name="Rex", category="dog")),
            first_name="Ada", middle_name="K", last_name="Lovelace", nickname="Ad", company="Engines",
            job="CTO", tags=["maths"], is_starred=True, description="Clever", food_preferences="No fish",
            stay_in_touch_frequency=21, birthdate=special, first_met_through="u2",
            first_met_date={"date": "2010-09-01", "is_age_based": False, "is_year_unknown": False},
        ),
        contact("u2", first_name="Bob"),
        contact_field_types=[item("t1", name="Email", protocol="mailto:", type="email"),
                             item("t2", name="Twitter", protocol="https://twitter.com/")],
    )  # fmt: skip
    ada, bob = found.people
    assert (ada.source, ada.uid, ada.name) == ("monica", "u1", "Ada K Lovelace")
    assert dict(ada.fields) == {
        "org": "Engines", "title": "CTO", "aliases": ["Ad"], "tags": ["maths", "starred"],
        "emails": ["a@x.example"], "links": ["https://twitter.com/ada"],
        "addresses": [{"value": "1 High St, Leith, GB", "label": "home"}],
        "notes": "Clever\nFood: No fish\nPet: Rex (dog)",
        "met": {"on": "2010-09-01", "via": "Bob"}, "rhythm": {"every": "21d"},
        "date": [{"what": "birthday", "on": "--05-15"}],
    }  # fmt: skip
    via = ada.fields["met"]["via"]
    assert isinstance(via, PersonReference) and via.uid == bob.uid


def test_an_age_gives_a_year_and_the_dead_their_day() -> None:
    aged = fields(birthdate={"date": "1960-01-01", "is_age_based": True})
    assert aged["date"] == [{"what": "birthday", "on": "1960"}]
    assert fields(is_dead=True, deceased_date={"date": "2024-01-10T00:00:00Z"})["died"] == "2024-01-10"
    unknown = fields(is_dead=True)
    assert unknown["archived"] is True and "Has died." in unknown["notes"]
    assert fields(is_active=False)["archived"] is True
    assert fields(is_partial=True)["rhythm"] == {"mode": "off"}


def test_each_kind_of_entry_is_mapped() -> None:
    assert entry("notes", body="A\nB") == {"on": date(2024, 1, 2), "kind": "note", "text": "A\nB"}
    assert entry("calls", called_at="2024-02-01T23:59:00Z", content="Hi", contact_called=True) == {
        "on": date(2024, 2, 1), "kind": "call", "started_by": "them", "text": "Hi",
    }  # fmt: skip
    said = item("m", content="Hey", written_at="2024-03-01", written_by_me=True)
    assert entry("conversations", happened_at="2024-03-01T00:00:00Z", messages=[said]) == {
        "on": date(2024, 3, 1), "kind": "message", "started_by": "me", "text": "me: Hey",
    }  # fmt: skip
    assert entry("gifts", name="Book", date="2023-12-25", status="offered") == {
        "on": date(2023, 12, 25), "kind": "gift", "text": "Book", "gave": ["gift"],
    }  # fmt: skip
    assert entry("gifts", name="Book", status="received")["got"] == ["gift"]
    assert entry("gifts", name="Book", status="idea")["text"] == "Gift idea: Book"
    assert (
        entry("life_events", name="Moved", note="To Leith", happened_at="2020-01-01")["text"]
        == "Moved\nTo Leith"
    )


def test_tasks_debts_and_reminders_become_promises_and_dates() -> None:
    found = fields(
        many("tasks", item("1", title="Call", description="at noon", completed=False),
             item("2", title="Write", completed=True,
             completed_at="2024-05-01T00:00:00Z")),
        many("debts", item("3", amount=50.0, currency="USD", in_debt=True, status="inprogress"),
             item("4", amount=5, in_debt=False, status="complete")),
        many("reminders", item("5", title="Ring", initial_date="2027-01-05", frequency_type="one_time"),
             item("6", title="Name day", initial_date="2024-06-01", frequency_type="year"),
             item("7", title="Ada's birthday", initial_date="2024-05-15", frequency_type="year"),
             item("8", title="Water", initial_date="2024-06-02", frequency_type="week", frequency_number=2)),
        birthdate={"date": "1990-05-15"},
    )  # fmt: skip
    promises = [(p["by"], p["text"], p.get("due"), p.get("done")) for p in found["promise"]]
    assert promises == [
        ("me", "Call: at noon", None, None), ("me", "Write", None, date(2024, 5, 1)),
        ("me", "Pay back 50 USD", None, None),
        ("them", "Pay back 5", None, date(2024, 1, 3)), ("me", "Ring", date(2027, 1, 5), None),
    ]  # fmt: skip
    assert found["date"] == [{"what": "birthday", "on": "1990-05-15"}, {"what": "Name day", "on": "--06-01"}]
    assert found["notes"] == "Reminder every 2 weeks from 2024-06-02: Water"


def test_activities_and_relationships_join_contacts() -> None:
    found = export(
        contact("u1", many("activities", "act"), first_name="Ada"),
        contact("u2", many("activities", "act"), first_name="Bob"),
        more=(
            many("activities", item("act", summary="Pints", happened_at="2024-01-03T18:00:00Z", type="t")),
            many("relationships", item("r", type="father", contact_is="u1", of_contact="u2")),
        ),
        activity_types=[item("t", name="Went to a bar", translation_key="went_bar")],
    )
    (activity,) = found.entries
    assert activity.people == ("u1", "u2")
    assert dict(activity.fields) == {
        "on": date(2024, 1, 3), "kind": "drinks", "text": "Pints", "tags": ["went-to-a-bar"],
    }  # fmt: skip
    (dinner,) = export(
        contact("u1", many("activities", "a"), first_name="Ada"),
        more=(many("activities", item("a", summary="Dinner at home", happened_at="2024-01-03")),),
    ).entries
    assert dinner.fields["kind"] == "dinner"
    assert found.people[0].fields["related"] == [{"who": "Bob", "as": "father"}]
    assert "related" not in found.people[1].fields


def test_a_file_that_is_cut_off_or_of_another_shape_is_refused() -> None:
    assert "not valid JSON" in read(b'{"account": {"data": [', "a.json").rejected[0].why
    assert "no account" in read(b'{"account": 3}', "a.json").rejected[0].why
    assert export(contact("u1", first_name="")).rejected[0].why == "the contact has no name"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(("data", "type", "values", "uuid", "properties", "first_name", "tags", "birthdate")),
        inner, max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_no_document_raises(value: Any) -> None:
    read(json.dumps({"app_version": 1, "account": value}).encode(), "a.json")
    read(json.dumps({"account": {"data": [many("contacts", value)]}}).encode(), "a.json")
