"""Hosts: at whose place one was, where a line names nobody else: ``lunch at Ada's``, ``went round to Ada's``.

A pub may be called like somebody, and much is somebody's: only ``Ada's`` alone, or their place, house or
flat, counts, behind words that say one went or was there, or what was done there.
"""

from netui.domain.capture.head.occasion import EVENTS_HELD, PARTIES
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.names.participants import Participants
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.negation_words import INTENT
from netui.domain.capture.sentence.words import CONTACT_NOUNS, PAST_FORMS, PRESENT_TOO, SUBJECTS, TALKS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.visits.arrivals import FOOD
from netui.domain.capture.vocabulary import (
    ADVERBS,
    AND,
    BESIDE_A_NAME,
    CLAUSE_WORDS,
    COMMON_WORDS,
    DASHES,
    EATEN,
    POSSESSIVES,
    STRETCHES,
    WITH,
)
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS, phrase_end, word_set

HOMES = word_set("place house flat home apartment cottage garden pad")
"""What of somebody's is where they live."""
_WHICH = word_set("new old mum's lovely")
_LEADS = word_set("at to round by into around over")
"""Words before whose place it was."""
_WENT = word_set("""
    went popped drove walked cycled nipped headed travelled traveled biked swung stopped dropped was were been
    got strolled wandered hopped legged trekked whizzed dashed
""")
"""Verbs that lead to a place, with no more than particles between."""
_PASSED = ("drove", "walked", "cycled", "biked", "strolled", "headed", "travelled", "traveled")
"""Verbs of those that with "by" may lead past a place: drove by Ada's."""
_STAYED = word_set("stayed slept crashed hung ended overnighted helped")
_SPENT = word_set("""
    spent watched played had ate celebrated listened enjoyed jammed rehearsed practised practiced partied
    dined lunched brunched camped barbecued danced
""")
"""Verbs of what one did at a place, with what it was between."""
_PARTICLES = word_set("""
    over round up down out across back in by off to home along around straight then on just all both again
    late early quickly briefly finally also the night weekend evening afternoon morning day for a bit
""")
_OVER = word_set("over round up down")
"""Particles that lead to a place without a verb: over to Ada's for the match."""
_DONE = (
    FOOD
    | TALKS
    | EVENTS_HELD
    | PARTIES
    | set(CONTACT_NOUNS)
    | word_set("""
    jam roast bonfire fireworks takeaway curry pizza sleepover poker games cards karaoke scrabble sunday
    seder iftar eid kiddush raclette fondue feast cookout grill braai potluck playdate knitting dancing
""")
)
"""What one does at somebody's place."""
_LETTERS = word_set(
    "letter postcard card cards letters postcards voicemail vm reply response message ping dm"
)
_CHILDREN = word_set("kids children boys girls twins")
_ALONE = word_set("""
    nobody no-one noone empty abroad alone housesitting house-sitting catsitting cat-sitting
    petsitting pet-sitting dogsitting dog-sitting knocked
""")
"""Words of a line that say the host may not have been there."""
_WITHOUT = word_set("out away abroad gone off asleep")
"""Words behind "they were" that say the host was not there."""
_ELSEWHERE = word_set("hospital work school holiday shift leave call bed town prison care holidays")
"""Words behind "in", "at" or "on" that say so."""
_BEHIND = (ADVERBS | BESIDE_A_NAME | STRETCHES) - {"than", "like"} | word_set(
    "to then all because as when while"
)
"""Words behind a place that say no more of whose it is."""
_NO_NOUNS = word_set("make makes making skip miss host bring take meet")
"""Words before what was done that say it was not, or not there."""
_LONGEST = 6
"""Words between a verb and where it was, at most."""


