"""Intent: words before a verb or kind of contact that say it was only wanted, planned, put off or refused.

The words before a noun that says the kind must belong to it, or tell what was done: ``enjoyed a long
lunch``. Any other verb there is asked about: ``demanded a call``, ``confirm lunch``, ``waiting on a call``.
Where the tense and the day that was said disagree, it is asked which is meant.
"""

from datetime import date, timedelta

from netui.domain.capture.model import Problem
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.negation_words import (
    ARRANGING,
    BEFORE_FOR,
    DONE_OF_NEED,
    DONE_TO_A_MEAL,
    GOING,
    HABITS,
    IMPERATIVES,
    INTENT,
    INTENT_PHRASES,
    MEASURES,
    MUSINGS,
    NEGATED,
    OTHER_TIMES,
    PAST_TENSE,
    UNREAL,
)
from netui.domain.capture.sentence.note_checks import MET_OR_NOTE
from netui.domain.capture.sentence.words import CLAUSE_SUBJECTS, PAST_FORMS, PAST_VERBS, SUBJECTS, TALKS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ABOUT,
    ANSWERED,
    BOOKED,
    DASHES,
    DETERMINERS,
    OCCASIONS,
    WITH,
    WRITTEN,
)
from netui.domain.model.dates import day_of, full_day
from netui.domain.natural_dates.tokens import WEEKDAYS, phrase_end, word_set

_VOWELS = frozenset("aeiouy")
_UNREAL = ("was", "were", "would", "could", "had")
_REACH = 20
_MUSED = 4
"""Words of a line with which it may say what is only thought of: we're mulling over a trip."""
_BASES = word_set("have meet see grab get go call catch visit text email join take")
ASKING = word_set("who whom whose what which when where why how whether")
ASKED = word_set("did do does have has had was were am are is")
_ASKED_OF = word_set("i we you he she they")
_BROUGHT_OFF = ("managed", "happened", "helped", "stopped", "walked", "popped")
_ELSEWHERE = ("before", "until", "till", "except", "about", "re", "regarding", "concerning")
_YEARS = word_set("year years months decade decades ages")
_ERRANDS = word_set("call text email mail phone ring message visit ping dm whatsapp")
_ARE = word_set("i'm im we're am are")
_OPENS_A_WISH = ("to", "better", "please", "once", "soon")
_LED_TO = word_set("yes no ok okay agreed route way off heading headed driving invited")
_BEFORE_A_KIND = ("for", "of", "about", "to", "from", "through")
_AGENDA = word_set("go discuss talk look sort review decide celebrate work cover")
"""What is meant to be done at a meeting that is to come."""
_HELD_ON_TO = ("found", "kept", "lost", "burnt", "threw", "tore", "reread", "re-read")
"""Verbs of what is done to a letter long after it came: found an old letter from Ada."""
_TALKED_OF = ("of", "about", "on", "for", "to")


def find_intent(view: TokenView, state: ParseState) -> int:
    """The index of a word before the verb or kind of contact that says it was only meant; else -1."""
    first = state.sentence_from
    if state.contact_from > first and _is_question(view, state, first):
        return first
    if view.key(first) in IMPERATIVES and state.contact_from > first and not _is_noun(view, state, first):
        return first
    musing = next((i for i in range(first, first + _MUSED) if phrase_end(view.words, i, MUSINGS)), -1)
    said = state.typed and state.contact_from <= musing  # rang Ada, fancy a pint
    if 0 <= musing < min(state.named, default=view.end) and not said:
        return musing
    if view.key(first) in ("may", "might") and view.key(first + 1) in _BASES | {"go", "come", "be"}:
        return first if state.contact_from > first or not state.typed else -1
    if view.key(first) in _ELSEWHERE and _leads_to_kind(view, first + 1, state.contact_from):
        return first if state.contact_from > first else -1
    if view.key(first) in _OPENS_A_WISH and view.key(first + 1) in _BASES | PAST_VERBS | {"had"}:
        return first if state.contact_from > first else -1
    if view.key(state.contact_from) == "wished" and view.key(state.last_person + 1) in _UNREAL:
        return state.contact_from
    off = view.key(state.contact_from) == "called" and view.key(state.contact_from + 1) == "off"
    near = range(state.contact_from + 2, min(view.end, state.contact_from + _REACH))
    off = off or (
        view.key(state.contact_from) == "gave"
        and any((view.key(i - 1), view.key(i)) == ("a", "miss") for i in near)  # gave lunch with Ada a miss
    )
    if off or view.key(state.contact_from) in ("invited", "organised", "organized"):
        return state.contact_from
    if (view.key(first), view.key(first + 1), state.contact_from) == ("reply", "to", first):
        return first
    noun = _noun_before(view, state, first)
    if noun >= 0:
        return noun
    for i in range(first, min(state.contact_from, view.end)):
        if i in state.named:
            continue
        if _is_intent(view, i, state.contact_from) or _is_other_verb(view, state, i):
            return -1 if _goes_on_with_deed(view, i, state.contact_from) else i
    return -1


