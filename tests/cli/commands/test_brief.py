"""``netui brief``: what it prints, as lines, Markdown and JSON."""

import pytest

from tests.cli.conftest import Cli


def test_the_brief_of_one_is_one_object(introduced: Cli) -> None:
    found = introduced.json("brief", "Ada", "Lovelace")
    assert found["id"] == "ada"
    assert found["met"] == {"on": "2024-05", "where": None, "via": "Grace Hopper"}
    assert found["opener"] == {"quote": "Her [lab] is hiring.", "source": "lunch", "on": "2026-11-01"}
    assert found["promises"] == [{"id": "p1", "by": "me", "text": "the deck", "due": "2026-11-27"}]
    assert found["mutual"] == [
        {"contact": "grace", "name": "Grace Hopper", "words": ["introduced you", "once together"]}
    ]
    assert [(e["id"], e["with"]) for e in found["talks"]] == [("e1", ["grace"])]


def test_the_brief_of_several_says_what_links_them(introduced: Cli) -> None:
    found = introduced.json("brief", "ada", "grace")
    assert [each["id"] for each in found["people"]] == ["ada", "grace"]
    assert found["linked"] == [
        {"one": "Ada Lovelace", "other": "Grace Hopper", "words": "once together; met through Grace"}
    ]
    assert found["common"] == []


def test_lines_and_markdown(introduced: Cli) -> None:
    page = introduced.ok("brief", "ada")
    for words in ("May 2024, through Grace Hopper", "“Her [lab] is hiring.” (lunch, 1 Nov)", "you: the deck"):
        assert words in page
    assert "\\[lab\\]" in introduced.ok("brief", "ada", "--markdown")


@pytest.mark.parametrize(("who", "status"), [(("nobody",), 1), (("ada", "nobody"), 1), ((), 2)])
def test_nobody_is_said_so(introduced: Cli, who: tuple[str, ...], status: int) -> None:
    assert introduced.run("brief", *who).status == status
