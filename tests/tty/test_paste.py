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
def test_what_is_pasted_into_a_filter_or_a_search_runs_no_command(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("/")
        terminal.sees("5 people   #tag")
        terminal.keys("hopper\rdx\r")
        terminal.sees("/ 2 of 2 dx")
        terminal.keys("\x1b")
        terminal.until(lambda: "2 of 2" not in terminal.screen)
        terminal.keys("f")
        terminal.sees("words anywhere")
        terminal.keys("horses\rdx")
        terminal.sees("not typed")
        terminal.keys_apart("q", "y")
        assert terminal.ends() == 0
    assert sorted(path.stem for path in (home / "net/contacts").iterdir()) == [
        "ada-lovelace", "alan-kay", "alan-turing", "grace-hopper", "mary-somerville", "old-club",
    ]  # fmt: skip


@pytest.mark.usefixtures("on_the_engine")
def test_lines_below_a_day_that_come_with_an_enter_are_of_that_day(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n")
        terminal.sees("enter saves")
        terminal.keys("Monday\r- call with @ada: one\r\r- call with @grace: two\r")
        terminal.sees("1 of 2 Monday: call with @ada: one")
        terminal.keys("\r")
        terminal.sees("2 of 2 Monday: call with @grace: two")
        terminal.keys("\r")
        terminal.sees("call · Grace Hopper · Mon 16 Nov 2026")
        terminal.keys("q")
        assert terminal.ends() == 0
        assert str(timeline(home, "ada-lovelace")[-1]["on"]) == "2026-11-16"


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
