"""Widgets of lines that cache finished lines; a line is a list of spans, each a text and a role."""

from typing import Any, Protocol, Self, cast

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from netui.presentation.footer import pressed_key
from netui.presentation.glyphs import Glyphs
from netui.presentation.text import Line, cut_line, flow, spread
from netui.ui.runtime.background import BackgroundTasks
from netui.ui.style.palette import Palette


def strip_of(
    line: Line, width: int, palette: Palette, *, cursor: bool | None = None, bar: bool = False
) -> Strip:
    """A line as a strip of ``width`` cells; ``cursor`` is True under the cursor, False under a dimmed one."""
    base = palette.bar if bar else palette.text
    segments = []
    used = 0
    for text, role in line:
        style = palette.style(role, base)
        segments.append(Segment(text, style if cursor is None else palette.cursor(style, focused=cursor)))
        used += cell_len(text)
    if used < width:
        pad = base if cursor is None else palette.cursor(base, focused=cursor)
        segments.append(Segment(" " * (width - used), pad))
    strip = Strip(segments, max(used, width))
    return strip.crop(0, width) if used > width else strip


class WidgetApp(Protocol):
    """What widgets use of the app."""

    keys: dict[str, str]
    glyphs: Glyphs
    background_tasks: BackgroundTasks

    @property
    def palette(self) -> Palette:
        """The styles in force."""


class CachedLines(Widget):
    """A widget that caches each finished line until it changes.

    Textual rebuilds every line in the dirty rectangle, from the highest changed widget to the lowest.
    These widgets have no borders, padding or tints, so finished lines are cached.
    """

    def __init__(self, *children: Widget, **more: Any):
        super().__init__(*children, **more)
        self._cache: dict[int, Strip] = {}
        self._cache_key: tuple[int, Palette | None] = (0, None)

    @property
    def palette(self) -> Palette:
        """The styles in force."""
        return self.netui.palette

    @property
    def netui(self) -> "WidgetApp":
        """The app, as far as widgets use it."""
        return cast("WidgetApp", self.app)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Redraws these regions, or everything."""
        for region in regions:
            for y in region.line_range:
                self._cache.pop(y, None)
        if not regions:
            self._cache.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in ``crop``; the line filters run once a line."""
        width, drawn = self.size.width, self._cache
        if self._cache_key != (width, self.palette):
            drawn.clear()
            self._cache_key = width, self.palette
        missing = [y for y in crop.line_range if y not in drawn]
        if missing:
            filters, background = self.get_line_filters(), self.background_colors[1]
            for y in missing:
                strip = self.render_line(y)
                for each in filters:
                    strip = strip.apply_filter(each, background)
                drawn[y] = strip
        strips = [drawn[y] for y in crop.line_range]
        first, last = crop.column_span
        return strips if (first, last) == (0, width) else [strip.crop(first, last) for strip in strips]


class StatusLine(CachedLines):
    """A status line: one fixed line of spans."""

    DEFAULT_CSS = "StatusLine { height: 1; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None, shaded: bool = False):
        super().__init__(id=id, classes=classes)
        self._line: Line = []
        self._end: Line = []
        self._shaded = shaded

    def show(self, line: Line) -> None:
        """Draws ``line``, if it has changed."""
        if line != self._line:
            self._line = line
            self.refresh()

    def show_ends(self, line: Line, end: Line) -> None:
        """Draws ``line`` at the left and ``end`` at the right of the full width."""
        if (line, end) != (self._line, self._end):
            self._line, self._end = line, end
            self.refresh()

    @property
    def line(self) -> Line:
        """The line shown, without its right end."""
        return self._line

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return strip_of(self._row(y), self.size.width, self.palette, bar=self._shaded)

    def _row(self, y: int) -> Line:
        """The spans of a row as they are drawn."""
        width = self.size.width
        return spread(self._line, self._end, width) if self._end else cut_line(self._line, width)

    def on_click(self, event: events.Click) -> None:
        """Presses the key on which the mouse clicked, where a hint of one is drawn."""
        if key := pressed_key(self._row(event.y), event.x):
            event.stop()
            self.app.simulate_key(key)


class WrappedLine(StatusLine):
    """A line of spans wrapped into as many rows as it takes, up to ``most``."""

    DEFAULT_CSS = "WrappedLine { height: 1; }"

    def __init__(self, *, id: str | None = None, most: int = 3):
        super().__init__(id=id)
        self._rows: list[Line] = [[]]
        self._most = most

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return len(self._rows)

    def show(self, line: Line) -> None:
        """Draws ``line``, if it has changed."""
        super().show(line)
        self._flow()

    def on_resize(self) -> None:
        """Wraps the line to the new width."""
        self._flow()

    def _flow(self) -> None:
        rows = flow(self.line, self.size.width or self.app.size.width, self._most)
        if rows != self._rows:
            self._rows = rows
            self.styles.height = len(rows)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the rows."""
        return strip_of(self._row(y), self.size.width, self.palette)

    def _row(self, y: int) -> Line:
        return self._rows[y] if y < len(self._rows) else []
