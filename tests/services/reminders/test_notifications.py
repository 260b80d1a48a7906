"""What is told, and how often: each silence once, none while nothing is logged, one offer to catch up."""

import queue
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from netui.services.people import commands as people_commands
from netui.services.people.contact_list import ContactList
from netui.services.people.profile import build_profile
from netui.services.reminders.notifications import Notification, pending_notifications, quiet_after_action
from netui.services.sync.watcher import Watch, WatchEvent
from tests.support.quiet_network import Contact, Network, contact, each

TODAY = date(2026, 11, 21)
PATIENCE = 60.0
"""How long the watch may take before a test fails; far beyond what it ever takes."""


def silent(name: str, days: int, **more: object) -> Contact:
    """Someone met each nine days until ``days`` ago; quiet from 36 on."""
    return contact(name, each(9, 20, TODAY - timedelta(days)), **more)


def told(network: Network) -> Notification:
    return pending_notifications(network.workspace, network.people.quiet())


def someone_recent() -> dict[str, Contact]:
    return {"zoe": contact("Zoe", each(7, 20, TODAY))}


def test_each_silence_is_told_once(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    assert told(network) == Notification("Ada has gone quiet: say hello?")
    assert told(network) == Notification()
    again = Network(tmp_path, {}, TODAY + timedelta(3)).at(TODAY + timedelta(3))
    assert told(again) == Notification(), "not after a restart either"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "Ada and Bob have gone quiet: say hello?"),
        (3, "Ada, Bob and Cy have gone quiet: say hello?"),
        (4, "Ada, Bob and Cy have gone quiet: say hello?"),
        (80, "Ada, Bob and Cy have gone quiet: say hello?"),
    ],
)
def test_at_most_three_are_told_in_one_breath(tmp_path: Path, count: int, words: str) -> None:
    names = ["Ada", "Bob", "Cy", *(f"P{n}" for n in range(count))][:count]
    people = {name.lower(): silent(name, 100 - at) for at, name in enumerate(names[:3])}
    people |= {name.lower(): silent(name, 50) for name in names[3:]}
    assert told(Network(tmp_path, {**people, **someone_recent()}, TODAY).at(TODAY)).quiet == words


def test_at_most_three_are_told_within_a_week_the_likeliest_to_stay_quiet_first(tmp_path: Path) -> None:
    people = {f"p{n}": silent(f"P{n}", 45 + n) for n in range(5)}
    network = Network(tmp_path, {**people, **someone_recent()}, TODAY).at(TODAY)
    assert told(network).quiet == "P4, P3 and P2 have gone quiet: say hello?"
    assert len(network.people.quiet()) == 5, "the list names all"
    assert [bool(told(network.at(TODAY + timedelta(days)))) for days in range(1, 7)] == [False] * 6
    assert told(network.at(TODAY + timedelta(7))).quiet == "P1 and P0 have gone quiet: say hello?"
    network.log("p4", TODAY + timedelta(7))
    assert not told(network)


