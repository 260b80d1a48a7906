"""What a captured line is made of: people, promises, chips and complaints."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from netui.domain.model.contact_row import name_key as name_key
from netui.domain.natural_dates.tokens import format_date

GIFTS = ("lead", "referral", "intro", "advice", "insight", "support", "visibility", "work", "gift")
"""What is commonly given and got; other words are as good."""


class Person(NamedTuple):
    """Someone named; ``id`` is empty for a person still to be created."""

    id: str
    name: str


class Resolver(Protocol):
    """Who a name may mean. Asked word by word, so that an index can answer; never for all names."""

    def starting(self, words: str) -> Sequence[tuple[str, Person]]:
        """Each full name, alias and id whose first words are ``words``, with its person.

        ``words`` are whole words of a :func:`name_key`; the names may be keys or as typed.
        """
        ...

    def partial(self, text: str) -> Sequence[Person]:
        """The people in whose name, alias or id the key ``text`` stands anywhere; a few will do."""
        ...


class ParsedPromise(NamedTuple):
    """A promise in the line; ``by`` is ``me`` or ``them``."""

    by: str
    text: str
    due: date | None = None


class Chip(NamedTuple):
    """One thing understood, for display: its words and what it is (``kind``, ``person``, ``date``…)."""

    label: str
    what: str


class Problem(NamedTuple):
    """What stands in the way of saving, and where: ``start`` and ``end`` are offsets into the line.

    ``what`` is ``unknown`` or ``ambiguous`` (a name: ``candidates`` are the people it may mean, and
    writing ``@`` and an id in its place settles it), ``nobody``, ``empty``, ``date``, ``goal``,
    ``person`` (unclear whether someone was there) or ``mark``.
    """

    start: int
    end: int
    message: str
    what: str
    candidates: tuple[Person, ...] = ()

    @property
    def column(self) -> int:
        """Where it is, counted from 1."""
        return self.start + 1


class FieldSpan(NamedTuple):
    """A stretch of the line that became a field."""

    start: int
    end: int
    what: str


class ParsedLine(NamedTuple):
    """A line as understood. Nothing was lost if ``text`` and the fields are kept together.

    ``on`` is a local date or date-time; ``dated`` and ``typed`` tell whether date and kind stood in
    the line or are defaults. ``people`` come in the order named, those already chosen first.
    ``mentions`` are people an ``@`` in the text names who are not among those present.
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

    @property
    def people_to_create(self) -> tuple[str, ...]:
        """The names marked ``(new)``."""
        return tuple(person.name for person in self.people if not person.id)

    @property
    def unresolved(self) -> tuple[Problem, ...]:
        """The names that mean nobody, or more than one person."""
        return tuple(problem for problem in self.problems if problem.what in ("unknown", "ambiguous"))

    def chips(self) -> list[Chip]:
        """Everything understood, then everything in the way, in the order of reading."""
        chips = [Chip(self.kind, "kind")]
        chips += [
            Chip(p.name if p.id else f"{p.name} (new)", "person" if p.id else "new") for p in self.people
        ]
        chips.append(Chip(format_date(self.on), "date"))
        if self.place:
            chips.append(Chip(f"at {self.place}", "place"))
        if self.started_by:
            chips.append(Chip(f"from {self.started_by}", "from"))
        chips += [Chip(f"got {word}", "got") for word in self.got]
        chips += [Chip(f"gave {word}", "gave") for word in self.gave]
        if self.learned:
            chips.append(Chip(f"learned: {self.learned}", "learned"))
        for promise in self.promises:
            due = f", by {format_date(promise.due)}" if promise.due else ""
            whose = "I promise" if promise.by == "me" else "they promise"
            chips.append(Chip(f"{whose}: {promise.text}{due}", "promise"))
        chips += [Chip(f"#{tag}", "tag") for tag in self.tags]
        chips += [Chip(f"^{goal}", "goal") for goal in self.goals]
        chips += [Chip(f"mentions {person.name}", "mention") for person in self.mentions]
        return chips + [Chip(problem.message, "problem") for problem in self.problems]


class Completion(NamedTuple):
    """What is being typed: ``prefix`` stands from ``start`` to ``end`` and what is chosen replaces it."""

    kind: str
    start: int
    end: int
    prefix: str


_MARK = r"""(?ix) \\* (?: [#^@<>"“«] | \(["“«] | (?:got|gave|learned|from|place): )
    | \\+ (?: by\Z | \d | [^\w\s\\] )"""


def needs_escape(word: str) -> bool:
    """Whether a word of plain text would be read as a mark, or as one escaped."""
    return re.match(_MARK, word) is not None
