"""One goal in full: who matches, who could lead to them, who has which part; and its changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netui.domain.model.goal import Audience, Goal, Measure, Milestone
from netui.services.errors import Refused
from netui.services.goals.commands import set_goal_status, tick_milestone
from netui.services.goals.detail import GoalDetail, Lead, build_goal_detail
from netui.services.goals.progress import find_goal, measure_goal
from netui.services.people.conflicts import list_conflicts
from netui.services.people.contact_list import ContactList
from netui.services.timeline.form_commands import (
    edit_audience_fields,
    edit_goal_fields,
    edit_milestone_fields,
)
from netui.services.timeline.promise_lines import add_milestone_of, parse_milestone
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network

CONTACTS = {
    "cto-one": {"name": "Cto One", "title": "CTO", "met": {"via": "opener"}},
    "cto-two": {
        "name": "Cto Two", "title": "CTO", "related": [{"who": "opener", "as": "sister"}],
        "timeline": [entry("2026-11-02", "lunch", goals=["cto"], **{"with": ["friend", "cto-one"]})],
    },
    "cto-away": {"name": "Cto Away", "title": "CTO", "archived": True, "met": {"via": "stranger"}},
    "opener": {
        "name": "Opener", "goals": ["cto"],
        "promise": [{"id": "p1", "by": "me", "text": "Thank her", "goal": "cto"}],
        "opportunity": [{"id": "o1", "kind": "job", "text": "Board seat", "goal": "cto"}],
    },
    "friend": {"name": "Friend"},
    "stranger": {"name": "Stranger"},
}  # fmt: skip
GOAL = {
    "title": "A CTO role", "due": date(2027, 3, 31),
    "measure": {"count": "kind:lunch ^cto", "target": 12},
    "audience": [{"who": "CTOs", "match": "title:cto", "want": 5}, {"who": "?", "match": "is:nonsense"}],
    "milestone": [{"text": "CV rewritten"}],
}  # fmt: skip


CTO = Goal(id="cto", title="A CTO role")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    write_network(tmp_path / "net", CONTACTS, {"cto": GOAL})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    return workspace


@pytest.fixture
def detail(workspace: Workspace) -> GoalDetail:
    found = build_goal_detail(workspace, ContactList(workspace).load(), "cto")
    assert found is not None
    return found


def test_an_audience_names_who_matches_and_who_could_lead_to_more(detail: GoalDetail) -> None:
    audience = detail.audiences[0]
    assert {row.id for row in audience.people} == {"cto-one", "cto-two"}
    assert audience.leads == (Lead("opener", 2, 0), Lead("friend", 0, 2))


def test_who_could_lead_to_more_is_named_only_while_more_are_wanted(tmp_path: Path) -> None:
    for want, named in ((2, False), (3, True), (0, True)):
        base = tmp_path / str(want)
        goal = {"title": "CTOs", "audience": [{"who": "CTOs", "match": "title:cto", "want": want}]}
        write_network(base / "net", CONTACTS, {"cto": goal})
        workspace = open_workspace(base)
        workspace.refresh()
        found = build_goal_detail(workspace, ContactList(workspace).load(), "cto")
        assert found is not None
        assert bool(found.audiences[0].leads) is named, want
        workspace.close()


def test_parts_are_made_as_they_are_looked_at(detail: GoalDetail) -> None:
    assert [part.id for part in detail.people] == [detail.people[at].id for at in range(len(detail.people))]
    assert list(detail.people[1:3]) == list(detail.people)[1:3]
    assert len(detail.people[:1]) == 1


def test_what_a_form_says_wrongly_is_refused_by_the_name_of_its_field(workspace: Workspace) -> None:
    wrong = {
        "count": {"measure.count": "knd:x"}, "target": {"measure.target": "-3"}, "due": {"due": "some day"},
        "per": {"measure.per": "day"}, "status": {"status": "won"},
    }  # fmt: skip
    for name, changed in wrong.items():
        with pytest.raises(Refused, match=rf"^{name}: "):
            edit_goal_fields(workspace, find_goal(workspace, "cto"), changed)
    for changed in ({"who": "X", "match": ""}, {"who": "X", "match": "knd:x"}):
        with pytest.raises(Refused, match=r"^match: "):
            edit_audience_fields(workspace, CTO, Audience(who="", match=""), changed)


def test_a_target_alone_counts_what_names_the_goal(workspace: Workspace) -> None:
    workspace.apply(edit_goal_fields(workspace, None, {"title": "Sail", "measure.target": "3"}))
    found = find_goal(workspace, "sail")
    assert found is not None and found.measure == Measure(count="^sail", target=3)
    workspace.apply(edit_goal_fields(workspace, None, {"title": "Row"}))
    workspace.apply(
        edit_goal_fields(
            workspace, find_goal(workspace, "row"), {"measure.target": "2", "measure.per": "month"}
        )
    )
    found = find_goal(workspace, "row")
    assert found is not None and found.measure == Measure(count="^row", target=2, per="month")
    workspace.apply(edit_goal_fields(workspace, find_goal(workspace, "cto"), {"measure.target": "9"}))
    found = find_goal(workspace, "cto")
    assert found is not None and found.measure == Measure(count="kind:lunch ^cto", target=9)


def test_of_what_is_behind_no_pace_is_told(workspace: Workspace) -> None:
    people = ContactList(workspace).load()
    before, _ = measure_goal(workspace, people, "cto")
    assert before is not None and before.needed and before.pace
    workspace.apply(set_goal_status(workspace, "cto", "dropped"))
    after, _ = measure_goal(workspace, people, "cto")
    assert after is not None and after.done == before.done
    assert (after.pace, after.needed, after.forecast) == ("", None, None)


def test_an_audience_that_cannot_be_read_says_so_and_names_nobody(detail: GoalDetail) -> None:
    assert detail.audiences[1].coverage.error
    assert detail.audiences[1].people == detail.audiences[1].leads == ()


def test_everyone_has_a_part(detail: GoalDetail) -> None:
    parts = {part.id: (part.entries, part.audience, part.linked) for part in detail.people}
    assert parts == {
        "cto-one": (1, "CTOs", False),
        "cto-two": (1, "CTOs", False),
        "friend": (1, "", False),
        "opener": (0, "", True),
    }


def test_what_was_promised_and_what_may_come_of_it(detail: GoalDetail) -> None:
    assert [p.text for p in detail.promises] == ["Thank her"]
    assert [o.text for o in detail.opportunities] == ["Board seat"]
    assert detail.periods == (0,) * 11 + (1,)


def test_no_such_goal_is_none(workspace: Workspace) -> None:
    assert build_goal_detail(workspace, ContactList(workspace).load(), "nothing") is None


def test_a_milestone_is_added_as_it_is_said_and_changed(workspace: Workspace) -> None:
    for line in ("Ten talks by 12 dec", "Stand by me"):
        workspace.apply(add_milestone_of(workspace, "cto", parse_milestone(workspace, line)))
    found = find_goal(workspace, "cto")
    assert found is not None
    assert [(m.text, m.due) for m in found.milestones] == [
        ("CV rewritten", None), ("Ten talks", date(2026, 12, 12)), ("Stand by me", None),
    ]  # fmt: skip
    workspace.apply(
        edit_milestone_fields(workspace, found, found.milestones[1], {"text": "Twelve talks", "due": ""})
    )
    again = find_goal(workspace, "cto")
    assert again is not None
    assert again.milestones[1] == Milestone(text="Twelve talks")


def test_what_two_rename_from_the_same_text_stays_one_and_both_are_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    goal = find_goal(workspace, "cto")
    assert goal is not None
    step, audience = goal.milestones[0], goal.audiences[0]
    workspace.apply(edit_milestone_fields(workspace, goal, step, {"text": "CV sent"}))
    workspace.apply(edit_audience_fields(workspace, goal, audience, {"match": "title:cto,vp"}))
    for change in (
        edit_milestone_fields(workspace, goal, step, {"text": "CV printed"}),
        edit_audience_fields(workspace, goal, audience, {"match": "title:chief"}),
    ):
        assert [clash.is_kept for clash in workspace.apply(change).clashes] == [True]
    workspace.apply(tick_milestone(workspace, goal, step))
    found = find_goal(workspace, "cto")
    assert found is not None
    assert found.milestones == (Milestone(text="CV sent", done=workspace.today),)
    assert [each.match for each in found.audiences] == ["title:cto,vp", "is:nonsense"]
    assert [(each.value, each.other) for each in found.conflicts] == [
        ("CV sent", "CV printed"), ("title:cto,vp", "title:chief"),
    ]  # fmt: skip
    assert [each.what for each in list_conflicts(workspace)] == [
        "text of the milestone: CV sent", "match of the audience: CTOs",
    ]  # fmt: skip


def test_an_audience_is_added_and_changed_and_its_query_checked(workspace: Workspace) -> None:
    empty = Audience(who="", match="")
    workspace.apply(edit_audience_fields(workspace, CTO, empty, {"match": "#investor", "want": "3"}))
    found = find_goal(workspace, "cto")
    assert found is not None
    added = found.audiences[-1]
    assert added == Audience(who="#investor", match="#investor", want=3)
    workspace.apply(edit_audience_fields(workspace, found, added, {"who": "Investors", "want": ""}))
    again = find_goal(workspace, "cto")
    assert again is not None
    assert again.audiences[-1] == replace(added, who="Investors", want=0)
    for wrong in ({"match": "is:nonsense"}, {"match": "#a", "want": "many"}):
        with pytest.raises(Refused):
            edit_audience_fields(workspace, CTO, empty, wrong)
