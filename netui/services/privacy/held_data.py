"""Everything that is held on one person: found all over the network, the state and the settings."""

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from netui.domain.model.changes import CONTACTS, GOALS, AddItem, FileId, list_at
from netui.domain.named_tuple import NamedTuple
from netui.domain.privacy.identity import Identity
from netui.domain.privacy.mentions import Mention, count_references, find_mentions
from netui.domain.privacy.raw_files import without_traces
from netui.services.check.conflict_copies import copies_of
from netui.services.privacy.forgotten import MARKS
from netui.services.privacy.sources import without_person
from netui.services.workspace import Workspace
from netui.storage.archive.placement import read_file
from netui.storage.erasure import list_files
from netui.storage.errors import StoreError, Unreadable
from netui.storage.files.filenames import is_network_file
from netui.storage.files.stat import network_key
from netui.storage.files.survey import SUFFIX
from netui.storage.network_folder import TEMPORARY
from netui.storage.state.drafts import hashed_kind

ROOMS = ("inbox", ".sources", ".quarantine", ".trash", CONTACTS, GOALS, "netui.toml")
"""What is netui's in the network; anything else there is named, and left to its owner."""

_NETWORK_KEY = re.compile(r"(?<=/)[0-9a-f]{8}(?=/|\.json\Z)")
"""The part of a path in the state folder that tells one network from another."""


class HeldFile(NamedTuple):
    """A contact or goal that names them: its data, and the entries it would get from their file."""

    file: FileId
    document: dict[str, Any]
    with_entries: dict[str, Any]
    references: int
    mentions: tuple[Mention, ...]


class HeldData(NamedTuple):
    """What is held on ``who``.

    ``own`` is their file and its data, ``copies`` are what a sync left of it; ``others`` are contacts and
    goals that name them; ``raw`` more files of the network, ``state`` drafts and the like, ``settings``
    whether config.toml does; ``journal`` counts changes that undo would bring back; ``namesakes`` and
    ``foreign`` files stay.
    """

    who: Identity
    own: FileId | None
    document: dict[str, Any]
    copies: tuple[str, ...]
    others: tuple[HeldFile, ...]
    raw: tuple[str, ...]
    state: tuple[str, ...]
    settings: bool
    journal: int
    namesakes: tuple[FileId, ...]
    foreign: tuple[str, ...]


def identify(workspace: Workspace, ident: str) -> Identity:
    """Who has the contact file ``ident``; raises StoreError where it cannot be read."""
    document = _document(workspace, FileId(CONTACTS, ident))
    names = [str(document.get("name") or ident), *_words(document, "aliases")]
    return Identity(ident, names, _emails(document), _sources(document))


def identify_by(workspace: Workspace, text: str) -> Identity:
    """Who is meant by a name, an address or an id that no contact has: with what the trash knows of them."""
    from netui.services.transfer.trash import find_trashed

    text = text.strip()
    who = Identity("", [] if "@" in text else [text], [text] if "@" in text else [])
    try:
        trashed = find_trashed(workspace, text)
    except ValueError:
        return who
    from netui.storage.toml.document import load

    try:
        document = load(workspace.store.read_trashed(trashed.name))
    except StoreError:
        document = {}
    names = [str(document.get("name") or trashed.title), *_words(document, "aliases")]
    return Identity(trashed.file.stem, names, _emails(document), _sources(document))


def find_held_data(workspace: Workspace, who: Identity) -> HeldData:
    """Searches every file; changes nothing."""
    own = FileId(CONTACTS, who.ident) if who.ident and workspace.read.row(who.ident) else None
    found = _NetworkSearch(who, _entries_passed_on(workspace, own) if own else {})
    copies = [str(file) for file in copies_of(workspace, own)] if own else []
    for path in list_files(workspace.network):
        if path not in (str(own), MARKS, *copies):
            found.look_at(path, read_file(str(workspace.network), path) or b"")
    config = read_file("", str(workspace.places.config)) or b""
    return HeldData(
        who,
        own,
        _document(workspace, own) if own else {},
        tuple(copies),
        tuple(found.others),
        tuple(found.raw),
        tuple(_held_state(workspace, who, own)),
        without_traces("config.toml", config, who) != config,
        sum(_is_in_event(who, event) for event in workspace.store.history()),
        tuple(found.namesakes),
        tuple(found.foreign),
    )


