"""The man page is that of the commands as they are, and man can show it."""

import shutil
import subprocess

import pytest

from netui.cli.commands import COMMANDS
from tests.support.man_page import MAN_PAGE, man_page


def test_the_page_is_as_the_commands_are() -> None:
    assert MAN_PAGE.read_text(encoding="utf-8") == man_page(), "python -m tests.support.man_page rewrites it"


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed here")
def test_man_shows_every_command() -> None:
    settings = {"PATH": "/usr/bin:/bin", "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"}
    command = ["man", "--warnings", "-l", str(MAN_PAGE)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, env=settings)
    assert shown.stderr == ""
    for name in COMMANDS:
        assert f"netui {name}" in shown.stdout
