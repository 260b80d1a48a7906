"""``netui conflicts``: what two edits disagree on, and settling it; many commands at once lose nothing."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

import pytest
import tomli

from tests.cli.conftest import TODAY, Cli

CLASH = f'\n[[conflict]]\nkey = "org"\nvalue = "Engines"\nother = "Initech"\non = {TODAY}\n'


@pytest.fixture
def clashed(cli: Cli) -> Cli:
    cli.write("ada", 'name = "Ada King"\norg = "Engines"\n' + CLASH)
    cli.write("bo", 'name = "Bo"\n')
    cli.write("talks", 'title = "Talks"\nwhy = "Joy"\n' + CLASH.replace('"org"', '"why"'), "goals")
    return cli


def listed(ident: str, key: str, value: str, *, is_goal: bool = False) -> dict[str, object]:
    return {
        "id": ident, "contact": None if is_goal else ident, "goal": ident if is_goal else None,
        "key": key, "value": value, "other": "Initech", "on": TODAY,
    }  # fmt: skip


def test_they_are_listed(clashed: Cli) -> None:
    ada, talks = listed("ada", "org", "Engines"), listed("talks", "why", "Joy", is_goal=True)
    assert clashed.json("conflicts") == [ada, talks]
    assert clashed.json("conflicts", "ada") == [ada]
    assert clashed.json("conflicts", "talks", "why") == [talks]
    assert clashed.json("conflicts", "bo") == [] and "no conflicts" in clashed.ok("conflicts", "bo")
    assert clashed.ok("conflicts", "ada").splitlines() == [
        f"Ada King  [ada]  org  since {TODAY}",
        "  file:  Engines",
        "  other: Initech",
        "netui conflicts WHO KEY file|other|both settles one",
    ]


def test_they_are_flagged_in_the_list_and_in_the_status(clashed: Cli) -> None:
    assert "conflict" in next(line for line in clashed.ok("list").splitlines() if "Ada King" in line)
    assert "conflict" not in next(line for line in clashed.ok("list").splitlines() if "Bo" in line)
    assert [p["id"] for p in clashed.json("list", "is:conflict")] == ["ada"]
    assert "2 in conflict" in clashed.ok("status")
    assert clashed.ok("check").startswith("3 files")


def test_one_is_settled_and_undone(clashed: Cli) -> None:
    before = clashed.file("ada")
    assert clashed.json("conflicts", "ada", "org", "both") == {
        "id": "ada", "contact": "ada", "goal": None, "key": "org", "value": "Engines / Initech",
        "conflicts": [],
    }  # fmt: skip
    assert clashed.file("ada") == 'name = "Ada King"\norg = "Engines / Initech"\n'
    clashed.ok("undo")
    assert clashed.file("ada") == before
    assert "settled org of Ada King  (netui undo" in clashed.ok("conflicts", "ada", "org", "other")
    assert tomli.loads(clashed.file("ada")) == {"name": "Ada King", "org": "Initech"}
    clashed.ok("conflicts", "talks", "why", "file")
    assert clashed.json("conflicts") == []


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("ada", "title"), 1, "no conflict of 'title'"),
        (("nobody",), 1, "nobody called"),
        (("ada", "org", "mine"), 2, "it is file, other, both"),
    ],
)
def test_what_is_wrong_is_said(clashed: Cli, arguments: Sequence[str], status: int, words: str) -> None:
    result = clashed.run("conflicts", *arguments)
    assert result.status == status and words in result.err


def test_a_command_says_that_somebody_else_was_faster(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    two.ok("set", "ada", "org", "Engines")
    changed = two.file("ada-lovelace").replace("Engines", "Initech")

    def write_first(store: object, *given: object, apply: object = _store().apply) -> object:
        two.write("ada-lovelace", changed)
        return apply(store, *given)  # type: ignore[operator]

    monkeypatch.setattr(_store(), "apply", write_first)
    result = two.run("set", "ada", "org", "Globex", "--json")
    assert result.status == 0
    assert json.loads(result.out) == {
        "done": "set org of Ada Lovelace", "files": ["contacts/ada-lovelace.toml"],
        "conflicts": [{"file": "contacts/ada-lovelace.toml", "key": "org"}],
    }  # fmt: skip
    assert "org of Ada Lovelace changed meanwhile: both texts are kept" in result.err
    assert "netui conflicts shows and settles them" in result.err
    found = tomli.loads(two.file("ada-lovelace"))
    assert found["org"] == "Initech" and found["conflict"][0]["other"] == "Globex"


def _store() -> type:
    from netui.storage.store import Store

    return Store


# ---------------------------------------------------------------------- many at once


def at_once(cli: Cli, commands: Sequence[Sequence[str]]) -> None:
    """Runs commands as processes of their own, all at the same time; each must say that it was done."""
    environment = {**os.environ, **cli.env, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "netui", *command],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for command in commands
    ]  # fmt: skip
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, (out, err)


@pytest.mark.slow
@pytest.mark.parametrize("indexed", [True, False])
def test_twelve_tags_at_once_are_twelve_tags(two: Cli, *, indexed: bool) -> None:
    if not indexed:  # all of them find no index, and one builds it
        shutil.rmtree(two.base / "cache")
    at_once(two, [("tag", "ada", f"+t{number}") for number in range(12)])
    assert sorted(tomli.loads(two.file("ada-lovelace"))["tags"]) == sorted(
        ["london", *(f"t{number}" for number in range(12))]
    )


@pytest.mark.slow
def test_one_key_set_by_several_at_once_keeps_every_text(two: Cli) -> None:
    texts = {f"Org {number}" for number in range(6)}
    at_once(two, [("set", "ada", "org", text) for text in sorted(texts)])
    seen: set[str] = set()
    while not texts <= seen:  # one that saw another's text replaced it, and undo brings that back
        found = tomli.loads(two.file("ada-lovelace"))
        seen |= {found["org"], *(each["other"] for each in found.get("conflict", []))}
        if not texts <= seen:
            two.ok("undo")
