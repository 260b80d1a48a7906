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
