"""Meetings of iCalendar files as entries: who, when, which days, and what is left out."""

from datetime import date, datetime
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.icalendar.reader import read
from netui.interchange.records import ParsedFile, ReadOptions

ADA = "ATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:Ada@engines.example"
ME = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@home.example"
OPTIONS = ReadOptions(today=date(2026, 11, 21), own=frozenset(["me@home.example"]))


def event(*lines: str, uid: str = "one", who: tuple[str, ...] = (ADA,)) -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, *who, "END:VEVENT"])


def calendar(*events: str, head: tuple[str, ...] = ()) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head, *events, "END:VCALENDAR", ""]).encode()


def parsed(*events: str, head: tuple[str, ...] = (), **options: Any) -> ParsedFile:
    return read(calendar(*events, head=head), "x.ics", OPTIONS._replace(**options))


def on(found: ParsedFile) -> list[str]:
    return [entry.fields["on"].isoformat() for entry in found.entries if entry.fields]


def test_a_meeting_has_its_title_place_kind_and_people() -> None:
    found = parsed(
        event(
            "DTSTART;TZID=Europe/Berlin:20261114T093000",
            "SUMMARY:Coffee\\, and cake",
            "LOCATION:Café Central",
            "ORGANIZER:MAILTO:me@home.example",
            who=(ADA, ME, 'ATTENDEE;CN="Hopper, Grace":mailto:grace@navy.example'),
        )
    )
    (entry,) = found.entries
    assert entry.people == ("ada@engines.example", "grace@navy.example")
    assert entry.fields == {
        "on": datetime(2026, 11, 14, 9, 30),
        "kind": "coffee",
        "place": "Café Central",
        "started_by": "me",
        "text": "Coffee, and cake",
    }
    assert [(person.name, person.must_exist) for person in found.people] == [
        ("Ada Lovelace", True),
        ("Hopper, Grace", True),
    ]


def test_days_and_times_are_those_the_event_says() -> None:
    assert on(parsed(event("DTSTART;TZID=America/Los_Angeles:20261114T233000"))) == ["2026-11-14T23:30:00"]
    assert on(parsed(event("DTSTART;TZID=Nowhere/Known:20261114T003000"))) == ["2026-11-14T00:30:00"]
    assert on(parsed(event("DTSTART:20261114T233000"))) == ["2026-11-14T23:30:00"]
    assert on(parsed(event("DTSTART:20261114T233000Z"))) == ["2026-11-14T23:30:00"]
    assert on(parsed(event("DTSTART;VALUE=DATE:20261114", "DTEND;VALUE=DATE:20261117"))) == ["2026-11-14"]


def test_utc_is_read_in_the_zone_that_the_calendar_names() -> None:
    found = parsed(event("DTSTART:20261114T233000Z"), head=("X-WR-TIMEZONE:Europe/Berlin",))
    assert on(found) == ["2026-11-15T00:30:00"]


def test_what_lies_ahead_is_planned_and_too_far_is_left_out() -> None:
    found = parsed(
        event("DTSTART:20261121T180000", uid="today"),
        event("DTSTART:20261122T090000", uid="ahead"),
        event("DTSTART:20270301T090000", uid="far"),
        event("DTSTART:20240101T090000", uid="long ago"),
    )
    assert [("planned" in entry.fields) for entry in found.entries] == [False, True]
    early = parsed(event("DTSTART:20240101T090000"), since=date(2023, 1, 1))
    assert on(early) == ["2024-01-01T09:00:00"]


def test_a_series_has_its_days_less_the_exceptions_and_with_what_was_moved() -> None:
    series = event(
        "DTSTART;TZID=Europe/Berlin:20261102T100000",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20261109T100000",
        "RDATE;TZID=Europe/Berlin:20261105T100000",
    )
    moved = event("RECURRENCE-ID:20261116T090000Z", "DTSTART;TZID=Europe/Berlin:20261117T150000")
    found = parsed(moved, series)
    assert sorted(on(found)) == [
        "2026-11-02T10:00:00",
        "2026-11-05T10:00:00",
        "2026-11-17T15:00:00",
        "2026-11-23T10:00:00",
    ]


def test_an_override_for_all_later_ones_moves_them() -> None:
    series = event("DTSTART:20261102T100000", "RRULE:FREQ=WEEKLY;COUNT=4")
    later = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261116T100000", "DTSTART:20261117T110000")
    assert on(parsed(series, later)) == [
        "2026-11-02T10:00:00",
        "2026-11-09T10:00:00",
        "2026-11-17T11:00:00",
        "2026-11-24T11:00:00",
    ]


def test_what_an_override_moves_into_the_days_read_comes_and_what_it_moves_out_goes() -> None:
    series = event("DTSTART:20261102T100000", "RRULE:FREQ=WEEKLY;COUNT=4")
    later = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T100000", "DTSTART:20261119T100000")
    moved = ["2026-11-02T10:00:00", "2026-11-19T10:00:00", "2026-11-26T10:00:00", "2026-12-03T10:00:00"]
    assert on(parsed(series, later)) == moved
    assert on(parsed(series, later, since=date(2026, 11, 18))) == moved[1:]
    assert on(parsed(series, later, since=date(2026, 11, 27))) == moved[3:]


def test_the_same_meeting_has_the_same_id_wherever_it_moves() -> None:
    first, moved = (parsed(event(f"DTSTART:{day}T100000")).entries[0] for day in ("20261114", "20261116"))
    assert first.id == moved.id
    series = "RRULE:FREQ=WEEKLY;COUNT=2"
    at_ten, at_noon = (parsed(event(f"DTSTART:20261102T{hour}0000", series)) for hour in (10, 12))
    assert [each.id for each in at_ten.entries if each.fields] == [
        each.id for each in at_noon.entries if each.fields
    ]


