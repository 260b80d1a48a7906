"""JSON shapes of people: rows of lists, one contact, the brief."""

from typing import NotRequired, TypedDict

from netui.cli.shapes.log import Entry
from netui.cli.shapes.values import Day, JsonValue, Moment, PartialDay, Side, State


class Id(TypedDict):
    """A contact by its id, which is the name of its file."""

    id: str


class ContactRow(TypedDict):
    """A contact as lists show it.

    ``chance`` is how likely it is that no contact follows in the usual time, ``share`` the part of the
    pair's silences that last this long; ``why`` is the reason in words.
    """

    id: str
    name: str
    roles: list[str]
    tags: list[str]
    org: str | None
    title: str | None
    last: Day | None
    days: int | None
    state: State
    every: str | None
    chance: float | None
    share: float | None
    why: str | None


class FiledPromise(TypedDict):
    """A promise as the contact's file holds it; ``done: true`` where the day is not known."""

    id: str
    by: Side
    text: str
    made: NotRequired[Day]
    due: NotRequired[Day]
    done: NotRequired[Day | bool]
    dropped: NotRequired[Day | bool]
    goal: NotRequired[str]


class Contact(TypedDict):
    """One contact with the timeline, newest first; shared entries name their owner as ``contact``.

    Values are as the file holds them, and keys of one's own stand beside these.
    """

    id: str
    name: str | None
    pronouns: JsonValue
    org: JsonValue
    title: JsonValue
    location: JsonValue
    timezone: JsonValue
    notes: JsonValue
    died: JsonValue
    aliases: JsonValue
    roles: JsonValue
    tags: JsonValue
    knows: JsonValue
    seeks: JsonValue
    interests: JsonValue
    emails: JsonValue
    phones: JsonValue
    links: JsonValue
    addresses: JsonValue
    goals: JsonValue
    date: JsonValue
    related: JsonValue
    opportunity: JsonValue
    source: JsonValue
    met: JsonValue
    rhythm: JsonValue
    archived: bool
    promise: list[FiledPromise]
    timeline: list[Entry]
    state: State
    why: str | None


class HowMet(TypedDict):
    """How one met."""

    on: PartialDay | None
    where: str | None
    via: str | None


class MetSet(HowMet):
    """How one met this contact."""

    id: str


class Opener(TypedDict):
    """Something to begin with, from one's own notes."""

    quote: str
    source: str
    on: Moment | None


class BriefPromise(TypedDict):
    """An open promise."""

    id: str
    by: Side
    text: str
    due: Day | None


class BriefOpportunity(TypedDict):
    """An open opportunity."""

    id: str
    kind: str
    text: str
    next: str | None
    next_on: Day | None


class Remark(TypedDict):
    """A text with its day."""

    on: Moment | None
    text: str


class ComingDate(TypedDict):
    """A date that comes, in words; of some only the month is known."""

    what: str
    on: JsonValue
    days: int


class Named(TypedDict):
    """A goal by id and title."""

    id: str
    title: str


class MutualContact(TypedDict):
    """Somebody both know, and how; ``contact`` is null where they are not in the network."""

    contact: str | None
    name: str
    words: list[str]


class Balance(TypedDict):
    """Who began how often, and what was given and got how often."""

    me: int
    them: int
    gave: dict[str, int]
    got: dict[str, int]


class Brief(TypedDict):
    """The page before meeting someone."""

    id: str
    name: str
    pronouns: str | None
    roles: list[str]
    org: str | None
    title: str | None
    location: str | None
    phones: list[str]
    emails: list[str]
    local_time: str | None
    state: State
    why: str | None
    met: HowMet
    opener: Opener | None
    planned: list[Entry]
    talks: list[Entry]
    promises: list[BriefPromise]
    opportunities: list[BriefOpportunity]
    knows: list[str]
    seeks: list[str]
    interests: list[str]
    learned: list[Remark]
    advice: list[Remark]
    dates: list[ComingDate]
    goals: list[Named]
    mutual: list[MutualContact]
    balance: Balance
    notes: str | None


class Acquaintance(TypedDict):
    """Two of those one meets who know each other."""

    one: str
    other: str
    words: str


CommonContact = TypedDict("CommonContact", {"contact": str, "name": str, "with": list[str]})
CommonContact.__doc__ = "Somebody whom several of those one meets know."


class Gathering(TypedDict):
    """The page before meeting several people at once."""

    people: list[Brief]
    linked: list[Acquaintance]
    common: list[CommonContact]


class Evidence(TypedDict):
    """Why somebody is thought to know a topic."""

    how: str
    on: Moment | None
    text: str


class Expert(TypedDict):
    """Who knows or seeks a topic; ``path`` leads there through those who could introduce one."""

    contact: str
    name: str
    why: str
    closeness: float
    evidence: list[Evidence]
    path: list[str]


class Address(TypedDict):
    """A line of the address book for mail programs."""

    address: str
    name: str
    note: str


class SpecialDate(TypedDict):
    """An important date of a contact."""

    id: str
    what: str
    on: JsonValue
    lead: int | None


class Relation(TypedDict):
    """Two who are linked."""

    id: str
    related: JsonValue
    done: str


class Twins(TypedDict):
    """Two contacts that may be one person; ``keep`` is the one to merge the other into."""

    keep: str
    merge: str
    why: str
    likely: bool


class KeptApart(TypedDict):
    """Two of whom it is noted that they are not one."""

    id: str
    not_same: str
    done: str


class Noted(TypedDict):
    """A value of the merged contact that had no place and stands in the notes."""

    key: str
    stays: JsonValue
    value: JsonValue


class Merged(TypedDict):
    """What became of two contacts that were one person."""

    id: str
    merged: str
    gained: dict[str, list[JsonValue]]
    noted: list[Noted]
    moved: dict[str, JsonValue]
    both: dict[str, JsonValue]
    elsewhere: list[str]
    done: str
    files: list[str]


class Conflict(TypedDict):
    """A field that was edited on two sides: what the file holds, and the other text."""

    id: str
    contact: str | None
    goal: str | None
    key: str
    value: JsonValue
    other: JsonValue
    on: Day | None


class SettledConflict(TypedDict):
    """A conflict that was settled, and those that are left in the file."""

    id: str
    contact: str | None
    goal: str | None
    key: str
    value: JsonValue
    conflicts: list[Conflict]
