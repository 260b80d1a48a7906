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
        "the same name, and nothing else that agrees:",
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


def test_many_namesakes_are_counted_unless_all_are_asked_for(cli: Cli) -> None:
    for at in range(23):
        cli.write(f"p{at:02}", 'name = "Bo Ray"\n')
    assert "and 2 more: netui dupes --all" in cli.ok("dupes")
    assert len(cli.ok("dupes", "--all").splitlines()) == 1 + 2 * 22
    assert len(cli.json("dupes")) == 22
