"""Resize handling of every screen: duplicate resize events are ignored."""

from typing import TYPE_CHECKING, cast

from textual import events

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen


class FixedSizeScreen:
    """Ignores duplicate and outdated resize events, which would make Textual lay out twice.

    A screen posts a resize event to itself after each layout. Of two sizes that follow each other closely,
    as when a window is resized while the app starts, each layout would trigger the other without end.
    """

    _is_open = False

    def update_node_styles(self, animate: bool = True) -> None:
        """Applies the styles anew, unless the screen just opens: mounting it has applied them."""
        screen = cast("Screen[Any]", self)
        is_opening = not self._is_open and screen.stack_updates == 1
        self._is_open = screen.stack_updates > 0
        if not is_opening:
            super().update_node_styles(animate)  # type: ignore[misc]  # of the screen that this is mixed into

    def on_resize(self, event: events.Resize) -> None:
        """Lets Textual lay out, unless that was done for this size or the terminal has another one by now."""
        screen = cast("Screen[Any]", self)
        if event.size != screen.app.size or event.size == screen.outer_size:
            event.prevent_default()

    def on_screen_suspend(self) -> None:
        """Drops the lines drawn of a screen that is closed, which Textual would keep."""
        screen = cast("Screen[Any]", self)
        if screen not in screen.app.screen_stack:
            from netui.ui.terminal import drop_drawn_lines

            drop_drawn_lines(screen)

    def before_leaving(self) -> None:
        """Keeps what was being typed, before the app is left."""
