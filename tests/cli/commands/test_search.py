"""``netui search``: hits with their snippets."""

from tests.cli.conftest import Cli


def test_search(known: Cli) -> None:
    known.ok("note", "call with @grace: she likes Córdoba")
    (hit,) = known.json("search", "cordo")
    assert (hit["contact"], hit["on"]) == ("grace", "2026-11-21") and "Córdoba" in hit["snippet"]
    assert known.json("search", "heavens") == [
        {
            "contact": "mary",
            "entry": None,
            "on": None,
            "snippet": known.json("search", "heavens")[0]["snippet"],
            "where": None,
            "id": None,
        }
    ]
    assert known.json("search", '"; DROP') == []
    assert known.run("search").status == 2


def test_a_hit_on_a_contact_says_what_stands_there_as_it_is_written(cli: Cli) -> None:
    cli.write("sue", 'name = "Sue Ling"\naliases = ["Suzy Q"]\norg = "Kite GmbH"\ntags = ["Zürich"]\n')
    for text, where, snippet in (
        ("kite", "org", "Kite GmbH"), ("suzy", "alias", "Suzy Q"), ("zurich", "tag", "Zürich"),
        ("ling", None, "Sue Ling"), ("ling kite", None, "Sue Ling"),
    ):  # fmt: skip
        (hit,) = cli.json("search", text)
        assert (hit["contact"], hit["where"], hit["snippet"]) == ("sue", where, snippet), text
