"""Planned meetings: they count for nothing until somebody says that they happened; an answer, and undo."""

from datetime import date, datetime
from pathlib import Path

import pytest

from netui.domain.model.entry import Entry
from netui.services.errors import Refused
from netui.services.goals.progress import measure_goals
from netui.services.insights.brief import build_brief
from netui.services.people.contact_list import ContactList
from netui.services.timeline.capture import log_entry, parse_line
from netui.services.timeline.plans import answer_plan, cancel_plan, confirm_plan, move_plan
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, timeline, write_network
from tests.support.quiet_network import Clock

MADE, AFTER = datetime(2026, 11, 16, 12), datetime(2026, 11, 21, 12)
PEOPLE = {
    "ada": {"name": "Ada", "timeline": [entry("2026-10-01", "call")]},
    "bob": {"name": "Bob", "timeline": [entry("2026-10-02", "call")]},
}
GOALS = {"meet": {"title": "Meet", "measure": {"count": "kind:coffee", "target": 5}}}


def planned_on(home: Path, line: str) -> tuple[Workspace, Clock]:
    """A network in which a line was logged on 16 November."""
    clock = Clock(MADE)
    workspace = open_workspace(home, now=clock)
    write_network(home / "net", PEOPLE, GOALS)
    workspace.refresh()
    workspace.apply(log_entry(workspace, parse_line(workspace, line)).batch)
    return workspace, clock


def plan_in(workspace: Workspace) -> Entry:
    return next(each for each in workspace.read.timeline("ada") if each.kind in ("coffee", "skip"))


def last_days(workspace: Workspace) -> dict[str, int]:
    return {row.id: row.last for row in workspace.read.contact_rows()}


def test_a_line_for_a_day_ahead_is_planned_and_one_for_today_is_not(tmp_path: Path) -> None:
    workspace, _ = planned_on(tmp_path, "coffee with @ada @bob on 2026-11-18: her lab")
    assert timeline(tmp_path, "ada")[-1]["planned"] is True
    workspace.apply(log_entry(workspace, parse_line(workspace, "lunch with @bob today")).batch)
    assert "planned" not in timeline(tmp_path, "bob")[-1]
    assert [e.id for e in workspace.read.plans.ahead(workspace.today, 14)] == [plan_in(workspace).id]


def test_until_it_is_confirmed_it_counts_for_nothing(tmp_path: Path) -> None:
    workspace, clock = planned_on(
        tmp_path, "coffee with @ada @bob on 2026-11-18: the lab is hiring now got:lead"
    )
    before = last_days(workspace)
    clock.set(AFTER)
    workspace.refresh()
    assert last_days(workspace) == before
    assert workspace.read.last_logged(workspace.today) == date(2026, 10, 2)
    assert measure_goals(workspace, ContactList(workspace).load())[0].done == 0
    assert not workspace.read.relationships.companions("ada", workspace.today)
    brief = build_brief(workspace, "ada")
    assert brief is not None and not brief.coming and [e.kind for e in brief.talks] == ["call"]
    assert [e.id for e in workspace.read.plans.unconfirmed(workspace.today)] == [plan_in(workspace).id]
    workspace.apply(confirm_plan(workspace, plan_in(workspace)))
    assert set(last_days(workspace).values()) == {date(2026, 11, 18).toordinal()}
    assert measure_goals(workspace, ContactList(workspace).load())[0].done == 1
    assert not workspace.read.plans.unconfirmed(workspace.today)
    assert "planned" not in timeline(tmp_path, "ada")[-1]


def test_on_its_day_it_is_still_coming_and_not_asked_about(tmp_path: Path) -> None:
    workspace, clock = planned_on(tmp_path, "coffee with @ada on 2026-11-18")
    clock.set(datetime(2026, 11, 18, 9))
    workspace.refresh()
    assert not workspace.read.plans.unconfirmed(workspace.today)
    assert [e.kind for e in workspace.read.plans.ahead(workspace.today, 14)] == ["coffee"]
    brief = build_brief(workspace, "ada")
    assert brief is not None and [e.kind for e in brief.coming] == ["coffee"]
    workspace.apply(confirm_plan(workspace, plan_in(workspace)))
    assert last_days(workspace)["ada"] == date(2026, 11, 18).toordinal()


