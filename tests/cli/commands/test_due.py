"""``netui due``: its sections, as lines and JSON."""

from tests.cli.commands.conftest import LISTED
from tests.cli.conftest import Cli


def test_due(known: Cli) -> None:
    due = known.json("due")
    assert list(due) == ["asked", "quiet", "drifting", "promises", "dates", "planned", "met", "circles"]
    assert [p["id"] for p in due["quiet"]] == ["ada"] and list(due["quiet"][0]) == LISTED
    assert due["promises"] == [
        {"contact": "ada", "id": "p1", "by": "me", "text": "the deck", "due": "2026-11-13"}
    ]
    assert due["dates"] == [{"contact": "ada", "what": "birthday", "on": "2026-11-25", "days": 4}]
    assert due["planned"] == [
        {"contact": "ada", "id": "plan", "on": "2026-11-24T12:30", "kind": "lunch", "with": ["grace"]}
    ]
    assert [(p["id"], p["state"], p["why"], p["chance"]) for p in due["met"]] == [
        ("grace", "met", "met once, yesterday: a first follow-up?", None)
    ]
    assert known.json("due", "--limit", "0")["quiet"] == []
    assert known.run("due", "--limit", "few").status == 2
    text = known.ok("due")
    for words in ("Ada Lovelace", "the deck", "in 4 days", "birthday", "lunch", "lately met"):
        assert words in text


def test_those_who_are_due_before_their_time_is_past_are_not_said_to_be_past_it(known: Cli) -> None:
    known.ok("add", "Zoe", "--every", "5w")
    known.ok("note", "coffee with Zoe 33 days ago: plans")
    lines = known.ok("due").splitlines()
    at = next(n for n, line in enumerate(lines) if "2 days left of the 5 weeks you set" in line)
    assert "due: about their usual time, or the one you set" in lines[:at] and "past" not in lines[at - 1]
