"""The model of a goal, with its measure, audiences and milestones: one TOML file.

Declares every key, as :mod:`netui.domain.model.contact` does.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from netui.domain.model.conflict import Conflict

STATUSES = ("active", "reached", "dropped")
PERIODS = ("total", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Progress: the number of entries that match the query ``count``, of ``target`` per ``per``."""

    count: str
    """A query over timeline entries: ``kind:coffee ^cto-role``."""
    target: int = 0
    """How many to reach."""
    per: Annotated[str, PERIODS] = "total"
    """The period in which to reach them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A group of people the goal needs: ``match`` is a query over contacts, ``want`` how many."""

    who: str
    """What they are called."""
    match: str
    """A query over contacts: ``title:cto #startup``."""
    want: int = 0
    """How many to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of the goal; ``done`` is None while open."""

    text: str
    """What is to be done."""
    due: date | None = None
    """The day it is due."""
    done: date | None = None
    """The day it was done, or true; open if absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal; ``order`` is its manual position among goals of its status, ascending, those without last."""

    id: str
    title: str
    """What you want."""
    why: str = ""
    """Why you want it."""
    status: Annotated[str, STATUSES] = "active"
    """How it stands."""
    due: date | None = None
    """The day by which to reach it."""
    order: int | None = None
    """Its position in the list, as moved in the app."""
    measure: Measure | None = None
    """What is counted as progress."""
    audiences: tuple[Audience, ...] = ()
    """Groups of people it needs."""
    milestones: tuple[Milestone, ...] = ()
    """Steps on the way."""
    conflicts: tuple[Conflict, ...] = ()
    """Fields that were edited on two sides, to be settled."""
