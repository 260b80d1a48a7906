"""Opening the app: what it needs of the terminal, and where a demo may be kept."""

import errno
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from netui.cli import app, output
from netui.cli.errors import Usage
from tests.cli.conftest import Cli


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal for the app, and what is written to it."""
    made = Terminal()
    for module in (app, output):
        monkeypatch.setattr(module, "sys", SimpleNamespace(stdin=made, stdout=made, stderr=made))
    monkeypatch.setenv("TERM", "xterm")
    return made


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_place_its_cursor_is_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    with pytest.raises(Usage, match=term):
        app.open_demo(None)


def test_a_pipe_is_refused(cli: Cli) -> None:
    assert cli.run().status == cli.run("--demo").status == cli.run("review").status == 2


def test_a_demo_is_kept_in_a_new_folder_only(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Usage, match="not empty"):
        app.open_demo(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_demo_that_is_left_in_the_middle_leaves_no_complaint(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ends the app at once leaves threads behind, which still write into the folder as it goes."""

    class Screen:
        @staticmethod
        def run(workspace: object, **settings: object) -> int:
            raise SystemExit(7)

    def busy(path: str, **more: object) -> None:
        raise OSError(errno.ENOTEMPTY, "Directory not empty")

    monkeypatch.setattr(app, "_import_app", lambda: Screen)
    monkeypatch.setattr("os.rmdir", busy)
    with pytest.raises(SystemExit):
        app.open_demo(None)


def test_a_kept_demo_is_written_and_its_folder_told(
    terminal: Terminal, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    class Screen:
        @staticmethod
        def run(workspace: object, **settings: object) -> int:
            seen.append(str(settings))
            return 0

    monkeypatch.setattr(app, "_import_app", lambda: Screen)
    kept = cli.base / "demo"
    assert app.open_demo(str(kept)) == 0 and "'demo': True" in seen[0]
    assert str(kept) in terminal.getvalue()
    assert len(list((kept / "contacts").iterdir())) > 50
    for folder in (kept, kept / "contacts"):
        assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("people", "is_demo"), [([], False), (["ada"], True)])
def test_the_tour_is_over_the_own_network_while_that_is_empty_else_over_the_demo(
    terminal: Terminal, cli: Cli, monkeypatch: pytest.MonkeyPatch, people: list[str], is_demo: bool
) -> None:
    seen: list[dict[str, object]] = []

    class Screen:
        LOOK_AT_DEMO = 64

        @staticmethod
        def run(workspace: object, **settings: object) -> int:
            seen.append(settings)
            return 0

    monkeypatch.setattr(app, "_import_app", lambda: Screen)
    for name in people:
        cli.ok("add", name)
    assert cli.run("--tour").status == 0
    (settings,) = seen
    assert (settings["begin_with"], settings.get("demo", False)) == ("tour", is_demo)


def test_the_tour_goes_without_a_command(cli: Cli) -> None:
    assert cli.run("--tour", "due").status == 2


def test_the_app_is_loaded_without_ssl_and_others_may_have_it() -> None:
    code = (
        "import sys\n"
        "from netui.cli.app import _import_app\n"
        "_import_app()\n"
        "assert 'asyncio' in sys.modules and not {'ssl', '_ssl'} & sys.modules.keys()\n"
        "import ssl\n"
        "_import_app()\n"
        "assert sys.modules['ssl'] is ssl\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
