"""Who is warm, due and quiet on a frozen clock, through files, index and services."""

import time as system_time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.services.people import commands as people_commands
from netui.services.people.profile import build_profile
from netui.services.timeline import commands as timeline_commands
from netui.storage.state.config import Config, RhythmConfig, load_config
from tests.support.quiet_network import Network, contact, each

LAST = date(2026, 10, 1)


def turns(network: Network, days: range, ident: str = "ada", since: date = LAST) -> list[tuple[int, str]]:
    """The days of silence on which the state changes, and to what."""
    found: list[tuple[int, str]] = []
    for silence in days:
        state = network.at(since + timedelta(silence)).state(ident)
        if not found or found[-1][1] != state:
            found.append((silence, state))
    return found


@pytest.mark.parametrize(
    ("step", "times", "expected"),
    [
        (9, 20, {23: "warm", 24: "due", 35: "due", 36: "quiet"}),
        (30, 12, {67: "warm", 68: "due", 119: "due", 120: "quiet"}),
        (365, 4, {483: "warm", 484: "quiet"}),
    ],
)
def test_each_pair_by_its_own_rhythm(tmp_path: Path, step: int, times: int, expected: dict[int, str]) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(step, times, LAST))}, LAST)
    found = {silence: network.at(LAST + timedelta(silence)).state() for silence in expected}
    assert found == expected


