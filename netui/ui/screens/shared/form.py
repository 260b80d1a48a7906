"""A modal form: one line a field, saved as a whole; a draft of it is kept while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from netui.presentation.actions import BY_ID
from netui.presentation.keymap import first_key, spelled_key
from netui.presentation.text import Line, clean, visible, wrap
from netui.services.errors import FieldErrors, StoreError
from netui.services.timeline.form_drafts import FormDraft, discard_form, load_form, save_form
from netui.services.workspace import Workspace
from netui.ui.runtime.autosave import Autosave
from netui.ui.screens.shared.field_completion import CandidateCycle, field_candidates
from netui.ui.screens.shared.field_widgets import DateInput, FieldInput, Labels, field_id
from netui.ui.screens.shared.form_fields import Field
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import StatusLine

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from netui.ui.screens.shared.app import ScreenApp


_WIDTH = 84
"""Cells of a form with its frame, where the screen has as many."""
LONGEST = 1 << 16
"""The longest value a form shows, in characters; a longer one would block the app."""
Save = Callable[[Mapping[str, str]], str]
"""Saves the fields that changed and returns what is wrong with them, "" when all is well."""


class FormScreen(FixedSizeScreen, ModalScreen[bool]):
    """Fields one under the other, to be saved together; the result is whether a draft of it was left."""

    BINDINGS = bindings({"form_save": "save"}, priority=True) + bindings(
        {"form_leave": "leave", "form_discard": "discard", "form_settle": "settle"}
    )
    CSS = f"#form {{ width: {_WIDTH}; }}"
    CSS += """
    FormScreen { align: center middle; background: transparent; }
    #form { max-width: 100%; height: auto; max-height: 100%; }
    #form { background: $background; border: solid $rule; }
    #fields { height: auto; max-height: 30; scrollbar-size: 0 0; }
    #fields > Horizontal, #fields Vertical { height: auto; }
    #labels { width: 14; }
    #form TextArea { border: none; padding: 0 1; background: $background; width: 1fr; }
    #form TextArea:focus { border: none; background: $bar; }
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
        self._dates: dict[Widget, DateInput] = {}
        self._errors: dict[str, str] = {}
        """Why fields cannot be saved as they are, by key."""
        self._cycle = CandidateCycle()
        self._labels = Labels(())
        self._heading = StatusLine(shaded=True)
        self._foot = StatusLine()
        self._second: StatusLine | None = None
        self._scroll = VerticalScroll(id="fields", can_focus=False)

    def compose(self) -> ComposeResult:
        """Title, fields, keys."""
        self._fit(self.app.size.height)
        self._kept = load_form(self._workspace, self._key)
        with Vertical(id="form"):
            yield self._heading
            with self._scroll, Horizontal():
                self._labels = Labels((f, f.lines if f in self._open else 1) for f in self._fields)
                yield self._labels
                with Vertical():
                    for field in self._fields:
                        widget = self._make(field) if field in self._open else self._too_long()
                        if field.group:
                            widget.styles.margin = (1, 0, 0, 0)
                        yield widget
            yield self._foot

    def _too_long(self) -> Widget:
        words = StatusLine()
        key = first_key(self._keys, "edit_file")
        words.show([(f" too long for a form; on the main screen {key} opens the file", "muted")])
        return words

    def _make(self, field: Field) -> Widget:
        value = self._kept.typed.get(field.key, self._values.get(field.key, ""))
        widget: Widget
        if field.lines > 1:
            from textual.widgets import TextArea

            area = TextArea(
                value,
                soft_wrap=True,
                tab_behavior="focus",
                show_line_numbers=False,
                placeholder=f"({field.hint})" if field.hint else "",
                id=field_id(field),
            )
            area.styles.height = field.lines
            area.cursor_blink = False
            area.move_cursor(area.document.end)
            widget = area
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
        self._heading.show([(f" {clean(self._title)}", "strong")])
        self._say(self._draft_words())
        start = self._start if self._start in self._widgets else self._open[0].key
        self._widgets[start].focus()

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
        """Leaves room for title, keys and frame."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        self._scroll.styles.max_height = max(height - 4, 1)

    def _say(self, wrong: str = "") -> None:
        frame = 2
        rows = wrap(wrong, min(_WIDTH, self.app.size.width) - frame - 1, 2) if wrong else []
        self._show_second(rows[1] if len(rows) > 1 else "")
        if rows:
            self._foot.show([(" " + rows[0], "attention")])
        else:
            line: Line = [(" ", "")]
            for name in ("form_save", "form_leave", "form_discard"):
                line += [(self._key_of(name), "strong"), (f" {BY_ID[name].footer}   ", "muted")]
            self._foot.show([*line, ("tab", "strong"), (" next", "muted")])

    def _show_second(self, words: str) -> None:
        """A second line for what is wrong, where one is too short; the fields leave room for it."""
        if words and self._second is None:
            self._second = StatusLine()
            self.query_one("#form").mount(self._second)
        if self._second is not None and (words or self._second.display):
            self._second.display = bool(words)
            self._second.show([(" " + words, "attention")])
            self._fit(self.app.size.height - bool(words))

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
        return widget.value if isinstance(widget, Input) else str(getattr(widget, "text", ""))

    def changed(self) -> dict[str, str]:
        """The fields that were changed, with their text."""
        return {f.key: v for f in self._open if (v := self.value(f.key)) != self._values.get(f.key, "")}

    def action_save(self) -> None:
        """Saves and closes, or says why it cannot be saved."""
        changed = self.changed()
        self._stop_autosave()
        try:
            wrong = self._save(changed) if changed else ""
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

    def _show_errors(self, errors: Mapping[str, str]) -> None:
        """Marks the fields that are wrong, and goes to the first; each says why where one goes to it."""
        self._errors = dict(errors)
        self._labels.mark(errors)
        first = next((field.key for field in self._open if field.key in errors), "")
        if not first:  # what is wrong is none of those that can be typed in here
            self._say("; ".join(errors.values()))
            return
        self._widgets[first].focus()
        self._say_error(first)

    def _say_error(self, key: str) -> None:
        """Says why a field is wrong, and how many others are."""
        others = len(self._errors) - 1
        more = f"   and {others} more, marked !" if others else ""
        self._say(f"{self._errors[key]}{more}")

    def _key_at(self, widget: Widget) -> str:
        """The key of the field that ``widget`` is for, "" for none."""
        return next((key for key, each in self._widgets.items() if each is widget), "")

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
            cast("TextArea", widget).load_text(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keeps a draft while one types, and reads a date."""
        self._changed()
        key = self._key_at(event.input)
        if self._errors.pop(key, None) is not None:
            self._labels.mark(self._errors)
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
        self._show_second("")
        key, takes = self._key_of("form_settle"), " takes "
        line: Line = [(" →" if found.ending else f" {key}", "strong"), (takes, "muted"), (words, "")]
        self._foot.show([*line, (f"   {key}", "strong"), (" the next", "muted")] if found.ending else line)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Reads the date that is gone to."""
        self._read_date(event.widget)
        key = self._key_at(event.widget)
        if key in self._errors:
            self._say_error(key)

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
