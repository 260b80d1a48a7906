"""Backup and restore: the whole network folder in one archive, and back without overwriting unsaid."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from netui.domain.model.changes import CONTACTS, GOALS, Batch, FileId, Restore
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import Conflict, Refused
from netui.services.privacy.forgotten import MARKS, Marks
from netui.services.privacy.restoration import without_forgotten
from netui.services.workspace import Done, Workspace
from netui.storage.archive.placement import put_file, read_file
from netui.storage.archive.reader import DamagedArchiveError, read_archive
from netui.storage.archive.writer import Backup, write_backup
from netui.storage.errors import CannotSave, cannot_read
from netui.storage.files.filenames import is_stem
from netui.storage.files.survey import SUFFIX
from netui.storage.state.state_file import StateFile

REMEMBERED = 50
"""How many places of backups are kept."""


class RestorePlan(NamedTuple):
    """What a backup would bring: paths that are ``new`` here, ``changed`` and the ``same``.

    ``forgotten`` are left out, as they are of people who were forgotten; ``redacted`` are those of ``new``
    and ``changed`` that name them, and come back without the name. ``stays`` counts the files here that the
    backup does not hold.
    """

    archive: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    forgotten: tuple[str, ...]
    redacted: tuple[str, ...]
    stays: int


class Restored(NamedTuple):
    """What was restored; ``aside`` is where files other than contacts and goals went that were replaced."""

    done: Done
    others: int
    aside: str


def save_backup(workspace: Workspace, path: str, *, replace: bool = False) -> Backup:
    """Writes the backup ``path``, verified; raises StoreError, and Conflict where it exists already."""
    if path.lower().endswith((".zip", ".7z", ".rar", ".tar.bz2", ".tar.xz", ".tar.zst")):
        raise Refused(f"a backup is a .tar.gz; name it {os.path.basename(path).split('.')[0]}.tar.gz")
    if not os.path.isdir(workspace.network):
        raise Refused(f"there is nothing to back up: {workspace.network} does not exist")
    written = write_backup(str(workspace.network), path, replace=replace)
    _remember(workspace, os.path.abspath(path))
    return written


def _remember(workspace: Workspace, path: str) -> None:
    """Keeps where backups are, for `netui forget` to name them; not being able to harms nothing."""
    kept = StateFile(workspace.places.state, workspace.network, "backups")
    known = kept.read().get("paths")
    paths = [path, *(known if isinstance(known, list) else [])]
    with suppress(CannotSave):
        kept.write({"paths": list(dict.fromkeys(paths))[:REMEMBERED]})


def plan_restore(workspace: Workspace, archive: str) -> RestorePlan:
    """Compares a backup with the network, and changes nothing; raises Refused for what is no backup."""
    marks = Marks(workspace.network)
    new: list[str] = []
    changed: list[str] = []
    same: list[str] = []
    forgotten: list[str] = []
    redacted: list[str] = []
    for path, data in _files(archive):
        there = read_file(str(workspace.network), path)
        is_kept = there == data or path == MARKS
        left = data if is_kept else without_forgotten(marks, path, data)
        if left is None:
            forgotten.append(path)
        elif there == left or (there is not None and path == MARKS):
            same.append(path)
        else:
            (new if there is None else changed).append(path)
            redacted += [path] if left != data else []
    found = [*new, *changed, *same, *forgotten]
    if not any(path.startswith((f"{CONTACTS}/", f"{GOALS}/", "netui.toml")) for path in found):
        raise Refused(f"{archive} is no backup of netui: it holds no contacts")
    here = {str(file) for folder in (CONTACTS, GOALS) for file in _network_files(workspace, folder)}
    stays = len(here - set(found))
    return RestorePlan(
        archive, tuple(new), tuple(changed), tuple(same), tuple(forgotten), tuple(redacted), stays
    )


def _network_files(workspace: Workspace, folder: str) -> list[FileId]:
    return [FileId(folder, stem) for stem in workspace.store.stems(folder)]


def apply_restore(workspace: Workspace, plan: RestorePlan) -> Restored:
    """Brings in what the plan says, contacts and goals as one batch that undo takes back.

    Raises Conflict, with nothing done, where the backup or the network changed since the plan was made.
    """
    if plan_restore(workspace, plan.archive) != plan:
        raise Conflict("the files, or the backup, have changed since they were compared; look again")
    wanted = {*plan.new, *plan.changed}
    changes: list[Restore] = []
    others: list[tuple[str, bytes]] = []
    marks = Marks(workspace.network)
    for path, data in _files(plan.archive):
        left = without_forgotten(marks, path, data) if path in plan.redacted else data
        if path not in wanted or left is None:
            continue
        if file := _file_id(path):
            changes.append(Restore(file, read_file(str(workspace.network), path), left))
        else:
            others.append((path, left))
    done = workspace.apply(Batch(f"restored {os.path.basename(plan.archive)}", tuple(changes)))
    aside = f"{workspace.now():%Y%m%dT%H%M%S}"
    for path, data in others:
        put_file(str(workspace.network), path, data, aside)
    is_replaced = any(_file_id(path) is None for path in plan.changed)
    return Restored(done, len(others), f".trash/{aside}" if is_replaced else "")


def _file_id(path: str) -> FileId | None:
    """The contact or goal that a path means; None for another file."""
    folder, _, name = path.partition("/")
    stem = name.removesuffix(SUFFIX)
    is_ours = folder in (CONTACTS, GOALS) and name.endswith(SUFFIX) and "/" not in name and is_stem(stem)
    return FileId(folder, stem) if is_ours else None


def _files(archive: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the backup with its bytes; raises Refused where it is no backup, or damaged."""
    with _opened(archive) as (file, size):
        try:
            for path, content in read_archive(file, size):
                yield path, content.read()
        except DamagedArchiveError as error:
            raise Refused(f"{archive} cannot be restored: {error}; nothing was changed") from error


@contextmanager
def _opened(archive: str) -> Iterator[tuple[IO[bytes], int]]:
    try:
        with open(os.open(archive, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Refused(f"{archive} is no file; name a backup")
            yield file, status.st_size
    except OSError as error:
        raise cannot_read(archive, error) from error
