"""No command prints a byte that a terminal obeys, whatever names, notes, files and arguments hold.

Commands, their words and options are read from the table, the fields from the models: new ones are tested
from the day they are declared.
"""

import json
import os
import shlex
from collections.abc import Iterator

import pytest

from netui.cli.command import Command
from netui.cli.commands import COMMANDS
from netui.cli.early_survey import READING
from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.presentation.manual.topics import TOPICS
from netui.services.people.set_field import KEYS
from netui.storage.validation.validate import errors_in
from tests.cli.conftest import Cli, Result
from tests.support import hostile
from tests.support.app import toml, write_network

HARM = hostile.EVERY_HARM
PEOPLE = ("WHO", "WHOM", "A", "B")
"""How commands call an argument that means a person."""
WORDS = {"KEY": KEYS, "TOPIC": TOPICS}
"""What other arguments can be, beside what anybody may write."""


def network(cli: Cli) -> None:
    """Ada and others whose every field holds harm, files that are wrong, and names of files that do harm."""
    contacts = {
        "ada": hostile.full_contact(HARM),
        "bob": hostile.full_contact(HARM, is_open=False),
        "a-lovelace": {**hostile.full_contact(HARM), "name": f"{HARM} Ada"},
        **{f"x{name}": data for name, data in hostile.broken({"name": HARM}, HARM).items()},
    }
    goals = {
        "cto-role": hostile.full_goal(HARM),
        "past": hostile.full_goal(HARM, is_open=False),
        **{f"x{name}": data for name, data in hostile.broken({"title": HARM}, HARM).items()},
    }
    write_network(cli.network, contacts, goals)
    for folder in ("contacts", "goals"):
        for stem in ("\x9b2J", "\u202egnp", "\x1b]0;owned\x07", "two\nlines", "\u2028", b"\xff\x1b[2J"):
            path = os.path.join(os.fsencode(cli.network / folder), os.fsencode(stem) + b".toml")
            with open(path, "wb") as file:
                file.write(toml({"name": HARM, "title": HARM}).encode())
        (cli.network / folder / "bad.toml").write_text(f'name = "{HARM}"\n')
    config = cli.base / "config/netui/config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(toml({"theme": HARM, "editor": "true", HARM: HARM, "keys": {HARM: HARM, "log": HARM}}))


def calls(command: Command) -> Iterator[list[str]]:
    """As its example shows it; with words that mean somebody, with harm as words, with each option."""
    yield shlex.split(command.example.partition(">")[0])[2:]
    arguments = [each for each in command.arguments if not each.is_option]
    words = ["ada" if each.settings.get("metavar") in PEOPLE else HARM for each in arguments]
    yield words
    yield from spoken(command)
    yield [HARM for _ in arguments]
    yield [HARM, HARM, HARM]
    yield [f"--{HARM}"]
    for each in command.arguments:
        if each.is_option:
            yield [*words, each.names[0], *([HARM] if each.settings.get("action") != "store_true" else [])]


def spoken(command: Command) -> Iterator[list[str]]:
    """Each word that an argument can be, with harm for what is free: ``goal milestone cto-role HARM``."""
    names = [
        word
        for each in command.arguments
        if not each.is_option
        for word in str(each.settings.get("metavar")).split()
    ]
    choices = [[*WORDS.get(name, name.split("|") if "|" in name else ())] for name in names]
    for at, words in enumerate(choices):
        before = ["ada" if name in PEOPLE else HARM for name in names[:at]]
        for word in words:
            for target in (HARM,) if names[at] in WORDS else ("ada", "cto-role", HARM):
                yield [*before, word, target, HARM]


COLUMNS = {"query": "\t"}
"""Commands whose lines have cells, by what stands between them: a cell must not hold it."""


def shows_no_harm(result: Result, between: str = "") -> None:
    for text in (result.out, result.err):
        assert not (hostile.FORBIDDEN - {"\n", between}) & set(text), text
        assert not between or all(line.count(between) in (0, 2) for line in text.splitlines()), text
        text.encode()


def test_the_fields_are_right_so_that_they_are_shown() -> None:
    for is_open in (True, False):
        assert errors_in(FileId(CONTACTS, "ada"), hostile.full_contact(HARM, is_open=is_open)) == []
        assert errors_in(FileId(GOALS, "cto"), hostile.full_goal(HARM, is_open=is_open)) == []
    assert {"name", "timeline", "promise", "opportunity", "met"} <= hostile.full_contact(HARM).keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_prints_harm(cli: Cli, name: str) -> None:
    network(cli)
    for words in calls(COMMANDS[name]):
        for flag in ((), ("--json",)):
            result = cli.run(name, *words, *flag)
            shows_no_harm(result, COLUMNS.get(name, ""))
            if flag and result.status == 0:
                json.loads(result.out)
            if name not in READING and result.status == 0:
                network(cli)


def test_without_the_door_of_json_harm_is_seen(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    network(cli)
    monkeypatch.setattr("netui.cli.output.escape_json", lambda text: text)
    with pytest.raises(AssertionError):
        shows_no_harm(cli.run("show", "ada", "--json"))


def test_json_keeps_what_the_file_says(cli: Cli) -> None:
    network(cli)
    found = cli.json("show", "ada")
    assert found["name"] == HARM and found["timeline"][0]["text"] == HARM


@pytest.mark.parametrize(
    "variables",
    [
        {"NETUI_TODAY": HARM},
        {"EDITOR": HARM},
        {"EDITOR": f"false {HARM}"},
        {"NETUI_DATA": f"/no/{HARM}"},
    ],
)
def test_no_variable_is_printed_as_it_is(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    network(cli)
    (cli.base / "config/netui/config.toml").unlink()
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for arguments in (("edit", "ada"), ("list",), ("config",), ("--demo", "--keep", HARM), (HARM,)):
        shows_no_harm(cli.run(*arguments))