class _NetworkSearch:
    """Sorts the files of the network by how they name somebody; ``entries`` are those others would get."""

    def __init__(self, who: Identity, entries: Mapping[str, list[dict[str, Any]]]) -> None:
        self._who, self._entries = who, entries
        self.others: list[HeldFile] = []
        self.namesakes: list[FileId] = []
        self.raw: list[str] = []
        self.foreign: list[str] = []

    def look_at(self, path: str, data: bytes) -> None:
        """Takes in one file."""
        folder, _, name = path.partition("/")
        if folder in (CONTACTS, GOALS) and "/" not in name and is_network_file(name):
            self._look_at_contact(FileId(folder, name.removesuffix(SUFFIX)), data)
        elif without_person(path, data, self._who) != data:
            is_ours = folder in ROOMS or folder.startswith(TEMPORARY)
            (self.raw if is_ours else self.foreign).append(path)

    def _look_at_contact(self, file: FileId, data: bytes) -> None:
        who = self._who
        entries = self._entries.get(file.stem, []) if file.folder == CONTACTS else []
        text = data.decode("utf-8", "replace")
        is_escaped = "\\u" in text or "\\U" in text  # a name may be written so in TOML
        if not (entries or is_escaped or who.may_be_named_in(text) or (who.ident and who.ident in text)):
            return
        found = _held_file(who, file, data, entries)
        if found is None:
            self.raw += [str(file)] if without_traces(str(file), data, who) != data else []
        elif file.folder == CONTACTS and who.is_namesake(found.document):
            self.namesakes.append(file)
            self.others += [found._replace(mentions=())] if found.references else []
        elif found.references or found.mentions or entries:
            self.others.append(found)


def _is_in_event(who: Identity, event: Any) -> bool:
    return who.leaves_traces_in("\n".join([event.label, *(file.stem for file in event.files)]))


def _held_file(who: Identity, file: FileId, data: bytes, entries: list[dict[str, Any]]) -> HeldFile | None:
    """What a contact or goal holds of them; None where it cannot be parsed."""
    from netui.storage.toml.document import load

    try:
        document = load(data, str(file))
    except Unreadable:
        return None
    timeline = document.get("timeline")
    joined = {**document, "timeline": [*(timeline if isinstance(timeline, list) else []), *entries]}
    whole = joined if entries else document
    return HeldFile(file, document, whole, count_references(whole, who), tuple(find_mentions(whole, who)))


def _entries_passed_on(workspace: Workspace, own: FileId) -> dict[str, list[dict[str, Any]]]:
    """The entries that others shared with them, by the contact to whom each goes."""
    from netui.services.people.commands import remove_contacts

    found: dict[str, list[dict[str, Any]]] = {}
    for change in remove_contacts(workspace, [own.stem]).changes:
        if isinstance(change, AddItem):
            found.setdefault(change.file.stem, []).append(dict(change.item))
    return found


def _held_state(workspace: Workspace, who: Identity, own: FileId | None) -> Iterator[str]:
    """The files of the state folder that name them, or are drafts about them.

    The undo journal is left out, and what belongs to another network.
    """
    state = str(workspace.places.state)
    about = _drafts_about(_document(workspace, own), own.stem) if own else set()
    for path in list_files(state):
        keys = _NETWORK_KEY.findall(path)
        if path.startswith("journal/") or any(key != network_key(workspace.network) for key in keys):
            continue
        data = read_file(state, path) or b""
        if os.path.basename(path).removesuffix(".txt") in about or without_traces(path, data, who) != data:
            yield path


def _drafts_about(document: dict[str, Any], ident: str) -> set[str]:
    """The names of drafts of forms that are open, or were, on them."""
    keys = [f"contact {ident}", f"opportunity {ident} "]
    for table, word in (("timeline", "entry"), ("promise", "promise"), ("opportunity", "opportunity")):
        items = document.get(table)
        ids = [item.get("id") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        keys += [f"{word} {ident} {each}" for each in ids]
    return {hashed_kind("form", key) for key in keys}


def _document(workspace: Workspace, file: FileId) -> dict[str, Any]:
    """The data of a file; of one that cannot be parsed, what can be read."""
    from netui.storage.toml.document import load
    from netui.storage.toml.salvage import salvage_items, salvage_values

    data = workspace.store.read(file)
    try:
        return load(data, str(file))
    except Unreadable:
        return {**salvage_values(data), "timeline": salvage_items(data, "timeline")}


def _words(document: dict[str, Any], key: str) -> list[str]:
    return [word for word in list_at(document, key) if isinstance(word, str)]


def _emails(document: dict[str, Any]) -> list[str]:
    values = [each.get("value") if isinstance(each, dict) else each for each in list_at(document, "emails")]
    return [value for value in values if isinstance(value, str)]


def _sources(document: dict[str, Any]) -> list[tuple[str, str]]:
    tables = [each for each in list_at(document, "source") if isinstance(each, dict)]
    return [(str(each.get("kind")), str(each.get("uid"))) for each in tables]
