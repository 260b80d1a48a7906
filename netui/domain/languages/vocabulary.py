"""The vocabulary of one language: its words and phrases in a line, and the verbs that end its clauses."""

import re
from collections.abc import Callable, Sequence
from itertools import product

from netui.domain.languages.language import Language
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import (
    CLOSING_VERB,
    CONNECTIVES,
    MONTHS,
    NO_WORD,
    WEEKDAYS,
    Translated,
    Word,
    word_set,
)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_DIGITS = (
    ("{n}", r"(\d{1,3}(?:[-–]\d{1,3})?)\Z"),
    ("{h}", r"(\d{1,2})\Z"),
    ("{hour}", r"(\d{1,2})h?\Z"),
    ("{at}", r"(\d{1,2})\Z"),
    ("{hh}", r"(\d{1,2})h\Z"),
    ("{time}", r"(\d{1,2}[:.h]\d{2})h?\Z"),
    ("{day}", r"(?:l')?([0-3]?\d)(?:er|o|a|e|°|º|ª)?\Z"),
    ("{the}", r"l'([0-3]?\d)\Z"),
    ("{nth}", r"([0-3]?\d)(?:er|o|a|e|°|º|ª|de|ste)?\Z"),
    ("{year}", r"((?:19|20)\d\d)\Z"),
    ("{date}", r"([0-3]?\d[./][01]?\d(?:[./](?:20)?\d\d)?)\Z"),
)
_HOURS = ("{h}", "{at}", "{hour}")
"""Places of hours, which may be numbers in words: ``um vier``."""
_PHRASES = """
    {day} {month} = {day} {month}
    {weekday} {day} {month} = {weekday} {day} {month}
    {weekday} {date} = {weekday} {date}
"""
"""Phrases of every language."""
_ENGLISH = word_set(
    "out set ago mar may mag gen sex do so sam mer dim sa fr di mi mo lug dom ter qua ma mars"
)
"""Short names of months and weekdays that are English words: they count only in a line of their language."""
_DIGRAPH = re.compile("([aou])e")
_DRUNK = ("beer", "coffee", "lunch", "dinner", "breakfast", "drinks")
"""Nouns before a verb at the end of a clause that say the kind: ``ein Bier getrunken``."""
_KINDS = word_set(
    "coffee lunch dinner breakfast call meeting visit video beer wine drinks event brunch zoom walk"
)
"""What may follow the number of a day: nobody counts meals by it."""
_MEASURES = word_set("km k kg m euro euros heures heure horas ore uhr uur h min rue via")
"""What a number at the start of a sentence may count, which then is no day: ``le 10 km avec Ada``."""
_COUNTING = ("€", "$", "£", "%", "*")
"""Signs behind a number that it counts."""
_NOUNS = word_set("jeu mer vie mar so zo ter sex")
"""Short names of weekdays that are other words of their language, or of English: the sea, life, so."""
_OF_DAYS = frozenset((*MONTHS, *WEEKDAYS)) | word_set("""
    on the this last next in at of ago yesterday today tomorrow ereyesterday overmorrow tonight morning
    afternoon evening night days week weeks month months
""")
"""English words of a day, which may stand before the name with which a clause begins."""
_NEGATIONS = ("not", "never", "no")
_CLOSING = "via"
"""The English for a verb at the end of a clause: a word behind which phrases may end."""


class _Phrase(NamedTuple):
    parts: tuple[str, ...]
    english: tuple[str, ...]
    shared: bool


