"""``netui goals``: counted progress and coverage."""

from tests.cli.conftest import Cli


def test_goals(known: Cli) -> None:
    assert known.json("goals") == [
        {"id": "cto", "title": "A CTO role", "status": "active", "due": "2027-03-31", "done": 3, "target": 12,
         "pace": "slow", "audiences": [{"who": "coders", "match": "knows:cobol", "want": 2, "have": 1}]}
    ]  # fmt: skip
    assert "3/12" in known.ok("goals") and "1/2 coders" in known.ok("goals")