def test_whoever_there_is_a_plan_with_is_not_told_of(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    network.log("ada", TODAY + timedelta(3), "dinner")
    assert network.state() == "quiet" and not told(network)
    found = build_profile(network.workspace, "ada")
    assert found is not None and found.why.endswith("; planned for 24 Nov")
    far = Network(tmp_path / "far", {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    far.log("ada", TODAY + timedelta(30), "dinner")
    assert told(far)


def test_what_was_told_on_a_clock_tried_out_is_told_in_its_time(tmp_path: Path) -> None:
    people = {"ada": silent("Ada", 30), **someone_recent()}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    network.log("zoe", TODAY + timedelta(60))
    assert told(network.at(TODAY + timedelta(60))).quiet == "Ada has gone quiet: say hello?"
    assert not told(network.at(TODAY + timedelta(5)))
    assert told(network.at(TODAY + timedelta(6))).quiet == "Ada has gone quiet: say hello?"
    assert not told(network.at(TODAY + timedelta(5))), "nor is it when the clock goes back over midnight"
    assert not told(network.at(TODAY + timedelta(6)))


def test_only_whoever_is_new_is_told(tmp_path: Path) -> None:
    people = {"ada": silent("Ada", 50), "bob": silent("Bob", 35), **someone_recent()}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    assert told(network).quiet == "Ada has gone quiet: say hello?"
    assert told(network.at(TODAY + timedelta(1))).quiet == "Bob has gone quiet: say hello?"
    assert not told(network.at(TODAY + timedelta(2)))


def test_another_silence_is_told_again(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50)}, TODAY).at(TODAY)
    network.log("ada", TODAY - timedelta(20), "note")
    assert told(network)
    network.log("ada", TODAY)
    assert not told(network)
    later = TODAY + timedelta(60)
    network.at(later).log("ada", later, "note")
    assert told(network).quiet == "Ada has gone quiet: say hello?"


def test_a_silence_told_and_taken_back_is_not_told_twice(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    assert told(network)
    network.log("ada", TODAY)
    network.took(network.workspace.undo())
    assert network.state() == "quiet"
    assert not told(network)


def test_whoever_was_snoozed_is_told_again_when_that_is_over(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    assert told(network)
    until = TODAY + timedelta(14)
    network.took(network.workspace.apply(people_commands.snooze_contacts(network.workspace, ["ada"], until)))
    assert not told(network)
    assert not told(network.at(until - timedelta(1)))
    assert told(network.at(until)).quiet == "Ada has gone quiet: say hello?"
    assert not told(network)


def test_a_relaxed_rhythm_is_told_again_once_it_has_passed(tmp_path: Path) -> None:
    people = {"ada": contact("Ada", [TODAY - timedelta(8)], rhythm={"every": "1w"}), **someone_recent()}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    assert told(network)
    network.took(network.workspace.apply(people_commands.set_rhythm(network.workspace, ["ada"], "2w")))
    assert not told(network.at(TODAY + timedelta(6)))
    assert told(network.at(TODAY + timedelta(7))).quiet == "Ada has gone quiet: say hello?"
    assert not told(network.at(TODAY + timedelta(8)))


def test_a_tightened_rhythm_is_no_other_silence(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    assert told(network)
    network.took(network.workspace.apply(people_commands.set_rhythm(network.workspace, ["ada"], "1w")))
    assert network.state() == "quiet"
    assert not told(network)


def test_whom_an_act_made_quiet_is_named_once_and_told_by_it(tmp_path: Path) -> None:
    people = {f"p{n}": silent(f"P{n}", 10 + n) for n in range(5)}
    network = Network(tmp_path, {**people, "ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    everyone = [*people, "ada"]

    def act(setting: str) -> str:
        before = {who: network.state(who) for who in everyone}
        network.took(
            network.workspace.apply(people_commands.set_rhythm(network.workspace, everyone, setting))
        )
        return quiet_after_action(network.workspace, before, [network.people[who] for who in everyone])

    assert act("1w") == "P4, P3, P2 and 2 more are quiet now", "Ada was before"
    assert not told(network) and not told(network.at(TODAY + timedelta(1)))
    assert act("3d") == act("learn") == ""
    assert act("1w") == "P4, P3, P2 and 2 more are quiet now"


def test_one_alone_is_quiet_by_an_act(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50)}, TODAY).at(TODAY)
    ada = network.people["ada"]
    assert quiet_after_action(network.workspace, {"ada": "warm"}, [ada]) == "Ada is quiet now"
    assert quiet_after_action(network.workspace, {}, [ada]) == "Ada is quiet now", (
        "brought back from the trash"
    )
    assert quiet_after_action(network.workspace, {"ada": "quiet"}, [ada]) == ""
    assert quiet_after_action(network.workspace, {"ada": "warm"}, []) == ""


def test_whoever_was_let_go_is_never_told(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 30), **someone_recent()}, TODAY).at(TODAY)
    network.took(network.workspace.apply(people_commands.mute_contacts(network.workspace, ["ada"])))
    for days in range(20):
        assert not told(network.at(TODAY + timedelta(days)))


# ---------------------------------------------------------------------- nothing logged for long


def test_one_offer_instead_of_flags_while_nothing_is_logged(tmp_path: Path) -> None:
    people = {f"p{n}": silent(f"P{n}", 30) for n in range(80)}
    network = Network(tmp_path, people, TODAY, pauses=True).at(TODAY)
    assert told(network) == Notification(catch_up="nothing logged since 22 Oct: catch up?")
    for days in (1, 20, 39):
        assert told(network.at(TODAY + timedelta(days))) == Notification()
        assert len(network.people.quiet()) == 0


def test_flags_come_two_days_after_something_is_logged(tmp_path: Path) -> None:
    people = {"ada": silent("Ada", 30), "bob": silent("Bob", 30)}
    network = Network(tmp_path, people, TODAY, pauses=True).at(TODAY + timedelta(9))
    assert told(network).catch_up
    network.log("bob", TODAY + timedelta(9))
    assert told(network) == told(network.at(TODAY + timedelta(10))) == Notification()
    assert told(network.at(TODAY + timedelta(11))) == Notification("Ada has gone quiet: say hello?")


def test_a_later_stretch_is_offered_again(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 14)}, TODAY, pauses=True).at(TODAY - timedelta(1))
    assert not told(network)
    assert told(network.at(TODAY)).catch_up == "nothing logged since 7 Nov: catch up?"
    network.log("ada", TODAY)
    later = TODAY + timedelta(14)
    assert told(network.at(later)).catch_up == "nothing logged since 21 Nov: catch up?"


def test_what_is_planned_is_no_logging(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 30)}, TODAY, pauses=True).at(TODAY)
    network.log("ada", TODAY + timedelta(5), "lunch")
    assert told(network).catch_up == "nothing logged since 22 Oct: catch up?"


