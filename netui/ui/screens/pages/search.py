"""Full-text search over everything that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from netui.presentation.dates import long_day
from netui.presentation.text import Line, clean, highlight, plain, show_match, spread
from netui.services.search import search_text
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.screens.shared.search_actions import SearchActions
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.line_input import SearchInput

if TYPE_CHECKING:
    from netui.services.search import Hit
    from netui.ui.controllers.host import MainHost
    from netui.ui.screens.shared.app import ScreenApp


_EDGE: Line = [(" ", "")]


class HitsView(CursorView):
    """The hits, two lines each: who and when, then the snippet. Only those on screen are put into words."""

    _acts_unfocused = True

    def __init__(self) -> None:
        super().__init__(id="hits")
        self.hits: list[Hit] = []
        self.names: dict[str, str] = {}
        """The name of each contact among them, by id."""
        self.typed = ""
        """What they hold, to be shown in colour."""
        self.remark = ""
        """Why there are none."""

    def line_count(self) -> int:
        """Two lines a hit, or the two that say why there is none."""
        return 2 * len(self.hits) or 2

    def line_at(self, y: int, width: int) -> Line:
        """Who and when, or the words."""
        if not self.hits:
            return [(f"  {self.remark}", "muted")] if y else []
        hit, workspace = self.hits[y // 2], cast("ScreenApp", self.app).workspace
        width = max(width - 2, 20)
        if y % 2:
            words = clean(hit.snippet or workspace.read.head(hit.contact).get("org", ""))
            shown = show_match(words, self.typed, width - 2)
            return [("   ", ""), *highlight(shown, self.typed, "muted")]
        when = long_day(hit.on, workspace.today) if hit.on else hit.where or "contact"
        name = self.names.get(hit.contact, hit.contact) or hit.id
        return _EDGE + spread(
            highlight(clean(name), self.typed, "strong"), [(f"{clean(when)} ", "muted")], width
        )

    def selectable_count(self) -> int:
        """One item a hit."""
        return len(self.hits)

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """Both lines."""
        return 2 * index, 2 * index + 2


class SearchScreen(FixedSizeScreen, SearchActions, Screen["Hit | None"]):
    """Type words, move with the arrows, enter goes there."""

    DEFAULT_CSS = """
    #find-line { height: 1; background: $bar; }
    #find-sign { width: 8; }
    #hits { height: 1fr; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self._hits = HitsView()
        self.results = self._hits
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
        self._show([], "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Looks at each key; the index answers in milliseconds."""
        event.stop()
        app = cast("ScreenApp", self.app)
        self._show(search_text(app.workspace, event.value), event.value)

    def _show(self, found: list[Hit], typed: str) -> None:
        """Lists what was found, or says why nothing is there."""
        app = cast("ScreenApp", self.app)
        hits = self._hits
        hits.hits, hits.typed, hits.cursor = found, typed, 0
        hits.names = app.workspace.read.names_of({hit.contact for hit in found})
        main = cast("MainHost | None", app.main)
        if not typed.strip():
            hits.remark = "words anywhere in what you wrote; the last may be unfinished"
        elif main is None or main.is_complete:
            hits.remark = "nothing found; try fewer or shorter words"
        else:
            hits.remark = "nothing found yet: the files are still being read"
        hits.content_changed()
        hits.scroll_to(y=0, animate=False, immediate=True)
        self._foot.show(self.key_hints("go there", f"{len(found)}{'+' if len(found) >= 200 else ''} found"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to what is under the cursor."""
        event.stop()
        if self._hits.hits:
            self.dismiss(self._hits.hits[self._hits.cursor])

    @property
    def text(self) -> str:
        """What is on screen, for tests."""
        hits = self._hits
        return "\n".join(plain(hits.line_at(y, hits.size.width)) for y in range(2 * len(hits.hits)))
