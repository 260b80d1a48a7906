"""Acting on a silence: what each act writes, that it is no contact, and that it can be undone."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import tomli

from netui.domain.cadence.model import Rhythm
from netui.domain.model.changes import Batch
from netui.services.errors import Refused
from netui.services.people import commands as people_commands
from netui.services.workspace import Workspace
from tests.support.quiet_network import Network, contact, each

TODAY = date(2026, 11, 21)


@pytest.fixture
def network(tmp_path: Path) -> Network:
    quiet = each(9, 20, TODAY - timedelta(50))
    people = {
        "ada": contact("Ada", quiet, emails=["ada@x.example"], phones=[{"value": "+351 1", "label": "work"}]),
        "bob": contact("Bob", quiet, rhythm={"every": "3w"}),
    }
    return Network(tmp_path, people, TODAY).at(TODAY)


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
        "snoozed Ada and Bob until 2026-12-24",
    ),
]


@pytest.mark.parametrize(("act", "kind", "text", "label"), ACTS)
def test_each_act_stands_in_the_timeline_apart_from_contact_and_in_history(
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
