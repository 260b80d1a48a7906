"""Export contacts as vCard, CSV, iCalendar, JSON or Markdown: what is private and oneself stay here."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from netui.domain.model.changes import CONTACTS, GOALS, SETTINGS, SOURCES, FileId, tables_at
from netui.services.errors import Refused
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError, Unreadable

if TYPE_CHECKING:
    from netui.storage.sources import SourceState


def export(
    workspace: Workspace, idents: Iterable[str], to: str, *, private: bool = False, whole: bool = False
) -> Iterator[str]:
    """The text of the export in pieces; line ends are part of it. Files that cannot be read are left out.

    ``private`` includes private entries and the contact that is oneself. ``whole`` is for JSON that takes the
    network elsewhere: with goals, settings and what its sources said, which may be more than its contacts
    hold by now.
    """
    return FORMATS[to](workspace, _Chosen(workspace, idents, private), whole)


def export_to_file(
    workspace: Workspace,
    idents: Iterable[str],
    path: str,
    to: str = "",
    *,
    private: bool = False,
    whole: bool = False,
) -> int:
    """Writes the file ``path`` as a whole, for its owner alone; returns of how many people.

    ``to`` is the format, else the suffix says it. Raises Refused where that says nothing or nobody is left to
    be exported, and OSError.
    """
    from netui.storage.files.atomic import write_private

    to = to or format_of(path)
    folder = os.path.dirname(path)
    if not to:
        raise Refused(f"the end of the name says the format: {' '.join(SUFFIXES)}")
    if not os.path.isdir(folder):
        raise Refused(f"there is no folder {folder}; make it, or choose another")
    if os.path.isdir(path):
        raise Refused(f"{path} is a folder; say which file is to be written in it")
    chosen = _Chosen(workspace, idents, private)
    text = "".join(FORMATS[to](workspace, chosen, whole))
    if not chosen.count:
        raise Refused("nobody is left to be exported: oneself stays here, and what cannot be read")
    write_private(None, path, text.encode("utf-8"))
    return chosen.count


def format_of(path: str) -> str:
    """The format that the suffix of a file says, "" for none."""
    return SUFFIXES.get(os.path.splitext(path)[1].lower(), "")


class _Chosen:
    """The contacts of an export, read one by one; what of them was written is known afterwards."""

    def __init__(self, workspace: Workspace, idents: Iterable[str], private: bool) -> None:
        self._workspace, self._idents, self._private = workspace, idents, private
        self.count = 0
        self.sources: set[tuple[object, object]] = set()
        self.entries: set[object] = set()
        self.kept_back: set[object] = set()
        """The ids of private entries, which stay here."""

    def __iter__(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for ident in self._idents:
            try:
                document = read_document(self._workspace, FileId(CONTACTS, ident))
            except (StoreError, Unreadable, OSError):
                continue
            if self._private or document.get("me") is not True:
                self.count += 1
                yield ident, self._taken(document)

    def _taken(self, document: dict[str, Any]) -> Mapping[str, Any]:
        timeline = document.get("timeline")
        if isinstance(timeline, list) and timeline and not self._private:
            document["timeline"] = [each for each in timeline if each.get("private") is not True]
            self.kept_back.update(each.get("id") for each in timeline if each.get("private") is True)
        self.entries.update(each.get("id") for each in tables_at(document, "timeline"))
        self.sources.update((each.get("kind"), each.get("uid")) for each in tables_at(document, "source"))
        return document


_CSV_SOURCES = ("csv", "google", "outlook", "thunderbird", "linkedin")
"""The kinds of sources that are rows of a CSV file."""


def _raw_texts(workspace: Workspace, document: Mapping[str, Any], *kinds: str) -> Iterator[str]:
    """The cards or rows that imports kept of a contact."""
    from netui.storage.archive.placement import read_file
    from netui.storage.sources import load_raw, source_file

    for source in tables_at(document, "source"):
        if source.get("kind") in kinds and isinstance(source.get("uid"), str):
            data = read_file(str(workspace.network), str(source_file(source["kind"], source["uid"])))
            if data is not None and (raw := load_raw(data)):
                yield raw


class _NamesByUid(Mapping[str, str]):
    """The names of contacts by the UID of their card, looked up when a card names another one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __getitem__(self, uid: str) -> str:
        ident = self._workspace.read.contact_by_source("vcard", uid)
        if ident is None:
            raise KeyError(uid)
        return self._workspace.name(ident)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _names(workspace: Workspace) -> dict[str, str]:
    return {row.id: row.name for row in workspace.read.contact_rows()}


