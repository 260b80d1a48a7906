"""The store: saves files of the network folder, and undoes and redoes; nothing else writes there.

Under the folder's lock a batch of changes is applied in memory to what the files hold now. Then the undo
journal is written, then each file is replaced atomically. After a crash each file is wholly old or wholly
new, and the batch can be undone.
"""

import contextlib
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from netui.domain.model.changes import (
    CONTACTS,
    GOALS,
    Batch,
    Create,
    FileId,
)
from netui.storage.errors import CannotSave, Conflict, EditRefused, NotConfirmed, PartlySaved, Unreadable
from netui.storage.files import filenames
from netui.storage.files.atomic import TEMPORARY, System, make_folder
from netui.storage.files.locks import locked
from netui.storage.files.stat import StrPath
from netui.storage.files.transaction import (
    ConcurrentChangeError,
    FileChange,
    FolderHandles,
    FolderTimes,
    Transaction,
    Written,
)
from netui.storage.files.trash import TRASH, Trashed, listing, trash_name
from netui.storage.pending_file import PendingFile
from netui.storage.toml.document import TextChange
from netui.storage.undo.journal import BytePatch, Journal, RecordedBatch, Step, digest
from netui.storage.undo.replay import ReplayStep

if TYPE_CHECKING:
    from netui.domain.model.conflict import Clash

    _Clashes = tuple[Clash, ...]
else:
    _Clashes = tuple  # a quick command does not import conflicts

TRIES = 8
_T = TypeVar("_T")


class Applied(NamedTuple):
    """The result of a write: the files as they are now. ``files`` is empty if there was nothing to change.

    ``clashes`` is what the batch left as it was.
    """

    label: str
    files: tuple[Written, ...] = ()
    folders: tuple[FolderTimes, ...] = ()
    clashes: _Clashes = ()


class Event(NamedTuple):
    """A batch in the history, when it was done, and whether it has been undone."""

    number: int
    when: datetime
    label: str
    undone: bool
    files: tuple[FileId, ...]


