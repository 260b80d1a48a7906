"""ctrl+z stops netui as any program of a shell, and fg brings the whole screen back."""

import shlex
import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, environment

PROMPT = "shell>"


@pytest.mark.parametrize("driver", ["netui", "textual"])
def test_fg_draws_the_whole_screen_again(home: Path, driver: str) -> None:
    env = environment(home, PS1=PROMPT, NETUI_TERMINAL=driver)
    with Terminal(home, "-i", env=env, program=["sh"]) as terminal:
        terminal.sees(PROMPT)
        terminal.keys(f"{shlex.quote(sys.executable)} -m netui\r")
        terminal.sees("Ada Lovelace")
        terminal.sees("? help")
        terminal.rests()
        before = terminal.screen
        for _ in range(2):
            stop_and_clear(terminal)
            terminal.keys("fg\r")
            terminal.until(lambda: terminal.screen == before, "the screen as it was")
        terminal.keys("nlunch with @ada: after the pause")
        terminal.sees("after the pause")
        stop_and_clear(terminal)
        terminal.keys("fg\r")
        terminal.sees("after the pause")
        terminal.keys("\r")
        terminal.sees("takes it back")
        terminal.keys("q")
        terminal.sees(PROMPT)


def stop_and_clear(terminal: Terminal) -> None:
    """Stops netui; in the shell, which has the terminal as it was, writes over all that it drew."""
    terminal.keys("\x1a")
    terminal.sees("Stopped")
    terminal.until(lambda: terminal.is_cooked)
    terminal.keys("clear; echo wr''itten over it\r")
    terminal.until(lambda: terminal.screen.startswith("written over it"))


def test_without_a_shell_that_knows_jobs_it_goes_on_and_says_so(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.sees("? help")
        terminal.keys("\x1a")
        terminal.sees("there is no shell to go back to")
