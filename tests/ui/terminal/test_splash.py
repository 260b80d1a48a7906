"""The splash on a pseudo-terminal: painted in raw mode, and taken off or handed over."""

import os
import subprocess
import sys
import termios

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a Unix terminal")
SCRIPT = """
import sys
from netui.services.sync.screen_snapshot import ScreenSnapshot
from netui.ui.terminal import show_splash, splash
snapshot = ScreenSnapshot(b"Ada", b"[]")
with show_splash("netui", lambda key: snapshot if "TERM=xterm" in key else None):
    print("painted" if splash.is_splash_painted() else "nothing", file=sys.stderr)
    {inside}
print("after", file=sys.stderr)
"""


def output(inside: str = "pass", **more: str) -> tuple[str, bool]:
    """What the script writes to a terminal of its own, and whether that is as it was in the end."""
    master, slave = os.openpty()
    before = termios.tcgetattr(slave)
    environment = {**os.environ, "TERM": "xterm", **more}
    environment = {name: value for name, value in environment.items() if value}
    subprocess.run(
        [sys.executable, "-c", SCRIPT.format(inside=inside)],
        stdin=slave, stdout=slave, stderr=slave, env=environment, timeout=60,
    )  # fmt: skip
    is_restored = termios.tcgetattr(slave) == before
    os.close(slave)
    data = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        data += part
    os.close(master)
    return data.decode(), is_restored


def test_it_is_painted_and_taken_off() -> None:
    text, is_restored = output(NETUI_TERMINAL="")
    assert text.index("\x1b[?1049h") < text.index("Ada") < text.index("painted")
    assert text.index("painted") < text.index("\x1b[?1049l") < text.index("after")
    assert is_restored


def test_it_is_taken_off_after_an_error() -> None:
    text, is_restored = output("1 / 0", NETUI_TERMINAL="")
    assert "\x1b[?1049l" in text and is_restored


def test_once_released_it_leaves_the_screen_to_the_app() -> None:
    text, is_restored = output("print(splash.release_splash(), file=sys.stderr)", NETUI_TERMINAL="")
    assert "b'[]'" in text and "\x1b[?1049l" not in text and is_restored


@pytest.mark.parametrize("more", [{"TERM": "vt100"}, {"NETUI_TERMINAL": "textual"}])
def test_without_a_snapshot_or_the_engine_nothing_is_painted(more: dict[str, str]) -> None:
    text, is_restored = output(**more)
    assert "nothing" in text and "\x1b[?1049h" not in text and is_restored
