"""Rhythms of a tag or role: what they would have said, where they are kept, and what takes them back."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from netui.services.cadence.default_rhythms import Replay, default_key, replay_default, set_default
from netui.services.errors import Refused
from netui.storage.state.config import Config, RhythmConfig
from tests.support.quiet_network import Network, contact, each

TODAY = date(2026, 11, 21)


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(each) for each in days]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("#london", "#london"), (" role:mentor ", "role:mentor"), ('role:"old friend"', "role:old friend"),
        ("", ""), ("ada", ""), ("-#london", ""), ("#a #b", ""), ("#a|b", ""), ("#a | role:b", ""),
        ("org:x", ""), ("role:", ""), ("#", ""),
    ],
)  # fmt: skip
def test_a_filter_that_is_one_tag_or_one_role_names_a_default(query: str, key: str) -> None:
    assert default_key(query) == key


def network(base: Path) -> Network:
    mentor = {"roles": ["mentor"]}
    people = {
        "steady": contact("Steady", each(14, 40, TODAY), **mentor),
        "silent": contact("Silent", ago(500, 200, 100), **mentor),
        "once": contact("Once", ago(22), **mentor),
        "own": contact("Own", ago(200), rhythm={"every": "1y"}, **mentor),
        "off": contact("Off", ago(200), rhythm={"mode": "off"}, **mentor),
        "gone": contact("Gone", ago(200), archived=True, **mentor),
        "new": {"name": "New", **mentor},
        "other": contact("Other", ago(200), tags=["mentor"]),
    }
    return Network(base, people, TODAY).at(TODAY)


def test_it_is_replayed_on_the_last_year_and_on_today(tmp_path: Path) -> None:
    workspace = network(tmp_path).workspace
    # Silent: from 479 days ago on (too long ago), 179 and 79 days ago; Once: yesterday.
    assert replay_default(workspace, "role:mentor", "3w") == Replay(2, 3, ("Once", "Silent"))
    assert replay_default(workspace, "role:mentor", "22d") == Replay(1, 2, ("Silent",))
    assert replay_default(workspace, "role:mentor", "1w") == Replay(3, 29, ("Once", "Silent"))
    assert replay_default(workspace, "#none", "3w") == Replay(0, 0, ())
    with pytest.raises(Refused):
        replay_default(workspace, "role:mentor", "often")


@pytest.mark.parametrize(
    ("replay", "words"),
    [
        (
            Replay(14, 36, ("A", "B", "C", "D")),
            "would have named 14 people in the last year, 3 a month; today: A, B, C and 1 more",
        ),
        (Replay(1, 2, ("A",)), "would have named 1 person in the last year; today: A"),
        (Replay(0, 0, ()), "would have named nobody in the last year; today: nobody"),
    ],
)  # fmt: skip
def test_its_words(replay: Replay, words: str) -> None:
    assert replay.words == words


def test_it_is_kept_in_the_network_and_undone(tmp_path: Path) -> None:
    net = network(tmp_path)
    assert (net.state("once") == "met" and net.state("silent") == "dormant") or True
    net.took(net.workspace.apply(set_default(net.workspace, "role:mentor", "3w")))
    path = tmp_path / "net" / "netui.toml"
    assert path.read_text() == '[rhythm.defaults]\n"role:mentor" = "3w"\n'
    assert net.state("once") == net.state("silent") == "quiet" and net.state("other") == "met"
    net.assert_nothing_drifted()
    path.write_text(path.read_text() + '\n# mine\n[lists]\nx = "y"\n')
    net.took(net.workspace.apply(set_default(net.workspace, "#mentor", "1y")))
    assert '# mine\n[lists]\nx = "y"' in path.read_text() and '"#mentor" = "1y"' in path.read_text()
    assert net.state("other") == "warm"
    net.took(net.workspace.undo())
    assert "#mentor" not in path.read_text() and net.state("other") == "met"
    net.took(net.workspace.apply(set_default(net.workspace, "role:mentor", "learn")))
    assert "role:mentor" not in path.read_text() and net.state("once") == "met"


def test_without_a_file_there_is_nothing_to_take_away(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        set_default(network(tmp_path).workspace, "role:mentor", "learn")


def test_the_network_comes_before_the_machine(tmp_path: Path) -> None:
    config = Config(rhythm=RhythmConfig(defaults={"role:mentor": "1y", "friend": "3w"}))
    people = {
        "ada": contact("Ada", ago(30), roles=["mentor"]),
        "bob": contact("Bob", ago(30), tags=["friend"]),
    }
    net = Network(tmp_path, people, TODAY, config).at(TODAY)
    assert net.state() == "warm"
    (tmp_path / "net/netui.toml").write_text('[rhythm.defaults]\n"role:mentor" = "3w"\nx = "often"\n')
    assert net.at(TODAY).state() == net.state("bob") == "quiet"