def test_an_empty_network_is_told_nothing(tmp_path: Path) -> None:
    assert told(Network(tmp_path, {}, TODAY).at(TODAY)) == Notification()
    assert told(Network(tmp_path, {"ada": {"name": "Ada"}}, TODAY).at(TODAY)) == Notification()


# ---------------------------------------------------------------------- where the marks are kept


def test_the_marks_are_private_and_not_in_the_network(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    before = sorted(path.name for path in (tmp_path / "net").rglob("*"))
    assert told(network)
    assert sorted(path.name for path in (tmp_path / "net").rglob("*")) == before
    (kept,) = (tmp_path / "state" / "told").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"silences": 3}',
        '{"silences": {"ada": "x"}}',
        '{"silences": {"ada": [738000]}}',
        '{"silences": {"ada": 0}}',
        '{"silences": {"ada": 99999999}}',
        '{"silences": {"ada": 738000.5}}',
        "[" * 100_000,
    ],
)
def test_marks_that_cannot_be_read_are_told_again(tmp_path: Path, text: str) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    assert told(network)
    (kept,) = (tmp_path / "state" / "told").iterdir()
    kept.write_text(text)
    assert told(network)
    assert not told(network)


def test_a_state_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    rmtree(tmp_path / "state")
    (tmp_path / "state").write_text("a file stands here")
    network.log("zoe", TODAY, "note")
    assert told(network) == told(network) == Notification("Ada has gone quiet: say hello?")


def test_two_networks_are_told_apart(tmp_path: Path) -> None:
    one = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    assert told(one)
    other = Network(tmp_path / "other", {"ada": silent("Ada", 50), **someone_recent()}, TODAY)
    other.workspace.places = other.workspace.places._replace(state=tmp_path / "state")
    assert told(other.at(TODAY))


# ---------------------------------------------------------------------- the background task


class Watched:
    """A watch over a network, and what it told."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.heard: queue.Queue[WatchEvent] = queue.Queue()
        self.watch = Watch(network.workspace, self.heard.put)

    def __enter__(self) -> "Watched":
        self.watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.watch.stop()
        self.watch._thread.join(PATIENCE)
        assert not self.watch._thread.is_alive()

    def next(self) -> WatchEvent:
        return self.heard.get(timeout=PATIENCE)

    def people(self) -> ContactList:
        """The next whole list."""
        while (news := self.next()).people is None:
            continue
        return news.people

    def told(self) -> Notification:
        """The next words; files written just now are looked at again meanwhile, which is news too."""
        while not (news := self.next()).notification:
            assert news.people is None
        return news.notification


def test_at_midnight_the_whole_list_is_told_again_and_whoever_went_quiet(tmp_path: Path) -> None:
    people = {"ada": silent("Ada", 35), "bob": silent("Bob", 23), **someone_recent()}
    network = Network(tmp_path, people, datetime(2026, 11, 21, 23, 59, 59))

    def states(found: ContactList) -> list[str]:
        return [found[who].status.state for who in ("ada", "bob")]

    with Watched(network) as watched:
        assert states(watched.people()) == ["due", "warm"]
        network.clock.set(datetime(2026, 11, 22, 0, 0))
        watched.watch.look_now()
        assert states(watched.people()) == ["quiet", "due"]
        assert watched.told() == Notification("Ada has gone quiet: say hello?")
        network.clock.set(datetime(2026, 11, 21, 12))
        watched.watch.look_now()
        assert states(watched.people()) == ["due", "warm"]


def test_a_planned_day_that_comes_while_open_counts(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 50), **someone_recent()}, TODAY).at(TODAY)
    network.log("ada", TODAY + timedelta(1), "lunch")
    with Watched(network) as watched:
        assert watched.people()["ada"].status.state == "quiet"
        network.clock.set(TODAY + timedelta(1))
        watched.watch.look_now()
        assert watched.people()["ada"].status.state == "warm"


def test_whoever_goes_quiet_by_a_change_from_outside_is_told(tmp_path: Path) -> None:
    people = {"ada": silent("Ada", 35), "bob": silent("Bob", 10), **someone_recent()}
    network = Network(tmp_path, people, TODAY)
    with Watched(network) as watched:
        watched.people()
        path = tmp_path / "net" / "contacts" / "bob.toml"
        path.write_text(path.read_text() + '\n[rhythm]\nevery = "1w"\n')
        watched.watch.look_now()
        assert watched.told() == Notification("Bob has gone quiet: say hello?")


def test_a_folder_that_goes_away_does_not_end_the_watch(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": silent("Ada", 35), **someone_recent()}, TODAY)
    with Watched(network) as watched:
        watched.people()
        contacts = tmp_path / "net" / "contacts"
        contacts.rename(tmp_path / "away")
        contacts.write_text("no folder any more")
        watched.watch.look_now()
        assert watched.next()
        contacts.unlink()
        (tmp_path / "away").rename(contacts)
        network.clock.set(TODAY + timedelta(1))
        watched.watch.look_now()
        assert watched.people()["ada"].status.state == "quiet"
