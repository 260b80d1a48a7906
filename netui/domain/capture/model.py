"""Data types of a parsed log line: people, promises, field spans, problems, and chips for display."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol

from netui.domain.model.contact_row import name_key as name_key
from netui.domain.model.dates import day_of, full_day
from netui.domain.named_tuple import NamedTuple

GIFTS = ("lead", "referral", "intro", "advice", "insight", "support", "visibility", "work", "gift")
"""What is commonly given and got; other words are as good."""


class Person(NamedTuple):
    """A person named in a line; ``id`` is empty for one still to be created."""

    id: str
    name: str


class Resolver(Protocol):
    """Looks names up, by prefix: an index answers it, so nothing loads all names."""

    def starting(self, words: str) -> Sequence[tuple[str, Person]]:
        """Each full name, alias and id whose first words are ``words``, with its person.

        ``words`` are whole words of a :func:`name_key`, and so is each name that is returned.
        """
        ...

    def partial(self, text: str) -> Sequence[Person]:
        """The people in whose name, alias or id the key ``text`` stands anywhere; a few will do."""
        ...

    def oneself(self) -> Person | None:
        """The contact that is the writer, if there is one."""
        ...


class ParsedPromise(NamedTuple):
    """A promise in the line; ``by`` is ``me`` or ``them``.

    ``with_`` is the person it is made to or by, where that is not the first one named in the line.
    """

    by: str
    text: str
    due: date | None = None
    with_: Person | None = None


class Chip(NamedTuple):
    """One recognised field, for display: its words and its type (``kind``, ``person``, ``date``…)."""

    label: str
    what: str


Offer = Literal["note", "attempt", "contact", "promise", "present", "absent", "together", "text", "words"]
"""A way to settle a problem: it is a note, an unanswered attempt, contact that took place or a promise still
to be kept; someone was present or absent, or the writer was together with them; a day is part of the text,
as it stands today or by a backslash before its words."""


class Reading(NamedTuple):
    """A way to settle a problem: ``text`` in place of the line from ``start`` to ``end``.

    Line breaks in ``text`` make several lines of one, each an entry of its own.
    """

    label: str
    start: int
    end: int
    text: str

    def settle(self, line: str) -> str:
        """``line`` as it is read in this way."""
        return line[: self.start] + self.text + line[self.end :]


class Problem(NamedTuple):
    """A parse error that keeps the line from being saved; ``start`` and ``end`` are offsets into it.

    ``what`` is ``unknown`` or ``ambiguous`` (a name: ``candidates`` are the people it may mean),
    ``nobody``, ``empty``, ``date``, ``goal``, ``person`` (unclear whether someone was there) or ``mark``.
    ``readings`` are the ways to settle it, the likeliest first; there may be none.
    """

    start: int
    end: int
    message: str
    what: str
    candidates: tuple[Person, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def column(self) -> int:
        """The column of its start, counted from 1."""
        return self.start + 1


class FieldSpan(NamedTuple):
    """The part of the line that became a field, for highlighting."""

    start: int
    end: int
    what: str


class ParsedLine(NamedTuple):
    """The result of parsing a log line: ``text`` and the fields together hold all that was typed.

    ``on`` is a local date or date-time; ``dated`` and ``typed`` are false where date and kind are
    defaults. ``people`` are those present in the order named, preselected ones first. ``mentions``
    are people whom an ``@`` in the text names but who were not present. ``is_first_meeting``: one met
    there whoever is new.
    """

    kind: str
    on: date
    people: tuple[Person, ...] = ()
    text: str = ""
    promises: tuple[ParsedPromise, ...] = ()
    tags: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    learned: str = ""
    started_by: str = ""
    place: str = ""
    mentions: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()
    understood: tuple[FieldSpan, ...] = ()
    typed: bool = False
    dated: bool = False
    is_first_meeting: bool = False

    @property
    def people_to_create(self) -> tuple[str, ...]:
        """The names marked ``(new)``."""
        return tuple(person.name for person in self.people if not person.id)

    @property
    def unresolved(self) -> tuple[Problem, ...]:
        """The names that match nobody, or several people."""
        return tuple(problem for problem in self.problems if problem.what in ("unknown", "ambiguous"))

    def promised_with(self, promise: ParsedPromise) -> str:
        """To whom a promise is made, or who makes it, by name; "" where only one person is named."""
        if promise.with_ is None and len(self.people) < 2:
            return ""
        return (promise.with_ or self.people[0]).name

    def day_words(self, today: date) -> str:
        """The day for display; of one that is ahead that it is planned."""
        return f"planned for {full_day(self.on)}" if day_of(self.on) > today else full_day(self.on)

    def chips(self, today: date) -> list[Chip]:
        """All recognised fields, then all problems, for display."""
        chips = [Chip(self.kind, "kind")]
        chips += [
            Chip(p.name if p.id else f"{p.name} (new)", "person" if p.id else "new") for p in self.people
        ]
        chips.append(Chip(self.day_words(today), "date"))
        if self.place:
            chips.append(Chip(f"at {self.place}", "place"))
        if self.started_by:
            chips.append(Chip(f"from {self.started_by}", "from"))
        chips += [Chip(f"got {word}", "got") for word in self.got]
        chips += [Chip(f"gave {word}", "gave") for word in self.gave]
        if self.learned:
            chips.append(Chip(f"learned: {self.learned}", "learned"))
        for promise in self.promises:
            due = f", by {full_day(promise.due)}" if promise.due else ""
            who = self.promised_with(promise)
            whose = f"{who} promises" if who else "they promise"
            whose = f"I promise {who}".rstrip() if promise.by == "me" else whose
            chips.append(Chip(f"{whose}: {promise.text}{due}", "promise"))
        chips += [Chip(f"#{tag}", "tag") for tag in self.tags]
        chips += [Chip(f"^{goal}", "goal") for goal in self.goals]
        chips += [Chip(f"mentions {person.name}", "mention") for person in self.mentions]
        return chips + [Chip(problem.message, "problem") for problem in self.problems]


class Completion(NamedTuple):
    """A word to complete: ``prefix`` stands from ``start`` to ``end``; the choice replaces it."""

    kind: str
    start: int
    end: int
    prefix: str