class Store:
    """The files of the network in ``folder``; its journal is kept in ``state``, apart from other networks'.

    ``now`` gives the local time for the history and the trash. Every method raises
    :class:`~netui.storage.errors.StoreError` and nothing else for what files and disks can do.
    """

    def __init__(
        self, folder: StrPath, state: StrPath, *, now: Callable[[], datetime], system: System | None = None
    ) -> None:
        self._root = os.path.realpath(os.fspath(folder))
        self._now = now
        self._system = system or System()
        key = digest(os.fsencode(self._root))[:16]
        self._journal = Journal(os.path.join(state, "journal", f"{key}.jsonl"), self._system)

    def read(self, file: FileId) -> bytes:
        """The bytes of ``file``; raises :class:`Unreadable`."""
        _check(file)
        try:
            with FolderHandles(self._system, self._root) as handles:
                held = handles.read(file)
        except Unreadable as error:
            raise _unreadable(file, error) from error
        except OSError as error:
            raise CannotSave(self._root, error) from error
        if held is None:
            raise Unreadable(str(file), 0, 0, "there is no such file")
        return held.data

    def apply(self, batch: Batch) -> Applied:
        """Saves all of ``batch`` or nothing, as one step of undo.

        Raises :class:`Unreadable`, :class:`Conflict`, :class:`EditRefused`, :class:`CannotSave`, and
        :class:`NotConfirmed` when it was saved but may not survive a power cut.
        """
        return self._under_lock(lambda: self._apply(batch)) or Applied(batch.label)

    def preview(self, batch: Batch) -> list[FileChange]:
        """What :meth:`apply` would make of each file, with nothing written; raises as it does."""
        try:
            with FolderHandles(self._system, self._root) as handles:
                pending = self._pending(handles, batch, self._now().date())
        except OSError as error:
            raise CannotSave(self._root, error) from error
        changed = [each for each in pending if each.after != each.before]
        return [FileChange(each.file, each.before, each.after) for each in changed]

    def undo(self) -> Applied | None:
        """Undoes the latest batch that is not undone; None if there is none.

        A file not changed since gets its exact bytes back; in another, only what the batch changed is
        reverted. Raises :class:`Conflict`, with nothing done, if that itself was changed since.
        """
        return self._under_lock(lambda: self._replay("undo")) if os.path.isdir(self._root) else None

    def redo(self) -> Applied | None:
        """Redoes what was undone last, if nothing new was done since; None if there is nothing."""
        return self._under_lock(lambda: self._replay("redo")) if os.path.isdir(self._root) else None

    def history(self, limit: int = 50) -> list[Event]:
        """The latest ``limit`` batches, newest first."""
        try:
            batches = self._journal.batches()
        except OSError as error:
            raise CannotSave(self._journal.path, error) from error
        return [Event(*each[:5]) for each in batches[: -limit - 1 : -1]]

    def trash(self) -> list[Trashed]:
        """The deleted files in the trash, latest first."""
        return listing(self._root)

    def stems(self, folder: str) -> set[str]:
        """The ids in use in ``contacts`` or ``goals``, casefolded, as some file systems ignore case."""
        found = _listed(os.path.join(self._root, folder))
        return {
            name[: -len(filenames.SUFFIX)].casefold() for name in found if name.endswith(filenames.SUFFIX)
        }

    def free_stem(self, folder: str, name: str) -> str:
        """An id for a new ``name`` that no file of ``folder`` has."""
        return filenames.free_stem(name, filenames.Listing(_listed(os.path.join(self._root, folder))))

    def sweep(self) -> int:
        """Removes temporary files left by a crash; returns their number.

        One whose bytes are of no batch holds what another program wrote: it is moved to the trash.
        """
        return self._under_lock(self._sweep) if os.path.isdir(self._root) else 0

    def _under_lock(self, work: Callable[[], _T]) -> _T:
        try:
            make_folder(self._system, self._root)
            with locked(self._root):
                for _ in range(TRIES):
                    try:
                        return work()
                    except ConcurrentChangeError:
                        continue
        except OSError as error:
            raise CannotSave(error.filename or self._root, error) from error
        raise Conflict(f"another program keeps changing files in {self._root}; wait a moment and try again")

    def _apply(self, batch: Batch) -> Applied:
        now = self._now()
        with FolderHandles(self._system, self._root) as handles:
            looked_at = self._pending(handles, batch, now.date())
            clashes = tuple(clash for each in looked_at for clash in each.clashes)
            pending = [each for each in looked_at if each.after != each.before]
            deleted = [each.file for each in pending if each.after is None]
            trash = _trash_names(deleted, now, self._root)
            changes = [
                FileChange(each.file, each.before, each.after, trash.get(each.file, ""), each.document)
                for each in pending
            ]
            if not changes:
                return Applied(batch.label, clashes=clashes)
            steps = [_step(change, each.replayable) for change, each in zip(changes, pending, strict=True)]
            try:
                number = self._journal.add(batch.label, now, steps)
            except OSError as error:
                raise CannotSave(self._journal.path, error) from error
            try:
                return self._commit(handles, batch.label, changes, clashes)
            except (NotConfirmed, PartlySaved):
                raise
            except BaseException:
                with contextlib.suppress(OSError):
                    self._journal.mark("void", number)
                raise

    def _pending(self, handles: FolderHandles, batch: Batch, today: date) -> list[PendingFile]:
        """Every file of the batch, with its changes applied in memory."""
        pending: dict[FileId, PendingFile] = {}
        for (file, _), run in groupby(batch.changes, lambda each: (each.file, type(each))):
            changes = list(run)
            if file not in pending:
                _check(file, is_new=isinstance(changes[0], Create))
                pending[file] = PendingFile(file, _bytes_of(handles, file), today)
            pending[file].apply(changes)
        return list(pending.values())

    def _commit(
        self,
        handles: FolderHandles,
        label: str,
        changes: Sequence[FileChange],
        clashes: _Clashes = (),
    ) -> Applied:
        transaction = Transaction(handles)
        transaction.run(changes)
        unconfirmed: OSError | None = None
        try:
            transaction.sync()
        except OSError as error:
            unconfirmed = error
        applied = Applied(label, tuple(map(transaction.written, changes)), handles.times(), clashes)
        if unconfirmed:
            raise NotConfirmed(self._root, unconfirmed, applied) from unconfirmed
        return applied

    def _replay(self, direction: str) -> Applied | None:
        """Undoes (``undo``) or redoes (``redo``) one batch; skips batches that change nothing."""
        for recorded in self._journal.undoable() if direction == "undo" else self._journal.redoable():
            with FolderHandles(self._system, self._root) as handles:
                changes = self._file_changes(handles, recorded, direction)
                if not changes:
                    # A crash stopped it between journal and files, or it was undone by hand.
                    self._journal.mark("void", recorded.number)
                    continue
                # The journal is written last: if its line is lost, the next undo finds nothing to change.
                try:
                    applied = self._commit(handles, recorded.label, changes)
                except NotConfirmed:
                    self._journal.mark(direction, recorded.number)
                    raise
                self._mark(direction, recorded.number, applied)
                return applied
        return None

    def _mark(self, direction: str, number: int, applied: Applied) -> None:
        try:
            self._journal.mark(direction, number)
        except OSError as error:
            raise NotConfirmed(self._journal.path, error, applied) from error

    def _file_changes(
        self, handles: FolderHandles, recorded: RecordedBatch, direction: str
    ) -> list[FileChange]:
        changes = []
        for step in recorded.steps():
            replay = ReplayStep.back(step) if direction == "undo" else ReplayStep.forth(step)
            held = _bytes_of(handles, step.file)
            wanted = replay.result(held)
            if wanted != held:
                changes.append(FileChange(step.file, held, wanted, step.trash if held is None else ""))
        deleted = [change.file for change in changes if change.after is None]
        trash = _trash_names(deleted, self._now(), self._root)
        return [change._replace(trash=trash.get(change.file, change.trash)) for change in changes]

    def _sweep(self) -> int:
        swept, ours = 0, None
        for name in (CONTACTS, GOALS):
            if not os.path.isdir(os.path.join(self._root, name)):
                continue
            with FolderHandles(self._system, self._root) as handles:
                folder = handles.folder(name)
                for each in folder.names():
                    if not (each.startswith(TEMPORARY) and each.endswith(".tmp")):
                        continue
                    ours = {digest(b""), *self._journal.digests()} if ours is None else ours
                    try:
                        if digest(folder.read(each).data) in ours:
                            folder.discard(each)
                        else:
                            file = FileId(name, "recovered")
                            trash = _trash_names([file], self._now(), self._root)[file]
                            folder.move(each, handles.folder(TRASH, make=True), trash)
                    except Unreadable:
                        continue
                    swept += 1
        return swept


