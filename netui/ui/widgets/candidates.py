"""The candidates under the prompt: a list for autocompletion, of a few rows with one under the cursor."""

from collections.abc import Sequence

from textual.strip import Strip

from netui.presentation.text import Line
from netui.ui.widgets.cached_lines import CachedLines, strip_of

MOST_ROWS = 5
_SHARE = 4
"""The rows take at most one in so many of the screen's."""


class CandidateList(CachedLines):
    """Rows to choose from, or to read. It keeps its height while a word is typed: the line must not jump."""

    DEFAULT_CSS = "CandidateList { height: 0; display: none; }"

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.rows: Sequence[Line] = ()
        self.are_choices = False
        """Whether the rows are to choose from."""
        self._current = -1

    def show(self, rows: Sequence[Line], current: int = -1) -> None:
        """Draws rows to choose from; ``current`` is the index of the one under the cursor, -1 for none."""
        self._draw(rows, current, choices=True, keep_room=True)

    def show_beside(self, rows: Sequence[Line], *, keep_room: bool = False) -> None:
        """Draws rows to read, in no more room than they need, or at least in that which there is."""
        self._draw(rows, -1, choices=False, keep_room=keep_room)

    def _draw(self, rows: Sequence[Line], current: int, *, choices: bool, keep_room: bool) -> None:
        most = min(MOST_ROWS, max(self.app.size.height // _SHARE, 1))
        height = min(len(rows), most)
        if keep_room:
            height = max(height, min(self.height_shown, most))
        self.are_choices = choices and bool(rows)
        if height != self.height_shown:
            self.styles.height = height
            self.display = height > 0
        if (rows, current) != (self.rows, self._current):
            self.rows, self._current = rows, current
            self.refresh()

    def reset(self) -> None:
        """Shows nothing, and takes no room."""
        self.show_beside(())

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
