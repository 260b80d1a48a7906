"""Introductions to give: who seeks what another knows and has not met; planned, logged, followed up."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netui.services.insights.history import build_history
from netui.services.insights.introductions import (
    Introduction,
    find_introductions_to_give,
    log_introduction,
    plan_introduction,
)
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, timeline, write_network


def network(folder: Path, **contacts: dict[str, Any]) -> Workspace:
    people = {ident: {"name": ident.title(), **more} for ident, more in contacts.items()}
    write_network(folder / "net", people)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def introduced(workspace: Workspace) -> list[tuple[str, int]]:
    history = build_history(workspace)
    assert history is not None
    return [(one.entry.contact, one.since) for one in history.introduced]


def given(workspace: Workspace) -> list[tuple[str, str, str]]:
    return [tuple(one) for one in find_introductions_to_give(workspace, ContactList(workspace).load())]  # type: ignore[misc]


SEEKER = {"seeks": ["a COBOL coder", "funding"], "timeline": [entry("2026-11-01", "call")]}
KNOWER = {"knows": ["cobol"], "timeline": [entry("2026-10-01", "call")]}


def test_who_seeks_what_another_knows(tmp_path: Path) -> None:
    workspace = network(
        tmp_path,
        ada=SEEKER,
        grace=KNOWER,
        both={"seeks": ["cobol"], "knows": ["cobol"]},
        eve={"knows": ["go"]},
    )
    assert given(workspace) == [
        ("ada", "grace", "a COBOL coder"), ("ada", "both", "a COBOL coder"), ("both", "grace", "cobol"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "tie",
    [
        {"grace": {**KNOWER, "timeline": [entry("2026-10-01", "lunch", **{"with": ["ada"]})]}},
        {"grace": {**KNOWER, "related": [{"who": "ada", "as": "sister"}]}},
        {"grace": {**KNOWER, "met": {"via": "ada"}}},
        {"grace": {**KNOWER, "died": "2026"}},
        {"grace": {**KNOWER, "archived": True}},
        {"grace": KNOWER, "ada": {**SEEKER, "archived": True}},
        {
            "grace": KNOWER,
            "ada": {**SEEKER, "promise": [{"id": "p", "by": "me", "text": "introduce Grace (cobol)"}]},
        },
    ],
)
def test_those_who_have_met_are_gone_or_are_promised_are_left_out(
    tmp_path: Path, tie: dict[str, Any]
) -> None:
    assert given(network(tmp_path, **{"ada": SEEKER, **tie})) == []


def test_a_meeting_that_is_only_planned_is_none(tmp_path: Path) -> None:
    plan = entry("2026-11-10", "lunch", planned=True, **{"with": ["ada"]})
    assert given(network(tmp_path, ada=SEEKER, grace={**KNOWER, "timeline": [plan]})) != []


def test_one_is_promised_and_then_left_out(tmp_path: Path) -> None:
    workspace = network(tmp_path, ada=SEEKER, grace=KNOWER)
    workspace.apply(plan_introduction(workspace, Introduction("ada", "grace", "a COBOL coder")))
    (promise,) = workspace.read.promises.all(contact="ada")
    assert (promise.by, promise.text, promise.due) == (
        "me",
        "introduce Grace (a COBOL coder)",
        date(2026, 11, 28),
    )
    assert given(workspace) == []


def test_one_is_logged_asked_about_and_followed(tmp_path: Path) -> None:
    workspace = network(tmp_path, ada=SEEKER, grace=KNOWER)
    workspace.apply(log_introduction(workspace, Introduction("ada", "grace", "a COBOL coder")))
    found = timeline(tmp_path, "ada")[-1]
    assert (found["kind"], found["with"], found["gave"]) == ("intro", ["grace"], ["intro"])
    (promise,) = workspace.read.promises.all(contact="ada")
    assert (promise.text, promise.due) == ("ask what came of meeting Grace", date(2026, 12, 21))
    assert given(workspace) == []
    assert introduced(workspace) == [("ada", 0)]
    workspace.undo()
    assert given(workspace) != [] and not introduced(workspace)


def test_what_came_of_it_are_the_days_on_which_both_were_seen_since(tmp_path: Path) -> None:
    both = {"with": ["grace"]}
    entries = [
        entry("2026-10-01", "intro", gave=["intro"], **both), entry("2026-09-01", "lunch", **both),
        entry("2026-10-09", "lunch", **both), entry("2026-11-02", "call", **both),
        entry("2026-11-03", "call"),
    ]  # fmt: skip
    workspace = network(tmp_path, ada={"timeline": entries}, grace={})
    assert introduced(workspace) == [("ada", 2)]
