"""Hundreds of goals: counted together, with the figures that each has alone."""

from datetime import date
from pathlib import Path

import pytest

from netui.domain.model.entry import Entry
from netui.services.goals import commands as goal_commands
from netui.services.goals import progress as module
from netui.services.goals.progress import measure_goal, measure_goals, period
from netui.services.people.contact_list import ContactList
from netui.services.timeline import commands as timeline_commands
from netui.services.workspace import Workspace
from netui.storage.state.config import Config
from tests.support.app import entry, open_workspace, write_network
from tests.support.three_contacts import text_of

COUNTS = (
    "kind:call ^{0}", "^{0}", "^{0}|kind:lunch", "^{0} ^{1}", "^{0}|^{1} kind:lunch", "-^{0}", "kind:lunch",
    "^{0} with:bob", "^No-Such", "^{0} last:<2026-01-01", "#x ^{0}", "is:nonsense", "^É",
)  # fmt: skip


@pytest.fixture
def network(tmp_path: Path) -> Workspace:
    names = [f"g{at}" for at in range(len(COUNTS))] + ["É"]
    files = {
        who: {
            "name": who.title(),
            "tags": ["x"],
            "timeline": [
                entry(f"20{20 + at % 7}-0{at % 9 + 1}-11", "lunch" if at % 3 else "call",
                      goals=[name, names[(at * 5) % len(names)]][: at % 4], tags=["x"] * (at % 2),
                      **({"with": ["bob"]} if at % 5 == 0 else {}))
                for at, name in enumerate(names * 4)
            ],
        }
        for who in ("ada", "bob")
    }  # fmt: skip
    made = {
        f"g{at}": {
            "title": f"Goal {at}", "measure": {"count": count.format(f"g{at}", "g1"), "target": 9},
            "audience": [{"who": f"who {at}", "match": f"name{at % 3}|ada", "want": at},
                         {"who": "?", "match": "is:nonsense"}],
        }
        for at, count in enumerate(COUNTS)
    }  # fmt: skip
    write_network(tmp_path / "net", files, made)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    return workspace


def test_many_are_counted_as_each_alone(network: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    people = ContactList(network).load()
    monkeypatch.setattr(module, "MANY", 1)
    together = measure_goals(network, people)
    monkeypatch.setattr(module, "MANY", 1000)
    assert together == measure_goals(network, people)
    assert any(goal.done for goal in together)
    for found in together:
        assert found._replace(audiences=()) == measure_goal(network, people, found.goal.id)[0]


def test_each_audience_is_looked_for_once_however_many_goals_want_it(
    network: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = ContactList(network).load()
    asked: list[str] = []
    measure_coverage = module.measure_coverage
    monkeypatch.setattr(
        module, "measure_coverage", lambda p, a: asked.append(a.match) or measure_coverage(p, a)
    )
    found = measure_goals(network, people)
    assert sorted(asked) == ["is:nonsense", "name0|ada", "name1|ada", "name2|ada"]
    assert [(a.who, a.want) for goal in found for a in goal.audiences if a.who != "?"] == [
        (goal.goal.title.replace("Goal", "who"), int(goal.goal.id[1:])) for goal in found
    ]


def goal_text(count: str, target: int, per: str = "total", due: str = "2027-02-28") -> str:
    return f'title = "G"\ndue = {due}\n[measure]\ncount = "{count}"\ntarget = {target}\nper = "{per}"\n'


@pytest.mark.parametrize(
    ("count", "target", "per", "done", "pace"),
    [
        ("kind:coffee|lunch", 2, "total", 2, "reached"),
        ("kind:coffee|lunch", 3, "total", 2, "on pace"),
        ("kind:coffee", 90, "total", 1, "slow"),
        ("kind:call", 3, "total", 0, ""),
        ("kind:lunch", 1, "month", 1, "reached"),
        ("kind:lunch", 9, "month", 1, "slow"),
        ("kind:lunch", 1, "week", 0, "on pace"),
        ("with:grace", 1, "year", 1, "reached"),
        ("#nothing | ^nothing", 1, "quarter", 0, "on pace"),
    ],
)
def test_goals_are_counted_from_the_timeline(
    ws: Workspace, count: str, target: int, per: str, done: int, pace: str
) -> None:
    (ws.network / "goals").mkdir()
    (ws.network / "goals/g.toml").write_text(goal_text(count, target, per))
    ws.refresh()
    (found,) = measure_goals(ws, ContactList(ws).load())
    assert (found.done, found.target, found.pace) == (done, target, pace)
    assert found.days_left == 99


def test_a_plan_is_not_counted_and_audiences_are(ws: Workspace) -> None:
    ws.apply(
        timeline_commands.add_entry(ws, Entry(id="", on=date(2026, 12, 1), kind="lunch", contact="ada"))[1]
    )
    ident, batch = goal_commands.add_goal(ws, "G", count="kind:lunch", target=5, due=date(2027, 1, 1))
    ws.apply(batch)
    ws.apply(goal_commands.add_audience(ws, ident, "Londoners", "#london", 3))
    ws.apply(goal_commands.add_milestone(ws, ident, "CV rewritten", date(2026, 12, 1)))
    (found,) = measure_goals(ws, ContactList(ws).load())
    assert found.done == 1 and [(a.have, a.want) for a in found.audiences] == [(1, 3)]
    (step,) = found.milestones
    ws.apply(goal_commands.tick_milestone(ws, found.goal, step))
    (found,) = measure_goals(ws, ContactList(ws).load())
    (step,) = found.milestones
    assert step.done == date(2026, 11, 21)
    ws.apply(goal_commands.tick_milestone(ws, found.goal, step))
    ws.apply(goal_commands.set_goal_status(ws, ident, "reached"))
    assert 'status = "reached"' in text_of(ws, ident, "goals") and "done =" not in text_of(ws, ident, "goals")
    ws.apply(goal_commands.remove_goal(ws, ident))
    assert measure_goals(ws, ContactList(ws).load()) == []


def test_a_goal_that_is_written_wrongly_is_shown_all_the_same(ws: Workspace) -> None:
    (ws.network / "goals").mkdir()
    (ws.network / "goals/a.toml").write_text(
        'title = 3\nstatus = "x"\ndue = "soon"\naudience = 1\n[measure]\ncount = "rol:x"\n'
    )
    (ws.network / "goals/b.toml").write_text("title = \n")
    ws.refresh()
    first, second = measure_goals(ws, ContactList(ws).load())
    assert (first.goal.title, first.goal.status, first.goal.due) == ("a", "active", None)
    assert "column 1" in first.error and "b.toml, line 1" in second.error


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        ("week", date(2026, 11, 16), date(2026, 11, 22)),
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods(per: str, first: date, last: date) -> None:
    assert period(date(2026, 11, 21), per) == (first, last)


@pytest.mark.parametrize(("day", "first"), [(15, 15), (21, 15), (22, 22)])
def test_a_week_begins_on_the_weekday_of_the_settings(day: int, first: int) -> None:
    week = (date(2026, 11, first), date(2026, 11, first + 6))
    assert period(date(2026, 11, day), "week", Config(week_start="sunday").first_weekday) == week
