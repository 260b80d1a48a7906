"""Full-text search over everything that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from netui.presentation.dates import long_day
from netui.presentation.text import Line, clean, fit, plain, spread
from netui.services.search import search_text
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.line_input import SearchInput

if TYPE_CHECKING:
    from netui.services.search import Hit
    from netui.ui.controllers.host import MainHost
    from netui.ui.screens.shared.app import ScreenApp


class HitsView(CursorView):
    """The hits, two lines each: who and when, then the snippet."""

    _acts_unfocused = True

    def __init__(self) -> None:
        super().__init__(id="hits")
        self.rows: list[tuple[Hit, Line, Line]] = []

    def line_count(self) -> int:
        """Two lines a hit."""
        return 2 * len(self.rows)

    def line_at(self, y: int, width: int) -> Line:
        """Who and when, or the words."""
        _, head, words = self.rows[y // 2]
        return words if y % 2 else head

    def selectable_count(self) -> int:
        """One item a hit."""
        return len(self.rows)

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """Both lines."""
        return 2 * index, 2 * index + 2


class SearchScreen(FixedSizeScreen, Screen["Hit | None"]):
    """Type words, move with the arrows, enter goes there."""

    CSS = """
    #find-line { height: 1; background: $bar; }
    #find-sign { width: 8; }
    #hits { height: 1fr; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self._hits = HitsView()
        self._sign = StatusLine(id="find-sign", shaded=True)
        self._foot = StatusLine(id="find-foot")

    def compose(self) -> ComposeResult:
        """The words, what was found, the keys."""
        field = SearchInput(self._text, id="find-input")
        with Horizontal(id="find-line"):
            yield self._sign
            yield field
        yield self._hits
        yield self._foot

    def on_mount(self) -> None:
        """Ready to type."""
        self._sign.show([(" find  ", "link strong")])
        self.query_one(SearchInput).focus()
        self._say("words anywhere in what you wrote; the last may be unfinished")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Looks at each key; the index answers in milliseconds."""
        event.stop()
        app = cast("ScreenApp", self.app)
        today, workspace = app.workspace.today, app.workspace
        found = search_text(workspace, event.value)
        names = workspace.read.names_of({hit.contact for hit in found})
        width = max(self.size.width - 2, 20)
        edge: Line = [(" ", "")]
        rows: list[tuple[Hit, Line, Line]] = []
        for hit in found:
            when = long_day(hit.on, today) if hit.on else hit.where or "contact"
            name = names.get(hit.contact, hit.contact) or hit.id
            head = spread([(clean(name), "strong")], [(f"{clean(when)} ", "muted")], width)
            words = clean(hit.snippet or workspace.read.head(hit.contact).get("org", ""))
            said: Line = [("  " + fit(words, width - 2), "muted")]
            rows.append((hit, edge + head, edge + said))
        self._hits.rows = rows
        self._hits.cursor = 0
        self._hits.content_changed()
        self._hits.scroll_to(y=0, animate=False, immediate=True)
        if not event.value.strip():
            self._say("words anywhere in what you wrote; the last may be unfinished")
        elif not rows:
            main = cast("MainHost | None", app.main)
            is_read = main is None or main.is_complete
            self._say(
                "nothing found; try fewer or shorter words"
                if is_read
                else "nothing found yet: the files are still being read"
            )
        else:
            self._say(f"{len(rows)}{'+' if len(rows) >= 200 else ''} found   enter goes there   esc leaves")

    def _say(self, text: str) -> None:
        self._foot.show([(" " + text, "muted")])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to what is under the cursor."""
        event.stop()
        if self._hits.rows:
            self.dismiss(self._hits.rows[self._hits.cursor][0])

    def action_move(self, by: int) -> None:
        """Up or down in what was found."""
        self._hits.move_by(by)

    def action_page(self, direction: int) -> None:
        """Half a page up or down."""
        self._hits.half_page(direction)

    def action_leave(self) -> None:
        """Back without going anywhere."""
        self.dismiss(None)

    @property
    def text(self) -> str:
        """What is on screen, for tests."""
        return "\n".join(plain(line) for _, head, words in self._hits.rows for line in (head, words))
