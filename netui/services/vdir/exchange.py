"""Exchange contacts with a vdir folder: both sides change, and are merged with what was last exchanged.

What came in is merged like an import that comes again: the base is the state of the source ``vdir`` in
``.sources``. Then those whom the query of the settings chooses are written out, each into the card as it
stands, so that only lines change that mean something else. A contact with an unsettled conflict waits.
Nobody is deleted: a card that vanished is asked about, and the card of a deleted contact is left alone.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Any

from netui.domain.model.changes import CONTACTS, AddItem, Batch, Change, Create, FileId, Restore, tables_at
from netui.domain.named_tuple import NamedTuple
from netui.interchange.import_plan import Choices, Plan
from netui.interchange.records import ParsedFile, RejectedRecord
from netui.interchange.vcard.reader import read
from netui.interchange.vcard.revision import revise_file
from netui.interchange.vcard.writer import card_uid, uid_of, write_card
from netui.services.errors import Refused
from netui.services.people.commands import read_document, with_former
from netui.services.transfer.imports import plan_records
from netui.services.vdir import folder
from netui.services.vdir.folder import SUFFIX, Card, Folder, read_folder
from netui.services.workspace import Workspace
from netui.storage.archive.placement import read_file
from netui.storage.errors import StoreError, Unreadable
from netui.storage.sources import SourceState, dump_source, load_source, source_file
from netui.storage.toml.parse import load

SOURCE = "vdir"


class Vanished(NamedTuple):
    """A contact whose card was exchanged, and is gone from the folder."""

    ident: str
    uid: str


class Exchange(NamedTuple):
    """What an exchange would do, or did.

    ``incoming`` is the import of the cards; ``written`` are the contacts whose card is written, ``waiting``
    those that have to be settled first. ``deleted`` are the names on cards of contacts deleted here.
    ``rejected`` are files that are no card, or that changed while they were to be written.
    """

    incoming: Plan
    written: tuple[str, ...]
    waiting: tuple[str, ...]
    vanished: tuple[Vanished, ...]
    deleted: tuple[str, ...]
    rejected: tuple[RejectedRecord, ...]

    def as_json(self) -> dict[str, Any]:
        """The document ``netui vdir --json`` prints."""
        return {
            **{key: list(getattr(self.incoming, key)) for key in ("new", "changed", "merged")},
            "kept": [each.as_json() for each in self.incoming.kept],
            "conflicts": [{"id": each.ident, "key": each.key} for each in self.incoming.clashes],
            "written": list(self.written),
            "waiting": list(self.waiting),
            "vanished": [each.ident for each in self.vanished],
            "deleted": list(self.deleted),
            "rejected": [{"file": r.file, "where": r.where, "why": r.why} for r in self.rejected],
        }


def plan_exchange(workspace: Workspace) -> Exchange:
    """What an exchange would do; raises Refused without a folder, or with one that lost all its cards."""
    return _Exchanger(workspace).plan()


def apply_exchange(workspace: Workspace, again: Iterable[str] = (), release: Iterable[str] = ()) -> Exchange:
    """Exchanges both ways; raises Refused like :func:`plan_exchange`, and StoreError.

    ``again`` are contacts whose vanished card is written once more, ``release`` those who are left out of
    the folder from now on.
    """
    return _Exchanger(workspace).apply(frozenset(again), frozenset(release))


class _Exchanger:
    """One exchange; reads the folder once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        config = workspace.config.vdir
        if not config.path:
            raise Refused('no folder is set: name it in the settings, as [vdir] path = "~/contacts"')
        self._path = os.path.abspath(os.path.expanduser(config.path))
        self._query = config.query
        self._folder: Folder = read_folder(self._path)
        known = workspace.read.contacts_by_source()
        self._links = {uid: ident for (kind, uid), ident in known.items() if kind == SOURCE}
        if self._links and not self._folder.cards:
            raise Refused(
                f"there is no card left in {self._path}, where {len(self._links)} were; nothing was done: "
                "look whether the folder is there, and in step with its server"
            )

    def plan(self) -> Exchange:
        incoming, deleted = self._incoming()
        touched = {*incoming.changed, *incoming.merged}
        written, waiting = [], []
        for ident, document in self._chosen():
            if document.get("conflict"):
                waiting.append(ident)
            elif ident not in touched and any(self._outgoing(ident, document)):
                written.append(ident)
        return self._result(incoming, written, waiting, self._vanished(), deleted, ())

    def apply(self, again: frozenset[str], release: frozenset[str]) -> Exchange:
        incoming, deleted = self._incoming()
        vanished = self._vanished()
        restored: dict[FileId, Change] = {
            each.file: each for each in incoming.batch.changes if isinstance(each, Restore)
        }
        changes: list[Change] = [each for each in incoming.batch.changes if not isinstance(each, Restore)]
        written, waiting, rejected = dict[str, None](), [], []
        for ident, document in self._as_after(incoming.batch, self._chosen(also=again)):
            if document.get("conflict"):
                waiting.append(ident)
                continue
            for uid, data in self._outgoing(ident, document, again=ident in again):
                if path := self._write(uid, data):
                    written[ident] = None
                    changes += self._link(ident, document, uid)
                    restored.update(self._exchanged(data, os.path.basename(path)))
                else:
                    why = "it changed while it was to be written; the next exchange takes it"
                    rejected.append(RejectedRecord(uid, "", why))
        for each in vanished:
            if each.ident in release:
                restored.update(self._replaced(SourceState(SOURCE, each.uid)))
        # The cards come first: one that says already what its contact is about to hold clashes with nothing
        # should the rest fail, but a contact that claimed an exchange which was not would undo its own edits.
        if changes or restored:
            words = f", {len(written)} written" if written else ""
            batch = Batch(incoming.batch.label + words, (*changes, *restored.values()))
            self._workspace.apply(with_former(self._workspace, batch))
        left = [each for each in vanished if each.ident not in again | release]
        return self._result(incoming, written, waiting, left, deleted, rejected)

    def _as_after(
        self, batch: Batch, chosen: Iterable[tuple[str, Mapping[str, Any]]]
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The contacts as they will be once the cards are in, which is saved together with what goes out."""
        coming = [
            each for each in batch.changes if each.file.folder == CONTACTS and not isinstance(each, Create)
        ]
        previewed = self._workspace.store.preview(Batch(batch.label, tuple(coming))) if coming else ()
        after = {change.file.stem: load(change.after) for change in previewed if change.after}
        for ident, document in chosen:
            yield ident, after.get(ident, document)

    def _result(
        self,
        incoming: Plan,
        written: Iterable[str],
        waiting: Iterable[str],
        vanished: Iterable[Vanished],
        deleted: Iterable[str],
        rejected: Iterable[RejectedRecord],
    ) -> Exchange:
        refused = (*incoming.rejected, *self._folder.rejected, *rejected)
        return Exchange(incoming, tuple(written), tuple(waiting), tuple(vanished), tuple(deleted), refused)

    # ------------------------------------------------------------------ in

    def _incoming(self) -> tuple[Plan, tuple[str, ...]]:
        """The import of the cards, and the names on those whose contact was deleted here."""
        people, deleted = [], []
        meant: dict[tuple[str, str], str] = {}
        for uid, card in self._folder.cards.items():
            if uid not in self._links:
                if self._state(uid) is not None:
                    deleted.append(card.person.name)
                    continue
                if ident := self._known(uid):
                    meant[SOURCE, uid] = ident
            people.append(card.person._replace(source=SOURCE))
        parsed = ParsedFile(tuple(people))
        label = f"vdir: {os.path.basename(self._path)}"
        return plan_records(self._workspace, parsed, label, Choices(people=meant)), tuple(deleted)

    def _known(self, uid: str) -> str | None:
        """The contact that has this UID from an import, or whose card netui wrote."""
        return self._workspace.read.contact_by_source("vcard", uid) or self._own_cards.get(uid)

    @cached_property
    def _own_cards(self) -> Mapping[str, str]:
        return {card_uid(row.id): row.id for row in self._workspace.read.contact_rows()}

    # ------------------------------------------------------------------ out

    def _chosen(self, also: frozenset[str] = frozenset()) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The contacts that go out, as their files hold them now; oneself and the unreadable never do."""
        from netui.services.people.contact_list import ContactList

        idents = dict.fromkeys(sorted(also))
        if self._query.strip():
            listed = ContactList(self._workspace).listed(self._workspace.parse_query(self._query), "name")
            idents.update(dict.fromkeys(row.id for row in listed.contact_rows))
        for ident in idents:
            try:
                document = read_document(self._workspace, FileId(CONTACTS, ident))
            except (StoreError, Unreadable, OSError):
                continue
            if document.get("me") is not True:
                yield ident, document

    def _outgoing(
        self, ident: str, document: Mapping[str, Any], *, again: bool = False
    ) -> Iterator[tuple[str, bytes]]:
        """The cards to write, by UID: those that do not say yet what the contact holds.

        Someone merged from several people has several, and each is kept in step. One that vanished is not
        written, unless ``again``.
        """
        for uid in _uids(ident, document):
            card = self._folder.cards.get(uid)
            if card is not None:
                data = revise_file(card.data, ident, document, self._names, self._names_by_uid)
                if data != card.data:
                    yield uid, data
            elif again or self._state(uid) is None:
                named = {**document, "source": [{"kind": "vcard", "uid": uid}]}
                yield uid, write_card(ident, named, self._names).encode()

    def _write(self, uid: str, data: bytes) -> str | None:
        """Writes a card; returns its path, None where the file changed meanwhile."""
        card: Card | None = self._folder.cards.get(uid)
        path = card.path if card else os.path.join(self._path, _file_name(uid))
        return path if folder.write_card(path, data, card.data if card else None) else None

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {row.id: row.name for row in self._workspace.read.contact_rows()}

    @cached_property
    def _names_by_uid(self) -> Mapping[str, str]:
        return {uid: card.person.name for uid, card in self._folder.cards.items()}

    # ------------------------------------------------------------------ what was exchanged

    def _vanished(self) -> list[Vanished]:
        """Contacts whose card is gone; who was released is not asked about again."""
        gone = ((uid, ident) for uid, ident in self._links.items() if uid not in self._folder.cards)
        return [Vanished(ident, uid) for uid, ident in gone if (state := self._state(uid)) and state.raw]

    def _state(self, uid: str) -> SourceState | None:
        data = self._held(uid)
        return load_source(data) if data is not None else None

    def _held(self, uid: str) -> bytes | None:
        return read_file(str(self._workspace.network), str(source_file(SOURCE, uid)))

    def _link(self, ident: str, document: Mapping[str, Any], uid: str) -> Iterator[Change]:
        """What says in a contact that it is in the folder."""
        source = {"kind": SOURCE, "uid": uid}
        if source not in tables_at(document, "source"):
            yield AddItem(FileId(CONTACTS, ident), "source", source)

    def _exchanged(self, data: bytes, name: str) -> dict[FileId, Change]:
        """What was exchanged now, as the base of the next merge."""
        (person,) = read(data, name).people
        said = {"name": person.name, **person.fields}
        return self._replaced(SourceState(SOURCE, person.uid, person.raw, said))

    def _replaced(self, state: SourceState) -> dict[FileId, Change]:
        file = source_file(SOURCE, state.uid)
        before, after = self._held(state.uid), dump_source(state)
        return {file: Restore(file, before, after)} if before != after else {}


def _uids(ident: str, document: Mapping[str, Any]) -> list[str]:
    """The UIDs of the cards of a contact in the folder, else the one that a new card of it has."""
    sources = [each for each in tables_at(document, "source") if each.get("kind") == SOURCE]
    return [uid for each in sources if isinstance(uid := each.get("uid"), str)] or [uid_of(ident, document)]


def _file_name(uid: str) -> str:
    """A name for a new card: its UID, or a digest of one that could be no name."""
    is_plain = uid.replace("-", "").replace("_", "").isalnum() and uid.isascii() and len(uid) <= 100
    return (uid if is_plain else blake2b(uid.encode("utf-8", "replace"), digest_size=16).hexdigest()) + SUFFIX
