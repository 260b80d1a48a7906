"""Questions in the prompt: one line for an answer, or one key for yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from netui.presentation.text import Line, clean
from netui.services.errors import StoreError
from netui.ui.controllers.line.drafts import LineDrafts
from netui.ui.widgets.prompt import Completion, PromptRequest

if TYPE_CHECKING:
    from netui.ui.controllers.host import Host

_MOST_CHOICES = 12


def ask(
    host: Host,
    sign: str,
    save: Callable[[str], str],
    *,
    kept: str,
    hint: str = "",
    preview: Callable[[str], str] | None = None,
    choices: Sequence[str] = (),
) -> None:
    """Asks for one line; ``save`` returns what is wrong with it, "" when all is well.

    ``kept`` names the question: a line that was not finished is recalled by up when the question is asked
    again, until it is answered or emptied; so is each line of a paste that was not asked for yet. ``preview``
    says how an unfinished line is understood, ``choices`` complete its last word.
    """
    wrong: list[str] = []
    drafts = LineDrafts(host.workspace.places, kept)
    hint = f"up: {drafts.newest}   {hint}" if drafts.newest else hint

    def changed(text: str) -> Line:
        if wrong:
            return [(" " + clean(wrong.pop()), "attention")]
        shown = preview(text.strip()) if preview and text.strip() else hint
        return [(" " + clean(shown), "muted")]

    def submitted(text: str) -> bool:
        problem = save(text.strip()) if text.strip() else ""
        if problem:
            wrong.append(problem)
            host.prompt.refresh_feedback()
            return False
        if text.strip():
            drafts.saved()
        host.back_to_pane()
        return True

    def cancelled(text: str, *further: str) -> None:
        host.back_to_pane()
        try:
            words = drafts.leave(text, *further)
        except StoreError as error:
            host.set_message(str(error), wrong=True)
            return
        if words:
            host.set_message(words)

    def complete(text: str, cursor: int) -> Completion | None:
        start = max(text.rfind(" ", 0, cursor), text.rfind(",", 0, cursor)) + 1
        word = text[start:cursor]
        sign = word[:1] if word[:1] in "+-" else ""
        fitting = [sign + c for c in choices if c.startswith(word.removeprefix(sign))]
        return Completion(start, cursor, fitting[:_MOST_CHOICES]) if fitting else None

    host.prompt.ask(
        PromptRequest(
            sign, submitted, changed, cancelled, complete, drafts.history,
            recalled=drafts.recalled, autosave=drafts.autosave, given_up=lambda lines: cancelled(*lines),
        )
    )  # fmt: skip


def confirm(host: Host, question: str, yes: Callable[[], object]) -> None:
    """Asks yes or no, answered with one key."""

    def answered(answer: bool) -> None:
        host.back_to_pane()
        if answer:
            yes()
        else:
            host.set_message("left as it was")

    host.prompt.question(question, answered)
