"""Checks of what would become a note: ask where it may have been contact, or is about someone else too."""

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.others import is_about_others
from netui.domain.capture.sentence.words import (
    DEEDS,
    PAST_FORMS,
    PAST_VERBS,
    PRESENCE,
    TALKS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    WITH,
)
from netui.domain.model.kinds import Kinds

_BEHIND_A_KIND = WITH | {"at", "in", "on", "over", "for", "after", "before"}


def ask_about_note(view: TokenView, state: ParseState, sentence: SentenceReader, at: int) -> None:
    """Asks about a sentence from ``at`` that speaks of a meal, a visit, a day or a second person."""
    for i in range(at, view.end):
        if _ask_about_second(view, state, sentence, i):
            return
        found = view.kind_at(i)
        cue = view.key(i) in PRESENCE | DEEDS | TALKS or _is_done_to_writer(view, i)
        cue = cue or (found is not None and found[0] != "note")
        day = None if cue or i in state.named or view.is_owned(i) else view.read(i)
        if cue or (day is not None and (day.sure or (day.value is not None and day.end == view.end))):
            message = "did you meet, or is it a note? Begin with what it was (‘lunch’), or with ‘note’"
            state.report(i, i + 1, "mark", message, "note", "contact")
            return
        if view.ends_sentence(i):
            return


def _is_done_to_writer(view: TokenView, at: int) -> bool:
    """Whether ``me`` or ``us`` stands at ``at`` behind a verb in the past."""
    before = view.key(at - 1)
    return view.key(at) in ("me", "us") and (before.endswith("ed") or before in PAST_FORMS)


def _ask_about_second(view: TokenView, state: ParseState, sentence: SentenceReader, at: int) -> bool:
    """Asks whether a note is about the second person named at ``at`` too: ``Jake proposed to Ada``."""
    capital = view.line[view.words[at].start : view.words[at].start + 1].isupper()
    other = sentence.name_at(at) if capital and at not in state.named else None
    if other is None or other.person in state.people:
        return False
    if view.is_owned(at) or is_about_others(view, at):
        return False
    sentence.ask(at, other)
    return True


def ask_about_bare_kind(view: TokenView, state: ParseState, kinds: Kinds, at: int) -> None:
    """Asks about ``Tom: lunch yesterday``: behind a colon is text, but this is no more than a kind."""
    kind = kinds.named(view.key(at)) if at < view.end and not state.kind and state.settled else None
    if kind is None or not kinds.counts(kind) or view.key(at) in PAST_VERBS:
        return
    found = view.read(at + 1) if at + 1 < view.end else None
    dated = found is not None and found.end >= view.end
    if at + 1 >= view.end or dated or view.words[at].stops or view.key(at + 1) in _BEHIND_A_KIND:
        message = f"was it {kind}? If so begin with it, before the names"
        first, colon = view.body[at], view.body[at - 1]
        named = Reading(kind, colon.core, colon.end, "")
        state.add(Problem(first.start, first.core, message, "mark", (), (named,)), "note")
