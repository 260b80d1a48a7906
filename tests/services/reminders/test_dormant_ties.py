"""Dormant ties worth reviving: a few, with what was last said and a channel."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netui.services.reminders.dormant_ties import DormantTie, suggest_dormant_ties
from tests.support.quiet_network import Contact, Network, contact, each

TODAY = date(2026, 11, 21)


LAST = date(2026, 10, 20)


def someone(name: str = "Ada", step: int = 9, last: date = LAST, **more: Any) -> Contact:
    return contact(name, each(step, 12, last), **more)


def old_tie(name: str, times: int, **more: Any) -> Contact:
    """Someone met every ten days until a year ago."""
    return contact(name, each(10, times, TODAY - timedelta(365)), **more)


def test_a_few_old_ties_with_what_was_last_said(tmp_path: Path) -> None:
    people = {f"p{n}": old_tie(f"P {n}", 10 + n) for n in range(5)}
    people["p4"]["timeline"][-1]["text"] = "Her new\nlab is hiring."
    people["p4"]["timeline"].append({"id": "n", "on": TODAY, "kind": "note", "text": "must write"})
    people["p3"] |= {"emails": ["p3@x.example"], "phones": ["1"], "links": ["https://www.social.example/p3"]}
    people["p2"] |= {"emails": [], "links": ["https://me@www.Social.example:80/p2?x=1"]}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    year_ago = TODAY - timedelta(365)
    assert suggest_dormant_ties(network.workspace, network.people) == [
        DormantTie("p4", "P 4", 365, "Her new lab is hiring.", year_ago, ""),
        DormantTie("p3", "P 3", 365, "", None, "by phone"),  # the timeline is calls
        DormantTie("p2", "P 2", 365, "", None, "on social.example"),
    ]


def test_nobody_lately_silent_is_an_old_tie(tmp_path: Path) -> None:
    people = {"ada": someone(), "new": {"name": "New"}, "gone": old_tie("Gone", 12, archived=True)}
    network = Network(tmp_path, people, TODAY).at(TODAY)
    assert suggest_dormant_ties(network.workspace, network.people) == []
