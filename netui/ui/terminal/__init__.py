"""The terminal engine: a Textual driver that sends only changed cells, and the splash at the start.

Why: netui is used over ssh. Textual redraws whole lines, each span with its full style; over 1 KB/s that is
seconds a key. Measured on a demo network in 80×24, with the engine against Textual's own driver:

- output at the start 2.8 KB against 34 KB; Down in the list 165 B against 416 B, with the timeline that
  follows 1.1 KB against 3.7 KB
- time to the first paint .15 × that of the whole start with the splash, 1.35 × without
- output never blocks a key: a frame that is outdated before it could be sent is dropped
- the process sleeps while nothing happens; Textual's input thread wakes ten times a second

How it is built: :mod:`.driver` replaces the input and output of Textual's driver; :mod:`.cell_diff` compares
the frame drawn with the frame shown, on :mod:`.cell_row` and :mod:`.sgr`; :mod:`.output_thread` sends the
difference as far as :mod:`.flow_control` allows; :mod:`.input_parser` splits what the terminal sends, and
:mod:`.type_ahead` tells pasted lines from keys;
:mod:`.snapshot` saves the last screen and :mod:`.splash` paints it at the next start; :mod:`.app` is the
base class of the app.

What it relies on: the private parts of Textual 8.2 are used in this package and nowhere else. Of
``textual.drivers.linux_driver.LinuxDriver`` the attribute ``_writer_thread`` and the order of events in
``start_application_mode`` and ``stop_application_mode``; ``textual._xterm_parser.XTermParser``; of ``App``
the attribute ``_driver`` and the method ``_handle_exception``; of ``DOMNode`` the method
``_get_component_classes``; of ``Widget`` the attribute ``_styles_cache``.

How it gives way: Textual's own driver does all the work, and everything works but for the figures above (and
an escape that a key follows at once, which Textual takes for one key with alt), with
``NETUI_TERMINAL=textual`` or ``terminal = "textual"`` in the settings, on Windows, with a Textual in which
one of these parts is missing, and after any error while the engine starts. Should the methods above be
renamed, Textual's own are used again.

Others import from this package and from no module within it. It imports Textual only when one of the lazy
names is used: the splash is painted long before.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netui.services.sync.screen_snapshot import ScreenSnapshot
    from netui.ui.terminal.app import TerminalApp as TerminalApp
    from netui.ui.terminal.component_classes import NoComponentClasses as NoComponentClasses
    from netui.ui.terminal.drawn_lines import drop_drawn_lines as drop_drawn_lines
    from netui.ui.terminal.type_ahead import TypedAhead as TypedAhead
    from netui.ui.terminal.type_ahead import gather_typed_ahead as gather_typed_ahead

_LAZY = {
    "TerminalApp": "app",
    "NoComponentClasses": "component_classes",
    "drop_drawn_lines": "drawn_lines",
    "TypedAhead": "type_ahead",
    "gather_typed_ahead": "type_ahead",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)


def uses_engine(setting: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the engine is wanted; ``NETUI_TERMINAL`` comes before ``terminal`` in the settings."""
    return sys.platform != "win32" and (environment.get("NETUI_TERMINAL") or setting) != "textual"


@contextmanager
def show_splash(setting: str, load: Callable[[str], "ScreenSnapshot | None"]) -> Iterator[None]:
    """Paints the last screen until the app takes over, and restores the terminal if it never does.

    ``load`` returns the snapshot for the key of this terminal; without one nothing is painted.
    """
    if not uses_engine(setting):
        yield
        return
    from netui.ui.terminal.splash import paint_splash, restore_splash, terminal_key

    key = terminal_key()
    snapshot = load(key) if key else None
    try:
        if snapshot is not None:
            paint_splash(snapshot)
        yield
    finally:
        restore_splash()


def terminal_key() -> str:
    """The key under which a snapshot of this terminal's screen is saved; "" without a terminal."""
    from netui.ui.terminal import splash

    return splash.terminal_key()
