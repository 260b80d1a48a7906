"""Files that say they have terabytes, in every place netui reads: no command fails for memory."""

import os

import pytest

from netui.cli.commands import COMMANDS
from netui.cli.early_survey import READING
from tests.cli.conftest import Cli

PLACES = (
    "net/contacts/big.toml", "net/goals/big.toml", "net/inbox/big.txt", "net/.sources/vcard-1.toml",
    "net/.quarantine/big.toml", "net/.trash/20261101T101010-zed.toml", "net/netui.toml",
    "net/.netui-forgotten.toml", "config/netui/config.toml", "journal",
)  # fmt: skip
CHANGING = (("note", "call with @ada: x"), ("undo",), ("forget", "bob", "--confirm", "Bob"))


@pytest.mark.parametrize("place", PLACES)
def test_a_file_of_holes_ends_no_command(cli: Cli, place: str) -> None:
    cli.write("ada", 'name = "Ada"\n')
    cli.write("bob", 'name = "Bob"\n')
    cli.ok("note", "call with @bob: x")
    path = next((cli.base / "state/netui/journal").iterdir()) if place == "journal" else cli.base / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, 1 << 42)
    reading = [[name, "ada"] if COMMANDS[name].arguments[:1] else [name] for name in READING]
    for arguments in (*reading, *CHANGING):
        result = cli.run(*arguments)
        assert "unexpected" not in result.err and result.status in (0, 1, 2, 3), (arguments, result)
    assert "Ada" in cli.ok("list")
