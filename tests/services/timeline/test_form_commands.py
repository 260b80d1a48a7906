"""Fields of a form, given as text: what they become, and that a wrong one is named."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netui.domain.model.entry import Entry
from netui.services.errors import Refused
from netui.services.goals.progress import find_goal
from netui.services.timeline.form_commands import (
    edit_entry_fields,
    edit_goal_fields,
    edit_promise_fields,
)
from netui.services.workspace import Workspace
from tests.support.app import a_few_people, open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    people = a_few_people()
    people["mary-somerville"] = {
        "name": "Mary Somerville",
        "promise": [{"id": "p1", "by": "me", "text": "Send it"}],
    }
    write_network(tmp_path / "net", people, {"cto": {"title": "A CTO role"}})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def lunch(workspace: Workspace) -> Entry:
    return workspace.read.timeline("ada-lovelace")[0]


def test_an_entry(workspace: Workspace) -> None:
    changed = {"on": "yesterday", "kind": "beer", "with_": "@mary", "tags": "#a, b", "place": " London "}
    workspace.apply(edit_entry_fields(workspace, lunch(workspace), changed))
    found = lunch(workspace)
    assert (found.on, found.kind, found.with_) == (date(2026, 11, 20), "drinks", ("mary-somerville",))
    assert (found.tags, found.place, found.text) == (("a", "b"), "London", "Her lab is hiring.")


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("on", "some day", "^on: "),
        ("kind", " ", "^kind: an entry needs one"),
        ("with_", "alan", "^with: alan may be alan-(kay|turing), alan"),
        ("with_", "nobody at all", "^with: there is nobody called nobody at all"),
        ("started_by", "us", "^started by: me or them"),
    ],
)
def test_a_wrong_field_of_an_entry_is_named(workspace: Workspace, key: str, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        edit_entry_fields(workspace, lunch(workspace), {key: text})


def test_a_promise(workspace: Workspace) -> None:
    (promise,) = workspace.read.promises.all()
    workspace.apply(edit_promise_fields(workspace, promise, {"due": "12 dec", "by": "them"}))
    (promise,) = workspace.read.promises.all()
    assert (promise.due, promise.by, promise.text) == (date(2026, 12, 12), "them", "Send it")
    for key, text, said in (("by", "us", "^by: "), ("due", "x", "^due: "), ("text", " ", "needs words")):
        with pytest.raises(Refused, match=said):
            edit_promise_fields(workspace, promise, {key: text})


def test_a_goal(workspace: Workspace) -> None:
    changed = {"measure.target": "3", "due": "1 mar", "why": ""}
    workspace.apply(edit_goal_fields(workspace, find_goal(workspace, "cto"), changed))
    goal = find_goal(workspace, "cto")
    assert goal is not None and goal.measure is not None
    assert (goal.measure.count, goal.measure.target, goal.due) == ("^cto", 3, date(2027, 3, 1))
    for text, said in (("many", "not a whole number"), ("0", "at least 1")):
        with pytest.raises(Refused, match=said):
            edit_goal_fields(workspace, goal, {"measure.target": text})
