"""The model of a contact: one person, one TOML file."""

from dataclasses import dataclass
from datetime import date

from netui.domain.model.dates import PartialDate
from netui.domain.model.entry import Entry, Opportunity, Promise


@dataclass(frozen=True, slots=True)
class Labelled:
    """An address, phone or mail with an optional label (``home``)."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How the acquaintance began; ``via`` is a contact's id or free text."""

    on: PartialDate | None = None
    where: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmSetting:
    """The rhythm the user set: ``every`` as typed (``3w``), ``mode`` regular, ambient or off."""

    every: str = ""
    mode: str = "regular"
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportantDate:
    """A yearly date, with a reminder ``lead`` days ahead."""

    what: str
    on: PartialDate
    lead: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relationship: ``who`` is an id or free text, ``as_`` their role to this contact (``sister``)."""

    who: str
    as_: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The origin of imported data, so that importing again changes nothing."""

    kind: str
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person. ``id`` is the stem of the file; timeline entries are in no order."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    pronouns: str = ""
    roles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    org: str = ""
    title: str = ""
    location: str = ""
    timezone: str = ""
    knows: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    links: tuple[Labelled, ...] = ()
    addresses: tuple[Labelled, ...] = ()
    goals: tuple[str, ...] = ()
    notes: str = ""
    met: Met | None = None
    rhythm: RhythmSetting | None = None
    dates: tuple[ImportantDate, ...] = ()
    related: tuple[Relation, ...] = ()
    promises: tuple[Promise, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    sources: tuple[Source, ...] = ()
    timeline: tuple[Entry, ...] = ()
    archived: bool = False
    died: PartialDate | None = None
