"""The disk of the network hangs, as one in the network does: one can leave, and what was typed is kept."""

import signal
from pathlib import Path

import pytest

from tests.support.app import a_few_people, write_network
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty
HANGS = """
import os, time
def hanging(call):
    def wait(path, *arguments, **more):
        while os.access({flag!r}, os.F_OK) and {net!r} in os.fsdecode(path if path != -1 else ''):
            time.sleep(0.05)
        return call(path, *arguments, **more)
    return wait
for name in ('stat', 'lstat', 'open', 'listdir', 'readlink'):
    setattr(os, name, hanging(getattr(os, name)))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", a_few_people())
    return tmp_path


def surroundings(home: Path) -> dict[str, str]:
    """Those in which every look at the network's folder waits as long as there is a file ``hang``."""
    start = home / "start"
    start.mkdir(exist_ok=True)
    code = HANGS.format(flag=str(home / "hang"), net=str(home / "net"))
    (start / "sitecustomize.py").write_text(code)
    before = environment(home)
    return {**before, "PYTHONPATH": f"{start}:{before['PYTHONPATH']}"}


def test_q_leaves_and_keeps_the_line_that_is_typed(home: Path) -> None:
    with Terminal(home, env=surroundings(home)) as terminal:
        terminal.sees("Alan Turing")
        terminal.sees("? help")
        terminal.rests()
        (home / "hang").touch()
        terminal.keys("ncall with @ada: half a thought")
        terminal.keys_apart("\x1b")
        terminal.sees("kept as a draft")
        terminal.keys("q")
        assert terminal.ends() == 0
        assert terminal.is_cooked
    drafts = [path.read_text() for path in (home / "state/netui/drafts").rglob("*.txt")]
    assert drafts == ["call with @ada: half a thought"]


@pytest.mark.usefixtures("on_the_engine")
@pytest.mark.parametrize("keys", ["\x03", "\x11"], ids=["ctrl+c", "ctrl+q"])
def test_ctrl_c_leaves_an_app_that_waits_for_the_disk(home: Path, keys: str) -> None:
    with Terminal(home, env=surroundings(home)) as terminal:
        terminal.sees("Alan Turing")
        terminal.sees("? help")
        terminal.rests()
        terminal.keys("ncall with @ada: half a thought")
        terminal.sees("half a thought")
        (home / "hang").touch()
        terminal.keys("\r")  # which saves
        terminal.keys_apart(keys)
        assert terminal.ends() == 130
        assert terminal.is_cooked and b"no answer" in terminal.raw.rpartition(b"\x1b[?1049l")[2]
    (home / "hang").unlink()
    assert "half a thought" in "".join(
        path.read_text() for folder in ("net", "state") for path in (home / folder).rglob("*.t*")
    )


@pytest.mark.parametrize("command", ["list", "show ada", "due"])
def test_ctrl_c_ends_a_command_that_reads_by_the_signal_itself(home: Path, command: str) -> None:
    (home / "hang").touch()
    with Terminal(home, *command.split(), env=surroundings(home)) as terminal:
        terminal.waits(lambda: terminal.is_cooked and not terminal.rests(0.3))
        terminal.keys("\x03")
        assert terminal.ends() == -signal.SIGINT
