"""The engine gives way to Textual's own driver where it is not wanted, does not fit, or fails to start."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from textual.drivers.linux_driver import LinuxDriver

from netui.ui.terminal import driver as module
from netui.ui.terminal import uses_engine
from netui.ui.terminal.app import TerminalApp
from netui.ui.terminal.driver import CellDiffDriver, check_layout

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the engine needs a Unix terminal")


@pytest.fixture(autouse=True)
def no_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETUI_TERMINAL", raising=False)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)


@pytest.mark.parametrize(
    ("setting", "variable", "engine"),
    [
        ("netui", None, True), ("textual", None, False), ("netui", "textual", False),
        ("textual", "netui", True), ("netui", "", True),
    ],
)  # fmt: skip
def test_the_variable_comes_before_the_setting(setting: str, variable: str | None, engine: bool) -> None:
    environment = {} if variable is None else {"NETUI_TERMINAL": variable}
    assert uses_engine(setting, environment) is engine


def test_the_engine_is_used_unless_something_else_is_wanted() -> None:
    assert TerminalApp().driver_class is CellDiffDriver
    assert TerminalApp(has_engine=False).driver_class is LinuxDriver


def test_a_driver_that_the_user_chose_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(LinuxDriver):
        pass

    monkeypatch.setattr("textual.drivers.linux_driver.LinuxDriver", Other)
    assert TerminalApp().driver_class is Other


def test_an_unknown_textual_has_its_own_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "netui.ui.terminal.driver", None)
    assert TerminalApp().driver_class is LinuxDriver


def test_a_missing_part_of_textual_is_noticed() -> None:
    class Driver:
        write = start_application_mode = stop_application_mode = close = None

    check_layout()
    with pytest.raises(ImportError, match="disable_input"):
        check_layout(Driver)
    with pytest.raises(ImportError, match="feed"):
        check_layout(parser=object)


@pytest.fixture
def textual_calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Any, ...]]]:
    """What Textual's own driver is asked to do, in place of doing it."""
    calls: list[tuple[Any, ...]] = []

    def noted(name: str) -> Any:
        return lambda self, *arguments: calls.append((name, *arguments))

    def started(self: Any) -> None:
        calls.append(("start_application_mode",))
        self._writer_thread = object()

    for name in ("write", "close", "disable_input", "run_input_thread"):
        monkeypatch.setattr(LinuxDriver, name, noted(name))
    monkeypatch.setattr(LinuxDriver, "start_application_mode", started)
    yield calls


def failing(*arguments: Any, **more: Any) -> Any:
    raise RuntimeError("no threads left")


@pytest.mark.parametrize("part", ["OutputThread", "release_splash", "os.pipe"])
async def test_after_a_failed_start_textual_does_all(
    part: str, textual_calls: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    descriptors = len(os.listdir("/dev/fd"))
    with monkeypatch.context() as patch:
        patch.setattr(f"{module.__name__}.{part}", failing)
        driver = CellDiffDriver(TerminalApp())
        driver.start_application_mode()
    driver.write("drawn")
    driver.run_input_thread()
    driver.disable_input()
    driver.close()
    assert textual_calls == [
        ("start_application_mode",), ("write", "drawn"), ("run_input_thread",), ("disable_input",),
        ("close",),
    ]  # fmt: skip
    assert driver.take_snapshot(()) is None
    driver.first_frame_drawn()
    driver.invalidate(80, 24)
    assert len(os.listdir("/dev/fd")) == descriptors


def test_the_door_loads_neither_textual_nor_what_draws() -> None:
    code = (
        "import sys; from netui.ui.terminal import show_splash\n"
        "with show_splash('netui', lambda key: None): pass\n"
        "print([name for name in ('textual', 'rich', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert done.stdout.strip() == "[]"
