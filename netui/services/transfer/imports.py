"""Imports files of other programs: detects the format, validates, plans the changes, applies one batch.

The batch holds all that an import writes: contacts, entries, what each source said (``.sources``) and what
was rejected (``.quarantine``). So one undo takes all of it back.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from netui.domain.model.changes import CONTACTS, GOALS, SETTINGS, SOURCES, FileId
from netui.domain.model.contact_row import fold
from netui.interchange.icalendar import SOURCE as MEETINGS
from netui.interchange.import_plan import NO_CHOICES, Choices
from netui.interchange.import_plan import Plan as Plan
from netui.interchange.match import addresses
from netui.interchange.plan import plan
from netui.interchange.records import (
    CorrespondentRecord,
    EntryRecord,
    ParsedFile,
    PersonRecord,
    RejectedRecord,
)
from netui.interchange.records import ReadOptions as ReadOptions
from netui.services.people.commands import read_document, with_former
from netui.services.people.field_values import odd_values
from netui.services.privacy.forgotten import Marks
from netui.services.transfer.file_formats import find_format, is_refused, read_files
from netui.services.transfer.oneself import own_identities
from netui.services.transfer.quarantine import with_quarantine
from netui.services.workspace import Done, Workspace
from netui.storage.errors import StoreError, Unreadable
from netui.storage.files.filenames import free_stem
from netui.storage.sources import load_source, source_file

_NO_OPTIONS = ReadOptions()
_EMAIL = "email "
"""Before an address as :func:`addresses` writes it."""


def plan_import(
    workspace: Workspace,
    paths: Sequence[str],
    format_name: str = "",
    *,
    by_name: bool = False,
    adds_people: bool = False,
    options: ReadOptions = _NO_OPTIONS,
    choices: Choices = NO_CHOICES,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    """Plans the import of files and folders; raises Refused for an unknown format.

    ``by_name`` takes a contact of the same name for the same person; ``adds_people`` makes contacts of those
    at meetings who are not in the network; ``choices`` are what the user settled in the preview. ``progress``
    is told how many of how many files are read, then of records planned; where it raises, nothing is done.
    Raises OwnAddressesUnknown for mail where neither ``options`` nor a contact says which addresses are one's
    own.
    """
    wanted = find_format(format_name) if format_name else None
    existing = _ExistingContacts(workspace)
    options = _completed(options, workspace, existing)
    marks = Marks(workspace.network)
    names = ", ".join(os.path.basename(os.path.normpath(path)) for path in paths[:3])

    def parse(path: str) -> list[ParsedFile]:
        inside = read_files(path, wanted, options, progress)
        found = [_checked(without_forgotten(each, marks), workspace.today) for each in inside]
        return [_with_new_people(each, existing) for each in found] if adds_people else found

    def plan_parsed() -> Plan:
        files = [each for inside in parsed.values() for each in inside]
        found = _plan(files, existing, f"imported {names}", by_name, choices, progress)
        refused = tuple(path for path, inside in parsed.items() if all(map(is_refused, inside)))
        return with_quarantine(workspace, found._replace(refused=refused), files)

    parsed = {path: parse(path) for path in paths}
    found = plan_parsed()
    known = options.contacts
    options = options._replace(contacts={**_alone(found.arrived), **known})
    has_more = {
        path: any(one.email in options.contacts and one.email not in known for one in _correspondents(inside))
        for path, inside in parsed.items()
    }
    if not any(has_more.values()):
        return found
    # Mail is read for those in the network: the address books beside it said who else will be.
    parsed = {path: parse(path) if has_more[path] else inside for path, inside in parsed.items()}
    return plan_parsed()


def _correspondents(files: Iterable[ParsedFile]) -> Iterator[CorrespondentRecord]:
    return (each for parsed in files for each in parsed.correspondents)


def _alone(contacts: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Whose an e-mail address is; those that several contacts have are left out."""
    alone = ((address, next(iter(ids))) for address, ids in contacts.items() if len(ids) == 1)
    return {address.removeprefix(_EMAIL): ident for address, ident in alone if address.startswith(_EMAIL)}


def plan_records(workspace: Workspace, parsed: ParsedFile, label: str, choices: Choices = NO_CHOICES) -> Plan:
    """Plans the import of records that were read already; ``choices`` say who is meant."""
    valid = _checked(without_forgotten(parsed, Marks(workspace.network)), workspace.today)
    return _plan([valid], _ExistingContacts(workspace), label, False, choices)


