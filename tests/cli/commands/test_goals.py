"""``netui goals``: counted progress and coverage."""

from tests.cli.conftest import Cli


def test_goals(known: Cli) -> None:
    assert known.json("goals") == [
        {"id": "cto", "title": "A CTO role", "status": "active", "due": "2027-03-31", "done": 3, "target": 12,
         "pace": "slow", "audiences": [{"who": "coders", "match": "knows:cobol", "want": 2, "have": 1}]}
    ]  # fmt: skip
    assert "3 of 12" in known.ok("goals") and "1/2 coders" in known.ok("goals")


def test_a_goal_whose_query_cannot_be_read_stays_listed_with_the_reason(known: Cli) -> None:
    known.write("odd", 'title = "Odd"\n[measure]\ncount = "rol:x"\n', "goals")
    known.write("other", 'title = "Other"\n[[audience]]\nwho = "all"\nmatch = "rol:x"\nwant = 2\n', "goals")
    known.write("broken", "title = ", "goals")
    result = known.run("goals")
    assert {"Odd", "Other", "A CTO role"} <= {line.split("  (")[0] for line in result.out.splitlines()}
    assert "goals/odd.toml: measure: column" in result.err and result.err.count("broken.toml") == 1
    assert "column 1" in result.out