def take_hosts(view: TokenView, state: ParseState, names: NameMatcher, sentence: SentenceReader) -> None:
    """Takes those at whose place one was as the people met, where nobody else is named."""
    if state.kind and state.kind not in EATEN | {"meeting", "visit", "event"}:
        return
    begin = state.sentence_from
    at_home = _hosts_at(view, names, sentence, begin)
    if at_home is not None and _is_meal_there(view, sentence, at_home.end):
        if not _says_otherwise(view, names, begin - 1, at_home.end):
            _take(view, state, sentence, begin, begin - 1, at_home)  # Ada's for tea
        return
    for at in range(begin, view.end - 1):
        hosts = _hosts_at(view, names, sentence, at + 1) if view.key(at) in _LEADS else None
        if hosts is None:
            continue
        first = _clause_start(view, state, at)
        others = _joiners(view, sentence, hosts.end)
        alone = not _says_otherwise(view, names, at, hosts.end, joined=others.end if others else 0)
        if _leads_to_host(view, state, first, at) and alone:
            _take(view, state, sentence, first, at, hosts)
            if others is not None:
                state.take_group(others.names[0][0], others, keep=True)
        return


def _joiners(view: TokenView, sentence: SentenceReader, at: int) -> Participants | None:
    """Those of whom a clause behind ``at`` says that they were there: ``tea at Ada's, Ben came too``."""
    for i in range(at, view.end):
        others, after = sentence.subject(i, view.end) if view.words[i - 1].stops else ([], i)
        if others and phrase_end(view.words, after, PRESENT_TOO):
            return Participants(others, after, "", False)
    return None


def _hosts_at(view: TokenView, names: NameMatcher, sentence: SentenceReader, at: int) -> Participants | None:
    """Those of whom the words at ``at`` are the place: ``Ada's``, ``Ada and Ben's``, ``Ada's flat``."""
    found: list[tuple[int, NameMatch]] = []
    i = at
    while i < view.end:
        owner = names.match_owner(i)
        if owner is not None:
            key = view.key(i).removesuffix("'s")
            word = key in {*WEEKDAYS, *MONTHS} or (key in CLAUSE_WORDS and view.body[i].value.islower())
            if owner.person is None or word:
                return None
            end = owner.end + (view.key(owner.end) in _WHICH)
            end = end + 1 if view.key(end) in HOMES else owner.end
            follower = view.body[end].value if end < view.end else ""
            plain = view.key(end) in _BEHIND
            closed = view.may_end_list(end) or (plain and follower.islower())
            return Participants([*found, (i, owner)], end, "", False) if closed else None
        named = sentence.name_at(i)
        if named is None or named.person is None or view.key(named.end) not in AND:
            return None
        found.append((i, named))
        i = named.end + 1
    return None


def _is_meal_there(view: TokenView, sentence: SentenceReader, at: int) -> bool:
    """Whether ``for tea`` or ``for Sunday lunch`` stands at ``at``."""
    nouns = (sentence.verbs.noun(i, view.end) is not None or view.key(i) in _DONE for i in (at + 1, at + 2))
    return view.key(at) == "for" and any(nouns)


def _clause_start(view: TokenView, state: ParseState, at: int) -> int:
    """The index of the first word of the clause that leads to a place at ``at``."""
    first = at
    while first > state.sentence_from and not (
        view.words[first - 1].stops or view.body[first - 1].value in DASHES or state.is_cut(first - 1)
    ):
        first -= 1
    while first < at and view.key(first) in SUBJECTS | {"just", "then", "all", "and", "so"}:
        first += 1
    return first


