"""No byte that others wrote makes the terminal do anything, on any screen of the app."""

import re
from pathlib import Path

import pytest

from netui.presentation.actions import PAGES
from tests.support import hostile
from tests.support.app import write_network
from tests.support.terminal import Terminal

pytestmark = [pytest.mark.tty, pytest.mark.slow]
ESC, TAB, DOWN, UP = "\x1b", "\t", "\x1b[B", "\x1b[A"
WALK = {
    "main": [*"Gg", *["jj"] * (len(hostile.HARM) // 2), "2", *"jjjj", "G", "3", *"jjj", "G", "1"],
    "prompt": ["n", "call with @end", ESC, "/", "end", ESC, ESC, "t", ESC, "s", ESC, "c", ESC, "p", ESC],
    "search": ["f", "end", DOWN, ESC],
    "form": ["e", DOWN, DOWN, TAB, ESC, "2", "g", "jj", "\r", ESC, "o", DOWN, ESC, "1"],
    "questions": ["d", "n", "y", ESC, "A", ESC, "u"],
    "details": ["P", *["jjjj"] * 6, "G", "a", ESC, "g", "jjjjjjj", "e", ESC, "d", "n", "q"],
    "circle": ["#", "\r", "j", "q", ESC],
    "settings": [",", "j", "j", "q"],
    "brief": ["b", " ", TAB, "q"],
    "insights": ["i", *["  "] * 4, TAB, TAB, "q"],
    "people listed": ["i", TAB, "j", "\r", "j", "q", TAB, "\r", "j", "q"],
    "review": ["r", " ", " ", "q"],
    "expertise": ["w", "end", "\r", ESC],
    "goal": ["3", "g", "j", "\r", "j", "j", "e", ESC, "q", "1"],
    "catching up": ["C", "j", " ", "q"],
    "merging": ["g", " ", "j", " ", "M", ESC, ESC],
    "help": ["?", " ", "q"],
    "settling": ["g", "=", "j", "j", ESC, "jj", "=", ESC],
    "picker": [":", "end", ESC],
    "importing": ["I", "~/h\t", "\r", "j", "s", "n", "G", "q"],
    "sorting new people": ["I", "~/h.vcf", "\r", "y", " ", "q", ESC, "u"],
    "duplicates": ["M", " ", TAB, "q"],
}
"""Keys by the screens that they lead over."""
OWN = "\x1b]22;default"
"""The shape of the mouse pointer, which Textual sets at the start."""
LINK = re.compile(r"\x1b\]8;;(?:(?:https?://|mailto:|tel:)[!-~]+)?")


def shows_no_harm(raw: bytes) -> None:
    text = raw.decode()
    assert not set(text) & (hostile.FORBIDDEN - set("\x1b\r\n\x07\x08"))
    strings = re.findall(r"\x1b[\]P_^X][^\x1b\x07]*", text)
    others = {each for each in strings if not LINK.fullmatch(each)}
    assert others <= {OWN}, "strings that a terminal keeps, sets or sends"
    assert "\x1b[2J\x1b[31m" not in text and "\x9b" not in text


def test_no_byte_of_harm_reaches_the_terminal(tmp_path: Path) -> None:
    write_network(tmp_path / "net", hostile.contacts(), hostile.goals())
    cards = (f"BEGIN:VCARD\nFN:{text}\nORG:{text}\nX-ODD:{text}\nEND:VCARD\n" for text in hostile.HARM)
    (tmp_path / "h.vcf").write_text("".join(cards), encoding="utf-8")
    with Terminal(tmp_path, size=(140, 40)) as terminal:
        terminal.sees("closing")
        for screen, keys in WALK.items():
            for key in keys:
                terminal.keys(key)
                terminal.rests(0.05)
            shows_no_harm(terminal.raw)
            for _ in range(2):
                terminal.keys(ESC)
                terminal.rests(0.05)
            assert terminal.process.poll() is None, f"{screen}:\n{terminal.screen}"
        terminal.keys("q")
        assert terminal.ends() == 0
    shows_no_harm(terminal.raw)
    assert b"owned" in terminal.raw and b"]52;c;b3" in terminal.raw, "it is shown as text"
    with Terminal(tmp_path, size=(140, 40)) as terminal:  # the splash
        terminal.sees("People")
        terminal.keys("q")
        assert terminal.ends() == 0
    shows_no_harm(terminal.raw)


def test_the_walk_goes_over_every_page() -> None:
    with_nobody = {"welcome"}
    assert set(PAGES) - with_nobody <= {*WALK}


@pytest.mark.parametrize(
    "words",
    ["list", "show h05", "digest --markdown", "digest --html", "export", "export --to vcard", "due --json"],
)
def test_no_command_sends_one_either(tmp_path: Path, words: str) -> None:
    write_network(tmp_path / "net", hostile.contacts(), hostile.goals())
    with Terminal(tmp_path, *words.split(), size=(140, 40)) as terminal:
        assert terminal.ends() == 0
    text = terminal.raw.decode().replace("\x1b[K", "")  # the end of the line of progress
    assert not set(text) & (hostile.FORBIDDEN - set("\r\n")) and "end" in text
