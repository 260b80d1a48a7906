"""Translate words of other languages into the English ones that the parsers of dates and log lines read.

A line is in a language when it holds words that are no English ones; only then are those of its words read
that English has too (``met``, ``am``), and only in the language of which it holds most. Phrases are put
into English order (``vor 3 Tagen``: ``3 days ago``). Words keep their place in the line.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from netui.domain.languages.language import CODES, Language
from netui.domain.languages.vocabulary import Vocabulary, in_english, is_sign
from netui.domain.natural_dates.tokens import Translated, Word

_JOINING = ("with", "and")


class Translator:
    """Translates the words of a line from the languages with these codes; English needs no table."""

    def __init__(self, codes: Sequence[str]):
        self.codes = tuple(codes)
        languages = [_load(code) for code in codes if code != "en"]
        self._vocabularies = [Vocabulary(language) for language in languages]
        self._labels = frozenset(word for each in languages for word in each.labels.split())
        self._interjections = frozenset(word for each in languages for word in each.interjections.split())

    def translate(
        self, words: Sequence[Word], is_name: Callable[[str], bool] = lambda _: False
    ) -> list[Translated]:
        """``words`` in English, in order; a word that ``is_name`` says to be someone's stays as it is."""
        opened = self._opening(words, is_name)
        if opened:
            rest = self._translate(words[len(opened) :], is_name)
            first = len(opened)
            return opened + [each._replace(first=each.first + first, last=each.last + first) for each in rest]
        return self._translate(words, is_name)

    def _opening(self, words: Sequence[Word], is_name: Callable[[str], bool]) -> list[Translated]:
        """A bullet, a label and interjections that ``words`` begin with: ``- Arbeit: na ja,``.

        The line is translated as if it began behind them.
        """
        at = end = int(len(words) > 1 and is_sign(words[0]))
        keys = [word.key for word in words[:at]]
        label = words[at].key in self._labels and _label_end(words, at) if words else 0
        if label:
            keys += ["work", *(word.key for word in words[at + 1 : label])]
            at = end = label
        while at + 1 < len(words) and words[at].key in self._interjections and not is_name(words[at].key):
            at += 1
            if words[at - 1].after == ",":
                end = at
            elif words[at - 1].after:
                break
        keys += ["well"] * (end - len(keys))
        some = zip(keys, words[:end], strict=True)
        return [Translated(in_english(word, key), n, n + 1) for n, (key, word) in enumerate(some)]

    def _translate(self, words: Sequence[Word], is_name: Callable[[str], bool]) -> list[Translated]:
        for vocabulary in self._vocabularies:
            words = vocabulary.respell(words, is_name)
        votes = [vocabulary.count_words(words, is_name) for vocabulary in self._vocabularies]
        most = max(votes, default=0)
        ranked = sorted(range(len(votes)), key=lambda n: -votes[n])
        lone = sum(word.key[:1].isalpha() for word in words) == 1 and all(
            word.key[:1].isalnum() for word in words
        )
        some = [(self._vocabularies[n], (most > 0 or lone) and votes[n] == most) for n in ranked]
        found = list(_translated(words, some, is_name))
        if most:
            some[0][0].close_brackets(words, found, is_name)
        return found

    def words_for(self, *english: str) -> frozenset[str]:
        """The words that are translated as one of ``english``."""
        return frozenset(
            word
            for vocabulary in self._vocabularies
            for table in (vocabulary.words, vocabulary.shared)
            for word, meaning in table.items()
            if meaning in english
        )


def _label_end(words: Sequence[Word], at: int) -> int:
    """The index after the colon behind the word at ``at``, perhaps apart: ``Travail : café``; 0 without."""
    if words[at].after:
        return at + 1 if words[at].after == ":" else 0
    apart = at + 1 < len(words) and not words[at + 1].key and words[at + 1].after == ":"
    return at + 2 if apart else 0


def _load(code: str) -> Language:
    module = import_module(f"netui.domain.languages.{CODES[code].lower()}")
    language: Language = module.LANGUAGE
    return language


def _translated(
    words: Sequence[Word], some: "Sequence[tuple[Vocabulary, bool]]", is_name: Callable[[str], bool]
) -> Iterator[Translated]:
    at = 0
    while at < len(words):
        options = (vocabulary.look_up(words, at, shared, is_name) for vocabulary, shared in some)
        end, english = next(filter(None, options), (at, ()))
        if not english or (end == at + 1 and english[0] not in _JOINING and is_name(words[at].key)):
            yield Translated(words[at], at, at + 1)
            at += 1
            continue
        merged = end - at - len(english)
        merging = 0 if english[-1] == words[end - 1].key else len(english) - 1  # a name stands for itself
        for n, key in enumerate(english):
            last = at + 1 + (merged if n == merging else 0)
            keys = [word.key for word in words[at:last]]
            said = "" if key in keys else " ".join(keys)
            _, _, stop, after, _ = words[last - 1]
            nth = at == last - 1 == 1 and key.endswith("th") and key[:1].isdigit() and last < len(words)
            if nth and not (after or some[0][0].tells_time(words[last].key)):
                after = ","  # le 14 visite de Grace: no fourteenth visit
            if after == "." and n < len(english) - 1 and not key[:1].isdigit():
                after = ""  # Ada u. Bob
            yield Translated(Word(key, words[at].start, stop, after, said), at, last)
            at = last
