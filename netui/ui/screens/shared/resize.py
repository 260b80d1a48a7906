"""What every screen does about the size of the terminal, and about the end of the app."""

from typing import TYPE_CHECKING, cast

from textual import events

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen


class FixedSizeScreen:
    """A screen that is laid out for no size but the terminal's own, and once for each.

    A screen tells itself of each size that it was laid out for, and would be laid out for it again. Of
    two sizes that follow each other closely, as when a window is resized while the app starts, each
    would call forth the other for ever.
    """

    def on_resize(self, event: events.Resize) -> None:
        """Textual lays the screen out, unless it is so already or the size is no longer so."""
        screen = cast("Screen[Any]", self)
        if event.size != screen.app.size or event.size == screen.outer_size:
            event.prevent_default()

    def before_leaving(self) -> None:
        """Keeps what was being typed."""
