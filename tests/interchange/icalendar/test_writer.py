"""The calendar of an export: yearly dates, promises, planned meetings."""

from datetime import date, datetime
from typing import Any

from netui.interchange.icalendar.reader import read
from netui.interchange.icalendar.writer import write_calendar
from netui.interchange.records import ParsedFile, ReadOptions

TODAY = date(2026, 11, 21)


def events(**document: Any) -> list[dict[str, str]]:
    text = "".join(write_calendar([("ada", {"name": "Ada", **document})], {"bob": "Bob"}, TODAY))
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    return [
        dict(line.split(":", 1) for line in part.split("\r\n") if ":" in line and not line.startswith("END"))
        for part in text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    ]


def test_a_birthday_comes_every_year_also_without_a_year_and_on_29_february() -> None:
    (known, unknown, leap) = events(
        date=[
            {"what": "birthday", "on": "1815-12-10"}, {"what": "name day", "on": "--07-26"},
            {"what": "wedding", "on": "2020-02-29"}, {"what": "moved", "on": "2020-03"},
        ]
    )  # fmt: skip
    assert (known["DTSTART;VALUE=DATE"], known["RRULE"], known["SUMMARY"]) == (
        "18151210", "FREQ=YEARLY", "Ada: birthday",
    )  # fmt: skip
    assert unknown["DTSTART;VALUE=DATE"] == "19720726"
    assert leap["RRULE"] == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"


def test_only_open_promises_with_a_day_are_events() -> None:
    (mine, theirs) = events(
        promise=[
            {"id": "p1", "text": "the deck, soon", "due": date(2026, 11, 27)},
            {"id": "p2", "by": "them", "text": "lunch", "due": date(2026, 12, 1)},
            {"id": "p3", "text": "kept", "due": date(2026, 12, 1), "done": date(2026, 11, 1)},
            {"id": "p4", "text": "some day"},
        ]
    )
    assert (mine["SUMMARY"], mine["DTEND;VALUE=DATE"]) == ("Promised to Ada: the deck\\, soon", "20261128")
    assert theirs["SUMMARY"] == "Ada promised: lunch"


def test_planned_meetings_have_their_hour_company_and_place() -> None:
    (meeting,) = events(
        timeline=[
            {
                "id": "e1",
                "on": datetime(2026, 11, 27, 9, 30),
                "kind": "coffee",
                "with": ["bob"],
                "place": "Soho",
            },
            {"id": "e2", "on": date(2026, 11, 20), "kind": "call"},
        ]
    )
    assert meeting["UID"] == "e1@netui"
    assert (meeting["DTSTART"], meeting["LOCATION"]) == ("20261127T093000", "Soho")
    assert meeting["SUMMARY"] == "coffee with Ada and Bob"


def test_who_died_has_no_birthdays_and_owes_nothing() -> None:
    assert not events(
        died="2026-01-01",
        date=[{"what": "birthday", "on": "1815-12-10"}],
        promise=[{"text": "x", "due": date(2026, 12, 1)}],
    )


def test_an_import_gets_back_dates_promises_and_plans() -> None:
    birthday = {"what": "birthday", "on": "--02-29", "lead": 14}
    promise = {"id": "p1", "by": "me", "text": "the deck; soon", "due": date(2026, 11, 27), "goal": "cto"}
    plan = {
        "id": "e1",
        "on": datetime(2026, 11, 27, 9, 30),
        "kind": "coffee",
        "with": ["bob"],
        "text": "a\nb, c",
    }
    document = {"name": "Ada", "date": [birthday], "promise": [promise], "timeline": [plan]}
    text = "".join(write_calendar([("ada", document)], {"bob": "Bob"}, TODAY))
    found = read(text.encode(), "netui.ics", ReadOptions(today=TODAY))
    assert not found.rejected and {person.ident: person.name for person in found.people} == {
        "ada": "Ada",
        "bob": "Bob",
    }
    said = [dict(person.fields) for person in found.people if person.fields]
    assert said == [{"date": [birthday]}, {"promise": [promise]}]
    (entry,) = found.entries
    assert (entry.id, entry.people) == ("e1", ("ada", "bob"))
    assert dict(entry.fields) == {key: value for key, value in plan.items() if key not in ("id", "with")}


def test_an_event_that_a_calendar_spoiled_is_passed_over() -> None:
    text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x@netui\r\nX-NETUI:[{\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert read(text.encode(), "a.ics", ReadOptions(today=TODAY)) == ParsedFile()


def test_the_same_network_gives_the_same_uids() -> None:
    given = {"date": [{"what": "birthday", "on": "1815-12-10"}]}
    assert [each["UID"] for each in events(**given)] == [each["UID"] for each in events(**given)]
