"""Edits, entries, promises and goals as batches: done, seen in the index, and taken back byte by byte."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import tomli

from netui.domain.model.changes import Batch
from netui.domain.model.entry import Entry
from netui.domain.model.goal import Milestone
from netui.services.errors import Refused
from netui.services.goals import commands as goal_commands
from netui.services.goals.progress import measure_goals, period
from netui.services.people import commands as people_commands
from netui.services.people.contact_list import ContactList
from netui.services.reminders import agenda
from netui.services.timeline import commands as timeline_commands
from netui.services.workspace import Workspace
from netui.storage.state.config import Config, Places

NOW = datetime(2026, 11, 21, 9)
ADA = """# mine
name = "Ada Lovelace"
tags = ["london"]  # where

[[date]]
what = "birthday"
on = "--12-10"

[[timeline]]
on = 2026-11-01
kind = "coffee"
text = "one"
mood = "good"

[[timeline]]
id = "shared"
on = 2026-11-10
kind = "lunch"
with = ["grace", "mary"]
text = "two"
mood = "better"
"""


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    contacts = tmp_path / "net/contacts"
    contacts.mkdir(parents=True)
    (contacts / "ada.toml").write_text(ADA)
    (contacts / "grace.toml").write_text('name = "Grace Hopper"\n')
    (contacts / "mary.toml").write_text('name = "Mary Somerville"\n')
    places = Places(tmp_path / "net", tmp_path / "state", tmp_path / "cache", tmp_path / "config.toml")
    workspace = Workspace(places, Config(), lambda: NOW)
    workspace.refresh()
    yield workspace
    workspace.close()


def text_of(ws: Workspace, ident: str, folder: str = "contacts") -> str:
    return (ws.network / folder / f"{ident}.toml").read_text()


def everything(ws: Workspace) -> dict[str, str]:
    return {str(path): path.read_text() for path in sorted(ws.network.glob("[cg]*/*.toml"))}


def entry_named(ws: Workspace, text: str) -> Entry:
    return next(entry for entry in ws.read.timeline("ada") if entry.text == text)


BATCHES: dict[str, Callable[[Workspace], Batch]] = {
    "add": lambda ws: people_commands.add_contact(ws, "Zoe", tags=["x"], more={"met": {"where": "PyCon"}})[1],
    "tag": lambda ws: people_commands.tag_contacts(ws, ["ada", "grace"], ["x"], ["london"]),
    "rename": lambda ws: people_commands.rename_contact(ws, "ada", "Ada King"),
    "archive": lambda ws: people_commands.archive_contacts(ws, ["ada", "grace"]),
    "snooze": lambda ws: people_commands.snooze_contacts(ws, ["ada", "grace"], date(2026, 12, 1)),
    "rhythm": lambda ws: people_commands.set_rhythm(ws, ["ada", "grace"], "3w"),
    "reviewed": lambda ws: people_commands.mark_reviewed(ws, ["ada"]),
    "remove": lambda ws: people_commands.remove_contacts(ws, ["ada"]),
    "remove two": lambda ws: people_commands.remove_contacts(ws, ["ada", "grace"]),
    "entry": lambda ws: timeline_commands.add_entry(
        ws, Entry(id="", on=date(2026, 11, 2), kind="call", contact="ada")
    )[1],
    "edit entry": lambda ws: timeline_commands.edit_entry(
        ws, entry_named(ws, "two"), entry_named(ws, "two")._replace(text="three", with_=("mary",))
    ),
    "edit entry without id": lambda ws: timeline_commands.edit_entry(
        ws, entry_named(ws, "one"), entry_named(ws, "one")._replace(on=datetime(2026, 11, 1, 12, 30))
    ),
    "move entry": lambda ws: timeline_commands.edit_entry(
        ws, entry_named(ws, "two"), entry_named(ws, "two")._replace(contact="grace", with_=("mary",))
    ),
    "remove entry": lambda ws: timeline_commands.remove_entry(ws, entry_named(ws, "one")),
    "promise": lambda ws: timeline_commands.add_promise(ws, "ada", "send it", due=date(2026, 12, 1))[1],
    "goal": lambda ws: goal_commands.add_goal(ws, "A CTO role", count="kind:coffee", target=3)[1],
}


@pytest.mark.parametrize("name", BATCHES)
def test_every_batch_is_done_and_taken_back(ws: Workspace, name: str) -> None:
    before = everything(ws)
    done = ws.apply(BATCHES[name](ws))
    after = everything(ws)
    assert done.files and after != before
    for text in after.values():
        tomli.loads(text)
    if "remove" not in name:
        assert text_of(ws, "ada").startswith("# mine\n")
    ws.undo()
    assert everything(ws) == before
    ws.redo()
    assert everything(ws) == after
    fresh = Workspace(ws.places._replace(cache=ws.places.cache / "other"), Config(), lambda: NOW)
    fresh.refresh()
    assert sorted(fresh.read.contact_rows()) == sorted(ws.read.contact_rows())
    fresh.close()


def test_deleting_hands_shared_entries_to_the_next_one_there(ws: Workspace) -> None:
    ws.apply(people_commands.remove_contacts(ws, ["ada"]))
    (entry,) = ws.read.timeline("grace")
    assert (entry.contact, entry.with_, entry.id) == ("grace", ("mary",), "shared")
    assert 'mood = "better"' in text_of(ws, "grace") and ws.read.timeline("mary")[0].contact == "grace"
    ws.undo()
    ws.apply(people_commands.remove_contacts(ws, ["ada", "grace"]))
    assert ws.read.timeline("mary")[0].with_ == ()
    ws.undo()
    ws.apply(people_commands.remove_contacts(ws, ["ada", "grace", "mary"]))
    assert ws.read.count() == 0


def test_an_entry_that_moves_keeps_keys_of_others(ws: Workspace) -> None:
    ws.apply(BATCHES["move entry"](ws))
    (moved,) = tomli.loads(text_of(ws, "grace"))["timeline"]
    assert moved == {"id": "shared", "on": date(2026, 11, 10), "kind": "lunch", "with": ["mary"],
                     "text": "two", "mood": "better"}  # fmt: skip


def test_only_what_differs_is_touched(ws: Workspace) -> None:
    ws.apply(BATCHES["edit entry"](ws))
    assert text_of(ws, "ada") == ADA.replace('"two"', '"three"').replace('["grace", "mary"]', '["mary"]')
    entry = entry_named(ws, "three")
    assert timeline_commands.edit_entry(ws, entry, entry).changes == ()


def test_promises_are_kept_opened_and_changed(ws: Workspace) -> None:
    ident, batch = timeline_commands.add_promise(ws, "ada", "send it", goal="cto")
    ws.apply(batch)
    (promise,) = ws.read.promise(ident)
    assert (promise.by, promise.made, promise.goal) == ("me", date(2026, 11, 21), "cto")
    ws.apply(timeline_commands.tick_promise(ws, promise))
    assert ws.read.promises() == []
    ws.apply(timeline_commands.untick_promise(ws, ws.read.promise(ident)[0]))
    ws.apply(
        timeline_commands.edit_promise(ws, promise, promise._replace(text="send all", due=date(2026, 12, 1)))
    )
    assert [p.text for p in agenda.near_promises(ws)] == ["send all"]
    ws.apply(timeline_commands.remove_promise(ws, ws.read.promise(ident)[0]))
    assert ws.read.promises() == []
    with pytest.raises(Refused):
        timeline_commands.add_promise(ws, "ada", " ")


def test_what_is_refused_says_why(ws: Workspace) -> None:
    for wrong, said in (
        (lambda: people_commands.add_contact(ws, "\n"), "name"),
        (lambda: people_commands.set_rhythm(ws, ["ada"], "often"), "3w"),
        (lambda: people_commands.set_rhythm(ws, ["ada"], "99999y"), "longer than a life"),
        (lambda: goal_commands.add_goal(ws, "G", count="rol:x"), "column"),
        (lambda: goal_commands.set_goal_status(ws, "g", "going"), "active, reached, dropped"),
        (lambda: goal_commands.update_goal(ws, "g", {"measure.per": "day"}), "week"),
    ):
        with pytest.raises(Refused, match=said):
            wrong()


# ---------------------------------------------------------------------- goals


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
    ws.apply(goal_commands.tick_milestone(ws, ident, step))
    assert measure_goals(ws, ContactList(ws).load())[0].goal.milestones[0].done == date(2026, 11, 21)
    ws.apply(goal_commands.tick_milestone(ws, ident, Milestone(text="CV rewritten", done=date(2026, 11, 21))))
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
