"""The digest of a week: what belongs in it and what stays out."""

from datetime import date
from pathlib import Path
from typing import Any

from netui.services.insights.digest import Digest, build_digest
from tests.support.app import entry, open_workspace, write_network

TODAY = date(2026, 11, 21)


def week_of(base: Path, contacts: dict[str, Any], goals: dict[str, Any] | None = None) -> Digest:
    write_network(base / "net", contacts, goals)
    workspace = open_workspace(base)
    workspace.refresh()
    return build_digest(workspace)


def rows(week: Digest, title: str) -> list[tuple[str, str, str]]:
    return [tuple(row) for section in week.sections if section.title == title for row in section.rows]


def test_an_empty_network_has_an_empty_week(tmp_path: Path) -> None:
    week = week_of(tmp_path, {})
    assert (week.since, week.until) == (date(2026, 11, 15), date(2026, 11, 28))
    assert week.summary == "Nothing was logged this week."
    assert week.sections == ()


def test_what_lies_behind_and_ahead_each_to_the_day(tmp_path: Path) -> None:
    ada = {
        "name": "Ada",
        "date": [{"what": "birthday", "on": "--11-22"}],
        "promise": [
            {"id": "p1", "by": "me", "text": "Send it", "due": date(2026, 11, 28)},
            {"id": "p2", "by": "me", "text": "Too far", "due": date(2026, 11, 29)},
            {"id": "p3", "by": "them", "text": "Wrote back", "done": date(2026, 11, 15)},
            {"id": "p4", "by": "them", "text": "Long kept", "done": date(2026, 11, 14)},
            {"id": "p5", "by": "them", "text": "Owed", "due": date(2026, 11, 2)},
        ],
        "opportunity": [
            {"id": "o1", "kind": "job", "text": "Keeper", "next": "Send CV", "next_on": date(2026, 11, 24)},
            {"id": "o2", "kind": "job", "text": "Lost", "status": "lost", "next_on": date(2026, 11, 24)},
        ],
        "timeline": [
            entry("2026-11-15", "call", "First day.", got=["lead", "advice"], learned="They pay late."),
            entry("2026-11-14", "call", "The week before."),
            entry("2026-11-21", "lunch", "Today.", got=["lead"], **{"with": ["grace"]}),
            entry("2026-11-25", "coffee", "Planned.", place="PyCon"),
            entry("2026-11-20", "snooze"),
        ],
    }
    week = week_of(
        tmp_path, {"ada": ada, "grace": {"name": "Grace"}}, {"g": {"title": "Be heard", "due": TODAY}}
    )
    assert week.summary == "In touch twice, with 2 people; got lead ×2, advice."
    assert rows(week, "Ahead") == [
        ("since 2 Nov", "Owed", "Ada promised you"),
        ("tomorrow", "Ada: birthday", ""),
        ("Tue 24 Nov", "Send CV", "job: Keeper (Ada)"),
        ("Wed 25 Nov", "coffee with Ada", "PyCon"),
        ("Sat 28 Nov", "Send it", "you promised Ada"),
    ]
    assert rows(week, "Promises kept") == [("Ada", "Wrote back", "they to you")]
    assert rows(week, "This week") == [
        ("Sat 21 Nov", "lunch with Ada, Grace", "Today."),
        ("Sun 15 Nov", "call with Ada", "First day."),
    ]
    assert rows(week, "Learned") == [("Ada", "They pay late.", "")]
    assert rows(week, "Goals") == [("Be heard", "due today", "")]


def test_what_is_private_stays_out_of_every_section(tmp_path: Path) -> None:
    secret = {"private": True, "learned": "Hush.", "text": "Hush."}
    ada = {
        "name": "Ada",
        "timeline": [
            {"id": "1", "on": TODAY, "kind": "call", **secret},
            {"id": "2", "on": date(2026, 11, 25), "kind": "call", **secret},
        ],
    }
    assert week_of(tmp_path, {"ada": ada}).sections == ()
