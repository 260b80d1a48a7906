"""``netui inbox``: lists what waits and settles it."""

import os
from datetime import datetime

from tests.cli.conftest import Cli


def put(cli: Cli, name: str, text: str) -> None:
    path = cli.base / "net/inbox" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    when = datetime(2026, 11, 20, 12).timestamp()
    os.utime(path, (when, when))


def test_what_waits_is_listed_and_accepted_by_the_first_letters_of_its_id(two: Cli) -> None:
    assert "nothing waits" in two.ok("inbox") and two.json("inbox") == []
    put(two, "notes.txt", "coffee with @grace yesterday: chips\nlunch with Zoe\n")
    coffee, lunch = two.json("inbox")
    assert (coffee["file"], coffee["line"], coffee["what"], coffee["on"], coffee["problem"]) == (
        "notes.txt", 1, "line", "2026-11-19", None,
    )  # fmt: skip
    assert "Zoe" in lunch["problem"] and "notes.txt:2" in two.ok("inbox")
    assert "2 in the inbox" in two.ok("status")
    assert "(netui undo takes it back)" in two.ok("inbox", "accept", coffee["id"][:4])
    assert two.json("show", "grace")["timeline"][0]["id"] == coffee["id"]
    refused = two.run("inbox", "accept", lunch["id"])
    assert refused.status == 2 and "Zoe (new)" in refused.err
    two.ok("inbox", "correct", lunch["id"], "lunch with Zoe Q (new)")
    assert two.json("show", "zoe-q")["timeline"][0]["id"] == lunch["id"] and two.json("inbox") == []
    two.ok("undo")
    assert [each["id"] for each in two.json("inbox")] == [lunch["id"]]


def test_all_that_is_understood_is_accepted_and_files_are_dropped(two: Cli) -> None:
    put(two, "a.txt", "coffee with Zed Nine (new)\nlunch with @zed-nine\nlunch with Nobody\n")
    put(two, "b.bin", "\0\0")
    assert two.run("inbox", "accept").status == 2
    report = two.json("inbox", "accept", "--all")
    assert (len(report["settled"]), report["refused"]) == (1, [])  # lunch is understood once they are known
    assert len(two.json("inbox", "accept", "--all")["settled"]) == 1
    assert len(two.json("show", "zed-nine")["timeline"]) == 2
    two.ok("inbox", "drop", "a.txt")
    assert [each["file"] for each in two.json("inbox")] == ["b.bin"]
    assert two.json("inbox", "drop", "--all")["refused"] == [] and two.json("inbox") == []


def test_someone_who_came_with_the_one_before_is_known(two: Cli) -> None:
    put(two, "a.txt", "coffee with Zed Nine (new)\nlunch with @zed-nine\n")
    ids = [each["id"] for each in two.json("inbox")]
    assert two.json("inbox", "accept", *ids) == {"settled": ids, "refused": []}


def test_wrong_use_is_said(two: Cli) -> None:
    put(two, "a.txt", "coffee with @grace\nlunch with @grace\n")
    assert two.run("inbox", "accept", "nothing").status == 1
    assert two.run("inbox", "eat", "a.txt").status == 2
    assert two.run("inbox", "correct", "a.txt").status == 2
    assert two.run("inbox", "correct", "a.txt", "x").status == 2
    refused = two.run("inbox", "correct", two.json("inbox")[0]["id"], "lunch with Nobody")
    assert refused.status == 2 and len(two.json("inbox")) == 2
