"""Goals in the order one gave them by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.services.check.check import check
from netui.services.errors import Refused
from netui.services.goals.commands import add_audience, add_goal, add_milestone, move_goal
from netui.services.goals.progress import goals_of_same_status, measure_goals
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network


def network(folder: Path, files: dict[str, Any]) -> Workspace:
    write_network(folder / "net", {}, files)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def order(workspace: Workspace) -> list[str]:
    return [each.goal.id for each in measure_goals(workspace, ContactList(workspace).load())]


FOUR = {
    "later": {"title": "Later", "due": date(2027, 6, 1)},
    "soon": {"title": "Soon", "due": date(2027, 1, 1)},
    "some-day": {"title": "Some day"},
    "won": {"title": "Won", "status": "reached", "order": 1},
}  # fmt: skip


def test_those_without_a_place_stand_by_due_date_behind_those_with_one(tmp_path: Path) -> None:
    files = {**FOUR, "first": {"title": "Z", "order": 7}, "second": {"title": "A", "order": 8}}
    assert order(network(tmp_path, files)) == ["first", "second", "soon", "later", "some-day", "won"]


def test_a_move_changes_the_order_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    workspace = network(tmp_path, FOUR)
    before = {path.name: path.read_bytes() for path in (tmp_path / "net" / "goals").iterdir()}
    done = workspace.apply(move_goal(workspace, "some-day", -1))
    assert order(workspace) == ["soon", "some-day", "later", "won"]
    assert len(done.files) == 2
    for expected in (["some-day", "soon", "later", "won"], ["soon", "some-day", "later", "won"]):
        steps = -1 if expected[0] == "some-day" else 1
        assert len(workspace.apply(move_goal(workspace, "some-day", steps)).files) == 1
        assert order(workspace) == expected
    for _ in range(3):
        workspace.undo()
    assert {path.name: path.read_bytes() for path in (tmp_path / "net" / "goals").iterdir()} == before


def test_at_the_ends_nothing_is_written(tmp_path: Path) -> None:
    workspace = network(tmp_path, FOUR)
    for ident, steps in (("soon", -1), ("some-day", 1), ("won", 1), ("won", -1)):
        assert move_goal(workspace, ident, steps).changes == ()


def test_the_rest_of_the_file_stays_as_it_was(tmp_path: Path) -> None:
    text = '# mine\ntitle = "B"  # really\nstatus = "active"\n\n[[milestone]]\ntext = "x"\n'
    workspace = network(tmp_path, {"a": {"title": "A"}, "b": text})
    workspace.apply(move_goal(workspace, "b", -1))
    after = (tmp_path / "net" / "goals" / "b.toml").read_text()
    assert after == text.replace('"active"\n', '"active"\norder = 100\n')


def test_a_goal_that_cannot_be_read_is_left_out_of_it(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"a": {"title": "A"}, "b": {"title": "B"}, "broken": "title = "})
    assert order(workspace) == ["a", "b", "broken"]
    assert move_goal(workspace, "b", 1).changes == ()
    with pytest.raises(Refused, match="cannot be read"):
        move_goal(workspace, "broken", -1)
    with pytest.raises(Refused):
        move_goal(workspace, "nothing", 1)


NONSENSE = st.sampled_from(["first", 1.5, True, [], date(2027, 1, 1), 3, 3, -(2**62), 10**30, None])


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(NONSENSE, min_size=2, max_size=6), st.data())
def test_whatever_stands_there_a_move_moves(tmp_path_factory: Any, numbers: list[Any], data: Any) -> None:
    names = [f"g{at}" for at in range(len(numbers))]
    files = {
        name: {"title": name, **({} if number is None else {"order": number})}
        for name, number in zip(names, numbers, strict=True)
    }
    workspace = network(tmp_path_factory.mktemp("net"), files)
    wanted = order(workspace)
    ident, steps = data.draw(st.sampled_from(names)), data.draw(st.integers(-3, 3))
    place = max(0, min(wanted.index(ident) + steps, len(wanted) - 1))
    wanted.remove(ident)
    wanted.insert(place, ident)
    workspace.apply(move_goal(workspace, ident, steps))
    assert order(workspace) == wanted
    workspace.close()


def test_check_names_an_order_that_is_no_number_and_one_that_two_have(tmp_path: Path) -> None:
    files = {
        "a": {"title": "A", "order": 3},
        "b": {"title": "B", "order": 3},
        "c": {"title": "C", "order": "third"},
        "d": {"title": "D", "order": 3, "status": "dropped"},
        "e": {"title": "E", "order": 10**16},
    }
    workspace = network(tmp_path, files)
    found = {(p.file, p.line, p.what) for p in check(workspace).problems}
    assert found == {
        ("goals/b.toml", 2, "order is 3, as in goals/a.toml"),
        ("goals/c.toml", 2, "order must be a whole number"),
        ("goals/e.toml", 2, f"order is {10**16}, which is too large to count"),
    }
    assert [goal.id for goal in goals_of_same_status(workspace, "c")] == ["a", "b", "c", "e"]


def test_no_goal_milestone_or_audience_is_there_twice(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"boat": {"title": "A boat"}, "old": {"title": "Old", "status": "reached"}})
    with pytest.raises(Refused, match=r"a goal called a Boat already \(boat\)"):
        add_goal(workspace, "a Boat")
    add_goal(workspace, "Old")
    workspace.apply(add_milestone(workspace, "boat", "Hull"))
    workspace.apply(add_audience(workspace, "boat", "Sailors", "#sail", 2))
    with pytest.raises(Refused, match="A boat has the milestone hull already"):
        add_milestone(workspace, "boat", "hull")
    with pytest.raises(Refused, match="A boat has the audience #Sail already"):
        add_audience(workspace, "boat", "Others", "#Sail", 1)
