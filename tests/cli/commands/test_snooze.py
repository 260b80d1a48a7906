"""``netui snooze``: until a day, or off."""

from tests.cli.conftest import Cli


def test_snooze_and_wake(two: Cli) -> None:
    two.ok("snooze", "grace", "2w")
    assert two.json("show", "grace")["state"] == "snoozed"
    assert [e["kind"] for e in two.json("show", "grace")["timeline"]] == ["snooze"]
    two.ok("snooze", "grace", "off")
    assert two.json("show", "grace")["state"] == "new"
    for until in (("yesterday",), ("someday",), ("2026-11-01",)):
        assert two.run("snooze", "grace", *until).status == 2