def _goes_on_with_deed(view: TokenView, at: int, contact: int) -> bool:
    """Whether what was not done at ``at`` is something else: ``skipped the gym and had lunch``."""
    for i in range(at + 1, contact):
        verb = i + 1 + (view.key(i + 1) in SUBJECTS)
        if view.key(i) in ("and", "but", "so") and view.key(verb) in PAST_FORMS | PAST_VERBS:
            return True
    return False


def _is_question(view: TokenView, state: ParseState, first: int) -> bool:
    """Whether a clause begins as a question: ``how you met Tom``, ``did I call Tom``.

    ``did lunch`` is none, nor is ``what a lunch``, nor ``when I met Tom, he was ill``.
    """
    follower = view.key(first + 1)
    if view.key(first) in ASKED:
        return (
            follower in _ASKED_OF or follower in ("that", "it", "this", "there") or first + 1 in state.named
        )
    if view.key(first) == "when" and _goes_on(view, first + 1, state.contact_from):
        return False
    return view.key(first) in ASKING and follower not in ("a", "an")


def _goes_on(view: TokenView, at: int, contact: int) -> bool:
    """Whether another clause follows that of ``when I met Tom``, which begins before ``at``."""
    if view.key(at) not in SUBJECTS or "?" in view.line:
        return False
    rest = range(contact + 1, view.end)
    return any(view.key(i) in CLAUSE_SUBJECTS or view.words[i - 1].stops for i in rest)


def _is_noun(view: TokenView, state: ParseState, first: int) -> bool:
    """Whether a verb at ``first`` begins a noun: ``ping pong``, ``follow up call``, ``thank you card``."""
    follower = view.key(first + 1)
    thanks = follower == "you" and view.key(first) == "thank" and first + 2 not in state.named
    if view.key(first) == "f/u" and view.kind_at(first + 1) is not None:
        return True
    return follower == "pong" or thanks or (follower == "up" and view.kind_at(first + 2) is not None)


def _is_intent(view: TokenView, i: int, contact: int) -> bool:
    key = view.key(i)
    if key in ("planning", "plan") and view.key(i + 1) in WITH | TALKS | {"meeting", "call"}:
        return False  # a meeting for planning
    if key == "discussed" and i + 1 == contact:
        return False  # discussed with Ada
    unstopped = ("couldn't", "couldnt", "can't")
    if (key in unstopped and view.key(i + 1) in ("stop", "help")) or (
        key == "stop" and view.key(i - 1) in unstopped
    ):
        return False  # couldn't stop laughing at dinner with Ada
    verb = key.endswith(("ed", "ing")) or view.key(contact) not in WITH  # interview prep with Ada
    spoken = view.kind_at(contact)
    if key == "line" and i + 1 == contact and spoken is not None and spoken[0] in ANSWERED:
        return False  # a call on Line
    if (key == "book" and view.key(i + 1) in ("club", "group")) or (key == "prep" and i + 1 == contact):
        return False  # prep call with Ada
    if key == "will" and (view.key(i - 1) in DETERMINERS | {"free"} or view.is_owned(i)):
        return False  # read the will with Ada
    if key == "swapped" and view.plural_kind(contact) in WRITTEN:
        return False  # swapped emails with Ada
    if key in ARRANGING and verb and _leads_to_kind(view, i + 1, contact):
        return True
    if key == "next" and _leads_to_kind(view, i + 1, contact):
        return True  # next lunch with Ada: bring photos
    if (
        key.endswith("ed")
        and view.key(i + 1) == "to"
        and view.key(i + 2) in _BASES
        and key not in _BROUGHT_OFF
    ):
        return True  # pretended to have lunch
    if key == "too" and view.key(i + 2) == "for":
        return True  # too tired for dinner with Tom
    if _is_clipped(view, i, contact) or _is_needed(view, i, contact):
        return True
    if key in INTENT | NEGATED | {"can"} or phrase_end(view.words, i, INTENT_PHRASES) > 0:
        return True
    near = range(i, min(contact, i + _REACH))
    return _is_unreal(view, i, contact) and not any(view.words[k].stops for k in near)


