"""What happened, what was promised, and what opened up: the parts of a timeline.

Tuples, not dataclasses: every start loads them, and they are made by the thousand.
"""

from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """One thing that happened (or, dated ahead, is planned).

    ``on`` is a local date or naive date-time. ``with_`` are the ids of the others who were there;
    the owner of the file is not among them. ``contact`` is the owner's id, known once loaded.
    """

    id: str
    on: date
    kind: str = "note"
    contact: str = ""
    with_: tuple[str, ...] = ()
    place: str = ""
    started_by: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    learned: str = ""
    private: bool = False


class Promise(NamedTuple):
    """Something one side said it would do; ``by`` is ``me`` or ``them``, ``done`` absent while open."""

    id: str
    by: str
    text: str
    made: date | None = None
    due: date | None = None
    done: date | None = None
    goal: str = ""
    contact: str = ""


class Opportunity(NamedTuple):
    """A door that opened: a job, a client, a talk; ``status`` is open, won or lost."""

    id: str
    kind: str
    text: str
    status: str = "open"
    opened: date | None = None
    goal: str = ""
    via: str = ""
    worth: str = ""
    next: str = ""
    next_on: date | None = None
    contact: str = ""
