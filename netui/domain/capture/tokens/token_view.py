"""A read-only view of a line's tokens with the lookups that the grammar needs."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime

from netui.domain.capture.tokens.lexer import AT, PLAIN
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.vocabulary import (
    ADVERBS,
    AND,
    BESIDE_A_NAME,
    CHANNELS,
    COMMON_WORDS,
    COMPANIONS,
    CONTACT_SIGNS,
    DASHES,
    DETERMINERS,
    FILLERS,
    LENGTHS,
    NO_ASIDE,
    OCCASIONS,
    ON_THE_WAY,
    POSSESSIVES,
    ROUTINE,
    STRETCHES,
    SUNNY,
    SUPERLATIVES,
    TITLES,
    WHERE,
    WITH,
    leads_to_kind,
)
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.domain.natural_dates.tokens import (
    NUMBERS,
    UNITS,
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    is_closed,
    span_at,
    word_set,
)

_SENTENCE = 12
"""Words before a span that may say what had not happened for so long."""
_NOT = word_set("not never no hasn't haven't hadn't didn't")
"""Words before a stretch of time in which something did not happen: hasn't replied in nine days."""
_HEDGES = ("over", "nearly", "almost", "about", "around", "some", "just")
_DOTTED_HOUR = r"\d{1,2}\.(?:15|3[02-9]|[45]\d)"
"""A time; not 1.28, which is a day to some."""
_LATE = ("late", "closing", "midnight", "dusk", "dark", "dawn", "noon")
_OTHER_DAYS = word_set("one some any every each after still or")
"""Words right before a day of which it is not known to be the day: one Monday, after Halloween."""
_LONGEST_ASIDES = 24
"""How many words asides one after the other may have, so that a long line is read in linear time."""


