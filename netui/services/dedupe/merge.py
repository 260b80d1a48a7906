"""Merging two contacts: the batch of changes, and a preview of it in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from netui.domain.dedupe.merge import Merge, merge
from netui.domain.model.changes import CONTACTS, GOALS, Batch, FileId, ReplaceText
from netui.services.check.conflict_copies import copies_of
from netui.services.errors import Refused
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace

NAMED = 4
"""How many contacts with references to the deleted one the preview names; the others are counted."""
_NOUNS = {
    "timeline": ("entry", "entries"), "promise": ("promise", "promises"), "date": ("date", "dates"),
    "opportunity": ("opportunity", "opportunities"), "related": ("tie", "ties"),
    "source": ("source of an import", "sources of imports"), "conflict": ("conflict", "conflicts"),
}  # fmt: skip


def plan_merge(workspace: Workspace, keeper: str, other: str) -> Merge:
    """Plans the merge of the contact ``other`` into ``keeper``, from their files as they are now.

    The store refuses the batch once the file of ``other`` has changed. Raises Refused where the two cannot be
    merged, and StoreError where a file with a reference to ``other`` cannot be read.
    """
    from netui.storage.toml.document import decode, parse

    if keeper == other:
        raise Refused(f"{workspace.name(keeper)} is one person already; name two")
    for ident in (keeper, other):
        row = workspace.read.row(ident)
        if row is None:
            raise Refused(f"there is nobody with the id {ident!r}")
        if row.error:
            raise Refused(f"{row.error}; mend it (netui edit {ident}), then merge")
    files = [FileId(CONTACTS, keeper), FileId(CONTACTS, other)]
    if copies := copies_of(workspace, files[1]):
        raise Refused(f"{copies[0]} is a copy of {files[1]}: netui check --fix merges it; then merge the two")
    referring = workspace.read.relationships.referring_to(other)
    files += [FileId(CONTACTS, who) for who in referring if who not in (keeper, other)]
    files += [FileId(GOALS, goal) for goal, body, _ in workspace.read.goals() if _mentions(other, body)]
    seen = decode(workspace.store.read(files[1]), files[1])
    documents = {file: read_document(workspace, file) for file in files if file != files[1]}
    try:
        found = merge(keeper, other, {**documents, files[1]: parse(seen, files[1])})
    except ValueError as error:
        raise Refused(str(error)) from None
    *changes, delete = found.batch.changes
    # Something written to the deleted file in the meantime would be lost: this change makes the batch fail.
    unchanged = ReplaceText(files[1], seen, seen)
    return found._replace(batch=Batch(found.batch.label, (*changes, unchanged, delete)))


def _mentions(ident: str, body: Any) -> bool:
    """Whether a contact's id occurs anywhere in the texts of a goal."""
    if isinstance(body, Mapping):
        body = list(body.values())
    if isinstance(body, list):
        return any(_mentions(ident, each) for each in body)
    return isinstance(body, str) and ident in body


def describe_merge(workspace: Workspace, found: Merge) -> list[tuple[str, str]]:
    """The preview of a merge: rows of a key or table and what happens to it."""

    def shown(key: str, values: Sequence[str]) -> list[str]:
        """The values on one line each; an id in ``met.via`` as a name."""
        return [" ".join(v.split()) for v in (workspace.names(values) if key == "met.via" else values)]

    rows = [
        (key.partition(".")[0], _inside(key) + "+ " + ", ".join(shown(key, values)))
        for key, values in found.gained.items()
    ]
    for key, *values in found.conflicts:
        stays, noted = shown(key, values)
        words = (f"stays {stays}; " if stays else "") + f"in the notes: {noted}"
        rows.append((key.partition(".")[0], _inside(key) + words))
    for table in dict.fromkeys([*found.moved, *found.both]):
        moved, both = found.moved.get(table, 0), found.both.get(table, 0)
        parts = [f"{_counted(table, moved)} come{'s' if moved == 1 else ''} over"] if moved else []
        parts += [f"{_counted(table, both)} both had, kept once"] if both else []
        rows.append((table, ", ".join(parts)))
    if found.elsewhere:
        who = [file.stem for file in found.elsewhere if file.folder == CONTACTS]
        names = workspace.names(who[:NAMED])
        names += [f"{len(who) - NAMED} others"] if len(who) > NAMED else []
        goals = {ident: str(body.get("title", ident)) for ident, body, _ in workspace.read.goals()}
        names += [f"the goal {goals[file.stem]}" for file in found.elsewhere if file.folder == GOALS]
        rows.append(("elsewhere", f"named from now on by {_and(names)}"))
    return rows


def _inside(key: str) -> str:
    """The key inside a table, with a space: ``where `` of ``met.where``."""
    inside = key.partition(".")[2]
    return f"{inside} " if inside else ""


def _counted(table: str, count: int) -> str:
    return f"{count} {_NOUNS[table][count != 1]}"


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
