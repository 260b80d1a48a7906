"""Names whoever was chosen before the line, so that it is read as one that names them.

``coffee with them`` names them by a pronoun. In ``coffee on Monday``, ``talked about the move`` and
``was here`` their name is understood, and stands in tokens of no width: ``coffee [with Ada] on Monday``.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from netui.domain.capture.field_readings import typed_date
from netui.domain.capture.head.occasion import EVENTS_HELD
from netui.domain.capture.model import (
    FieldSpan,
    ParsedLine,
    Person,
    Problem,
    Reading,
    Resolver,
    name_key,
)
from netui.domain.capture.names.name_resolution import NameMatcher, chosen_key
from netui.domain.capture.names.other_parties import names_somebody_else
from netui.domain.capture.sentence.words import (
    CLAUSE_BREAKS,
    NEWS,
    PAST_FORMS,
    PAST_VERBS,
    STATES,
    SUBJECTS,
    TALKS,
)
from netui.domain.capture.tokens.lexer import AT, PLAIN, Token, quote_value
from netui.domain.capture.vocabulary import (
    AND,
    CLAUSE_WORDS,
    CONTACT_SIGNS,
    DASHES,
    DETERMINERS,
    INTERJECTIONS,
    OCCASIONS,
    POSSESSIVES,
    WITH,
    leads_to_kind,
)
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import MONTHS, NUMBERS, WEEKDAYS, Word, word_set

_OBJECTS = ("him", "them", "em", "her", "'em")
_SUBJECTS = ("he", "she", "they")
_AT_THEIRS = r"\b(?:at|round) (?:hers|theirs|his(?=$|[,.;:]| with | w/ | on | yesterday| last ))"
_CAME_TOO = r"\b(?:was|were|came)\b.* too\b|\bjoined\b|\b(?:came|tagged) along\b|\btoo[.!]*$"
_BESIDE_THEM = (
    r"(?:\s+with\s+(?:him|her|them)\b(?! \w+'s)"
    r"|[,;.]\s+(?:he|she|they)\s+(?:came|joined|tagged|was there|were there)\b)"
)
"""What follows a name where whoever was chosen was there too: ``visited Tom with her``, ``she came too``."""
_THEIRS = ("his", "hers", "theirs")
_DAYS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | word_set("""
    today yesterday last this night morning evening afternoon week earlier on tonight tomorrow the noon
    midday weekend next day before lunchtime am pm
""")
)
"""Words of a day or an hour."""
_NO_NOUNS = _DAYS | word_set("""
    about after again and at back but by during for from in into near or over re regarding since so then
    to until till til up via w when where while yest y'day yday later twice once too also & + first
    early late there here an a because abt around outside inside through if as between n who is was were
    went says said got without within plus cos cause bc b4 straight already yet still tho though home
    along across beside past toward towards near some any
""")
"""Words that begin no noun: behind ``her`` they tell that it is no possessive."""
_SPOKEN = word_set("""
    about abt re over through for on at after before until till again briefly today yesterday last this all in
    outside and
""")
_TALKED = {
    "met": ("for", "up", "at", "in", "on", "again", "outside", "by", "today", "yesterday", "last", "this"),
    "hung": ("out",),
    "talked": _SPOKEN,
    "chatted": _SPOKEN,
    "spoke": _SPOKEN,
    "argued": ("about", "over"),
    "gossiped": ("about",),
    "caught": ("up",),
    "touched": ("base",),
    "followed": ("up",),
}
"""Verbs of two who meet or speak, and the words of which one must stand behind them."""
_PARTICLES = ("up", "base", "out")
"""Words behind such a verb that are part of it."""
_WRITTEN = ("postcard", "texts", "dms", "messages", "parcel")
"""What comes from somebody."""
_OCCASIONS = (
    frozenset(_WRITTEN)
    | OCCASIONS
    | TALKS
    | EVENTS_HELD
    | word_set("""
    pub gym viewing appointment appt lesson tutorial supervision seminar debrief handover check-in
    checkin skip-level convo sesh therapy counselling counseling physio church demo retro haircut
    allotment sledding gardening shopping playground word words hello row fight quiz drive walkthrough
    review beers shift