def _vcard(workspace: Workspace, chosen: _Chosen, _: bool) -> Iterator[str]:
    from netui.interchange.vcard.revision import revise_card
    from netui.interchange.vcard.writer import write_card

    names, people = _names(workspace), _NamesByUid(workspace)
    for ident, document in chosen:
        texts = dict.fromkeys(_raw_texts(workspace, document, "vcard", "vdir"))
        cards = [raw for raw in texts if raw.startswith("BEGIN:VCARD")]
        if cards:
            yield revise_card(cards[0], ident, document, names, people, cards[1:])
        else:
            yield write_card(ident, document, names)


def _csv(workspace: Workspace, chosen: _Chosen, _: bool) -> Iterator[str]:
    from netui.interchange.csv.reader import unknown_columns
    from netui.interchange.csv.writer import write_table

    def further(document: Mapping[str, Any]) -> dict[str, str]:
        found: dict[str, str] = {}
        for raw in _raw_texts(workspace, document, *_CSV_SOURCES):
            found = {**unknown_columns(raw), **found}
        return found

    return write_table(chosen, _names(workspace), further)


def _ics(workspace: Workspace, chosen: _Chosen, _: bool) -> Iterator[str]:
    from netui.interchange.icalendar.writer import write_calendar

    return write_calendar(chosen, _names(workspace), workspace.today)


def _json(workspace: Workspace, chosen: _Chosen, whole: bool) -> Iterator[str]:
    from netui.interchange.network_json import write_network

    if not whole:
        return write_network(chosen)
    files = (FileId(GOALS, ident) for ident, _, error in workspace.read.goals() if not error)
    goals = ((file.stem, read_document(workspace, file)) for file in files)
    try:
        settings = read_document(workspace, SETTINGS)
    except (StoreError, Unreadable):
        settings = {}
    return write_network(chosen, goals, settings, _states(workspace, chosen))


def _states(workspace: Workspace, chosen: _Chosen) -> "Iterator[SourceState]":
    """What the sources of the contacts said last, without the private; of nobody else."""
    from netui.storage.archive.placement import read_file
    from netui.storage.sources import load_source

    for stem in sorted(workspace.store.stems(SOURCES)):
        data = read_file(str(workspace.network), str(FileId(SOURCES, stem)))
        state = load_source(data) if data is not None else None
        if state is None:
            continue
        if (state.kind, state.uid) not in chosen.sources and chosen.entries.isdisjoint(state.entries):
            continue
        if not chosen.kept_back.isdisjoint(state.entries):
            left = {ident: said for ident, said in state.entries.items() if ident not in chosen.kept_back}
            state = state._replace(raw="", entries=left)
        yield state


def _markdown(workspace: Workspace, chosen: _Chosen, _: bool) -> Iterator[str]:
    from netui.interchange.friends_writer import write_friends

    return write_friends(chosen, _names(workspace))


FORMATS: Mapping[str, Callable[[Workspace, _Chosen, bool], Iterator[str]]] = {
    "vcard": _vcard, "csv": _csv, "ics": _ics, "json": _json, "markdown": _markdown,
    "friends": _markdown,
}  # fmt: skip
"""The formats of an export, each with the function that writes it; the Markdown is that of friends.md."""
SUFFIXES = {".vcf": "vcard", ".csv": "csv", ".ics": "ics", ".json": "json", ".md": "markdown"}
"""The format that each suffix of a file says."""
