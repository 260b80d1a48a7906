"""``netui brief`` and ``netui ask``: what they print, as lines, Markdown and JSON."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def known(cli: Cli) -> Cli:
    """Ada, met through Grace, who knows COBOL; a lunch of both."""
    cli.write("ada", 'name = "Ada Lovelace"\nseeks = ["a COBOL coder"]\n'
              '[met]\non = "2024-05"\nvia = "grace"\n'
              '[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\ndue = 2026-11-27\n'
              '[[timeline]]\nid = "e1"\non = 2026-11-01\nkind = "lunch"\nwith = ["grace"]\n'
              'text = "Her [lab] is hiring."\n')  # fmt: skip
    coffees = "".join(
        f'[[timeline]]\nid = "c{n}"\non = 2026-10-{n + 10}\nkind = "coffee"\n' for n in range(9)
    )
    cli.write("grace", f'name = "Grace Hopper"\nknows = ["cobol"]\n{coffees}')
    return cli


def test_the_brief_of_one_is_one_object(known: Cli) -> None:
    found = known.json("brief", "Ada", "Lovelace")
    assert found["id"] == "ada"
    assert found["met"] == {"on": "2024-05", "where": None, "via": "Grace Hopper"}
    assert found["opener"] == {"quote": "Her [lab] is hiring.", "source": "lunch", "on": "2026-11-01"}
    assert found["promises"] == [{"id": "p1", "by": "me", "text": "the deck", "due": "2026-11-27"}]
    assert found["mutual"] == [
        {"contact": "grace", "name": "Grace Hopper", "words": ["introduced you", "once together"]}
    ]
    assert [(e["id"], e["with"]) for e in found["talks"]] == [("e1", ["grace"])]


def test_the_brief_of_several_says_what_links_them(known: Cli) -> None:
    found = known.json("brief", "ada", "grace")
    assert [each["id"] for each in found["people"]] == ["ada", "grace"]
    assert found["linked"] == [
        {"one": "Ada Lovelace", "other": "Grace Hopper", "words": "once together; met through Grace"}
    ]
    assert found["common"] == []


def test_lines_and_markdown(known: Cli) -> None:
    page = known.ok("brief", "ada")
    for words in ("May 2024, through Grace Hopper", "“Her [lab] is hiring.” (lunch, 1 Nov)", "you: the deck"):
        assert words in page
    assert "\\[lab\\]" in known.ok("brief", "ada", "--markdown")


@pytest.mark.parametrize(("who", "status"), [(("nobody",), 1), (("ada", "nobody"), 1), ((), 2)])
def test_nobody_is_said_so(known: Cli, who: tuple[str, ...], status: int) -> None:
    assert known.run("brief", *who).status == status


def test_asking_ranks_quotes_and_leads(known: Cli) -> None:
    grace, ada = known.json("ask", "COBOL")
    assert (grace["contact"], grace["path"]) == ("grace", [])
    assert (ada["contact"], ada["name"], ada["path"]) == ("ada", "Ada Lovelace", ["grace", "ada"])
    assert ada["evidence"] == [{"how": "seeks", "on": None, "text": "a COBOL coder"}]
    assert ada["why"].startswith("seeks a COBOL coder")
    lines = known.ok("ask", "hiring").splitlines()
    assert "2026-11-01: “Her [lab] is hiring.”" in lines[1]
    assert "through Grace Hopper" in known.ok("ask", "cobol")


def test_asking_for_what_nobody_knows_is_done_and_for_nothing_is_refused(known: Cli) -> None:
    assert known.json("ask", "harps") == []
    assert "nobody comes to mind" in known.ok("ask", "harps")
    assert known.run("ask", "!?").status == 2
