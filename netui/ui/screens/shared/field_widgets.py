"""Widgets of a form: inputs of one line, dates with the day that they mean, and labels."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.strip import Strip

from netui.presentation.dates import full_date
from netui.presentation.text import Line, clean, cut
from netui.services.dates import UnclearDateField, parse_date_field
from netui.services.errors import Refused
from netui.services.workspace import Workspace
from netui.ui.screens.shared.field_completion import FieldSuggester
from netui.ui.screens.shared.form_fields import Field
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import CachedLines, StatusLine, strip_of
from netui.ui.widgets.line_input import LineInput


def field_id(field: Field) -> str | None:
    """The id of a field's widget; keys of one's own, which may hold anything, have none."""
    return None if field.key.startswith("own.") else f"field-{field.key.replace('.', '-')}"


class FieldInput(LineInput):
    """One line of a form; enter goes to the next."""

    BINDINGS = bindings({"form_next": "app.focus_next", "form_previous": "app.focus_previous"})
    DEFAULT_CSS = "FieldInput { padding: 0 1; background: $background; }"

    @classmethod
    def of(cls, field: Field, value: str, workspace: Workspace) -> FieldInput:
        """The input of a field, with its value."""
        hint = f"({field.hint})" if field.hint else ""
        suggester = FieldSuggester(workspace, field) if field.names else None
        ident = field_id(field)
        return cls(value, placeholder=hint, id=ident, suggester=suggester)

    def on_focus(self) -> None:
        """Brings the end of a long value into view; the width was not known when it was put in."""
        at, self.cursor_position = self.cursor_position, 0
        self.cursor_position = at


class DateInput(Horizontal):
    """A field for a date, and beside it the day that the words in it mean."""

    DEFAULT_CSS = """
    DateInput { height: 1; }
    DateInput > StatusLine { width: auto; max-width: 50%; }
    """

    def __init__(self, field: Field, value: str, workspace: Workspace):
        self.input = FieldInput.of(field, value, workspace)
        self._meant: StatusLine | None = None
        """Mounted when the date is first read: most are never gone to, and each widget costs a form time."""
        super().__init__(self.input)
        self._field, self._workspace = field, workspace
        self.problem = ""
        """Why what is typed is no date, "" while it is one."""
        self._readings: tuple[str, ...] = ()
        """What it can be where that is unclear, and last what was typed."""

    def read(self) -> None:
        """Shows what is typed as a date."""
        assert self._field.date is not None
        self.problem, words, role = "", "", "muted"
        try:
            found = parse_date_field(self._workspace, self._field.date, self.input.value)
            words = f" {full_date(found)} " if found is not None else ""
        except Refused as error:
            self.problem, words, role = f"{self._field.label}: {error}", " ? ", "attention"
            readings = error.readings if isinstance(error, UnclearDateField) else ()
            self._readings = (*readings, self.input.value) if readings else ()
        if self._meant is None:
            self._meant = StatusLine(shaded=False)
            self.mount(self._meant)
        self._meant.styles.width = len(words)
        self._meant.show([(words, role)])

    def settle(self) -> None:
        """Puts the next of the days that it can be into the input; what was typed comes behind the last."""
        typed = self.input.value
        if typed in self._readings:
            settled = self._readings[(self._readings.index(typed) + 1) % len(self._readings)]
            self.input.value, self.input.cursor_position = settled, len(settled)

    def complaint(self, key: str) -> str:
        """Why it is no date, or which days ``key`` puts in its place; "" while it is one."""
        if not self.problem or self.input.value not in self._readings:
            return self.problem
        return f"{self._field.label}: which day?   {key} {' · '.join(self._readings[:-1])}"


class Labels(CachedLines):
    """The labels of the fields, each at the first line of its own, and the headings of their groups."""

    def __init__(self, fields: Iterable[tuple[Field, int]]):
        """Takes each field with the number of its lines."""
        super().__init__(id="labels")
        self._lines: list[tuple[str, str]] = []
        for field, lines in fields:
            if field.group:
                self._lines.append(("", field.group))
            self._lines += [(field.key, field.label), *[("", "")] * (lines - 1)]
        self._wrong: frozenset[str] = frozenset()
        self.styles.height = len(self._lines)

    def mark(self, wrong: Iterable[str]) -> None:
        """Marks the labels of the fields with these keys as wrong, and no others."""
        self._wrong = frozenset(wrong)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One label or heading, or nothing."""
        key, label = self._lines[y]
        label = cut(clean(label), self.size.width - 1)
        words: Line = [(f" {label}", "muted" if key else "strong")]
        if key in self._wrong:
            words = [(f"!{label}", "attention")]
        return strip_of(words, self.size.width, self.palette)
