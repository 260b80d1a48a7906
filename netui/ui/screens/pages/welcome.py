"""What an empty folder says: who one could begin with."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from netui.presentation.text import Line, clean, cut
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.cached_lines import StatusLine

_CHOICES = (
    ("a", "add", "add someone", "a name is enough"),
    ("i", "import", "import", "a friends.md file; shown first, and undone with one key"),
    ("d", "demo", "look at the demo", "sixty people, two years; thrown away at the end"),
)


class GreetingScreen(FixedSizeScreen, ModalScreen["str | None"]):
    """Three ways to begin; ``esc`` looks around the empty rooms."""

    BINDINGS = [Binding(key, f"pick('{name}')", label, show=False) for key, name, label, _ in _CHOICES]
    BINDINGS += [Binding("escape,q", "pick('')", "look around", show=False)]
    CSS = """
    GreetingScreen { align: center middle; background: $background; }
    #greeting { width: 78; max-width: 100%; height: 11; }
    """

    def __init__(self, folder: str):
        super().__init__()
        self._folder = folder
        self._lines = [StatusLine() for _ in range(9)]

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        with Vertical(id="greeting"):
            yield from self._lines

    def on_resize(self, event: events.Resize) -> None:
        """Cuts what does not fit."""
        width = max(min(self.size.width, 78), 8)
        lines: list[Line] = [
            [(" Welcome to netui.", "strong")],
            [(cut(f" {clean(self._folder)} holds nobody yet.", width), "muted")],
            [],
        ]
        for key, _, label, note in _CHOICES:
            lines.append(
                [
                    (f"  {key}", "strong link"),
                    (f"  {label:<17}", ""),
                    (cut(note, max(width - 23, 0)), "muted"),
                ]
            )
        lines += [[], [("  esc", "strong"), ("  look around first", "muted")]]
        for bar, line in zip(self._lines, lines, strict=False):
            bar.show(line)

    def action_pick(self, name: str) -> None:
        """Answers, and goes."""
        self.dismiss(name or None)