def _step(change: FileChange, pairs: tuple[tuple[TextChange, TextChange], ...]) -> Step:
    patch = BytePatch.between(change.before or b"", change.after or b"")
    return Step(change.file, digest(change.before), digest(change.after), patch, pairs, change.trash)


def _bytes_of(handles: FolderHandles, file: FileId) -> bytes | None:
    try:
        held = handles.read(file)
    except Unreadable as error:
        raise _unreadable(file, error) from error
    return None if held is None else held.data


def _unreadable(file: FileId, error: Unreadable) -> Unreadable:
    return Unreadable(str(file), error.line, error.column, error.reason)


def _check(file: FileId, *, is_new: bool = False) -> None:
    """Rejects names that lead out of the folder (path traversal), and new names that would be hidden."""
    safe = file.stem and not file.stem.startswith(".") and not {"/", "\0"} & set(file.stem)
    if file.folder not in (CONTACTS, GOALS) or not safe or (is_new and not filenames.is_stem(file.stem)):
        raise EditRefused(f"{file.stem!r} cannot be the name of a file here; choose another name")


def _trash_names(files: Sequence[FileId], when: datetime, root: str) -> dict[FileId, str]:
    found: dict[FileId, str] = {}
    taken: set[str] = set()
    for file in files:
        number = 0
        name = trash_name(file, when)
        while name in taken or os.path.lexists(os.path.join(root, TRASH, name)):
            number += 1
            name = trash_name(file, when, number)
        taken.add(name)
        found[file] = name
    return found


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
