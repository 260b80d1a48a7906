"""``netui history``: what was changed, newest first."""

from tests.cli.conftest import Cli


def test_what_was_changed_and_undone(two: Cli) -> None:
    two.ok("tag", "ada", "+x")
    two.ok("undo")
    events = two.json("history")
    assert [event["undone"] for event in events] == [True, False, False]
    assert events[0]["label"] == "tagged Ada Lovelace +x"
    assert events[0]["files"] == ["contacts/ada-lovelace.toml"]
    assert two.ok("history").splitlines()[0].split()[2] == "undone"


def test_how_many_are_shown(two: Cli) -> None:
    *shown, reach = two.ok("history", "--limit", "1").splitlines()
    assert len(shown) == 1
    assert (
        reach
        == "undo reaches back 2 changes, to 2026-11-21; once the journal has 8 MB, the oldest leave it, "
        "never the latest 20"
    )
    assert two.json("history", "--limit", "0") == []
    assert two.run("history", "--limit", "few").status == 2
