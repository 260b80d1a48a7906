"""Transaction: replace several files as one; stage all, then rename each, roll back if one fails."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netui.domain.model.changes import CONTACTS, GOALS, INBOX, FileId
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import (
    CannotSave,
    Conflict,
    NotConfirmed,
    PartlySaved,
    StoreError,
    Unreadable,
)
from netui.storage.files.atomic import (
    FileContent,
    Folder,
    ReplacedFile,
    Signature,
    StagedFile,
    System,
    make_folder,
)
from netui.storage.network_folder import TRASH

if TYPE_CHECKING:
    from netui.domain.model.conflict import Clash

    _Clashes = tuple[Clash, ...]
else:
    _Clashes = tuple  # a quick command does not import conflicts


Progress = Callable[[int, int], None]
"""Told how many of how many files are written."""


class FileChange(NamedTuple):
    """A file from these bytes to those (None: no file); ``trash`` is its name in the trash, if it goes there.

    ``document`` is ``after`` as parsed TOML, where the writer has just parsed it.
    """

    file: FileId
    before: bytes | None
    after: bytes | None
    trash: str = ""
    document: dict[str, Any] | None = None


class Written(NamedTuple):
    """A file after a transaction: its bytes (None: deleted), and what ``stat`` said of it then.

    ``signature`` is None when the file is gone, is a link, or another program touched it in the same
    moment: the caller must look again. ``document`` is the bytes as parsed TOML, so that nobody needs
    to parse them again; None where they were not parsed.
    """

    file: FileId
    data: bytes | None
    signature: Signature | None
    document: dict[str, Any] | None = None


class FolderTimes(NamedTuple):
    """The modification time (mtime, ns) of ``contacts`` or ``goals`` before and after a transaction.

    A cache that was in step with the folder at ``before`` is so at ``after``, once it has the written
    files. ``before`` is 0 if the folder did not exist, ``after`` is 0 if it could not be read.
    """

    folder: str
    before: int
    after: int


class Applied(NamedTuple):
    """The result of a write: the files as they are now. ``files`` is empty if there was nothing to change.

    ``clashes`` is what the batch left as it was. ``undo_problem`` is why the journal could not be written, so
    that undo does not know of the batch.
    """

    label: str
    files: tuple[Written, ...] = ()
    folders: tuple[FolderTimes, ...] = ()
    clashes: _Clashes = ()
    undo_problem: str = ""


class ConcurrentChangeError(Exception):
    """Another program changed a file after it was read and before it was replaced; try again."""


class FolderHandles:
    """Directory handles of a network, opened when first needed, for one transaction under the lock."""

    def __init__(self, system: System, root: str) -> None:
        self.system, self.root = system, root
        self._open: dict[str, Folder] = {}
        self._times: dict[str, int] = {}

    def __enter__(self) -> "FolderHandles":
        return self

    def __exit__(self, *_: object) -> None:
        for folder in self._open.values():
            folder.close()

    def folder(self, name: str, *, make: bool = False) -> Folder:
        """The handle of a folder of the network; ``make`` creates a missing one."""
        path = os.path.join(self.root, name)
        if make and name not in self._times and not os.path.isdir(path):
            make_folder(self.system, path)
            self._times[name] = 0
        folder = self._at(path)
        self._times.setdefault(name, folder.changed_at())
        return folder

    def locate(self, file: FileId) -> tuple[Folder, str]:
        """The folder and name that hold the bytes of ``file``; a symbolic link is followed."""
        folder = self.folder(file.folder)
        path, name = folder.target(file.filename)
        return (folder if path == folder.path else self._at(path)), name

    def read(self, file: FileId) -> FileContent | None:
        """The content of ``file``, None if there is no such file; raises :class:`Unreadable`."""
        try:
            folder, name = self.locate(file)
            return folder.read(name)
        except FileNotFoundError:
            return None

    def bytes_of(self, file: FileId) -> bytes | None:
        """The bytes of ``file``, None if there is no such file; raises :class:`Unreadable` that names it."""
        try:
            held = self.read(file)
        except Unreadable as error:
            raise Unreadable(str(file), error.line, error.column, error.reason) from error
        return None if held is None else held.data

    def read_trashed(self, name: str) -> FileContent:
        """The content of the file ``name`` in the trash."""
        path, real_name = self.folder(TRASH).target(name)
        return self._at(path).read(real_name)

    def times(self) -> tuple[FolderTimes, ...]:
        """The mtimes of the folders of contacts and goals when they were opened and now."""
        return tuple(
            FolderTimes(name, before, self._changed_at(name))
            for name, before in self._times.items()
            if name in (CONTACTS, GOALS)
        )

    def _changed_at(self, name: str) -> int:
        try:
            return self.folder(name).changed_at()
        except OSError:
            return 0

    def _at(self, path: str) -> Folder:
        folder = self._open.get(path)
        if folder is None:
            folder = self._open[path] = Folder(self.system, path, self.root)
        return folder


class Transaction:
    """Replaces, creates and deletes files, all or none; deleted contacts and goals go to the trash."""

    def __init__(self, handles: FolderHandles) -> None:
        self._handles = handles
        self._staged: dict[FileId, tuple[Folder, StagedFile]] = {}
        self._restored: dict[FileId, Signature] = {}
        self._replaced: dict[FileId, tuple[Folder, str, Signature]] = {}
        self._former: list[tuple[Folder, ReplacedFile]] = []
        self._touched: dict[int, Folder] = {}

    def run(self, changes: Sequence[FileChange], progress: Progress | None = None) -> None:
        """Carries out all of ``changes`` or none: if one fails, those before it are rolled back.

        ``progress`` may raise to stop, before any file is replaced. Raises :class:`ConcurrentChangeError`,
        :class:`Conflict` or :class:`CannotSave`. :meth:`sync` follows.
        """
        done: list[FileChange] = []
        try:
            for number, change in enumerate(changes):
                if progress:
                    progress(number, len(changes))
                self._stage(change)
            if progress:
                progress(len(changes), len(changes))
            for change in changes:
                self._replace(change)
                done.append(change)
        except BaseException as error:
            self._discard()
            failed = [str(change.file) for change in reversed(done) if not self._roll_back(change)]
            self._remove_former()
            if failed:
                raise PartlySaved(
                    "all of it", f"{', '.join(failed)} had been saved before ({error}); undo takes that back"
                ) from error
            raise

    def sync(self) -> None:
        """Flushes the names of all changed folders to disk (fsync); then the replaced files go."""
        try:
            for folder in self._touched.values():
                folder.sync()
        finally:
            self._remove_former()

    def written(self, change: FileChange) -> Written:
        """The file of ``change`` as it is after the transaction."""
        if change.after is None or change.file not in self._replaced:
            return Written(change.file, change.after, None, change.document)
        folder, name, staged = self._replaced[change.file]
        return Written(change.file, change.after, folder.signature(name, staged), change.document)

    def _stage(self, change: FileChange) -> None:
        if change.after is None:
            return
        restored = self._in_trash(change)
        if restored:
            self._restored[change.file] = restored
            return
        with _named(change.file):
            mode, mtime = 0o600, 0
            if change.before is None:
                folder = self._handles.folder(change.file.folder, make=True)
            else:
                folder, name = self._handles.locate(change.file)
                held = folder.read(name)
                # Days in the inbox are counted from when a file was written, not from when it was settled.
                mode, mtime = held.mode, held.signature.mtime if change.file.folder == INBOX else 0
            self._staged[change.file] = folder, folder.stage(change.after, mode, mtime)

    def _replace(self, change: FileChange) -> None:
        with _named(change.file):
            name = change.file.filename
            if change.after is None:
                self._delete(change, name)
            elif change.file in self._restored:
                self._from_trash(change, name)
            elif change.before is None:
                folder, staged = self._staged[change.file]
                self._touch(folder)
                folder.create(staged.name, name)
                self._record(change.file, name)
            else:
                folder, staged = self._staged[change.file]
                self._touch(folder)
                real_name = self._handles.locate(change.file)[1]
                former = folder.replace(staged, real_name, change.before)
                if former is None:
                    raise ConcurrentChangeError
                self._former.append((folder, former))
                self._record(change.file, real_name)

    def _record(self, file: FileId, name: str) -> None:
        folder, staged = self._staged.pop(file)
        self._replaced[file] = folder, name, staged.signature

    def _delete(self, change: FileChange, name: str) -> None:
        held = self._handles.read(change.file)
        if held is None or held.data != change.before:
            raise ConcurrentChangeError
        folder = self._handles.folder(change.file.folder)
        self._touch(folder)
        if not change.trash:
            self._handles.system.unlink(name, folder.fd)
            return
        trash = self._handles.folder(TRASH, make=True)
        self._touch(trash)
        folder.move(name, trash, change.trash)

    def _from_trash(self, change: FileChange, name: str) -> None:
        folder, trash = self._handles.folder(change.file.folder, make=True), self._handles.folder(TRASH)
        self._touch(folder)
        self._touch(trash)
        trash.move(change.trash, folder, name)
        self._replaced[change.file] = folder, name, self._restored.pop(change.file)

    def _in_trash(self, change: FileChange) -> Signature | None:
        """The signature of the trashed file if it holds the wanted bytes; moved, it keeps mode or link."""
        if change.before is not None or not change.trash:
            return None
        try:
            held = self._handles.read_trashed(change.trash)
        except (OSError, StoreError):
            return None
        return held.signature if held.data == change.after else None

    def _roll_back(self, change: FileChange) -> bool:
        """Undoes the change of one file; False if that fails."""
        back = FileChange(change.file, change.after, change.before, change.trash)
        try:
            if back.after is None:
                folder = self._handles.folder(change.file.folder)
                name = change.file.filename
                if folder.read(name).data != back.before:
                    return False
                if change.trash:
                    folder.move(name, self._handles.folder(TRASH), change.trash)
                else:
                    # Created a moment ago, from bytes that the journal holds.
                    self._handles.system.unlink(name, folder.fd)
            else:
                self._stage(back)
                self._replace(back)
        except (OSError, StoreError, ConcurrentChangeError):
            self._discard()
            return False
        return True

    def _touch(self, folder: Folder) -> None:
        self._touched[folder.fd] = folder

    def _discard(self) -> None:
        for folder, staged in self._staged.values():
            folder.discard(staged.name)
        self._staged.clear()

    def _remove_former(self) -> None:
        for folder, former in self._former:
            folder.remove_replaced(former)
        self._former.clear()


def commit(
    handles: FolderHandles,
    label: str,
    changes: Sequence[FileChange],
    clashes: _Clashes = (),
    progress: Progress | None = None,
) -> Applied:
    """Carries out ``changes`` and flushes them to disk; raises :class:`NotConfirmed` where that fails."""
    transaction = Transaction(handles)
    transaction.run(changes, progress)
    unconfirmed: OSError | None = None
    try:
        transaction.sync()
    except OSError as error:
        unconfirmed = error
    applied = Applied(label, tuple(map(transaction.written, changes)), handles.times(), clashes)
    if unconfirmed:
        raise NotConfirmed(handles.root, unconfirmed, applied) from unconfirmed
    return applied


@contextlib.contextmanager
def _named(file: FileId) -> Iterator[None]:
    """Turns an OSError into the error that names ``file``."""
    try:
        yield
    except FileNotFoundError as error:
        raise ConcurrentChangeError from error
    except OSError as error:
        if error.errno == errno.EEXIST:
            raise Conflict(f"{file} exists already; choose another name") from error
        raise CannotSave(str(file), error) from error
