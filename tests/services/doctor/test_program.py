"""The doctor's look at the program: versions, the terminal, other copies, and the index."""

import os

import pytest

from netui.services.doctor.program import (
    check_copies,
    check_index,
    check_terminal,
    check_versions,
    installed_versions,
)
from netui.storage.index.schema import VERSION, sqlite_version
from tests.support.app import open_workspace, write_network

GOOD = {"textual": "8.2.5", "tomli": "2.4.0", "tomlrt": "2.3.1", "pydantic": "2.12.0"}
TERMINAL = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}


def test_what_is_installed_here_is_good():
    (found,) = check_versions(installed_versions(), (3, 11, 2), sqlite_version())
    assert not found.is_wrong and "Python 3.11.2" in found.what


@pytest.mark.parametrize(
    ("installed", "python", "sqlite", "what"),
    [
        (GOOD, (3, 10, 1), "3.40.1", "Python 3.10.1 is older"),
        ({**GOOD, "textual": "9.0.0"}, (3, 11, 0), "3.40.1", "textual 9.0.0 is not one of those tried"),
        ({**GOOD, "tomli": "2.0.1"}, (3, 11, 0), "3.40.1", "tomli 2.0.1"),
        ({"textual": "8.2.5"}, (3, 11, 0), "3.40.1", "tomlrt is missing"),
        (GOOD, (3, 11, 0), "3.40.1 without FTS5", "without FTS5"),
    ],
)
def test_a_version_that_does_not_fit_is_named(installed, python, sqlite, what):
    (found,) = check_versions(installed, python, sqlite)
    assert what in found.what and found.is_wrong


@pytest.mark.parametrize(
    ("variables", "size", "what"),
    [
        ({"LANG": "C.UTF-8"}, (80, 24), "TERM is not set"),
        ({**TERMINAL, "TERM": "dumb"}, (80, 24), "TERM is 'dumb'"),
        ({"TERM": "xterm", "LANG": "en_GB.UTF-8", "LC_ALL": "C"}, (80, 24), "the locale is C, not UTF-8"),
        ({"TERM": "xterm"}, (80, 24), "no locale is set"),
        (TERMINAL, (15, 24), "15 columns and 24 rows"),
    ],
)
def test_a_terminal_that_will_not_do_is_told(variables, size, what):
    wrong = [each for each in check_terminal(variables, size) if each.is_wrong]
    assert [each.what for each in wrong] == [what]


@pytest.mark.parametrize(
    ("more", "size", "what"),
    [
        ({}, (80, 24), "xterm-256color, 256 colours, 80×24"),
        ({"COLORTERM": "truecolor"}, (80, 24), "xterm-256color, 16 million colours, 80×24"),
        ({"NO_COLOR": ""}, (80, 24), "xterm-256color, no colours (NO_COLOR), 80×24"),
        ({"TERM": "screen"}, None, "screen, 16 colours, output goes to no terminal"),
    ],
)
def test_a_terminal_is_described(more, size, what):
    assert [(each.what, each.mend) for each in check_terminal({**TERMINAL, **more}, size)] == [(what, "")]


def test_other_copies_and_a_newer_one_are_told(tmp_path):
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "netui").touch(0o755 if folder != "c" else 0o644)
    path = os.pathsep.join(str(tmp_path / folder) for folder in ("a", "a", "b", "c", "none"))
    (found,) = check_copies(path, [f"index-0a-v{VERSION}-1.sqlite", "other"])
    assert str(tmp_path / "a/netui") in found.what and str(tmp_path / "b/netui") in found.what
    assert list(check_copies(str(tmp_path / "a"), [])) == []
    (found,) = check_copies("", [f"index-0a-v{VERSION + 1}-1.sqlite"])
    assert "a newer netui" in found.what


def test_the_index_is_described_and_a_damaged_or_homeless_one_is_wrong(tmp_path, monkeypatch):
    write_network(tmp_path / "net", {f"p{number}": {"name": "P"} for number in range(50)})
    workspace = open_workspace(tmp_path)
    (found,) = check_index(workspace)
    assert "not built yet" in found.what and not found.is_wrong
    workspace.refresh()
    (found,) = check_index(workspace)
    assert f"version {VERSION}" in found.what and "50 people" in found.what
    monkeypatch.setattr("netui.services.doctor.program.damage", lambda _: "a page is lost")
    (found,) = check_index(workspace)
    assert found.what == "it is damaged (a page is lost)" and "delete" in found.mend
    (tmp_path / "file").touch()
    places = workspace.places._replace(cache=tmp_path / "file")
    homeless = type(workspace)(places, workspace.config, workspace.now)
    (found,) = check_index(homeless)
    homeless.close()
    assert "in memory" in found.what and "writable" in found.mend