def test_one_that_did_not_happen_keeps_its_words_and_is_no_contact(tmp_path: Path) -> None:
    workspace, clock = planned_on(tmp_path, "coffee with @ada on 2026-11-18: her lab")
    before = last_days(workspace)
    clock.set(AFTER)
    workspace.refresh()
    workspace.apply(cancel_plan(workspace, plan_in(workspace)))
    found = timeline(tmp_path, "ada")[-1]
    assert (found["kind"], found["text"]) == ("skip", "coffee did not happen: her lab")
    assert "planned" not in found and last_days(workspace) == before
    workspace.undo()
    assert timeline(tmp_path, "ada")[-1]["planned"] is True


@pytest.mark.parametrize(
    ("answer", "on", "is_planned"),
    [
        ("", date(2026, 11, 18), False),
        ("yes", date(2026, 11, 18), False),
        ("2026-12-02", date(2026, 12, 2), True),
        ("tomorrow", date(2026, 11, 22), True),
        ("2026-11-19", date(2026, 11, 19), False),
        ("yesterday", date(2026, 11, 20), False),
        ("today", date(2026, 11, 21), False),
    ],
)
def test_answers(tmp_path: Path, answer: str, on: date, is_planned: bool) -> None:
    workspace, clock = planned_on(tmp_path, "coffee with @ada on 2026-11-18")
    clock.set(AFTER)
    workspace.refresh()
    workspace.apply(answer_plan(workspace, plan_in(workspace), answer))
    found = timeline(tmp_path, "ada")[-1]
    assert (found["on"], found.get("planned", False)) == (on, is_planned)


def test_a_move_keeps_the_hour_and_a_plan_ahead_cannot_have_happened(tmp_path: Path) -> None:
    workspace, _ = planned_on(tmp_path, "coffee with @ada on 2026-11-18 at 14:30")
    with pytest.raises(Refused, match="which is ahead"):
        confirm_plan(workspace, plan_in(workspace))
    workspace.apply(move_plan(workspace, plan_in(workspace), date(2026, 11, 25)))
    assert timeline(tmp_path, "ada")[-1]["on"] == datetime(2026, 11, 25, 14, 30)
    workspace.apply(cancel_plan(workspace, plan_in(workspace)))
    assert timeline(tmp_path, "ada")[-1]["on"] == date(2026, 11, 16), "called off today"
    with pytest.raises(Refused, match="logged already"):
        cancel_plan(workspace, plan_in(workspace))


def test_one_written_by_hand_without_the_mark_counts_from_its_day(tmp_path: Path) -> None:
    clock = Clock(MADE)
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "timeline": [entry("2026-11-18", "coffee")]}})
    workspace = open_workspace(tmp_path, now=clock)
    workspace.refresh()
    assert last_days(workspace)["ada"] == 0
    clock.set(AFTER)
    workspace.refresh()
    assert last_days(workspace)["ada"] == date(2026, 11, 18).toordinal()
    assert not workspace.read.plans.unconfirmed(workspace.today)


@pytest.mark.parametrize(("gone", "asked"), [(["ada"], ["ada"]), (["ada", "bob"], [])])
def test_it_is_asked_about_while_somebody_in_it_lives(
    tmp_path: Path, gone: list[str], asked: list[str]
) -> None:
    workspace, clock = planned_on(tmp_path, "coffee with @ada @bob on 2026-11-18")
    for ident in gone:
        path = tmp_path / f"net/contacts/{ident}.toml"
        path.write_text(path.read_text().replace("\n", '\ndied = "2026-11-17"\n', 1))
    workspace.refresh()
    assert [e.contact for e in workspace.read.plans.ahead(workspace.today, 14)] == asked
    clock.set(AFTER)
    workspace.refresh()
    assert [e.contact for e in workspace.read.plans.unconfirmed(workspace.today)] == asked
