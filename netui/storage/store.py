"""The store: saves files of the network folder, and undoes and redoes; nothing else writes there.

Under the folder's lock a batch of changes is applied in memory to what the files hold now. Then the undo
journal is written, then each file is replaced atomically. After a crash each file is wholly old or wholly
new, and the batch can be undone.
"""

import contextlib
import os
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from netui.domain.model.changes import (
    SETTINGS,
    Batch,
    Create,
    FileId,
    Restore,
)
from netui.domain.model.folders import FOLDERS, INBOX, ROOT
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import (
    Busy,
    CannotSave,
    Conflict,
    EditRefused,
    NotConfirmed,
    PartlySaved,
    StoreError,
    Unreadable,
    cannot_read,
    error_words,
    words_of,
)
from netui.storage.files import filenames
from netui.storage.files.atomic import System, make_folder
from netui.storage.files.locks import locked
from netui.storage.files.stat import StrPath
from netui.storage.files.survey import SUFFIX
from netui.storage.files.transaction import (
    Applied,
    ConcurrentChangeError,
    FileChange,
    FolderHandles,
    Progress,
    commit,
)
from netui.storage.files.trash import Trashed, is_trashed, listing, trash_names, unlink_twins
from netui.storage.network_folder import TRASH, NetworkFolder, is_temporary
from netui.storage.pending_file import PendingFile
from netui.storage.toml.document import TextChange
from netui.storage.undo.journal import COMPACT_OVER, KEEP_AT_LEAST, BytePatch, Journal, Step, digest
from netui.storage.undo.journal_tail import is_settled, journal_path

if TYPE_CHECKING:
    from netui.storage.undo.history import UndoHistory

TRIES = 8
PAUSE = 0.01
"""Seconds between two tries, in which another program may finish what it is writing."""
PARSED_BYTES = 8 << 20
"""Bytes of a batch of which the parsed form is kept until the index has it: that is many times as large."""
_T = TypeVar("_T")


class Event(NamedTuple):
    """A batch in the history, when it was done, and whether it was undone, or passed over by undo."""

    number: int
    when: datetime
    label: str
    undone: bool
    skipped: bool
    files: tuple[FileId, ...]


