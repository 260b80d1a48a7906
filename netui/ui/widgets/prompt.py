"""The prompt: two lines at the bottom, a message over the keys, or an input over its live feedback."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from netui.presentation.footer import pressing
from netui.presentation.text import Line, clean, cut, keep_end, paste_lines, plain, width_of
from netui.ui.runtime.autosave import Autosave
from netui.ui.widgets.cached_lines import StatusLine, WidgetApp, WrappedLine
from netui.ui.widgets.candidates import CandidateList
from netui.ui.widgets.prompt_input import PromptInput
from netui.ui.widgets.prompt_request import Completion as Completion
from netui.ui.widgets.prompt_request import PromptRequest as PromptRequest

_SHARE, _LEAST = 10, 2
"""What stands beside the line takes one row in so many of the screen's, these at least."""


class Prompt(Vertical):
    """Shows message and footer, or while it asks for something its label, input, feedback and candidates."""

    DEFAULT_CSS = """
    Prompt { height: auto; dock: bottom; }
    Prompt > #message { height: 1; }
    Prompt > #typing { height: 1; display: none; background: $bar; }
    Prompt.asking > #message { display: none; }
    Prompt.asking > #typing { display: block; }
    Prompt > #feedback { display: none; }
    Prompt.answering > #feedback { display: block; }
    Prompt.answering > #footer { display: none; }
    Prompt #sign { width: auto; height: 1; }
    """

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._message = StatusLine(id="message")
        self._footer = StatusLine(id="footer")
        self._feedback_line = WrappedLine(id="feedback")
        self._candidates = CandidateList(id="candidates")
        self._sign = StatusLine(id="sign", shaded=True)
        self._typing = Horizontal(self._sign, id="typing")
        self._input: PromptInput | None = None
        self._asking: PromptRequest | None = None
        self._question: Callable[[bool], None] | None = None
        self._history_index = -1
        self._typed_first = ""
        self._autosave: Autosave | None = None
        self._completion: tuple[Completion, int, str] | None = None
        self._given = ""
        """The text last put into the input by other means than typing: nothing is offered for it."""
        self._further: list[str] = []
        """Lines of a paste that are asked for after this one."""
        self._place = 1
        """The place of the line that is asked for among those of the paste."""
        self._label = ""
        self._submitted: PromptRequest | None = None
        """What the last enter was for, or what is asked since then in its place."""

    def compose(self) -> ComposeResult:
        """Message, input, feedback, candidates, footer."""
        yield self._message
        yield self._typing
        yield self._feedback_line
        yield self._candidates
        yield self._footer

    # ------------------------------------------------------------------ at rest

    def set_message(self, line: Line) -> None:
        """Shows a message until the next one; one that is too long keeps its end, which names a key."""
        width = self.size.width
        if width and len(line) == 1:
            line = [(keep_end(line[0][0], width), line[0][1])]
        self._message.show(line)

    def is_free_for(self, text: str | None) -> bool:
        """Whether nothing is asked, and the line says nothing or ``text``; None: whatever it says."""
        if self.is_asking or self.is_questioning:
            return False
        return text is None or plain(self.message).strip() in ("", text)

    def keys(self, line: Line) -> None:
        """Shows the keys in the footer."""
        self._footer.show(line)

    @property
    def message(self) -> Line:
        """The message shown."""
        return self._message.line

    @property
    def feedback(self) -> Line:
        """The feedback shown."""
        return self._feedback_line.line

    @property
    def message_row(self) -> int:
        """The row of the screen with the message."""
        return self._message.region.y

    @property
    def is_asking(self) -> bool:
        """Whether the input is open."""
        return self._asking is not None

    # ------------------------------------------------------------------ asking

    def ask(self, asking: PromptRequest) -> None:
        """Opens the input."""
        if self._input is None:
            self._input = PromptInput(self)
            self._typing.mount(self._input)
        self._stop_autosave()
        self._asking = asking
        self._label = ""
        self._submitted = None
        self._history_index = -1
        self._completion = None
        if asking.autosave is not None:
            save, tasks = asking.autosave, cast("WidgetApp", self.app).background_tasks
            self._autosave = Autosave(self, tasks, lambda: save(self.typed))
        self._show_sign()
        self.typed = asking.initial
        self.add_class("asking", *(["answering"] if asking.changed else []))
        self._input.focus(scroll_visible=False)
        self._feedback()

    def label(self, words: str) -> None:
        """Labels the input with ``words`` behind its sign, until it is closed."""
        self._label = words
        self._show_sign()

    def _show_sign(self) -> None:
        """Labels the input, with the place of its line among those of a paste: ``› 1 of 3``."""
        if self._asking:
            lines = self._place + len(self._further)
            label = f"{self._place} of {lines}" if lines > 1 else self._label
            sign = f" {self._asking.sign} " + (f"{label} " if label else "")
            self._sign.styles.width = cell_len(sign)
            self._sign.show([(sign, "link strong")])

    def close(self) -> str:
        """Closes the input; returns its text."""
        typed = self._input.value if self._input else ""
        self._stop_autosave()
        self._asking = None
        self._candidates.reset()
        self.remove_class("asking", "answering")
        return typed

    def _stop_autosave(self) -> None:
        if self._autosave is not None:
            self._autosave.cancel()
            self._autosave = None

    def cancel(self) -> None:
        """Closes the input without submitting."""
        asking = self._asking
        is_pasted = self._place > 1 or bool(self._further)
        typed = self.close()
        if asking and asking.given_up and is_pasted:
            asking.given_up([typed, *self._take_further()])
        elif asking and asking.cancelled:
            asking.cancelled(typed)

    def _take_further(self) -> list[str]:
        """The further lines, which are not asked for any more."""
        lines, self._further, self._place = self._further, [], 1
        return lines

    def leave(self) -> None:
        """Closes the input because the app quits."""
        if self._asking and self._asking.left:
            self._asking = self._asking._replace(cancelled=self._asking.left)
        self.cancel()

    @property
    def typed(self) -> str:
        """The text of the input, "" while it is closed."""
        return self._input.value if self._asking and self._input else ""

    @typed.setter
    def typed(self, text: str) -> None:
        if self._input is not None:
            self._given = text
            self._input.value = text
            self._input.cursor_position = len(text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replaces a part of the text of the input."""
        if self._input is not None:
            value = self._input.value
            self._given = value[:start] + text + value[end:]
            self._input.value = self._given
            self._input.cursor_position = start + len(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Updates the feedback at each key."""
        event.stop()
        if self._completion and event.value != self._completion[2]:
            self._completion = None
        if self._autosave is not None:
            self._autosave.changed()
        self._feedback()

    def _feedback(self) -> None:
        if self._asking and self._asking.changed and self._input:
            self._feedback_line.show(self._asking.changed(self._input.value))
        self._show_candidates()

    def _show_candidates(self) -> None:
        """Shows what the word at the text cursor may become, with the one taken last under the cursor.

        Where there is nothing to choose, what stands beside the line takes their place.
        """
        if not (self._asking and self._input):
            return
        value, cursor = self._input.value, self._input.cursor_position
        if self._completion:
            found, at, _ = self._completion
            self._candidates.show(found.rows, at)
            return
        offered = None
        if self._asking.candidates and value != self._given:
            offered = self._asking.candidates(value, cursor)
        if offered is not None and offered.rows:
            self._candidates.show(offered.rows)
            return
        size, beside = self.app.size, self._asking.beside
        rows = beside(value, size.width, max(size.height // _SHARE, _LEAST)) if beside else ()
        is_in_word = offered is not None and not value[:cursor][-1:].isspace()
        self._candidates.show_beside(rows, keep_room=is_in_word)

    def refresh_feedback(self) -> None:
        """Updates the feedback although nothing was typed."""
        self._feedback()

    # ------------------------------------------------------------------ a question of one key

    def question(self, text: str, answered: Callable[[bool], None]) -> None:
        """Asks for yes or no by one key; any key but ``y`` means no."""
        self._question = answered
        answers: Line = [
            *(("  y", pressing("strong", "y")), (" yes", pressing("muted", "y"))),
            *(("   n", pressing("strong", "n")), (" no", pressing("muted", "n"))),
        ]
        room = (self.size.width or 80) - width_of(answers)
        self._message.show([(cut(f" {clean(text)}", room), "attention"), *answers])
        self.can_focus = True
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Takes the answer to a question."""
        if self._question is None:
            return
        event.stop()
        event.prevent_default()
        answered, self._question = self._question, None
        self.can_focus = False
        self._message.show([])
        answered(event.key in ("y", "Y"))
        if self._submitted:
            self._ask_further(self._submitted)

    @property
    def is_questioning(self) -> bool:
        """Whether a yes-or-no question is open."""
        return self._question is not None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Submits the text, and closes unless it was refused."""
        event.stop()
        asking, autosave = self._asking, self._autosave
        self._submitted = asking
        if autosave is not None:
            autosave.cancel()
        if asking and asking.submitted(event.value):
            if self._asking is asking:
                self.close()
            self._ask_further(asking)
        elif autosave is not None and self._autosave is autosave:
            autosave.changed()

    # ------------------------------------------------------------------ further lines

    def pasted_lines(self, text: str) -> Sequence[str]:
        """The lines of a pasted text; one at least."""
        return self._lines_of(text, self._asking)

    def _lines_of(self, text: str, asking: PromptRequest | None) -> Sequence[str]:
        lines = paste_lines(text)
        found = asking.pasted(text) if asking and asking.pasted else lines
        return found if len(found) > 1 else lines

    def add_lines(self, lines: Sequence[str]) -> None:
        """Takes further lines, asked for as soon as the line in the input is submitted."""
        self._further[:0] = lines
        if lines and self._asking and self._asking.waiting:
            self._asking.waiting(lines)
        self._show_sign()

    def take_typed_ahead(self, text: str) -> bool:
        """Takes text as further lines, where the last enter was for a line; returns False for what are keys.

        It came in the same read as that enter: most likely a paste that looks like keys.
        """
        submitted = self._submitted
        if submitted is None or self.is_questioning:
            return False
        if self._asking is not submitted and not (self._asking is None and self.screen.is_current):
            return False
        is_refused = self._asking is submitted and self.screen.is_current
        if is_refused and not self._further:  # it may be the day of what follows
            first, *lines = self._lines_of(f"{self.typed}\n{text}", submitted)
            if first != self.typed:
                self.typed = first
        else:
            lines = list(self._lines_of(text, submitted))
        self._further += lines
        if submitted.waiting:
            submitted.waiting(lines)
        if self._asking is submitted:
            self._show_sign()
        else:
            self._ask_further(submitted)
        return True

    def _ask_further(self, submitted: PromptRequest) -> None:
        """Asks for the next line after one was submitted; gives all up where something else is asked."""
        if not self._further:
            self._place = 1
        elif self._asking:
            lines = self._take_further()
            if submitted.given_up and self._input:
                submitted.given_up(lines)
                self._input.focus(scroll_visible=False)
        elif not self.is_questioning:
            text = self._further.pop(0)
            self._place += 1
            if submitted.asked:
                submitted.asked(text)
            if submitted.further:
                submitted.further(text)
            else:
                self.ask(submitted._replace(initial=text))
            self._submitted = self._asking

    def complete(self, direction: int) -> None:
        """Steps through the completions at the text cursor."""
        if not (self._asking and self._asking.complete and self._input):
            return
        if self._completion is None:
            found = self._asking.complete(self._input.value, self._input.cursor_position)
            if found is None or not found.choices:
                return
            at = 0 if direction > 0 else len(found.choices) - 1
        else:
            found, at, _ = self._completion
            at = (at + direction) % len(found.choices)
        choice = found.choices[at]
        value = self._input.value[: found.start] + choice + self._input.value[found.end :]
        is_only = len(found.choices) == 1  # then the next time goes on from it, into a folder
        self._completion = None if is_only else (found._replace(end=found.start + len(choice)), at, value)
        self._given = value
        self._input.value = value
        self._input.cursor_position = found.start + len(choice)

    def earlier(self) -> None:
        """Moves the date of the text one day back, where it has one."""
        if self._asking and self._asking.earlier and self._input:
            self.typed = self._asking.earlier(self._input.value)

    def settle(self) -> None:
        """Puts the next reading of what the line is asked about in its place, where it is asked about any."""
        if self._asking and self._asking.settle and self._input:
            settled = self._asking.settle(self._input.value)
            if settled is not None:
                self.typed = settled
                self._feedback()

    def step(self, older: int) -> None:
        """Steps through the candidates that are shown, else through the history; ``older`` is 1 or -1."""
        if self._candidates.are_choices:
            self.complete(-older)
        else:
            self.recall(older)

    def recall(self, older: int) -> None:
        """Steps to an older line of the history, or back to the first text."""
        if not (self._asking and self._asking.history):
            return
        history = self._asking.history
        index = max(-1, min(self._history_index + older, len(history) - 1))
        if index == self._history_index:
            return
        if self._history_index < 0:
            self._typed_first = self.typed
        if self._asking.recalled:
            self._asking.recalled(index, self.typed)
        self._history_index = index
        self.typed = history[index] if index >= 0 else self._typed_first