def _is_clipped(view: TokenView, i: int, contact: int) -> bool:
    """Whether a word at ``i`` that lost its vowels leads to a verb (``shd call``), or ``need2`` does."""
    key, found = view.key(i), view.kind_at(contact)
    if key.endswith("2") and key[:-1] in INTENT | {"have", "going"}:
        return True
    if i + 1 != contact or view.words[contact].stops or found is None or found[0] not in WRITTEN:
        return False
    clipped = view.body[i].value.islower() and key.isalpha() and len(key) > 2 and _VOWELS.isdisjoint(key)
    return clipped and not view.may_precede_kind(i) and (view.is_at(found[1]) or view.is_name(found[1]))


def _is_needed(view: TokenView, i: int, contact: int) -> bool:
    """Whether ``had to`` at ``i`` leads to what may have kept them from meeting: had to cry off lunch."""
    leads = (view.key(i), view.key(i + 1)) in (("had", "to"), ("having", "to"))
    noun = view.kind_at(contact) or view.key(contact) in TALKS or view.key(contact) in WITH
    apart = any(view.words[k].stops for k in range(i, contact))  # had to laugh, lunch with Ada was fun
    return bool(leads and i + 2 < contact and noun and not apart) and view.key(i + 2) not in DONE_OF_NEED


def _is_unreal(view: TokenView, i: int, contact: int) -> bool:
    """Whether ``i`` begins a habit, a wish or another time: ``I often have``, ``the day I met``."""
    key, follower, before = view.key(i), view.key(i + 1), view.key(i - 1)
    if key in UNREAL:
        return follower not in WITH and _leads_to_kind(view, i + 1, contact)
    if key in ("i'd", "we'd"):
        return follower in _BASES or follower in ("like", "love", "rather", "prefer")
    if key in ("i", "we") and before in OTHER_TIMES:
        if before == "when" and _goes_on(view, i, contact):
            return False
        near = range(i + 1, min(contact, i + _REACH))
        return not any(view.key(k) in ("i", "we") for k in near)  # the day I met Ada
    if key == "have":
        return follower not in PAST_FORMS | PAST_VERBS | {"spoken"} and _leads_to_kind(view, i + 1, contact)
    if key in ("stop", "stopped", "quit", "without"):
        return follower.endswith("ing")
    return key in HABITS or (key == "may" and before in SUBJECTS)


def _is_other_verb(view: TokenView, state: ParseState, i: int) -> bool:
    """Whether a verb at ``i`` has the kind for its object, and does not say that it took place."""
    key = view.key(i)
    contact = state.contact_from
    noun = view.kind_at(contact) or view.plural_kind(contact) or view.key(contact) in TALKS
    if not noun or view.key(state.contact_from) in PAST_VERBS or key in DONE_TO_A_MEAL:
        return False
    if view.may_precede_kind(i) or view.kind_at(i) is not None or key in TALKS or not key.isalpha():
        return False
    if key in _HELD_ON_TO:
        old = 2 * (view.key(i + 2) == "old")  # found an old letter from Ada
        return _leads_to_kind(view, i + 1 + old, state.contact_from)
    if key.endswith("ed") and not key.startswith("un"):
        return len(key) > 3 and view.key(i + 1) != "then" and _leads_to_kind(view, i + 1, state.contact_from)
    if not key.endswith("ing") or len(key) < 5:
        return False
    at = i + 1 + (view.key(i + 1) in _TALKED_OF)
    return at > i + 1 or (view.key(at) in DETERMINERS and _leads_to_kind(view, at, state.contact_from))


