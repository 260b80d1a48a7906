"""Export contacts as vCard, CSV, iCalendar, JSON or Markdown: what is private and oneself stay here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError, Unreadable

_Documents = Iterable[tuple[str, Mapping[str, Any]]]


def export(
    workspace: Workspace, idents: Iterable[str], to: str, *, private: bool = False, with_goals: bool = False
) -> Iterator[str]:
    """The text of the export in pieces; line ends are part of it. Files that cannot be read are left out.

    ``private`` includes private entries and the contact that is oneself; ``with_goals`` is for JSON.
    """
    documents = ((ident, found) for ident in idents if (found := _document(workspace, ident, private)))
    return FORMATS[to](workspace, documents, with_goals)


def save_export(path: str, text: str) -> None:
    """Writes the file ``path`` at once as a whole, for its owner alone; raises OSError."""
    from netui.storage.files.atomic import write_private

    write_private(None, path, text.encode("utf-8"))


def _document(workspace: Workspace, ident: str, private: bool) -> Mapping[str, Any] | None:
    try:
        document = read_document(workspace, FileId(CONTACTS, ident))
    except (StoreError, Unreadable, OSError):
        return None
    if private:
        return document
    if document.get("me") is True:
        return None
    timeline = document.get("timeline")
    if isinstance(timeline, list) and timeline:
        document["timeline"] = [each for each in timeline if each.get("private") is not True]
    return document


_CSV_SOURCES = ("csv", "google", "outlook", "thunderbird", "linkedin")
"""The kinds of sources that are rows of a CSV file."""


def _raw_texts(workspace: Workspace, document: Mapping[str, Any], *kinds: str) -> Iterator[str]:
    """The cards or rows that imports kept of a contact."""
    from netui.storage.archive.placement import read_file
    from netui.storage.sources import load_raw, source_file

    sources = document.get("source")
    for source in sources if isinstance(sources, list) else ():
        if isinstance(source, Mapping) and source.get("kind") in kinds and isinstance(source.get("uid"), str):
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


def _vcard(workspace: Workspace, documents: _Documents, _: bool) -> Iterator[str]:
    from netui.interchange.vcard.revision import revise_card
    from netui.interchange.vcard.writer import write_card

    names, people = _names(workspace), _NamesByUid(workspace)
    for ident, document in documents:
        raw = next(_raw_texts(workspace, document, "vcard"), "")
        if raw.startswith("BEGIN:VCARD"):
            yield revise_card(raw, ident, document, names, people)
        else:
            yield write_card(ident, document, names)


def _csv(workspace: Workspace, documents: _Documents, _: bool) -> Iterator[str]:
    from netui.interchange.csv.reader import unknown_columns
    from netui.interchange.csv.writer import write_table

    def further(document: Mapping[str, Any]) -> dict[str, str]:
        found: dict[str, str] = {}
        for raw in _raw_texts(workspace, document, *_CSV_SOURCES):
            found = {**unknown_columns(raw), **found}
        return found

    return write_table(documents, _names(workspace), further)


def _ics(workspace: Workspace, documents: _Documents, _: bool) -> Iterator[str]:
    from netui.interchange.icalendar.writer import write_calendar

    return write_calendar(documents, _names(workspace), workspace.today)


def _json(workspace: Workspace, documents: _Documents, with_goals: bool) -> Iterator[str]:
    from netui.interchange.network_json import write_network

    files = (FileId(GOALS, goal.id) for goal in workspace.read.goals() if not goal.error)
    goals = ((file.stem, read_document(workspace, file)) for file in files)
    return write_network(documents, goals if with_goals else ())


def _markdown(workspace: Workspace, documents: _Documents, _: bool) -> Iterator[str]:
    from netui.interchange.friends_writer import write_friends

    return write_friends(documents, _names(workspace))


FORMATS: Mapping[str, Callable[[Workspace, _Documents, bool], Iterator[str]]] = {
    "vcard": _vcard, "csv": _csv, "ics": _ics, "json": _json, "markdown": _markdown,
}  # fmt: skip
"""The formats of an export, each with the function that writes it."""
