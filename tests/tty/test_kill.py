"""The program killed, signalled or cut off in mid-line: what was saved and what was typed is there again."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.app import timeline
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty


def timeline_text(home: Path) -> str:
    return (home / "net/contacts/ada-lovelace.toml").read_text()


IGNORED = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
"""Whether these tests run under nohup, where the app ignores it too."""


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.skipif(IGNORED, reason="nohup"))]
)
def test_a_signal_ends_it_cleanly_and_keeps_what_was_typed(home: Path, number: int) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncoffee with @ada: half a")
        terminal.sees("half a")
        terminal.signal(number)
        terminal.ends()
        assert b"\x1b[?1049l" in terminal.raw
        assert "Traceback" not in terminal.screen
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n\x1b[A")
        terminal.sees("coffee with @ada: half a")


def test_a_line_that_is_cut_keeps_what_was_typed_and_leaves_nothing_running(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncoffee with @ada: half a")
        terminal.sees("half a")
        terminal.hang_up()
        terminal.process.wait(20)
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n\x1b[A")
        terminal.sees("coffee with @ada: half a")


def kept(home: Path) -> str:
    """The text of all drafts."""
    return "\n".join(file.read_text() for file in (home / "state/netui/drafts").rglob("*.txt"))


@pytest.mark.parametrize(
    ("opens", "typed", "again"),
    [
        ("n", "coffee with @ada: half a", "n\x1b[A"),
        ("p", "send the dec", "p\x1b[A"),
        ("e", " the younger", "e"),
    ],
)
def test_a_kill_in_mid_line_leaves_what_was_typed(home: Path, opens: str, typed: str, again: str) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys(opens + typed)
        terminal.sees(typed)
        terminal.until(lambda: terminal.read(0.01) is not None and typed in kept(home), "a draft")
        terminal.signal(signal.SIGKILL)
        terminal.ends()
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys(again)
        terminal.sees(typed)


def test_a_kill_in_mid_paste_leaves_each_line_that_was_not_saved(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n")
        terminal.sees("enter saves")
        terminal.keys(
            "\x1b[200~call with @ada: one\r\n\r\ncall with @grace: two\r\ncall with @mary: three\x1b[201~"
        )
        terminal.sees("1 of 3 call with @ada: one")
        terminal.keys("\r")
        terminal.sees("2 of 3 call with @grace: two")
        terminal.until(lambda: "two" in kept(home) and "three" in kept(home), "the lines as drafts")
        terminal.kill()
    assert [item["text"] for item in timeline(home, "ada-lovelace")][-1] == "one"
    assert not timeline(home, "grace-hopper")
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n\x1b[A")
        terminal.sees("call with @")
        terminal.keys("\x1b[A")
        terminal.until(lambda: "two" in terminal.screen or "three" in terminal.screen, "the other line")
    assert "two" in kept(home) and "three" in kept(home)


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment_nothing_saved_is_lost(home: Path, seed: int) -> None:
    rng = random.Random(seed)
    saved: list[str] = []
    for turn in range(2):
        with Terminal(home) as terminal:
            terminal.sees("Ada Lovelace")
            for number in range(rng.randrange(2, 5)):
                words = f"words {seed} {turn} {number}"
                terminal.keys(f"ncall with @ada: {words}\r")
                terminal.until(lambda words=words: words in timeline_text(home))
                saved.append(words)
            terminal.keys("ncall with @ada: on the brink\r")
            terminal.read(rng.random() * 0.05)
            terminal.kill()
        texts = [item.get("text") for item in timeline(home, "ada-lovelace")]
        assert [text for text in texts if text in saved] == saved
        assert not list((home / "net").rglob("*tmp*"))
    done = subprocess.run(
        [sys.executable, "-m", "netui", "check"], env=environment(home), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
