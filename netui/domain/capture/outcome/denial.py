"""Denials: phrases that say a meeting fell through, or that nobody answered, at one place in a line."""

from netui.domain.capture.model import name_key
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.negation_words import (
    ANSWERING,
    CALLED_OFF,
    CALLING_OFF,
    DENIALS,
    EVEN,
    FELL_THROUGH,
    NOTHING,
    OCCURRING,
    PLANS,
    PUT_OFF,
    UNANSWERED,
)
from netui.domain.capture.sentence.words import CONTACT_VERBS, PAST_VERBS, SENT
from netui.domain.capture.tokens.lexer import QUOTED
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ADDRESSED,
    DASHES,
    DETERMINERS,
    EATEN,
    OCCASIONS,
    POSSESSIVES,
    WITH,
    WRITTEN,
)
from netui.domain.natural_dates.tokens import MONTHS, NUMBERS, UNITS, WEEKDAYS, PhraseTable, phrase_end

_WHOSE = POSSESSIVES | {"the", "my", "our"}
_GOES_OFF = (
    "it", "drop", "day", "kick", "send", "bake", "time", "play", "lay", "one", "best", "well", "far",
    "signed", "sign", "ticked", "paid", "pulled", "showed", "dozed", "hit",
)  # fmt: skip
"""Words before an "off" that is no end of a plan: drop it off, day off, a bake off."""
_OF_A_TOPIC = ("about", "of", "much", "long", "enough", "shop", "business", "money", "work", "politics",
               "discuss", "mention", "cover")  # fmt: skip
"""Words behind "didn't talk" that say what was not spoken of by those who met."""
_BRIEF = ("quick", "short", "brief", "quickie", "fast")
"""Words of how long something takes."""
_SEEN = frozenset(("saw", "see", "seen", "seeing", "wave", "waved"))
"""Words before whom one sees off."""
_LINES = frozenset((
    "phone", "mobile", "cell", "landline", "line", "number", "home", "door", "doorbell", "bell", "intercom",
    "work", "first", "second", "third", "machine", "answerphone", "voicemail", "mailbox",
))  # fmt: skip
"""Where nobody answers."""
_REACHED_BY = ("from", "to", "on", "off", "for")
_REACHED = PAST_VERBS | WRITTEN | EATEN | {"did", "see", "wrote"}
"""Words right before whoever was met, or right behind, in a line that tells of them."""
_ANSWERS = ("answer", "reply", "response", "sign", "news", "word")
_LONGEST_VERB = 4
"""Words of a verb of contact."""
_PASSIVE = ("was", "were", "got", "gets", "been", "being", "is")


def unanswered(view: TokenView, at: int, *, first: bool = False) -> int:
    """The index after a phrase at ``at`` that says nobody answered, else 0; ``first``: it begins the text."""
    end = phrase_end(view.words, at, UNANSWERED) or denied(view, at, ANSWERING)
    topic = end + (view.key(end) == "yet")
    if end and (view.key(topic) in ("about", "re", "regarding") or _is_on_matter(view, topic)):
        return 0  # no answer yet about the job
    if end and view.key(topic) == "from" and view.key(topic + 1) in DETERMINERS:
        return 0  # still no answer from the landlord
    apart = at > 0 and (view.words[at - 1].stops or view.body[at - 1].value in DASHES or view.starts_line(at))
    alone = phrase_end(view.words, at, NOTHING) if (apart or first) and not end else 0
    if alone and (is_closed(view, alone) or view.key(at) in ("engaged", "unavailable")):
        return alone
    return end