def test_a_later_version_replaces_an_earlier_one_of_the_same_file() -> None:
    found = parsed(
        event("SEQUENCE:2", "DTSTART:20261116T100000"), event("SEQUENCE:1", "DTSTART:20261114T100000")
    )
    assert on(found) == ["2026-11-16T10:00:00"]


@pytest.mark.parametrize(
    "lines",
    [("STATUS:CANCELLED",), ("SUMMARY:Canceled: lunch",), ("SUMMARY:Abgesagt: Essen",)],
)
def test_a_cancelled_meeting_is_withdrawn(lines: tuple[str, ...]) -> None:
    (kept,) = parsed(event("DTSTART:20261214T100000")).entries
    planned = frozenset([kept.id])
    gone = parsed(event("DTSTART:20261214T100000", *lines), planned=planned)
    assert [(each.id, each.fields) for each in gone.entries] == [(kept.id, {})]
    whole = parsed(event("DTSTART:20261214T100000"), head=("METHOD:CANCEL",), planned=planned)
    assert not whole.entries[0].fields
    assert not parsed(event("DTSTART:20261214T100000", *lines)).entries


def test_one_day_of_a_series_is_cancelled_without_naming_anybody() -> None:
    series = event("DTSTART:20261102T100000", "RRULE:FREQ=WEEKLY;COUNT=2")
    gone = event("RECURRENCE-ID:20261109T100000", "DTSTART:20261109T100000", "STATUS:CANCELLED", who=())
    assert on(parsed(series, gone)) == ["2026-11-02T10:00:00"]


def test_days_that_a_series_no_longer_has_are_withdrawn() -> None:
    before = parsed(event("DTSTART:20261102T100000", "RRULE:FREQ=WEEKLY"))
    planned = frozenset(each.id for each in before.entries if each.fields.get("planned"))
    ended = parsed(event("DTSTART:20261102T100000", "RRULE:FREQ=WEEKLY;UNTIL=20261130"), planned=planned)
    still = {each.id for each in ended.entries if each.fields}
    gone = {each.id for each in ended.entries if not each.fields}
    assert len(planned) > len(still & planned) and gone == planned - still


def test_left_out_are_what_one_declined_meetings_of_many_and_whoever_declined() -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:me@home.example"
    many = tuple(f"ATTENDEE:mailto:p{number}@x.example" for number in range(13))
    absent = "ATTENDEE;PARTSTAT=DECLINED:mailto:grace@navy.example"
    room = "ATTENDEE;CUTYPE=ROOM:mailto:room@x.example"
    found = parsed(
        event("DTSTART:20261114T100000", uid="declined", who=(ADA, declined)),
        event("DTSTART:20261114T100000", uid="many", who=many),
        event("DTSTART:20261114T100000", uid="without one", who=(ADA, absent, room)),
        event("DTSTART:20261114T100000", uid="alone", who=()),
    )
    assert [each.people for each in found.entries if each.fields] == [("ada@engines.example",)]
    assert found.notes == ("1 left out that you declined", "1 left out with more than 12 people")


def test_without_ones_own_address_it_is_said_that_declining_cannot_be_told() -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:me@home.example"
    found = parsed(event("DTSTART:20261114T100000", who=(ADA, declined)), own=frozenset())
    assert on(found) and "--me ADDRESS" in found.notes[0]
    assert not parsed(event("DTSTART:20261114T100000"), own=frozenset()).notes


def test_a_calendar_named_after_an_address_is_of_its_owner() -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:boss@x.example"
    found = parsed(
        event("DTSTART:20261114T100000", who=(ADA, declined)), head=("X-WR-CALNAME:boss@x.example",)
    )
    assert not on(found)


def test_a_private_meeting_stays_private_and_a_link_is_no_place() -> None:
    found = parsed(
        event("DTSTART:20261114T100000", "CLASS:PRIVATE", "SUMMARY:Talk", "LOCATION:https://zoom.us/j/1")
    )
    assert found.entries[0].fields["private"] is True
    assert found.entries[0].fields["kind"] == "video"
    assert "place" not in found.entries[0].fields


def test_a_broken_event_harms_no_other_and_is_named_with_its_line() -> None:
    found = parsed(
        event("DTSTART:2026-11-14", uid="bad day"),
        event("DTSTART:20261114T100000", "RRULE:FREQ=SOMETIMES", uid="bad rule"),
        event("DTSTART:20261115T100000", uid="good"),
        "BEGIN:VEVENT\r\nUID:cut\r\n" + ADA,
    )
    assert on(found) == ["2026-11-14T10:00:00", "2026-11-15T10:00:00"]
    assert [each.where for each in found.rejected] == ["line 3", "line 8", "line 19"]
    assert "repetition" in found.rejected[1].why


def test_attachments_and_endless_rules_cost_nothing() -> None:
    attachment = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "\r\n ".join(["A" * 70] * 20_000)
    rules = [
        event("DTSTART:00010101T000000", f"RRULE:FREQ={rule}", uid=rule)
        for rule in (
            "SECONDLY",
            "YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "DAILY;BYSETPOS=99",
            "DAILY;COUNT=99999999",
        )
    ]
    start = process_time()
    found = parsed(event("DTSTART:20261114T100000", attachment), *rules)
    assert process_time() - start < 10
    assert "2026-11-14T10:00:00" in on(found)


@given(st.binary(max_size=400), st.integers(0, 600))
def test_whatever_a_file_holds_nothing_is_raised(noise: bytes, at: int) -> None:
    whole = calendar(event("DTSTART:20261102T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261201T000000Z"))
    read(whole[:at] + noise + whole[at:], "x.ics", OPTIONS)
    read(noise, "x.ics", OPTIONS)