class Vocabulary:
    """The tables of one language, ready for looking up."""

    def __init__(self, language: Language):
        self.words: dict[str, str] = {}
        self.shared: dict[str, str] = {}
        self._slots: dict[str, dict[str, str]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._participles: dict[str, tuple[str, str]] = {}
        self._mine = frozenset(language.mine.split())
        self._theirs = frozenset(language.theirs.split())
        self._coming = frozenset(language.coming.split())
        self._visits = frozenset(map(str.strip, language.visits.split("|")))
        self._add_groups("{weekday}", language.weekdays, _WEEKDAYS)
        self._add_groups("{month}", language.months, _MONTHS)
        for number, names in enumerate(language.numbers.split("|"), 1):
            for name in names.split():
                self._slots.setdefault(name, {})["{n}"] = str(number)
        for names in language.units.split("|"):
            english, _, said = names.partition(":")
            for name in said.split():
                self._slots.setdefault(name, {})["{unit}"] = english
        self._add_words(self.words, language.words)
        self._add_words(self.shared, language.shared)
        for names in filter(None, language.participles.split("|")):
            english, _, said = names.partition(":")
            noun, verb = english.split()
            for name in said.split():
                self.words[name] = noun
                self._participles[name] = noun, verb
        self._add_phrases(_PHRASES + language.phrases)
        parts = (part for some in self._phrases.values() for phrase in some for part in phrase.parts)
        self._joining = {
            lead for lead, some in self._phrases.items() for each in some if each.english[0] == "at"
        }
        self._umlauts = language.umlauts
        self._spelled = {*self.words, *self.shared, *self._slots, *parts} if language.umlauts else set()
        self._leads = {
            lead
            for lead, some in self._phrases.items()
            if any(not each.shared and each.parts[1:] in (("{name}",), ("{@}",)) for each in some)
        }

    def _add_groups(self, slot: str, text: str, english: Sequence[str]) -> None:
        for meaning, names in zip(english, text.split("|"), strict=True):
            full, _, beside = names.partition("+")
            for name in (full + beside).split():
                self._slots.setdefault(name, {})[slot] = meaning
            self.words.update(dict.fromkeys(full.split(), meaning))

    def _add_words(self, table: dict[str, str], text: str) -> None:
        for line in filter(None, map(str.strip, text.splitlines())):
            english, _, said = line.partition(": ")
            table.update(dict.fromkeys(said.split(), english))

    def _add_phrases(self, text: str) -> None:
        for line in filter(None, map(str.strip, text.splitlines())):
            said, _, english = line.partition(" = ")
            for some_parts in product(*(part.split("|") for part in said.removeprefix("~").split())):
                parts = tuple(filter(None, some_parts))
                phrase = _Phrase(parts, tuple(english.split()), said.startswith("~"))
                self._phrases.setdefault(parts[0], []).append(phrase)
        for some in self._phrases.values():
            some.sort(key=lambda phrase: -len(phrase.parts))

    def respell(self, words: Sequence[Word], is_name: Callable[[str], bool]) -> Sequence[Word]:
        """``words`` with the umlauts of those known here that are spelled ``ae``, ``oe`` or ``ue``."""
        if not self._umlauts:
            return words
        keys = [_DIGRAPH.sub(r"\1", word.key) for word in words]
        return [
            word._replace(key=key)
            if key != word.key and key in self._spelled and not is_name(word.key)
            else word
            for word, key in zip(words, keys, strict=True)
        ]

    def count_words(self, words: Sequence[Word], is_name: Callable[[str], bool]) -> int:
        """How many of ``words`` say that the line is in this language."""
        count = 0
        for at, word in enumerate(words):
            key = word.key
            if key in self.words or (len(key) > 3 and "{unit}" in self._slots.get(key, ())):
                count += 1
            elif key in self._leads and at + 1 < len(words):
                follower = words[at + 1].key
                count += follower == NO_WORD or is_name(follower)
            elif key in self._phrases:
                count += self._says_phrase(words, at, is_name)
        return count

    def _says_phrase(self, words: Sequence[Word], at: int, is_name: Callable[[str], bool]) -> bool:
        """Whether a phrase at ``at`` that is no shared one says that the line is in this language."""
        return any(
            not phrase.shared and self._match(words, at, phrase, False, is_name) is not None
            for phrase in self._phrases[words[at].key]
        )

    def look_up(
        self, words: Sequence[Word], at: int, shared: bool, is_name: Callable[[str], bool]
    ) -> tuple[int, tuple[str, ...]] | None:
        """The index after the words at ``at`` that have a translation, and the English for them."""
        key, best = words[at].key, None
        for first in (key, *self._slots_of(key)):
            for phrase in self._phrases.get(first, ()):
                if (phrase.shared and not shared) or (best and len(phrase.parts) <= best[0] - at):
                    continue
                values = self._match(words, at, phrase, shared, is_name)
                if values is not None:
                    best = at + len(phrase.parts), tuple(values.get(part, part) for part in phrase.english)
        if best is not None:
            return best
        english = self.words.get(key)
        if english is None and shared and not (len(words) == 1 and (key in MONTHS or key in WEEKDAYS)):
            english = self.shared.get(key)
        english = english or (self._weekday_apart(words, at, is_name) if shared else None)
        return (at + 1, (english,)) if english else None

    def _weekday_apart(self, words: Sequence[Word], at: int, is_name: Callable[[str], bool]) -> str | None:
        """The weekday of a short name that begins or ends a clause: ``Mo Kaffee mit Ada``, ``Ada Mo``."""
        word, last = words[at], at + 1 == len(words)
        weekday = self._slots.get(word.key, {}).get("{weekday}")
        if weekday is None or len(words) == 1:
            return None
        if at > 0 and not words[at - 1].stops:
            named = words[at - 1].key == NO_WORD or is_name(words[at - 1].key)
            ends = last or word.stops or is_sign(words[at + 1])
            if word.key in _NOUNS:
                return weekday if ends and named else None  # so um 15 Uhr
            return weekday if ends or self.tells_time(words[at + 1].key) else None
        if last or word.after:
            return weekday
        follower = words[at + 1].key
        follows = self._english(follower) in _KINDS or follower[:1].isdigit()
        return weekday if follows or word.key not in _NOUNS else None

    def _slots_of(self, key: str) -> dict[str, str]:
        if key[:1].isdigit() or key[2:3].isdigit():
            found = ((slot, re.match(pattern, key)) for slot, pattern in _DIGITS)
            return {slot: match[1] for slot, match in found if match}
        return {"{@}": NO_WORD} if key == NO_WORD else self._slots.get(key, {})

    def _match(
        self, words: Sequence[Word], at: int, phrase: _Phrase, shared: bool, is_name: Callable[[str], bool]
    ) -> dict[str, str] | None:
        """The values of the places in ``phrase``, which begins at ``at``; None where it does not."""
        if at + len(phrase.parts) > len(words):
            return None
        values: dict[str, str] = {}
        for n, part in enumerate(phrase.parts):
            word = words[at + n]
            if (
                n
                and words[at + n - 1].stops
                and not self._is_abbreviated(words[at + n - 1], phrase.parts[n - 1])
            ):
                return None
            if part[0] != "{":
                if word.key != part:
                    return None
                continue
            slots = self._slots_of(word.key)
            in_words = part in _HOURS and not word.key[:1].isdigit()
            value = slots.get("{n}" if in_words or part == "{half}" else part)
            begins = part == "{nth}" and (at == 0 or words[at - 1].stops)
            if begins and phrase.parts[0] == "de" and at + n + 1 < len(words):  # de 12 apostelen
                follower = words[at + n + 1].key
                begins = is_name(follower) or self._english(follower) in _KINDS
            if part in ("{nth}", "{at}") and not self._is_closed(words, at + n, begins=begins):
                return None
            if part == "{name}" and (is_name(word.key) or (word.key == NO_WORD and len(phrase.english) > 1)):
                value = word.key
            if value is None or (word.key in _ENGLISH and not shared):
                return None
            values[part] = value if in_words else _clock(part, value)
        return values

    def _is_closed(self, words: Sequence[Word], at: int, *, begins: bool = False) -> bool:
        """Whether the number at ``at`` counts nothing: it ends a phrase, or a sentence ``begins`` with it."""
        if words[at].after or at + 1 == len(words) or words[at + 1].key == NO_WORD:
            return True
        if is_sign(words[at + 1]) and words[at + 1].key not in _COUNTING:
            return True  # um vier :)
        if at + 2 < len(words) and words[at + 2].key.isdigit() and len(words[at + 1].key) == 1:
            return False  # el 5 a 3
        key = words[at + 1].key
        if begins and key[:1].isalpha() and "{unit}" not in self._slots.get(key, ()):
            return key not in _MEASURES  # el 12 fui al cine con Ada
        english = self._english(key)
        return key in self._joining or english in CONNECTIVES or english in _KINDS  # il 14 pranzo con Ada

    def tells_time(self, key: str) -> bool:
        """Whether ``key`` begins a time behind a day: ``Mo um drei``, ``lun 15h``; or it is a mark."""
        return key == NO_WORD or key in self._joining or key[:1].isdigit()

    def _english(self, key: str) -> str:
        """The English for one word; itself where it has none."""
        return self.words.get(key) or self.shared.get(key) or key

    def _is_abbreviated(self, word: Word, part: str) -> bool:
        """Whether a date goes on behind the punctuation after ``word``: ``14. März``, ``Fr, 13.11.``."""
        if part == "{month}" or (part == word.key and len(part) < 4):
            return word.after == "."  # Tel. mit Ada
        return part in ("{day}", "{weekday}") and word.after in (".", ",", ".,")

    def close_brackets(
        self, source: Sequence[Word], found: list[Translated], is_name: Callable[[str], bool]
    ) -> None:
        """Puts the verb of each clause where English has it: ``habe gestern mit Ada telefoniert``.

        Where there is no auxiliary the verb takes the place of a "with" that nobody is named before.
        """
        opened = lead = came = -1
        named, begun = False, 0
        for n, each in enumerate(found):
            key, english = source[each.first].key, each.word.key
            named = named or english == NO_WORD or is_name(key)
            if key in self._mine or key in self._theirs:
                opened = n
            elif english == "with" and not named:
                lead = n
            elif key in self._coming and english in (key, "was"):
                came = n
            elif came >= 0 and self._says_visit(source, each):
                if not any(other.word.key in _NEGATIONS for other in found[came:n]):
                    found[came] = _with_key(found[came], "visited")
                    found[n] = _with_key(each, _CLOSING)
                    if n - 1 > came and source[each.last - 1].key not in self._visits:
                        found[n - 1] = _with_key(found[n - 1], _CLOSING)
                came = -1
            elif key in self._participles or self.words.get(key) == _CLOSING:
                before = opened < 0 and lead < 0 and self._names_before(source, found, begun, n, is_name)
                self._close(source, found, n, opened, lead)
                opened = lead = -1
                if before:
                    self._name_done(source, found, n, begun)
            if each.word.stops:
                opened = lead = came = -1
                named, begun = False, n + 1

    def _close(self, source: Sequence[Word], found: list[Translated], n: int, opened: int, lead: int) -> None:
        """Moves the verb at ``n`` to the auxiliary at ``opened`` or, where there is none, to ``lead``."""
        at, key = opened if opened >= 0 else lead, source[found[n].first].key
        if at < 0 or any(other.word.key in _NEGATIONS for other in found[at:n]):
            return
        noun, verb = self._participles.get(key, ("meeting", "met"))
        mine = opened >= 0 and source[found[at].first].key in self._mine
        drunk = found[n - 1].word.key
        if key not in self._participles and drunk in _DRUNK and (mine or opened < 0):
            noun = verb = drunk  # mit Bob ein Bier getrunken
        elif opened < 0 and key not in self._participles:
            return
        found[at] = _with_key(found[at], noun if mine else verb)
        found[n] = _with_key(found[n], CLOSING_VERB if key in self._participles else _CLOSING)

    def _names_before(
        self,
        source: Sequence[Word],
        found: list[Translated],
        begun: int,
        n: int,
        is_name: Callable[[str], bool],
    ) -> bool:
        """Whether a name begins the clause from ``begun``, or stands alone right before its verb at ``n``."""
        while begun < n - 1 and (found[begun].word.key in _OF_DAYS or found[begun].word.key[:1].isdigit()):
            begun += 1  # heute früh Ada im Bus getroffen
        if is_name(source[found[begun].first].key):
            return True
        last = n - 1
        led = last > begun and (found[last - 1].word.said or found[last - 1].word.key in ("von", "an"))
        return last > begun and not led and is_name(source[found[last].first].key)

    def _name_done(self, source: Sequence[Word], found: list[Translated], n: int, begun: int) -> None:
        """Makes a verb of the participle at ``n`` far behind a name: ``Ada gestern am Bahnhof abgeholt``."""
        verb = self._participles.get(source[found[n].first].key)
        if verb and not any(other.word.key in _NEGATIONS for other in found[begun:n]):
            found[n] = _with_key(found[n], verb[1])

    def _says_visit(self, source: Sequence[Word], each: Translated) -> bool:
        """Whether ``each`` ends what says, behind a verb of coming, that it was a visit: ``zu Besuch``."""
        key = source[each.last - 1].key
        before = source[each.last - 2].key if each.last > 1 else ""
        return key in self._visits or f"{before} {key}" in self._visits


def is_sign(word: Word) -> bool:
    """Whether ``word`` is punctuation, a bullet or an emoji alone."""
    return word.key != NO_WORD and not word.key[:1].isalnum()


def in_english(word: Word, key: str) -> Word:
    """``word`` with the English ``key``."""
    return word if word.key == key else word._replace(key=key, said=word.said or word.key)


def _with_key(each: Translated, key: str) -> Translated:
    return each._replace(word=in_english(each.word, key))


def _clock(part: str, value: str) -> str:
    """An hour, a time or the number of a day as English writes it."""
    if part in ("{nth}", "{the}"):
        return f"{value}th"
    if part == "{half}":  # halb vier: half past three
        return f"{(int(value) - 2) % 12 + 1}:30"
    if part in ("{hour}", "{hh}", "{at}"):
        return f"{value}:00"
    return value.replace("h", ":").replace(".", ":") if part == "{time}" else value
