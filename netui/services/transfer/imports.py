"""Imports files of other programs: detects the format, validates, plans the changes, applies one batch."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from errno import ENOENT
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.interchange.match import addresses
from netui.interchange.network_json import is_network
from netui.interchange.plan import Plan, plan
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, RejectedRecord
from netui.services.errors import Refused
from netui.services.people.commands import read_document
from netui.services.privacy.forgotten import Marks
from netui.services.workspace import Done, Workspace
from netui.storage.errors import StoreError, Unreadable
from netui.storage.files.filenames import free_stem

MAX_BYTES = 64 << 20
_SNIFFED = 64 << 10


class Format(NamedTuple):
    """An import format: ``detects`` a file by its name and first bytes; ``module`` reads it."""

    name: str
    suffixes: tuple[str, ...]
    detects: Callable[[str, bytes], bool]
    module: str


def _is_friends(name: str, start: bytes) -> bool:
    text = start.lower()
    return name.endswith((".md", ".markdown")) and (b"### friends" in text or b"### activities" in text)


def _is_vcard(_: str, start: bytes) -> bool:
    return b"BEGIN:VCARD" in start.replace(b"\0", b"").upper()


FORMATS: tuple[Format, ...] = (
    Format("json", (".json",), lambda _, start: is_network(start), "netui.interchange.network_json"),
    Format("vcard", (".vcf", ".vcard"), _is_vcard, "netui.interchange.vcard.reader"),
    Format("friends", (".md", ".markdown"), _is_friends, "netui.interchange.friends"),
)
"""All formats, in the order in which they are tried; each module has ``read(data, file) -> Reading``."""


def plan_import(
    workspace: Workspace, paths: Sequence[str], format_name: str = "", *, by_name: bool = False
) -> Plan:
    """Plans the import of files and folders; raises Refused for an unknown format.

    ``by_name`` takes a contact of the same name for the same person.
    """
    from netui.storage.toml.document import dump

    wanted = _format(format_name) if format_name else None
    marks = Marks(workspace.network)
    files: list[ParsedFile] = []
    refused = []
    for path in paths:
        inside = [_read(each, wanted) for each in _files(path, wanted)] or [
            _rejected(os.path.basename(os.path.normpath(path)), "no file of a known format is in it")
        ]
        if all(_is_refused(each) for each in inside):
            refused.append(path)
        files += (_reject_invalid(_without_forgotten(each, marks)) for each in inside)
    names = ", ".join(os.path.basename(os.path.normpath(path)) for path in paths[:3])
    found = plan(
        files, _ExistingContacts(workspace), dump=dump, free_stem=lambda name, taken: free_stem(name, taken),
        label=f"imported {names}", by_name=by_name,
    )  # fmt: skip
    return found._replace(refused=tuple(refused))


def apply_import(workspace: Workspace, found: Plan) -> tuple[Done, Path | None]:
    """Applies a plan as one batch; rejected records are kept in the quarantine file returned."""
    done = workspace.apply(found.batch)
    return done, _quarantine(workspace, found.rejected)


def _quarantine(workspace: Workspace, rejected: Iterable[RejectedRecord]) -> Path | None:
    parts = [f"# {r.file}, {r.where}: {r.why}\n{r.raw}\n" for r in rejected if r.raw]
    if not parts:
        return None
    from netui.storage.state.drafts import Drafts

    return Drafts(workspace.places).save("import-rejected", "\n".join(parts))


def _format(name: str) -> Format:
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise Refused(f"there is no format {name!r}; there is {', '.join(each.name for each in FORMATS)}")


def _files(path: str, wanted: Format | None) -> list[str]:
    """The files to read: of a folder those with a format's suffix; raises FileNotFoundError."""
    suffixes = wanted.suffixes if wanted else tuple(s for each in FORMATS for s in each.suffixes)
    if os.path.isdir(path):
        return [
            os.path.join(path, name) for name in sorted(os.listdir(path)) if name.lower().endswith(suffixes)
        ]
    if not os.path.lexists(path):
        raise FileNotFoundError(ENOENT, "there is no such file; check the path", path)
    return [path]


def _is_refused(parsed: ParsedFile) -> bool:
    """Whether nothing of a file could be read."""
    return not parsed.people and not parsed.entries and bool(parsed.rejected)


def _read(path: str, wanted: Format | None) -> ParsedFile:
    """Reads one file; one that cannot be read is rejected as a whole."""
    name = os.path.basename(path)
    try:
        # A named pipe would wait for somebody to write to it.
        with open(path, "rb", opener=lambda p, flags: os.open(p, flags | os.O_NONBLOCK)) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                return _rejected(name, "it is no file")
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _rejected(name, error.strerror or str(error))
    if len(data) > MAX_BYTES:
        return _rejected(name, f"larger than {MAX_BYTES >> 20} MiB; split it")
    detected = (each for each in FORMATS if each.detects(name.lower(), data[:_SNIFFED]))
    found = wanted or next(detected, None)
    if found is None:
        known = ", ".join(each.name for each in FORMATS)
        return _rejected(name, f"not a file that can be told by itself; say what it is with --from ({known})")
    from importlib import import_module

    parsed: ParsedFile = import_module(found.module).read(data, name)
    return parsed


def _without_forgotten(parsed: ParsedFile, marks: Marks) -> ParsedFile:
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
    return ParsedFile(tuple(people), tuple(entries), tuple(rejected))


def _reject_invalid(parsed: ParsedFile) -> ParsedFile:
    """Moves the records that a contact file may not hold to the rejected ones, each with its first error."""
    from netui.storage.validation import errors_in

    file = FileId(CONTACTS, "")
    people: list[PersonRecord] = []
    entries: list[EntryRecord] = []
    rejected = list(parsed.rejected)
    for person in parsed.people:
        errors = errors_in(file, {"name": person.name, **person.fields})
        if errors:
            rejected.append(RejectedRecord(person.file, person.where, errors[0].words, person.raw))
        else:
            people.append(person)
    for entry in parsed.entries:
        errors = errors_in(file, {"name": entry.id, "timeline": [{"id": entry.id, **entry.fields}]})
        if errors:
            rejected.append(RejectedRecord(entry.file, entry.where, errors[0].words, entry.raw))
        else:
            entries.append(entry)
    return parsed._replace(people=tuple(people), entries=tuple(entries), rejected=tuple(rejected))


def _rejected(file: str, why: str) -> ParsedFile:
    return ParsedFile(rejected=(RejectedRecord(file, "", why),))


class _ExistingContacts:
    """The existing contacts, as the planner looks them up."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stems = workspace.store.stems(CONTACTS)
        self._goals = workspace.store.stems(GOALS)
        self._names: dict[str, tuple[str, ...]] | None = None
        self._addresses: dict[str, tuple[str, ...]] | None = None

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
        if self._addresses is None:
            self._addresses = {}
            for head in self._workspace.read.heads():
                for each in addresses(head.head):
                    self._addresses[each] = (*self._addresses.get(each, ()), head.id)
        return self._addresses.get(address, ())

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

    def has_goal(self, ident: str) -> bool:
        return ident.casefold() in self._goals
