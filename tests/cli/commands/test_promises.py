"""``netui promises``: the open ones."""

from tests.cli.conftest import Cli


def test_promises(known: Cli) -> None:
    assert [promise["id"] for promise in known.json("promises")] == ["p1", "p2"]
    assert "8 days ago" in known.ok("promises")
