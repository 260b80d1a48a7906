"""Placing new people: who waits for it, and what is written."""

from datetime import date
from pathlib import Path

import pytest

from netui.services.cadence.placement import place_contact, unplaced_contacts
from netui.storage.state.config import Config, RhythmConfig
from tests.support.quiet_network import Network, contact, each

TODAY = date(2026, 11, 21)


def network(base: Path) -> Network:
    people = {
        "zoe": {"name": "zoe"}, "ada": {"name": "Ada"}, "met": contact("Met", each(9, 2, TODAY)),
        "known": contact("Known", each(9, 3, TODAY)), "set": {"name": "Set", "rhythm": {"every": "3w"}},
        "seen": {"name": "Seen", "rhythm": {"mode": "ambient"}}, "gone": {"name": "Gone", "archived": True},
        "dead": {"name": "Dead", "died": "2024"}, "broken": {"name": 3},
        "mentor": {"name": "M", "roles": ["mentor"]},
    }  # fmt: skip
    config = Config(rhythm=RhythmConfig(defaults={"mentor": "6w"}))
    return Network(base, people, TODAY, config).at(TODAY)


def test_those_of_whom_nothing_tells_how_often_wait_for_it(tmp_path: Path) -> None:
    assert unplaced_contacts(network(tmp_path).workspace) == ["met", "ada", "zoe"]


@pytest.mark.parametrize(
    ("setting", "written", "state"),
    [
        ("3w", 'every = "3w"', "new"), ("learn", 'mode = "regular"', "new"),
        ("ambient", 'mode = "ambient"', "muted"), ("off", 'mode = "off"', "muted"),
    ],
)  # fmt: skip
def test_one_key_writes_a_rhythm_and_nothing_else(
    tmp_path: Path, setting: str, written: str, state: str
) -> None:
    net = network(tmp_path)
    path = tmp_path / "net/contacts/ada.toml"
    before = path.read_text()
    net.took(net.workspace.apply(place_contact(net.workspace, "ada", setting)))
    assert path.read_text() == f"{before}\n[rhythm]\n{written}\n"
    assert net.state() == state and unplaced_contacts(net.workspace) == ["met", "zoe"]
    net.workspace.apply(place_contact(net.workspace, "ada", "1y"))
    assert path.read_text() == f'{before}\n[rhythm]\nevery = "1y"\n'
    net.workspace.undo()
    net.workspace.undo()
    assert path.read_text() == before