def is_of_another(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether somebody else is the subject of a verb at ``at``: ``rang Ada, Tom wasn't home``."""
    at -= view.key(at) == "not" and view.key(at - 1) in ("was", "were", "is", "are")
    if at < 2 or not view.words[at - 2].stops or not view.body[at - 1].value[:1].isupper():
        return False
    met = {part for person in state.people for part in name_key(person.name).split(" ")}
    return view.is_name(at - 1) and view.key(at - 1) not in met


def _is_on_matter(view: TokenView, at: int) -> bool:
    """Whether ``on the contract`` stands at ``at``, and not ``on the phone``."""
    near = (view.key(i) for i in range(at + 1, at + 4))
    return view.key(at) == "on" and view.key(at + 1) in DETERMINERS and _LINES.isdisjoint(near)


def is_closed(view: TokenView, end: int) -> bool:
    """Whether a clause may end before ``end``."""
    if end >= view.end or view.words[end - 1].stops or end in view.after_mark:
        return True
    if view.body[end].value in DASHES:
        return True  # emailed Ada, neither answered - oh well
    return view.starts_line(end) or all(not view.key(i).strip(",;:.") for i in range(end, view.end))


def fell_through(view: TokenView, at: int) -> int:
    """The index after a phrase at ``at`` that says a meeting did not take place, else 0."""
    since = view.key(at) in PUT_OFF | {"forward"} and view.key(at + 1) == "from" and view.key(at + 3) != "to"
    since = since and (view.key(at + 2) in ("last", "yesterday") or view.key(at + 2) in WEEKDAYS)
    if view.key(at - 1) in ("nearly", "almost") or since:
        return 0  # nearly didn't make it, rescheduled from last week
    last = at + 1 >= view.end or view.words[at].stops
    other = view.key(at + 1) in _WHOSE and not last  # cancelled the wedding
    if view.key(at) in CALLED_OFF and other and view.kind_at(at + 2) is None:
        return at + 2 if view.key(at + 2) in PLANS else 0
    if view.key(at) in CALLING_OFF and view.key(at - 1) == "to":
        thing = at + 1 + (view.key(at + 1) in _WHOSE)
        if view.kind_at(thing) is not None or view.key(thing) in OCCASIONS or view.key(thing) in PLANS:
            return thing + 1
    if view.key(at) in CALLED_OFF or (
        view.key(at) in ("off", "forgot")
        and last
        and view.key(at - 1) not in _GOES_OFF
        and "%" not in view.line[view.words[at - 1].start : view.words[at].start]
        and _SEEN.isdisjoint(view.key(i) for i in range(at - 3, at))
    ):
        return at + 1
    if view.key(at) in _PASSIVE and view.key(at + 1) in PUT_OFF:
        return at + 2
    if view.key(at) == "moved" and view.key(at + 1) in ("to", "from") and at + 2 < view.end:
        return at + 2 if view.read(at + 2) is not None or view.key(at + 2) in MONTHS else 0
    return phrase_end(view.words, at, FELL_THROUGH) or denied(view, at, OCCURRING)


def denied(view: TokenView, at: int, table: PhraseTable) -> int:
    """The index after a denial at ``at`` of a phrase of ``table``: ``didn't even show``; else 0."""
    at = phrase_end(view.words, at, DENIALS)
    if not at:
        return 0
    while at < view.end and view.key(at) in EVEN and not phrase_end(view.words, at, table):
        at += 1
    end = phrase_end(view.words, at, table)
    last, follower = view.key(end - 1), view.key(end)
    topic = last in ("talk", "chat", "speak", "to") and follower in _OF_A_TOPIC
    if topic or (last == "to" and follower in DETERMINERS):
        return 0  # didn't talk about the move, didn't get to the budget
    elsewhere = view.key(end) == "to" and view.kind_at(end + 1) is None  # isn't coming to the wedding
    return 0 if elsewhere and view.key(end - 1) in ("come", "coming") else end


def is_retold(view: TokenView, state: ParseState) -> bool:
    """Whether the text tells again of whom the head names by ``@``: ``call with @ada today: rang Ada …``.

    So reads a line of which it was asked whether it took place, and answered that it did.
    """
    if view.limit >= view.end or state.on is None or not all(map(view.is_at, state.named)):
        return False
    first = range(view.limit, min(view.limit + _LONGEST_VERB, view.end))
    if state.present and any(view.key(i) in _REACHED for i in first):
        return True  # lunch with @ada today: lunch, work got in the way
    met = {key for person in state.people for key in name_key(person.name).split(" ")}
    for i in range(view.limit, view.end):
        if view.key(i).removesuffix("'s") not in met:
            continue
        reached = view.key(i - 1) in _REACHED_BY and view.key(i - 2) not in _ANSWERS
        told = reached or not (WITH | _REACHED).isdisjoint((view.key(i - 1), view.key(i + 1)))
        verbs = range(max(view.limit, i - _LONGEST_VERB), i)
        told = told or any(phrase_end(view.words, k, CONTACT_VERBS) == i for k in verbs)
        if told:
            return True  # call from Ada, rang Ada, dropped in on Ada
    return False


def is_told(view: TokenView, state: ParseState) -> bool:
    """Whether others wrote or called, so that what follows is what they said: ``Ada texted: cancelled``.

    The noun says nothing of who said it: ``Ada call: cancelled``, ``Ada and I had a call: cancelled``.
    """
    verb = state.contact_from
    if _is_from(view, state):
        return True
    told = view.key(verb) in PAST_VERBS | SENT | {"wrote"} or view.key(verb).endswith(("ed", "'d"))
    return 0 <= state.last_person < verb and state.kind in WRITTEN and (told or bool(view.words[verb].said))


def _is_from(view: TokenView, state: ParseState) -> bool:
    """Whether the line tells of a message ``from`` somebody."""
    return state.kind in ADDRESSED and view.key(min(state.named, default=0) - 1) in ("from", "off")


def is_reported(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether what fell through at ``at`` stands apart, in what others wrote: ``Ada texted, can't come``."""
    if view.key(at) == "forgot" and view.key(at - 1) in ("he", "she", "they"):
        return view.key(state.contact_from).endswith("ed")  # reminded Ada, they forgot
    between = range(state.contact_from + 1, at + 1)
    apart = any(view.words[i - 1].stops or view.body[i - 1].value in DASHES for i in between)
    return (apart or _is_from(view, state)) and is_told(view, state) and view.key(at) != "missed"


def first_word(view: TokenView, state: ParseState, at: int) -> int:
    """The index of the first word from ``at`` that is text: no sign, and no field."""
    for i in range(at, view.end):
        is_field = view.body[i].what != QUOTED and state.is_cut(i)
        if not is_field and any(map(str.isalnum, view.text(i, i + 1))):
            return i
    return max(at, view.end)


def was_meant_to_last(view: TokenView, at: int) -> bool:
    """Whether the words at ``at`` say how long a meeting was to be that was held: ``meant to be quick``."""
    keys = [view.key(i) for i in range(at, at + 6)]
    if keys[0] not in ("was", "were") or keys[1] not in ("meant", "supposed") or keys[2:4] != ["to", "be"]:
        return False
    counted = keys[4] in NUMBERS or keys[4].isdecimal() or keys[4] in ("half", "just", "only", "a", "an")
    return keys[4] in _BRIEF or (counted and (keys[5] in UNITS or keys[5] in _BRIEF))
