"""``netui rm``: asks, moves to the trash, hands on shared entries."""

from tests.cli.conftest import Cli


def test_rm_asks_and_hands_on_what_was_shared(two: Cli) -> None:
    two.ok("note", "coffee with @ada and @grace yesterday: her lab")
    owner, other = two.file("ada-lovelace"), two.file("grace-hopper")
    result = two.run("rm", "ada", stdin="\n")
    assert result.status == 2 and "Ada Lovelace" in result.err and two.file("ada-lovelace") == owner
    result = two.run("rm", "ada")
    assert result.status == 2 and "[y/N] \nnetui: nothing was deleted; --yes" in result.err, "nobody answers"
    two.ok("rm", "ada", stdin="y\n")
    assert [person["id"] for person in two.json("list")] == ["grace-hopper"]
    assert "her lab" in two.file("grace-hopper") and "with" not in two.file("grace-hopper")
    assert len(list((two.network / ".trash").iterdir())) == 1
    two.ok("undo")
    assert (two.file("ada-lovelace"), two.file("grace-hopper")) == (owner, other)
    two.ok("redo")
    assert two.json("show", "grace")["timeline"][0]["contact"] == "grace-hopper"


def test_a_broken_file_keeps_what_was_shared(two: Cli) -> None:
    two.ok("note", "coffee with @ada and @grace yesterday: her lab")
    two.write("ada-lovelace", two.file("ada-lovelace") + "oops = [\n")
    two.ok("rm", "ada-lovelace", "--yes")
    assert two.json("show", "grace")["timeline"][0]["text"] == "her lab"


def test_refuses_where_the_one_who_would_get_an_entry_is_broken(two: Cli) -> None:
    two.ok("note", "coffee with @ada and @grace yesterday: her lab")
    two.write("grace-hopper", "name = ")
    two.run("list")
    result = two.run("rm", "ada", "--yes")
    assert result.status == 2 and "grace-hopper.toml" in result.err and "her lab" in two.file("ada-lovelace")


def test_copies_that_a_sync_left_go_with_the_one_they_are_of(two: Cli) -> None:
    before = two.file("ada-lovelace")
    copies = ["ada-lovelace 2", "ada-lovelace.sync-conflict-20261101-101010-ABCDEF"]
    for copy in copies:
        two.write(copy, before)
    two.ok("rm", "ada", "--yes")
    assert [person["id"] for person in two.json("list")] == ["grace-hopper"]
    two.ok("undo")
    assert [two.file(each) for each in ("ada-lovelace", *copies)] == [before] * 3
    assert len(two.json("list")) == 2