""")
)
"""What two do together, or where, which in a line for somebody says that they met."""
_NOT_HELD = (
    CLAUSE_BREAKS
    | NEWS
    | STATES
    | PAST_FORMS
    | PAST_VERBS
    | POSSESSIVES
    | DETERMINERS
    | word_set("""
    no not do don't never skip miss missed cancel call text email ring after before without instead
    prefer like love hate want need must should owe ask tell remind at in on to for from off by over
    about near allergic
""")
)
"""Words that keep an occasion behind them from having been held, or are no noun before it."""
_HELD = frozenset(("done", "ran", "lasted", "ended", "over", "finished"))
"""Words behind an occasion that say how it went."""
_REACHING = word_set("""
    see saw meet met call called ring rang phone phoned text texted email emailed message messaged visit
    visited with to from tell told ask asked invite invited miss missed
""")
"""Words right before whom one meets, calls or writes to."""
_LONGEST = 9
"""Words of a first clause that are looked at."""
_MODIFIERS = 2
"""Other nouns before an occasion, at most: the investor update call."""


def find_chosen(ids: Sequence[str], names: Resolver) -> tuple[Person, ...]:
    """The people with these ids."""

    def find(ident: str) -> Person:
        key = name_key(ident)
        rows = names.starting(key) if key else ()
        return next((person for _, person in rows if person.id == ident), Person(ident, ident))

    return tuple(map(find, ids))


def name_chosen(
    tokens: Sequence[Token], person: Person, names: Resolver, kinds: Kinds, *, subject: bool
) -> list[Token]:
    """The tokens with the name of ``person`` in place of a pronoun, or behind what took place.

    With ``subject`` it stands before them all, where no pronoun does. Only the first sentence is looked
    at: what stands behind it is told. Where that names somebody else, nothing is understood.
    """
    known = NameMatcher(tokens, names)

    def is_name(key: str) -> bool:
        return bool(known.match_first_name(key))

    named = _by_pronoun(tokens, person, is_name)
    if named or not tokens:
        return named
    if subject:
        start = tokens[0].start
        word = Word(chosen_key(person), start, start)
        name = [Token(PLAIN, start, start, start, _called(person), word)]
        return [*name * (tokens[0].word.key not in SUBJECTS), *tokens]
    end = _met_end(tokens, is_name, kinds)
    if not end:
        return list(tokens)
    lead = "from" if tokens[end - 1].word.key in _WRITTEN else "with"
    return [*tokens[:end], *_understood(tokens[end - 1], lead, person), *tokens[end:]]


def _by_pronoun(tokens: Sequence[Token], person: Person, is_name: Callable[[str], bool]) -> list[Token]:
    """The tokens with the name of ``person`` in place of the first pronoun that means them; else none."""
    led, named, acts = True, False, False
    for at, token in enumerate(tokens):
        said = token.word.key if token.what == PLAIN else ""
        other = is_name(said) and (said not in CLAUSE_WORDS or token.value.istitle())
        acts = acts or (led and not named and other)
        named = named or token.what == AT or (other and not _may_lead(token))
        before = tokens[at - 1].word.key if at > 0 else ""
        joined = before in AND or (acts and before in WITH | {"see"})  # Tom came by with him
        if (token.value in DASHES and not led) or (named and said in _OBJECTS and not joined):
            return []  # a pronoun behind another name is theirs
        if led and said == "we" and not _is_left_out(tokens[at:]):
            return [*tokens[:at], *_with_writer(token, person), *tokens[at + 1 :]]
        if (led and said in _SUBJECTS) or (said in _OBJECTS and (said != "her" or _is_alone(tokens, at))):
            word = token.word._replace(key=chosen_key(person))
            return [*tokens[:at], token._replace(value=_called(person), word=word), *tokens[at + 1 :]]
        led = led and _may_lead(token)
        if not led and _ends_sentence(token):
            break
    return []


def _is_left_out(tokens: Sequence[Token]) -> bool:
    """Whether ``we`` at the start are others: ``we started without them``."""
    return any(one.word.key == "without" and two.word.key in _OBJECTS for one, two in pairwise(tokens))


def has_pronoun(line: str) -> bool:
    """Whether a pronoun stands in the line that may name somebody chosen before."""
    return not {*_OBJECTS, *_SUBJECTS}.isdisjoint(re.split(r"\W+", line.casefold()))


def may_join(line: str, others: Sequence[Person]) -> bool:
    """Whether ``others`` were there beside whoever was chosen: ``dinner at hers with Tom``."""
    said = line.casefold()
    names = "|".join(re.escape(person.name.split(" ")[0].casefold()) for person in others)
    first = re.search(rf"\b(?:{names})\b", said)
    before = said[: first.start()] if first is not None else said
    apart = re.search(r"[.,;!]", before) is not None  # lunch. Tom came too
    too = re.search(rf"\b(?:with|w/?)\s+(?:{names})\s+(?:too|as well)\b", said)  # walk with Tom too
    beside = re.search(rf"\b(?:{names})(?: \w+)?{_BESIDE_THEM}", said)
    if too is not None or beside is not None or re.search(_AT_THEIRS, before) is not None:
        return True
    return apart and re.search(_CAME_TOO, said) is not None


def ask_about_other(line: str, asked: Problem, meant: ParsedLine) -> Problem | None:
    """The question who a line is about that tells of others whom one met, called or wrote to; else None.

    ``meant`` is the line read for whoever is under the cursor. ``was supposed to see Tom`` is no note about
    them, nor are ``saw Tom's brother`` and ``lunch with my sister`` meetings with them; ``knows Tom`` is a
    note about them.
    """
    person = meant.people[0]
    about = Reading(f"a note about {person.name}", 0, 0, f"note @{quote_value(person.id)}: ")
    names = "|".join(re.escape(each.name.split(" ")[0].casefold()) for each in asked.candidates)
    before = re.findall(rf"(\S+)\s+@?(?:{names})(?![\w-])", line.casefold()) if names else ()
    if not _REACHING.isdisjoint(before):
        return asked._replace(readings=(*asked.readings, about))
    if not names_somebody_else(line, note=meant.kind == "note"):
        return None
    met = Reading(
        f"with {person.name}", 0, 0, f"{meant.kind} with @{quote_value(person.id)} {typed_date(meant.on)}: "
    )
    kept = (each for each in asked.readings if not re.match(r"[a-z].* \(new\)$", each.label))  # sister (new)
    return asked._replace(readings=(*kept, met, about))


def is_named_by_pronoun(line: str, understood: Sequence[FieldSpan]) -> bool:
    """Whether a pronoun of the line was read as somebody chosen before."""
    said = (line[span.start : span.end].casefold() for span in understood if span.what == "person")
    return any(each in _OBJECTS or each in _SUBJECTS for each in said)


def _called(person: Person) -> str:
    return person.name.split(" ")[0]


def _is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a ``her`` at ``at`` is no possessive."""
    if tokens[at].word.after or at + 1 == len(tokens):
        return True
    key = tokens[at + 1].word.key
    return key in _NO_NOUNS or not key[:1].isalpha()


