"""The demo network: whole, true to any day, and showing what there is to show."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

import pytest
import tomli

from netui.domain.cadence.model import learn
from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import PartialDate, Span, day_of
from netui.domain.model.kinds import BUILT_IN
from netui.domain.query.parser import parse
from netui.services.transfer import demo
from netui.storage.files.filenames import is_stem
from netui.storage.index.extract import extract_contact

TODAYS = [date(2026, 11, 21), date(2024, 2, 29), date(2027, 1, 1), date(2025, 12, 31), date(2028, 2, 22)]


class Network:
    """One day's demo, parsed."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.files = demo.build_demo(today)
        parsed = {path.removesuffix(".toml"): tomli.loads(text) for path, text in self.files.items()}
        self.contacts = {path[9:]: doc for path, doc in parsed.items() if path.startswith("contacts/")}
        self.goals = {path[6:]: doc for path, doc in parsed.items() if path.startswith("goals/")}

    def items(self, table: str) -> list[tuple[str, dict[str, Any]]]:
        return [(ident, item) for ident, doc in self.contacts.items() for item in doc.get(table, [])]

    def states(self) -> Counter[str]:
        days: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for ident, entry in self.items("timeline"):
            if BUILT_IN.counts(entry["kind"]) and day_of(entry["on"]) <= self.today:
                people = [ident, *entry.get("with", [])]
                for one in people:
                    days[one].append((day_of(entry["on"]).toordinal(), len(people)))
        states: Counter[str] = Counter()
        for ident, doc in self.contacts.items():
            rhythm = learn(days[ident])
            summary = ContactRow(id=ident, **extract_contact(ident, doc, BUILT_IN).columns)._replace(
                **rhythm.columns
            )
            states[status_of(summary, self.today).state] += 1
        return states


@pytest.fixture(params=TODAYS, ids=str, scope="module")
def network(request: pytest.FixtureRequest) -> Network:
    return Network(request.param)


def test_the_same_day_gives_the_same_files() -> None:
    assert demo.build_demo(TODAYS[0]) == demo.build_demo(TODAYS[0])


def test_another_day_shifts_the_dates_and_keeps_the_people() -> None:
    first, later = Network(TODAYS[0]), Network(TODAYS[0] + timedelta(days=10))
    assert first.contacts.keys() == later.contacts.keys()
    for ident in first.contacts:
        before = [entry["on"] + timedelta(days=10) for entry in first.contacts[ident].get("timeline", [])]
        assert before == [entry["on"] for entry in later.contacts[ident].get("timeline", [])]


def test_there_are_about_sixty_people_and_two_years_of_entries(network: Network) -> None:
    entries = network.items("timeline")
    ages = [(network.today - day_of(entry["on"])).days for _, entry in entries]
    assert 55 <= len(network.contacts) <= 70
    assert 600 <= len(entries) <= 900
    assert 600 <= max(ages) <= demo.HISTORY_DAYS
    assert sum(age < 0 for age in ages) >= 4
    assert all(is_stem(ident) for ident in (*network.contacts, *network.goals))
    assert all(path.startswith(("contacts/", "goals/")) and path.endswith(".toml") for path in network.files)


def test_every_person_and_goal_referred_to_exists(network: Network) -> None:
    for ident, entry in network.items("timeline"):
        others = entry.get("with", [])
        assert (
            ident not in others and set(others) <= network.contacts.keys() and len(set(others)) == len(others)
        )
        assert set(entry.get("goals", [])) <= network.goals.keys()
    for table in ("promise", "opportunity"):
        for _, item in network.items(table):
            assert item.get("goal", "cto-role") in network.goals
    for ident, doc in network.contacts.items():
        assert set(doc.get("goals", [])) <= network.goals.keys()
        references = [item["who"] for item in doc.get("related", [])]
        references += [item["via"] for item in doc.get("opportunity", []) if "via" in item]
        references += [doc["met"]["via"]] if "via" in doc.get("met", {}) else []
        for reference in references:
            assert reference in network.contacts or " " in reference or reference[0].isupper(), (
                ident,
                reference,
            )


def test_relations_within_the_network_stand_on_both_sides(network: Network) -> None:
    ties = {
        (ident, item["who"]) for ident, item in network.items("related") if item["who"] in network.contacts
    }
    both = {(one, other) for one, other in ties if (other, one) in ties}
    assert len(both) >= 6


def test_ids_are_unique(network: Network) -> None:
    ids = [item["id"] for table in ("timeline", "promise", "opportunity") for _, item in network.items(table)]
    assert len(ids) == len(set(ids))


