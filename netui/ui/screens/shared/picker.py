"""A modal picker with a filter: which of several people was meant, what to bring back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.presentation.hyperlinks import linked
from netui.presentation.text import Line, clean, cut, highlight, spread
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.screens.shared.search_actions import SearchActions
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.line_input import SearchInput


class Choice(NamedTuple):
    """One thing to pick: ``key`` is what is returned, ``label`` and ``note`` are shown.

    ``uri`` is what the label leads to where it is a link.
    """

    key: str
    label: str
    note: str = ""
    uri: str = ""


Row = TypeVar("Row")


class ChoicesView(CursorView, Generic[Row]):
    """The choices that fit, one line each, which ``draw`` draws in a width."""

    _acts_unfocused = True

    def __init__(self, draw: Callable[[Row, int], Line], *, id: str = "choices") -> None:
        super().__init__(id=id)
        self._draw = draw
        self.rows: Sequence[Row] = ()

    def line_count(self) -> int:
        """One line a choice."""
        return len(self.rows)

    selectable_count = line_count

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """Each line is an item."""
        return index, index + 1

    def line_at(self, y: int, width: int) -> Line:
        """One choice."""
        return self._draw(self.rows[y], width)


class PickerInput(SearchInput):
    """The line one types in to narrow the choices."""

    BINDINGS = bindings({"picker_next": "screen.move(1)", "picker_previous": "screen.move(-1)"})
    DEFAULT_CSS = "PickerInput { padding: 0 1; }"


class PickerScreen(FixedSizeScreen, SearchActions, ModalScreen["str | None"]):
    """A question with a few answers; typing narrows them."""

    DEFAULT_CSS = """
    PickerScreen { align: center middle; }
    #choose { width: 70; max-width: 96%; height: auto; max-height: 80%; }
    #choices { height: auto; max-height: 18; min-height: 1; background: $background; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], preview: Callable[[str], object] | None = None):
        super().__init__()
        self._title = title
        self._choices = choices
        self._preview = preview
        self._typed = ""
        self._view = ChoicesView(self._draw)
        self.results = self._view

    def compose(self) -> ComposeResult:
        """Title, narrowing line, choices, keys."""
        box = Vertical(id="choose", classes="modal")
        box.border_title = Content(clean(self._title))
        with box:
            yield PickerInput(placeholder="type to narrow")
            yield self._view
        yield self.keys_line("take")

    def on_mount(self) -> None:
        """Lists all choices."""
        self._narrow("")
        self.query_one(PickerInput).focus()

    def _draw(self, row: Choice, width: int) -> Line:
        """Label and note."""
        note: Line = [(cut(clean(row.note), width // 2) + " ", "muted")]
        return spread(
            [(" ", ""), *highlight(clean(row.label), self._typed, linked("", row.uri))], note, width
        )

    def _narrow(self, text: str) -> None:
        self._typed = text
        words = fold(text).split()
        fitting = [c for c in self._choices if all(w in fold(f"{c.label} {c.note} {c.key}") for w in words)]
        fitting.sort(key=lambda c: not fold(c.label).startswith(fold(text)))
        self._view.rows = fitting
        self._view.cursor = 0
        self._view.styles.height = max(len(fitting), 1)
        self._view.content_changed()
        self._show_preview()

    def _show_preview(self) -> None:
        """Shows what the choice under the cursor would do, where that can be seen."""
        if self._preview is not None and self._view.rows:
            self._preview(self._view.rows[self._view.cursor].key)

    def on_cursor_view_moved(self, event: CursorView.Moved) -> None:
        """Previews the choice that the cursor came to."""
        event.stop()
        self._show_preview()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows at each key."""
        event.stop()
        self._narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Picks the one under the cursor."""
        event.stop()
        if self._view.rows:
            self.dismiss(self._view.rows[self._view.cursor].key)