def test_a_set_rhythm_is_quiet_from_the_day_after_it_passed(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", [LAST], rhythm={"every": "3w"})}, LAST)
    assert turns(network, range(30)) == [(0, "warm"), (19, "due"), (22, "quiet")]


def test_the_last_tenth_begins_behind_the_ninth(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", [LAST], rhythm={"every": "20d"})}, LAST)
    assert turns(network, range(30)) == [(0, "warm"), (19, "due"), (21, "quiet")]


@pytest.mark.parametrize(
    ("last", "every", "quiet_from"),
    [
        (date(2026, 1, 31), "1m", date(2026, 3, 1)),
        (date(2028, 1, 31), "1m", date(2028, 3, 1)),
        (date(2026, 8, 31), "1m", date(2026, 10, 1)),
        (date(2026, 12, 31), "2m", date(2027, 3, 1)),
        (date(2028, 2, 29), "1y", date(2029, 3, 1)),
        (date(2028, 2, 28), "1d", date(2028, 3, 1)),
        (date(2026, 2, 27), "2d", date(2026, 3, 2)),
        (date(2026, 12, 25), "1w", date(2027, 1, 2)),
    ],
)
def test_month_ends_and_leap_days(tmp_path: Path, last: date, every: str, quiet_from: date) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", [last], rhythm={"every": every})}, last)
    assert network.at(quiet_from - timedelta(1)).state() != "quiet"
    assert network.at(quiet_from).state() == "quiet"


@pytest.fixture
def lisbon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_on_nights_when_the_clocks_change_a_day_is_a_day(tmp_path: Path, lisbon: None, night: date) -> None:
    last = datetime(night.year, night.month, night.day, 1, 30)  # an hour that is not there, or twice
    network = Network(tmp_path, {"ada": contact("Ada", [last], rhythm={"every": "2d"})}, night)
    day = datetime.combine(night, datetime.min.time())
    assert network.at(day + timedelta(hours=1, minutes=31)).days() == 0
    assert network.at(day + timedelta(days=2, hours=23, minutes=59)).state() == "due"
    assert network.at(day + timedelta(days=3)).state() == "quiet"
    before = network.at(day - timedelta(minutes=1))
    assert before.state() == "new"


def test_midnight_is_when_the_day_turns(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    eve = datetime.combine(LAST + timedelta(35), datetime.max.time())
    assert network.at(eve).state() == "due"
    assert network.at(eve + timedelta(microseconds=1)).state() == "quiet"


def test_a_back_dated_entry_never_moves_the_clock_back(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    network.at(LAST + timedelta(5))
    network.log("ada", LAST - timedelta(4))
    assert (network.state(), network.days(), network.people["ada"].row.contact_days) == ("warm", 5, 21)
    network.assert_nothing_drifted()
    network.at(LAST + timedelta(60)).log("ada", LAST + timedelta(30))
    assert (network.state(), network.days()) == ("due", 30)
    network.assert_nothing_drifted()


def test_a_deleted_last_entry_brings_the_silence_before_it_back(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    today = LAST + timedelta(50)
    assert network.at(today).state() == "quiet"
    entry = network.log("ada", today)
    assert (network.state(), network.days()) == ("warm", 0)
    network.took(network.workspace.apply(timeline_commands.remove_entry(network.workspace, entry)))
    assert (network.state(), network.days()) == ("quiet", 50)
    network.took(network.workspace.undo())
    assert (network.state(), network.days()) == ("warm", 0)
    network.assert_nothing_drifted()


def test_an_entry_in_the_future_counts_on_its_day(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    today, planned = LAST + timedelta(50), LAST + timedelta(53)
    network.at(today).log("ada", datetime.combine(planned, datetime.min.time()), "lunch")
    assert (network.state(), network.days()) == ("quiet", 50)
    network.assert_nothing_drifted()
    assert network.at(planned - timedelta(1)).state() == "quiet"
    assert (network.at(planned).state(), network.days()) == ("warm", 0)
    assert network.people["ada"].row.contact_days == 21


def test_a_plan_with_someone_new_leaves_them_new_until_its_day(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": {"name": "Ada"}, "bob": contact("Bob", [LAST])}, LAST)
    network.at(LAST).log("bob", LAST + timedelta(7), "dinner", with_=("ada",))
    assert network.state("ada") == "new"
    found = build_profile(network.workspace, "ada")
    assert found is not None and found.why == "no contact logged yet; planned for 8 Oct"
    assert network.at(LAST + timedelta(7)).state("ada") == "met"


def test_a_clock_set_back_and_forward_again(tmp_path: Path) -> None:
    days = each(9, 20, LAST)
    network = Network(tmp_path, {"ada": contact("Ada", days)}, LAST)
    assert network.at(LAST + timedelta(42)).state() == "quiet"
    assert (network.at(days[-2] + timedelta(1)).state(), network.days()) == ("warm", 1)
    assert network.people["ada"].row.contact_days == 19
    assert network.at(days[0] - timedelta(1)).state() == "new"
    assert (network.at(LAST + timedelta(42)).state(), network.days()) == ("quiet", 42)
    assert network.people["ada"].row.contact_days == 20


def test_two_entries_on_one_day_are_one_contact_day(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    network.at(LAST + timedelta(9))
    network.log("ada", LAST + timedelta(9))
    before = network.people["ada"]
    network.log("ada", datetime.combine(LAST + timedelta(9), datetime.max.time()), "coffee")
    after = network.people["ada"]
    assert after.status == before.status
    assert after.row.contact_days == 21 and after.row.gaps == before.row.gaps
    network.assert_nothing_drifted()


@pytest.mark.slow
def test_one_person_with_five_thousand_entries(tmp_path: Path) -> None:
    days = each(1, 5000, LAST)
    network = Network(tmp_path, {"ada": contact("Ada", days), "bob": contact("Bob", [LAST])}, LAST)
    assert turns(network, range(6, 12)) == [(6, "warm"), (7, "due")]
    network.at(LAST + timedelta(9)).log("ada", LAST + timedelta(9))
    assert (network.state(), network.people["ada"].row.contact_days) == ("warm", 5001)
    network.assert_nothing_drifted()


def test_a_shared_entry_ends_the_silence_of_all_who_were_there(tmp_path: Path) -> None:
    people = {name.lower(): contact(name, each(9, 20, LAST)) for name in ("Ada", "Bob", "Cy")}
    network = Network(tmp_path, people, LAST)
    today = LAST + timedelta(50)
    entry = network.at(today).log("ada", today, "dinner", with_=("bob",))
    assert [network.state(who) for who in ("ada", "bob", "cy")] == ["warm", "warm", "quiet"]
    network.took(network.workspace.apply(people_commands.remove_contacts(network.workspace, ["ada"])))
    assert network.state("bob") == "warm", "the entry moved to him with the file it stood in"
    network.took(network.workspace.undo())
    network.took(network.workspace.apply(timeline_commands.remove_entry(network.workspace, entry)))
    assert [network.state(who) for who in ("ada", "bob", "cy")] == ["quiet", "quiet", "quiet"]
    network.assert_nothing_drifted()


def test_one_of_twelve_at_a_party_is_hardly_less_quiet(tmp_path: Path) -> None:
    names = ["Ada", *(f"Guest {n}" for n in range(11))]
    people = {name.lower().replace(" ", "-"): contact(name, each(9, 20, LAST)) for name in names}
    network = Network(tmp_path, people, LAST)
    today = LAST + timedelta(60)
    guests = tuple(ident for ident in people if ident != "ada")
    network.at(today).log("ada", today, "event", with_=guests)
    assert network.at(today + timedelta(8)).state("guest-3") == "quiet"
    found = build_profile(network.workspace, "guest-3")
    assert found is not None
    assert (
        found.why
        == "usually every 9 days, last seen 8 days ago in a large group: time for a talk of your own?"
    )


def test_what_is_no_contact_resets_nothing(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    today = LAST + timedelta(50)
    network.at(today)
    before = network.people["ada"].status
    for kind in ("note", "attempt", "skip", "reviewed"):
        network.log("ada", today, kind)
        assert network.people["ada"].status == before
    network.assert_nothing_drifted()


def test_snoozed_until_its_day(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST)
    today = LAST + timedelta(50)
    network.at(today)
    until = today + timedelta(14)
    network.took(network.workspace.apply(people_commands.snooze_contacts(network.workspace, ["ada"], until)))
    assert (network.state(), network.days()) == ("snoozed", 50)
    assert network.at(until - timedelta(1)).state() == "snoozed"
    assert (network.at(until).state(), network.days()) == ("quiet", 64)


# ---------------------------------------------------------------------- settings


def configured(base: Path, text: str) -> Config:
    path = base / "config.toml"
    path.write_text(text)
    config, problem = load_config(path)
    assert not problem
    return config


@pytest.mark.parametrize(("sensitivity", "quiet_from"), [("sooner", 27), ("normal", 36), ("later", 45)])
def test_sensitivity_is_set_in_the_config_file(tmp_path: Path, sensitivity: str, quiet_from: int) -> None:
    config = configured(tmp_path, f'[rhythm]\nsensitivity = "{sensitivity}"\n')
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 20, LAST))}, LAST, config)
    assert network.at(LAST + timedelta(quiet_from - 1)).state() == "due"
    assert network.at(LAST + timedelta(quiet_from)).state() == "quiet"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('sensitivity = "soon"', "'soon' is none of sooner, normal, later; normal is used"),
        ("sensitivity = []", "[] is none of sooner, normal, later; normal is used"),
        ('defaults = { mentor = "3w", x = "often" }', "rhythm.defaults.x: 'often' is not a span of time"),
        ("defaults = { mentor = 3 }", "rhythm.defaults.mentor: 3 is not a span of time"),
        ('sensitivity = "later"\ndefaults = { mentor = "3w" }', ""),
        ("", ""),
    ],
)
def test_a_slip_in_those_settings_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"[rhythm]\n{text}\n")
    _, problem = load_config(path)
    assert said in problem and bool(said) == bool(problem)


DEFAULTS = """
[rhythm.defaults]
mentor = "3w"
london = "2m"
"#close" = "1w"
"role:friend" = "1m"
"""


@pytest.mark.parametrize(
    ("fields", "days", "state", "why"),
    [
        ({"roles": ["mentor"]}, 22, "quiet", "past the 3 weeks you set for mentor, by 1 day"),
        (
            {"tags": ["london"], "roles": ["mentor"]},
            22,
            "warm",
            "39 days left of the 2 months you set for london",
        ),
        ({"tags": ["x", "close", "london"]}, 8, "quiet", "past the week you set for close, by 1 day"),
        ({"roles": ["friend"]}, 31, "due", "the month you set for friend ends today"),
        (
            {"tags": ["friend"]},
            4,
            "met",
            "met once, 4 days ago: a first follow-up?",
        ),
        (
            {"roles": ["mentor"], "rhythm": {"every": "10d"}},
            11,
            "quiet",
            "past the 10 days you set, by 1 day",
        ),
        ({"roles": ["mentor"], "rhythm": {"mode": "off"}}, 50, "muted", "never flagged, as you set"),
    ],
)
def test_the_nearest_rhythm_wins_and_the_reason_says_whose_it_is(
    tmp_path: Path, fields: dict[str, Any], days: int, state: str, why: str
) -> None:
    config = configured(tmp_path, DEFAULTS)
    network = Network(tmp_path, {"ada": contact("Ada", [LAST], **fields)}, LAST, config)
    found = build_profile(network.at(LAST + timedelta(days)).workspace, "ada")
    assert found is not None
    assert (found.status.state, found.why) == (state, why)


def test_a_default_sets_the_rhythm_of_all_who_have_it_at_once(tmp_path: Path) -> None:
    people = {f"p{n}": contact(f"P {n}", [LAST], tags=["club"]) for n in range(5)}
    config = Config(rhythm=RhythmConfig(defaults={"club": "2w"}))
    network = Network(tmp_path, people, LAST, config)
    assert len(network.at(LAST + timedelta(14)).people.quiet()) == 0
    assert len(network.at(LAST + timedelta(15)).people.quiet()) == 5


def test_the_year_of_contact_counts_up_to_today(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(30, 20, LAST))}, LAST)
    network.at(date(2026, 11, 10))
    network.log("ada", date(2026, 11, 10))
    network.log("ada", date(2026, 11, 30), "lunch")
    network.log("ada", date(2026, 11, 9), "note")
    found = build_profile(network.workspace, "ada")
    assert found is not None
    assert found.months == (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) and sum(found.months) == 12
