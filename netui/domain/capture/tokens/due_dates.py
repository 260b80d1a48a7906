"""Due dates of promises: ``by fri``, ``tomorrow``, ``before friday``, ``within a week``."""

from collections.abc import Sequence
from datetime import datetime

from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.calendar import ORDINALS
from netui.domain.natural_dates.foreign import language_hint
from netui.domain.natural_dates.misspellings import distance, foreign_at, misspelt_at
from netui.domain.natural_dates.parse import may_be_time, read
from netui.domain.natural_dates.tokens import (
    BEHIND,
    MONTHS,
    NO_WORD,
    Clock,
    ParsedDate,
    Word,
    key_at,
    span_at,
    word_set,
)

PHRASAL = word_set("come drop swing stop pass go stand run get put")
"""Phrasal verbs with ``by`` (``drop by``): the ``by`` stays in the promise's text."""
_OF = word_set("von vom de du des di da do del della dell' van of from for about since")
"""Words of several languages before a day that belongs to what is promised: ``Notizen von gestern``."""
_BEFORE = ("antes", "prima")
"""The same before a preposition, where the day is a due date: ``antes de sexta``."""
_UNCLEAR_LEADS = ("until", "till")
_NO_DUE_LEADS = word_set("from for of about since after the a his her our my their last re")
"""Words before a date that belongs to what is promised: ``the notes from tuesday``."""
_MEANS = word_set("""
    email e-mail mail post phone text letter hand train car bus bike boat plane foot air sea fax
    courier myself himself herself themselves itself ourselves yourself the accident chance heart
    far no now way name law default all mistake someone people me you him her us them
""")
"""Words behind a ``by`` that says how, who or where, not when."""
_PERIODS = ("day", "week", "weekend", "month", "quarter", "year")
_SEASONS = word_set("spring summer autumn fall winter")
_QUARTERS = word_set("q1 q2 q3 q4")
_EVENTS = word_set("""
    deadline conference meeting launch review holidays holiday term semester exam exams wedding trip kickoff
    kick-off end start beginning time release party election break season event visit
""")
"""Words behind ``by the`` that name a day that only the writer knows."""
_SPELT = ("weekend", "month", "quarter", *(word for word in ORDINALS if len(word) > 4))
"""Words behind ``by the`` that one letter in the wrong place hides: ``by the weeknd``, ``by the thrid``."""
DUE_OR_TEXT = "is that when it is due? If so write ‘by’ before it; else put it in quotes"
_TOPICS = word_set("about re regarding concerning")
_TOLD = word_set("""
    i we he she they you what which that who i'd we'd was were did had said met saw sent made bought got
    took left discussed talked spoke agreed
""")
"""Words of a clause in what is promised, to which a day gone by belongs: tell Tom what we did yesterday."""
_PARTNERS = word_set("with to at")
"""Words behind a day that lead to something else; the second only behind ``on monday`` or ``tomorrow``."""
_MARCHES = ("may", "mar", "march")
_LONGEST_TIME = 8


class DueDate(NamedTuple):
    """A due date in the words of a promise, from index ``start`` to ``end``, or why it is in doubt.

    ``from_date`` is where the date itself begins, after ``by`` or ``before``. ``meant`` is what a misspelt
    one seems to be.
    """

    start: int
    from_date: int
    end: int
    found: ParsedDate
    meant: str = ""


def find_due_date(words: Sequence[Word], names: Sequence[bool], clock: Clock) -> DueDate | None:
    """The due date in ``words``: the last ``by DATE``, else a date that ends them; None without one.

    ``names`` tells for each word whether it begins with a capital letter: ``by Tolstoy`` is no date.
    """
    ahead = clock._replace(ahead=True)
    doubt: DueDate | None = None
    for at in range(len(words) - 2, -1, -1):
        if words[at].key != "by" or words[at].stops or words[at].after:
            continue
        found = read(words, at + 1, ahead) or _other(words, at + 1, ahead)
        if found is not None and found.value is not None and key_at(words, found.end) == "of":
            return _unread(words, at, found.end + 1)  # by the 31st of novmeber
        if found is not None:
            return DueDate(at, at + 1, found.end, found)
        if doubt is None and _seems_period(words, at + 1):
            doubt = _unread(words, at, at + 2)
        elif doubt is None and (
            _may_be_long(words[at + 1].key) or not (names[at + 1] or _says_how(words, at))
        ):
            doubt = _unread(words, at, at + 1)
    return doubt or _without_by(words, ahead) or _foreign(words, clock)


def _foreign(words: Sequence[Word], clock: Clock) -> DueDate | None:
    """A day word of a language that is not read, or a misspelt one at the end: it is asked about."""
    for at in range(len(words)):
        meant = foreign_at(words, at)
        if meant is None:
            near = misspelt_at(words, at)
            meant = near if near is not None and near[0] == len(words) else None
        before = [word.key for word in words[max(0, at - 2) : at]]
        belongs = before[-1:] and before[-1] in _OF and before[0] not in _BEFORE
        if meant is None or belongs:
            continue
        keys = (word.key for word in words[at:])
        hint = language_hint(keys, clock.translator.codes if clock.translator else ())
        found = ParsedDate(meant[0], None, f"did you mean “{meant[1]}”?{hint}")
        return DueDate(at, at, meant[0], found, meant[1])
    return None


