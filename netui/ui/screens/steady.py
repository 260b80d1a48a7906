"""What every screen does about the size of the terminal."""

from typing import TYPE_CHECKING, cast

from textual import events

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen


class Steady:
    """A screen that takes no size but the terminal's own.

    A screen tells itself of each size it was laid out for. Of two sizes that follow each other closely,
    as when a window is resized while the app starts, each would call forth the other for ever.
    """

    def on_resize(self, event: events.Resize) -> None:
        """A size that is no longer so is not laid out for."""
        if event.size != cast("Screen[Any]", self).app.size:
            event.prevent_default()
