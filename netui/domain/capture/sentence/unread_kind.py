"""Kinds before a name that were not read as one: ``coffe with Ada``, ``a drinks thing with Ada``."""

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import GENERIC, WITH
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import word_set

_REAL = word_set("""
    into
    massage launch lunches diner diners latter litter tested letters visits events events emails evens even
    meeting calles called calls phones texted events intros gifts videos coffees latte letters drunks dinners
""")
"""Words that lie near a kind of contact and are none."""


def ask_about_unread_kind(view: TokenView, state: ParseState, kinds: Kinds) -> None:
    """Asks about a word before the first name that is a kind, or may be one misspelt: ``coffe with Ada``."""
    if state.kind:
        _ask_about_sort(view, state, kinds)
        return
    first = min(state.named, default=view.end if state.present else 0)
    for at in range(state.sentence_from, min(first, state.sentence_from + 5)):
        alone = bool(state.present) and at + 1 >= view.end
        begins = at == state.sentence_from and (alone or view.key(at + 1) in WITH)  # diner with Ada
        meant = "" if state.is_cut(at) else _nearest_kind(view.key(at), kinds, begins=begins)
        if meant:
            word, begin = view.words[at], view.body[state.sentence_from].start
            said, other = view.text(at, at + 1), "meeting" if state.marked else "note"
            text = Reading(f"{other}; “{said}” is text", begin, begin, f"{other} ")
            kind = kinds.named(view.key(at))
            if kind:
                readings = (Reading(kind, begin, begin, f"{kind} "), text)
                message = f"was it {kind}? If so begin with it"
            else:
                readings = (Reading(meant, word.start, word.end, meant), text)
                message = f"“{said}”: did you mean “{meant}”?"
            state.add(Problem(word.start, word.end, message, "mark", (), readings))
            return


def _ask_about_sort(view: TokenView, state: ParseState, kinds: Kinds) -> None:
    """Asks about the word before a call or chat that may say which, misspelt: ``vidoe call with Ada``."""
    sort = state.contact_from - 1
    if sort < state.sentence_from or view.key(sort + 1) not in GENERIC or view.words[sort].after:
        return
    meant = _nearest_kind(view.key(sort), kinds, begins=False)
    if meant and kinds.named(meant) != state.kind:
        word, said = view.words[sort], view.text(sort, sort + 1)
        begin = view.body[state.sentence_from].start
        text = Reading(f"{state.kind}; “{said}” is text", begin, begin, f"{state.kind} ")
        readings = (Reading(meant, word.start, word.end, meant), text)
        message = f"“{said}”: did you mean “{meant}”?"
        state.add(Problem(word.start, word.end, message, "mark", (), readings))


def _nearest_kind(key: str, kinds: Kinds, *, begins: bool) -> str:
    """The word for a kind of contact that ``key`` may be with one letter wrong; "" for none."""
    if not 4 <= len(key) <= 10 or not key.isalpha() or (key in _REAL and not begins):
        return ""
    from netui.domain.natural_dates.misspellings import distance

    for word in (*kinds.contact, *kinds.synonyms):
        swapped = sorted(key) == sorted(word)
        least = 3 if swapped else 5 if len(key) == len(word) else 4
        near = len(word) > least and word[0] == key[0] and abs(len(key) - len(word)) < 2
        plural = word in (f"{key}s", key.removesuffix("s"))
        if near and not plural and (swapped or distance(key, word) == 1):
            return word
    return ""
