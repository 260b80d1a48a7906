"""The real program in a real terminal: coming, leaving, editors, others at the same files."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.app import a_few_people, timeline, write_network
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty
_COLOUR = re.compile(rb"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


def editor(home: Path, script: str) -> str:
    path = home / "editor"
    path.write_text(f"#!{sys.executable}\nimport pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


# ---------------------------------------------------------------------- coming and going


@pytest.mark.parametrize("key", ["q", "\x11", "\x03"])
def test_it_opens_and_leaves_with_status_zero_and_a_clean_terminal(home: Path, key: str) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys(key)
        assert terminal.ends() == 0
        assert b"\x1b[?1049l" in terminal.raw and terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(
            b"\x1b[?25l"
        )
        assert "Traceback" not in terminal.screen


@pytest.mark.parametrize(
    ("term", "warm"), [("screen", "●"), ("vt100", "*"), ("linux", "*"), ("xterm-256color", "●")]
)
def test_it_opens_without_colour_on_any_terminal(home: Path, term: str, warm: str) -> None:
    with Terminal(home, env=environment(home, TERM=term, NO_COLOR="1")) as terminal:
        terminal.sees("Grace Hopper")
        terminal.sees(f"{warm} Alan Kay")
        assert terminal.screen.isascii() == (warm == "*")
        terminal.sees_cell("Alan Kay", reverse=True)
        assert not _COLOUR.search(terminal.raw)
        terminal.keys("j")
        terminal.sees_cell("Alan Turing", reverse=True)
        terminal.keys("n")
        terminal.keys("coffee with @ada yesterday: no colour needed\r")
        terminal.sees("no colour needed")
        terminal.keys("q")
        assert terminal.ends() == 0


@pytest.mark.parametrize(("setting", "is_ascii"), [("", True), ("ascii = false", False)])
def test_a_locale_without_utf_8_is_drawn_for_in_ascii_unless_the_settings_say_otherwise(
    home: Path, setting: str, is_ascii: bool
) -> None:
    (home / "config/netui").mkdir(parents=True)
    (home / "config/netui/config.toml").write_text(setting)
    with Terminal(home, env=environment(home, LANG="C")) as terminal:
        terminal.sees("Grace Hopper")
        terminal.sees("* Alan Kay" if is_ascii else "● Alan Kay")
        assert terminal.screen.isascii() == is_ascii
        terminal.keys("q")
        assert terminal.ends() == 0


@pytest.mark.parametrize("driver", ["netui", "textual"])
@pytest.mark.parametrize(("setting", "is_taken"), [("", True), ("mouse = false", False)])
def test_the_mouse_is_left_to_the_terminal_where_the_settings_say_so(
    home: Path, setting: str, is_taken: bool, driver: str
) -> None:
    (home / "config/netui").mkdir(parents=True)
    (home / "config/netui/config.toml").write_text(setting)
    with Terminal(home, env=environment(home, NETUI_TERMINAL=driver)) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("q")
        assert terminal.ends() == 0
        assert (b"\x1b[?1000h" in terminal.raw) == is_taken


def test_a_terminal_that_cannot_place_its_cursor_is_told(home: Path) -> None:
    with Terminal(home, env=environment(home, TERM="dumb")) as terminal:
        terminal.sees("needs a terminal")
        assert terminal.ends() == 2


def test_sixteen_colours_mark_the_cursor_by_reverse(home: Path) -> None:
    with Terminal(home, env=environment(home, TERM="screen")) as terminal:
        terminal.sees("Grace Hopper")
        terminal.sees_cell("Alan Kay", reverse=True)
        terminal.sees_cell("Grace Hopper", reverse=False)


@pytest.mark.usefixtures("on_the_engine")  # an escape and the next key are two keys
@pytest.mark.parametrize("size", [(20, 5), (10, 3), (59, 20), (300, 80)])
def test_any_size_is_lived_in(home: Path, size: tuple[int, int]) -> None:
    with Terminal(home, size=size) as terminal:
        terminal.sees("netui")
        terminal.keys("j2jk3jk1ne\x1b?")
        terminal.keys("jjj")
        terminal.resize(80, 24)
        terminal.sees("Help")
        terminal.keys("q")
        terminal.sees("Grace Hopper")
        terminal.resize(*size)
        terminal.keys("q")
        assert terminal.ends() == 0


SMALL, LARGE = (80, 24), (124, 40)


@pytest.mark.parametrize(("size", "other"), [(SMALL, LARGE), (LARGE, SMALL)])
def test_a_window_that_gets_another_size_shows_what_one_of_that_size_does(
    tmp_path: Path, size: tuple[int, int], other: tuple[int, int]
) -> None:
    for name in ("one", "two"):
        write_network(tmp_path / name / "net", a_few_people(), {"cto-role": {"title": "A CTO role"}})
    with Terminal(tmp_path / "one", size=size) as one, Terminal(tmp_path / "two", size=other) as two:
        for keys, shows in (
            ("", "Alan Kay"), ("?", "Help"), ("b", "Before you"), ("i", "Insights"), ("r", "Review"),
            ("f", " find\n"), ("w", "who knows"), (":", "a line to log"), ("e", "ctrl+s"),
            ("n", "coffee with"),
        ):  # fmt: skip
            for terminal in (one, two):
                terminal.keys(keys)
                terminal.sees(shows)
            one.resize(*other)
            one.until(
                lambda: two.read(0) is not None and one.screen == two.screen,
                f"{keys!r} as it is in a window of {other}:\n{two.screen}\nbut not",
            )
            one.resize(*size)
            for terminal in (one, two):
                terminal.keys("\x1b")
                terminal.sees("n log")
                terminal.until(
                    lambda seen=terminal, gone=shows: gone not in seen.screen or gone == "Alan Kay"
                )


def test_without_a_terminal_it_says_so(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "netui"],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and "needs a terminal" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.usefixtures("on_the_engine")
def test_escape_and_the_next_key_are_two_keys_however_close_they_come(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        for pause in (0, 0.01, 0.05, 0.2):
            terminal.keys("/grace\r")
            terminal.until(lambda: "Alan Kay" not in terminal.screen and "1 found" in terminal.screen)
            terminal.keys("\x1b")
            terminal.read(pause)
            terminal.keys("G")
            terminal.until(lambda: "Alan Kay" in terminal.screen and terminal.cell("Mary Somerville").bold)
        terminal.keys("q")
        assert terminal.ends() == 0


# ---------------------------------------------------------------------- editors


def test_the_file_is_changed_in_the_editor(home: Path) -> None:
    command = editor(
        home, "path.write_text(path.read_text().replace('Alan Kay', 'Alan C. Kay') + '# mine\\n')"
    )
    with Terminal(home, env=environment(home, EDITOR=command)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("Alan C. Kay")
        terminal.keys("j")
        terminal.until(lambda: terminal.cell("Alan Turing").bg != terminal.cell("Grace Hopper").bg)
        assert (home / "net/contacts/alan-kay.toml").read_text().endswith("# mine\n")


@pytest.mark.parametrize(("command", "words"), [("no-such-editor", "no-such-editor"), ("false", "status 1")])
def test_an_editor_that_is_missing_or_fails_is_told(home: Path, command: str, words: str) -> None:
    before = (home / "net/contacts/alan-kay.toml").read_bytes()
    with Terminal(home, env=environment(home, EDITOR=command), size=(140, 24)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees(words)
        terminal.keys("j")
        terminal.sees("Patterns.")
        terminal.keys("q")
        assert terminal.ends() == 0
    assert (home / "net/contacts/alan-kay.toml").read_bytes() == before


def test_what_the_editor_leaves_unreadable_is_kept(home: Path) -> None:
    command = editor(home, "path.write_text(path.read_text() + 'precious = \"unclosed\\n')")
    with Terminal(home, env=environment(home, EDITOR=command), size=(200, 24)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("nothing was saved")
    assert any("precious" in path.read_text() for path in (home / "state").rglob("contact.toml"))
    assert "precious" not in (home / "net/contacts/alan-kay.toml").read_text()


def test_several_lines_are_logged_in_the_editor(home: Path) -> None:
    command = editor(
        home, "path.write_text(path.read_text() + 'call with @ada: one\\ncall with @grace: two\\n')"
    )
    with Terminal(home, env=environment(home, EDITOR=command)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("N")
        terminal.sees("logged 2 lines")
    assert timeline(home, "ada-lovelace")[-1]["text"] == "one"
    assert timeline(home, "grace-hopper")[-1]["text"] == "two"


# ---------------------------------------------------------------------- others at the same files


def test_what_another_process_logs_appears(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Mary Somerville")
        terminal.keys("G")
        terminal.sees("Nothing logged yet")
        done = subprocess.run(
            [sys.executable, "-m", "netui", "note", "coffee with Mary Somerville: from the other shell"],
            env=environment(home), capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        terminal.sees("from the other shell")
        terminal.keys("u")
        terminal.until(lambda: not timeline(home, "mary-somerville"))


def test_what_it_logs_the_shell_shows(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncall with @ada: told on screen\r")
        terminal.until(lambda: "told on screen" in str(timeline(home, "ada-lovelace")))
        done = subprocess.run(
            [sys.executable, "-m", "netui", "show", "ada"],
            env=environment(home),
            capture_output=True,
            text=True,
        )
        assert "told on screen" in done.stdout


def test_a_folder_that_cannot_be_written_to_is_told(home: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    os.chmod(home / "net/contacts", 0o500)
    try:
        with Terminal(home) as terminal:
            terminal.sees("Ada Lovelace")
            terminal.keys("ncall with @ada: kept anyway\r")
            terminal.sees("kept")
    finally:
        os.chmod(home / "net/contacts", 0o700)