class Store:
    """The files of the network in ``folder``; its journal is kept in ``state``, apart from other networks'.

    ``now`` gives the local time for the history and the trash. Every method raises
    :class:`~netui.storage.errors.StoreError` and nothing else for what files and disks can do.
    """

    JOURNAL_MB = COMPACT_OVER >> 20
    JOURNAL_LEAST = KEEP_AT_LEAST

    def __init__(
        self,
        folder: NetworkFolder | StrPath,
        state: StrPath,
        *,
        now: Callable[[], datetime],
        system: System | None = None,
    ) -> None:
        self._folder = folder if isinstance(folder, NetworkFolder) else NetworkFolder(folder)
        self._root = self._folder.path
        self._now = now
        self._system = system or System()
        self._journal = Journal(journal_path(state, self._root), self._system)
        self._notes: list[str] = []

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

    def apply(self, batch: Batch, progress: Progress | None = None) -> Applied:
        """Saves all of ``batch`` or nothing, as one step of undo.

        ``progress`` is told how many of how many files are written; where it raises, nothing is done.
        Raises :class:`Unreadable`, :class:`Conflict`, :class:`EditRefused`, :class:`CannotSave`, and
        :class:`NotConfirmed` when it was saved but may not survive a power cut.
        """
        return self._under_lock(lambda: self._apply(batch, progress)) or Applied(batch.label)

    def preview(self, batch: Batch) -> list[FileChange]:
        """What :meth:`apply` would make of each file, with nothing written; raises as it does."""
        try:
            with FolderHandles(self._system, self._root) as handles:
                pending = self._pending(handles, batch, self._now().date())
        except OSError as error:
            raise CannotSave(self._root, error) from error
        changed = [each for each in pending if each.after != each.before]
        return [FileChange(each.file, each.before, each.after) for each in changed]

    def undo(self, skip: int = 0, progress: Progress | None = None) -> Applied | None:
        """Undoes the latest batch that is not undone; None if there is none.

        A file not changed since gets its exact bytes back; in another, only what the batch changed is
        reverted. Raises :class:`CannotReplay`, with nothing done, if that itself was changed since or is no
        longer there; batch number ``skip`` is then passed over for good. ``progress`` as in :meth:`apply`.
        """
        return self._replay("undo", skip, progress)

    def redo(self, skip: int = 0, progress: Progress | None = None) -> Applied | None:
        """Redoes what was undone last, if nothing new was done since; otherwise like :meth:`undo`."""
        return self._replay("redo", skip, progress)

    def _replay(self, direction: str, skip: int, progress: Progress | None) -> Applied | None:
        self._folder.require()
        if not os.path.isdir(self._root):
            return None
        return self._under_lock(lambda: self._history().replay(direction, skip, progress))

    def recover(self) -> None:
        """Finishes, or takes back, a batch that a crash cut off between two files: see :meth:`take_notes`.

        Does nothing while another program writes: the batch is its own.
        """
        if is_settled(self._journal.path) or not os.path.isdir(self._root):
            return
        with contextlib.suppress(Busy, OSError), locked(self._root, 0, surely=True):
            self._recover()

    def _recover(self) -> None:
        if is_settled(self._journal.path):
            return
        try:
            self._history().recover()
            self._sweep()
        except ConcurrentChangeError:
            return  # the next one tries again
        except (StoreError, OSError) as error:
            # What was asked for goes on all the same: it may be about another part of the network.
            self._notes.append(
                f"a change was cut off halfway by a crash and cannot be finished: {words_of(error)}"
            )

    def _history(self) -> "UndoHistory":
        from netui.storage.undo.history import UndoHistory  # imported here: most commands undo nothing

        return UndoHistory(self._journal, self._root, self._system, self._now, self._notes)

    def take_notes(self) -> tuple[str, ...]:
        """What happened since the last call beside what was asked for, a sentence each."""
        notes = tuple(self._notes)
        self._notes.clear()
        return notes

    def history(self) -> list[Event]:
        """The batches in the journal, newest first.

        It is bounded: beyond :attr:`JOURNAL_MB` the oldest leave it, never the latest :attr:`JOURNAL_LEAST`.
        """
        try:
            batches = self._journal.batches()
        except OSError as error:
            raise CannotSave(self._journal.path, error) from error
        return [Event(*each[:6]) for each in reversed(batches)]

    def recently_set(self, start: datetime) -> set[tuple[FileId, str]]:
        """The keys of files that were set since ``start``, as undo knows; "" for a file that is new."""
        try:
            return self._journal.set_since(start)
        except OSError:
            return set()

    def purge_history(self, is_meant: Callable[[str], bool]) -> int:
        """Removes the batches with a text that ``is_meant`` from the undo journal; returns how many."""
        return self._under_lock(lambda: self._journal.purge(is_meant))

    def trash(self) -> list[Trashed]:
        """The deleted files in the trash, latest first."""
        return listing(self._root)

    def read_trashed(self, name: str) -> bytes:
        """The bytes of the file ``name`` in the trash; raises :class:`Unreadable`."""
        try:
            with FolderHandles(self._system, self._root) as handles:
                return handles.read_trashed(name).data
        except OSError as error:
            raise cannot_read(f"{TRASH}/{name}", error) from error

    def stems(self, folder: str) -> set[str]:
        """The ids in use in ``contacts`` or ``goals``, casefolded, as some file systems ignore case."""
        found = _listed(os.path.join(self._root, folder))
        return {name[: -len(SUFFIX)].casefold() for name in found if name.endswith(SUFFIX)}

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
            self._folder.require()
            make_folder(self._system, self._root)
            with locked(self._root):
                self._recover()
                for _ in range(TRIES):
                    try:
                        return work()
                    except ConcurrentChangeError:
                        time.sleep(PAUSE)
        except OSError as error:
            raise CannotSave(error.filename or self._root, error) from error
        raise Conflict(f"another program keeps changing files in {self._root}; wait a moment and try again")

    def _apply(self, batch: Batch, progress: Progress | None = None) -> Applied:
        now = self._now()
        with FolderHandles(self._system, self._root) as handles:
            looked_at = self._pending(handles, batch, now.date())
            clashes = tuple(clash for each in looked_at for clash in each.clashes)
            pending = [each for each in looked_at if each.after != each.before]
            deleted = [each.file for each in pending if each.after is None]
            trash = trash_names(deleted, now, self._root)
            changes = [
                FileChange(
                    each.file, each.before, each.after, trash.get(each.file, each.trash), each.document
                )
                for each in pending
            ]
            if not changes:
                return Applied(batch.label, clashes=clashes)
            steps = [_step(change, each.replayable) for change, each in zip(changes, pending, strict=True)]
            number, undo_problem = 0, ""
            try:
                number = self._journal.add(batch.label, now, steps)
            except OSError as error:  # what was typed is worth more than its undo
                undo_problem = f"{self._journal.path}: {error_words(error)}"
            try:
                applied = commit(handles, batch.label, changes, clashes, progress)
            except (NotConfirmed, PartlySaved):
                raise
            except BaseException:
                with contextlib.suppress(OSError):
                    if number:
                        self._journal.mark("void", number)
                raise
            if len(changes) > 1 and number:
                with contextlib.suppress(OSError):  # then the next one finds that all was done
                    self._journal.mark("done", number, durable=False)
            return applied._replace(undo_problem=undo_problem)

    def _pending(self, handles: FolderHandles, batch: Batch, today: date) -> list[PendingFile]:
        """Every file of the batch, with its changes applied in memory."""
        pending: dict[FileId, PendingFile] = {}
        size = 0
        for (file, _), run in groupby(batch.changes, lambda each: (each.file, type(each))):
            changes = list(run)
            if file not in pending:
                _check(file, is_new=isinstance(changes[0], (Create, Restore)))
                pending[file] = PendingFile(
                    file, handles.bytes_of(file), today, partial(is_trashed, self._root)
                )
            pending[file].apply(changes)
            size += len(pending[file].after or b"")
            if size > PARSED_BYTES:
                pending[file].document = None
        return list(pending.values())

    def _sweep(self) -> int:
        swept, ours = unlink_twins(self._system, self._root), None
        for name in (ROOT, *FOLDERS):
            if not os.path.isdir(os.path.join(self._root, name)):
                continue
            with FolderHandles(self._system, self._root) as handles:
                folder = handles.folder(name)
                for each in folder.names():
                    if not is_temporary(each):
                        continue
                    ours = {digest(b""), *self._journal.digests()} if ours is None else ours
                    try:
                        if digest(folder.read(each).data) in ours:
                            folder.discard(each)
                        else:
                            file = FileId(name, "recovered")
                            trash = trash_names([file], self._now(), self._root)[file]
                            folder.move(each, handles.folder(TRASH, make=True), trash)
                    except Unreadable:
                        continue
                    swept += 1
        return swept


def _step(change: FileChange, pairs: tuple[tuple[TextChange, TextChange], ...]) -> Step:
    patch = BytePatch.between(change.before or b"", change.after or b"")
    return Step(change.file, digest(change.before), digest(change.after), patch, pairs, change.trash)


def _unreadable(file: FileId, error: Unreadable) -> Unreadable:
    return Unreadable(str(file), error.line, error.column, error.reason)


def _check(file: FileId, *, is_new: bool = False) -> None:
    """Rejects names that lead out of the folder (path traversal), and new names that would be hidden."""
    safe = file.stem and not file.stem.startswith(".") and not {"/", "\0"} & set(file.stem)
    is_odd = is_new and file.folder != INBOX and not filenames.is_stem(file.stem)
    if (file.folder not in FOLDERS and file != SETTINGS) or not safe or is_odd:
        raise EditRefused(f"{file.stem!r} cannot be the name of a file here; choose another name")


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
