"""Import plan (dry run): match imported records to contacts and compute the changes, for every format.

A record matches the contact that carries its source (kind and uid), even if renamed since; else the one
that :mod:`netui.interchange.match` finds, which is *merged* and given the source. A person who may be a
contact, but not certainly, is rejected with their entries, and with the way out.

A source that comes in for the first time replaces nothing: lists gain items, empty keys are filled, entries
whose id exists are left alone. From then on what it said last (:mod:`netui.storage.sources`) is the base of a
three-way merge: its changes arrive, what the user changed or removed by hand stays. So an import is
idempotent.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from netui.domain.model.changes import CONTACTS, GOALS, AddItem, Batch, Change, Create, FileId, SetValue
from netui.domain.model.contact_row import fold
from netui.interchange.differences import KeptField, KeptGoal, kept_fields, kept_goal
from netui.interchange.import_plan import NO_CHOICES, Choices, Existing, Plan, Suggestion
from netui.interchange.match import Arrivals, addresses, find_match, namesake_words
from netui.interchange.participants import Participants, with_ids
from netui.interchange.records import (
    CONTACT_KEYS,
    ENTRY_KEYS,
    EntryRecord,
    ParsedFile,
    PersonRecord,
    RejectedRecord,
    entry_id,
    in_order,
    tables,
)
from netui.interchange.source_states import SourceStates
from netui.interchange.three_way_merge import (
    FieldClash,
    additions,
    changes_of_additions,
    join_records,
    merge_entry,
    merge_fields,
    missing_settings,
    says_otherwise,
    withdraw_entry,
)
from netui.storage.toml.change_effects import effect

_APPENDED = ("source", "timeline")
_STEP = 100  # records between two reports of progress


def plan(
    files: Iterable[ParsedFile],
    existing: Existing,
    *,
    dump: Callable[[Mapping[str, Any]], str],
    free_stem: Callable[[str, set[str]], str],
    label: str,
    by_name: bool = False,
    choices: Choices = NO_CHOICES,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    """The changes that bring ``files`` into the network.

    ``dump`` writes a new contact's text from a mapping; ``free_stem`` makes a stem for a name, not among the
    given ones; ``by_name`` takes a contact of the same name for the same person; ``choices`` are what the
    user settled. ``progress`` is told how many of how many records are planned.
    """
    files = list(files)
    builder = _PlanBuilder(existing, free_stem, by_name, choices)
    builder.rejected += (rejected for reading in files for rejected in reading.rejected)
    builder.add_people(join_records(person for reading in files for person in reading.people))
    builder.merge_people(progress)
    entries = {entry.id: entry for reading in files for entry in reading.entries}
    for entry in sorted(entries.values(), key=lambda each: str(each.fields.get("on"))):
        builder.add_entry(entry)
    for reading in files:
        for ident, goal in reading.goals:
            builder.add_goal(ident, goal)
        builder.add_network(reading, dump)
    notes = (
        *dict.fromkeys(note for reading in files for note in reading.notes),
        *builder.notes,
        *_kept_words(builder),
    )
    arrived = builder.participants.by_address if any(each.correspondents for each in files) else {}
    return builder.build(dump, label)._replace(notes=notes, arrived=arrived)


def _kept_words(builder: "_PlanBuilder") -> tuple[str, ...]:
    """That entries stay which the files have otherwise, where there are any."""
    count = builder.entries_kept
    if not count:
        return ()
    one = "1 entry is there already, differs in the file, and stays as it is"
    return (one if count == 1 else f"{count:,} entries are there already, differ in the file, and stay",)


class _PlanBuilder:
    """Builds a plan record by record."""

    def __init__(
        self, existing: Existing, free_stem: Callable[[str, set[str]], str], by_name: bool, choices: Choices
    ) -> None:
        self._existing, self._free_stem = existing, free_stem
        self._by_name, self._choices = by_name, choices
        self._uids: set[tuple[str, str]] = set()
        self._has_several_books = False
        self._arrivals = Arrivals()
        self._states = SourceStates(existing.held)
        self._stems: set[str] = set()
        self._ids: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}
        self._created: dict[str, dict[str, Any]] = {}
        self._known: dict[str, Mapping[str, Any]] = {}
        self._logged: dict[str, dict[str, Mapping[str, Any]]] = {}
        self._merged: dict[str, None] = {}
        self._left_out: set[tuple[str, str]] = set()
        self._changes: dict[str, list[Change]] = {}
        self._new: list[PersonRecord] = []
        self._matched: list[tuple[str, PersonRecord, bool]] = []
        self.participants = Participants(existing, self._created, self._matched)
        self._entries = 0
        self.entries_kept = 0
        """How many entries are there already and stay, though their source says something else."""
        self._goals: dict[str, Mapping[str, Any]] = {}
        self._settings: list[Change] = []
        self._suggestions: list[Suggestion] = []
        self._clashes: list[FieldClash] = []
        self._kept: list[KeptField] = []
        self._kept_goals: list[KeptGoal] = []
        self.notes: list[str] = []
        self.rejected: list[RejectedRecord] = []

    def add_people(self, people: Sequence[PersonRecord]) -> None:
        """Adds everybody: those whom address books hold first, then participants of messages."""
        self._uids = {(person.source, person.uid) for person in people}
        held = [person for person in people if not person.must_exist]
        self._has_several_books = len({person.source for person in held}) > 1
        for person in held:
            self.add_person(person)
        for person in people:
            if person.must_exist:
                self.add_participant(person)

    def add_person(self, person: PersonRecord) -> None:
        """Matches the record to a contact and adds its changes, or creates a contact."""
        # A format that knows people by name alone, as friends.md does, means the contact of that name.
        by_name = self._by_name or person.uid == person.name
        found = find_match(person, self._existing, by_name=by_name)
        ident, namesakes = found.ident, self._unclaimed(person, found.namesakes)
        is_known = ident == person.ident or self._existing.by_source(person.source, person.uid) is not None
        chosen = None if is_known else self._choices.people.get((person.source, person.uid))
        if chosen is not None:
            ident, namesakes = chosen or None, ()
        elif ident is None and self._has_several_books:
            beside = self._arrivals.find(person, by_name=by_name)
            ident, namesakes = beside.ident, tuple(dict.fromkeys((*namesakes, *beside.namesakes)))
        if ident in self._created:
            self._join(ident, person)
            return
        if ident is not None and not is_known:
            if self._unclaimed(person, (ident,)) or self._has_new_uid(person, ident):
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
                self._suggest(person, found.sharing, f"the same {found.word}")
            return
        document = self._document(ident)
        if document is None or any(not isinstance(document.get(key, []), list) for key in _APPENDED):
            self._reject_unreadable(person, ident)
            self._merged.pop(ident, None)
            return
        self._names[ident] = str(document.get("name", person.name))
        self._changes.setdefault(ident, [])
        self._matched.append((ident, person, not is_known))
        self._arrive(ident, person)

    def _join(self, ident: str, person: PersonRecord) -> None:
        """Adds what another address book says of somebody who comes in by this import too."""
        fields = self._created[ident]
        taken = self._taken_instead(ident, fields, person)
        fields.update(additions(fields, person.fields) | taken)
        fields["source"] = [*fields.get("source", ()), {"kind": person.source, "uid": person.uid}]
        self._new.append(person)
        self._arrive(ident, person)

    def _arrive(self, ident: str, person: PersonRecord) -> None:
        self._ids[person.source, person.uid] = ident
        if self._has_several_books:
            self._arrivals.add(ident, person)

    def add_participant(self, person: PersonRecord) -> None:
        """Finds who a participant of messages is, in the network or the import; else leaves them out."""
        ident = self.participants.find(person)
        if ident is None or (ident not in self._created and self._document(ident) is None):
            self._left_out.add((person.source, person.uid))
            namesakes = self.participants.add_stranger(person)
            if namesakes is None:
                why = f"{person.name} is not in the network; add them, then import again"
                self.rejected.append(RejectedRecord(person.file, person.where, why))
            elif namesakes:
                why = f"the same name, without {person.uid}"
                self._suggest(person, namesakes, why)
            return
        self._ids[person.source, person.uid] = ident
        self._states.take_text(person)
        if ident not in self._created:
            self._changes.setdefault(ident, [])
            self._names.setdefault(ident, self._existing.name(ident))

    def merge_people(self, progress: Callable[[int, int], None] | None) -> None:
        """Adds the changes of everybody who was found, once all who are named have an id."""
        for fields in self._created.values():
            fields.update(self._named(fields))
        for person in self._new:
            self._states.take_person(person._replace(fields=self._named(person.fields)))
        for number, (ident, person, is_new) in enumerate(self._matched, 1):
            if progress and (not number % _STEP or number == len(self._matched)):
                progress(number, len(self._matched))
            self._merge_person(ident, person._replace(fields=self._named(person.fields)), is_new=is_new)

    def _named(self, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        """The fields with the ids of the people that they refer to."""
        referring = {key: with_ids(fields[key], self._ids) for key in ("related", "met") if key in fields}
        return {**fields, **referring} if referring else fields

    def add_entry(self, entry: EntryRecord) -> None:
        """Adds an entry, unless one of its people has it or the user removed it; not to who was left out."""
        self.participants.count(entry)
        people = [uid for uid in entry.people if (entry.source, uid) not in self._left_out]
        if not people:
            return
        if not entry.fields:
            self._withdraw(entry._replace(people=tuple(people)))
            return
        missing = [uid for uid in people if (entry.source, uid) not in self._ids]
        if missing:
            why = f"it names {missing[0]!r}, who could not be brought in"
            self.rejected.append(RejectedRecord(entry.file, entry.where, why, entry.raw))
            return
        owner, *others = dict.fromkeys(self._ids[entry.source, uid] for uid in people)
        last = self._states.take_entry(entry._replace(people=tuple(people)))
        taken = last if owner not in self._created else None
        for ident in (owner, *others):
            if (present := self._entries_of(ident).get(entry.id)) is not None:
                found = merge_entry(FileId(CONTACTS, ident), taken, present, entry.fields)
                self.entries_kept += taken is None and says_otherwise(present, entry.fields)
                self._changes.setdefault(ident, []).extend(found)
                self._entries += len(found)
                return
        if taken is not None:
            return
        values = {"id": entry.id, **entry.fields, **({"with": others} if others else {})}
        item = in_order(values, ENTRY_KEYS)
        self._entries += 1
        if owner in self._created:
            self._created[owner].setdefault("timeline", []).append(item)
        else:
            self._changes[owner].append(AddItem(FileId(CONTACTS, owner), "timeline", item))

    def _withdraw(self, entry: EntryRecord) -> None:
        """Takes back a plan whose source says that it does not happen, unless the user changed it."""
        last = self._states.last_entry(entry)
        for ident in dict.fromkeys(self._ids[entry.source, uid] for uid in entry.people):
            found = withdraw_entry(FileId(CONTACTS, ident), last, self._entries_of(ident).get(entry.id, {}))
            self._changes[ident].extend(found)
            self._entries += len(found)

    def add_goal(self, ident: str, goal: Mapping[str, Any]) -> None:
        """Creates a goal; one of this id that is there already stays, and what differs is told."""
        present = self._existing.goal(ident)
        if present is None:
            self._goals[ident] = goal
            return
        if not present:
            self.notes.append(f"the goal {ident} is there already and stays: its file cannot be read")
        elif (kept := kept_goal(ident, present, goal)).fields:
            self._kept_goals.append(kept)

    def add_network(self, reading: ParsedFile, dump: Callable[[Mapping[str, Any]], str]) -> None:
        """Takes over what else another network of netui knows: its sources and settings."""
        if reading.sources:
            came = [person for person in reading.people if (person.source, person.uid) in self._ids]
            self._states.take_states(reading.sources, came, reading.entries)
        self._settings += missing_settings(reading.settings, self._existing.settings(), dump)

    def build(self, dump: Callable[[Mapping[str, Any]], str], label: str) -> Plan:
        """The plan, new contacts first."""
        changes: list[Change] = [
            Create(FileId(CONTACTS, ident), dump(in_order(fields, CONTACT_KEYS)))
            for ident, fields in self._created.items()
        ]
        changes += (Create(FileId(GOALS, ident), dump(goal)) for ident, goal in self._goals.items())
        changes += (*self._settings, *(change for one in self._changes.values() for change in one))
        changes += self._states.changes()
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
            strangers=self.participants.strangers(),
            clashes=tuple(self._clashes),
            kept=tuple(self._kept),
            kept_goals=tuple(self._kept_goals),
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
            not in {source.get("kind") for source in tables(self._document(ident), "source")}
        )

    def _has_new_uid(self, person: PersonRecord, ident: str) -> bool:
        """Whether the record is where a contact came from, with another uid: a made-up one changes so."""
        sources = tables(self._document(ident), "source")
        is_here = any((each.get("kind"), each.get("uid")) in self._uids for each in sources)
        is_shared = any(ident in self._existing.by_address(each) for each in addresses(person.fields))
        return is_shared and ident not in self._merged and not is_here

    def _ambiguous(self, person: PersonRecord, namesakes: tuple[str, ...]) -> None:
        why = "a contact has this name" if len(namesakes) == 1 else "several contacts have this name"
        self._suggest(person, namesakes, why, is_open=True)
        self._reject(person, namesake_words(person, namesakes))

    def _reject_unreadable(self, person: PersonRecord, ident: str) -> None:
        self._reject(person, f"the file of {ident} cannot be read; mend it, then import again")

    def _reject(self, person: PersonRecord, why: str) -> None:
        self.rejected.append(RejectedRecord(person.file, person.where, why, person.raw, person.uid))

    def _create(self, person: PersonRecord) -> None:
        stem = person.ident
        if not stem or stem in self._stems or self._existing.taken(stem):
            stem = self._free_stem(person.name, self._stems)
        while self._existing.taken(stem):
            self._stems.add(stem)
            stem = self._free_stem(person.name, self._stems)
        self._stems.add(stem)
        self._arrive(stem, person)
        self._names[stem] = person.name
        sources = list(person.fields.get("source", ()))
        if stem != person.ident:
            sources.append({"kind": person.source, "uid": person.uid})
        self._new.append(person)
        given = {"name": person.name, **person.fields}
        self._created[stem] = {**given, "source": sources} if sources else given
        aliases = [alias for alias in person.fields.get("aliases", ()) if isinstance(alias, str)]
        known = dict.fromkeys(ident for alias in aliases for ident in self._existing.by_name(fold(alias)))
        if known:
            self._suggest(person, tuple(known), "an alias is the name of a contact")

    def _suggest(
        self, person: PersonRecord, candidates: tuple[str, ...], why: str, *, is_open: bool = False
    ) -> None:
        record = person.source, person.uid
        if record not in self._choices.people:
            self._suggestions.append(Suggestion(person.name, candidates, why, record, is_open))

    def _merge_person(self, ident: str, person: PersonRecord, *, is_new: bool) -> None:
        """Brings a contact in step with its source; ``is_new``: that comes to it for the first time."""
        base = None
        if {"kind": person.source, "uid": person.uid} in tables(self._known[ident], "source"):
            base = self._states.take_person(person)
        elif is_new:
            self._states.take_person(person)
            self._add_source(ident, person)
        if base is None:
            self._amend(ident, person)
        else:
            self._update(ident, base, person)

    def _add_source(self, ident: str, person: PersonRecord) -> None:
        document, source = self._known[ident], {"kind": person.source, "uid": person.uid}
        self._changes[ident].append(AddItem(FileId(CONTACTS, ident), "source", source))
        self._known[ident] = {**document, "source": [*tables(document, "source"), source]}

    def _amend(self, ident: str, person: PersonRecord) -> None:
        """Adds what a source says of a contact, where it is not known what it said last."""
        document = self._known[ident]
        file, taken = FileId(CONTACTS, ident), self._taken_instead(ident, document, person)
        added = additions(document, person.fields)
        self._known[ident] = {**document, **added, **taken}
        self._changes[ident] += changes_of_additions(file, document, added)
        self._changes[ident] += (
            SetValue(file, (key,), said, (document[key],)) for key, said in taken.items()
        )

    def _taken_instead(self, ident: str, present: Mapping[str, Any], person: PersonRecord) -> dict[str, Any]:
        """The texts that the user takes from the source; notes what else differs, and stays."""
        kept = list(kept_fields(ident, present, person))
        taken = [each for each in kept if each.is_text and self._choices.fields.get((ident, each.key))]
        self._kept += (each for each in kept if each not in taken)
        return {each.key: each.said for each in taken}

    def _update(self, ident: str, base: Mapping[str, Any], person: PersonRecord) -> None:
        """Merges what a source says now, with what it said last as the base."""
        changes = self._changes[ident]
        choices = {key: choice for (who, key), choice in self._choices.fields.items() if who == ident}
        said, data = {"name": person.name, **person.fields}, dict(self._known[ident])
        merged = merge_fields(FileId(CONTACTS, ident), base, said, data, person.covers, choices)
        changes.extend(merged.changes)
        self._clashes += merged.clashes
        for change in merged.changes:
            found = effect(data, change)
            data = found.wanted[0] if found else data
        self._known[ident] = data

    def _entries_of(self, ident: str) -> Mapping[str, Mapping[str, Any]]:
        if ident not in self._logged:
            self._logged[ident] = {
                entry_id(item): item for item in tables(self._known.get(ident), "timeline")
            }
        return self._logged[ident]
