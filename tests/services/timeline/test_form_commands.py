"""Fields of a form, given as text: what they become, and that a wrong one is named."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from netui.domain.model.entry import Entry, Opportunity
from netui.domain.model.goal import Audience, Milestone
from netui.services.errors import FieldErrors, Refused
from netui.services.goals.progress import find_goal
from netui.services.timeline.form_commands import (
    edit_audience_fields,
    edit_entry_fields,
    edit_goal_fields,
    edit_milestone_fields,
    edit_opportunity_fields,
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
        ("kind", "cofee", "^kind: there is none called 'cofee'; did you mean coffee"),
        ("kind", "Atempt", "did you mean attempt"),
        ("kind", "phonned", "did you mean phoned"),
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


@pytest.mark.parametrize(
    ("edit", "changed", "wrong"),
    [
        (lambda w: partial(edit_entry_fields, w, lunch(w)), {"on": "x", "kind": ""}, ["on", "kind"]),
        (lambda w: partial(edit_goal_fields, w, None), {"due": "x", "measure.per": "hour"}, [
            "title", "due", "measure.per",
        ]),
        (lambda w: partial(edit_milestone_fields, w, "cto", Milestone(text="a")), {"text": " ", "due": "x"}, [
            "text", "due",
        ]),
        (lambda w: partial(edit_audience_fields, w, "cto", Audience(who="a", match="")), {"want": "x"}, [
            "match", "want",
        ]),
        (
            lambda w: partial(edit_audience_fields, w, "cto", Audience(who="a", match="#a")),
            {"match": "is:x"}, ["match"],
        ),
        (
            lambda w: partial(edit_opportunity_fields, w, Opportunity("", "", "", contact="alan-kay")),
            {"next_on": "x", "via": "alan"}, ["text", "next_on", "via"],
        ),
    ],
)  # fmt: skip
def test_all_that_is_wrong_in_a_form_is_named_at_once(
    workspace: Workspace, edit: Any, changed: dict[str, str], wrong: list[str]
) -> None:
    with pytest.raises(FieldErrors) as error:
        edit(workspace)(changed)
    assert list(error.value.errors) == wrong
