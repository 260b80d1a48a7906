"""Query expansion: the English words of the same stem as a search word (``pricing``: ``price``, ``priced``).

The stemmer is the one of SQLite (FTS5, ``porter``). It is asked at each search about a few dozen words with
other endings, which costs half a millisecond; a second, stemmed index of all text would cost a tenth of each
first build.
"""

import re
import sqlite3
from contextlib import closing
from functools import lru_cache

_ENDINGS = (
    "", "e", "s", "es", "ed", "ing", "ings", "er", "ers", "y", "ying", "ies", "ied", "ly", "ion", "ions",
    "ation", "ations", "ate", "ates", "ated", "ating", "ment", "ments",
)  # fmt: skip
"""Inflections and the plainest derivations; more (-al, -ity, -ize) would join ``organ`` to ``organize``."""
_DOUBLING = ("ed", "ing", "ings", "er", "ers")
_BEGUN = sorted({ending[:length] for ending in _ENDINGS for length in range(len(ending) + 1)})
_UNDOUBLED = frozenset("aeiouwxy")
_LEAST, _MOST = 3, 30
_WORD = re.compile(rf"[a-z]{{{_LEAST},{_MOST}}}\Z")
_NEWS = "news"
"""No plural of ``new``, though the stemmer takes it for one."""


@lru_cache(maxsize=512)
def same_stem(word: str, *, is_unfinished: bool) -> tuple[str, ...]:
    """Other words with the stem of ``word``, in lower case; made up ones among them, which nobody wrote.

    For an unfinished word, those with the stem of any word that it may become; what it begins is left out.
    """
    word = word.lower()
    if not _WORD.match(word) or word == _NEWS:
        return ()
    candidates = _candidates(word)
    targets = [each for each in candidates if each.startswith(word)] if is_unfinished else [word]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE stem USING fts5(word, tokenize='porter ascii')")
        connection.executemany("INSERT INTO stem VALUES(?)", [(each,) for each in candidates])
        match = " OR ".join(targets)
        rows = connection.execute("SELECT word FROM stem WHERE stem MATCH ?", (match,)).fetchall()
    found = (each for (each,) in rows if each != word)
    return tuple(each for each in found if not (is_unfinished and each.startswith(word)))


def _candidates(word: str) -> list[str]:
    """``word`` with other endings; an ending at its end may itself be unfinished (``prici``)."""
    bases = {word[: len(word) - len(begun)] for begun in _BEGUN if word.endswith(begun)}
    bases |= {base[:-1] for base in bases if len(base) > _LEAST and _is_doubled(base)}
    bases = {base for base in bases if len(base) > 1}
    found = {base + ending for base in bases for ending in _ENDINGS}
    found |= {base + base[-1] + e for base in bases if base[-1] not in _UNDOUBLED for e in _DOUBLING}
    return sorted((found | {word}) - {_NEWS})


def _is_doubled(base: str) -> bool:
    return base[-1] == base[-2] and base[-1] not in _UNDOUBLED
