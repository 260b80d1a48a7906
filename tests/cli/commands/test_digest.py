"""``netui digest``, ``status`` and ``review``: what they print, and when they print nothing."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def known(cli: Cli) -> Cli:
    """Ada, to whom something was promised, with a name that is no markup."""
    cli.write(
        "ada",
        'name = "Ada <b>[x](y)\\u001b[31m"\n[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\n'
        'due = 2026-11-23\n[[timeline]]\nid = "e1"\non = 2026-11-20\nkind = "lunch"\ntext = "Soup."\n',
    )
    return cli


def test_the_digest_for_a_terminal_obeys_nothing(known: Cli) -> None:
    out = known.ok("digest")
    assert "In touch once, with 1 person." in out
    assert "the deck" in out and "lunch with Ada <b>[x](y)" in out
    assert "\x1b" not in out


def test_the_digest_as_one_document(known: Cli) -> None:
    found = known.json("digest")
    assert (found["since"], found["today"], found["until"]) == ("2026-11-15", "2026-11-21", "2026-11-28")
    ahead = next(section for section in found["sections"] if section["title"] == "Ahead")
    assert [(row["lead"], row["text"]) for row in ahead["rows"]] == [("Mon 23 Nov", "the deck")]


def test_the_digest_as_markdown_and_as_a_page(known: Cli) -> None:
    assert "Ada \\<b\\>\\[x\\](y)" in known.ok("digest", "--markdown")
    page = known.ok("digest", "--html")
    assert page.startswith("<!doctype html>")
    assert "Ada &lt;b&gt;[x](y)" in page and "<b>" not in page


def test_one_form_at_a_time(known: Cli) -> None:
    assert known.run("digest", "--html", "--markdown").status == 2


def test_an_empty_network_has_a_digest_and_no_status(cli: Cli) -> None:
    assert cli.ok("digest") == "Nothing was logged this week.\n"
    assert cli.ok("status") == ""
    assert cli.json("status") == {"status": None, "quiet": 0, "promises": 0}


def test_the_status_is_one_short_line(known: Cli) -> None:
    assert known.ok("status") == "1 promise\n"


def test_the_review_needs_a_terminal(known: Cli) -> None:
    result = known.run("review")
    assert result.status == 2
    assert "terminal" in result.err
    assert known.run("review", "--json").status == 2
