"""Widgets that know their lines, and what stands in one: a list of spans, each a text and a role."""

from typing import Any, Self

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from netui.presentation.text import Line, flow, spread
from netui.ui.style.palette import Palette


def strip_of(
    line: Line, width: int, palette: Palette, *, cursor: bool | None = None, bar: bool = False
) -> Strip:
    """A line as Textual draws it, cut or padded; ``cursor`` is True when focused, False when dim."""
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


class CachedLines(Widget):
    """Keeps each line as it was drawn until something about it changes.

    Textual puts every line of a widget together anew, from styles that these have none of (borders,
    padding, tints), when anything changes between the widget that changed highest on the screen and
    the one that changed lowest.
    """

    def __init__(self, *children: Widget, **more: Any):
        super().__init__(*children, **more)
        self._drawn: dict[int, Strip] = {}
        self._drawn_for: tuple[int, Palette | None] = (0, None)

    @property
    def palette(self) -> Palette:
        """The styles in force."""
        palette: Palette = self.app.palette  # type: ignore[attr-defined]
        return palette

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draws these parts anew, or all."""
        for region in regions:
            for y in region.line_range:
                self._drawn.pop(y, None)
        if not regions:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in ``crop``; whatever filters lines is asked once of each."""
        width, drawn = self.size.width, self._drawn
        if self._drawn_for != (width, self.palette):
            drawn.clear()
            self._drawn_for = width, self.palette
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
    """One fixed line of spans."""

    DEFAULT_CSS = "StatusLine { height: 1; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None, shaded: bool = False):
        super().__init__(id=id, classes=classes)
        self._line: Line = []
        self._end: Line = []
        self._shaded = shaded

    def show(self, line: Line) -> None:
        """Draws ``line``, if it is another one than now."""
        if line != self._line:
            self._line = line
            self.refresh()

    def show_ends(self, line: Line, end: Line) -> None:
        """Draws ``line`` with ``end`` at the right, however wide the bar is by then."""
        if (line, end) != (self._line, self._end):
            self._line, self._end = line, end
            self.refresh()

    @property
    def line(self) -> Line:
        """What is shown, but for what stands at the right."""
        return self._line

    def render_line(self, y: int) -> Strip:
        """The one line."""
        line = spread(self._line, self._end, self.size.width) if self._end else self._line
        return strip_of(line, self.size.width, self.palette, bar=self._shaded)


class WrappedLine(StatusLine):
    """A line of spans in as many rows as it takes, up to ``most``."""

    DEFAULT_CSS = "WrappedLine { height: 1; }"

    def __init__(self, *, id: str | None = None, most: int = 3):
        super().__init__(id=id)
        self._rows: list[Line] = [[]]
        self._most = most

    def show(self, line: Line) -> None:
        """Draws ``line``, if it is another one than now."""
        super().show(line)
        self._flow()

    def on_resize(self) -> None:
        """Breaks the line anew."""
        self._flow()

    def _flow(self) -> None:
        rows = flow(self.line, self.size.width or self.app.size.width, self._most)
        if rows != self._rows:
            self._rows = rows
            self.styles.height = len(rows)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the rows."""
        row = self._rows[y] if y < len(self._rows) else []
        return strip_of(row, self.size.width, self.palette)
