"""Merges conflict copies into their originals by meaning, so that they can go to the trash."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from netui.domain.dedupe.diff import changes_between, is_same
from netui.domain.dedupe.merge import merge_copy
from netui.domain.model.changes import CONTACTS, Change, Delete, FileId, ReplaceText
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError
from netui.storage.files.conflict_copies import find_copies
from netui.storage.files.stat import survey

_ITEMS = {"audience": "match", "milestone": "text"}
"""The ``[[tables]]`` of a goal, and the key that tells their items apart."""


class CopyMerge(NamedTuple):
    """A copy of ``original``, and the changes that merge it and trash it; none where that is not certain."""

    copy: FileId
    original: FileId
    changes: tuple[Change, ...]
    problem: str = ""


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
        both = merge_copy(mine, theirs, workspace.today) if folder == CONTACTS else _merge_goal(mine, theirs)
        if both is None:
            yield CopyMerge(copy, original, (), "both have a value where only one can be")
            continue
        # Something written to the copy meanwhile would be lost: the second change makes the batch fail then.
        changes = (*changes_between(original, mine, both), ReplaceText(copy, text, text), Delete(copy))
        merged[original] = both
        yield CopyMerge(copy, original, changes)


def _merge_goal(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any] | None:
    """The goal with what only the copy says; None where they contradict each other."""
    both = dict(mine)
    for key, value in theirs.items():
        if key in _ITEMS and isinstance(value, list) and isinstance(both.get(key, []), list):
            both[key] = list(both.get(key, []))
            for item in value:
                if not _merge_item(both[key], item, _ITEMS[key]):
                    return None
        elif isinstance(value, Mapping) and isinstance(both.get(key), Mapping):
            inner = _merge_goal(both[key], value)
            if inner is None:
                return None
            both[key] = inner
        elif not is_same(both.setdefault(key, value), value):
            return None
    return both


def _merge_item(items: list[Any], item: Any, identity: str) -> bool:
    """Adds an item, or what only it says to its twin; False where they contradict each other."""
    for at, twin in enumerate(items):
        if (
            isinstance(twin, Mapping)
            and isinstance(item, Mapping)
            and twin.get(identity) == item.get(identity)
        ):
            both = _merge_goal(twin, item)
            if both is not None:
                items[at] = both
            return both is not None
    items.append(item)
    return True
