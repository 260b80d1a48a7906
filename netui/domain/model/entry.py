"""Timeline data types: entry (what happened), promise, opportunity.

Tuples, not dataclasses: every start imports them, and they are created by the thousand. They declare the
keys of a contact file's tables, as :mod:`netui.domain.model.contact` does for the file.
"""

from datetime import date
from typing import Annotated

from netui.domain.model.dates import LONG_PAST_DAYS
from netui.domain.named_tuple import NamedTuple

SIDES = ("me", "them")
OPPORTUNITY_STATUSES = ("open", "won", "lost")


class Entry(NamedTuple):
    """A timeline entry: something that happened or, with a future date, is planned.

    ``on`` is a local date or naive date-time. ``with_`` are the ids of the other participants, without
    the owner of the file. ``contact`` is the owner's id, set when loaded.
    """

    id: str
    """A short id, unique in the network."""
    on: date
    """The local day, or day and time, it happened; a later one is planned."""
    kind: str = "note"
    """The kind: coffee, call, meeting, note."""
    contact: str = ""
    with_: tuple[str, ...] = ()
    """The ids of the others who were there."""
    place: str = ""
    """Where it was."""
    started_by: Annotated[str, SIDES] = ""
    """Who reached out; unknown if absent."""
    text: str = ""
    """What happened, in your words."""
    tags: tuple[str, ...] = ()
    """Labels to filter by, without the ``#``."""
    goals: tuple[str, ...] = ()
    """The ids of the goals it served."""
    gave: tuple[str, ...] = ()
    """What you gave: advice, intro, referral."""
    got: tuple[str, ...] = ()
    """What you got: advice, lead, referral."""
    learned: str = ""
    """What you learned."""
    private: bool = False
    """Never exported."""
    planned: bool = False
    """Logged for a day ahead; counts only once it is confirmed that it happened."""

    def has_happened(self, today: date) -> bool:
        """Whether its day has come and it is no plan that is yet to be confirmed."""
        return not self.planned and self.on.toordinal() <= today.toordinal()


class Promise(NamedTuple):
    """A promise; ``by`` is ``me`` or ``them``, ``done`` and ``dropped`` are None while it is open.

    :data:`netui.domain.model.dates.UNKNOWN_DAY` stands for a day that the file does not tell: ``true``.
    """

    id: str
    """A short id, unique in the network."""
    by: Annotated[str, SIDES]
    """Who promised."""
    text: str
    """What was promised."""
    made: date | None = None
    """The day it was made."""
    due: date | None = None
    """The day it is due."""
    done: date | None = None
    """The day it was kept, or true; open if absent."""
    goal: str = ""
    """The id of the goal it serves."""
    dropped: date | None = None
    """The day it was dropped, or true: it will not be kept, and nobody waits for it."""
    contact: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is neither kept nor dropped."""
        return self.done is None and self.dropped is None

    def is_long_past(self, today: date) -> bool:
        """Whether it was due so long ago that one had better drop it."""
        return self.due is not None and (today - self.due).days > LONG_PAST_DAYS


class Step(NamedTuple):
    """Something that happened with an opportunity: a stage it came to, a step that was done, its end."""

    what: str
    """The stage, the step, won or lost."""
    on: date | None = None
    """The day."""


class Opportunity(NamedTuple):
    """An opportunity (a job, a client, a talk); ``status`` is open, won or lost."""

    id: str
    """A short id, unique in the network."""
    kind: str
    """What it is: job, client, referral, speaking, or your own word."""
    text: str
    """What it is about."""
    status: Annotated[str, OPPORTUNITY_STATUSES] = "open"
    """How it stands."""
    opened: date | None = None
    """The day it came up."""
    goal: str = ""
    """The id of the goal it serves."""
    via: str = ""
    """The id of the contact it came through."""
    worth: str = ""
    """What it is worth, in your words."""
    next: str = ""
    """The next step."""
    next_on: date | None = None
    """The day of the next step."""
    stage: str = ""
    """How far it has come while it is open, in your words: applied, interview, offer."""
    history: tuple[Step, ...] = ()
    """What happened with it so far."""
    contact: str = ""

    @property
    def standing(self) -> str:
        """How far it has come: its stage, or its end; "" where it is open and nothing more is known."""
        return self.stage if self.status == "open" else self.status

    @property
    def since(self) -> date | None:
        """The day since which it stands so; None where that is not known."""
        return next((step.on for step in reversed(self.history) if step.what == self.standing), None)
