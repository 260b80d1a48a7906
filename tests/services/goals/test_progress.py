"""Hundreds of goals: counted together, with the figures that each has alone."""

from pathlib import Path

import pytest

from netui.services.goals import progress as module
from netui.services.goals.progress import measure_goal, measure_goals
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network

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
