"""Merges conflict copies into their originals by meaning, so that they can go to the trash."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from netui.domain.dedupe.diff import changes_between, is_same
from netui.domain.dedupe.merge import merge_copy
from netui.domain.model.changes import CONTACTS, Change, Delete, FileId, ReplaceText
from netui.domain.model.conflict import IDENTITIES, item_key
from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError
from netui.storage.files.conflict_copies import find_copies
from netui.storage.files.stat import survey

_ITEMS = {table: IDENTITIES[table] for table in ("audience", "milestone", "conflict")}
"""The ``[[tables]]`` of a goal, and the keys that tell their items apart."""


class CopyMerge(NamedTuple):
    """A copy of ``original``, and the changes that merge it and trash it; none where that is not certain."""

    copy: FileId
    original: FileId
    changes: tuple[Change, ...]
    problem: str = ""


def copies_of(workspace: Workspace, file: FileId) -> list[FileId]:
    """The conflict copies of one file, which would be files of their own without it."""
    try:
        names = os.listdir(workspace.network / file.folder)
    except OSError:
        return []
    found = find_copies(workspace.network, file.folder, names)
    return [FileId(file.folder, copy) for copy, original in sorted(found.items()) if original == file.stem]


def plan_copy_merges(workspace: Workspace, folder: str) -> Iterator[CopyMerge]:
    """The merge of each copy in ``contacts`` or ``goals``, one after the other.

    The changes of each continue those before it: several copies of one file are all merged into it.
    """
    from netui.storage.toml.document import decode, parse

    merged: dict[FileId, dict[str, Any]] = {}
    names = survey(workspace.network, folder)
    for stem, original_stem in sorted(find_copies(workspace.network, folder, names).items()):
        copy, original = FileId(folder, stem), FileId(folder, original_stem)
        try:
            text = decode(workspace.store.read(copy), copy)
            theirs = parse(text, copy)
            if original not in merged:
                merged[original] = parse(decode(workspace.store.read(original), original), original)
        except StoreError as error:
            yield CopyMerge(copy, original, (), str(error))
            continue
        mine = merged[original]
        today = workspace.today
        both = (
            merge_copy(mine, theirs, today) if folder == CONTACTS else _GoalMerge(today).build(mine, theirs)
        )
        # Something written to the copy meanwhile would be lost: the second change makes the batch fail then.
        changes = (*changes_between(original, mine, both), ReplaceText(copy, text, text), Delete(copy))
        merged[original] = both
        yield CopyMerge(copy, original, changes)


class _GoalMerge:
    """Builds the document of a goal with what only a copy of it says; what contradicts becomes a conflict."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._conflicts: list[dict[str, Any]] = []

    def build(self, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
        """The merged document; where both have a value and one can be, ``[[conflict]]`` keeps the other."""
        both = self._table(mine, theirs, "")
        known = both.get("conflict", [])
        new = [each for each in self._conflicts if not any(is_same(each, other) for other in known)]
        return {**both, "conflict": [*known, *new]} if new else both

    def _table(self, mine: Mapping[str, Any], theirs: Mapping[str, Any], path: str) -> dict[str, Any]:
        both = dict(mine)
        for key, value in theirs.items():
            present = both.setdefault(key, value)
            if is_same(present, value):
                continue
            if key in _ITEMS and isinstance(value, list) and isinstance(present, list):
                both[key] = self._items(key, present, value)
            elif isinstance(value, Mapping) and isinstance(present, Mapping):
                both[key] = self._table(present, value, f"{path}{key}.")
            else:
                self._conflicts.append(
                    {"key": f"{path}{key}", "value": present, "other": value, "on": self._today}
                )
        return both

    def _items(self, table: str, mine: list[Any], theirs: list[Any]) -> list[Any]:
        """The items of both, those with one identity as one."""
        both = list(mine)
        for item in theirs:
            at = next((at for at, twin in enumerate(both) if _is_twin(table, twin, item)), None)
            if at is None:
                both.append(item)
            elif table != "conflict":
                both[at] = self._table(both[at], item, f"{item_key(table, item)}.")
        return both


def _is_twin(table: str, one: Any, other: Any) -> bool:
    """Whether two items of a goal are the same one."""
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        return is_same(one, other)
    return all(one.get(name) == other.get(name) for name in _ITEMS[table])
