"""``netui promise``: one noted, dropped, moved."""

from tests.cli.conftest import Cli


def test_a_promise_is_noted_with_its_day_and_side(two: Cli) -> None:
    mine = two.json("promise", "ada", "send the deck", "--by", "fri")
    assert {key: mine[key] for key in ("contact", "by", "text", "due", "made", "done", "dropped")} == {
        "contact": "ada-lovelace", "by": "me", "text": "send the deck", "due": "2026-11-27",
        "made": "2026-11-21", "done": None, "dropped": None,
    }  # fmt: skip
    theirs = two.json("promise", "ada", "an intro by 12 dec", "--theirs")
    assert (theirs["by"], theirs["text"], theirs["due"]) == ("them", "an intro", "2026-12-12")
    assert [p["id"] for p in two.json("promises")] == [mine["id"], theirs["id"]]


def test_one_is_moved_and_dropped_and_that_is_undone(two: Cli) -> None:
    ident = two.json("promise", "ada", "send the deck", "--by", "fri")["id"]
    assert two.json("promise", "move", ident, "in", "2", "weeks")["due"] == "2026-12-05"
    assert two.json("promise", "drop", ident)["dropped"] == "2026-11-21"
    assert two.json("promises") == []
    assert "dropped already" in two.ok("promise", "drop", ident)
    two.ok("undo")
    assert [p["id"] for p in two.json("promises")] == [ident]


def test_wrong_use(two: Cli) -> None:
    assert two.run("promise", "ada").status == 2
    assert two.run("promise", "move", "p000", "fri").status == 1
    ident = two.json("promise", "ada", "send the deck")["id"]
    assert two.run("promise", "move", ident).status == 2
    assert two.run("promise", "drop", ident, "fri").status == 2
    assert two.run("promise", "nobody", "x").status == 1
