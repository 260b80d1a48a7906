"""Those met once or twice: lately, in the agenda and the review; one of the others a week."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netui.domain.query.parser import parse
from netui.services.people.contact_list import ContactList
from netui.services.reminders.agenda import build_agenda
from netui.services.reminders.follow_ups import find_follow_ups, offer_of_the_week
from netui.services.reminders.review import find_review_candidates
from netui.storage.state.config import Config, RhythmConfig
from tests.support.quiet_network import Network, contact, each

TODAY = date(2026, 11, 21)


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(each) for each in days]


def ids(people: Any) -> list[str]:
    return [person.row.id for person in people]


def test_they_are_listed_for_thirty_days_the_latest_first(tmp_path: Path) -> None:
    people = {
        "once": contact("Once", ago(12)), "twice": contact("Twice", ago(40, 3)),
        "long": contact("Long", ago(31)), "edge": contact("Edge", ago(30)), "today": contact("Today", ago(0)),
        "thrice": contact("T", ago(9, 6, 3)), "set": contact("Set", ago(5), rhythm={"every": "3w"}),
        "off": contact("O", ago(5), rhythm={"mode": "off"}),
        "asleep": contact("A", ago(5), rhythm={"snoozed_until": TODAY + timedelta(1)}),
        "archived": contact("X", ago(5), archived=True), "died": contact("D", ago(5), died="2026"),
        "noted": {"name": "Noted", "timeline": [{"id": "n", "on": TODAY, "kind": "note"}]},
    }  # fmt: skip
    network = Network(tmp_path, people, TODAY).at(TODAY)
    assert ids(find_follow_ups(network.workspace)) == ["twice", "once", "edge"]
    assert ids(find_follow_ups(network.workspace, 1)) == ["twice"]
    agenda = build_agenda(network.workspace, ContactList(network.workspace))
    assert ids(agenda.met) == ["twice", "once", "edge"]
    assert agenda.offer is not None and agenda.offer.person.row.id == "long"
    found = {one.id: one.reasons for one in find_review_candidates(network.workspace, network.people)}
    assert {"twice", "once", "edge"} <= found.keys()
    assert found["long"] == ("met once, in October; you never know",)
    lazy = ContactList(network.workspace).listed(parse("is:met"))
    assert (
        ids(lazy) == ids(network.people.listed(parse("is:met"))) == ["today", "twice", "once", "edge", "long"]
    )


def test_a_default_of_a_role_leaves_them_out(tmp_path: Path) -> None:
    config = Config(rhythm=RhythmConfig(defaults={"mentor": "6m"}))
    network = Network(tmp_path, {"ada": contact("Ada", ago(9), roles=["mentor"])}, TODAY, config).at(TODAY)
    assert not find_follow_ups(network.workspace)


def test_the_offer_is_the_same_all_week_and_another_in_the_next(tmp_path: Path) -> None:
    people = {f"p{n}": contact(f"P{n}", ago(60 + n)) for n in range(30)}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    monday = TODAY - timedelta(TODAY.weekday())
    offered = []
    for week in range(6):
        days = [network.at(monday + timedelta(7 * week + day)) for day in (0, 3, 6)]
        found = [offer_of_the_week(each.workspace) for each in days]
        (who,) = {one.person.row.id for one in found if one is not None}
        offered.append(who)
    assert len(set(offered)) > 3


def test_whoever_there_is_a_reason_for_comes_first_and_contact_ends_the_offer(tmp_path: Path) -> None:
    people = {f"p{n}": contact(f"P{n}", ago(60)) for n in range(9)}
    people["ada"] = contact("Ada", ago(400), knows=["rust", "compilers", "tea"])
    network = Network(tmp_path, people, TODAY).at(TODAY)
    found = offer_of_the_week(network.workspace)
    assert found is not None
    assert found.why == "met once, in October 2025; knows rust and compilers: you never know"
    network.log("ada", TODAY)
    assert offer_of_the_week(network.workspace) is None, "one a week"


def test_nobody_is_offered_where_nobody_was_met_seldom(tmp_path: Path) -> None:
    network = Network(tmp_path, {"ada": contact("Ada", each(9, 9, TODAY))}, TODAY).at(TODAY)
    assert offer_of_the_week(network.workspace) is None and not find_follow_ups(network.workspace)
