"""The model of a contact: one person, one TOML file.

The declaration of every key: its type, what its text must be (a tuple lists the choices, a function parses
it or raises ValueError) and its description. :mod:`netui.storage.validation` derives validation and JSON
Schema from it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from netui.domain.model.conflict import Conflict
from netui.domain.model.dates import PartialDate, Span
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.former_facts import Former

MODES = ("regular", "ambient", "off")


def require_text(text: str) -> str:
    """``text``; raises ValueError when it is blank."""
    if not text.strip():
        raise ValueError("must be text")
    return text


@dataclass(frozen=True, slots=True)
class Labelled:
    """An address, phone or mail with an optional label (``home``)."""

    value: str
    """The address itself."""
    label: str = ""
    """Which one it is: home, work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How the acquaintance began."""

    on: PartialDate | None = None
    """When you met."""
    where: str = ""
    """Where you met."""
    via: str = ""
    """Who introduced you: a contact's id or free text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmSetting:
    """The rhythm the user set."""

    every: Annotated[str, Span.parse] = ""
    """How often to be in touch (``3w``); learned from the timeline if absent."""
    mode: Annotated[str, MODES] = "regular"
    """``ambient`` is seen anyway and never flagged, ``off`` is never flagged."""
    snoozed_until: date | None = None
    """No reminders before this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportantDate:
    """A yearly date."""

    what: str
    """What it is: birthday, anniversary."""
    on: PartialDate
    """The date, without the year if it is not known (``--12-10``)."""
    lead: int = 7
    """How many days ahead to be reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relationship to another person."""

    who: str
    """A contact's id or free text."""
    as_: str = ""
    """Who they are to this contact: sister, assistant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The origin of imported data, so that importing again changes nothing."""

    kind: str
    """The format: vcard, friends."""
    uid: str
    """The identifier there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person. ``id`` is the stem of the file; timeline entries are in no order."""

    id: str
    name: Annotated[str, require_text]
    """The full name."""
    aliases: tuple[str, ...] = ()
    """Nicknames and other names that find them."""
    pronouns: str = ""
    """How to refer to them."""
    roles: tuple[str, ...] = ()
    """What they are to you: mentor, friend, client."""
    tags: tuple[str, ...] = ()
    """Labels to filter by, without the ``#``."""
    org: str = ""
    """Where they work."""
    title: str = ""
    """Their job title."""
    location: str = ""
    """Where they live."""
    timezone: str = ""
    """Their time zone, such as Europe/London."""
    knows: tuple[str, ...] = ()
    """What they can help with."""
    seeks: tuple[str, ...] = ()
    """What they look for."""
    interests: tuple[str, ...] = ()
    """What they care about."""
    emails: tuple[Labelled, ...] = ()
    """E-mail addresses, each text or a table with a label."""
    phones: tuple[Labelled, ...] = ()
    """Phone numbers, each text or a table with a label."""
    links: tuple[Labelled, ...] = ()
    """Web addresses, each text or a table with a label."""
    addresses: tuple[Labelled, ...] = ()
    """Postal addresses, each text or a table with a label."""
    goals: tuple[str, ...] = ()
    """The ids of the goals they matter for."""
    notes: str = ""
    """Anything else."""
    met: Met | None = None
    """How you met."""
    rhythm: RhythmSetting | None = None
    """How often to be in touch."""
    dates: tuple[ImportantDate, ...] = ()
    """Birthdays and other yearly dates."""
    related: tuple[Relation, ...] = ()
    """Family, colleagues and who introduced whom."""
    promises: tuple[Promise, ...] = ()
    """What either of you promised."""
    opportunities: tuple[Opportunity, ...] = ()
    """Jobs, clients, talks they may lead to."""
    not_same: tuple[str, ...] = ()
    """The ids of contacts that look like this one and are somebody else."""
    former: tuple[Former, ...] = ()
    """What it was before it changed: name, org, title and location."""
    sources: tuple[Source, ...] = ()
    """Where imported data came from."""
    conflicts: tuple[Conflict, ...] = ()
    """Fields that were edited on two sides, to be settled."""
    timeline: tuple[Entry, ...] = ()
    """What happened, in any order."""
    me: bool = False
    """The one contact that is oneself: holds what concerns nobody else, and is in no list or reminder."""
    archived: bool = False
    """Kept and searchable, but out of lists and reminders."""
    died: PartialDate | None = None
    """When they died; no reminders since."""