def _noun_before(view: TokenView, state: ParseState, first: int) -> int:
    """The index of a word before "for" or "of" and the kind: ``agenda for``, ``scared of``; else -1."""
    at = state.contact_from - 1
    while at > first and view.key(at) not in _BEFORE_A_KIND and _belongs_to_kind(view, at):
        at -= 1
    noun = at - 1
    if noun < first or noun in state.named or not view.key(noun).isalpha():
        return -1
    if view.key(at) == "to" and view.key(noun) in _LED_TO:
        return noun  # said yes to dinner with Ada
    if (view.key(at), view.key(noun)) in (("through", "slept"), ("from", "excused"), ("from", "uninvited")):
        return noun
    if view.key(at) == "about" or (view.key(at) == "of" and view.key(noun) not in MEASURES):
        return noun
    if view.key(at) != "for" or view.key(noun) in BEFORE_FOR or view.read(noun) is not None:
        return -1
    begins = view.key(first)
    came = begins in BEFORE_FOR | PAST_FORMS | PAST_VERBS or begins.endswith("ed") or first in state.named
    return -1 if came and noun > first else noun


def _belongs_to_kind(view: TokenView, at: int) -> bool:
    """Whether the word at ``at`` is a kind, or a determiner, adjective or weekday of one."""
    which = view.key(at) in DETERMINERS or view.may_precede_kind(at)
    dated = view.key(at) in WEEKDAYS and view.key(at - 1) == "for"  # notes for Monday call
    return which or dated or view.kind_at(at) is not None


def _leads_to_kind(view: TokenView, at: int, contact: int) -> bool:
    """Whether a kind follows at ``at``, behind determiners and adjectives: ``moved our lunch with Tom``."""
    at += view.key(at) in ("in", "up", "down", "out", "off", "on")
    while at < contact and (view.key(at) in DETERMINERS or view.may_precede_kind(at)):
        at += 1
    return at == contact or view.kind_at(at) is not None


def check_tense(view: TokenView, state: ParseState) -> None:
    """Asks about a sentence in the past tense (``had lunch``) on a day that lies ahead, or over years."""
    first = state.sentence_from
    _ask_about_years(view, state)
    while view.key(first) in SUBJECTS:
        first += 1
    key = "" if first in state.named else view.key(first)
    past = not PAST_TENSE.union(PAST_FORMS).isdisjoint((key, view.key(state.contact_from)))
    past = past or (key.endswith("ed") and len(key) > 4 and not view.words[first].said)
    if state.on is not None and day_of(state.on) > view.today and past:
        day = full_day(day_of(state.on))
        message = f"{day} lies ahead: write the year, or leave out the past tense"
        state.report(first, first + 1, "date", message)


def _ask_about_years(view: TokenView, state: ParseState) -> None:
    """Asks about what went on for years, which is no meeting: ``shared an office with Ada for a year``."""
    if state.kind not in ("", "meeting") or state.typed or not state.settled:
        return
    for i in range(state.last_person + 1, view.limit):
        if view.words[i - 1].stops:
            return
        behind = i + 2 + (view.key(i + 1) in ("over", "about", "almost", "nearly"))
        if view.key(i) == "for" and view.key(behind) in _YEARS:
            state.report(i, behind + 1, "mark", MET_OR_NOTE, "note", "contact")
            return


