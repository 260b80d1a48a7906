"""Importing mail on a terminal: it asks which addresses are one's own, and who matters."""

from pathlib import Path

import pytest

from tests.support.terminal import Terminal

pytestmark = pytest.mark.tty
MAIL = """From x Sat Nov 14 09:00:00 2026
From: me@home.example
To: Zed Nine <zed@x.example>, Yan Ten <yan@x.example>, ada@x.example
Date: 14 Nov 2025 09:00 +0100
Message-ID: <1>

body
"""


def test_it_asks_for_ones_own_addresses_and_for_those_who_matter(home: Path) -> None:
    mail = home / "mail.mbox"
    mail.write_text(MAIL)
    with Terminal(home, "import", str(mail), "--who") as terminal:
        terminal.sees("which e-mail addresses are yours?")
        terminal.keys("me@home.example\r")
        terminal.sees("Zed Nine")
        terminal.sees("who matters?")
        terminal.keys("1-3\r")
        assert terminal.ends() == 0
    assert {path.stem for path in (home / "net/contacts").glob("*.toml")} >= {"ada", "yan-ten", "zed-nine"}


def test_an_answer_that_is_no_number_adds_nobody(home: Path) -> None:
    mail = home / "mail.mbox"
    mail.write_text(MAIL)
    with Terminal(home, "import", str(mail), "--who", "--me", "me@home.example") as terminal:
        terminal.sees("who matters?")
        terminal.keys("zed\r")
        terminal.sees("is no number from 1 to 3")
        assert terminal.ends() == 2
    assert not (home / "net/contacts/zed-nine.toml").exists()