def test_nothing_is_left_unfilled_and_every_value_has_its_type(network: Network) -> None:
    kinds = BUILT_IN.contact.keys()
    for path, text in network.files.items():
        assert not re.search(r"\{\d|\{T|\"(?:--|\d{4})?T[+-]\d", text)
        assert " | " not in text or path.startswith("goals/")
    for ident, doc in network.contacts.items():
        extract_contact(ident, doc, BUILT_IN)
        PartialDate.parse(doc.get("met", {}).get("on", "2024"))
        PartialDate.parse(doc.get("died", "2024"))
        Span.parse(doc.get("rhythm", {}).get("every", "1w"))
    for _, item in network.items("date"):
        PartialDate.parse(item["on"])
    for _, entry in network.items("timeline"):
        assert entry["kind"] in kinds
        assert entry["text"]
        assert entry.get("started_by", "me") in ("me", "them")
    for _, promise in network.items("promise"):
        assert promise["by"] in ("me", "them") and promise["made"] <= network.today
        assert promise.get("done", network.today) <= network.today
    for _, door in network.items("opportunity"):
        assert door["status"] in ("open", "won", "lost") and door["opened"] <= network.today


def test_nobody_was_spoken_to_before_the_first_meeting(network: Network) -> None:
    for ident, doc in network.contacts.items():
        if "on" in doc.get("met", {}) and doc.get("timeline"):
            first = min(day_of(entry["on"]) for entry in doc["timeline"]).isoformat()
            met = str(PartialDate.parse(doc["met"]["on"]))
            assert met <= first[: len(met)], ident


def test_no_day_of_a_pair_has_two_stories(network: Network) -> None:
    for ident, doc in network.contacts.items():
        days = [day_of(entry["on"]) for entry in doc.get("timeline", [])]
        assert len(days) == len(set(days)), ident


def test_each_state_is_there(network: Network) -> None:
    states = network.states()
    assert states["quiet"] >= 6 and states["due"] >= 4 and states["warm"] >= 25 and states["new"] >= 3
    assert states["dormant"] >= 3 and states["snoozed"] == 2 and states["muted"] >= 3
    assert states["archived"] == states["died"] == 1


def test_promises_and_dates_come_near(network: Network) -> None:
    today = network.today
    open_ones = [promise for _, promise in network.items("promise") if "done" not in promise]
    due = [promise["due"] for promise in open_ones if "due" in promise]
    assert {promise["by"] for promise in open_ones} == {"me", "them"}
    assert sum(today <= day <= today + timedelta(days=7) for day in due) >= 4
    assert any(day < today for day in due) and len(due) < len(open_ones)
    assert any("done" in promise for _, promise in network.items("promise"))
    coming = [PartialDate.parse(item["on"]).next_from(today) for _, item in network.items("date")]
    assert sum(day is not None and day <= today + timedelta(days=14) for day in coming) >= 5
    assert any(item["on"] == "--02-29" for _, item in network.items("date"))


def test_opportunities_cover_their_kinds_and_outcomes(network: Network) -> None:
    doors = [door for _, door in network.items("opportunity")]
    assert {door["status"] for door in doors} == {"open", "won", "lost"}
    assert {"job", "client", "project", "referral", "collaboration", "speaking"} <= {
        door["kind"] for door in doors
    }
    assert sum("via" in door for door in doors) >= 6
    assert all("next" in door for door in doors if door["status"] == "open")


def test_the_features_of_a_contact_all_appear(network: Network) -> None:
    docs = list(network.contacts.values())
    roles = {role for doc in docs for role in doc.get("roles", [])}
    assert roles >= {
        "mentor", "mentee", "advocate", "connector", "expert",
        "peer", "client", "colleague", "friend", "family",
    }  # fmt: skip
    names = " ".join(doc["name"] for doc in docs)
    assert "🌻" in names and re.search(r"[֐-ۿ]", names) and "Ní Bhriain" in names
    assert any("- **" in doc.get("notes", "") or "**" in doc.get("notes", "") for doc in docs)
    assert any("died" in doc for doc in docs) and any(doc.get("archived") for doc in docs)
    entries = [entry for _, entry in network.items("timeline")]
    traded = {"lead", "referral", "intro", "advice", "insight", "support", "visibility", "work", "gift"}
    assert traded <= {word for entry in entries for word in entry.get("got", [])}
    assert traded - {"referral"} <= {word for entry in entries for word in entry.get("gave", [])}
    assert sum("learned" in entry for entry in entries) >= 8
    assert sum(len(entry.get("with", [])) >= 1 for entry in entries) >= 10
    assert sum(len(entry.get("with", [])) >= 2 for entry in entries) >= 3
    assert sum(entry.get("private", False) for entry in entries) >= 1
    assert {entry["kind"] for entry in entries} >= {
        "event",
        "letter",
        "gift",
        "visit",
        "video",
        "snooze",
        "note",
    }


def test_no_sentence_is_heard_too_often(network: Network) -> None:
    said = Counter(entry["text"] for _, entry in network.items("timeline"))
    assert max(said.values()) <= 4
    assert len(said) >= 0.8 * said.total()


def test_goals_are_measured_by_queries_that_read(network: Network) -> None:
    assert sorted(goal["status"] for goal in network.goals.values()) == [
        "active",
        "active",
        "active",
        "reached",
    ]
    for goal in network.goals.values():
        parse(goal["measure"]["count"])
        assert goal["milestone"]
        for audience in goal["audience"]:
            parse(audience["match"])


def test_addresses_are_fictional(network: Network) -> None:
    for doc in network.contacts.values():
        for address in doc.get("emails", []):
            assert address.endswith(".example")
        for link in doc.get("links", []):
            assert link.endswith(".example")
