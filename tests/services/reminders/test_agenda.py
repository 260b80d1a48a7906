"""Important dates surface within their lead time, once, for the living."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.domain.model.entry import Entry
from netui.services.people.contact_list import ContactList
from netui.services.reminders.agenda import build_agenda, occasion_when
from netui.services.timeline.commands import add_entry
from netui.storage.queries.dates import UpcomingDate
from tests.support.app import NOW, entry, open_workspace, write_network


def told(folder: Path, today: str, contacts: dict[str, Any]) -> list[UpcomingDate]:
    write_network(folder / "net", contacts)
    workspace = open_workspace(folder, now=lambda: datetime.fromisoformat(today))
    workspace.refresh()
    return build_agenda(workspace, ContactList(workspace).load()).dates


def ada(on: Any = "--12-10", **more: Any) -> dict[str, Any]:
    lead = {"lead": more.pop("lead")} if "lead" in more else {}
    return {"ada": {"name": "Ada", "date": [{"what": "birthday", "on": on, **lead}], **more}}


@pytest.mark.parametrize(
    ("today", "days"), [("2026-12-02", None), ("2026-12-03", 7), ("2026-12-10", 0), ("2026-12-11", None)]
)
def test_a_date_is_told_from_its_lead_to_its_day(tmp_path: Path, today: str, days: int | None) -> None:
    assert [o.days for o in told(tmp_path, today, ada())] == ([] if days is None else [days])


@pytest.mark.parametrize(
    ("on", "today", "told_on"),
    [
        ("2004-02-29", "2027-02-24", "2027-02-28"),
        ("--02-29", "2028-02-24", "2028-02-29"),
        ("--01-02", "2026-12-30", "2027-01-02"),
        ("2004", "2026-12-30", None),
        ("2004-12", "2026-12-30", "2026-12-01"),
        ("2004-12", "2026-11-23", None),
        ("2004-12", "2026-11-24", "2026-12-01"),
        ("2027-12", "2026-12-30", None),
        ("2030-12-31", "2026-12-30", None),
    ],
)
def test_leap_days_new_year_and_what_is_not_known(
    tmp_path: Path, on: str, today: str, told_on: str | None
) -> None:
    assert [str(o.on) for o in told(tmp_path, today, ada(on))] == ([told_on] if told_on else [])


@pytest.mark.parametrize(
    ("today", "days"), [("2027-04-23", None), ("2027-04-24", 7), ("2027-05-01", 0), ("2027-05-31", 0)]
)
def test_a_date_of_a_month_is_told_in_that_month(tmp_path: Path, today: str, days: int | None) -> None:
    found = told(tmp_path, today, ada("1990-05"))
    assert [(o.iso, o.days) for o in found] == ([] if days is None else [("2027-05", days)])
    assert [occasion_when(o) for o in found] == ([] if days is None else ["in May" if days else "this month"])


def test_one_that_was_acted_on_within_its_month_is_told_no_more(tmp_path: Path) -> None:
    gift = {"timeline": [entry("2027-05-03", "gift")]}
    assert told(tmp_path, "2027-05-10", ada("1990-05", **gift)) == []


def test_a_longer_lead_tells_sooner(tmp_path: Path) -> None:
    assert [o.days for o in told(tmp_path, "2026-11-20", ada(lead=20))] == [20]


@pytest.mark.parametrize("gone", [{"died": "2025"}, {"archived": True}])
def test_the_dead_and_the_archived_have_no_coming_days(tmp_path: Path, gone: dict[str, Any]) -> None:
    assert told(tmp_path, "2026-12-09", ada(**gone)) == []


def test_work_that_week_leaves_it_told_and_a_shared_gift_does_not(tmp_path: Path) -> None:
    work = entry("2026-12-08", "email", "The invoice.")
    assert told(tmp_path / "a", "2026-12-09", ada(timeline=[work]))
    gift = entry("2026-12-08", "gift", "Tea.", **{"with": ["ada"]})
    assert told(tmp_path / "b", "2026-12-09", {**ada(), "bob": {"name": "Bob", "timeline": [gift]}}) == []


def test_a_planned_party_does_not_count_before_it_happened(tmp_path: Path) -> None:
    party = entry("2026-12-10", "event", "birthday party")
    assert told(tmp_path, "2026-12-09", ada(timeline=[party]))


def test_logging_the_wish_ends_it_and_undo_brings_it_back(tmp_path: Path) -> None:
    write_network(tmp_path / "net", ada())
    workspace = open_workspace(tmp_path, now=lambda: datetime(2026, 12, 9))
    workspace.refresh()
    today = workspace.today
    assert list(workspace.read.dates.upcoming(today))
    wish = Entry(id="", contact="ada", on=today, kind="message", text="Happy birthday")
    workspace.apply(add_entry(workspace, wish)[1])
    assert list(workspace.read.dates.upcoming(today)) == []
    workspace.undo()
    assert list(workspace.read.dates.upcoming(today))


def test_a_young_log_is_not_told_that_its_rhythms_cannot_be_kept(tmp_path: Path) -> None:
    today = NOW.date()

    def capacity(first: date) -> str:
        people = {
            f"p{n}": {
                "name": f"P{n}",
                "rhythm": {"every": "1w"},
                "timeline": [entry(day.isoformat(), "call")],
            }
            for n, day in enumerate((first, today, today, today))
        }
        folder = tmp_path / first.isoformat()
        write_network(folder / "net", people)
        workspace = open_workspace(folder)
        workspace.refresh()
        return build_agenda(workspace, ContactList(workspace).load()).capacity

    assert capacity(today - timedelta(1)) == ""
    assert "contacts a week" in capacity(today - timedelta(7 * 12 + 1))
