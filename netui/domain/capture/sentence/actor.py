"""The actor of a sentence whom nobody knows: ``my sister rang Ada``, which is no contact of the writer's."""

from collections.abc import Callable

from netui.domain.capture.model import Offer, Problem, Reading
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.parse_state import WERE_YOU_THERE, ParseState
from netui.domain.capture.sentence.negation_words import INTENT
from netui.domain.capture.sentence.words import (
    LIGHT_VERBS,
    PAST_FORMS,
    PAST_VERBS,
    SENT,
    SUBJECTS,
    WITH_OBJECT,
    WRITER,
)
from netui.domain.capture.tokens.lexer import PLAIN, quote_value
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ADDRESSED,
    ADJECTIVES,
    ADVERBS,
    DASHES,
    FILLERS,
    INTERJECTIONS,
    POSSESSIVES,
)
from netui.domain.natural_dates.tokens import word_set

_GROUPS = word_set("team family everyone everybody group crew gang office all both lot class choir band")
"""Those of whom the writer may be one."""
_TIMES = word_set("""
    day days morning afternoon evening night week weekend month year time times ago moment while lunchtime
    bedtime teatime dinnertime midnight noon hour hours minute minutes today once twice thrice
""")
"""Words that end a phrase that says when."""
_LEADS = word_set("""
    after before in on at during from over since to by for of with without via while when once as until till
    around about near between through because if though although despite due instead thanks
""")
"""Words that begin a phrase in which nobody acts."""
_MANNERS = ADVERBS | ADJECTIVES | FILLERS | INTERJECTIONS
_HOW = (
    _MANNERS
    | word_set("""
    just also then so still even only almost nearly never not soon now first next later earlier again too both
    all have has had yet already always often sometimes better straight right well and but or to cold omg lol
""")
) - SUBJECTS
"""Words before a verb that say how or when."""
_DEEDS = (
    PAST_VERBS | LIGHT_VERBS | SENT | WITH_OBJECT | {"wrote", "replied", "ran", "came", "spent", "bumped"}
)
"""Verbs in the past of which somebody is the subject."""
_NO_ACTOR = PAST_FORMS | SUBJECTS | INTENT | word_set("was were got been being gets is be we're i'm")
_IS_SO = word_set("it's he's she's that's there's what's who's here's let's")
"""Words that end as a possessive and are none."""
_ENGLISH = word_set("the and at on for with about my our a his her their yesterday today last")
"""Words that no line of another language has."""
_LONGEST = 7
"""Words of whoever acts, at most."""


def ask_about_actor(
    view: TokenView, state: ParseState, names: NameMatcher, name_at: Callable[[int], NameMatch | None]
) -> None:
    """Asks whether the writer was there where somebody acts who is not known."""
    begin, end = _find_actor(view, state)
    said = [view.key(i) for i in range(begin, end)]
    if not said or any(word.said for word in view.words):
        return  # in another language the verb may stand behind its object
    if "nl" in view.languages and _ENGLISH.isdisjoint(word.key for word in view.words):
        return  # gesprek met Ada, which is with them
    days = (view.read(i) for i in range(begin, end))
    left_out = "without" in (view.key(i) for i in range(end, view.end))
    group = said[-1] in _GROUPS and said[0] not in POSSESSIVES and not left_out
    if group or said[-1] in _TIMES or any(day is not None for day in days):
        return
    if any(view.body[i].what != PLAIN or name_at(i) or view.kind_at(i) for i in range(begin, end)):
        return
    if not all(word.replace("-", "").replace("'", "").isalpha() for word in said):
        return
    start, stop, message = view.body[begin].start, view.body[end - 1].core, WERE_YOU_THERE
    reading = Reading("I was there too", stop, stop, " and I")
    owner = names.first_owner(begin, end)
    if owner is not None:  # Ada's dad rang
        counted, first = f"{state.kind} with", view.body[state.sentence_from].start
        reading = Reading(f"{counted} {owner.name}", first, first, f"{counted} @{quote_value(owner.id)}: ")
    state.add(Problem(start, stop, message, "person", (), (reading,)), "note")


def ask_whether_met(state: ParseState, start: int, end: int) -> None:
    """Asks whether the writer was there when others met or wrote to each other."""
    offer: Offer = "contact" if state.kind in ADDRESSED else "together"
    state.report(start, end, "person", WERE_YOU_THERE, offer, "note")


def _find_actor(view: TokenView, state: ParseState) -> tuple[int, int]:
    """Where the words stand that may name who did what the verb of contact says; empty for nobody."""
    first, verb = state.sentence_from, state.contact_from
    while verb > first + 1 and view.key(verb) not in _DEEDS and view.key(verb - 1) in _HOW - LIGHT_VERBS:
        verb -= 1
    verb -= view.key(verb) not in _DEEDS and view.key(verb - 1) in LIGHT_VERBS
    if view.key(verb) not in _DEEDS or any(i < verb for i in state.named):
        return first, first
    stranger = verb + 1 < view.end and view.body[verb + 1].value[:1].isupper() and not view.read(verb + 1)
    owners = (i for i in range(first, verb) if view.body[i].value[:1].isupper())
    owned = any(view.key(i).endswith("'s") and view.key(i) not in _IS_SO for i in owners)
    if not (state.named or stranger or owned):
        return first, first  # birthday card came; but: the bank rang Zelda, for somebody chosen
    sent = view.key(verb + 1) == "to" and not owned  # but: Lars' assistant called to move it
    if sent or view.key(verb + 1) in WRITER or _is_object(view, verb):
        return first, first  # he called me, Ada; update emailed to Ada
    begin = next((i + 1 for i in range(verb - 1, first - 1, -1) if _ends_clause(view, i)), first)
    end = verb
    while end > begin and (view.key(end - 1) in _HOW or view.key(end - 1).endswith("ly")):
        end -= 1
    said = [view.key(i) for i in range(begin, end)]
    told = any(word in _NO_ACTOR or word.endswith("ed") for word in said)
    if not said or told or len(said) > _LONGEST or said[0] in _LEADS:
        return first, first
    return begin, end


def _is_object(view: TokenView, verb: int) -> bool:
    """Whether the writer is among those to whom it was done: ``drove Ada and me home``."""
    for i in range(verb + 1, view.end):
        if view.key(i) in ("me", "us") and view.key(i - 1) not in (
            "of",
            "than",
            "without",
            "from",
            "for",
            "about",
        ):
            return True
        if view.words[i].stops:
            break
    return False


def _ends_clause(view: TokenView, at: int) -> bool:
    apart = view.words[at].stops or view.body[at].colon or view.body[at].value in DASHES
    return apart or view.key(at) in ("so", "then")
