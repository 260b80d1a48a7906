"""Conflicts are listed with both texts, and each choice settles one as a single step of undo."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from netui.domain.model.changes import CONTACTS, GOALS, Batch, FileId, SetValue
from netui.domain.model.conflict import Clash
from netui.domain.query.parser import parse
from netui.services.check.check import check
from netui.services.dedupe.merge import plan_merge
from netui.services.editor.external_editor import save_edited
from netui.services.errors import Conflict, Refused
from netui.services.goals.progress import find_goal
from netui.services.people.conflicts import (
    BOTH,
    FILE,
    OTHER,
    OpenConflict,
    list_conflicts,
    settle_by_text,
    settle_conflict,
)
from netui.services.people.contact_list import ContactList
from netui.services.people.set_field import set_field
from netui.services.timeline.commands import edit_entry, remove_entry, tick_promise
from netui.services.timeline.form_commands import edit_goal_fields
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network

ADA = FileId(CONTACTS, "ada")
TODAY = date(2026, 11, 21)
ENTRY = "timeline.261119call.text"


def clash(key: str, other: Any, value: Any = "") -> dict[str, Any]:
    return {"key": key, "value": value, "other": other, "on": TODAY}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    ada = {
        "name": "Ada King", "org": "Engines", "tags": ["maths"], "notes": "Horses.\n", "met": {"on": "2024"},
        "promise": [{"id": "p1", "by": "me", "text": "Send it"}],
        "conflict": [clash("org", "Initech", "Engines"), clash(ENTRY, "Of boats.", "Of horses.")],
        "timeline": [entry("2026-11-19", "call", "Of horses.")],
    }  # fmt: skip
    goal = {"title": "Talks", "why": "Joy", "conflict": [clash("why", "Fame", "Joy")]}
    write_network(tmp_path / "net", {"ada": ada, "bo": {"name": "Bo"}}, {"talks": goal})
    found = open_workspace(tmp_path)
    found.refresh()
    return found


def text(workspace: Workspace, file: FileId = ADA) -> str:
    return workspace.store.read(file).decode()


def document(workspace: Workspace, file: FileId = ADA) -> dict[str, Any]:
    return tomli.loads(text(workspace, file))


def open_conflict(workspace: Workspace, key: str) -> OpenConflict:
    return next(each for each in list_conflicts(workspace) if each.key == key)


def test_all_are_listed_with_both_texts_and_whose_they_are(workspace: Workspace) -> None:
    found = [(c.file, c.key, c.whose, c.what, c.value, c.other, c.on) for c in list_conflicts(workspace)]
    assert found == [
        (ADA, "org", "Ada King", "org", "Engines", "Initech", TODAY),
        (ADA, ENTRY, "Ada King", "text of the call of Thu 19 Nov 2026", "Of horses.", "Of boats.", TODAY),
        (FileId(GOALS, "talks"), "why", "Talks", "why", "Joy", "Fame", TODAY),
    ]
    assert [c.key for c in list_conflicts(workspace, ADA)] == ["org", ENTRY]


def test_who_has_one_is_found_by_the_query(workspace: Workspace) -> None:
    people = ContactList(workspace).load()
    assert [p.row.id for p in people.listed(parse("is:conflict"))] == ["ada"]
    assert [p.row.id for p in people.listed(parse("-is:conflict"))] == ["bo"]


@pytest.mark.parametrize(
    ("key", "choice", "stands"),
    [
        ("org", FILE, "Engines"), ("org", OTHER, "Initech"), ("org", BOTH, "Engines / Initech"),
        (ENTRY, FILE, "Of horses."), (ENTRY, OTHER, "Of boats."), (ENTRY, BOTH, "Of horses. / Of boats."),
    ],
)  # fmt: skip
def test_each_choice_is_one_step_of_undo(workspace: Workspace, key: str, choice: str, stands: str) -> None:
    before = text(workspace)
    done = workspace.apply(settle_conflict(workspace, open_conflict(workspace, key), choice))
    assert done.clashes == ()
    assert [each["key"] for each in document(workspace)["conflict"]] == [{"org": ENTRY, ENTRY: "org"}[key]]
    found = document(workspace)
    assert (found["org"] if key == "org" else found["timeline"][0]["text"]) == stands
    workspace.undo()
    assert text(workspace) == before


def test_a_goals_conflict_is_settled_too(workspace: Workspace) -> None:
    workspace.apply(settle_conflict(workspace, open_conflict(workspace, "why"), BOTH))
    found = document(workspace, FileId(GOALS, "talks"))
    assert found["why"] == "Joy\n\nFame\n" and "conflict" not in found


def test_a_new_text_is_held_to_what_the_field_may_be(workspace: Workspace) -> None:
    workspace.apply(Batch("x", (SetValue(ADA, ("met", "on"), "2023", ("2022",)),)))
    met = open_conflict(workspace, "met.on")
    assert (met.value, met.other, met.both) == ("2024", "2023", None)
    with pytest.raises(Refused, match="holds only one"):
        settle_conflict(workspace, met, BOTH)
    with pytest.raises(Refused, match="date"):
        settle_by_text(workspace, met, "soon")
    workspace.apply(settle_by_text(workspace, met, "2024-05"))
    assert document(workspace)["met"]["on"] == "2024-05"
    workspace.apply(settle_by_text(workspace, open_conflict(workspace, ENTRY), "Of both."))
    assert document(workspace)["timeline"][0]["text"] == "Of both."


def test_what_is_settled_already_is_not_settled_again(workspace: Workspace) -> None:
    org = open_conflict(workspace, "org")
    batch = settle_conflict(workspace, org, OTHER)
    workspace.apply(settle_conflict(workspace, org, FILE))
    with pytest.raises(Conflict):
        workspace.apply(batch)
    assert document(workspace)["org"] == "Engines"


def test_the_other_text_of_a_deleted_entry_can_only_be_dropped(workspace: Workspace) -> None:
    held = workspace.read.entry("ada", "261119call")
    assert held is not None
    workspace.apply(remove_entry(workspace, held))
    orphan = open_conflict(workspace, ENTRY)
    assert orphan.value is None and orphan.place is None
    with pytest.raises(Refused, match="no longer there"):
        settle_conflict(workspace, orphan, OTHER)
    workspace.apply(settle_conflict(workspace, orphan, FILE))
    assert [each["key"] for each in document(workspace)["conflict"]] == ["org"]


# ---------------------------------------------------------------------- where they come from


def test_two_forms_of_one_contact(workspace: Workspace) -> None:
    seen = workspace.read.head("ada")
    workspace.apply(set_field(workspace, "ada", "title", "Boss", seen))
    workspace.apply(set_field(workspace, "ada", "tags", "maths, rome", seen))
    done = workspace.apply(set_field(workspace, "ada", "title", "Chief", seen))
    workspace.apply(set_field(workspace, "ada", "tags", "chess", seen))
    workspace.apply(set_field(workspace, "ada", "birthday", "12-10", seen))
    again = workspace.apply(set_field(workspace, "ada", "birthday", "12-11", seen))
    found = document(workspace)
    assert found["title"] == "Boss" and found["tags"] == ["rome", "chess"]
    assert found["date"] == [{"what": "birthday", "on": "--12-10"}]
    assert [clash.key for clash in (*done.clashes, *again.clashes)] == ["title", "date.birthday.on"]
    assert [(c["key"], c["other"]) for c in found["conflict"][2:]] == [
        ("title", "Chief"), ("date.birthday.on", "--12-11"),
    ]  # fmt: skip
    workspace.apply(settle_conflict(workspace, open_conflict(workspace, "date.birthday.on"), OTHER))
    assert document(workspace)["date"] == [{"what": "birthday", "on": "--12-11"}]


def test_two_edits_of_one_entry_that_also_moves(workspace: Workspace) -> None:
    seen = workspace.read.entry("ada", "261119call")
    (promise,) = workspace.read.promises.all(contact="ada")
    assert seen is not None
    workspace.apply(edit_entry(workspace, seen, seen._replace(text="One", place="Rome")))
    workspace.apply(edit_entry(workspace, seen, seen._replace(text="Two", contact="bo", tags=("x",))))
    assert "timeline" not in document(workspace)
    found = document(workspace, FileId(CONTACTS, "bo"))
    (moved,) = found["timeline"]
    assert (moved["text"], moved["place"], moved["tags"]) == ("One", "Rome", ["x"])
    assert [(c["key"], c["other"]) for c in found["conflict"]] == [(ENTRY, "Two")]
    workspace.apply(tick_promise(workspace, promise, date(2026, 11, 20)))
    assert workspace.apply(tick_promise(workspace, promise)).clashes[0].key == "promise.p1.done"


def test_an_editor_and_another_program(workspace: Workspace) -> None:
    base = text(workspace)
    foreign = base.replace('org = "Engines"', 'org = "Globex"').replace('"maths"', '"maths", "rome"')
    (workspace.network / "contacts/ada.toml").write_text(foreign, encoding="utf-8")
    typed = base.replace('org = "Engines"', 'org = "Acme"').replace('"maths"', '"chess"')
    done = save_edited(workspace, ADA, base, typed.replace("Horses.", "Boats."))
    found = document(workspace)
    assert (found["org"], found["tags"], found["notes"]) == ("Globex", ["rome", "chess"], "Boats.\n")
    assert [(c["key"], c["other"]) for c in found["conflict"]][2:] == [("org", "Acme")]
    assert done.clashes == (Clash(ADA, "org", is_kept=True),)


def test_two_forms_of_one_goal(workspace: Workspace) -> None:
    seen = find_goal(workspace, "talks")
    workspace.apply(edit_goal_fields(workspace, seen, {"title": "Talk", "measure.target": "3"}))
    workspace.apply(edit_goal_fields(workspace, seen, {"title": "Speak", "due": "1 mar"}))
    found = document(workspace, FileId(GOALS, "talks"))
    assert (found["title"], found["due"], found["measure"]["target"]) == ("Talk", date(2027, 3, 1), 3)
    workspace.apply(settle_by_text(workspace, open_conflict(workspace, "title"), "Talk and speak"))
    assert document(workspace, FileId(GOALS, "talks"))["title"] == "Talk and speak"


def test_it_outlives_a_merge_and_is_valid(workspace: Workspace) -> None:
    workspace.apply(plan_merge(workspace, "bo", "ada").batch)
    found = document(workspace, FileId(CONTACTS, "bo"))
    assert [each["key"] for each in found["conflict"]] == ["org", ENTRY]
    assert list(check(workspace).problems) == []
