"""Rising topics: tags and words that entries name more often of late than in the months before."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from math import log

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple

MONTHS = 12
SHOWN = 6
_RECENT = 3
"""The last months, which are compared with those before."""
_LEAST = 3
"""A topic is named in at least so many entries of the last months."""
_TIMES = 2
"""And at least so many times as often as before."""
_COMMON = 0.1
"""A word in more than this part of all entries is no topic."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP_WORDS = """
about above across after afternoon again against almost already also always another answer answered
anybody anyone anything april around asked asks august away back because been before behind being below
best better between bigger both call called calls came coffee come could days december didn dinner does
doesn doing done down during each early email enough even evening ever every everybody everyone everything
february find finds first found friday from gave getting give goes going good half have having here
herself himself hour hours into january july june just keep kept knew know knows large last later leave
left less letter like little long look lunch made mail make many march maybe mean meet meeting meets
message might minutes monday month months more morning most much must myself name named names need never
next night nothing november october once only other over people perhaps person quite rather really right
said same saturday says seen sent september several shall should since small some somebody someone
something soon still such sunday take talk talked tell than that their them themselves then there these
they thing things think thinks this those though thought through thursday time today together told
tomorrow took tuesday under until upon very want wants wasn wednesday week weeks well went were what when
where which while whole whom whose will with without work would write writes written wrote year years
yesterday your yours yourself
"""
_STOP = frozenset(_STOP_WORDS.split())
"""Frequent English words, which are no topic."""


class Topic(NamedTuple):
    """A tag (with its ``#``) or word, and in how many entries it stood in each of the last twelve months.

    ``people`` are those in whose files it stands of late.
    """

    word: str
    months: tuple[int, ...]
    people: tuple[str, ...]


def find_rising_topics(
    entries: Iterable[tuple[date, str, Collection[str], str]], today: date, names: Collection[str]
) -> tuple[Topic, ...]:
    """The rising topics, the most surprising first; ``entries`` are day, contact, tags and text of a year.

    Words of ``names`` (folded) are nobody's topic. Ordered by the likelihood ratio of the recent count.
    """
    counts: dict[str, list[int]] = {}
    people: dict[str, dict[str, None]] = {}
    total = 0
    for day, who, tags, text in entries:
        month = MONTHS - 1 - ((today.year - day.year) * 12 + today.month - day.month)
        if not 0 <= month < MONTHS:
            continue
        total += 1
        words = {word for word in _WORD.findall(fold(text)) if word not in _STOP and word not in names}
        tagged = {fold(tag) for tag in tags}
        for word in (*(f"#{tag}" for tag in tagged), *(words - tagged)):
            counts.setdefault(word, [0] * MONTHS)[month] += 1
            if month >= MONTHS - _RECENT:
                people.setdefault(word, {})[who] = None
    rising = [
        (_surprise(months), word, months) for word, months in counts.items() if _rises(word, months, total)
    ]
    rising.sort(key=lambda each: (-each[0], each[1]))
    return tuple(Topic(word, tuple(months), tuple(people[word])) for _, word, months in rising[:SHOWN])


def _rises(word: str, months: list[int], total: int) -> bool:
    recent, before = sum(months[-_RECENT:]), sum(months[:-_RECENT])
    is_common = word[0] != "#" and sum(months) > max(_COMMON * total, _LEAST)
    often = recent * (MONTHS - _RECENT) >= _TIMES * before * _RECENT
    return recent >= _LEAST and often and not is_common


def _surprise(months: list[int]) -> float:
    recent, whole = sum(months[-_RECENT:]), sum(months)
    return recent * log(recent * MONTHS / (whole * _RECENT))
