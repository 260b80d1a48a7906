"""Drawn lines that Textual keeps of widgets, dropped once their screen is left.

Each widget has a cache of its lines, and an ``lru_cache`` of Textual 8.2 keeps the caches of the last 1,024
widgets alive, those of closed pages too: a quarter of a megabyte for each page that was opened.
"""

from textual.widget import Widget


def drop_drawn_lines(root: Widget) -> None:
    """Empties the caches of a widget and of all in it; they fill again when it is drawn."""
    for widget in root.walk_children(with_self=True):
        lines = getattr(widget, "_styles_cache", None)
        if lines is not None:
            lines.clear()
