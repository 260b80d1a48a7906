"""A modal form: one line a field, saved as a whole; a draft of it is kept while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from netui.presentation.actions import BY_ID
from netui.presentation.footer import key_hints
from netui.presentation.keymap import first_key, spelled_key
from netui.presentation.text import Line, clean, flow, visible
from netui.services.errors import FieldErrors, StoreError
from netui.services.timeline.form_drafts import FormDraft, discard_form, load_form, save_form
from netui.services.workspace import Workspace
from netui.ui.runtime.autosave import Autosave
from netui.ui.screens.shared.field_completion import CandidateCycle, field_candidates
from netui.ui.screens.shared.field_widgets import LABEL_WIDTH, DateInput, FieldInput, Labels, LongText
from netui.ui.screens.shared.form_fields import Field
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import StatusLine, WrappedLine

if TYPE_CHECKING:
    from netui.ui.screens.shared.app import ScreenApp


_WIDTH = 84
"""Cells of a form with its frame, where the screen has as many."""
_SHOWN_KEYS = ("form_save", "form_leave", "form_discard")
_PROBLEM_ROWS = 3
LONGEST = 1 << 16
"""The longest value a form shows, in characters; a longer one would block the app."""
Save = Callable[[Mapping[str, str]], str]
"""Saves the fields that changed and returns what is wrong with them, "" when all is well."""


class FormScreen(FixedSizeScreen, ModalScreen[bool]):
    """Fields one under the other, to be saved together; the result is whether a draft of it was left."""

    BINDINGS = bindings({"form_save": "save"}, priority=True) + bindings(
        {"form_leave": "leave", "form_discard": "discard", "form_settle": "settle"}
    )
    DEFAULT_CSS = f"#form {{ width: {_WIDTH}; }}"
    DEFAULT_CSS += """
    FormScreen { align: center middle; }
    #form { max-width: 100%; height: auto; max-height: 100%; }
    #fields { height: auto; max-height: 30; scrollbar-size: 0 0; }
    #fields Vertical { height: 100%; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, str],
        save: Save,
        *,
        start: str = "",
        key: str = "",
    ):
        """``start`` names the first field to type in; ``key`` names its draft where a title is not unique."""
        super().__init__()
        self._title = title
        self._key = key or title
        self._kept = FormDraft({}, {})
        self._discarded: Mapping[str, str] = {}
        self._autosave: Autosave | None = None
        areas = {field.key for field in fields if field.lines > 1}
        self._values = {key: text if key in areas else visible(text) for key, text in values.items()}
        """What is shown of the values: a control character has no width, and would shift its line."""
        self._open = [field for field in fields if len(values.get(field.key, "")) <= LONGEST]
        self._fields = fields
        self._save = save
        self._start = start
        self._widgets: dict[str, Widget] = {}
        self._rows: dict[str, Widget] = {}
        """What stands beside each label, by key: the widget of the field, or what is around it."""
        self._dates: dict[Widget, DateInput] = {}
        self._errors: dict[str, str] = {}
        """Why fields cannot be saved as they are, by key."""
        self._problems: dict[str, WrappedLine] = {}
        """The lines that say so below their fields."""
        self._cycle = CandidateCycle()
        self._labels = Labels(())
        self._columns = Horizontal()
        """Labels and fields side by side; its height is set, as to measure each field takes a form time."""
        self._foot = WrappedLine(most=2)
        self._bottom = StatusLine(classes="modal-keys")
        self._scroll = VerticalScroll(id="fields", can_focus=False)
        self._box = Vertical(id="form", classes="modal")

    def compose(self) -> ComposeResult:
        """Title, fields, what is to be said of them, keys."""
        self._fit()
        self._kept = load_form(self._workspace, self._key)
        self._box.border_title = Content(clean(self._title))
        with self._box:
            with self._scroll, self._columns:
                self._labels = Labels((f, f.lines if f in self._open else 1) for f in self._fields)
                self._columns.styles.height = self._labels.rows
                yield self._labels
                with Vertical():
                    for field in self._fields:
                        widget = self._make(field) if field in self._open else self._too_long()
                        if field.group:
                            widget.styles.margin = (1, 0, 0, 0)
                        self._rows[field.key] = widget
                        yield widget
            yield self._foot
        yield self._bottom

    def _too_long(self) -> Widget:
        words = StatusLine()
        key = first_key(self._keys, "edit_file")
        words.show([(f" too long for a form; on the main screen {key} opens the file", "muted")])
        return words

    def _make(self, field: Field) -> Widget:
        value = self._kept.typed.get(field.key, self._values.get(field.key, ""))
        widget: Widget
        if field.lines > 1:
            widget = LongText(field, value)
        elif field.date:
            dated = DateInput(field, value, self._workspace)
            self._widgets[field.key] = dated.input
            self._dates[dated.input] = dated
            return dated
        else:
            widget = FieldInput.of(field, value, self._workspace)
        self._widgets[field.key] = widget
        return widget

    def on_mount(self) -> None:
        """Ready to type in the first field, or the one asked for."""
        keys = [(self._keys[name].split(",")[0], BY_ID[name].footer) for name in _SHOWN_KEYS]
        self._bottom.show(key_hints([*keys, ("tab", "next")], spelled_key))
        self._say(self._draft_words())
        start = self._start if self._start in self._widgets else self._open[0].key
        self._widgets[start].focus()
        for size in ("scroll_y", "virtual_size"):
            self.watch(self._scroll, size, self._count_rows_below, init=False)

    def _count_rows_below(self) -> None:
        """Says in the frame how many rows of fields stand below those in sight."""
        below = round(self._scroll.virtual_size.height - self._scroll.size.height - self._scroll.scroll_y)
        self._box.border_subtitle = Content(f"{below} more below" if below > 0 else "")

    def _draft_words(self) -> str:
        """What the fields show where they are not as the file has them, and what that has changed since."""
        typed, seen = self._kept
        if not typed:
            return ""
        save, discard = self._key_of("form_save"), self._key_of("form_discard")
        keys = [key for key in typed if seen.get(key) != self._values.get(key, "")]
        since = ", ".join(field.label for field in self._open if field.key in keys)
        if since:
            return f"changed since you left it: {since}; {save} saves yours, {discard} shows it as it is"
        return f"as you left it: {save} saves it now, {discard} shows it as it was"

    def on_resize(self, event: events.Resize) -> None:
        """Leaves room for frame and keys, wraps what is said, and keeps the field typed in in sight."""
        self._fit()
        self._show_problems()
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False, immediate=True)

    def _fit(self) -> None:
        frame_and_keys = 3
        self._scroll.styles.max_height = max(self.app.size.height - frame_and_keys - self._foot.rows, 1)

    def _say(self, wrong: str = "") -> None:
        self._show_foot([(f" {wrong}", "attention")] if wrong else [])

    def _show_foot(self, line: Line) -> None:
        """Shows a line below the fields, in two rows where it is long; the fields leave room for them."""
        self._foot.show(line)
        self._fit()

    @property
    def _workspace(self) -> Workspace:
        return cast("ScreenApp", self.app).workspace

    @property
    def _keys(self) -> Mapping[str, str]:
        return cast("ScreenApp", self.app).keys

    def _key_of(self, action: str) -> str:
        return spelled_key(self._keys[action].split(",")[0])

    def value(self, key: str) -> str:
        """The text of a field now."""
        widget = self._widgets[key]
        return widget.value if isinstance(widget, Input) else cast("LongText", widget).text

    def changed(self) -> dict[str, str]:
        """The fields that were changed, with their text."""
        return {f.key: v for f in self._open if (v := self.value(f.key)) != self._values.get(f.key, "")}

    def action_save(self) -> None:
        """Saves and closes, or says why it cannot be saved."""
        changed = self.changed()
        self._stop_autosave()
        try:
            wrong = self._save({key: self._as_shown(key) for key in changed}) if changed else ""
        except FieldErrors as error:
            self._show_errors(error.errors)
            self._changed()
            return
        if wrong:
            self._say(wrong)
            self._changed()
        else:
            discard_form(self._workspace, self._key)
            self.dismiss(False)

    def _as_shown(self, key: str) -> str:
        """The text of a field now; of a date, what the day beside it says."""
        dated = self._dates.get(self._widgets[key])
        return dated.as_shown() if dated is not None else self.value(key)

    def _show_errors(self, errors: Mapping[str, str]) -> None:
        """Says below each wrong field why it is wrong, and goes to the first."""
        fields = {field.key: field for field in self._open if field.key in errors}
        others = [words for key, words in errors.items() if key not in fields]
        self._errors = {key: errors[key].removeprefix(f"{field.label}: ") for key, field in fields.items()}
        self._show_problems()
        if fields:
            self._widgets[next(iter(fields))].focus()
        self._say("; ".join(others) or "not saved yet: mend what is marked !")

    def _show_problems(self) -> None:
        """Shows why fields are wrong, each below its own, and takes away what was mended."""
        for key in self._problems.keys() - self._errors.keys():
            self._problems.pop(key).remove()
        width = min(_WIDTH, self.app.size.width) - LABEL_WIDTH - 2
        heights = {}
        for key, words in self._errors.items():
            line: Line = [(f" {words}", "attention")]
            if key not in self._problems:
                self._problems[key] = WrappedLine(most=_PROBLEM_ROWS)
                row = self._rows[key]
                cast("Widget", row.parent).mount(self._problems[key], after=row)
            self._problems[key].show(line)
            heights[key] = len(flow(line, width, _PROBLEM_ROWS))
        self._labels.mark(heights)
        self._columns.styles.height = self._labels.rows

    def _key_at(self, widget: Widget) -> str:
        """The key of the field that ``widget`` is for, "" for none."""
        return next((key for key, each in self._widgets.items() if each in (widget, widget.parent)), "")

    def action_leave(self) -> None:
        """Closes; what was changed is kept until the form is opened again."""
        self._stop_autosave()
        changed = self.changed()
        try:
            self._keep(changed)
        except StoreError as error:
            self._say(f"{error}; {self._key_of('form_discard')} first leaves without it")
        else:
            self.dismiss(bool(changed))

    def action_discard(self) -> None:
        """Shows the fields as they are saved; again: as they were changed."""
        changed = self.changed()
        wanted, self._discarded = (self._values, changed) if changed else (self._discarded, {})
        for key in changed or wanted:
            self._put(key, wanted.get(key, ""))
        self._say(
            f"as it was; {self._key_of('form_discard')} brings back what you changed" if changed else ""
        )

    def _put(self, key: str, text: str) -> None:
        widget = self._widgets[key]
        if isinstance(widget, Input):
            widget.value = text
            widget.cursor_position = len(text)
        else:
            cast("LongText", widget).load_text(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keeps a draft while one types, and reads a date."""
        self._changed()
        key = self._key_at(event.input)
        if self._errors.pop(key, None) is not None:
            self._show_problems()
            self._say()
        self._read_date(event.input)
        if event.input.has_focus:
            self._offer(key, event.input.value)

    def _offer(self, key: str, text: str) -> None:
        """Names under the form what the word being typed may become."""
        field = next((each for each in self._open if each.key == key and each.names), None)
        if field is None:
            return
        found = field_candidates(self._workspace, field, text)
        if not found.words:
            self._say()
            return
        words = " · ".join(clean(word).strip() for word in found.words)
        key, takes = self._key_of("form_settle"), " takes "
        line: Line = [(" →" if found.ending else f" {key}", "strong"), (takes, "muted"), (words, "")]
        self._show_foot([*line, (f"   {key}", "strong"), (" the next", "muted")] if found.ending else line)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Shows by its label which field has the keys, and reads the date that is gone to."""
        key = self._key_at(event.widget)
        self._labels.point_to(key)
        if key not in self._errors:
            self._read_date(event.widget)

    def _read_date(self, widget: Widget) -> None:
        """Says what the date in a field means; why it is none stands in place of the keys."""
        dated = self._dates.get(widget)
        if dated is None or not widget.has_focus:
            return
        before = dated.problem
        dated.read()
        if dated.problem or before:
            self._say(dated.complaint(self._key_of("form_settle")))

    def action_settle(self) -> None:
        """Takes the next of the days that the date under the text cursor can be, or of the names."""
        dated = self._dates.get(self.focused) if self.focused else None
        if dated is not None:
            dated.settle()
        elif isinstance(self.focused, Input):
            key = self._key_at(self.focused)
            field = next((each for each in self._open if each.key == key and each.names), None)
            if field is not None:
                self._put(key, self._cycle.following(self._workspace, field, self.focused.value))

    def on_text_area_changed(self) -> None:
        """Keeps a draft while one types."""
        self._changed()

    def _changed(self) -> None:
        if self._autosave is None:
            self._autosave = Autosave(self, cast("ScreenApp", self.app).background_tasks, self._collect)
        self._autosave.changed()

    def _collect(self) -> Callable[[], None]:
        changed = self.changed()
        return lambda: self._keep(changed)

    def _keep(self, changed: Mapping[str, str]) -> None:
        if changed:
            save_form(self._workspace, self._key, changed, self._values)
        else:
            discard_form(self._workspace, self._key)

    def _stop_autosave(self) -> None:
        if self._autosave is not None:
            self._autosave.cancel()

    def before_leaving(self) -> None:
        """Keeps what was typed until the form is opened again."""
        self._stop_autosave()
        with suppress(StoreError):  # nowhere to keep it, and the app is leaving
            self._keep(self.changed())
