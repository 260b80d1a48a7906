"""JSON shapes of what is told of the whole network: due, catching up, digest, status, insights."""

from typing import TypedDict

from netui.cli.shapes.log import DateAhead, InboxItem, Plan, PlannedMeeting, Promise, Step
from netui.cli.shapes.people import ContactRow
from netui.cli.shapes.values import Day, Moment, State


class CircleRow(TypedDict):
    """A circle, by its tag: members, and those for whom it speaks by id, and how it stands."""

    tag: str
    members: list[str]
    quiet: list[str]
    last: Day | None
    days: int | None
    every: str | None
    state: State
    why: str | None


class CircleMeeting(TypedDict):
    """A meeting of a circle, and who of the network was there."""

    on: Day
    people: list[str]


class Circle(CircleRow):
    """One circle with its meetings, the newest first."""

    meetings: list[CircleMeeting]


class Due(TypedDict):
    """Who is next: the quiet, promises, days that come, plans to ask about."""

    asked: list[Plan]
    quiet: list[ContactRow]
    drifting: list[ContactRow]
    promises: list[Promise]
    dates: list[DateAhead]
    planned: list[PlannedMeeting]
    met: list[ContactRow]
    circles: list[CircleRow]


class ProbablyMet(TypedDict):
    """Somebody one probably met while nothing was logged."""

    contact: str
    name: str
    why: str


class CatchUp(TypedDict):
    """What to log after a pause."""

    since: Day | None
    asked: list[Plan]
    inbox: list[InboxItem]
    people: list[ProbablyMet]


class DigestRow(TypedDict):
    """A line of the digest."""

    lead: str | None
    text: str
    note: str | None


class DigestSection(TypedDict):
    """A part of the digest."""

    title: str
    rows: list[DigestRow]


class Digest(TypedDict):
    """The week behind and ahead."""

    since: Day
    today: Day
    until: Day
    summary: str
    sections: list[DigestSection]


class Status(TypedDict):
    """The line for a prompt, null when all is well, and what it counts."""

    status: str | None
    quiet: int
    promises: int


class Tie(TypedDict):
    """Contact-days with somebody in the past year, and the first contact."""

    days_in_year: int
    first: Day


class FormerTie(TypedDict):
    """Somebody who left the circle."""

    last: Day
    archived: bool


class Sides(TypedDict):
    """A number for each side."""

    me: int
    them: int


class Kept(TypedDict):
    """How many promises were kept in time, of how many."""

    in_time: int
    of: int


class KeptSides(TypedDict):
    """Promises kept, of either side."""

    me: Kept
    them: Kept


class Capacity(TypedDict):
    """Contacts a week that the rhythms need, and the average there is."""

    needed: float
    average: float


class Revival(TypedDict):
    """A dormant tie worth reviving, and what was said last."""

    contact: str
    days: int
    said: str


class PipelineOpportunity(TypedDict):
    """An opportunity in the pipeline."""

    contact: str
    id: str
    kind: str
    text: str
    status: str
    via: str | None
    goal: str | None
    worth: str | None
    next: str | None
    next_on: Day | None
    stage: str | None
    history: list[Step]


class ThinGroup(TypedDict):
    """A field or place with few people, and the one to call."""

    word: str
    people: int
    contact: str


class Diversity(TypedDict):
    """How the network spreads over fields or places."""

    people: int
    groups: int
    leading: list[str]
    thin: list[ThinGroup]


class Introduction(TypedDict):
    """Two who would have something to talk about."""

    seeker: str
    knower: str
    topic: str


class Referrer(TypedDict):
    """Who opened doors, and what came of it."""

    contact: str
    introduced: list[str]
    in_touch: int
    good_words: int
    doors: int
    won: int


Introduced = TypedDict(
    "Introduced", {"contact": str, "id": str, "on": Moment, "with": list[str], "days_since": int | None}
)
Introduced.__doc__ = "An introduction that was made, and the days to the first contact after it."


class Guest(TypedDict):
    """Somebody at an event."""

    contact: str
    met_there: bool
    days_since: int | None


class Event(TypedDict):
    """An event with those who were there."""

    on: Moment
    place: str | None
    text: str | None
    people: list[Guest]


class Year(TypedDict):
    """One calendar year: contacts, people, people met for the first time, times given and got."""

    year: int
    contacts: int
    people: int
    new: int
    gave: int
    got: int


class Request(TypedDict):
    """What people came for."""

    thing: str
    times: int
    people: list[str]


class RisingTopic(TypedDict):
    """A word that is said more often lately: how often in each of the past twelve months, and with whom."""

    word: str
    months: list[int]
    people: list[str]


class Learned(TypedDict):
    """What was learned from somebody."""

    contact: str
    on: Moment
    text: str


class Insights(TypedDict):
    """The network as a whole; objects whose keys are days, states, words or ids of contacts."""

    contacts: dict[str, int]
    months: list[Day]
    states: dict[str, list[int]]
    ties: dict[str, Tie]
    left: dict[str, FormerTie]
    started: dict[str, Sides]
    gave: dict[str, int]
    got: dict[str, int]
    kept: KeptSides
    roles: dict[str, list[str]]
    tags: dict[str, list[str]]
    capacity: Capacity
    reviving: list[Revival]
    opportunities: list[PipelineOpportunity]
    diversity: dict[str, Diversity]
    introductions: list[Introduction]
    vouched: list[Referrer]
    introduced: list[Introduced]
    events: list[Event]
    new: dict[str, Day]
    years: list[Year]
    requests: list[Request]
    rising: list[RisingTopic]
    learned: list[Learned]


class Exchange(TypedDict):
    """An entry in which something was given, got or learned."""

    way: str
    contact: str
    id: str
    on: Moment
    text: str | None
