"""Parser state: the fields found so far, and the spans of the line they consumed."""

from collections.abc import Container
from datetime import date, datetime
from typing import TYPE_CHECKING

from netui.domain.capture.head.places import place_at
from netui.domain.capture.model import FieldSpan, Offer, ParsedLine, Person, Problem, Reading
from netui.domain.capture.names.participants import Participants
from netui.domain.capture.tokens.lexer import AT
from netui.domain.capture.tokens.markers import Markers, remove_spans
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, CALLED_BY_NAME, DETERMINERS, WITH
from netui.domain.model.dates import day_of, full_day
from netui.domain.natural_dates.tokens import WEEKDAYS, WHICH_DAY, ParsedDate, is_spent, word_set

if TYPE_CHECKING:
    from netui.domain.natural_dates.context import Role

DAY_OR_TEXT = (
    "is “{}” the day it happened, or part of what was said? "
    "Write the day at the start, or a colon before the text"
)
TWO_DATES = "there are two dates: “{}” and one before it"
_NEAR = 8
"""Words before and behind a time that say what took place."""
_NAMES = ("unknown", "ambiguous", "person")
_SUITS = word_set("works suits worked suited would will is was sounds sounded might should could")
"""Verbs of which an hour may be the subject."""
WERE_YOU_THERE = "were you there too? If so begin with ‘met’ or the like"


