"""The input of the prompt: what its keys and a paste do is up to the prompt around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual import events

from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.line_input import LineInput


class PromptKeys(Protocol):
    """What the keys of the input do; the prompt around it does it."""

    def add_lines(self, lines: Sequence[str]) -> None:
        """Asks for these lines one after the other, once the one in the input is entered."""

    def pasted_lines(self, text: str) -> Sequence[str]:
        """The lines of a pasted text; one at least."""

    def take_typed_ahead(self, text: str) -> bool:
        """Takes what came in the same read as the enter before; returns False to have it as keys."""

    def cancel(self) -> None:
        """Cancels."""

    def complete(self, direction: int) -> None:
        """Steps through the completions; ``direction`` is 1 or -1."""

    def earlier(self) -> None:
        """Moves the date one day back."""

    def settle(self) -> None:
        """Takes the next reading of what the line is asked about."""

    def step(self, older: int) -> None:
        """Steps through the candidates that are shown, else through the history; ``older`` is 1 or -1."""


class PromptInput(LineInput):
    """The input, with completion, history and a key to cancel."""

    BINDINGS = bindings(
        {
            "prompt_cancel": "cancel",
            "prompt_complete": "complete(1)",
            "prompt_complete_back": "complete(-1)",
            "prompt_older": "recall(1)",
            "prompt_newer": "recall(-1)",
            "prompt_day_earlier": "earlier",
            "prompt_settle": "settle",
        }
    )

    def __init__(self, prompt: PromptKeys):
        super().__init__(id="prompt-input")
        self._prompt = prompt

    def on_paste(self, event: events.Paste) -> None:
        """Pastes the first line here, and has the prompt ask for the others one after the other."""
        event.stop()
        event.prevent_default()
        first, *further = self._prompt.pasted_lines(event.text)
        self.replace(first, *self.selection)
        self._prompt.add_lines(further)

    def take_typed_ahead(self, text: str) -> bool:
        """Takes what came in the same read as the enter before; returns False to have it as keys."""
        return self._prompt.take_typed_ahead(text)

    def action_cancel(self) -> None:
        """Cancels."""
        self._prompt.cancel()

    def action_complete(self, direction: int) -> None:
        """Steps through the completions; ``direction`` is 1 or -1."""
        self._prompt.complete(direction)

    def action_earlier(self) -> None:
        """Moves the date one day back."""
        self._prompt.earlier()

    def action_settle(self) -> None:
        """Takes the next reading of what the line is asked about."""
        self._prompt.settle()

    def action_recall(self, older: int) -> None:
        """Steps through the candidates that are shown, else through the history; ``older`` is 1 or -1."""
        self._prompt.step(older)