def check_coming(view: TokenView, state: ParseState) -> None:
    """Asks whether ``meeting Ada on Tuesday`` is the last Tuesday or the coming one."""
    first = state.sentence_from
    behind = range(first + 1, state.contact_from + 1)
    first = next((i for i in behind if view.key(i - 1) in _ARE), first)  # I'm having lunch with Tom on Monday
    going = view.key(first) in GOING and view.key(first - 1) in _ARE
    planned = view.key(first) in GOING or view.key(first) == "meet"
    planned = planned or (view.key(first) == "meeting" and first + 1 in state.named)
    weekday = state.weekday
    planned = planned or any(_is_agenda(view, i) for i in range(first + 1, view.end))
    planned = planned or (weekday is not None and _is_errand(view, state, first, weekday[1]))
    if weekday is not None and state.on is not None and not planned:
        planned = _is_thanksgiving(view, day_of(state.on) + timedelta(7))
    ahead = state.on is not None and going and day_of(state.on) < view.today  # we're having lunch on Monday
    if (
        weekday is not None
        and state.on is not None
        and (ahead or _is_of_today(view, day_of(state.on), weekday))
    ):
        state.on += timedelta(7)
        return
    if state.on is None or weekday is None or not planned or day_of(state.on) >= view.today:
        return
    coming = state.on + timedelta(7)
    start, end = view.body[weekday[0]].start, view.body[weekday[1] - 1].core
    from netui.domain.capture.field_readings import date_readings

    message = f"is that {full_day(day_of(state.on))} or {full_day(day_of(coming))}? Write the date"
    state.add(Problem(start, end, message, "date", (), date_readings((coming, state.on), start, end)))


def _is_agenda(view: TokenView, at: int) -> bool:
    """Whether ``, we will go over the lease`` begins at ``at``: what a meeting that is to come is for."""
    will = view.key(at) in ("we'll", "i'll") or (view.key(at) in ("we", "i") and view.key(at + 1) == "will")
    verb = view.key(at + 1 + ("'" not in view.key(at)))
    return will and view.words[at - 1].stops and verb in _AGENDA


def _is_errand(view: TokenView, state: ParseState, first: int, end: int) -> bool:
    """Whether all of a line may be what is still to be done: ``text Ada on Monday``."""
    if view.key(first) not in _ERRANDS or first + 1 not in state.named or view.body[first].colon:
        return False
    return end >= view.end or view.key(end) in ABOUT | {"to", "for"}


def _is_of_today(view: TokenView, day: date, weekday: tuple[int, int]) -> bool:
    """Whether what is named by its weekday is today's: ``Sunday lunch with Ada``, written on a Sunday."""
    start, end = weekday
    held = view.kind_at(end) is not None or view.key(end) in OCCASIONS | TALKS
    alone = end == start + 1 and not view.words[start].stops
    return alone and held and day + timedelta(7) == view.today


def _is_thanksgiving(view: TokenView, day: date) -> bool:
    """Whether a Thanksgiving dinner is told of, and ``day`` is that day, in America or Canada."""
    held = (day.month, day.weekday(), (day.day - 1) // 7) in ((11, 3, 3), (10, 0, 1))
    return held and any(view.key(i) == "thanksgiving" for i in range(view.limit))


def take_planned_day(view: TokenView, state: ParseState, at: int) -> bool:
    """Takes the day ahead of a meeting ``booked for the 17th`` at ``at``, which is planned then."""
    start = state.last_person + 1 if view.key(at + 1) in WITH and at < state.last_person else at + 1
    start += view.key(start) in ("for", "on", "in")
    apart = at == state.sentence_from or view.words[at - 1].stops  # lunch with Ada, booked for Friday
    apart = apart or view.body[at - 1].value in DASHES
    if view.key(at) not in BOOKED or apart or start >= view.end or state.is_dated:
        return False
    found = view.read(start)
    if found is not None and (found.options or (found.value and day_of(found.value) <= view.today)):
        found = view.read_ahead(start)
    if found is None or found.value is None or day_of(found.value) <= view.today:
        return False
    begin = view.body[start].start
    state.set_day(found.value)
    state.problems = [each for each in state.problems if each.what != "date" or each.end <= begin]
    state.cut(at, at + 1 if start > at + 2 else found.end)
    if start > at + 2:
        state.cut(start - 1, found.end)
    return True
