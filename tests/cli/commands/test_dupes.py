"""``netui dupes``: pairs, why, and the command that merges them."""

from tests.cli.conftest import Cli


def test_dupes_says_why_and_how_to_make_one_of_two(three: Cli) -> None:
    three.write("ada lovelace", 'name = "Ada King"\norg = "Engines"\n')
    for ident in ("bo", "bo-2"):
        three.write(ident, 'name = "Bo"\n')
    assert three.ok("dupes").splitlines() == [
        "likely one person:",
        "  Ada King, Ada King: the same name, the same organisation (engines)",
        "    netui merge ada 'ada lovelace'",
        "perhaps one person:",
        "  Bo, Bo: the same name",
        "    netui merge bo bo-2",
    ]
    assert three.json("dupes") == [
        {
            "keep": "ada",
            "merge": "ada lovelace",
            "why": "the same name, the same organisation (engines)",
            "likely": True,
        },
        {"keep": "bo", "merge": "bo-2", "why": "the same name", "likely": False},
    ]
    three.ok("merge", "ada", "ada lovelace", "--yes")
    three.ok("merge", "bo", "bo-2", "--yes")
    assert three.ok("dupes") == "nobody seems to be in twice\n"


def test_many_possible_pairs_are_counted_unless_all_are_asked_for(cli: Cli) -> None:
    for at in range(23):
        for which in ("", "-2"):
            cli.write(f"p{at:02}{which}", f'name = "Bo Ray{at}"\n')
    assert "and 3 more: netui dupes --all" in cli.ok("dupes")
    assert len(cli.ok("dupes", "--all").splitlines()) == 1 + 2 * 23
    assert len(cli.json("dupes")) == 23


def test_two_who_are_not_the_same_are_never_named_again(three: Cli) -> None:
    three.write("bo", 'name = "Bo"  # mine\n')
    three.write("bo-2", 'name = "Bo"\n')
    assert three.json("dupes", "--not-same", "bo", "bo-2") == {
        "id": "bo",
        "not_same": "bo-2",
        "done": "Bo (bo) and Bo (bo-2) are not the same person",
    }
    assert three.file("bo") == 'name = "Bo"  # mine\nnot_same = ["bo-2"]\n'
    assert three.file("bo-2") == 'name = "Bo"\nnot_same = ["bo"]\n'
    assert three.ok("dupes") == "nobody seems to be in twice\n"
    three.ok("check")
    three.ok("undo")
    assert len(three.json("dupes")) == 1


def test_one_and_the_same_or_nobody_cannot_be_told_apart(three: Cli) -> None:
    result = three.run("dupes", "--not-same", "ada", "ada")
    assert result.status == 2 and "name two" in result.err
    assert three.run("dupes", "--not-same", "ada", "nobody").status == 1
    assert three.run("dupes", "--not-same", "ada").status == 2
