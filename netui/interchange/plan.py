"""Import plan (dry run): match imported records to contacts and compute the changes, for every format.

A record matches the contact that carries its source (kind and uid), even if renamed since; else the one
that :mod:`netui.interchange.match` finds, which is *merged* and given the source. A person who may be a
contact, but not certainly, is rejected with their entries, and with the way out.

Existing data is never replaced: lists gain items, empty keys are filled, entries whose id exists are
left alone. So an import is idempotent.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from netui.domain.model.changes import (
    CONTACTS,
    GOALS,
    AddItem,
    Batch,
    Change,
    Create,
    FileId,
    RemoveItem,
    SetValue,
)
from netui.domain.model.contact_row import fold, name_key
from netui.interchange.match import Lookup, find_match
from netui.interchange.participants import Participants, Stranger, with_ids
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, RejectedRecord, entry_id

_TABLES = ("date", "related", "promise", "opportunity")
_APPENDED = ("source", "timeline")
_KEYS = (
    "name", "aliases", "pronouns", "roles", "tags", "org", "title", "location", "timezone", "knows",
    "seeks", "interests", "emails", "phones", "links", "addresses", "goals", "notes", "archived", "died",
    "met", "rhythm", *_TABLES, *_APPENDED,
)  # fmt: skip
_ENTRY_KEYS = (
    "id", "on", "kind", "with", "place", "started_by", "text", "tags", "goals", "gave", "got", "learned",
    "private", "planned",
)  # fmt: skip


class Existing(Lookup, Protocol):
    """The network's data that a plan needs."""

    def document(self, ident: str) -> Mapping[str, Any] | None:
        """The parsed contact file; None when it cannot be read or is not valid."""

    def unreadable_like(self, person: PersonRecord) -> str | None:
        """The contact whose file cannot be read and that may be this person."""

    def taken(self, stem: str) -> bool:
        """Whether a new contact file may not have this stem."""

    def has_goal(self, ident: str) -> bool:
        """Whether there is a goal of this id."""


class Suggestion(NamedTuple):
    """A record that may be an existing contact; shown to the user, nothing is merged automatically."""

    name: str
    candidates: tuple[str, ...]
    why: str


class Plan(NamedTuple):
    """The effect of an import.

    ``new``, ``changed``, ``unchanged`` and ``merged`` are contact ids, each in one of them only;
    ``names`` gives the name of each. ``entries`` counts the timeline entries to be added. ``refused`` are the
    paths of which nothing could be read. ``strangers`` were at meetings and are not in the network; ``notes``
    say what was left out on purpose.
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
    refused: tuple[str, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    notes: tuple[str, ...] = ()

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
        }


def plan(
    files: Iterable[ParsedFile],
    existing: Existing,
    *,
    dump: Callable[[Mapping[str, Any]], str],
    free_stem: Callable[[str, set[str]], str],
    label: str,
    by_name: bool = False,
) -> Plan:
    """The changes that bring ``files`` into the network.

    ``dump`` writes a new contact's text from a mapping in the order of the design's keys;
    ``free_stem`` makes a file stem for a name that is not among the given ones; ``by_name`` takes a contact
    of the same name for the same person.
    """
    files = list(files)
    builder = _PlanBuilder(existing, free_stem, by_name)
    builder.rejected.extend(rejected for reading in files for rejected in reading.rejected)
    people = _joined(person for reading in files for person in reading.people)
    for person in (person for person in people if not person.must_exist):
        builder.add_person(person)
    for person in (person for person in people if person.must_exist):
        builder.add_participant(person)
    entries = {entry.id: entry for reading in files for entry in reading.entries}
    for entry in sorted(entries.values(), key=lambda each: str(each.fields.get("on"))):
        builder.add_entry(entry)
    for reading in files:
        for ident, goal in reading.goals:
            builder.add_goal(ident, goal)
    notes = tuple(dict.fromkeys(note for reading in files for note in reading.notes))
    return builder.build(dump, label)._replace(notes=notes)


def _joined(people: Iterable[PersonRecord]) -> list[PersonRecord]:
    """One record for each source and uid, joined from all files; address books come before messages."""
    by_source: dict[tuple[str, str], PersonRecord] = {}
    for person in sorted(people, key=lambda person: person.must_exist):
        key = person.source, person.uid
        if first := by_source.get(key):
            if person.must_exist and not first.must_exist:
                continue
            added = _additions(first.fields, person.fields)
            person = first._replace(fields={**first.fields, **added})
        by_source[key] = person
    return list(by_source.values())


def _additions(present: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The new values of the keys to which ``said`` adds something; nothing is replaced."""
    added: dict[str, Any] = {}
    for key, value in said.items():
        there = present.get(key)
        if value in (None, "", [], {}):
            continue
        if there in (None, "", [], {}):
            added[key] = value
        elif isinstance(value, list) and isinstance(there, list):
            known = {_identity(key, item) for item in there}
            if missing := [item for item in value if _identity(key, item) not in known]:
                added[key] = [*there, *missing]
    return added


