"""Doing: changes with undo, a line for an answer, a question of one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netui.domain.changes import Batch
from netui.services.refusals import Refused, StoreError
from netui.services.workspace import Done
from netui.ui.presentation.text import Line, clean
from netui.ui.screens.base import Base
from netui.ui.widgets.prompt import Asking, Completion


class Acting(Base):
    """Changes files; each change says what it did and that ``u`` takes it back."""

    # ------------------------------------------------------------------ doing

    def do(self, make: Callable[[], Batch], *, then: str = "") -> str:
        """Makes a change and applies it; returns what stood in the way, "" when it was done."""
        try:
            batch = make()
            done = self.workspace.apply(batch)
        except (Refused, StoreError, ValueError) as error:
            self.say(str(error), wrong=True)
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
            self.say(str(error), wrong=True)
            return
        if done is None:
            self.after(None, nothing=nothing)
            return
        quiet = self.show_done(done)
        self.show_touched(done)
        words = f"{word}: {done.label}"
        self.say(f"{words}   {quiet}" if quiet else words)

    # ------------------------------------------------------------------ asking in a line

    def ask(
        self,
        sign: str,
        save: Callable[[str], str],
        *,
        hint: str = "",
        initial: str = "",
        preview: Callable[[str], str] | None = None,
        choices: Sequence[str] = (),
    ) -> None:
        """One line for one answer; ``save`` returns what is wrong with it."""
        wrong: list[str] = []

        def changed(text: str) -> Line:
            if wrong:
                return [(" " + clean(wrong.pop()), "attention")]
            shown = preview(text) if preview and text.strip() else hint
            return [(" " + clean(shown), "muted")]

        def submitted(text: str) -> bool:
            problem = save(text.strip()) if text.strip() else ""
            if problem:
                wrong.append(problem)
                self.prompt.refresh_feedback()
                return False
            self.back_to_pane()
            return True

        def complete(text: str, cursor: int) -> Completion | None:
            start = max(text.rfind(" ", 0, cursor), text.rfind(",", 0, cursor)) + 1
            word = text[start:cursor]
            sign = word[:1] if word[:1] in "+-" else ""
            fitting = [sign + c for c in choices if c.startswith(word.removeprefix(sign))]
            return Completion(start, cursor, fitting[:12]) if fitting else None

        self.prompt.ask(
            Asking(sign, submitted, changed, lambda _: self.back_to_pane(), complete, initial=initial)
        )

    def confirm(self, question: str, yes: Callable[[], None]) -> None:
        """A question answered with one key."""

        def answered(answer: bool) -> None:
            self.back_to_pane()
            if answer:
                yes()
            else:
                self.say("left as it was")

        self.prompt.question(question, answered)
