"""The trash: what was deleted, and bringing it back one by one."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from netui.domain.model.changes import (
    CONTACTS,
    GOALS,
    INBOX,
    AmendItem,
    Batch,
    Change,
    FileId,
    RemoveItem,
    Restore,
    tables_at,
)
from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import Refused, StoreError
from netui.services.workspace import Workspace
from netui.storage.errors import Unreadable
from netui.storage.files.trash import is_trashed
from netui.storage.queries.search.full_text import Hit


class TrashedFile(NamedTuple):
    """A deleted contact or goal, or what was taken in from the inbox.

    ``name`` is its name in the trash, ``file`` what it was, ``title`` what it was called.
    """

    name: str
    file: FileId
    title: str
    when: datetime


def gone_words(workspace: Workspace, file: FileId, trash_key: str) -> str:
    """What became of a file that is no longer there; ``trash_key`` opens the trash."""
    if is_trashed(workspace.network, file):
        return f"it is in the trash by now; {trash_key} brings back what is there"
    return f"{file} is no longer there: another program deleted or renamed it"


def list_trash(workspace: Workspace) -> list[TrashedFile]:
    """What was deleted, latest first."""
    found = []
    for trashed in workspace.store.trash():
        name = trashed.path.name
        if trashed.is_of_inbox:
            found.append(TrashedFile(name, FileId(INBOX, trashed.stem), trashed.stem, trashed.when))
            continue
        try:
            document, folder = _read(workspace, name)
        except StoreError:
            document, folder = {}, CONTACTS
        title = document.get("name" if folder == CONTACTS else "title")
        found.append(
            TrashedFile(
                name,
                FileId(folder, trashed.stem),
                title if isinstance(title, str) else trashed.stem,
                trashed.when,
            )
        )
    return found


def search_trash(workspace: Workspace, text: str) -> list[Hit]:
    """What was deleted and holds every word of ``text``: each with its name in the trash as ``id``."""
    words = [fold(word) for word in text.split()]
    found = []
    for trashed in list_trash(workspace) if words else ():
        try:
            document, _ = _read(workspace, trashed.name)
        except StoreError:
            continue
        texts = [trashed.title, *_texts(document)]
        whole = fold("\n".join(texts))
        if all(word in whole for word in words):
            line = next((each for each in texts if any(word in fold(each) for word in words)), trashed.title)
            said = "" if line == trashed.title else f": {' '.join(line.split())}"
            found.append(Hit("", None, None, f"{trashed.title}{said}", "trash", trashed.name))
    return found


def _texts(value: object) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


class NotInTrash(Refused):
    """Nothing of that name is in the trash."""


def find_trashed(workspace: Workspace, text: str) -> TrashedFile:
    """The one that ``text`` means: its name in the trash, its id, or what it was called.

    Raises NotInTrash, and Refused where it may be several.
    """
    listed = list_trash(workspace)
    wanted = text.casefold()
    exact = [
        each
        for each in listed
        if wanted in (each.name.casefold(), each.name.removesuffix(".toml").casefold())
    ]
    found = exact or [each for each in listed if wanted in (each.file.stem.casefold(), each.title.casefold())]
    if not found:
        raise NotInTrash(f"there is no {text!r} in the trash; netui trash lists what is")
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        raise Refused(f"{text!r} may be any of these; name one: {names}")
    return found[0]


def restore_trashed(workspace: Workspace, trashed: TrashedFile) -> Batch:
    """Brings one back, as one change that undo takes back; raises Refused where its id is taken.

    Entries that went to others when it was deleted come back from them; one that was changed there since
    stays there, and names them again.
    """
    data = workspace.store.read_trashed(trashed.name)
    if trashed.file.stem.casefold() in workspace.store.stems(trashed.file.folder):
        raise Refused(f"{trashed.file} exists already; rename that file, or delete it, and try again")
    changes: list[Change] = [Restore(trashed.file, None, data, trashed.name)]
    if trashed.file.folder == CONTACTS:
        document, _ = _read(workspace, trashed.name)
        for item in tables_at(document, "timeline"):
            changes += _taken_back(workspace, trashed.file, item)
    return Batch(f"brought back {trashed.title}", tuple(changes))


def _taken_back(workspace: Workspace, file: FileId, item: dict[str, Any]) -> list[Change]:
    """What becomes of a shared entry that has gone to another participant."""
    from netui.services.people.commands import read_document

    others = item.get("with")
    ident = item.get("id")
    if not isinstance(others, list) or not isinstance(ident, str):
        return []
    for row in workspace.read.contact_rows([other for other in others if isinstance(other, str)]):
        if row.error:
            continue
        heir = FileId(CONTACTS, row.id)
        for theirs in tables_at(read_document(workspace, heir), "timeline"):
            if theirs.get("id") != ident:
                continue
            rest = [other for other in others if other != row.id]
            if theirs == {**{key: value for key, value in item.items() if key != "with"}, **_with(rest)}:
                return [RemoveItem(heir, "timeline", theirs)]
            named = [*(theirs.get("with") or []), file.stem]
            return [
                RemoveItem(file, "timeline", {"id": ident}),
                AmendItem(heir, "timeline", {"id": ident}, {"with": list(dict.fromkeys(named))}),
            ]
    return []


def _with(others: list[Any]) -> dict[str, Any]:
    return {"with": others} if others else {}


def _read(workspace: Workspace, name: str) -> tuple[dict[str, Any], str]:
    """The data of a trashed file, as far as it can be parsed, and the folder it came from."""
    from netui.storage.toml.document import load

    data = workspace.store.read_trashed(name)
    try:
        document = load(data, name)
    except Unreadable:
        has_name = re.search(rb"(?m)^[ \t]*name[ \t]*=", data)
        is_goal = not has_name and re.search(rb"(?m)^[ \t]*title[ \t]*=", data)
        return {}, GOALS if is_goal else CONTACTS
    return document, GOALS if "title" in document and "name" not in document else CONTACTS
