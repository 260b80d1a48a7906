"""Text pasted into a line, with and without the terminal's word for it."""

from pathlib import Path

import pytest

from tests.support.app import timeline
from tests.support.terminal import Terminal

pytestmark = pytest.mark.tty


@pytest.mark.usefixtures("on_the_engine")
def test_lines_that_come_in_one_read_with_an_enter_are_offered_one_by_one(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n")
        terminal.sees("enter saves")
        terminal.keys("call with @ada: one\rcall with @grace: dqx\r\rcall with @mary: three\r")
        terminal.sees("2 of 3 call with @grace: dqx")
        assert [item["text"] for item in timeline(home, "ada-lovelace")][-1] == "one"
        assert not timeline(home, "grace-hopper"), "it is not saved before an enter of its own"
        terminal.keys("\r")
        terminal.sees("3 of 3 call with @mary: three")
        terminal.keys("\x1b")
        terminal.sees("kept as a draft")
        assert [item["text"] for item in timeline(home, "grace-hopper")] == ["dqx"]
        terminal.keys("q")
        assert terminal.ends() == 0


@pytest.mark.usefixtures("on_the_engine")
def test_keys_in_a_read_of_their_own_are_keys(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys_apart("ncall with @ada: one\r", "q")
        assert terminal.ends() == 0
        assert [item["text"] for item in timeline(home, "ada-lovelace")][-1] == "one"


def test_pasted_lines_are_offered_one_by_one(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n")
        terminal.sees("enter saves")
        terminal.keys("\x1b[200~call with @ada: one\r\rcall with @grace: two\r\x1b[201~")
        terminal.sees("1 of 2 call with @ada: one")
        terminal.keys("\r")
        terminal.sees("2 of 2 call with @grace: two")
        terminal.keys("\r")
        terminal.sees("call · Grace Hopper")
        terminal.keys("q")
        assert terminal.ends() == 0
