"""Questions in the prompt: one line for an answer, or one key for yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from netui.presentation.dates import full_date
from netui.presentation.prompt.candidates import word_rows
from netui.presentation.prompt.last_words import last_words_rows
from netui.presentation.text import Line, clean
from netui.services.errors import Refused
from netui.services.timeline.last_words import find_last_words
from netui.ui.controllers.line.drafts import LineDrafts, leave_line
from netui.ui.widgets.prompt import Completion, PromptRequest

if TYPE_CHECKING:
    from datetime import date

    from netui.domain.model.dates import PartialDate
    from netui.services.dates import DateField
    from netui.ui.controllers.host import Host
    from netui.ui.controllers.line.feedback import LineFeedback

_Day = TypeVar("_Day")
_MOST_CHOICES = 12


class _Preview:
    """What is shown of an unfinished line, the ``hint`` while it is empty."""

    def __init__(self, words: Callable[[str], str] | None, hint: str):
        self._words, self._hint = words, hint
        self._shown = "", ""
        self.wrong = ""
        """What is wrong with what was entered, to be shown once."""

    def line(self, text: str) -> Line:
        """What is wrong, else how ``text`` is understood now."""
        if self.wrong:
            wrong, self.wrong = self.wrong, ""
            return [(" " + clean(wrong), "attention")]
        self._shown = text, self._words(text.strip()) if self._words and text.strip() else self._hint
        return [(" " + clean(self._shown[1]), "muted")]

    def is_stale(self, text: str) -> bool:
        """Whether ``text`` means something else than was shown of it: midnight has passed."""
        text_shown, words = self._shown
        return bool(
            self._words and text.strip() and text == text_shown and self._words(text.strip()) != words
        )


def ask(
    host: Host,
    sign: str,
    save: Callable[[str], str],
    *,
    kept: str,
    hint: str = "",
    preview: Callable[[str], str] | None = None,
    settle: Callable[[str], str | None] | None = None,
    choices: Sequence[str] = (),
    complete: Callable[[str, int], Completion | None] | None = None,
    feedback: LineFeedback[Any] | None = None,
    about: str = "",
    initial: str = "",
) -> None:
    """Asks for one line; ``save`` returns what is wrong with it, "" when all is well.

    ``kept`` names the question: a line that was not finished, or of a paste not asked for yet, is recalled by
    up when it is asked again. ``preview`` says how an unfinished line is understood, ``settle`` returns it
    with its next reading, ``choices`` complete its last word, or ``complete`` does at tab; ``feedback`` does
    these as in a log line. What was last said to the contact ``about`` and promised stands beside it.
    """
    drafts = LineDrafts(host.workspace.places, host.unsaved_lines, kept)
    hint = f"up: {drafts.newest}   {hint}" if drafts.newest else hint
    shown = _Preview(preview, hint)

    def changed(text: str) -> Line:
        return feedback.chips(text) if feedback and text.strip() and not shown.wrong else shown.line(text)

    def submitted(text: str) -> bool:
        if feedback and text.strip() and (feedback.read_as_shown(text) is None or feedback.ask_reading(text)):
            return False
        if shown.is_stale(text):
            host.prompt.refresh_feedback()
            return False
        problem = save(text if feedback else text.strip()) if text.strip() else ""
        if problem:
            shown.wrong = problem
            host.prompt.refresh_feedback()
            return False
        if text.strip():
            drafts.saved()
        host.back_to_pane()
        return True

    cancelled = partial(leave_line, host, drafts, "")
    complete_word = complete or partial(_complete_choice, choices)
    completer = feedback.completer if feedback else None
    host.prompt.ask(
        PromptRequest(
            sign, submitted, changed, cancelled, completer.complete if completer else complete_word,
            drafts.history, initial, recalled=drafts.recalled, autosave=drafts.autosave,
            given_up=lambda lines: cancelled(*lines), waiting=drafts.waiting, asked=drafts.asked,
            candidates=completer.candidates if completer else complete_word if choices else None,
            beside=_last_words(host, about) if about else None,
            settle=feedback.settle if feedback else settle,
        )
    )  # fmt: skip


def ask_day(
    host: Host, sign: str, field: DateField, save: Callable[[str], str], *, kept: str, hint: str
) -> None:
    """Asks for a day as ``field`` takes it, and shows the day that an unfinished answer means."""
    from netui.services.dates import parse_date_field

    def parse(text: str) -> date | PartialDate | None:
        return parse_date_field(host.workspace, field, text)

    def words(day: date | PartialDate | None) -> str:
        return full_date(day) if day else hint

    ask(
        host,
        sign,
        save,
        kept=kept,
        hint=hint,
        preview=preview_day(host, parse, words),
        settle=settle_day(parse),
    )


def preview_day(
    host: Host, parse: Callable[[str], _Day], words: Callable[[_Day], str]
) -> Callable[[str], str]:
    """Says which day a text is, or what is wrong with it, with the key that settles it."""
    from netui.services.dates import UnclearDateField

    def preview(text: str) -> str:
        try:
            return words(parse(text))
        except UnclearDateField as error:
            if not error.readings:
                return str(error)
            return f"which day?   {host.key('prompt_settle')} {' · '.join(error.readings)}"
        except Refused as error:
            return str(error)

    return preview


def settle_day(parse: Callable[[str], object]) -> Callable[[str], str | None]:
    """Puts one reading of an unclear day after the other in the place of the text, then the text again."""
    from netui.services.dates import UnclearDateField

    readings: list[str] = []

    def settle(text: str) -> str | None:
        with suppress(Refused):
            try:
                parse(text)
            except UnclearDateField as error:
                readings[:] = [*error.readings, text]
        if text not in readings:
            return None
        return readings[(readings.index(text) + 1) % len(readings)]

    return settle


def _complete_choice(choices: Sequence[str], text: str, cursor: int) -> Completion | None:
    """Completes the last word to one of ``choices``; a sign before it stays."""
    start = max(text.rfind(" ", 0, cursor), text.rfind(",", 0, cursor)) + 1
    word = text[start:cursor]
    sign = word[:1] if word[:1] in "+-" else ""
    fitting = [sign + c for c in choices if c.startswith(word.removeprefix(sign))]
    if not word or not fitting or fitting == [word]:
        return None
    shown = fitting[:_MOST_CHOICES]
    return Completion(start, cursor, shown, word_rows(dict.fromkeys(shown, "")))


def _last_words(host: Host, ident: str) -> Callable[[str, int, int], list[Line]]:
    """Draws what was last said to a contact and promised, the same for any text."""
    found = find_last_words(host.workspace, ident)
    return lambda _, width, most: last_words_rows([found], host.today, width, most)


def confirm(host: Host, question: str, yes: Callable[[], object]) -> None:
    """Asks yes or no, answered with one key."""

    def answered(answer: bool) -> None:
        host.back_to_pane()
        if answer:
            yes()
        else:
            host.set_message("left as it was")

    host.prompt.question(question, answered)
