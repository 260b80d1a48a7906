"""The shapes of what commands print: one for every command, and true on the demo.

What any other test of a command prints with ``--json`` is held to them as well (``tests/cli/conftest.py``).
"""

from datetime import date

import pytest

from netui.cli.commands import COMMANDS
from netui.cli.shapes.commands import SHAPES
from netui.services.transfer.demo import build_demo
from tests.cli.conftest import TODAY, Cli
from tests.support.json_documents import check_document

WITHOUT = {"mcp", "review"}
"""Commands that print no JSON: they open the app, or speak with an agent."""
CALLS = (
    "add Noor", "ask rust", "backup {base}/b.tar.gz", "brief sofia", "catchup", "check", "completions bash",
    "config", "config --keys", "conflicts", "digest", "doctor", "due", "due --limit 1", "dupes", "goals",
    "help states", "inbox", "insights", "insights learned", "insights advice", "list", "list is:quiet",
    "list is:died|archived", "list zzzz", "note coffee with @noor yesterday >send the deck by fri",
    "note @noor: thought of them", "opportunity list --all", "promises", "query sofia", "schema contact",
    "schema json", "search hiring", "show sofia", "status", "trash", "vdir", "restore {base}/b.tar.gz --yes",
    "goal add Sail --target 3 --count kind:coffee", "goal milestone sail plan", "relate noor sofia friend",
    "date noor birthday 3 may", "met noor PyCon", "promise noor call --by fri", "tag noor +new",
    "circle new 1w", "circle new", "circles", "due",
    "set noor org Initech", "snooze noor 2w", "rhythm noor 3w", "rename noor Noor Inayat", "undo", "redo",
    "history", "opportunity add noor talk --kind speaking", "export noor -o {base}/noor.json",
    "import {base}/noor.json", "archive noor", "rm noor --yes",
    "trash restore noor", "merge noor sofia --yes",
    "forget noor --texts keep --confirm nobody",
)  # fmt: skip


def test_every_command_that_prints_has_a_shape() -> None:
    assert {*SHAPES, *WITHOUT} == {*COMMANDS}


def test_what_is_printed_on_the_demo_is_of_its_shape(cli: Cli) -> None:
    for name, text in build_demo(date.fromisoformat(TODAY)).items():
        path = cli.network / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (cli.network / "inbox").mkdir()
    (cli.network / "inbox/phone.txt").write_text("coffee with sofia\nlunch with nobody known\n")
    for call in CALLS:
        result = cli.run(*call.format(base=cli.base).split(), "--json")  # which holds it to its shape
        assert result.out or result.status, (call, result)
        assert result.status in (0, 1, 2) and "Traceback" not in result.err, (call, result)


def test_a_document_of_another_shape_is_found() -> None:
    check_document("add", {"id": "ada"})
    for wrong in ({}, {"id": 3}, {"id": "ada", "more": 1}, []):
        with pytest.raises(AssertionError, match="netui add --json"):
            check_document("add", wrong)
    with pytest.raises(AssertionError, match="declare its shape"):
        check_document("review", {})
