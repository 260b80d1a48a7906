"""The candidates for the last word: commands, options, and what the network holds."""

import pytest

from netui.cli.commands import COMMANDS
from netui.cli.completion.candidates import FILES, SOURCES, positions, takes_value, value_words
from tests.cli.conftest import Cli

FREE = {
    "NAME", "TEXT", "TOPIC", "VALUE", "WHEN", "UNTIL", "DATE", "DAY", "DAYS", "SPAN", "N", "ANSWER", "WHAT",
    "THING", "E", "O", "R", "A", "T", "W", "AS", "PLACE", "PERIOD", "KIND", "STEP", "FORMAT", "FIELD=COLUMN",
    "SHELL", "WORD", "LINE", "ADDRESS", "S",
}  # fmt: skip
"""The metavars whose words are the user's own."""


def complete(cli: Cli, *words: str) -> list[str]:
    lines = cli.ok("completions", "zsh", "--", *words).splitlines()
    return [line.partition("\t")[0] for line in lines]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["sh"], ["show"]),
        (["rhy"], ["rhythm"]),
        (["show", ""], ["grace", "ada", "mary"]),
        (["show", "a"], ["ada"]),
        (["show", "lovel"], ["ada"]),
        (["snooze", "mary", ""], []),
        (["add", "New One", "--tag", "lon"], ["london"]),
        (["tag", "ada", "+l"], ["+london"]),
        (["tag", "ada", "-l"], ["-london"]),
        (["list", "is:qui"], ["is:quiet"]),
        (["list", "#l"], ["#london"]),
        (["list", "-is:arch"], ["-is:archived"]),
        (["list", "know"], ["knows:"]),
        (["list", "--sort", "l"], ["last"]),
        (["list", "--so"], ["--sort"]),
        (["done", ""], ["p1", "p2"]),
        (["happened", "pl"], ["plan"]),
        (["list", "date:m"], ["date:march", "date:may"]),
        (["list", "#a -has:ph"], ["#a -has:phone"]),
        (["set", "ada", "loc"], ["location"]),
        (["goal", "mil"], ["milestone"]),
        (["goal", "set", "c"], ["cto"]),
        (["relate", "ada", "gr"], ["grace"]),
        (["rhythm", "ada", "le"], ["learn"]),
        (["merge", "ada", "gr"], ["grace"]),
        (["note", "cof"], ["coffee"]),
        (["note", "coffee with @ad"], ["coffee with @ada"]),
        (["note", "coffee", "#lon"], ["#london"]),
        (["note", "coffee ^c"], ["coffee ^cto"]),
        (["import", "car"], [FILES]),
        (["--data", "x"], [FILES]),
        (["help", "qu"], ["queries", "quiet", "query"]),
        (["help", "tra"], ["trash"]),
        (["export", "--to", "v"], ["vcard"]),
        (["restore", "b.tar.gz", "--to", "v"], [FILES]),
        (["import", "x", "--from", "vc"], ["vcard"]),
        (["completions", "f"], ["fish"]),
        (["--de"], ["--demo"]),
        (["nosuch", "x"], []),
        (["undo", "x"], []),
    ],
)
def test_what_may_stand_there(known: Cli, words: list[str], found: list[str]) -> None:
    assert complete(known, *words) == found


def test_people_and_promises_say_who_they_are(known: Cli) -> None:
    assert known.ok("completions", "fish", "--", "show", "ad") == "ada\tAda Lovelace\n"
    assert known.ok("completions", "fish", "--", "done", "p1") == "p1\tAda Lovelace: the deck\n"


@pytest.mark.parametrize(
    ("line", "replaced", "found"),
    [
        ("netui list is:qui", "qui", "quiet\n"),
        ("netui list is:qui", "is:qui", "is:quiet\n"),
        ('netui note "coffee with @ad', "coffee with @ad", "coffee with @ada\tAda Lovelace\n"),
        ("netui note coffee with @ad", "ad", "ada\tAda Lovelace\n"),
    ],
)
def test_bash_gets_what_it_inserts(known: Cli, line: str, replaced: str, found: str) -> None:
    assert known.ok("completions", "bash", "--line", line, "--replaced", replaced) == found


def test_hostile_names_stay_one_line_and_words_of_ids(cli: Cli) -> None:
    cli.write("ada", 'name = "Ada\\nX\\u001b]52;c;x\\u0007 $(reboot)"\ntags = ["a b", "ok"]\n')
    (line,) = cli.ok("completions", "zsh", "--", "show", "a").splitlines()
    assert line.startswith("ada\t") and "\x1b" not in line
    assert complete(cli, "tag", "ada", "+") == ["+ok"]


def test_a_network_that_cannot_be_read_offers_nothing(cli: Cli) -> None:
    cli.network.parent.mkdir(exist_ok=True)
    cli.network.write_text("no folder")
    assert cli.run("completions", "bash", "--line", "netui show a").out == ""


def test_an_unknown_shell_is_refused(cli: Cli) -> None:
    result = cli.run("completions", "tcsh")
    assert result.status == 2 and "bash, zsh, fish" in result.err


def test_every_word_is_completed_or_known_to_be_free() -> None:
    for name, command in COMMANDS.items():
        for word in positions(command):
            assert f"{name} {word}" in SOURCES or word in SOURCES or word in FREE or "|" in word, (name, word)
        for option in command.arguments:
            if option.is_option and takes_value(option) and not option.settings.get("choices"):
                own, word = value_words(option)
                assert own in SOURCES or word in SOURCES or word in FREE or "|" in word, (name, own, word)
