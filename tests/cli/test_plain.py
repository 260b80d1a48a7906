"""Plain text: every answer of every command, one fact a line, without drawings, signs and columns."""

import re
from datetime import date

import pytest

from netui.cli.plain import plain_line, plain_lines, plain_row
from netui.services.transfer.demo import build_demo
from tests.cli.conftest import TODAY, Cli
from tests.cli.shapes.test_commands import CALLS

SIGNS = re.compile(r"[▁-█░▒▓─-╿●◐○◌◇≠†›→✓✗·]")
"""What is drawn elsewhere, and must not be here."""
DOCUMENTS = ("completions", "schema", "query", "export")
"""Commands that print a document in a format of its own, the same with --plain."""


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("  ● warm   112 days of silence", "warm, 112 days of silence"),
        (" Ada Lovelace ────────", "Ada Lovelace"),
        ("▁▂▃▄ · 12 months", "12 months"),
        ("  Mon  ░▒▓█··░▒▓█", ""),
        ("you → Ada", "you to Ada"),
        ("  → run chmod go-rwx net", "run chmod go-rwx net"),
        ("mentor · Engines · London", "mentor, Engines, London"),
        ("✓ disk    ext4", "ok: disk, ext4"),
        ("  [x] CV cut to one page", "done: CV cut to one page"),
        ("  [ ] One offer  by 2027-02-04", "to do: One offer, by 2027-02-04"),
        ("no", "no"),
        ("", ""),
    ],
)
def test_a_line_says_in_words_what_was_drawn(line: str, plain: str) -> None:
    assert plain_line(line) == plain


def test_empty_lines_go_and_cells_are_joined() -> None:
    assert plain_lines(["one", "", "  two\n\n three"]) == ["one", "two", "three"]
    assert plain_row(("quiet", "", "Ada", "58 d")) == "quiet, Ada, 58 d"


def test_every_answer_is_reached_in_plain_text(cli: Cli) -> None:
    for name, text in build_demo(date.fromisoformat(TODAY)).items():
        path = cli.network / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for call in CALLS:
        words = call.format(base=cli.base).split()
        result = cli.run(*words, "--plain")
        assert "Traceback" not in result.err, (call, result)
        assert "\x1b" not in result.out + result.err, call
        if words[0] in DOCUMENTS:
            continue
        assert not SIGNS.search(result.out), (call, SIGNS.search(result.out), result.out)
        assert not any(line != line.strip() or not line or "   " in line for line in result.out.splitlines())


def test_it_is_the_same_before_the_command_and_by_the_settings(known: Cli) -> None:
    plain = known.ok("list", "--plain")
    assert plain != known.ok("list") and "quiet, Ada Lovelace" in plain
    assert known.ok("--plain", "list") == plain
    settings = known.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("plain = true\n")
    assert known.ok("list") == plain


def test_nothing_is_cut_or_wrapped(known: Cli) -> None:
    long = "word " * 200
    known.ok("note", f"coffee with @ada yesterday: {long}")
    assert long.strip() in known.ok("show", "ada", "--plain").replace(", ", " ")


def test_it_is_not_for_the_app(known: Cli) -> None:
    result = known.run("--plain")
    assert result.status == 2 and "goes with a command" in result.err
