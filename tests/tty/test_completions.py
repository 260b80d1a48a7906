"""Completion in the real shells, at their prompts: a tab after what was typed."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.support.app import write_network
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.slow
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(netui completions bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -Uz compinit; compinit -u -D; eval "$(netui completions zsh)"'),
    "fish": (["fish", "--no-config", "-i"], "netui completions fish | source"),
}
TYPED = [
    ("netui rhy\t", "netui rhythm"),
    ("netui show lovel\t", "netui show ada-lovelace"),
    ("netui list is:dorm\t", "netui list is:dormant"),
    ("netui tag ada-lovelace +lon\t", "netui tag ada-lovelace +london"),
    ("netui done p\t", "netui done p7c2"),
    ("netui note coffee with @ad\t", "netui note coffee with @ada-lovelace"),
    ("netui list --so\t", "netui list --sort"),
]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_tab_completes(tmp_path: Path, shell: str) -> None:
    command, setup = SHELLS[shell]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{shell} is not installed here")
    ada = {
        "name": "Ada Lovelace",
        "tags": ["london"],
        "promise": [{"id": "p7c2", "by": "me", "text": "Send the deck"}],
    }
    write_network(tmp_path / "net", {"ada-lovelace": ada})
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "netui").write_text(f'#!/bin/sh\nexec {sys.executable} -m netui "$@"\n')
    (bin_folder / "netui").chmod(0o755)
    env = environment(tmp_path, PS1="> ")
    env["PATH"] = f"{bin_folder}:{env['PATH']}"
    with Terminal(tmp_path, env=env, program=command, size=(120, 30)) as terminal:
        terminal.keys(f"{setup}; echo set''up\n")
        terminal.sees("setup")
        for typed, whole in TYPED:
            terminal.keys(typed)
            terminal.sees(whole)
            terminal.keys("\x15")
            terminal.until(lambda whole=whole: whole not in last_line(terminal), f"{whole} taken back")


def last_line(terminal: Terminal) -> str:
    return terminal.screen.rstrip().rpartition("\n")[2]
