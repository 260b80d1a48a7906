"""What the network is for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How far along: ``count`` is a query over timeline entries, ``target`` per ``per``."""

    count: str
    target: int = 0
    per: str = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who is needed: ``match`` is a query over contacts, ``want`` how many."""

    who: str
    match: str
    want: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step on the way; ``done`` absent while open."""

    text: str
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal, as one TOML file holds it; ``status`` is active, reached or dropped.

    ``order`` is its place among the others of that status, where it was put there by hand: the
    smaller the earlier, and all that have one before those that have none.
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
