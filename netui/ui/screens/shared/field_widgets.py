"""Widgets of a form: inputs of one line, dates with the day that they mean, longer texts, and labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip

from netui.presentation.dates import full_date
from netui.presentation.text import clean, cut, wrap
from netui.services.dates import UnclearDateField, parse_date_field
from netui.services.errors import Refused
from netui.services.workspace import Workspace
from netui.ui.screens.shared.field_completion import FieldSuggester
from netui.ui.screens.shared.form_fields import Field
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import CachedLines, StatusLine, strip_of
from netui.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.widgets import TextArea

LABEL_WIDTH = 16


def field_id(field: Field) -> str | None:
    """The id of a field's widget; keys of one's own, which may hold anything, have none."""
    return None if field.key.startswith("own.") else f"field-{field.key.replace('.', '-')}"


class FieldInput(LineInput):
    """One line of a form; enter goes to the next."""

    BINDINGS = bindings({"form_next": "app.focus_next", "form_previous": "app.focus_previous"})
    DEFAULT_CSS = """
    FieldInput { padding: 0 1; }
    FieldInput:focus { background: $cursor; }
    """

    _suggests: FieldSuggester | None = None

    @classmethod
    def of(cls, field: Field, value: str, workspace: Workspace) -> FieldInput:
        """The input of a field, with its value."""
        hint = f"({field.hint})" if field.hint else ""
        found = cls(value, placeholder=hint, id=field_id(field))
        found._suggests = FieldSuggester(workspace, field) if field.names else None
        found.joint = ", " if field.several else " "
        return found

    def on_focus(self) -> None:
        """Brings the end of a long value into view; the width was not known when it was put in.

        From now on what is typed is completed: the values that a form begins with are not looked up.
        """
        self.suggester = self._suggests
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
        self._shown: tuple[str, date, date] | None = None
        """The text that was read last, the day it was read on, and the day it meant."""

    def read(self) -> None:
        """Shows what is typed as a date."""
        assert self._field.date is not None
        self.problem, words, role = "", "", "muted"
        try:
            found = parse_date_field(self._workspace, self._field.date, self.input.value)
            words = f" {full_date(found)} " if found is not None else ""
            self._shown = None
            if isinstance(found, date):
                self._shown = self.input.value, self._workspace.today, found
        except Refused as error:
            self.problem, words, role = f"{self._field.label}: {error}", " ? ", "attention"
            readings = error.readings if isinstance(error, UnclearDateField) else ()
            self._readings = (*readings, self.input.value) if readings else ()
        if self._meant is None:
            self._meant = StatusLine(shaded=False)
            self.mount(self._meant)
        self._meant.styles.width = len(words)
        self._meant.show([(words, role)])

    def as_shown(self) -> str:
        """What is typed; once midnight has passed since the day was shown beside it, that day."""
        if (
            self._shown is None
            or self._shown[0] != self.input.value
            or self._shown[1] == self._workspace.today
        ):
            return self.input.value
        return self._shown[2].isoformat().replace("T", " ")[:16]

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


class LongText(CachedLines, can_focus=True):
    """A field of several lines, which becomes a text area when it is gone to.

    To most nobody goes, and the area takes a fifth of the time in which a form opens.
    """

    DEFAULT_CSS = """
    LongText TextArea { border: none; padding: 0 1; background: $bar; width: 1fr; height: 1fr; }
    LongText TextArea:focus { border: none; background: $cursor; }
    """

    def __init__(self, field: Field, value: str):
        super().__init__(id=field_id(field))
        self._field = field
        self._value = value
        self._area: TextArea | None = None
        self.styles.height = field.lines

    @property
    def text(self) -> str:
        """What the field holds now."""
        return self._value if self._area is None else self._area.text

    def load_text(self, text: str) -> None:
        """Puts ``text`` into the field."""
        self._value = text
        if self._area is not None:
            self._area.load_text(text)
        self.refresh()

    async def on_focus(self) -> None:
        """Makes the text area and hands the keys over to it; its end is where one goes on."""
        from textual.widgets import TextArea

        self.can_focus = False
        area = TextArea(
            self._value,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            placeholder=self._hint,
        )
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        await self.mount(area)
        self._area = area
        area.focus()

    @property
    def _hint(self) -> str:
        return f"({self._field.hint})" if self._field.hint else ""

    def render_line(self, y: int) -> Strip:
        """One of the last lines of the text, as the area shows them, or of what belongs here."""
        width = self.size.width
        text, role = (self._value, "") if self._value else (self._hint, "muted")
        rows = wrap(text, width - 2)[-self._field.lines :]
        line = f" {rows[y]}" if y < len(rows) else ""
        return strip_of([(line, role)], width, self.palette, bar=True)


class Labels(CachedLines):
    """The labels of the fields, each at the first line of its own, and the headings of their groups."""

    DEFAULT_CSS = f"Labels {{ width: {LABEL_WIDTH}; }}"

    def __init__(self, fields: Iterable[tuple[Field, int]]):
        """Takes each field with the number of its lines."""
        super().__init__(id="labels")
        self._fields = list(fields)
        self._current = ""
        self.mark({})

    @property
    def rows(self) -> int:
        """How many lines they take."""
        return len(self._lines)

    def mark(self, wrong: Mapping[str, int]) -> None:
        """Marks the labels of fields as wrong, given by key with how many lines below each say why."""
        self._wrong = wrong
        self._lines: list[tuple[str, str]] = []
        for field, lines in self._fields:
            if field.group:
                self._lines.append(("", field.group))
            below = lines - 1 + wrong.get(field.key, 0)
            self._lines += [(field.key, field.label), *[("", "")] * below]
        self.styles.height = len(self._lines)
        self.refresh()

    def point_to(self, key: str) -> None:
        """Shows which field has the keys."""
        lines = [y for y, (name, _) in enumerate(self._lines) if name and name in (key, self._current)]
        self._current = key
        self.refresh(*(Region(0, y, LABEL_WIDTH, 1) for y in lines))

    def render_line(self, y: int) -> Strip:
        """One label or heading, or nothing."""
        key, label = self._lines[y]
        label = cut(clean(label), self.size.width - 1)
        sign, role = " ", "muted" if key else "strong"
        if key and key == self._current:
            sign, role = self.netui.glyphs.prompt, "link strong"
        if key in self._wrong:
            sign, role = "!", "attention"
        return strip_of([(f"{sign}{label}", role)], self.size.width, self.palette)
