"""``netui digest``: lines, JSON, Markdown and HTML."""

from tests.cli.conftest import Cli


def test_the_digest_for_a_terminal_obeys_nothing(promised: Cli) -> None:
    out = promised.ok("digest")
    assert "In touch once, with 1 person." in out
    assert "the deck" in out and "lunch with Ada <b>[x](y)" in out
    assert "\x1b" not in out


def test_the_digest_as_one_document(promised: Cli) -> None:
    found = promised.json("digest")
    assert (found["since"], found["today"], found["until"]) == ("2026-11-15", "2026-11-21", "2026-11-28")
    ahead = next(section for section in found["sections"] if section["title"] == "Ahead")
    assert [(row["lead"], row["text"]) for row in ahead["rows"]] == [("Mon 23 Nov", "the deck")]


def test_the_digest_as_markdown_and_as_a_page(promised: Cli) -> None:
    assert "Ada \\<b\\>\\[x\\](y)" in promised.ok("digest", "--markdown")
    page = promised.ok("digest", "--html")
    assert page.startswith("<!doctype html>")
    assert "Ada &lt;b&gt;[x](y)" in page and "<b>" not in page


def test_one_form_at_a_time(promised: Cli) -> None:
    assert promised.run("digest", "--html", "--markdown").status == 2


def test_an_empty_network_has_a_digest(cli: Cli) -> None:
    assert cli.ok("digest") == "Nothing was logged this week.\n"
