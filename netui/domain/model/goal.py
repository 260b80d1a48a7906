"""The model of a goal, with its measure, audiences and milestones: one TOML file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Progress: the number of entries that match the query ``count``, of ``target`` per ``per``."""

    count: str
    target: int = 0
    per: str = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A group of people the goal needs: ``match`` is a query over contacts, ``want`` how many."""

    who: str
    match: str
    want: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of the goal; ``done`` is None while open."""

    text: str
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal; ``status`` is active, reached or dropped.

    ``order`` is its manual position among goals of that status, ascending; goals without one follow.
    """

    id: str
    title: str
    why: str = ""
    status: str = "active"
    due: date | None = None
    order: int | None = None
    measure: Measure | None = None
    audiences: tuple[Audience, ...] = ()
    milestones: tuple[Milestone, ...] = ()
