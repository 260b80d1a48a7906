"""Doing: changes with undo, a line for an answer, a question of one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from netui.presentation.text import Line, clean
from netui.services.errors import Refused, StoreError
from netui.services.timeline.form_drafts import discard_line, keep_line, kept_line
from netui.services.workspace import Done
from netui.ui.screens.shared.base import Base
from netui.ui.widgets.prompt import Asking, Completion

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch


class Acting(Base):
    """Changes files; each change says what it did and that ``u`` takes it back."""

    # ------------------------------------------------------------------ doing

    def do(self, make: Callable[[], Batch], *, then: str = "") -> str:
        """Makes a change and applies it; returns what stood in the way, "" when it was done."""
        try:
            batch = make()
            done = self.workspace.apply(batch)
        except (Refused, StoreError, ValueError) as error:
            self.set_message(str(error), wrong=True)
            return str(error)
        self.say_done(then or batch.label, done)
        return ""

    def action_undo(self) -> None:
        """Takes back the last change, whoever made it."""
        self._travel(self.workspace.undo, "undid", "nothing to undo")

    def action_redo(self) -> None:
        """Does it again."""
        self._travel(self.workspace.redo, "did again", "nothing to redo")

    def _travel(self, way: Callable[[], Done | None], word: str, nothing: str) -> None:
        try:
            done = way()
        except StoreError as error:
            self.set_message(str(error), wrong=True)
            return
        if done is None:
            self.apply_result(None, nothing=nothing)
            return
        quiet = self.show_done(done)
        self.reveal_changes(done)
        words = f"{word}: {done.label}"
        self.set_message(f"{words}   {quiet}" if quiet else words)

    # ------------------------------------------------------------------ asking in a line

    def ask(
        self,
        sign: str,
        save: Callable[[str], str],
        *,
        kept: str,
        hint: str = "",
        preview: Callable[[str], str] | None = None,
        choices: Sequence[str] = (),
    ) -> None:
        """One line for one answer; ``save`` returns what is wrong with it.

        ``kept`` names the question: what is typed when the app is left comes back with up when it is
        asked again, until it is answered or discarded.
        """
        wrong: list[str] = []
        before = kept_line(self.workspace, kept)
        hint = f"up: {before}   {hint}" if before else hint

        def changed(text: str) -> Line:
            if wrong:
                return [(" " + clean(wrong.pop()), "attention")]
            shown = preview(text.strip()) if preview and text.strip() else hint
            return [(" " + clean(shown), "muted")]

        def submitted(text: str) -> bool:
            problem = save(text.strip()) if text.strip() else ""
            if problem:
                wrong.append(problem)
                self.prompt.refresh_feedback()
                return False
            discarded(text)
            return True

        def discarded(text: str) -> None:
            if before and text.strip():
                discard_line(self.workspace, kept)
            self.back_to_pane()

        def left(text: str) -> None:
            if text.strip():
                with suppress(StoreError):  # nowhere to keep it, and the app is leaving
                    keep_line(self.workspace, kept, text)

        def complete(text: str, cursor: int) -> Completion | None:
            start = max(text.rfind(" ", 0, cursor), text.rfind(",", 0, cursor)) + 1
            word = text[start:cursor]
            sign = word[:1] if word[:1] in "+-" else ""
            fitting = [sign + c for c in choices if c.startswith(word.removeprefix(sign))]
            return Completion(start, cursor, fitting[:12]) if fitting else None

        history = [before] if before else []
        self.prompt.ask(Asking(sign, submitted, changed, discarded, complete, history, left=left))

    def confirm(self, question: str, yes: Callable[[], None]) -> None:
        """A question answered with one key."""

        def answered(answer: bool) -> None:
            self.back_to_pane()
            if answer:
                yes()
            else:
                self.set_message("left as it was")

        self.prompt.question(question, answered)
