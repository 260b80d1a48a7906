"""The least a Textual app can be: one line of text. What netui's start, memory and end are held against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """One name on the screen."""

    def compose(self) -> ComposeResult:
        """The name."""
        yield Static(" ● Ada Lovelace")


if __name__ == "__main__":
    Minimal().run()
