"""The fast paths of the contact list against the list itself."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from netui.domain.cadence.explanations import explain
from netui.domain.cadence.status import LISTED_STATES, Settings, status_of_silence
from netui.services.people import ranking as module
from netui.services.people.contact_list import ContactList
from netui.services.people.ranking import count_quiet, rank_contacts, silent_ids
from netui.storage.state.config import Config, RhythmConfig
from tests.support.app import write_network
from tests.support.quiet_network import Network, contact, each

TODAY = date(2026, 11, 21)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def everyone() -> dict[str, dict[str, object]]:
    """Someone in each state, namesakes among them."""
    people = {
        f"learned-{silence}": contact("Kim" if silence % 2 else f"Kim {silence}", each(9, 12, ago(silence)))
        for silence in (0, 1, 2, 8, 9, 15, 22, 40, 70, 200, 900)
    }
    people |= {
        f"set-{silence}": contact("Ana", [ago(silence)], rhythm={"every": "3w"}, tags=["friend"])
        for silence in (0, 18, 19, 20, 21, 22, 300)
    }
    return people | {
        "new": contact("Zed", []),
        "new-too": contact("Abe", [], rhythm={"every": "1w"}),
        "planned": contact("Cy", [TODAY + timedelta(3)]),
        "snoozed": contact("Sue", each(5, 9, ago(90)), rhythm={"snoozed_until": ago(-9)}),
        "woken": contact("Wes", each(5, 9, ago(90)), rhythm={"snoozed_until": TODAY}),
        "off": contact("Off", each(5, 9, ago(90)), rhythm={"mode": "off"}),
        "ambient": contact("Amy", [], rhythm={"mode": "ambient"}),
        "archived": contact("Arc", each(5, 9, ago(90)), archived=True),
        "died": contact("Del", each(5, 9, ago(90)), died="2024"),
        "broken": {"name": 3},
        "tagged": contact("Tag", [ago(40)], tags=["friend"]),
        "met": contact("Met", [ago(5)]),
        "met-twice": contact("Met", [ago(50), ago(40)]),
    }


@pytest.mark.parametrize("defaults", [{}, {"friend": "3w"}])
@pytest.mark.parametrize("days", [0, 1, 40])
def test_it_is_the_list_of_the_app(tmp_path: Path, defaults: dict[str, str], days: int) -> None:
    config = Config(rhythm=RhythmConfig("normal", defaults))
    network = Network(tmp_path, everyone(), TODAY, config).at(TODAY + timedelta(days))
    workspace, people = network.workspace, network.people
    listed = [(row.name, standing.state, standing.days) for row, standing in people.listed()]
    places = rank_contacts(workspace)
    words = [
        explain(*known, workspace.today, workspace.quiet)
        for _, _, _, state, _, known in places
        if state == "met"
        if known
    ]
    assert words == [explain(*person, workspace.today, workspace.quiet) for person in people.in_state("met")]
    assert [(name, state, days) for _, name, _, state, days, _ in places] == listed
    assert {state for _, _, _, state, _, known in places if known is None} <= {"warm", "new"}
    assert days or {state for _, _, _, state, _, _ in places} == set(LISTED_STATES)


@pytest.mark.parametrize("sensitivity", ["sooner", "normal", "later"])
def test_the_quiet_are_those_of_the_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sensitivity: str
) -> None:
    config = Config(rhythm=RhythmConfig(sensitivity))  # type: ignore[arg-type]
    network = Network(tmp_path, everyone(), TODAY, config).at(TODAY)
    monkeypatch.setattr(ContactList, "load", lambda *_: pytest.fail("all were read"))
    lazy = ContactList(network.workspace)
    assert network.workspace.quiet == Settings(sensitivity)  # type: ignore[arg-type]
    quiet = list(network.people.quiet())
    assert list(lazy.quiet()) == quiet and lazy.count_quiet() == len(quiet) > 2
    assert list(lazy.quiet(2)) == quiet[:2] == list(network.people.quiet(2))


def test_what_was_found_is_asked_again_only_once_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(tmp_path, everyone(), TODAY).at(TODAY)
    asked: list[str] = []
    monkeypatch.setattr(
        module, "status_of_silence", lambda one, *_: asked.append(one.id) or status_of_silence(one, *_)
    )

    def is_asked() -> bool:
        asked.clear()
        assert silent_ids(network.workspace, "quiet", 9) == [row.id for row, _ in network.people.quiet(9)]
        return bool(asked)

    assert is_asked() and not is_asked()
    network.log("learned-200", TODAY)
    assert is_asked() and not is_asked()
    write_network(tmp_path / "net", {"tagged": contact("Tag", [ago(40)], rhythm={"every": "1w"})})
    network.at(TODAY)
    assert is_asked() and not is_asked()
    assert network.at(TODAY + timedelta(3)) and is_asked() and not is_asked()
    network.workspace.undo()
    network.at(TODAY + timedelta(3))
    assert is_asked() and not is_asked()


def test_more_of_the_quiet_than_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    network = Network(tmp_path, everyone(), TODAY).at(TODAY)
    for _ in range(2):
        for limit in (1, 2, 3, None):
            found = [row.id for row, _ in network.people.quiet(limit)]
            assert silent_ids(network.workspace, "quiet", limit) == found
            due = [row.id for row, _ in network.people.drifting(limit)]
            assert silent_ids(network.workspace, "due", limit) == due
        assert count_quiet(network.workspace) == len(network.people.quiet()) > 2


def test_tags_have_their_say(tmp_path: Path) -> None:
    config = Config(rhythm=RhythmConfig("normal", {"friend": "3w"}))
    network = Network(tmp_path, everyone(), TODAY, config).at(TODAY)
    lazy = ContactList(network.workspace)
    assert "tagged" in [row.id for row, _ in lazy.quiet()]
    assert list(lazy.quiet()) == list(network.people.quiet())
    assert ContactList(network.workspace).count_quiet() == network.people.count_quiet()