def _leads_to_host(view: TokenView, state: ParseState, first: int, at: int) -> bool:
    """Whether the words from ``first`` to ``at`` say that one went to a place, or what was done there."""
    said = [view.key(i) for i in range(first, at)]
    if not said or _PARTICLES.issuperset(said):
        led = view.key(at) in ("at", "round", "over") or not _OVER.isdisjoint(said)
        return led and (first == state.sentence_from or bool(state.kind))
    if said[0] in _WENT | _STAYED:
        passed = said[0] in _PASSED and view.key(at) == "by"
        return _PARTICLES.issuperset(said[1:]) and not passed
    if view.key(at) not in ("at", "round", "over"):
        return False
    while len(said) > 1 and said[-1] in ("over", "round", "back"):
        said.pop()
    if not {*POSSESSIVES, *WITH, *BESIDE_A_NAME, "to", "from", "kids", "children"}.isdisjoint(said):
        return False
    if said[0] in _SPENT:
        return len(said) <= _LONGEST
    if any(key in PAST_FORMS | INTENT | _NO_NOUNS or key.endswith(("ed", "n't")) for key in said):
        return False
    noun, meal = said[-1].removesuffix("s"), view.kind_at(at - 1)
    done = not _DONE.isdisjoint((said[-1], noun)) or (meal is not None and meal[0] in EATEN)
    return len(said) <= _LONGEST and done and said[-1] not in _LETTERS


def _says_otherwise(view: TokenView, names: NameMatcher, at: int, end: int, *, joined: int = 0) -> bool:
    """Whether somebody else is named besides the hosts, or the line says that those were not there.

    ``joined`` is the index behind those who are said to have been there too.
    """
    for i in range(view.end):
        key = view.key(i)
        if key in _ALONE or (key in ("while", "whilst") and view.key(i + 1) in ("he", "she", "they")):
            return True
        theirs = key in ("he", "she", "they") and view.key(i + 1) in ("is", "are", "was", "were")
        short = key in ("he's", "she's", "they're")
        where = i + 2 if theirs else i + 1
        if (theirs or short) and _is_elsewhere(view, where):
            return True
        if key == "for" and view.key(i + 2 - (view.key(i + 1) in _CHILDREN)) in _CHILDREN:
            return True  # a sleepover at Ada's for the kids
        if at < i < end or end <= i < joined:
            continue
        word = view.body[i].value[:1].isupper() or key not in CLAUSE_WORDS | COMMON_WORDS
        if view.is_at(i) or (word and view.is_name(i)) or ("'" in key and names.match_owner(i) is not None):
            return True
    return False


def _is_elsewhere(view: TokenView, at: int) -> bool:
    """Whether ``out``, ``in hospital``, ``in Rome`` stands at ``at``."""
    if view.key(at) in ("in", "at", "on") and at + 1 < view.end:
        capital = view.key(at) == "in" and view.body[at + 1].value[:1].isupper()
        return capital or view.key(at + 1) in _ELSEWHERE
    return view.key(at) in _WITHOUT


def _take(
    view: TokenView, state: ParseState, sentence: SentenceReader, first: int, at: int, hosts: Participants
) -> None:
    """Takes the hosts, what was done and when."""
    if not state.kind:
        last = at - 1
        while last > first and view.key(last) in ("over", "round", "back"):
            last -= 1
        noun = view.kind_at(last) if last >= first else None
        kind = noun[0] if noun is not None else CONTACT_NOUNS.get(view.key(last), "")
        went = at <= first or view.key(first) in _WENT | _STAYED or _PARTICLES.issuperset((view.key(first),))
        done = kind if kind in EATEN else "event" if view.key(last) in PARTIES else "meeting"
        state.kind = "visit" if went else done
        state.kind = sentence.settings.purpose(at, hosts.end, view.limit, state.kind)
        state.contact_from, state.typed = first, True
    state.take_group(at + 1, hosts, keep=True)
    i = hosts.end
    while i < view.end and state.on is None and not view.words[i - 1].stops:
        taken = state.take_date(i, sure=True, inside=True) if i == hosts.end else 0
        found = view.read(i) if i == hosts.end else None
        if found is not None and not taken and state.is_day(i, found):
            state.ask_whether_day(i, found.end, found.value)  # party at Ada's mon bank hol
            return
        i = taken or sentence.take_day(i, view.end) or i + 1
