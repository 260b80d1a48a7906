"""The app on either driver, the terminal engine's and Textual's own, and with an engine that cannot start."""

import stat
import sys
from pathlib import Path

import pytest
import tomli

from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty
ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
STATUS_QUERY = b"\x1b[5n"
"""Only the engine asks for it."""


@pytest.fixture(autouse=True)
def no_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETUI_TERMINAL", raising=False)


@pytest.fixture(params=["netui", "textual"])
def driver(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def quits(terminal: Terminal) -> None:
    """Leaves, with the terminal as it was before."""
    terminal.keys("q")
    assert terminal.ends() == 0
    left_as_it_was(terminal)


def left_as_it_was(terminal: Terminal) -> None:
    assert terminal.raw.rindex(LEFT) > terminal.raw.rindex(ENTERED)
    assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")
    assert terminal.is_cooked
    assert "Traceback" not in terminal.screen


def test_a_line_is_logged_and_the_terminal_left_clean(home: Path, driver: str) -> None:
    with Terminal(home, env=environment(home, NETUI_TERMINAL=driver)) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncall with @ada: said on this driver\r")
        terminal.sees("said on this driver")
        terminal.sees("takes it back")
        quits(terminal)
        assert (STATUS_QUERY in terminal.raw) == (driver == "netui")
    file = tomli.loads((home / "net/contacts/ada-lovelace.toml").read_text())
    assert file["timeline"][-1]["text"] == "said on this driver"


def test_another_size_is_drawn(home: Path, driver: str) -> None:
    with Terminal(home, env=environment(home, NETUI_TERMINAL=driver)) as terminal:
        terminal.sees("Ada Lovelace")
        for width, height in ((124, 40), (60, 20), (80, 24)):
            terminal.resize(width, height)
            terminal.until(lambda: terminal.screen.splitlines()[-1].rstrip().endswith("? help"))
        quits(terminal)


def test_an_editor_has_the_terminal_and_gives_it_back(home: Path, driver: str) -> None:
    editor = home / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\nprint('the editor is here')\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "path.write_text(path.read_text().replace('Alan Kay', 'Alan C. Kay'))\n"
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    with Terminal(home, env=environment(home, EDITOR=str(editor), NETUI_TERMINAL=driver)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("Alan C. Kay")
        said = terminal.raw.index(b"the editor is here")
        assert LEFT in terminal.raw[:said] and ENTERED in terminal.raw[said:]
        terminal.keys("j")
        terminal.until(lambda: terminal.cell("Alan Turing").bg != terminal.cell("Grace Hopper").bg)
        quits(terminal)


def with_start(home: Path, code: str, **more: str) -> dict[str, str]:
    """Surroundings in which the interpreter runs ``code`` before anything else."""
    folder = home / "start"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    before = environment(home, **more)
    return {**before, "PYTHONPATH": f"{folder}:{before['PYTHONPATH']}"}


def test_a_crash_leaves_the_terminal_as_it_was(home: Path, driver: str) -> None:
    code = (
        "import os\nimport netui.presentation.contact_row as module\n"
        "whole = module.contact_row\n"
        "def contact_row(*arguments, **more):\n"
        f"    if os.path.exists({str(home / 'crash')!r}):\n        raise RuntimeError('on purpose')\n"
        "    return whole(*arguments, **more)\n"
        "module.contact_row = contact_row\n"
    )
    with Terminal(home, env=with_start(home, code, NETUI_TERMINAL=driver)) as terminal:
        terminal.sees("Ada Lovelace")
        (home / "crash").touch()
        terminal.keys("j")
        assert terminal.ends() == 3
        assert "something unexpected happened (RuntimeError)" in terminal.screen
        left_as_it_was(terminal)


def test_the_setting_chooses_the_driver(home: Path) -> None:
    config = home / "config/netui/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('terminal = "textual"\n')
    with Terminal(home) as terminal:
        terminal.sees("Ada Lovelace")
        quits(terminal)
        assert STATUS_QUERY not in terminal.raw


@pytest.mark.parametrize("part", ["output_thread.OutputThread", "snapshot.unpack_rows"])
def test_an_engine_that_fails_to_start_gives_way(home: Path, part: str) -> None:
    with Terminal(home) as terminal:  # leaves a splash for the next start
        terminal.sees("Ada Lovelace")
        quits(terminal)
    module, name = part.split(".")
    code = f"import netui.ui.terminal.{module} as broken\nbroken.{name} = lambda *arguments: 1 / 0\n"
    with Terminal(home, env=with_start(home, code)) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.keys("ncall with @ada: said all the same\r")
        terminal.sees("said all the same")
        quits(terminal)
        assert STATUS_QUERY not in terminal.raw
