"""Commands as batches: done, seen in the index, and taken back byte by byte."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
import tomli

from netui.domain.cadence.model import Rhythm
from netui.domain.model.changes import Batch
from netui.domain.model.entry import Entry
from netui.services.errors import Refused
from netui.services.goals import commands as goal_commands
from netui.services.people import commands as people_commands
from netui.services.timeline import commands as timeline_commands
from netui.services.workspace import Workspace
from netui.storage.state.config import Config
from tests.support.quiet_network import Network
from tests.support.three_contacts import NOW, entry_named, everything, text_of

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


TODAY = date(2026, 11, 21)


def file_of(network: Network, ident: str) -> dict[str, Any]:
    return tomli.loads((network.base / f"net/contacts/{ident}.toml").read_text())


Act = Callable[[Workspace, list[str]], Batch]


ACTS: list[tuple[Act, str, str, str]] = [
    (lambda w, i: people_commands.mark_reviewed(w, i), "reviewed", "", "reviewed Ada and Bob"),
    (
        lambda w, i: people_commands.mark_reviewed(w, i, "attempt"),
        "attempt",
        "",
        "tried to reach Ada and Bob",
    ),
    (lambda w, i: people_commands.mark_reviewed(w, i, "skip"), "skip", "", "skipped Ada and Bob"),
    (lambda w, i: people_commands.mute_contacts(w, i), "reviewed", "let go", "let Ada and Bob go"),
    (
        lambda w, i: people_commands.set_rhythm(w, i, "3W"),
        "reviewed",
        "rhythm: 3w",
        "rhythm of Ada and Bob: 3w",
    ),
    (
        lambda w, i: people_commands.set_rhythm(w, i, "off"),
        "reviewed",
        "rhythm: never flagged",
        "rhythm of Ada and Bob: never flagged",
    ),
    (
        lambda w, i: people_commands.snooze_contacts(w, i, date(2026, 12, 24)),
        "snooze",
        "until 2026-12-24",
        "snoozed Ada and Bob until Thu 24 Dec 2026",
    ),
]


@pytest.mark.parametrize(("act", "kind", "text", "label"), ACTS)
def test_each_act_is_an_entry_that_is_no_contact_and_is_in_history(
    network: Network, act: Act, kind: str, text: str, label: str
) -> None:
    before = {ident: (network.base / f"net/contacts/{ident}.toml").read_bytes() for ident in ("ada", "bob")}
    learned = Rhythm.of(network.people["ada"].row)
    done = network.workspace.apply(act(network.workspace, ["ada", "bob"]))
    network.took(done)
    for ident in ("ada", "bob"):
        item = file_of(network, ident)["timeline"][-1]
        assert (item["kind"], item.get("text", ""), item["on"]) == (kind, text, TODAY)
        assert Rhythm.of(network.people[ident].row) == learned
    assert done.label == label
    assert network.workspace.store.history()[0].label == label
    network.took(network.workspace.undo())
    assert {i: (network.base / f"net/contacts/{i}.toml").read_bytes() for i in before} == before
    network.assert_nothing_drifted()


def test_let_go_and_taken_up_again(network: Network) -> None:
    network.took(network.workspace.apply(people_commands.mute_contacts(network.workspace, ["bob"])))
    assert network.state("bob") == "muted"
    assert file_of(network, "bob")["rhythm"] == {"every": "3w", "mode": "off"}
    network.took(network.workspace.apply(people_commands.set_rhythm(network.workspace, ["bob"], "learn")))
    assert network.state("bob") == "quiet"
    assert "every" not in file_of(network, "bob").get("rhythm", {})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1w", date(2026, 11, 28)),
        ("1m", date(2026, 12, 21)),
        ("12 jan", date(2027, 1, 12)),
        ("fri", date(2026, 11, 27)),
        (" Off ", None),
        ("wake", None),
    ],
)
def test_a_snooze_is_said_in_words(network: Network, text: str, day: date | None) -> None:
    assert people_commands.parse_wake_day(network.workspace, text) == day


@pytest.mark.parametrize("text", ["today", "2026-11-21", "2026-11-20", "yesterday", "whenever", ""])
def test_a_snooze_that_does_not_end_ahead_is_refused(network: Network, text: str) -> None:
    with pytest.raises(Refused):
        people_commands.parse_wake_day(network.workspace, text)


def test_seen_anyway_leaves_what_was_set_for_later(network: Network) -> None:
    network.took(network.workspace.apply(people_commands.set_rhythm(network.workspace, ["bob"], "ambient")))
    assert file_of(network, "bob")["rhythm"] == {"every": "3w", "mode": "ambient"}
    network.took(network.workspace.apply(people_commands.set_rhythm(network.workspace, ["bob"], "5w")))
    assert file_of(network, "bob")["rhythm"] == {"every": "5w"}