def _may_lead(token: Token) -> bool:
    """Whether a word may stand before the subject of the first clause: a day, ``then``, ``finally``."""
    key = token.word.key
    return key in _DAYS or key in INTERJECTIONS or key[:1].isdigit() or not key


def _ends_sentence(token: Token) -> bool:
    return not set(token.word.after).isdisjoint(".:;!?…")


def _with_writer(token: Token, person: Person) -> list[Token]:
    """The name, and the writer, in place of a ``we``."""
    at, after = token.core, token.word.after
    word = token.word._replace(key=chosen_key(person), after="")
    return [
        token._replace(end=at, value=_called(person), word=word),
        Token(PLAIN, at, at, at, "and", Word("and", at, at)),
        Token(PLAIN, at, token.end, at, "I", Word("i", at, at, after)),
    ]


def _understood(before: Token, lead: str, person: Person) -> list[Token]:
    """The tokens ``with`` and the name, of no width, which take the punctuation of the word before them."""
    at, after = before.core, before.word.after
    return [
        Token(PLAIN, at, at, at, lead, Word(lead, at, at)),
        Token(PLAIN, at, before.end, at, _called(person), Word(chosen_key(person), at, at, after)),
    ]


def _met_end(tokens: Sequence[Token], is_name: Callable[[str], bool], kinds: Kinds) -> int:
    """The index after what tells that one met; 0 without it, or where the first clause names somebody."""
    found, nouns, plain = 0, 0, True
    for at, token in enumerate(tokens[:_LONGEST]):
        key = token.word.key
        if key in WITH and at + 1 < len(tokens) and tokens[at + 1].word.key in POSSESSIVES:
            break  # tea at theirs w/ their parents
        if token.what == AT or key in WITH or is_name(key):
            return 0
        if token.what == PLAIN and not found:
            found = (_verb_end(tokens, at) or _occasion_end(tokens, at, kinds)) if plain else 0
            found = found or _theirs_end(tokens, at)
            found = found or (at + 1 if key == "together" and at > 0 else 0)
        if token.what == PLAIN and not found:
            added = _may_lead(token) or leads_to_kind(key) or _is_occasion(key, kinds)
            nouns += not added
            plain = plain and (added or (nouns <= _MODIFIERS and _may_modify(key))) and not token.word.after
        if _ends_sentence(token) or (found and "," in token.word.after):
            break
    return found


