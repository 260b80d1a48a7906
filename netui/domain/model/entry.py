"""Timeline data types: entry (what happened), promise, opportunity.

Tuples, not dataclasses: every start imports them, and they are created by the thousand.
"""

from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """A timeline entry: something that happened or, with a future date, is planned.

    ``on`` is a local date or naive date-time. ``with_`` are the ids of the other participants, without
    the owner of the file. ``contact`` is the owner's id, set when loaded.
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
    """A promise; ``by`` is ``me`` or ``them``, ``done`` is None while it is open."""

    id: str
    by: str
    text: str
    made: date | None = None
    due: date | None = None
    done: date | None = None
    goal: str = ""
    contact: str = ""


class Opportunity(NamedTuple):
    """An opportunity (a job, a client, a talk); ``status`` is open, won or lost."""

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
