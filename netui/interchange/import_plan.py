"""The preview of an import: what it would do, what it asks of the network, what the user settled in it."""

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from netui.domain.model.changes import Batch, FileId
from netui.domain.named_tuple import NamedTuple
from netui.interchange.differences import KeptField, KeptGoal, gains_of
from netui.interchange.match import Lookup
from netui.interchange.participants import Stranger
from netui.interchange.records import PersonRecord, RejectedRecord
from netui.interchange.three_way_merge import FieldClash


class Existing(Lookup, Protocol):
    """The network's data that a plan needs."""

    def document(self, ident: str) -> Mapping[str, Any] | None:
        """The parsed contact file; None when it cannot be read or is not valid."""

    def unreadable_like(self, person: PersonRecord) -> str | None:
        """The contact whose file cannot be read and that may be this person."""

    def taken(self, stem: str) -> bool:
        """Whether a new contact file may not have this stem."""

    def goal(self, ident: str) -> Mapping[str, Any] | None:
        """The parsed file of a goal; None where there is none, and empty where it cannot be read."""

    def settings(self) -> Mapping[str, Any] | None:
        """The parsed ``netui.toml``; None where there is none, and empty where it cannot be read."""

    def held(self, file: FileId) -> bytes | None:
        """The bytes of a file of ``.sources``; None where there is none."""


class Suggestion(NamedTuple):
    """A record that may be an existing contact; shown to the user, nothing is merged automatically.

    ``record`` is its source and uid; ``is_open`` whether it waits for a choice, and is rejected until then.
    """

    name: str
    candidates: tuple[str, ...]
    why: str
    record: tuple[str, str] = ("", "")
    is_open: bool = False


class Choices(NamedTuple):
    """What the user settled in the preview of an import.

    ``people`` gives for a source and uid the contact that is meant, "" for someone new; ``fields`` for a
    contact and key whether what the source says is taken (True) or what the contact has is kept.
    """

    people: Mapping[tuple[str, str], str] = {}
    fields: Mapping[tuple[str, str], bool] = {}


NO_CHOICES = Choices()


class Plan(NamedTuple):
    """The effect of an import.

    ``new``, ``changed``, ``unchanged`` and ``merged`` are contact ids, each in one of them only;
    ``names`` gives the name of each. ``entries`` counts the timeline entries to be added or changed.
    ``clashes`` are fields that user and source both changed; ``refused`` the paths of which nothing could be
    read, ``quarantine`` the files in which what was rejected is kept. ``strangers`` were at meetings and are
    not in the network; ``kept`` are fields that differ and stay, as their source comes in for the first time,
    ``kept_goals`` those of goals that are there already, of which an import changes nothing;
    ``notes`` say what was left out on purpose. ``arrived`` gives the contacts of each
    address (:func:`netui.interchange.match.addresses`) in the address books that came with mail.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    merged: tuple[str, ...]
    rejected: tuple[RejectedRecord, ...]
    suggestions: tuple[Suggestion, ...]
    names: Mapping[str, str]
    entries: int
    batch: Batch
    clashes: tuple[FieldClash, ...] = ()
    refused: tuple[str, ...] = ()
    quarantine: tuple[str, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    notes: tuple[str, ...] = ()
    arrived: Mapping[str, Collection[str]] = {}
    kept: tuple[KeptField, ...] = ()
    kept_goals: tuple[KeptGoal, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The document ``netui import --json`` prints."""
        return {
            "new": list(self.new),
            "changed": list(self.changed),
            "unchanged": list(self.unchanged),
            "merged": list(self.merged),
            "rejected": [{"file": r.file, "where": r.where, "why": r.why} for r in self.rejected],
            "entries": self.entries,
            "strangers": [each._asdict() for each in self.strangers],
            "notes": list(self.notes),
            "added": [each.as_json() for each in gains_of(self.batch.changes) if each.key != "timeline"],
            "kept": [each.as_json() for each in self.kept],
            "kept_goals": [each.as_json() for goal in self.kept_goals for each in goal.fields],
            "conflicts": [{"id": each.ident, "key": each.key} for each in self.clashes],
            "quarantine": list(self.quarantine),
        }