def _identity(key: str, item: Any) -> str:
    """What makes a list item the same: folded text, what and when of a date, a relative by name or id."""
    if isinstance(item, Mapping):
        if key == "date":
            item = f"{item.get('what')} {item.get('on')}"
        elif key == "related":
            item = f"{name_key(str(item.get('who')).replace('-', ' '))} {item.get('as')}"
        else:
            item = item.get("value", sorted((str(name), str(value)) for name, value in item.items()))
    return fold(str(item))


class _PlanBuilder:
    """Builds a plan record by record."""

    def __init__(self, existing: Existing, free_stem: Callable[[str, set[str]], str], by_name: bool) -> None:
        self._existing = existing
        self._free_stem = free_stem
        self._by_name = by_name
        self._stems: set[str] = set()
        self._ids: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}
        self._created: dict[str, dict[str, Any]] = {}
        self._participants = Participants(existing, self._created)
        self._known: dict[str, Mapping[str, Any]] = {}
        self._logged: dict[str, frozenset[Any]] = {}
        self._merged: dict[str, None] = {}
        self._left_out: set[tuple[str, str]] = set()
        self._changes: dict[str, list[Change]] = {}
        self._entries = 0
        self._goals: dict[str, Mapping[str, Any]] = {}
        self._suggestions: list[Suggestion] = []
        self.rejected: list[RejectedRecord] = []

    def add_person(self, person: PersonRecord) -> None:
        """Matches the record to a contact and adds its changes, or creates a contact."""
        # A format that knows people by name alone, as friends.md does, means the contact of that name.
        by_name = self._by_name or person.uid == person.name
        found = find_match(person, self._existing, by_name=by_name)
        ident, namesakes = found.ident, self._unclaimed(person, found.namesakes)
        is_known = ident == person.ident or self._existing.by_source(person.source, person.uid) is not None
        if ident is not None and not is_known:
            if self._unclaimed(person, (ident,)):
                self._merged[ident] = None
            else:
                ident = None
        if ident is None and (unreadable := self._existing.unreadable_like(person)):
            self._reject_unreadable(person, unreadable)
            return
        if ident is None and namesakes:
            self._ambiguous(person, namesakes)
            return
        if ident is None:
            self._create(person)
            if found.sharing:
                self._suggestions.append(Suggestion(person.name, found.sharing, f"the same {found.word}"))
            return
        document = self._document(ident)
        if document is None or any(not isinstance(document.get(key, []), list) for key in _APPENDED):
            self._reject_unreadable(person, ident)
            self._merged.pop(ident, None)
            return
        self._ids[person.source, person.uid] = ident
        self._names[ident] = str(document.get("name", person.name))
        self._amend(ident, document, person)

    def add_participant(self, person: PersonRecord) -> None:
        """Finds who a participant of messages is, in the network or the import; else leaves them out."""
        ident = self._participants.find(person)
        if ident is None or (ident not in self._created and self._document(ident) is None):
            self._left_out.add((person.source, person.uid))
            namesakes = self._participants.add_stranger(person)
            if namesakes is None:
                self._reject(person, f"{person.name} is not in the network; add them, then import again")
            elif namesakes:
                why = f"the same name, without {person.uid}"
                self._suggestions.append(Suggestion(person.name, namesakes, why))
            return
        self._ids[person.source, person.uid] = ident
        if ident not in self._created:
            self._changes.setdefault(ident, [])
            self._names.setdefault(ident, self._existing.name(ident))

    def add_entry(self, entry: EntryRecord) -> None:
        """Adds an entry, unless any of its people has it already; who was left out is not among them."""
        self._participants.count(entry)
        people = [uid for uid in entry.people if (entry.source, uid) not in self._left_out]
        if not people:
            return
        if not entry.fields:
            self._withdraw(entry, [self._ids[entry.source, uid] for uid in people])
            return
        missing = [uid for uid in people if (entry.source, uid) not in self._ids]
        if missing:
            why = f"it names {missing[0]!r}, who could not be brought in"
            self.rejected.append(RejectedRecord(entry.file, entry.where, why, entry.raw))
            return
        owner, *others = dict.fromkeys(self._ids[entry.source, uid] for uid in people)
        if any(entry.id in self._entry_ids(ident) for ident in (owner, *others)):
            return
        values = {"id": entry.id, **entry.fields, **({"with": others} if others else {})}
        item = _in_order(values, _ENTRY_KEYS)
        self._entries += 1
        if owner in self._created:
            self._created[owner].setdefault("timeline", []).append(item)
        else:
            self._changes[owner].append(AddItem(FileId(CONTACTS, owner), "timeline", item))

    def _withdraw(self, entry: EntryRecord, idents: Iterable[str]) -> None:
        """Takes back a plan whose source says that it does not happen, where it still is one."""
        for ident in idents:
            for item in _tables(self._known.get(ident), "timeline"):
                if entry_id(item) == entry.id and item.get("planned") is True:
                    gone = RemoveItem(FileId(CONTACTS, ident), "timeline", {"id": entry.id}, item)
                    self._changes[ident].append(gone)
                    self._entries += 1

    def add_goal(self, ident: str, goal: Mapping[str, Any]) -> None:
        """Creates a goal, unless there is one of this id."""
        if not self._existing.has_goal(ident):
            self._goals[ident] = goal

    def build(self, dump: Callable[[Mapping[str, Any]], str], label: str) -> Plan:
        """The plan, new contacts first."""
        changes: list[Change] = [
            Create(FileId(CONTACTS, ident), dump(with_ids(_in_order(fields, _KEYS), self._ids)))
            for ident, fields in self._created.items()
        ]
        changes.extend(Create(FileId(GOALS, ident), dump(goal)) for ident, goal in self._goals.items())
        for change in (change for one in self._changes.values() for change in one):
            if isinstance(change, AddItem):
                change = change._replace(item=with_ids(change.item, self._ids))
            elif isinstance(change, SetValue):
                change = change._replace(value=with_ids(change.value, self._ids))
            changes.append(change)
        found = [ident for ident in self._changes if ident not in self._merged]
        return Plan(
            new=tuple(self._created),
            changed=tuple(ident for ident in found if self._changes[ident]),
            unchanged=tuple(ident for ident in found if not self._changes[ident]),
            merged=tuple(self._merged),
            rejected=tuple(self.rejected),
            suggestions=tuple(self._suggestions),
            names=self._names,
            entries=self._entries,
            batch=Batch(label, tuple(changes)),
            strangers=self._participants.strangers(),
        )

    def _document(self, ident: str) -> Mapping[str, Any] | None:
        if ident not in self._known:
            document = self._existing.document(ident)
            if document is None:
                return None
            self._known[ident] = document
        return self._known[ident]

    def _unclaimed(self, person: PersonRecord, idents: Iterable[str]) -> tuple[str, ...]:
        """Those of the contacts that no other record of this kind of source is, before or in this import."""
        return tuple(
            ident
            for ident in idents
            if ident not in self._merged
            and person.source
            not in {source.get("kind") for source in _tables(self._document(ident), "source")}
        )

    def _ambiguous(self, person: PersonRecord, namesakes: tuple[str, ...]) -> None:
        is_one = len(namesakes) == 1
        why = "a contact has this name" if is_one else "several contacts have this name"
        self._suggestions.append(Suggestion(person.name, namesakes, why))
        who = (
            f"{namesakes[0]}, who has this name: --by-name takes them for one, or"
            if is_one
            else (f"any of {', '.join(namesakes)};")
        )
        self._reject(
            person,
            f"{person.name!r} may be {who} add [[source]] kind = {person.source!r}, "
            f"uid = {person.uid!r} to the right one, then import again",
        )

    def _reject_unreadable(self, person: PersonRecord, ident: str) -> None:
        self._reject(person, f"the file of {ident} cannot be read; mend it, then import again")

    def _reject(self, person: PersonRecord, why: str) -> None:
        self.rejected.append(RejectedRecord(person.file, person.where, why, person.raw))

    def _create(self, person: PersonRecord) -> None:
        stem = person.ident
        if not stem or stem in self._stems or self._existing.taken(stem):
            stem = self._free_stem(person.name, self._stems)
        while self._existing.taken(stem):
            self._stems.add(stem)
            stem = self._free_stem(person.name, self._stems)
        self._stems.add(stem)
        self._ids[person.source, person.uid] = stem
        self._names[stem] = person.name
        sources = list(person.fields.get("source", ()))
        if stem != person.ident:
            sources.append({"kind": person.source, "uid": person.uid})
        self._created[stem] = {
            "name": person.name,
            **person.fields,
            **({"source": sources} if sources else {}),
        }
        aliases = [alias for alias in person.fields.get("aliases", ()) if isinstance(alias, str)]
        known = dict.fromkeys(ident for alias in aliases for ident in self._existing.by_name(fold(alias)))
        if known:
            why = "an alias is the name of a contact"
            self._suggestions.append(Suggestion(person.name, tuple(known), why))

    def _amend(self, ident: str, document: Mapping[str, Any], person: PersonRecord) -> None:
        file = FileId(CONTACTS, ident)
        changes = self._changes.setdefault(ident, [])
        source = {"kind": person.source, "uid": person.uid}
        additions = _additions(document, person.fields)
        self._known[ident] = {**document, **additions}
        if ident != person.ident and self._existing.by_source(person.source, person.uid) is None:
            changes.append(AddItem(file, "source", source))
        for key, value in additions.items():
            if key in _TABLES:
                present = len(_tables(document, key))
                changes.extend(AddItem(file, key, item) for item in value[present:])
            else:
                changes.append(SetValue(file, (key,), value, (document.get(key),)))

    def _entry_ids(self, ident: str) -> frozenset[Any]:
        if ident not in self._logged:
            items = _tables(self._known.get(ident), "timeline")
            self._logged[ident] = frozenset(map(entry_id, items))
        return self._logged[ident]


def _in_order(values: Mapping[str, Any], order: tuple[str, ...]) -> dict[str, Any]:
    """The values in the order in which netui writes them; keys that it does not know come last."""
    known = {key: values[key] for key in order if key in values}
    return {**known, **values}


def _tables(document: Mapping[str, Any] | None, key: str) -> list[Mapping[str, Any]]:
    """The items of ``[[key]]``; anything else there is left out."""
    value = document.get(key) if document is not None else None
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
