"""Forgetting someone for good: takes them out of every file of netui's, and keeps them out.

It cannot be undone: trash and undo journal forget them too.
"""

import os
from collections.abc import Mapping

from netui.domain.dedupe.diff import changes_between
from netui.domain.model.changes import CONTACTS, Batch, Change, Delete, FileId
from netui.domain.named_tuple import NamedTuple
from netui.domain.privacy.mentions import Choice, Mention, without
from netui.domain.privacy.raw_files import without_traces
from netui.services.privacy.forgotten import Marks
from netui.services.privacy.held_data import HeldData, find_held_data
from netui.services.privacy.sources import without_person
from netui.services.sync.screen_snapshot import delete_snapshot
from netui.services.workspace import Workspace
from netui.storage.archive.placement import read_file
from netui.storage.erasure import list_files, rewrite
from netui.storage.network_folder import TRASH
from netui.storage.state.editor_copies import remove_copies
from netui.storage.state.state_file import StateFile

Chosen = Mapping[tuple[FileId, Mention], Choice]


class Forgotten(NamedTuple):
    """What is left after forgetting: files with a text that was kept, or not netui's, and where copies are.

    ``elsewhere`` are sentences on git and backups, each with the command that removes them there.
    """

    changed: int
    kept: tuple[str, ...]
    elsewhere: tuple[str, ...]


def forget(workspace: Workspace, held: HeldData, chosen: Chosen) -> Forgotten:
    """Removes all of ``held``, texts as ``chosen`` says (what is not chosen stays); raises StoreError.

    Cut off, it is finished by doing it again: the trash, which tells who is meant, is erased last.
    """
    who = held.who
    Marks(workspace.network).add(who.names, who.emails)
    for path in held.copies:  # without their original they would be contacts
        rewrite(workspace.network, path, None)
    changes: list[Change] = []
    for other in held.others:
        choices = {
            (mention.path, mention.line): choice
            for (file, mention), choice in chosen.items()
            if file == other.file
        }
        changes += changes_between(other.file, other.document, without(other.with_entries, who, choices))
    if held.own:
        changes.append(Delete(held.own))
    done = workspace.apply(Batch("forgot someone", tuple(changes)))
    workspace.store.purge_history(who.leaves_traces_in)
    _rebuild_index(workspace, held)
    _erase(workspace, held)
    return Forgotten(len(done.files), _still_named(workspace, held), _copies(workspace, held))


def _erase(workspace: Workspace, held: HeldData) -> None:
    """Takes them out of all files that are neither contact nor goal, the trash among them."""
    network, state = str(workspace.network), str(workspace.places.state)
    config, settings = os.path.split(workspace.places.config)
    after = find_held_data(workspace, held.who)  # with what has just gone to the trash
    remove_copies(workspace.places, str(FileId(CONTACTS, held.who.ident)))
    if after.settings:
        rewrite(config, settings, without_traces(settings, read_file(config, settings) or b"", held.who))
    in_network = sorted(after.raw, key=lambda path: path.startswith(f"{TRASH}/"))
    for root, paths in ((state, sorted({*held.state, *after.state})), (network, in_network)):
        for path in paths:
            data = read_file(root, path)
            if data is not None:
                left = without_person(path, data, held.who)
                rewrite(root, path, None if left == data else left)


def _rebuild_index(workspace: Workspace, held: HeldData) -> None:
    """Deletes the index and what else is cached, and reads every file again."""
    cache = str(workspace.places.cache)
    delete_snapshot(workspace.places)
    workspace.index.reset()
    for path in list_files(cache):
        whole = os.path.join(cache, path)
        data = read_file(cache, path) or b""
        is_open = workspace.index.path and whole.startswith(str(workspace.index.path))
        if not is_open and any(form in data for form in held.who.bytes_forms):
            rewrite(cache, path, None)
    workspace.refresh()


def _still_named(workspace: Workspace, held: HeldData) -> tuple[str, ...]:
    """The files of network, state and settings that name them still: kept, of namesakes, or foreign."""
    found = []
    config = os.path.dirname(workspace.places.config)
    for root in dict.fromkeys((str(workspace.network), str(workspace.places.state), config)):
        for path in list_files(root):
            data = read_file(root, path) or b""
            if any(form in data for form in held.who.bytes_forms) and not path.startswith("journal/"):
                found.append(path if root == str(workspace.network) else os.path.join(root, path))
    return tuple(found)


def _copies(workspace: Workspace, held: HeldData) -> tuple[str, ...]:
    """Where copies may be that netui does not change, and the command that removes each."""
    found = []
    top = _git_top(str(workspace.network))
    if top:
        path = os.path.relpath(workspace.network / "contacts" / f"{held.who.ident}.toml", top)
        found.append(
            f"git history holds them still: git -C {top} filter-repo --force --invert-paths --path {path}, "
            "and --replace-text FILE for texts that named them; then push with --force"
        )
    known = StateFile(workspace.places.state, workspace.network, "backups").read().get("paths")
    for backup in known if isinstance(known, list) else []:
        if os.path.exists(backup):
            found.append(f"the backup {backup} holds them still: rm {backup}, then netui backup {backup}")
    return tuple(found)


def _git_top(folder: str) -> str:
    """The work tree that the folder lies in, "" for none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder
