"""``netui undo``: one change after another, to the end."""

from tests.cli.conftest import Cli


def test_undo_to_the_end(two: Cli) -> None:
    before = two.file("ada-lovelace")
    two.ok("tag", "ada", "+x")
    assert "undone: tagged Ada Lovelace +x  (netui redo" in two.ok("undo")
    assert two.file("ada-lovelace") == before
    assert two.json("undo")["files"] == ["contacts/grace-hopper.toml"]
    two.ok("undo")
    result = two.run("undo")
    assert result.status == 1 and "nothing to undo" in result.err and two.json("list") == []


def test_a_change_that_is_gone_is_told_before_an_older_one_is_taken_back(two: Cli) -> None:
    two.ok("tag", "ada", "+x")
    before = two.file("grace-hopper")
    two.ok("tag", "grace", "+y")
    two.write("grace-hopper", before)
    result = two.run("undo")
    assert result.status == 2 and "“tagged Grace Hopper +y” is not there any more" in result.err
    assert "netui undo --skip passes it over and goes on to “tagged Ada Lovelace +x”" in result.err
    assert '"x"' in two.file("ada-lovelace")
    assert "undone: tagged Ada Lovelace +x" in two.ok("undo", "--skip")
    assert '"x"' not in two.file("ada-lovelace")
    assert "passed over" in two.ok("history").splitlines()[0]


def test_one_that_clashes_bars_no_older_one(two: Cli) -> None:
    two.ok("tag", "grace", "+y")
    two.ok("set", "ada", "org", "X")
    two.write("ada-lovelace", two.file("ada-lovelace").replace('"X"', '"Y"'))
    for _ in range(2):
        result = two.run("undo")
        assert result.status == 2 and "has been changed since" in result.err
    assert "undone: tagged Grace Hopper +y" in two.ok("undo", "--skip")
    assert two.json("undo")["done"] == "added Grace Hopper"


def test_an_odd_line_of_the_journal_is_passed_over(two: Cli) -> None:
    (journal,) = (two.base / "state/netui/journal").iterdir()
    line = '{"n": 9, "label": "x", "when": "2026-01-01T00:00:00", "steps": [{"file": ["contacts", "ada"]}]}'
    journal.write_text(journal.read_text() + line + "\n\\xff\n")
    assert [event["label"] for event in two.json("history")][-2:] == [
        "added Grace Hopper",
        "added Ada Lovelace",
    ]
    result = two.run("undo")
    assert result.status == 0 and "undone: added Grace Hopper" in result.out
    assert "the undo journal cannot be read where “x” stands" in result.err
