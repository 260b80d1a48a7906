"""The two lines at the bottom: what is said or typed, and below it the keys or what was understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from netui.presentation.text import Line, clean, cut, keep_end, width_of
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import StatusLine, WrappedLine
from netui.ui.widgets.line_input import LineInput


class Completion(NamedTuple):
    """The text from ``start`` to ``end`` would become one of ``choices``."""

    start: int
    end: int
    choices: Sequence[str]


class PromptRequest(NamedTuple):
    """One use of the prompt.

    ``submitted`` returns whether the prompt may close; ``changed`` returns the line of feedback;
    ``cancelled`` is told what was typed, so that nothing is lost; ``earlier`` moves the day of what
    is typed one back. ``left`` is told instead where not the question but the app is left.
    """

    sign: str
    submitted: Callable[[str], bool]
    changed: Callable[[str], Line] | None = None
    cancelled: Callable[[str], None] | None = None
    complete: Callable[[str, int], Completion | None] | None = None
    history: Sequence[str] = ()
    initial: str = ""
    earlier: Callable[[str], str] | None = None
    left: Callable[[str], None] | None = None


class PromptInput(LineInput):
    """One line of typing, with completion, recall and a way out."""

    BINDINGS = bindings(
        {
            "prompt_cancel": "cancel",
            "prompt_complete": "complete(1)",
            "prompt_complete_back": "complete(-1)",
            "prompt_older": "recall(1)",
            "prompt_newer": "recall(-1)",
            "prompt_day_earlier": "earlier",
        }
    )

    def __init__(self, prompt: Prompt):
        super().__init__(id="prompt-input")
        self._prompt = prompt

    def action_cancel(self) -> None:
        """Leaves the prompt."""
        self._prompt.cancel()

    def action_complete(self, direction: int) -> None:
        """The next thing that fits at the cursor."""
        self._prompt.complete(direction)

    def action_earlier(self) -> None:
        """The day before."""
        self._prompt.earlier()

    def action_recall(self, older: int) -> None:
        """An earlier line."""
        self._prompt.recall(older)


class Prompt(Vertical):
    """Message and footer at rest; sign, input and feedback while something is asked."""

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
        self._understood = WrappedLine(id="feedback")
        self._sign = StatusLine(id="sign", shaded=True)
        self._typing = Horizontal(self._sign, id="typing")
        self._input: PromptInput | None = None
        self._asking: PromptRequest | None = None
        self._question: Callable[[bool], None] | None = None
        self._recalled = -1
        self._completion: tuple[Completion, int, str] | None = None

    def compose(self) -> ComposeResult:
        """Message, typing line, footer."""
        yield self._message
        yield self._typing
        yield self._understood
        yield self._footer

    # ------------------------------------------------------------------ at rest

    def set_message(self, line: Line) -> None:
        """Shows a message until the next one; where it is too long, its end is what stays."""
        width = self.size.width
        if width and len(line) == 1:
            line = [(keep_end(line[0][0], width), line[0][1])]
        self._message.show(line)

    def keys(self, line: Line) -> None:
        """The footer of keys."""
        self._footer.show(line)

    @property
    def message(self) -> Line:
        """What is said now."""
        return self._message.line

    @property
    def message_row(self) -> int:
        """The row of the screen in which it is said."""
        return self._message.region.y

    @property
    def is_asking(self) -> bool:
        """Whether something is being typed."""
        return self._asking is not None

    # ------------------------------------------------------------------ asking

    def ask(self, asking: PromptRequest) -> None:
        """Opens the prompt."""
        if self._input is None:
            self._input = PromptInput(self)
            self._typing.mount(self._input)
        self._asking = asking
        self._recalled = -1
        self._completion = None
        sign = f" {asking.sign} "
        self._sign.styles.width = len(sign)
        self._sign.show([(sign, "link strong")])
        self._input.value = asking.initial
        self._input.cursor_position = len(asking.initial)
        self.add_class("asking", *(["answering"] if asking.changed else []))
        self._input.focus(scroll_visible=False)
        self._feedback()

    def close(self) -> str:
        """Back to rest; returns what was typed."""
        typed = self._input.value if self._input else ""
        self._asking = None
        self.remove_class("asking", "answering")
        return typed

    def cancel(self) -> None:
        """Leaves without doing it."""
        asking = self._asking
        typed = self.close()
        if asking and asking.cancelled:
            asking.cancelled(typed)

    def leave(self) -> None:
        """The app is left while something is asked."""
        if self._asking and self._asking.left:
            self._asking = self._asking._replace(cancelled=self._asking.left)
        self.cancel()

    @property
    def typed(self) -> str:
        """What is being typed, "" at rest."""
        return self._input.value if self._asking and self._input else ""

    @typed.setter
    def typed(self, text: str) -> None:
        if self._input is not None:
            self._input.value = text
            self._input.cursor_position = len(text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts ``text`` in the place of a part of what is typed."""
        if self._input is not None:
            value = self._input.value
            self._input.value = value[:start] + text + value[end:]
            self._input.cursor_position = start + len(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Feedback at each key."""
        event.stop()
        if self._completion and event.value != self._completion[2]:
            self._completion = None
        self._feedback()

    def _feedback(self) -> None:
        if self._asking and self._asking.changed and self._input:
            self._understood.show(self._asking.changed(self._input.value))

    def refresh_feedback(self) -> None:
        """Draws the feedback anew though nothing was typed."""
        self._feedback()

    # ------------------------------------------------------------------ a question of one key

    def question(self, text: str, answered: Callable[[bool], None]) -> None:
        """Asks yes or no; any other key leaves things as they are."""
        self._question = answered
        answers: Line = [("  y", "strong"), (" yes", "muted"), ("   n", "strong"), (" no", "muted")]
        room = (self.size.width or 80) - width_of(answers)
        self._message.show([(cut(f" {clean(text)}", room), "attention"), *answers])
        self.can_focus = True
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Takes the answer."""
        if self._question is None:
            return
        event.stop()
        event.prevent_default()
        answered, self._question = self._question, None
        self.can_focus = False
        self._message.show([])
        answered(event.key in ("y", "Y"))

    @property
    def is_questioning(self) -> bool:
        """Whether a question waits for its key."""
        return self._question is not None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Does it, and closes when it was done."""
        event.stop()
        asking = self._asking
        if asking and asking.submitted(event.value) and self._asking is asking:
            self.close()

    def complete(self, direction: int) -> None:
        """Steps through what fits at the cursor."""
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
        self._completion = (found._replace(end=found.start + len(choice)), at, value)
        self._input.value = value
        self._input.cursor_position = found.start + len(choice)

    def earlier(self) -> None:
        """One day back, where what is asked has a day."""
        if self._asking and self._asking.earlier and self._input:
            self.typed = self._asking.earlier(self._input.value)

    def recall(self, older: int) -> None:
        """An earlier line, or back towards the present one."""
        if not (self._asking and self._asking.history):
            return
        history = self._asking.history
        self._recalled = max(-1, min(self._recalled + older, len(history) - 1))
        self.typed = history[self._recalled] if self._recalled >= 0 else self._asking.initial
