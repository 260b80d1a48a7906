"""How little is sent: counted, not timed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.app import entry, write_network
from tests.support.terminal import Terminal, environment

pytestmark = [pytest.mark.tty, pytest.mark.usefixtures("on_the_engine")]
SAID = "Told me how the new team settles in and what they still look for."
GIVEN = ("Ada", "Bram", "Cleo", "Dov", "Edda")
KINDS = ("coffee", "call", "email", "lunch")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    people = {
        f"person-{at:02d}": {
            "name": f"{GIVEN[at % 5]} {chr(65 + at)}. Adler", "roles": ["mentor"],
            "tags": ["rust", "hiring"], "org": f"Holm & {at}", "notes": f"Met through {at} others.",
            "timeline": [
                entry(f"2026-{10 - at % 4 - month:02d}-{at % 20 + 3:02d}", KINDS[(at + month) % 4], SAID)
                for month in range(4)
            ],
        }
        for at in range(40)
    }  # fmt: skip
    write_network(tmp_path / "net", people, {})
    return tmp_path


@pytest.fixture(params=["xterm-256color", "screen-256color"])
def terminal(home: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    env = environment(home, TERM=request.param, COLORTERM="truecolor")
    with Terminal(home, env=env) as terminal:
        terminal.sees("40 people")
        terminal.rests()
        yield terminal


def answer(terminal: Terminal, keys: str) -> int:
    """The bytes that keys lead to, the timeline with them."""
    before = len(terminal.raw)
    terminal.keys(keys)
    terminal.rests()
    return len(terminal.raw) - before


def test_the_start_takes_six_kilobytes_at_most(terminal: Terminal) -> None:
    assert len(terminal.raw) <= 6 * 1024


def test_a_move_and_the_timeline_after_it_take_little(terminal: Terminal) -> None:
    assert 0 < answer(terminal, "j") <= 1500
    assert 0 < answer(terminal, "j") <= 1500


def test_a_line_end_takes_two_bytes(terminal: Terminal) -> None:
    before = len(terminal.raw)
    answer(terminal, "j")
    sent = terminal.raw[before:]
    assert b"\r\n" in sent and b"\r\r\n" not in sent


def test_a_letter_in_the_filter_takes_little(terminal: Terminal) -> None:
    answer(terminal, "/")
    for letter in "adl":
        assert 0 < answer(terminal, letter) <= 3000  # the list and, as a rule, another timeline


def test_the_palette_takes_little_to_open_and_at_each_letter(terminal: Terminal) -> None:
    assert 0 < answer(terminal, ":") <= 4500
    for letter in "adl":
        assert 0 < answer(terminal, letter) <= 3000


def test_nothing_is_sent_while_nothing_happens(terminal: Terminal) -> None:
    assert answer(terminal, "") == 0


def test_a_move_there_and_back_leaves_the_screen_as_it_was(terminal: Terminal) -> None:
    *others, offer, footer = terminal.screen.split("\n")
    assert "catch up?" in offer, "the first move clears it"
    before = "\n".join([*others, "", footer]), terminal.backgrounds
    answer(terminal, "jjGk/e\r\x1b?")
    answer(terminal, "\x1bg")
    terminal.until(lambda: (terminal.screen, terminal.backgrounds) == before)
