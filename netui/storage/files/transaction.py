"""Several files switched as one: all of them staged first, and put back if one cannot be switched."""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from netui.domain.model.changes import FileId
from netui.storage.errors import CannotSave, Conflict, PartlySaved, StoreError
from netui.storage.files.atomic import Folder, Held, Signature, Staged, System, make_folder
from netui.storage.files.filenames import SUFFIX
from netui.storage.files.trash import TRASH


class FileChange(NamedTuple):
    """A file from these bytes to those (None: no file); ``trash`` is its name in the trash.

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
    """The modification time of ``contacts`` or ``goals`` in ns, just before and just after our work.

    Who last saw the folder at ``before`` has missed nothing. ``before`` is 0 when it was not there,
    ``after`` is 0 when it could not be learned.
    """

    folder: str
    before: int
    after: int


class OvertakenError(Exception):
    """Another program changed a file between our reading it and the switch."""


class FolderHandles:
    """The folders of a network, opened as they are needed, for one piece of work under the lock."""

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
        """``contacts``, ``goals`` or the trash; made if it is missing and ``make`` is set."""
        path = os.path.join(self.root, name)
        if make and name not in self._times and not os.path.isdir(path):
            make_folder(self.system, path)
            self._times[name] = 0
        folder = self._at(path)
        self._times.setdefault(name, folder.changed_at())
        return folder

    def place(self, file: FileId) -> tuple[Folder, str]:
        """Where the bytes of ``file`` are: behind a link, the file it leads to."""
        folder = self.folder(file.folder)
        path, name = folder.target(file.stem + SUFFIX)
        return (folder if path == folder.path else self._at(path)), name

    def read(self, file: FileId) -> Held | None:
        """What ``file`` holds, None when there is no such file; raises :class:`Unreadable`."""
        try:
            folder, name = self.place(file)
            return folder.read(name)
        except FileNotFoundError:
            return None

    def trashed(self, name: str) -> Held:
        """What the file ``name`` in the trash holds."""
        path, real_name = self.folder(TRASH).target(name)
        return self._at(path).read(real_name)

    def times(self) -> tuple[FolderTimes, ...]:
        """The folders' times before our work and now."""
        return tuple(
            FolderTimes(name, before, self._changed_at(name))
            for name, before in self._times.items()
            if name != TRASH
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
    """Carries out plans at a desk."""

    def __init__(self, desk: FolderHandles) -> None:
        self._desk = desk
        self._staged: dict[FileId, tuple[Folder, Staged]] = {}
        self._restored: dict[FileId, Signature] = {}
        self._switched: dict[FileId, tuple[Folder, str, Signature]] = {}
        self._touched: dict[int, Folder] = {}

    def run(self, plans: Sequence[FileChange]) -> None:
        """All of ``plans``, or none: what was switched is put back when a later one cannot be.

        Raises :class:`OvertakenError`, :class:`Conflict` or :class:`CannotSave`. Nothing is synced yet.
        """
        done: list[FileChange] = []
        try:
            for plan in plans:
                self._stage(plan)
            for plan in plans:
                self._switch(plan)
                done.append(plan)
        except BaseException as error:
            self._discard()
            stuck = [str(plan.file) for plan in reversed(done) if not self._put_back(plan)]
            if stuck:
                raise PartlySaved(
                    "all of it", f"{', '.join(stuck)} had been saved before ({error}); undo takes that back"
                ) from error
            raise

    def sync(self) -> None:
        """What was switched, safe on the disk."""
        for folder in self._touched.values():
            folder.sync()

    def written(self, plan: FileChange) -> Written:
        """The file of ``plan`` as it is now."""
        if plan.after is None or plan.file not in self._switched:
            return Written(plan.file, plan.after, None, plan.document)
        folder, name, staged = self._switched[plan.file]
        return Written(plan.file, plan.after, folder.signature(name, staged), plan.document)

    def _stage(self, plan: FileChange) -> None:
        if plan.after is None:
            return
        restored = self._in_trash(plan)
        if restored:
            self._restored[plan.file] = restored
            return
        with _named(plan.file):
            if plan.before is None:
                folder, mode = self._desk.folder(plan.file.folder, make=True), 0o600
            else:
                folder, name = self._desk.place(plan.file)
                mode = folder.read(name).mode
            self._staged[plan.file] = folder, folder.stage(plan.after, mode)

    def _switch(self, plan: FileChange) -> None:
        with _named(plan.file):
            name = plan.file.stem + SUFFIX
            if plan.after is None:
                self._to_trash(plan, name)
            elif plan.file in self._restored:
                self._from_trash(plan, name)
            elif plan.before is None:
                folder, staged = self._staged[plan.file]
                self._touch(folder)
                folder.create(staged.name, name)
                self._settle(plan.file, name)
            else:
                folder, staged = self._staged[plan.file]
                self._touch(folder)
                real_name = self._desk.place(plan.file)[1]
                if not folder.replace(staged.name, real_name, plan.before):
                    raise OvertakenError
                self._settle(plan.file, real_name)

    def _settle(self, file: FileId, name: str) -> None:
        folder, staged = self._staged.pop(file)
        self._switched[file] = folder, name, staged.signature

    def _to_trash(self, plan: FileChange, name: str) -> None:
        held = self._desk.read(plan.file)
        if held is None or held.data != plan.before:
            raise OvertakenError
        folder, trash = self._desk.folder(plan.file.folder), self._desk.folder(TRASH, make=True)
        self._touch(folder)
        self._touch(trash)
        folder.move(name, trash, plan.trash)

    def _from_trash(self, plan: FileChange, name: str) -> None:
        folder, trash = self._desk.folder(plan.file.folder, make=True), self._desk.folder(TRASH)
        self._touch(folder)
        self._touch(trash)
        trash.move(plan.trash, folder, name)
        self._switched[plan.file] = folder, name, self._restored.pop(plan.file)

    def _in_trash(self, plan: FileChange) -> Signature | None:
        """The signature of the bytes wanted, if they lie in the trash, with the mode or link they had."""
        if plan.before is not None or not plan.trash:
            return None
        try:
            held = self._desk.trashed(plan.trash)
        except (OSError, StoreError):
            return None
        return held.signature if held.data == plan.after else None

    def _put_back(self, plan: FileChange) -> bool:
        """Takes one switched file back; False when that cannot be done."""
        back = FileChange(plan.file, plan.after, plan.before, plan.trash)
        try:
            if back.after is None:
                folder = self._desk.folder(plan.file.folder)
                name = plan.file.stem + SUFFIX
                if folder.read(name).data != back.before:
                    return False
                if plan.trash:
                    folder.move(name, self._desk.folder(TRASH), plan.trash)
                else:
                    # Made by us a moment ago, of bytes that the journal holds.
                    self._desk.system.unlink(name, folder.fd)
            else:
                self._stage(back)
                self._switch(back)
        except (OSError, StoreError, OvertakenError):
            self._discard()
            return False
        return True

    def _touch(self, folder: Folder) -> None:
        self._touched[folder.fd] = folder

    def _discard(self) -> None:
        for folder, staged in self._staged.values():
            folder.discard(staged.name)
        self._staged.clear()


@contextlib.contextmanager
def _named(file: FileId) -> Iterator[None]:
    """Says which file it was that the system refused."""
    try:
        yield
    except FileNotFoundError as error:
        raise OvertakenError from error
    except OSError as error:
        if error.errno == errno.EEXIST:
            raise Conflict(f"{file} exists already; choose another name") from error
        raise CannotSave(str(file), error) from error
