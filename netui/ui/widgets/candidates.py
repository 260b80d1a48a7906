"""The candidates under the prompt: a list for autocompletion, of a few rows with one under the cursor."""

from collections.abc import Sequence

from textual.strip import Strip

from netui.presentation.text import Line
from netui.ui.widgets.cached_lines import CachedLines, strip_of

MOST_ROWS = 5
_SHARE = 4
"""The rows take at most one in so many of the screen's."""


class CandidateList(CachedLines):
    """Rows to choose from. It grows and never shrinks until it is reset: the line above must not jump."""

    DEFAULT_CSS = "CandidateList { height: 0; display: none; }"

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.rows: Sequence[Line] = ()
        self._current = -1

    def show(self, rows: Sequence[Line], current: int = -1) -> None:
        """Draws ``rows``; ``current`` is the index of the one under the cursor, -1 for none."""
        if (rows, current) == (self.rows, self._current):
            return
        self.rows, self._current = rows, current
        height = min(len(rows), MOST_ROWS, max(self.app.size.height // _SHARE, 1))
        if height > self.height_shown:
            self.styles.height = height
            self.display = True
        self.refresh()

    def reset(self) -> None:
        """Shows nothing, and takes no room."""
        if not self.display:
            return
        self.rows, self._current = (), -1
        self.styles.height = 0
        self.display = False

    @property
    def height_shown(self) -> int:
        """The rows it takes."""
        height = self.styles.height
        return int(height.value) if height is not None and self.display else 0

    def render_line(self, y: int) -> Strip:
        """One of the rows, scrolled so that the current one is in sight."""
        at = y + max(self._current - self.height_shown + 1, 0)
        row = self.rows[at] if at < len(self.rows) else []
        cursor = True if at == self._current and row else None
        return strip_of(row, self.size.width, self.palette, cursor=cursor)
