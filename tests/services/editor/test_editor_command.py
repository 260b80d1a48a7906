"""The user's editor: which one, at which line, how it is waited for, and whom an interrupt is for."""

import os
import signal
import sys

import pytest

from netui.services.editor.editor_command import (
    at_line,
    editor_command,
    ended_words,
    missing_wait_option,
    run_on_terminal,
)
from netui.services.errors import Refused


def test_which_editor() -> None:
    assert editor_command("true -x", {"EDITOR": "false"}) == ["true", "-x"]
    assert editor_command("", {"VISUAL": "true", "EDITOR": "false"}) == ["true"]
    assert editor_command(" ", {"EDITOR": "false"}) == ["false"]
    with pytest.raises(Refused, match=r"the setting editor .* no program 'no-such-editor'"):
        editor_command("no-such-editor")
    with pytest.raises(Refused, match="cannot be read as a command"):
        editor_command("", {"VISUAL": "vim '"})


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("/usr/bin/vim", ["+7", "f"]),
        ("hx", ["f:7"]),
        ("code", ["--goto", "f:7"]),
        ("unknown", ["f"]),
    ],
)
def test_the_line_in_the_editors_own_syntax(editor: str, arguments: list[str]) -> None:
    assert at_line([editor], "f", 7) == [editor, *arguments]
    assert at_line([editor], "f", 0) == [editor, "f"]


@pytest.mark.parametrize(
    ("command", "option"),
    [("code", "--wait"), ("/usr/bin/code -r", "--wait"), ("code -w", ""), ("kate", "--block"), ("vim", "")],
)
def test_the_option_that_makes_it_wait(command: str, option: str) -> None:
    assert missing_wait_option(command.split()) == option


def test_how_it_ended() -> None:
    assert ended_words(["vi", "a b"], 3) == "the editor vi 'a b' ended with status 3"
    assert ended_words(["vi"], -15) == "the editor vi was ended by SIGTERM"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT])
def test_an_interrupt_while_it_runs_is_for_the_editor_alone(number: signal.Signals) -> None:
    code = (
        "import os, signal\n"
        f"os.kill(os.getppid(), {number:d})\n"
        f"os._exit(40 + (signal.getsignal({number:d}) is signal.SIG_IGN))\n"
    )
    before = signal.getsignal(number)
    assert run_on_terminal([sys.executable, "-c", code]) == 40, "the editor itself ignores no interrupt"
    assert signal.getsignal(number) is before


def test_interrupts_count_again_where_it_cannot_be_run() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(OSError):
        run_on_terminal([os.devnull])
    assert signal.getsignal(signal.SIGINT) is before