class ParseState:
    """Accumulates fields. ``settled`` is whether a person was named, resolved or not.

    ``named`` holds the indices of the words that name people; the sentence begins at
    ``sentence_from``, and ``contact_from`` is the first word that says there was contact. ``weekday`` is
    where the words of a weekday stand that say the day.
    """

    def __init__(self, view: TokenView, marks: Markers, present: tuple[Person, ...]):
        self.kind = ""
        self.typed = False
        self.marked = False
        self.settled = False
        self.last_person = self.last_present = -1
        self.named: set[int] = set()
        self.sentence_from = 0
        self.contact_from = 0
        self.on: date | None = None
        self.weekday: tuple[int, int] | None = None
        self.people: dict[Person, None] = {}
        self.mentions: dict[Person, None] = {}
        self.problems: list[Problem] = list(marks.problems)
        self._offers: dict[Problem, tuple[Offer, ...]] = {}
        self.present = present
        self._hour_only = False
        self._place = ""
        self._started_by = ""
        self._view = view
        self._marks = marks
        self._cuts = list(marks.cuts)
        self._days: list[tuple[int, int]] = []
        self._understood = list(marks.understood)

    # ------------------------------------------------------------------ spans and problems

    def cut(self, start: int, end: int, what: str = "", *, inside: bool = False) -> None:
        """Removes words from the text, with the punctuation behind them unless ``inside`` running text."""
        first, last = self._view.body[start], self._view.body[end - 1]
        apart = start > 0 and "," in self._view.words[start - 1].after and last.word.after == ","
        dotted = last.word.after.startswith(".,")  # on Wed., talked
        begin, stop, line = first.start, last.core if inside and not apart else last.end, self._view.line
        stop += dotted and stop == last.core
        if line.startswith("(", begin) and ")" not in line[begin:stop] and ")" in line[stop:]:
            begin = first.word.start  # Ada (Monday, at the gym): the bracket stays
            stop = len(line) - len(line[stop:].lstrip())
        self._cuts.append((begin, stop))
        self._days += [(begin, stop)] * (what == "date")
        if what:
            self._understood.append(FieldSpan(first.start, last.core, what))

    def become_note(self) -> None:
        """Makes a note of a line that seemed to tell of contact; its words stay, but for a day."""
        self.kind, self.marked, self.typed, self.problems = "note", False, False, []
        begin = self._view.body[self.sentence_from].start
        cut = (span for span in self._cuts if span[1] <= begin or span in self._days)
        signs = ((token.start, token.start + 1) for token in self._view.body if token.what == AT)
        self._cuts = list(dict.fromkeys((*self._marks.cuts, *cut, *signs)))
        self._understood = [span for span in self._understood if span.what != "kind"]

    def is_cut(self, at: int) -> bool:
        """Whether the word at ``at`` became a field."""
        return any(start <= self._view.words[at].start < end for start, end in self._cuts)

    def report(self, start: int, end: int, what: str, message: str, *offers: Offer) -> None:
        """Adds a problem about the words from ``start`` to ``end``, and ways to settle it."""
        body = self._view.body
        self.add(Problem(body[start].start, body[end - 1].core, message, what), *offers)

    def add(self, problem: Problem, *offers: Offer) -> None:
        """Adds a problem, and ways to settle it besides the readings that it has."""
        if problem.what == "person" and problem.candidates and not problem.readings:
            offers = ("present", "absent")
        self.problems.append(problem)
        self._offers[problem] = offers
        self.settled = self.settled or problem.what in _NAMES

    def offers_of(self, problem: Problem) -> tuple[Offer, ...]:
        """The ways to settle a problem besides the readings that it has."""
        return self._offers.get(problem, ())

    # ------------------------------------------------------------------ consuming dates, places, people

    @property
    def is_dated(self) -> bool:
        """Whether a day was said: a time alone is today's, until a day follows it."""
        return self.on is not None and not self._hour_only

    def take_date(self, at: int, *, sure: bool = False, inside: bool = False) -> int:
        """Consumes the date phrase at ``at`` (``sure``: only a clear one); the index after it, or 0."""
        found = self._view.read(at)
        if found is None or (sure and not found.sure):
            return 0
        from netui.domain.natural_dates.context import Role

        if found.options:
            found = self._at_usual_hour(at, found)
        end = min(found.end, self._view.limit) if at < self._view.limit else found.end
        said = self._view.text(at, end)
        role = self._day_role(at, end, found.value) if not found.hour else Role.DAY
        doubt = role is Role.DOUBT or self._view.may_be_since(at)
        if role is Role.TEXT or (doubt and self.on is not None) or self._is_text(at, end, found):
            return 0
        if doubt:
            self.ask_whether_day(at, end, found.value)
            return end
        if found.value is None:
            self._refuse_date(at, end, found)
        elif not found.hour and self._view.key(end) == "or" and not self._view.words[end - 1].stops:
            other = found._replace(problem=WHICH_DAY, options=(day_of(found.value),))
            self._refuse_date(at, end + 1, other)  # yesterday or the day before
        elif self.on is None:
            self.on, self._hour_only = found.value, found.hour
            if self._view.key(at + (self._view.key(at) == "on")) in WEEKDAYS:
                self.weekday = at, end
        elif not (self._joins(found) or self._is_weekday_of(at, found)):
            self.report(at, end, "date", TWO_DATES.format(said), "words")
        before = self._view.key(at - 1)
        noun = found.hour and before in DETERMINERS  # had a 4pm with Ada
        kept = (at, end) if noun or is_spent(self._view.words, at) else found.spans
        if kept is None:
            self.cut(at, end, "date", inside=inside)
            return end
        body = self._view.body  # spent Sunday with Ada; the end of 3-4pm has no field of its own
        self._understood.append(FieldSpan(body[at].start, body[end - 1].core, "date"))
        for first, last in ((at, kept[0]), (kept[1], end)):
            if first < last:
                self.cut(first, last, inside=inside)
        return end

    def _is_text(self, at: int, end: int, found: ParsedDate) -> bool:
        """Whether a time is what a clause speaks of (``, noon suits them``), or another day is said too.

        So it is with ``Halloween party with Ada on Oct 31``.
        """
        view = self._view
        if view.key(at) == "in" and view.key(end - 1) in ("years", "decades") and view.stands_before(at):
            return True  # our first lunch in four years
        if found.hour:
            return at > 0 and view.words[at - 1].stops and view.key(end) in _SUITS
        if found.value is not None or found.sure or len(found.options) != 1:
            return False
        days = (view.read(i) for i in range(end, min(view.limit, end + 2 * _NEAR)))
        return self.on is not None or any(
            day is not None and day.value is not None and day.sure for day in days
        )

    def _at_usual_hour(self, at: int, found: ParsedDate) -> ParsedDate:
        """``found`` in the half of the day that fits what took place, by the words of its sentence."""
        view = self._view
        before = [view.key(i) for i in range(at - 1, max(-1, at - 1 - _NEAR), -1)]
        last = min(view.end, found.end + _NEAR)
        stop = next((i + 1 for i in range(found.end, last) if view.words[i].stops), last)
        from netui.domain.capture.tokens.hours import fit_hour

        behind = [view.key(i) for i in range(found.end, stop)]
        return fit_hour(found, before, behind + [self.kind] * (self.kind != "meeting"))

    def ask_whether_day(self, start: int, end: int, day: date | None) -> None:
        """Asks whether the words from ``start`` to ``end`` are the day of the entry, or part of its text."""
        from netui.domain.capture.field_readings import typed_date

        message = DAY_OR_TEXT.format(self._view.text(start, end))
        found = self._view.read(start)
        days = (day,) if day is not None else self._view.day_choices(start, found) if found else ()
        begin = self._view.body[self.sentence_from].start
        readings = tuple(Reading(full_day(each), begin, begin, f"{typed_date(each)} ") for each in days)
        span = self._view.body[start].start, self._view.body[end - 1].core
        self.add(Problem(*span, message, "date", (), readings), "text")

    def _refuse_date(self, start: int, end: int, found: ParsedDate) -> None:
        """Reports a date that is not one day, with the days that it can be."""
        from netui.domain.capture.field_readings import date_readings

        first, last = self._view.body[start].start, self._view.body[end - 1].core
        readings = date_readings(self._view.day_choices(start, found), first, last, hour=found.hour)
        message = f"“{self._view.text(start, end)}”: {found.problem}"
        self.add(
            Problem(first, last, message, "date", (), readings),
            *(() if found.options and (found.sure or found.hour) and not found.loose else ("words",)),
        )

    def _day_role(self, at: int, end: int, value: date | None) -> "Role":
        from netui.domain.natural_dates.context import Role, day_role

        view = self._view
        if end >= view.limit > at:
            return Role.DAY
        named = self.settled or bool(self.present)
        if view.key(at) == "sat" and view.key(end) in WITH and at - 1 in self.named and not self.kind:
            return Role.DOUBT  # Ada sat with Tom
        follows = view.kind_at(end) is not None
        ahead = value is not None and day_of(value) > view.today
        role = day_role(view.words, at, end, begun=named, kind_follows=follows, ahead=ahead)
        if value is None:
            return role if role is Role.TEXT else Role.DAY  # with Ada, last week was hard
        return Role.TEXT if role is Role.DOUBT and value == view.today else role

    def is_day(self, at: int, found: ParsedDate) -> bool:
        """Whether a date phrase may be a day of its own, and not the subject of the words after it."""
        from netui.domain.natural_dates.context import Role

        return self._day_role(at, found.end, found.value) is not Role.TEXT

    def take_misspelt(self, at: int) -> int:
        """Asks about words at ``at`` that seem a misspelt date; the index after them, or 0."""
        view = self._view
        meant = view.misspelt(at)
        if meant is None or meant[0] > view.limit or self.on is not None:
            return 0
        first, last = view.body[at].start, view.body[meant[0] - 1].core
        hint = view.language_hint(at, meant[0])
        message = f"“{view.text(at, meant[0])}”: did you mean “{meant[1]}”?{hint}"
        self.add(Problem(first, last, message, "date", (), (Reading(meant[1], first, last, meant[1]),)))
        return meant[0]

    def set_day(self, day: date) -> None:
        """Makes ``day`` that of the entry, at a time that was said alone before."""
        timed = self._hour_only and isinstance(self.on, datetime) and not isinstance(day, datetime)
        self.on = datetime.combine(day, self.on.time()) if timed and isinstance(self.on, datetime) else day
        self._hour_only = False

    def _joins(self, found: ParsedDate) -> bool:
        """Combines a day and a time that were written apart; False if they contradict."""
        value, on = found.value, self.on
        if value is None or on is None:
            return False
        if found.hour and isinstance(value, datetime) and not isinstance(on, datetime):
            self.on = datetime.combine(on, value.time())
            return True
        if self._hour_only and isinstance(on, datetime) and not isinstance(value, datetime):
            self.on, self._hour_only = datetime.combine(value, on.time()), False
            return True
        return value == on

    def _is_weekday_of(self, at: int, found: ParsedDate) -> bool:
        """Whether a weekday at ``at`` is only that of the day before it: ``2 Mar (Mon)``."""
        if found.value is None or self.on is None or self._view.key(at) not in WEEKDAYS:
            return False
        return found.end == at + 1 and day_of(found.value).weekday() == day_of(self.on).weekday()

    def take_place(self, at: int, places: Container[str]) -> int:
        """Consumes the place at ``at``; the index after it, or 0."""
        view = self._view
        end = 0 if self._place else place_at(view.body, at, view.limit, places)
        if not end or view.read(at) is not None:
            return 0
        dated = (i for i in range(at + 2, end) if view.read(i) and view.key(i - 1) not in CALLED_BY_NAME)
        end = next(dated, end)
        if (
            view.words[at].said and not self.settled
        ):  # beim Bäcker Bob getroffen: where each noun has a capital
            end = next((i for i in range(at + 2, end) if view.is_name(i)), end)
        first = at + 2 + (view.key(at + 1) == "the")
        end = next((i for i in range(first, end) if self._ends_place(i)), end)
        if view.key(end - 1).endswith("'s") and not view.may_end_list(end):
            return 0  # at Emily's party: no place that ends in a name
        if view.key(at + 1) == "the" and not view.may_end_list(end):
            return 0  # at the CTO dinner
        day = self._day_in_name(end) if view.key(at) == "at" else None
        later = end + 1 < view.end and view.read(end + 1) is not None
        if day is not None and self.on is None and not later:
            self.ask_whether_day(end, end + 1, day.value)
        end += day is not None  # at Ruby Tuesday
        self._place = view.text(at + 1, end)
        self.cut(at, end, "place")
        return end

    def _ends_place(self, at: int) -> bool:
        """Whether the name of a place ends before ``at``: ``the Crown and Tom``, ``the Crown Tom cooked``."""
        view = self._view
        acts = view.is_name(at) and not view.words[at].stops and at + 1 < view.end
        acts = (
            acts
            and view.key(at - 1) not in CALLED_BY_NAME | DETERMINERS
            and view.body[at + 1].value[:1].islower()
        )
        return view.starts_line(at) or acts or (view.key(at) in AND and view.is_name(at + 1))

    def _day_in_name(self, at: int) -> ParsedDate | None:
        """The weekday at ``at``, right behind a place, that may end its name: ``Ruby Tuesday``."""
        view = self._view
        if at >= view.limit or view.words[at - 1].stops or view.key(at - 1).endswith("s"):
            return None
        full = view.key(at) in WEEKDAYS and view.key(at).endswith("day") and view.body[at].value.istitle()
        found = view.read(at) if full else None
        known = found is None or (self.on is not None and found.value == day_of(self.on))
        alone = found is not None and found.end == at + 1  # not Friday night
        return found if not known and alone and view.may_end_list(at + 1) else None

    def take_group(self, at: int, group: Participants, *, keep: bool) -> int:
        """Adds people; with ``keep`` their names stay in the text without the ``@``. The index after them."""
        body, line = self._view.body, self._view.line
        for i, named in group.names:
            first, last = body[i], body[named.end - 1]
            self.named.update(range(i, named.end))
            if named.problem is not None:
                self.add(named.problem)
            elif named.person is not None:
                self.last_present = named.end - 1
                self.people.setdefault(named.person)
                if first.start < last.core:
                    self._understood.append(FieldSpan(first.start, last.core, "person"))
            if keep and first.what == AT and line[first.start + 1] != '"':
                self._cuts.append((first.start, first.start + 1))
        if not keep:
            self.cut(group.start or at, group.end)
        if group.lead in ("from", "to") and not self._started_by:
            self._started_by = "them" if group.lead == "from" else "me"
        self.settled = True
        self.marked = self.marked or group.marked
        self.last_person = group.end - 1
        return group.end

    # ------------------------------------------------------------------ the result

    def result(self, today: date) -> ParsedLine:
        """The result; the day is ``today`` where none was said."""
        marks, values = self._marks, self._marks.values
        people = dict.fromkeys((*self.present, *self.people))
        problems = (each for each in self.problems if not self._is_settled(each))
        return ParsedLine(
            kind=self.kind or ("meeting" if self.marked else "note"),
            on=self.on if self.on is not None else today,
            people=tuple(people),
            text=self._text(),
            promises=tuple(marks.promises),
            tags=tuple(marks.tags.values()),
            goals=tuple(marks.goals),
            gave=tuple(values["gave"].values()),
            got=tuple(values["got"].values()),
            learned="; ".join(marks.learned),
            started_by=next(iter(values["from"].values()), self._started_by),
            place=next(iter(values["place"].values()), self._place),
            mentions=tuple(person for person in self.mentions if person not in people),
            problems=tuple(sorted(problems, key=lambda problem: problem.start)),
            understood=tuple(sorted(self._understood)),
            typed=self.typed,
            dated=self.on is not None,
        )

    def _is_settled(self, problem: Problem) -> bool:
        """Whether a problem asks if somebody was there who is named elsewhere as present."""
        there = (*self.present, *self.people)
        return problem.what == "person" and bool(problem.candidates) and problem.candidates[0] in there

    def _text(self) -> str:
        """The line without its fields; words left before the colon stay before a colon."""
        line, view, cuts = self._view.line, self._view, sorted(self._cuts)
        colon = view.body[view.limit - 1].end - 1 if self._marks.colon else -1
        if colon < 0 or line[colon] != ":":
            text = _unbracketed(_tidy(remove_spans(line, cuts, 0, len(line))), line)
            return text.rstrip(":") if cuts and line.startswith(text) else text  # of Work: lunch with Ada
        before = _unbracketed(_tidy(remove_spans(line, cuts, 0, colon)).rstrip(":"), line)
        after = remove_spans(line, cuts, colon + 1, len(line))
        if before and after and not any(start <= colon < end for start, end in cuts):
            return _tidy(remove_spans(line, cuts, 0, len(line)))
        return _tidy(f"{before}: {after}" if before and after else before or after)


def _unbracketed(text: str, line: str) -> str:
    """``text`` without the end of a bracket that was cut: ``briefly)`` of ``with Ada (and Bob, briefly)``."""
    left = line.count("(") == line.count(")") and text.count(")") == text.count("(") + 1
    at = text.find(")") if left and "(" not in text[: text.find(")")] else len(text)
    return text[:at] + text[at + 1 :]


def _tidy(text: str) -> str:
    """``text`` without leading and trailing commas, colons and brackets, left over from what was cut."""
    begin, end = 0, len(text)
    while begin < end and (text[begin].isspace() or text[begin] in ",;:"):
        if not text[begin].isspace() and begin + 1 < end and not text[begin + 1].isspace():
            break
        begin += 1
    while end > begin and (text[end - 1] in ",;(" or text[end - 1].isspace()):
        end -= 1
    return text[begin:end]
