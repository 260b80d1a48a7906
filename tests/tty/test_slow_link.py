"""Over 1 KB/s and a round trip of 150 ms: keys typed ahead are kept, screens overtaken are not sent."""

import signal
from pathlib import Path

import pytest
import tomli

from tests.support.app import entry, write_network
from tests.support.slow_link import SlowTerminal
from tests.support.terminal import Terminal

pytestmark = [pytest.mark.tty, pytest.mark.usefixtures("on_the_engine")]
PEOPLE = 60
BEFORE = "Talked about the move."
A_KEY = 160
"""About what one move of the cursor takes when nothing overtakes it."""
A_SCREEN = 5000
"""More than a whole screen of 80×24 takes."""
UNDERWAY = 5000
"""More than what may be underway when keys are typed, and once more after an answer was missed for long."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    people = {
        f"person-{at:02d}": {
            "name": f"Person {at:02d}", "timeline": [entry("2026-11-01", "call", BEFORE, id=f"e{at}")],
        }
        for at in range(PEOPLE)
    }  # fmt: skip
    write_network(tmp_path / "net", people, {})
    return tmp_path


def said(home: Path, stem: str) -> list[str]:
    return [
        item["text"] for item in tomli.loads((home / f"net/contacts/{stem}.toml").read_text())["timeline"]
    ]


def written(home: Path) -> list[str]:
    """All that stands in the files beside what stood there before."""
    stems = sorted(path.stem for path in (home / "net/contacts").glob("[a-z]*.toml"))
    return [text for stem in stems for text in said(home, stem) if text != BEFORE]


def test_a_session_typed_ahead_loses_no_key_and_misapplies_none(home: Path) -> None:
    with SlowTerminal(home) as terminal:
        terminal.sees("Person 00")
        terminal.keys_apart(
            "jjjjj/person 17\r",
            "ncall: the first line, typed ahead\r",
            "jjkncall: the second line\r",
            "u"
            "\x1bjjjjj"  # escape clears the filter, and what follows it at once is no key with alt
            "/person 23\r",
            "n\x15not to be kept\x1bncall with @person-42 @person-43: u q x d\r",
            "q",
        )
        assert terminal.ends() == 0
        assert b"\x1b[?1049l" in terminal.raw
    assert said(home, "person-17")[1:] == ["the first line, typed ahead"]
    assert said(home, "person-42")[1:] == ["u q x d"]
    assert written(home) == ["the first line, typed ahead", "u q x d"]


def test_screens_that_are_overtaken_are_not_sent(home: Path) -> None:
    with SlowTerminal(home) as terminal:
        terminal.sees("Person 00")
        terminal.rests()
        before = len(terminal.raw)
        keys = "jjjjjjjjjj" * 20 + "kkkkkkkkkk" * 20 + "jjj"
        terminal.keys(keys + "ncall: all keys are dealt with\r")
        terminal.waits(lambda: written(home))
        terminal.until(lambda: "takes it back" in terminal.screen)
        terminal.rests()
        assert len(terminal.raw) - before < A_SCREEN + UNDERWAY < len(keys) * A_KEY / 5
        terminal.keys("q")
        assert terminal.ends() == 0
    assert said(home, "person-03")[1:] == ["all keys are dealt with"]


def test_what_is_shown_at_last_is_what_is_shown_without_haste(home: Path) -> None:
    keys = "jjjjG" + "k" * 30 + "ggjj" + "/3\r", "jj2jj1v"
    screens = []
    for make in (Terminal, SlowTerminal):
        with make(home) as terminal:
            terminal.sees("60 people")
            if make is Terminal:
                terminal.rests()  # once a move has cleared the offer to catch up, it would come as a toast
            terminal.keys_apart(*keys)
            terminal.sees("sorted by name")
            terminal.rests()
            screens.append((terminal.screen, terminal.backgrounds))
    assert screens[0] == screens[1]


@pytest.mark.parametrize("number", [None, signal.SIGTERM])
def test_a_link_that_stalls_keeps_nothing_from_being_saved(home: Path, number: int | None) -> None:
    with Terminal(home) as terminal:
        terminal.sees("60 people")
        terminal.keys("jk" * 150 + "ncall: said while nothing arrived\r")
        terminal.waits(lambda: written(home) == ["said while nothing arrived"])
        if number is None:
            terminal.keys("q")
        else:
            terminal.signal(number)
        terminal.process.wait(30)


def test_ctrl_c_leaves_in_order_while_a_reply_of_the_terminal_is_underway(home: Path) -> None:
    with SlowTerminal(home) as terminal:
        terminal.sees("Person 00")
        terminal.keys("n")
        terminal.sees("enter saves")
        terminal.rests()
        terminal.keys("call: not to be lost\x03")
        assert terminal.ends() == 0
        assert b"\x1b[?1049l" in terminal.raw and b"no answer" not in terminal.raw
    (draft,) = (home / "state/netui/drafts").rglob("*.txt")
    assert draft.read_text() == "call: not to be lost"
