"""What is seen before anything is loaded: the screen as it was left, as long as it is true."""

import os
import signal
from pathlib import Path

import pytest

from tests.support.app import a_few_people, write_network
from tests.support.terminal import Terminal, environment

pytestmark = [pytest.mark.tty, pytest.mark.usefixtures("on_the_engine")]
ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A network whose screen was left once."""
    write_network(tmp_path / "net", a_few_people(), {"cto-role": {"title": "A CTO role"}})
    os.utime(tmp_path / "net/contacts", (1, 1))  # well before anybody looks at it
    os.utime(tmp_path / "net/goals", (1, 1))
    with Terminal(tmp_path) as terminal:
        terminal.sees("Mary")
        terminal.keys("jj")
        terminal.sees("Her lab is hiring")
        terminal.keys("q")
        assert terminal.ends() == 0
    return tmp_path


def loading(home: Path, what: str) -> dict[str, str]:
    """Surroundings in which Textual cannot be had; ``what`` happens instead."""
    textual = home / "instead" / "textual"
    textual.mkdir(parents=True)
    (textual / "__init__.py").write_text(what)
    before = environment(home)
    return {**before, "PYTHONPATH": f"{textual.parent}{os.pathsep}{before['PYTHONPATH']}"}


def test_it_is_there_before_anything_is_loaded(home: Path) -> None:
    with Terminal(home, env=loading(home, "import time\ntime.sleep(600)\n")) as terminal:
        terminal.sees("Her lab is hiring")
        terminal.sees_cell("Ada Lovelace", bold=True)
        terminal.keys("jq\x03\x04")
        terminal.read(0.2)
        assert b"jq" not in terminal.raw and terminal.process.poll() is None
        terminal.signal(signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
        assert terminal.raw.rstrip().endswith(LEFT + b"\x1b[?25h")


def test_what_cannot_be_loaded_leaves_the_terminal_as_it_was(home: Path) -> None:
    with Terminal(home, env=loading(home, "raise ImportError('gone')\n")) as terminal:
        assert terminal.ends() == 3
        assert terminal.raw.index(ENTERED) < terminal.raw.index(LEFT)
        assert "something unexpected happened" in terminal.screen
        assert "Traceback" not in terminal.screen


def test_the_app_goes_on_from_there_and_sends_none_of_it_again(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Her lab is hiring")
        first = terminal.screen
        terminal.until(lambda: b"\x1b[?1004h" in terminal.raw, "the app takes over")
        terminal.keys("k")
        terminal.until(lambda: "Her lab is hiring" not in terminal.screen)
        terminal.keys("j")
        terminal.until(lambda: terminal.screen == first, f"the screen as it was:\n{first}\nbut not")
        assert terminal.raw.count(ENTERED) == 1
        assert terminal.raw.count(b"Somerville") == 1
        terminal.keys("q")
        assert terminal.ends() == 0
        assert terminal.raw.count(LEFT) == 1


def test_a_screen_left_elsewhere_is_not_shown(home: Path) -> None:
    assert list(home.glob("*/netui/screen-*"))
    with Terminal(home) as terminal:
        terminal.sees("Her lab is hiring")
        terminal.until(lambda: b"\x1b[?1004h" in terminal.raw, "the app takes over")
        terminal.keys("j2")
        terminal.sees("lunch with Ada")
        terminal.keys("q")
        assert terminal.ends() == 0
    assert not list(home.glob("*/netui/screen-*"))


def test_keys_typed_at_once_are_done_once_it_can(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Her lab is hiring")
        terminal.keys("ncall with @mary: on the dot\r")
        terminal.sees("on the dot")
        terminal.keys("q")
        assert terminal.ends() == 0
    assert "on the dot" in (home / "net/contacts/mary-somerville.toml").read_text()


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
def test_a_window_resized_meanwhile_shows_the_app_in_its_size(home: Path, size: tuple[int, int]) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Her lab is hiring")
        terminal.resize(*size)
        terminal.until(lambda: terminal.screen.splitlines()[-1].rstrip().endswith("? help"))
        assert terminal.screen.count("Mary Somerville") == 1
        terminal.keys("q")
        assert terminal.ends() == 0


@pytest.mark.parametrize("change", ["file", "day", "size", "colours"])
def test_what_is_no_longer_so_is_not_shown(home: Path, change: str) -> None:
    env, size = loading(home, "raise ImportError('gone')\n"), (80, 24)
    if change == "file":
        (home / "net/contacts/zoe.toml").write_text('name = "Zoe"\n')
    elif change == "day":
        env["NETUI_TODAY"] = "2026-11-22"
    elif change == "size":
        size = (81, 24)
    else:
        env["NO_COLOR"] = "1"
    with Terminal(home, size=size, env=env) as terminal:
        assert terminal.ends() == 3
        assert ENTERED not in terminal.raw


def test_what_was_said_and_what_is_underway_is_not_kept(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Her lab is hiring")
        terminal.keys("v")
        terminal.sees("sorted by name")
        terminal.keys("q")
        assert terminal.ends() == 0
    with Terminal(home) as terminal:
        terminal.sees("by name")
        terminal.until(lambda: b"\x1b[?1004h" in terminal.raw, "the app takes over")
        assert b"sorted by" not in terminal.raw
        terminal.keys("2")
        terminal.sees_cell("Timeline", bold=True)
        terminal.keys("q")
        assert terminal.ends() == 0
    with Terminal(home) as terminal:
        terminal.sees_cell("People", bold=True)
        terminal.keys("q")
        assert terminal.ends() == 0
