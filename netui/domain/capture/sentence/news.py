"""News: whether words tell what became of somebody, and not that one met them."""

from datetime import datetime

from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.words import (
    AWAY_ON,
    CLAUSE_BREAKS,
    COMING,
    EVENTS,
    NEWS,
    PAST_FORMS,
    PAST_VERBS,
    STATES_BEHIND_IS,
    SUBJECTS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import ABOUT, AND, BESIDE_A_NAME, DASHES, STRETCHES
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import ParsedDate, word_set

_ADVERBS = word_set("never always often still also now usually only just both all finally already")
_BEHIND_A_CALL = word_set("in about back again twice over through past by me us")
"""Words behind a verb that may say somebody called or came: radioed in, yelled at."""
_CALLED_IN = word_set("for at to on with about re today this earlier")
_MORE_NEWS = word_set("never broke fell blew overslept withdrew let forgot")
"""What somebody did of whom a line with a day tells, and not that one met."""
_CONDITIONS = word_set("new looking allergic vegan vegetarian single due dead born")
"""Words that say how somebody is where the verb is left out: Hank allergic to nuts."""
_YEARLY = ("birthday", "bday", "b-day", "born", "anniversary", "nameday")
"""What a date alone stands behind that is no day of a meeting: bday 12 oct."""
_FAR_BACK = 16
"""Words before a day in which a clause may say what is to come."""
_TO_MEET = word_set("""
    see seeing meet meeting coming come going taking take visit visiting picking pick fetching joining join
    hosting round over me us pop drop call stop swing nip
""")
"""Words of a plan to meet on a day ahead, which is no fact about somebody."""
SPOKEN_OF = ("about", "re", "regarding", "concerning")
"""Words before what was spoken of."""
_LINE = 12
"""Words of a line behind what was spoken of, at most."""
_LONGEST_DAY = 4
"""Words of a day, at most."""


def is_away(view: TokenView, at: int) -> bool:
    """Whether ``off`` or ``on leave`` stands at ``at``."""
    led = view.key(at) == "on" and view.key(at + 1) in AWAY_ON
    return led or view.key(at) in STATES_BEHIND_IS


def is_within_stretch(view: TokenView, at: int) -> bool:
    """Whether ``at`` is a word of the day that ends a stretch of time: ``till 14 December``."""
    starts = (i for i in range(max(1, at - _LONGEST_DAY), at + 1) if view.key(i - 1) in STRETCHES)
    return any(i == at or ((day := view.read(i)) is not None and day.end > at) for i in starts)


def lacks_news(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether names at ``at`` have no verb of news behind them: ``Hank pub``, ``Hank radioed``."""
    first = state.last_person + 1
    if at not in state.named or view.is_at(at):
        return False
    adverb = view.key(first) in _ADVERBS
    first += adverb
    called = view.key(first) == "in" and view.key(first + 1) in _CALLED_IN
    if called or first >= view.end or view.key(first) in EVENTS or is_away(view, first):
        return called
    end = next((i + 1 for i in range(first, view.end) if view.ends_sentence(i)), view.end)
    if any(view.words[i].said for i in range(at, end)):
        return False  # a sentence of another language, whose verbs are not all known
    closed = first + 1 >= end or view.words[first].stops
    if view.key(first) not in NEWS and may_be_verb(view, first):
        return closed or view.key(first + 1) in _BEHIND_A_CALL
    if view.key(first).endswith("s") and (adverb or not closed):
        return False
    said = {view.key(i) for i in range(first, end)}
    told = not said.isdisjoint(NEWS | STATES_BEHIND_IS | COMING | _CONDITIONS) or any(
        "'" in key for key in said
    )
    return not told and not any(may_be_verb(view, i) for i in range(first, end))


def is_headline(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether other words, and no verb, stand right before the names: ``T/c Ada``, ``survey Ada - fine``."""
    first = next((i for i in range(at, view.end) if i in state.named), at)
    led = view.key(first - 1) in (BESIDE_A_NAME | ABOUT) - {"for", "to", "from"}
    if first == at or led or view.is_at(first) or view.is_owned(first):
        return False
    ends = (i for i in range(first, view.end) if view.words[i].stops or view.body[i].value in DASHES)
    return not any(may_be_verb(view, i) for i in range(at, next(ends, view.end)))


def may_be_verb(view: TokenView, at: int) -> bool:
    """Whether the word at ``at`` may be the verb of news about somebody."""
    key = view.key(at)
    return key in NEWS | PAST_FORMS or key in _MORE_NEWS or key.endswith(("ed", "n't"))


def is_fact(view: TokenView, state: ParseState, at: int, day: ParsedDate) -> bool:
    """Whether a day in a line for somebody chosen is no day of a meeting: ``birthday 3 May``.

    One that is past may be, where no verb tells their news: ``viewing yesterday``, not ``died on Monday``.
    """
    first = next((i for i in range(at, view.end) if i not in state.named), view.end)
    end = next((i + 1 for i in range(first, view.end) if view.words[i].stops), view.end)
    clause = {view.key(i) for i in range(first, end)}
    if day.value is None or day_of(day.value) > view.today:
        return _TO_MEET.isdisjoint(clause) and not isinstance(day.value, datetime)
    if view.key(first) == "turned" and view.key(first + 1).isdecimal():
        return True
    if view.key(first) in _YEARLY and view.key(first + 1) not in ("yesterday", "last"):
        return True
    begins = view.key(first) in PAST_FORMS or view.key(first).endswith("ed")
    news = view.key(first) in NEWS | EVENTS | _MORE_NEWS | {"started", "began", "got", "had"}
    return news or not (begins or not any(may_be_verb(view, i) for i in range(first, end)))


_UNCHANGED = word_set("put cut let set hit read shut hurt bet quit all both just also each then never")
"""Verbs that are the same in the past, and words that are no verbs."""


def tells_news(view: TokenView, at: int, last_person: int) -> bool:
    """Whether the clause before ``at`` says what is, or is to come: ``the exam is on Thursday``."""
    for i in range(at - 1, max(last_person, at - _FAR_BACK), -1):
        if view.words[i].stops or view.body[i].value in DASHES:
            return i + 1 < at and view.key(i + 1) in ("his", "her", "their")  # - her mother died on Friday
        held = view.kind_at(i + 1) is not None or view.key(i + 1) in ("do", "party")  # leaving drinks
        if view.key(i) in NEWS or (view.key(i) in COMING and not held):
            return True
        if _is_present_tense(view, i):
            return True  # they fly home tomorrow
        earlier = view.key(i) == "had" and view.key(i - 1) in ("who", "which")
        if earlier or (view.key(i) == "next" and i + 1 < at and view.key(i + 1) not in ("door", "to")):
            return True  # next one on 7 April; who had met Grace on Friday
    return False


def _is_present_tense(view: TokenView, at: int) -> bool:
    """Whether a verb at ``at`` begins what others do, or will do: ``, who retires``, ``, they fly``."""
    key, subject = view.key(at), view.key(at - 1)
    if view.key(at - 2) == "whose" and at > 2 and view.words[at - 3].stops:
        return key.endswith("s") and len(key) > 3  # , whose shop opens
    if not (at > 1 and (view.words[at - 2].stops or view.key(at - 2) in CLAUSE_BREAKS)):
        return False  # call with Ada who flies on Monday
    if subject in ("who", "he", "she", "it"):
        return key.endswith("s") and len(key) > 3
    past = key in PAST_FORMS | PAST_VERBS | _UNCHANGED or key.endswith(("ed", "'d", "'ve"))
    return subject == "they" and key.isalpha() and not past


def ends_topic(view: TokenView, at: int, end: int) -> bool:
    """Whether a time at ``at`` ends the line behind what was spoken of: ``rang about the boiler at 2``."""
    if view.key(at - 1) in STRETCHES | {"to"}:
        return False
    for i in range(at - 1, max(0, at - _LINE), -1):
        if view.words[i].stops:
            return False
        if view.key(i) in SPOKEN_OF:
            return view.may_end(end)
    return False


def is_long_unseen(view: TokenView, at: int) -> bool:
    """Whether ``haven't seen``, ``not heard from`` or ``was supposed to`` stands at ``at``: no contact."""
    meant = view.key(at) in ("was", "were") and view.key(at + 1) in ("supposed", "meant")
    if meant and view.key(at + 2) == "to":
        return True
    at += view.key(at) in ("have", "had") and view.key(at + 1) == "not"
    denied = view.key(at) in ("not", "haven't", "havent", "hadn't", "hasn't")
    return denied and view.key(at + 1) in ("seen", "heard", "spoken", "met", "talked")


def ends_in_writer(view: TokenView, end: int) -> bool:
    """Whether a list that ends before ``end`` ends in ``and I``."""
    return view.key(end - 1) in SUBJECTS and view.key(end - 2) in AND


def behind_relative(view: TokenView, at: int) -> int:
    """The index behind ``, who is ill,`` at ``at``, else ``at``."""
    if at >= view.limit or view.key(at) != "who" or "," not in view.words[at - 1].after:
        return at
    return next((i + 1 for i in range(at, view.limit - 1) if "," in view.words[i].after), at)
