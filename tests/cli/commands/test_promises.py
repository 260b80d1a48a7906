"""``netui promises``: the open ones."""

from tests.cli.conftest import Cli


def test_promises(known: Cli) -> None:
    assert [promise["id"] for promise in known.json("promises")] == ["p1", "p2"]
    assert "8 days ago" in known.ok("promises")


def test_the_count_is_that_of_status_and_of_the_goals_pane(known: Cli) -> None:
    said = known.ok("promises")
    due = next(part for part in known.ok("status").split(" · ") if "promise" in part)
    assert f"2 open, {due.split()[0]} of yours due within a week" in said
