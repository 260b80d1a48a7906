"""The command palette: one line to type in, and below it all that it may mean, always in the same place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from netui.domain.named_tuple import NamedTuple
from netui.presentation.palette.layout import choice_line, detail_line
from netui.presentation.palette.ranking import LOG, PaletteChoice
from netui.presentation.text import Line
from netui.ui.runtime.debounce import Debounce
from netui.ui.screens.shared.picker import ChoicesView, PickerInput
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.screens.shared.search_actions import SearchActions
from netui.ui.widgets.cached_lines import StatusLine

_REST_SECONDS = 0.12
"""How long nothing is typed before all that was written is searched, too."""


class Source(NamedTuple):
    """Where choices come from: ``find`` at each key, ``search`` once one pauses, which come behind them.

    ``preview`` is told the choice under the cursor, None for none; ``keep`` the text of a line to log that is
    left.
    """

    find: Callable[[str], list[PaletteChoice]]
    search: Callable[[str], list[PaletteChoice]]
    preview: Callable[[PaletteChoice | None], object]
    keep: Callable[[str], object]


_HEIGHT, _LEAST = 20, 8
"""Rows of the box, and of one that leaves room for the tour."""
_LINES = 2
"""Rows of message and keys."""


class PaletteScreen(FixedSizeScreen, SearchActions, ModalScreen["PaletteChoice | None"]):
    """Typing ranks what there is; the box stays as it is, so that nothing jumps while one reads."""

    DEFAULT_CSS = f"#palette {{ height: {_HEIGHT}; }}"
    DEFAULT_CSS += """
    PaletteScreen { align: center top; }
    #palette { width: 92; max-width: 100%; max-height: 100%; margin-top: 1; }
    #palette-line { height: 1; background: $bar; }
    #palette-sign { width: 3; }
    #palette-choices { height: 1fr; background: $background; }
    """

    def __init__(self, source: Source, below: int = _LINES):
        """What stands ``below`` stays in sight, where it is more than message and keys: the tour."""
        super().__init__()
        self._source = source
        self._below = below
        self._view: ChoicesView[PaletteChoice] = ChoicesView(self._draw, id="palette-choices")
        self.results = self._view
        self._detail = StatusLine(id="palette-detail")
        self._sign = StatusLine(id="palette-sign", shaded=True)
        self._typed = ""
        self._rest = Debounce(self, _REST_SECONDS, self._search)

    def _draw(self, choice: PaletteChoice, width: int) -> Line:
        return choice_line(choice, width, self._typed)

    def compose(self) -> ComposeResult:
        """Line, choices, what the one under the cursor is."""
        with Vertical(id="palette", classes="modal"):
            with Horizontal(id="palette-line"):
                yield self._sign
                yield PickerInput(placeholder="a name, an action, a setting, words, or a line to log")
            yield self._view
            yield self._detail
        yield self.keys_line("go")

    def on_mount(self) -> None:
        """Lists what is used most."""
        self._sign.show([(" :", "link strong")])
        if self._below > _LINES:
            room = self.app.size.height - self._below - 1
            self.query_one("#palette").styles.height = max(min(room, _HEIGHT), _LEAST)
        self._rank("")
        self.query_one(PickerInput).focus()

    @property
    def rows(self) -> Sequence[PaletteChoice]:
        """The choices listed."""
        return self._view.rows

    def _rank(self, text: str) -> None:
        self._typed = text
        self._view.rows = self._source.find(text)
        self._view.cursor = 0
        self._view.content_changed()
        self._view.scroll_to(y=0, animate=False, immediate=True)
        self._rest.cancel()
        if text.strip():
            self._rest.restart()
        choice = self._current()
        is_asked_for = choice is not None and text.strip().casefold().startswith(choice.group)
        self._show(choice, previewed=is_asked_for)

    def _search(self) -> None:
        """Adds what is found in everything written, below what is listed."""
        known = {choice.id for choice in self._view.rows}
        more = self._source.search(self.query_one(PickerInput).value)
        self._view.rows = [*self._view.rows, *(choice for choice in more if choice.id not in known)]
        self._view.content_changed()

    def _current(self) -> PaletteChoice | None:
        return self._view.rows[self._view.cursor] if self._view.rows else None

    def _show(self, choice: PaletteChoice | None, *, previewed: bool) -> None:
        """Says more about a choice; what only happens to be first while one types is not previewed."""
        self._detail.show(detail_line(choice))
        self._source.preview(choice if previewed else None)

    def on_cursor_view_moved(self, event: ChoicesView.Moved) -> None:
        """Says more about the choice that the cursor came to."""
        event.stop()
        self._show(self._current(), previewed=True)

    def before_leaving(self) -> None:
        """Keeps a line to log; what is looked for is not kept."""
        if any(choice.group == LOG for choice in self._view.rows):
            self._source.keep(self.query_one(PickerInput).value)

    def action_leave(self) -> None:
        """Closes without a choice; a line to log is kept."""
        self.before_leaving()
        super().action_leave()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ranks again at each key."""
        event.stop()
        self._rank(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes the one under the cursor."""
        event.stop()
        choice = self._current()
        if choice is not None:
            self.dismiss(choice)
