"""An unexpected error, wherever it comes: what was typed is kept, the terminal restored, a report written."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import netui
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty
SECRET = "Ada is ill"
BREAKS = """
import importlib, os
module = importlib.import_module({module!r})
owner = module
*path, name = {name!r}.split('.')
for each in path:
    owner = getattr(owner, each)
whole = getattr(owner, name)
def broken(*arguments, **more):
    if os.path.exists({flag!r}):
        raise RuntimeError({secret!r})
    return whole(*arguments, **more)
setattr(owner, name, broken)
"""


def breaking(home: Path, module: str, name: str, **more: str) -> dict[str, str]:
    """Surroundings in which a function fails once there is a file ``crash``."""
    start = home / "start"
    start.mkdir()
    code = BREAKS.format(module=module, name=name, flag=str(home / "crash"), secret=SECRET)
    (start / "sitecustomize.py").write_text(code)
    before = environment(home, **more)
    return {**before, "PYTHONPATH": f"{start}:{before['PYTHONPATH']}"}


def crashed(home: Path, terminal: Terminal) -> str:
    """The report of the app that has ended, after a look at how it has."""
    assert terminal.ends() == 3
    assert b"Traceback" not in terminal.raw and SECRET.encode() not in terminal.raw
    entered, left, told = terminal.raw.rpartition(b"\x1b[?1049l")
    assert b"something unexpected happened (RuntimeError)" in told
    if left:
        assert b"\x1b[?1049h" in entered and b"\x1b[?1049h" not in told
        assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")
    assert terminal.is_cooked
    (report,) = (home / "state/netui/crashes").iterdir()
    assert report.name in told.decode() and b"bug report" in told
    text = report.read_text()
    assert "\nRuntimeError\n" in text and " in broken\n" in text and "doing: the app\n" in text
    assert SECRET not in text and str(home) not in text
    return text


FAULTS = {
    "a handler": ("netui.ui.widgets.cursor_view", "CursorView.move_by", "j"),
    "a page": ("netui.ui.screens.pages.page", "PageScreen.compose", "i"),
    "drawing": ("netui.presentation.contact_row", "contact_row", "j"),
    "the output thread": ("netui.ui.terminal.cell_diff", "ScreenBuffer.diff", "j"),
    "output": ("netui.ui.terminal.cell_diff", "ScreenBuffer.feed", "j"),
    "the input thread": ("netui.ui.terminal.input_parser", "InputSplitter.split", "j"),
}


@pytest.mark.usefixtures("on_the_engine")
@pytest.mark.parametrize("where", FAULTS)
def test_an_error_ends_the_app_in_order(home: Path, where: str) -> None:
    module, name, key = FAULTS[where]
    with Terminal(home, env=breaking(home, module, name)) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.rests(0.2)
        (home / "crash").touch()
        terminal.keys(key)
        crashed(home, terminal)


def test_an_error_at_the_start_ends_it_in_order(home: Path) -> None:
    (home / "crash").touch()
    with Terminal(home, env=breaking(home, "netui.ui.screens.main.screen", "MainScreen.compose")) as terminal:
        crashed(home, terminal)


def test_a_line_that_is_being_typed_is_kept(home: Path) -> None:
    env = breaking(home, "netui.services.timeline.capture", "parse_line")
    with Terminal(home, env=env) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncoffee with @ada: half a")
        terminal.sees("half a")
        (home / "crash").touch()
        terminal.keys(" thought")
        crashed(home, terminal)
    (home / "crash").unlink()
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n\x1b[A")
        terminal.sees("coffee with @ada: half a")


def test_a_form_that_cannot_be_saved_for_an_error_is_kept(home: Path) -> None:
    with Terminal(home, env=breaking(home, "netui.services.workspace", "Workspace.apply")) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("e the younger")
        terminal.sees("the younger")
        (home / "crash").touch()
        terminal.keys("\x13")
        crashed(home, terminal)
    (home / "crash").unlink()
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("e")
        terminal.sees("the younger")


def test_what_an_editor_left_is_kept_when_it_cannot_be_saved_for_an_error(home: Path) -> None:
    editor = home / "editor"
    editor.write_text(f"#!/bin/sh\necho '# precious' >> \"$1\"\ntouch '{home}/crash'\n")
    editor.chmod(0o700)
    env = breaking(home, "netui.services.workspace", "Workspace.apply", EDITOR=str(editor))
    with Terminal(home, env=env) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("E")
        crashed(home, terminal)
    (copy,) = (home / "state/netui/drafts").glob("editor-*/contact.toml")
    assert copy.read_text().endswith("# precious\n")
    with Terminal(home, size=(140, 30)) as terminal:
        terminal.sees("an edit of Alan Kay")


def test_an_error_in_a_background_thread_is_told_and_the_app_lives_on(home: Path) -> None:
    env = breaking(home, "netui.services.sync.change_detector", "ChangeDetector.poll")
    with Terminal(home, env=env, size=(140, 30)) as terminal:
        terminal.sees("Ada Lovelace")
        (home / "crash").touch()
        terminal.sees("something unexpected happened")
        terminal.keys("ncall with @ada: said all the same\r")
        terminal.sees("said all the same")
        terminal.keys("q")
        assert terminal.ends() == 0
        assert b"Traceback" not in terminal.raw and SECRET.encode() not in terminal.raw


def test_an_upgrade_under_the_open_app_is_told_and_what_was_typed_is_kept(home: Path) -> None:
    """A copy of netui, of which a page that is not loaded yet is replaced by one of another version."""
    package = home / "installed/netui"
    shutil.copytree(Path(netui.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    before = environment(home)
    path = f"{package.parent}:{before['PYTHONPATH']}"
    with Terminal(home, env={**before, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncoffee with @ada: half a\x1b")
        terminal.sees("kept")
        page = package / "ui/screens/pages/insights/insights.py"
        page.write_text("from netui.services.workspace import NewInTheNextVersion\n")
        terminal.keys("i")
        assert terminal.ends() == 3 and b"Traceback" not in terminal.raw
        assert b"netui was upgraded while it was open: start it again" in terminal.raw
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("n\x1b[A")
        terminal.sees("coffee with @ada: half a")


@pytest.mark.parametrize("missing", ["fcntl", "termios", "textual"])
def test_what_cannot_be_imported_is_told_in_a_sentence(home: Path, missing: str) -> None:
    start = home / "start"
    start.mkdir()
    (start / "sitecustomize.py").write_text(f"import sys\nsys.modules[{missing!r}] = None\n")
    before = environment(home)
    with Terminal(
        home, env={**before, "PYTHONPATH": f"{start}:{before['PYTHONPATH']}"}, size=(200, 24)
    ) as terminal:
        assert terminal.ends() == 3
        words = "ModuleNotFoundError" if missing == "textual" else "works in WSL"
        assert words in terminal.screen and "Traceback" not in terminal.screen
        assert len(terminal.screen.split("netui: ")) == 2


def test_a_command_killed_by_an_error_is_told_by_the_real_program(home: Path) -> None:
    env = breaking(home, "netui.services.workspace", "Workspace.apply")
    (home / "crash").touch()
    done = subprocess.run(
        [sys.executable, "-m", "netui", "note", "call with @ada: dear"],
        env=env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 3 and "Traceback" not in done.stderr and SECRET not in done.stderr
    assert "your line is kept in" in done.stderr and "something unexpected happened" in done.stderr