def _says_how(words: Sequence[Word], at: int) -> bool:
    """Whether the ``by`` at ``at`` belongs to a verb, a person or a means."""
    follower = words[at + 1].key
    phrasal = at > 0 and words[at - 1].key in PHRASAL and not words[at - 1].after
    return phrasal or follower in _MEANS or follower.endswith("ing") or not follower[:1].isalnum()


def _may_be_long(key: str) -> bool:
    """Whether a word names a part of a year: ``spring``, ``q1``."""
    return key in _SEASONS or key in _QUARTERS


def _seems_period(words: Sequence[Word], at: int) -> bool:
    """Whether ``the`` at ``at`` begins a day or a period that is not read: ``the weeknd``, ``the summer``."""
    if words[at].key != "the" or at + 1 >= len(words):
        return False
    if words[at + 1].key in _EVENTS | _SEASONS:
        return True
    of = key_at(words, at + 2) == "of"
    last = key_at(words, at + 3 + (key_at(words, at + 3) in ("the", "this", "next")))
    near = (distance(words[at + 1].key, word) == 1 for word in _SPELT if word[0] == words[at + 1].key[0])
    return (
        misspelt_at(words, at + 1) is not None or any(near) or (of and (last in MONTHS or last in _PERIODS))
    )


def _unread(words: Sequence[Word], at: int, first: int) -> DueDate:
    """What follows a ``by`` at ``at`` and is no date, from ``first``."""
    meant = misspelt_at(words, first)
    if meant is not None:
        end, said = meant
        return DueDate(at, first, end, ParsedDate(end, None, f"did you mean “by {said}”?"), said)
    problem = "which day is that? Write it as in by fri; else put it in quotes"
    return DueDate(at, at + 1, first + 1, ParsedDate(first + 1, None, problem))


def _other(words: Sequence[Word], at: int, clock: Clock) -> ParsedDate | None:
    """``by 5pm`` is due today; ``by march`` leaves the day open; ``by 2w`` is a span."""
    key = words[at].key
    if key in MONTHS and key not in ("may", "mar"):
        return ParsedDate(at + 1, None, "is it due before that month or within it? Write the day")
    if len(key) == 4 and key.isdecimal() and key.startswith("20"):
        return ParsedDate(at + 1, None, "is that a year? Write the date, or the time with a colon")
    if span_at(words, at) is not None:
        return ParsedDate(at + 1, None, "write ‘in’ before a span, as in ‘in 2 weeks’")
    if not may_be_time(words, at):
        return None
    from netui.domain.natural_dates.times.clock_times import time_at

    near = [words[at - 1]._replace(key="at"), *words[at : at + _LONGEST_TIME]]
    hour = time_at(near, 0)
    if hour is None:
        return None
    end = at - 1 + hour.end
    day = read(words, end, clock) if end < len(words) and not words[end - 1].stops else None
    if day is not None and day.value is not None:
        return day._replace(hour=True)  # by 5pm tomorrow: the words stay in the promise
    if hour.value is None and (not hour.options or key.isdecimal()):
        return None  # by 5: the hour, or the day of the month
    return ParsedDate(end, clock.today, hour=True)


def _without_by(words: Sequence[Word], clock: Clock) -> DueDate | None:
    """A date without ``by``: a due date at the end (``send deck tomorrow``), in doubt before other words."""
    at = 0
    while at < len(words):
        found = read(words, at, clock)
        lead = words[at - 1].key if at and not words[at - 1].after else ""
        if found is None or lead in _NO_DUE_LEADS or words[at].key in _MARCHES:
            at += 1
            continue
        if found.problem and not _lies_ahead(found):
            gone = found.sure and found.problem.endswith(BEHIND) and found.end >= len(words)
            if gone and _TOLD.isdisjoint(word.key for word in words[:at]):
                return DueDate(at, at, found.end, found)  # > drinks with Tom last night
            at = found.end
            continue
        start = at - (lead in ("before", "due"))
        if lead == "than" and at > 2 and words[at - 3].key in ("no", "not"):
            start = at - 3
        word = words[at].key in ("sat", "sun", "wed", "second", "in") and found.end == at + 1
        last = found.end >= len(words) or words[found.end - 1].stops or _goes_on(words, at, found)
        if last and not word and lead not in _UNCLEAR_LEADS:
            return DueDate(start, at, found.end, found)
        if last or found.sure:
            asked = ParsedDate(found.end, None, DUE_OR_TEXT)
            return DueDate(start, at, found.end, asked)
        at = found.end
    return None


def _goes_on(words: Sequence[Word], at: int, found: ParsedDate) -> bool:
    """Whether words about something else follow a day: ``call Tom on monday about the flat``."""
    led = words[at].key == "on" or words[at].key in ("today", "tonight", "tomorrow")
    return found.sure and words[found.end].key in (_TOPICS | _PARTNERS if led else _TOPICS)


def dated_words(words: Sequence[Word]) -> list[int]:
    """The indices of words that, without a backslash, could be read as a due date on some day."""
    clock, found = Clock(datetime(2000, 1, 1), ahead=True), []
    words = list(words)
    for at in range(len(words)):
        if read(words, at, clock) is not None or foreign_at(words, at) is not None:
            found.append(at)
            words[at] = words[at]._replace(key=NO_WORD)
    return found


def _lies_ahead(found: ParsedDate) -> bool:
    """Whether a refused date may be a due date: not one that lies behind or names a month alone."""
    return found.sure and not found.problem.endswith(BEHIND)
