"""Completion of the log line: whom the word at the cursor may name, and what else it may become."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from netui.domain.languages.translation import Translator
from netui.presentation.text import plain
from netui.ui.controllers.host import Host
from netui.ui.controllers.line.completion import LineCompleter
from tests.support.app import a_few_people, open_workspace, write_network


@pytest.fixture
def completer(tmp_path: Path) -> Iterator[LineCompleter]:
    write_network(tmp_path / "net", a_few_people(), {"cto": {"title": "A CTO role"}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    yield LineCompleter(cast(Host, SimpleNamespace(workspace=workspace, today=workspace.today)))
    workspace.close()


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("coffee with al", ["@alan-turing", "@alan-kay"]), ("coffee with Alan T", ["@alan-turing"]),
        ("coffee with Grace and Alan", ["@alan-turing", "@alan-kay"]), ("Lunch Alan T", ["@alan-turing"]),
        ("Gra", ["@grace-hopper"]), ("coffee with @ada-lovelace", []), ("call", []), ("G", []),
        ("call zz", []), ("call ada: news of Gra", None),
        ("call ada: news of @gra", ["@grace-hopper"]), ("x #lon", ["#london"]),
        ("x #london", []), ("x: y ^", ["^cto"]), ("x from:", ["from:me", "from:them"]),
        ("x got:adv", ["got:advice"]),
    ],
)  # fmt: skip
def test_candidates(completer: LineCompleter, line: str, choices: list[str] | None) -> None:
    found = completer.candidates(line, len(line))
    assert (None if found is None else list(found.choices)) == choices


@pytest.mark.parametrize("line", ["Kaffee mit al", "Kaffee mit Grace und al", "almuerzo con al"])
def test_candidates_behind_the_words_of_another_language_that_is_read(
    completer: LineCompleter, line: str
) -> None:
    before = completer.candidates(line, len(line))
    assert before is not None and not before.choices
    completer._host.workspace.translator = Translator(["en", "de", "es"])
    found = completer.candidates(line + "a", len(line) + 1)
    assert found is not None and list(found.choices) == ["@alan-turing", "@alan-kay"]


def test_candidates_replace_the_whole_name_and_say_who_they_are(completer: LineCompleter) -> None:
    line = "coffee with Alan T: patterns"
    found = completer.candidates(line, 18)
    assert found is not None and line[found.start : found.end] == "Alan T"
    assert [plain(row).split()[:3] for row in found.rows] == [["●", "Alan", "Turing"]]


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("cof", ["coffee"]), ("x #lon", ["#london"]), ("x ^c", ["^cto"]), ("x got:le", ["got:lead"]),
        ("x from:t", ["from:them"]), ("lunch at Nowhere", None), ("call with Alan T", ["@alan-turing"]),
    ],
)  # fmt: skip
def test_tab_knows_more(completer: LineCompleter, line: str, choices: list[str] | None) -> None:
    found = completer.complete(line, len(line))
    assert (None if found is None else list(found.choices)) == choices
