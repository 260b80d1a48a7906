"""Tokens for dates in words: words with offsets, the clock, tables of months, weekdays, numbers and units."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from netui.domain.model.contact_row import fold
from netui.domain.model.dates import Span
from netui.domain.named_tuple import NamedTuple


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
         "friday fri", "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNITS = {
    name: unit
    for unit, names in {
        "d": "d day days", "w": "w wk wks week weeks", "m": "m mo mos mth mths month months",
        "y": "y yr yrs year years", "f": "fortnight fortnights", "h": "h hr hrs hour hours",
        "n": "min mins minute minutes",
    }.items()
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_COUNT_UNIT = r"(\d{1,5})([a-z]{1,7})\Z"
NO_WORD = "\0"
"""The key of a token that is no plain word: it matches no phrase."""

CLOSING_VERB = "\1"
"""The key of a verb at the end of a clause, which is read where English has it."""

NO_SUCH_DAY = "there is no such day in the calendar"
BEHIND = "lies behind; a due date lies ahead"
"""The end of the message for a past date where a due date is read."""
WHICH_DAY = "which day was it? Write one"
ONE_DAY = "that is more than one day: write the first, and the others in the text"
CONNECTIVES = word_set("""
    with w/ w at in on and & + - – — -- | // about over via for to from by then
""") | {CLOSING_VERB}
"""Words and signs that may follow a complete date phrase."""
GOES_ON = word_set("""
    as where while when which who though although despite because since but before after during like again
    itself too twice round around along past under across near behind beside inside outside just only
""")
"""Words with which a sentence goes on behind a day, which then is no noun's: on Friday along the canal."""
_STOPS = frozenset(",.;:!?…(")
_WORD = re.compile(r"\S+")
_OPENING = "(\"'“‘[{«*_"
_CLOSING = ")\"'”’]}».,;:!?…*_"
_CURLY = str.maketrans("’‘ʼ", "'''")


class Word(NamedTuple):
    """One word: ``key`` is folded and without punctuation, then its offsets and the punctuation after it.

    Of a word translated from another language ``said`` is the key before.
    """

    key: str
    start: int
    end: int
    after: str = ""
    said: str = ""

    @property
    def stops(self) -> bool:
        """Whether punctuation after it ends a phrase."""
        return not _STOPS.isdisjoint(self.after)


class ParsedDate(NamedTuple):
    """A date read from words, which end before index ``end``.

    ``sure`` is false for a word that has other meanings, ``hour`` true for a time of day alone. ``options``
    are the days that a refused phrase can be, if they are few, or a time in either half of the day where the
    value is the likelier one. ``spans`` are the indices of the words of a stretch of time (``3-4pm``), of
    which the value is the beginning. ``loose`` is a number that is a time only where one is expected.
    """

    end: int
    value: date | None
    problem: str = ""
    sure: bool = True
    hour: bool = False
    options: tuple[date, ...] = ()
    spans: tuple[int, int] | None = None
    loose: bool = False


class Translated(NamedTuple):
    """A word in English, which stands for the words of a line from index ``first`` up to ``last``."""

    word: Word
    first: int
    last: int


class WordTranslator(Protocol):
    """Translates words of other languages; :mod:`netui.domain.languages` does, and is loaded if chosen."""

    @property
    def codes(self) -> Sequence[str]:
        """The codes of its languages."""
        ...

    def translate(self, words: Sequence[Word], is_name: Callable[[str], bool] = ...) -> Sequence[Translated]:
        """``words`` in English, in order; a word that ``is_name`` says to be someone's stays as it is."""
        ...


class Clock(NamedTuple):
    """The context of a parse: now, whether open dates are future, and whether ``1/11`` is day first.

    ``weekday`` is the weekday written before a date (0 is Monday); it chooses among the years and months.
    ``translator`` translates words of other languages; None where English alone is read.
    """

    now: datetime
    ahead: bool = False
    day_first: bool | None = None
    weekday: int | None = None
    translator: WordTranslator | None = None

    @property
    def today(self) -> date:
        """The day of ``now``."""
        return self.now.date()


def parse_word(text: str, start: int = 0) -> Word:
    """A run of non-blanks at offset ``start`` as a :class:`Word`: its key and the punctuation after it."""
    bare = text.lstrip(_OPENING)
    core = bare.rstrip(_CLOSING)
    begin, after = start + len(text) - len(bare), bare[len(core) :]
    end, key = begin + len(core), fold(core).translate(_CURLY)
    if core[-1:].isdecimal():
        key, begin = _with_whole_year(key, begin, quoted=text[: begin - start].endswith(("'", "’")))
    return Word(key, begin, end, after)


def _with_whole_year(key: str, begin: int, *, quoted: bool) -> tuple[str, int]:
    """A word that ends in a digit, with the year behind an apostrophe in full: '26-10-24, 24/10/'26.

    Of the year alone (Oct '26) the apostrophe stays. ``quoted`` is whether one stands before ``begin``.
    """
    if quoted and key[:2].isdecimal() and (len(key) == 2 or key[2] in "-/."):
        return (f"'{key}" if len(key) == 2 else f"20{key}"), begin - 1
    if key[0] == "'" and key[1:3].isdecimal() and key[3:4] in ("-", "/", "."):
        return f"20{key[1:]}", begin
    if key[-3:-2] == "'" and key[-2:].isdecimal() and key[-4:-3] in ("-", "/", "."):
        return f"{key[:-3]}20{key[-2:]}", begin
    return key, begin


