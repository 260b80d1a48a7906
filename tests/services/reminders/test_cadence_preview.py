"""What another rhythm would mean, and what the present one is."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.services.errors import Refused
from netui.services.reminders.cadence_preview import current_rhythm, preview_rhythm
from netui.storage.state.config import Config, RhythmConfig
from tests.support.quiet_network import Network, contact, each

TODAY = date(2026, 11, 21)


def silent(name: str, days: int, times: int = 20, **more: Any) -> dict[str, Any]:
    return contact(name, each(9, times, TODAY - timedelta(days)), **more)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("3w", "quiet: 3 weeks set, 29 days past"),
        (" 8W ", "warm: 8 weeks set, 6 days left"),
        ("learn", "quiet: usually every 9 days, now 50"),
        ("ambient", "muted: seen anyway; never flagged"),
        ("off", "muted: never flagged, as you set"),
    ],
)
def test_where_a_rhythm_would_lead(tmp_path: Path, setting: str, words: str) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50, rhythm={"every": "1m", "mode": "off"})}, TODAY)
    before = network.at(TODAY).people["ada"]
    assert preview_rhythm(network.workspace, ["ada"], setting) == words
    assert network.at(TODAY).people["ada"] == before, "nothing is set by looking"


def test_of_several_how_many_would_stand_where(tmp_path: Path) -> None:
    people = {"ada": silent("Ada", 50), "bob": silent("Bob", 20), "cy": {"name": "Cy"}}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    assert preview_rhythm(network.workspace, list(people), "3w") == "1 quiet, 1 due, 1 new"
    assert preview_rhythm(network.workspace, list(people), "off") == "3 muted"


@pytest.mark.parametrize("setting", ["3", "sometimes", "", "0d"])
def test_what_is_no_rhythm_is_refused(tmp_path: Path, setting: str) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50)}, TODAY).at(TODAY)
    with pytest.raises(Refused):
        preview_rhythm(network.workspace, ["ada"], setting)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "learned, usual gap 9 d"),
        ({"rhythm": {"every": "3w"}}, "3w, usual gap 9 d"),
        ({"tags": ["london"]}, "2m for london, usual gap 9 d"),
        ({"rhythm": {"every": "3w", "mode": "ambient"}}, "ambient"),
        ({"rhythm": {"mode": "off"}}, "off"),
        ({"times": 3}, "learned"),
        ({"times": 3, "rhythm": {"every": "3w"}}, "3w"),
    ],
)
def test_the_rhythm_in_force_beside_what_is_usual(tmp_path: Path, fields: dict[str, Any], words: str) -> None:
    config = Config(rhythm=RhythmConfig(defaults={"london": "2m"}))
    network = Network(tmp_path, {"ada": silent("Ada", 50, **fields)}, TODAY, config).at(TODAY)
    assert current_rhythm(network.workspace, "ada") == words