def _plan(
    files: Iterable[ParsedFile],
    existing: "_ExistingContacts",
    label: str,
    by_name: bool,
    choices: Choices = NO_CHOICES,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    from netui.storage.toml.document import dump

    return plan(
        files, existing, dump=dump, free_stem=lambda name, taken: free_stem(name, taken), label=label,
        by_name=by_name, choices=choices, progress=progress,
    )  # fmt: skip


def _with_new_people(parsed: ParsedFile, existing: "_ExistingContacts") -> ParsedFile:
    """The records where those at meetings become contacts, if nobody has their address."""
    meetings = [entry for entry in parsed.entries if entry.fields and entry.source == MEETINGS]
    met = {uid for entry in meetings for uid in entry.people if not existing.by_address(f"{_EMAIL}{uid}")}
    people = (
        person._replace(must_exist=False) if person.source == MEETINGS and person.uid in met else person
        for person in parsed.people
    )
    return parsed._replace(people=tuple(people))


def read_paths(
    workspace: Workspace, paths: Sequence[str], format_name: str = "", *, options: ReadOptions = _NO_OPTIONS
) -> list[ParsedFile]:
    """What files and folders hold, without people who were forgotten; raises as :func:`plan_import` does."""
    wanted = find_format(format_name) if format_name else None
    completed = import_options(workspace, options)
    marks = Marks(workspace.network)
    return [without_forgotten(each, marks) for path in paths for each in read_files(path, wanted, completed)]


def import_options(workspace: Workspace, options: ReadOptions = _NO_OPTIONS) -> ReadOptions:
    """The options with what the network knows: today, oneself, and whose the addresses are."""
    return _completed(options, workspace, _ExistingContacts(workspace))


def _completed(options: ReadOptions, workspace: Workspace, existing: "_ExistingContacts") -> ReadOptions:
    return options._replace(
        own=options.own | own_identities(workspace),
        today=workspace.today,
        planned=frozenset(workspace.read.plans.ids()),
        contacts=existing.emails(),
        source_text=existing.source_text,
    )


def apply_import(
    workspace: Workspace, found: Plan, progress: Callable[[int, int], None] | None = None
) -> Done:
    """Applies a plan as one batch; ``progress`` is told how many of how many files are written."""
    done = workspace.apply(with_former(workspace, found.batch), progress)
    if found.entries:
        workspace.pauses.note_import()
    return done


def without_forgotten(parsed: ParsedFile, marks: Marks) -> ParsedFile:
    """The records without people who were forgotten, in the texts of others as well."""
    if not marks:
        return parsed
    gone = {(p.source, p.uid) for p in parsed.people if marks.holds({"name": p.name, **p.fields})}
    people = [
        person._replace(fields=marks.redact(person.fields), raw=marks.redact(person.raw))
        for person in parsed.people
        if (person.source, person.uid) not in gone
    ]
    entries = []
    for entry in parsed.entries:
        others = tuple(uid for uid in entry.people if (entry.source, uid) not in gone)
        if others:
            entries.append(
                entry._replace(people=others, fields=marks.redact(entry.fields), raw=marks.redact(entry.raw))
            )
    rejected = [
        each._replace(why=marks.redact(each.why), raw=marks.redact(each.raw)) for each in parsed.rejected
    ]
    why = "someone who was forgotten; netui add brings them back"
    rejected += [RejectedRecord(p.file, p.where, why) for p in parsed.people if (p.source, p.uid) in gone]
    written = (each for each in parsed.correspondents if not (marks.has(each.email) or marks.has(each.name)))
    sources = (
        each._replace(raw=marks.redact(each.raw), taken=marks.redact(each.taken))
        for each in parsed.sources
        if not (marks.has(each.uid) or marks.holds(each.taken))
    )
    return parsed._replace(
        people=tuple(people), entries=tuple(entries), rejected=tuple(rejected), correspondents=tuple(written),
        settings=marks.redact(parsed.settings), sources=tuple(sources),
    )  # fmt: skip


def _checked(parsed: ParsedFile, today: date) -> ParsedFile:
    """What a contact file may hold, with a note on the values that a form would refuse: they are kept."""
    valid = _reject_invalid(parsed)
    odd = [f"{each.name}: {why}" for each in valid.people for _, why in odd_values(each.fields, today)]
    if not odd:
        return valid
    kept = f", and {len(odd) - 1:,} more: kept as they stand" if len(odd) > 1 else ": kept as it stands"
    note = f"{odd[0]}{kept}, netui check names what to mend"
    return valid._replace(notes=(*valid.notes, note))


def _reject_invalid(parsed: ParsedFile) -> ParsedFile:
    """Moves the records that a contact file may not hold to the rejected ones, each with its first error."""
    from netui.storage.validation.validate import errors_in

    file = FileId(CONTACTS, "")
    people: list[PersonRecord] = []
    entries: list[EntryRecord] = []
    rejected = list(parsed.rejected)
    for person in parsed.people:
        errors = errors_in(file, {"name": person.name, **person.fields})
        if errors:
            why = errors[0].words
            rejected.append(RejectedRecord(person.file, person.where, why, person.raw, person.uid))
        else:
            people.append(person)
    for entry in parsed.entries:
        if not entry.fields:
            entries.append(entry)
            continue
        errors = errors_in(file, {"name": entry.id, "timeline": [{"id": entry.id, **entry.fields}]})
        if errors:
            rejected.append(RejectedRecord(entry.file, entry.where, errors[0].words, entry.raw))
        else:
            entries.append(entry)
    return parsed._replace(people=tuple(people), entries=tuple(entries), rejected=tuple(rejected))


class _ExistingContacts:
    """The existing contacts, as the planner looks them up."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stems = workspace.store.stems(CONTACTS)
        self._goals = workspace.store.stems(GOALS)
        self._sources = workspace.store.stems(SOURCES)
        self._names: dict[str, tuple[str, ...]] | None = None

    def by_source(self, kind: str, uid: str) -> str | None:
        found = self._workspace.read.contact_by_source(kind, uid)
        return found or (self._own_cards.get(uid) if kind == "vcard" else None)

    @cached_property
    def _own_cards(self) -> dict[str, str]:
        """The contacts by the UID that their card has when netui writes it."""
        from netui.interchange.vcard.writer import card_uid

        return {card_uid(row.id): row.id for row in self._workspace.read.contact_rows()}

    def by_name(self, folded: str) -> tuple[str, ...]:
        if self._names is None:
            self._names = self._workspace.read.ids_by_name()
        return self._names.get(folded, ())

    def by_address(self, address: str) -> tuple[str, ...]:
        return self._by_address.get(address, ())

    def emails(self) -> dict[str, str]:
        """Whose an e-mail address is; those that several contacts have are left out."""
        return _alone(self._by_address)

    @cached_property
    def _by_address(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for ident, _, head in self._workspace.read.heads():
            for each in addresses(head):
                found[each] = (*found.get(each, ()), ident)
        return found

    def unreadable_like(self, person: PersonRecord) -> str | None:
        """The contact whose file cannot be read that may be this person, by name, address or source."""
        own = {fold(person.name), *addresses(person.fields)}
        for ident, (name, known, sources) in self._unreadable.items():
            if ident == person.ident or own & {fold(name), *known} or (person.source, person.uid) in sources:
                return ident
            if ident == free_stem(person.name, ()):
                return ident
        return None

    @cached_property
    def _unreadable(self) -> dict[str, tuple[str, Collection[str], Collection[tuple[str, str]]]]:
        """Name, addresses and sources of each contact whose file cannot be read, as far as they stand."""
        from netui.storage.toml.salvage import salvage_items, salvage_values

        found: dict[str, tuple[str, Collection[str], Collection[tuple[str, str]]]] = {}
        for ident in (row.id for row in self._workspace.read.contact_rows() if row.error):
            try:
                data = self._workspace.store.read(FileId(CONTACTS, ident))
            except StoreError:
                data = b""
            values = salvage_values(data)
            sources = {(str(s.get("kind")), str(s.get("uid"))) for s in salvage_items(data, "source")}
            found[ident] = str(values.get("name") or ident), addresses(values), sources
        return found

    def name(self, ident: str) -> str:
        return self._workspace.read.names_of((ident,)).get(ident, ident)

    def document(self, ident: str) -> Mapping[str, Any] | None:
        row = self._workspace.read.row(ident)
        if row is None or row.error:
            return None
        try:
            return read_document(self._workspace, FileId(CONTACTS, ident))
        except (StoreError, Unreadable):
            return None

    def taken(self, stem: str) -> bool:
        return stem.casefold() in self._stems

    def goal(self, ident: str) -> Mapping[str, Any] | None:
        if ident.casefold() not in self._goals:
            return None
        try:
            return read_document(self._workspace, FileId(GOALS, ident))
        except (StoreError, Unreadable):
            return {}

    def source_text(self, kind: str, uid: str) -> str:
        """The text of a source as it stood last, "" for none."""
        data = self.held(source_file(kind, uid))
        state = load_source(data) if data is not None else None
        return state.raw if state else ""

    def settings(self) -> Mapping[str, Any] | None:
        if not (self._workspace.network / SETTINGS.filename).exists():
            return None
        try:
            return read_document(self._workspace, SETTINGS)
        except (StoreError, Unreadable):
            return {}

    def held(self, file: FileId) -> bytes | None:
        from netui.storage.archive.placement import read_file

        if file.stem not in self._sources:
            return None
        return read_file(str(self._workspace.network), str(file))