_DAY_WORDS = frozenset((*WEEKDAYS, *MONTHS)) | word_set("""
    yesterday today tonight tomorrow morning afternoon evening night
""")


def names_day(text: str) -> bool:
    """Whether a text names a weekday, a month, or yesterday and the like."""
    return not _DAY_WORDS.isdisjoint(re.split(r"[\s,.:;!?()]+", text.casefold()))


def split_words(text: str, translator: WordTranslator | None = None) -> list[Word]:
    """The words of ``text``, in order; in English, where there is a ``translator`` for other languages."""
    words = [parse_word(found[0], found.start()) for found in _WORD.finditer(text)]
    return words if translator is None else [each.word for each in translator.translate(words)]


def matches_phrase(words: Sequence[Word], i: int, phrase: Sequence[str]) -> bool:
    """Whether the words at ``i`` are ``phrase``, with no punctuation inside it."""
    last = i + len(phrase) - 1
    if last >= len(words):
        return False
    return all(
        words[i + n].key == part and (i + n == last or not words[i + n].stops)
        for n, part in enumerate(phrase)
    )


PhraseTable = dict[str, list[Any]]
"""Phrases by their first word: as they are written until that word is looked for, then as tuples of words."""


def phrase_table(phrases: Iterable[str]) -> PhraseTable:
    """The table of some phrases. To split two thousand of them takes a thirtieth of a command's time."""
    table: PhraseTable = {}
    for phrase in phrases:
        table.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return table


def phrases_with(first: str, table: PhraseTable) -> list[tuple[str, ...]]:
    """The phrases of ``table`` that begin with a word, the longest first."""
    some = table.get(first, [])
    if some and isinstance(some[0], str):
        some = table[first] = sorted([tuple(phrase.split()) for phrase in some], key=len, reverse=True)
    return some


def phrase_end(words: Sequence[Word], i: int, table: PhraseTable) -> int:
    """The index after the longest phrase of ``table`` at ``i``; 0 without one."""
    if i >= len(words) or words[i].key not in table:
        return 0
    some = phrases_with(words[i].key, table)
    return next((i + len(phrase) for phrase in some if matches_phrase(words, i, phrase)), 0)


def key_at(words: Sequence[Word], i: int) -> str:
    """The key at ``i``, or "" past the end or after punctuation, which ends a phrase."""
    return words[i].key if i < len(words) and (i == 0 or not words[i - 1].stops) else ""


_SHARES = ("most", "all", "half", "much", "part", "rest", "whole", "best", "bulk", "remainder")
"""Words before "of" and a day of which they are a part."""


def is_spent(words: Sequence[Word], at: int) -> bool:
    """Whether the day at ``at`` is one that was spent: ``spent Sat with Ada``, ``most of Sun``."""
    part = at > 1 and words[at - 1].key == "of" and words[at - 2].key in _SHARES
    return part or (at > 0 and words[at - 1].key in ("spent", "celebrated"))


NUMBERED = word_set("""
    room chapter section page version flat unit gate platform figure table item number rev release part
    episode season bus route level floor lane track volume clause paragraph
""")
"""What is numbered: a number behind it is no day."""


def is_closed(words: Sequence[Word], end: int) -> bool:
    """Whether a phrase may end before ``end``: nothing follows that it could be counting or naming."""
    return not key_at(words, end) or words[end].key in CONNECTIVES or words[end].key == NO_WORD


def explicit_year(words: Sequence[Word], end: int) -> tuple[int | None, int]:
    """The year written at ``end`` (``2025``) and the index after it, else None and ``end``."""
    if end < len(words) and words[end - 1].after in ("", ",", "."):
        found = re.fullmatch(r"(?:19|20)\d\d", words[end].key)
        if found is not None:
            return int(found[0]), end + 1
    return None, end


def span_at(words: Sequence[Word], i: int) -> tuple[int, str, int] | None:
    """The count, unit (d, w, m, y, h hours, n minutes) and end index of ``3 weeks`` or ``2w``."""
    if i >= len(words):
        return None
    if words[i].key == "half" and key_at(words, i + 1) in ("a", "an"):
        half = {"hour": (30, "n"), "year": (6, "m")}.get(key_at(words, i + 2))
        return (*half, i + 3) if half else None
    glued = re.match(_COUNT_UNIT, words[i].key) if words[i].key[:1].isdigit() else None
    if glued and glued[2] in UNITS:
        count, unit, end = int(glued[1]), UNITS[glued[2]], i + 1
    else:
        key = words[i].key
        number = int(key) if key.isdecimal() and len(key) < 6 else NUMBERS.get(key)
        follower = key_at(words, i + 1).removesuffix("'")
        if number is None or follower not in UNITS or (len(follower) == 1 and not key.isdecimal()):
            return None
        count, unit, end = number, UNITS[follower], i + 2
    return (count * 2, "w", end) if unit == "f" else (count, unit, end)


def shift(clock: Clock, count: int, unit: str) -> date:
    """Now shifted by ``count`` units, back when negative; hours and minutes give a date-time."""
    if unit in "hn":
        step = timedelta(hours=count) if unit == "h" else timedelta(minutes=count)
        return (clock.now + step).replace(second=0, microsecond=0)
    span = Span(abs(count), unit)
    return span.after(clock.today) if count >= 0 else span.before(clock.today)