class TokenView:
    """Tokens by index. ``limit`` is the index after the first colon, or ``end`` without one.

    ``names`` is whether somebody is called by the word at an index.
    """

    def __init__(
        self,
        line: str,
        marks: Markers,
        clock: Clock,
        kinds: Kinds,
        names: Callable[[int], bool] = lambda _: False,
    ):
        self.line = line
        self.body = marks.body
        self.words: list[Word] = [token.word for token in marks.body]
        self.after_mark = marks.after_mark
        self.end = len(marks.body)
        self.limit = self.end if marks.colon is None else marks.colon
        self._clock = clock
        self._kinds = kinds
        self._dates: dict[int, ParsedDate | None] = {}
        self._named_kinds: dict[tuple[int, int], tuple[str, int] | None] = {}
        self._is_name = names

    def is_name(self, at: int) -> bool:
        """Whether somebody is called by the word at ``at``."""
        return at < self.end and self._is_name(at)

    @property
    def today(self) -> date:
        """The day on which the line is read."""
        return self._clock.today

    def key(self, at: int) -> str:
        """The folded word at ``at``; "" for a mark, or outside the line."""
        return self.words[at].key if 0 <= at < self.end else ""

    def is_at(self, at: int) -> bool:
        """Whether the token at ``at`` is an ``@`` name."""
        return at < self.end and self.body[at].what == AT

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the words from ``start`` up to ``end``."""
        return self.words[start].start, self.words[end - 1].end

    def text(self, start: int, end: int) -> str:
        """The text from word ``start`` up to ``end`` as typed, without surrounding punctuation."""
        return self.line[self.words[start].start : self.words[end - 1].end]

    def sign(self, at: int) -> str:
        """The first sign of the word at ``at``; "" for one that is only understood."""
        return self.line[self.body[at].start : self.body[at].end][:1]

    def is_followed_by(self, at: int, stops: str = ".;:!?") -> bool:
        """Whether one of ``stops`` follows the word at ``at``."""
        return any(stop in self.words[at].after for stop in stops)

    def may_end_list(self, at: int) -> bool:
        """Whether a list of names may end before ``at``: what follows does not continue a sentence."""
        if at >= self.end or at == self.limit or at in self.after_mark:
            return True
        if any(stop in self.words[at - 1].after for stop in ",.;:!?)"):
            return True
        key = self.key(at)
        if self.body[at].value.startswith("("):
            return True
        if self.is_at(at) or key in WITH | AND or key in ("at", "in", "on") or self.body[at].value in DASHES:
            return True
        return self.read(at) is not None or self.misspelt(at) is not None

    def misspelt(self, at: int) -> tuple[int, str] | None:
        """The index after a date phrase at ``at`` that seems misspelt, and what was probably meant."""
        if self.body[at].what != PLAIN:
            return None
        from netui.domain.natural_dates.misspellings import misspelt_at

        found = misspelt_at(self.words, at)
        return found if found is not None and not self.is_name(at) else None

    @property
    def languages(self) -> Collection[str]:
        """The codes of the languages that are read besides English."""
        return self._clock.translator.codes if self._clock.translator is not None else ()

    def language_hint(self, start: int, end: int) -> str:
        """How to have words of another language read; "" where they are none, or it is chosen."""
        from netui.domain.natural_dates.foreign import language_hint

        keys = (word.key for word in self.words[start:end])
        return language_hint(keys, self.languages)

    def read(self, at: int) -> ParsedDate | None:
        """The date phrase at ``at``, read as past."""
        if at not in self._dates:
            may_begin = self.body[at].what == PLAIN and self.words[at].key not in WITH
            self._dates[at] = self._read_phrase(at) if may_begin else None
        return self._dates[at]

    def _read_phrase(self, at: int) -> ParsedDate | None:
        if self._is_one_to_one(at) or (self.key(at) == "sun" and self._shines(at)):
            return None
        if self.key(at) == "sunday" and self.key(at + 1) in ("school", "times", "papers", "league"):
            return None
        found = self._read_date(self.words, at)
        stretch = self.key(at) == "this" and self.key(at + 1) in ("week", "month", "year")
        counted = found is not None and stretch
        since = self.key(at) == "in" and found is not None
        if (counted and self.stands_before(at)) or (since and self.stands_before(at, _NOT)):
            return None  # second coffee with Ada this week; hasn't replied in nine days
        if found is not None and found.hour and self._is_called_so(at, found.end - 1):
            return None
        on = self.key(at) == "on" and self.key(at + 1) == "the"
        alone = at + 3 if on else at + 2 if self.key(at) == "at" else 0
        follows = self.kind_at(alone) is not None or (
            on and (self.key(alone) in FILLERS | OCCASIONS or self.is_name(alone))
        )
        if found is None and alone and follows:
            found = self._read_date(self.words[at:alone], 0)  # at one lunch, on the fifth lunch with Ada
            return found._replace(end=alone) if found is not None else None
        if found is not None and found.value is not None and not found.hour:
            return self._with_bare_hour(at, found)
        if found is not None and found.end == at + 1 and self._is_dotted_hour(at):
            hour = self._read_date([Word("at", 0, 0), self.words[at]], 0)
            found = hour._replace(end=at + 1) if hour is not None else found
        return found

    def _is_dotted_hour(self, at: int) -> bool:
        """Whether the time at ``at``, which is no date, follows a kind or a name: ``lunch Ada 12.30``."""
        dotted = re.fullmatch(_DOTTED_HOUR, self.key(at)) is not None
        dotted = dotted and (is_closed(self.words, at + 1) or self.key(at + 1) in ("before", "after"))
        return dotted and at > 0 and (self.kind_at(at - 1) is not None or self.is_name(at - 1))

    def _with_bare_hour(self, at: int, day: ParsedDate) -> ParsedDate:
        """A day with the number behind it where a kind follows: ``yesterday 8 dinner``, not ``2 calls``."""
        end = day.end
        held = self.kind_at(end + 1) or self.key(end + 1) in OCCASIONS
        numbered = held and end < self.limit and self.words[end].key.isdecimal()
        if not numbered or self.words[end - 1].stops or self.key(end + 1).endswith("s"):
            return day
        found = self._read_date([*self.words[at:end], Word("at", 0, 0), self.words[end]], 0)
        if found is None or found.end < end - at + 2:
            return day
        if self.key(end - 1) not in WEEKDAYS:
            return found._replace(end=end + 1)
        problem = f"is {self.key(end)} the hour, or the day of the month? Write ‘at’ before it, or the month"
        return ParsedDate(end + 1, None, problem, options=found.options)

    def _read_date(self, words: Sequence[Word], at: int, *, ahead: bool = False) -> ParsedDate | None:
        from netui.domain.natural_dates.parse import read  # many a line names no day

        return read(words, at, self._clock._replace(ahead=True) if ahead else self._clock)

    def _is_one_to_one(self, at: int) -> bool:
        """Whether ``1-1`` at ``at`` says that two met, and not the first of January: ``1-1 with Ada``."""
        if self.key(at) != "1-1" or self.today.month == 1:
            return False
        behind = at + 1
        named = self.is_at(behind) or self.is_name(behind)
        return self.body[at].colon or self.key(behind) in WITH or named or self.kind_at(behind) is not None

    def _shines(self, at: int) -> bool:
        """Whether the sun at ``at`` is no weekday: ``in the morning sun``."""
        led = self.key(at - 2) in SUNNY | {"in", "the", "a", "under", "of"}
        return self.key(at - 1) in SUNNY and (led or (at > 1 and self.words[at - 2].stops))

    def may_be_since(self, at: int) -> bool:
        """Whether a span at ``at`` may be how long it had not happened: ``first lunch in 3 weeks``.

        Or a day may be another than it seems: ``a week last Thursday``, ``one Monday``, ``after Halloween``.
        """
        if self.key(at - 1) in _OTHER_DAYS and not self.words[at - 1].stops:
            return True
        if self.key(at) == "last" and self.key(at - 1) in ("week", "weeks", "fortnight"):
            return not self.words[at - 1].stops
        return self.key(at) == "in" and span_at(self.words, at + 1) is not None and self.stands_before(at)

    def stands_before(self, end: int, words: Collection[str] = SUPERLATIVES) -> bool:
        """Whether one of the words stands in the sentence before ``end``."""
        for i in range(end - 1, max(-1, end - _SENTENCE), -1):
            if self.ends_sentence(i):
                return False
            if self.key(i) in words:
                return True
        return False

    def _is_called_so(self, at: int, last: int) -> bool:
        """Whether a time in words that ends at ``last`` is a place by its capital: dinner at Seven."""
        return last > at and self.words[last].key in NUMBERS and self.body[last].value.istitle()

    def day_choices(self, at: int, found: ParsedDate) -> tuple[date, ...]:
        """The days that the refused date at ``at`` can mean."""
        from netui.domain.natural_dates.choices import day_choices

        return day_choices(found, self.words[at : found.end], self._clock)

    def _goes_home(self, at: int) -> bool:
        """Whether a weekday at ``at`` + 1 is that of a clause of its own: ``with Ada, home Friday``."""
        on = at + 1 + (self.key(at + 1) == "on")
        return at > 0 and self.words[at - 1].stops and self.key(on) in WEEKDAYS

    def skip_aside(self, at: int) -> int:
        """The index of a date behind asides at ``at`` (``at the gym in town``, ``and the kids``), else 0."""
        if self.body[at].value.startswith("(") or self._is_inside_brackets(at):
            return self._skip_brackets(at)
        if self.key(at) in ADVERBS and not (self.words[at].after or self._goes_home(at)):
            day = self.read(at + 1) if at + 1 < self.limit else None
            if day is not None and day.sure and day.value is not None:
                return at + 1
        most, last = self._longest_aside(at), at
        if not most or self.read(at) is not None or self.starts_line(i := at):  # at 8 on Monday
            return 0
        while i < min(last + 2 + most, at + _LONGEST_ASIDES, self.limit):
            found = self.read(i) if i > at + 1 else None
            if found is not None:
                owned = self.key(i - 1) in DETERMINERS and not is_closed(self.words, found.end)
                named = self.key(i) in WEEKDAYS and self.key(i - 1) not in DETERMINERS  # in the sun
                sure = found.sure or (named and found.end >= self.limit)
                if self.key(at) in DETERMINERS and not (sure and self._closes(i, found.end)):
                    return 0  # the plan for Friday, the Friday plan
                if self._may_end_name(at, i) or self.key(i - 1) in ("dated", "dtd", "due"):
                    return 0  # at Ruby Tuesday, the invoice dated 3 March
                timed = len(found.options) == 2 and isinstance(found.options[0], datetime)  # at 6 on Friday
                return i if sure and (timed or found.value is not None) and not owned else 0
            if self.body[i].what != PLAIN or self.words[i].after:
                return 0
            if self.key(at) in DETERMINERS and self.key(i) in BESIDE_A_NAME - {"of"}:
                return 0
            if self.key(i) in WITH and i + 1 < self.end and (self.is_at(i + 1) or self.is_name(i + 1)):
                return 0  # at the club with Ada on Thursday
            plain = i == last + 1 and self.key(i) == "that"  # at that new place
            plain = plain or (i == at + 1 and self.key(at) in ("for", "and") and self.key(i) in _HEDGES)
            inside = i > at and not (plain or self.words[i].said)
            named = inside and i + 1 < self.limit and self.key(i - 1) not in DETERMINERS and self.is_name(i)
            if (named and self.read(i + 1) is None) or (inside and self.key(i) in STRETCHES | NO_ASIDE):
                return 0  # at the place Ada found
            if i > last + 1 and self._longest_aside(i):
                most, last = self._longest_aside(i), i
            i += 1
        return 0

    def _is_inside_brackets(self, at: int) -> bool:
        """Whether a bracket that was opened with those met closes behind ``at``: ``(and Ada, briefly)``."""
        ahead = range(at, min(at + 4, self.end))
        closing = next((i for i in ahead if ")" in self.words[i].after), -1)
        return closing >= 0 and "(" in self.line[: self.body[at].start].rpartition(")")[2]

    def _skip_brackets(self, at: int) -> int:
        """The index of a day or place behind the brackets that open at ``at``: ``Ada (Acme) on Friday``."""
        for i in range(at, min(at + _LONGEST_ASIDES, self.limit - 1)):
            if self.words[i].after.endswith(")") and not self.is_name(i):
                found = self.read(i + 1)
                placed = self.key(i + 1) == "at" and self.body[i + 2 : i + 3]
                return i + 1 if placed or (found is not None and found.end >= self.limit) else 0
            if self.words[i].stops or self.body[i].what != PLAIN or self.kind_at(i) or self.is_name(i):
                return 0
        return 0

    def _may_end_name(self, at: int, day: int) -> bool:
        """Whether a weekday may be the last word of the place that "at" at ``at`` names."""
        name, full = self.body[day - 1].value, self.body[day].value
        said = self.key(at) == "at" and day > at + 1 and name[:1].isupper() and not name.endswith("s")
        return said and self.key(day) in WEEKDAYS and full.istitle() and full.endswith("day")

    def _closes(self, at: int, end: int) -> bool:
        """Whether a day from ``at`` to ``end`` ends a clause, and belongs to no noun before it."""
        closed = end >= self.limit or self.words[end - 1].stops
        return closed and self.key(at - 1) not in BESIDE_A_NAME and not self.key(at - 1).endswith("'s")

    def _longest_aside(self, at: int) -> int:
        """How many words an aside that begins at ``at`` may have behind its first two; 0 for none."""
        lead, second, third = self.key(at), self.key(at + 1), self.key(at + 2)
        hedged = second in _HEDGES
        if lead in AND:
            if (third if hedged else second) in NUMBERS.keys() - {"a", "an"}:
                return 4  # and two of their colleagues
            companion = second in DETERMINERS | COMMON_WORDS | COMPANIONS
            return (1 + (second in DETERMINERS) + (third == "new")) * companion
        if lead == "for":
            span = second in ("ages", "hours") or span_at(self.words, at + 1 + hedged) is not None
            occasion = not OCCASIONS.isdisjoint(self.key(at + i) for i in (1, 2, 3))
            return 3 if occasion else (2 + hedged) * span
        if lead in ("the", "a", "an", "my", "our", "some") and not self.words[at - 1].stops:
            counted = second in UNITS and second != "minutes"
            return 0 if counted or second == "other" else 3  # emailed Ada the deck on Monday
        if lead == "all" and second in ("day", "morning", "afternoon", "evening", "night", "of"):
            return 1
        if lead in ("from", "to", "of") and self.body[at + 1 : at + 2] and self.body[at + 1].value.istitle():
            return int(not self.is_name(at + 1))  # skyped Ada from Lisbon on Sunday
        if lead == "after" and second in ("the", "a"):
            return 2
        if lead in ("until", "till", "til"):
            return int(second in _LATE or second[:1].isdigit())  # until late on Friday
        if lead in ("on", "over", "via"):
            eaten = lead == "over" and (self.kind_at(at + 1) or self.kind_at(at + 2) or second in OCCASIONS)
            return 2 if eaten or (CHANNELS | ON_THE_WAY) & {second, self.key(at + 2)} else 0
        if lead in WHERE:
            return 2 if second in DETERMINERS else 0
        return 4 if lead in ("at", "in") else int(self.is_routine(at))

    def read_ahead(self, at: int) -> ParsedDate | None:
        """The date phrase at ``at``, of which what is open lies ahead."""
        return self._read_date(self.words, at, ahead=True)

    def day_owning(self, at: int, end: int) -> ParsedDate | None:
        """The day that the words up to ``end`` say, of which the last is possessive: ``last week's``."""
        if not self.key(end - 1).endswith("'s") or self.body[end - 1].what != PLAIN:
            return None
        words = [*self.words[at : end - 1], self.words[end - 1]._replace(key=self.key(end - 1)[:-2])]
        found = self._read_date(words, 0)
        return found if found is not None and found.end == len(words) else None

    def number_alone(self, at: int) -> date | None:
        """The day that the number at ``at`` would be in a line of its own: ``19th``, ``18-11``."""
        found = self._read_date(self.words[at : at + 1], 0)
        return next(iter((found.value, *found.options)), None) if found is not None else None

    def bracket_end(self, at: int) -> int:
        """The index after the bracket that is open at ``at``."""
        return next((i + 1 for i in range(at, self.end) if ")" in self.words[i].after), self.end)

    def starts_line(self, at: int) -> bool:
        """Whether the token at ``at`` begins a new line of the text."""
        return 0 < at < self.end and "\n" in self.line[self.body[at - 1].end : self.body[at].start]

    def may_end(self, at: int) -> bool:
        """Whether what is said may end before ``at``: with the line, or before a remark in brackets."""
        return at >= self.end or (at > 0 and self.words[at - 1].after.endswith("("))

    def ends_sentence(self, at: int) -> bool:
        """Whether the word at ``at`` ends a sentence; the dot of ``Tom B.`` before more of it does not."""
        after = self.words[at].after
        if after == "." and (self.key(at) in TITLES or self.key(at) in ("v", "vs")):
            return False
        if "." in after and len(self.key(at)) == 1 and at + 1 < self.end:
            return self.body[at + 1].value[:1].isupper() or any(stop in after for stop in ";:!?…")
        return any(stop in after for stop in ".;:!?…")

    def is_routine(self, at: int) -> bool:
        """Whether ``after work`` stands at ``at``: no clause of its own."""
        owned = self.key(at + 1) in DETERMINERS
        return self.key(at) in ("after", "before") and self.key(at + 1 + owned) in ROUTINE

    def is_owned(self, at: int) -> bool:
        """Whether a possessive before the word at ``at`` makes it someone else's: ``Ruth's husband Tom``."""
        before = self.key(at - 1), self.key(at - 2)
        return before[0].endswith(("'s", "s'")) or not POSSESSIVES.isdisjoint(before)

    def channel_at(self, at: int) -> str:
        """The kind that ``over Zoom`` or ``on the phone`` at ``at`` says; "" for none."""
        if self.key(at) not in ("on", "over", "via", "by"):
            return ""
        if self.key(at) != "on" and self.key(at + 1) == "post":
            return "letter"
        written = self.key(at) != "on" and self.key(at + 1) in ("email", "mail", "text", "sms", "letter")
        at += 1 + (self.key(at + 1) == "the")
        named = self.key(at) in CHANNELS or (self.key(at), self.key(at + 1)) == ("google", "meet")
        found = self.kind_at(at) if written or named else None
        return found[0] if found is not None else ""

    def kind_at(self, at: int) -> tuple[str, int] | None:
        """The kind at ``at`` and the index after it; two-word kinds are tried first."""
        if not 0 <= at < self.limit or self.body[at].what != PLAIN:
            return None
        if (at, self.limit) not in self._named_kinds:
            self._named_kinds[at, self.limit] = self._read_kind(at)
        return self._named_kinds[at, self.limit]

    def _read_kind(self, at: int) -> tuple[str, int] | None:
        for stop in (at + 2, at + 1):
            if stop > self.limit or (stop == at + 2 and self.words[at].after):
                continue
            text = self.line[self.words[at].start : self.words[stop - 1].end]
            key = " ".join(word.key for word in self.words[at:stop])
            own = None if self.words[at].said and BUILT_IN.named(text) else self._kinds.named(text)
            kind = own or self._kinds.named(key) or CONTACT_SIGNS.get(key)
            if not kind and stop == at + 1 and key.endswith("'d"):
                kind = self._kinds.named(key[:-2])  # intro'd, text'd
            if kind:
                return kind, stop
        return None

    def counted_kind(self, at: int) -> tuple[str, int] | None:
        """The kind in the plural behind a number: ``two calls``."""
        count = self.key(at - 1).strip("x")  # x2 calls
        kind = self.plural_kind(at) if count in NUMBERS or count.isdecimal() else ""
        return (kind, at + 1) if kind else None

    def plural_kind(self, at: int) -> str:
        """The kind of which the plural stands at ``at``: ``messages``; "" for none."""
        key = self.key(at) if self.key(at).endswith("s") else ""
        return self._kinds.named(key[:-1]) or self._kinds.named(key[:-2]) or ""

    def may_precede_kind(self, at: int) -> bool:
        """Whether the word at ``at`` may stand before a kind: ``had a``, ``quick``, ``work``, ``45-min``."""
        key = self.key(at)
        return leads_to_kind(key) or (key.isdecimal() and self.key(at + 1) in LENGTHS)