def _verb_end(tokens: Sequence[Token], at: int) -> int:
    """The index after ``met up`` or ``talked`` at ``at``; else 0."""
    follower = tokens[at + 1].word.key if at + 1 < len(tokens) else ""
    met = follower in _TALKED.get(tokens[at].word.key, ())
    return at + 1 + (follower in _PARTICLES) if met else 0


def _theirs_end(tokens: Sequence[Token], at: int) -> int:
    """The index after ``at hers`` of which the last word stands at ``at``; else 0."""
    place = tokens[at].word.key in _THEIRS and at > 0 and tokens[at - 1].word.key in ("at", "round")
    closed = at + 1 == len(tokens) or bool(tokens[at].word.after) or tokens[at + 1].word.key in _DAYS | {"on"}
    return at + 1 if place and closed else 0


def _occasion_end(tokens: Sequence[Token], at: int, kinds: Kinds) -> int:
    """The index after an occasion at ``at`` that does not only say which: not ``coffee person``; else 0."""
    if tokens[at].word.key == "catch" and at + 1 < len(tokens) and tokens[at + 1].word.key == "up":
        return at + 2
    token = tokens[at]
    if not _is_occasion(token.word.key, kinds):
        return 0
    if token.word.after or at + 1 == len(tokens):
        return at + 1
    key = tokens[at + 1].word.key
    ends = key in _NO_NOUNS | _HELD or key in NUMBERS or key[:1].isdigit() or not key
    return at + 1 if ends or key.startswith("#") or tokens[at + 1].value in DASHES else 0


def _is_occasion(key: str, kinds: Kinds) -> bool:
    kind = kinds.named(key) or CONTACT_SIGNS.get(key)
    return key in _OCCASIONS or (kind is not None and kinds.counts(kind))


def _may_modify(key: str) -> bool:
    """Whether a word may be a noun before another: the ``mentoring`` of ``mentoring session``."""
    return key.replace("-", "").isalpha() and key not in _NOT_HELD and not key.endswith(("ed", "s"))
