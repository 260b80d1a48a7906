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


def _names(workspace: Workspace) -> dict[str, str]:
    return {row.id: row.name for row in workspace.read.contact_rows()}


def _vcard(workspace: Workspace, documents: _Documents, _: bool) -> Iterator[str]:
    from netui.interchange.vcard.writer import write_card

    names = _names(workspace)
    return (write_card(ident, document, names) for ident, document in documents)


def _csv(workspace: Workspace, documents: _Documents, _: bool) -> Iterator[str]:
    from netui.interchange.csv.writer import write_table

    return write_table(documents, _names(workspace))


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
