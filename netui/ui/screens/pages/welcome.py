"""The greeting of an empty folder: ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from netui.presentation.footer import pressing
from netui.presentation.keymap import shown_key
from netui.presentation.text import Line, clean, cut
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import StatusLine

if TYPE_CHECKING:
    from netui.ui.screens.shared.app import ScreenApp

_CHOICES = (
    ("log", "log a meeting", "coffee with Ada (new) yesterday"),
    ("add", "add someone", "a name is enough"),
    ("import", "import", "vCard, CSV, LinkedIn …; shown first"),
    ("demo", "look at the demo", "sixty people, thrown away at the end"),
    ("tour", "take the tour", "six steps; leave it at any moment"),
)


class WelcomeScreen(FixedSizeScreen, ModalScreen["str | None"]):
    """Ways to begin; ``esc`` looks around the empty rooms."""

    BINDINGS = bindings(
        {f"welcome_{name}": f"pick('{name}')" for name, *_ in _CHOICES} | {"welcome_leave": "pick('')"}
    )
    DEFAULT_CSS = """
    WelcomeScreen { align: center middle; background: $background; }
    #greeting { width: 78; max-width: 100%; height: 12; }
    """

    def __init__(self, folder: str):
        super().__init__()
        self._folder = folder
        self._lines = [StatusLine() for _ in range(10)]

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        with Vertical(id="greeting"):
            yield from self._lines

    def on_resize(self, event: events.Resize) -> None:
        """Cuts what does not fit."""
        keys = cast("ScreenApp", self.app).keys
        width = max(min(self.size.width, 78), 8)
        lines: list[Line] = [
            [(" Welcome to netui.", "strong")],
            [(cut(f" {clean(self._folder)} holds nobody yet.", width), "muted")],
            [],
        ]
        for name, label, note in _CHOICES:
            key = keys[f"welcome_{name}"].split(",")[0]
            lines.append(
                [
                    (f"  {shown_key(key)}", pressing("strong link", key)),
                    (f"  {label:<18}", pressing("", key)),
                    (cut(note, max(width - 24, 0)), pressing("muted", key)),
                ]
            )
        key = keys["welcome_leave"].split(",")[0]
        leave: Line = [(f"  {shown_key(key)}", "strong"), ("  look around first", "muted")]
        lines += [[], [(text, pressing(role, key)) for text, role in leave]]
        for bar, line in zip(self._lines, lines, strict=False):
            bar.show(line)

    def action_pick(self, name: str) -> None:
        """Answers, and goes."""
        self.dismiss(name or None)
