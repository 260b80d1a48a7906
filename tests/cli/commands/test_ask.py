"""``netui ask``: ranked answers with their quotes and paths."""

from tests.cli.conftest import Cli


def test_asking_ranks_quotes_and_leads(introduced: Cli) -> None:
    grace, ada = introduced.json("ask", "COBOL")
    assert (grace["contact"], grace["path"]) == ("grace", [])
    assert (ada["contact"], ada["name"], ada["path"]) == ("ada", "Ada Lovelace", ["grace", "ada"])
    assert ada["evidence"] == [{"how": "seeks", "on": None, "text": "a COBOL coder"}]
    assert ada["why"].startswith("seeks a COBOL coder")
    lines = introduced.ok("ask", "hiring").splitlines()
    assert "2026-11-01: “Her [lab] is hiring.”" in lines[1]
    assert "through Grace Hopper" in introduced.ok("ask", "cobol")


def test_asking_for_what_nobody_knows_is_done_and_for_nothing_is_refused(introduced: Cli) -> None:
    assert introduced.json("ask", "harps") == []
    assert "nobody comes to mind" in introduced.ok("ask", "harps")
    assert introduced.run("ask", "!?").status == 2
