"""Saves a file atomically and durably: write a temporary file, fsync, swap the names, fsync the folder.

At every instant a file holds either its complete old bytes or its complete new ones. Files are named
relative to an open folder descriptor. All system calls go through :class:`System`, so that tests can
make any of them fail, or kill the process there.

Where the system can exchange two names in one step (Linux), what came out is looked at: what a program
that takes no lock wrote in the last microsecond is put back, not lost. Elsewhere a rename replaces it.
"""

import contextlib
import errno
import fcntl
import os
import stat
import time
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import CannotSave, Conflict, Unreadable, cannot_read
from netui.storage.network_folder import TEMPORARY, TEMPORARY_SUFFIX
from netui.storage.toml.parse import MAX_BYTES, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_LOOKS, _PAUSE = 8, 0.01
"""How often, and how many seconds apart, one looks whether another program still writes a file."""
NO_LINKS = {
    errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM, errno.EINVAL, errno.EXDEV, errno.EMLINK,
}  # fmt: skip
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_RENAME_EXCHANGE = 2
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class System:
    """The system calls of the store; names are relative to the folder descriptor given with them."""

    def open(self, name: str, flags: int, mode: int = 0o600, folder: int | None = None) -> int:
        """Opens ``name``; returns the descriptor."""
        return os.open(name, flags, mode, dir_fd=folder)

    def close(self, fd: int) -> None:
        """Closes a descriptor."""
        os.close(fd)

    def read(self, fd: int, size: int) -> bytes:
        """Reads at most ``size`` bytes; none at the end of the file."""
        return os.read(fd, size)

    def write(self, fd: int, data: memoryview) -> int:
        """Writes; returns how many of the bytes were written."""
        return os.write(fd, data)

    def fstat(self, fd: int) -> os.stat_result:
        """The status of an open file."""
        return os.fstat(fd)

    def is_open_for_writing(self, fd: int) -> bool:
        """Whether another program has the file open for writing; False where the system cannot tell.

        Only then is a read lease refused (Linux). It is given back at once; whoever opens the file in between
        waits for that, and the signal that says so is one that is ignored.
        """
        lease = getattr(fcntl, "F_SETLEASE", None)
        if lease is None:
            return False
        from _signal import SIGURG  # type: ignore[import-not-found]  # signal itself takes 1 ms

        try:
            fcntl.fcntl(fd, fcntl.F_SETSIG, SIGURG)
            fcntl.fcntl(fd, lease, fcntl.F_RDLCK)
            fcntl.fcntl(fd, lease, fcntl.F_UNLCK)
        except OSError as error:
            return error.errno == errno.EAGAIN
        return False

    def chmod(self, fd: int, mode: int) -> None:
        """Sets permission bits."""
        os.fchmod(fd, mode)

    def set_mtime(self, fd: int, mtime: int) -> None:
        """Sets the modification time, in ns."""
        os.utime(fd, ns=(mtime, mtime))

    def sync(self, fd: int) -> None:
        """Flushes to disk (fsync); on macOS with F_FULLFSYNC, as a plain fsync stops at the drive's cache."""
        full = getattr(fcntl, "F_FULLFSYNC", None)
        if full is not None:
            with contextlib.suppress(OSError):
                fcntl.fcntl(fd, full)
                return
        os.fsync(fd)

    def rename(self, old: str, new: str, folder: int, new_folder: int) -> None:
        """Renames a file, replacing one that has the new name."""
        os.rename(old, new, src_dir_fd=folder, dst_dir_fd=new_folder)

    def exchange(self, one: str, other: str, folder: int) -> bool:
        """Swaps two names of a folder in one step; False, with nothing done, where that is not possible."""
        address = _renameat2()
        if not address:
            return False
        from _ctypes import call_function

        names = os.fsencode(one), os.fsencode(other)
        return bool(call_function(address, (folder, names[0], folder, names[1], _RENAME_EXCHANGE)) == 0)

    def link(self, old: str, new: str, folder: int, new_folder: int) -> None:
        """Makes a hard link; fails if the new name is taken."""
        os.link(old, new, src_dir_fd=folder, dst_dir_fd=new_folder, follow_symlinks=False)

    def unlink(self, name: str, folder: int) -> None:
        """Removes a name."""
        os.unlink(name, dir_fd=folder)

    def mkdir(self, path: str) -> None:
        """Creates a folder with mode 0700."""
        os.mkdir(path, 0o700)


@cache
def _renameat2() -> int:
    """The address of renameat2(2) in the C library; 0 where there is none.

    Without :mod:`ctypes`, whose import takes 5 ms: a tenth of a command that saves.
    """
    try:
        from _ctypes import dlopen, dlsym

        return dlsym(dlopen(None, os.RTLD_NOW), "renameat2")  # type: ignore[arg-type]  # None: this program
    except (ImportError, OSError):
        return 0


class Signature(NamedTuple):
    """The stat fields that tell whether a file is still the one that was read; times in ns."""

    mtime: int
    ctime: int
    size: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Signature":
        """The signature in the result of ``stat``."""
        return cls(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


class StagedFile(NamedTuple):
    """A temporary file that holds the new bytes, and its signature before it is renamed."""

    name: str
    signature: Signature


class ReplacedFile(NamedTuple):
    """A file that was replaced: its temporary name, "" where it is gone at once, and its bytes."""

    name: str
    data: bytes


class FileContent(NamedTuple):
    """The bytes of a file, its permission bits, and its signature when it was read."""

    data: bytes
    mode: int
    signature: Signature


class Folder:
    """An open folder of the network; no path may lead out of ``root``, the real path of the network."""

    def __init__(self, system: System, path: str, root: str) -> None:
        self.system, self.root = system, root
        self.path = os.path.realpath(path)
        if self.path != root and not self.path.startswith(root + os.sep):
            raise CannotSave(path, f"it is a link that leads out of {root}; keep the folder itself there")
        self.fd = system.open(self.path, _FOLDER)

    def close(self) -> None:
        """Closes the descriptor."""
        with contextlib.suppress(OSError):
            self.system.close(self.fd)

    def target(self, name: str) -> tuple[str, str]:
        """Resolves a symbolic link: folder and name of the file behind ``name``.

        Raises :class:`Unreadable` for a link that leads out of the network.
        """
        if not os.path.islink(os.path.join(self.path, name)):
            return self.path, name
        real = os.path.realpath(os.path.join(self.path, name))
        if not real.startswith(self.root + os.sep):
            raise Unreadable(name, 0, 0, f"a link that leads out of {self.root}; put the file itself there")
        return os.path.split(real)

    def read(self, name: str) -> FileContent:
        """Reads the regular file ``name``; raises FileNotFoundError or :class:`Unreadable`."""
        return self._opened(name, self._read)

    def _opened(self, name: str, read: "Callable[[int, str], _T]") -> "_T":
        try:
            fd = self.system.open(name, _READ, 0, self.fd)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise cannot_read(name, error) from error
        try:
            return read(fd, name)
        except OSError as error:
            raise cannot_read(name, error) from error
        finally:
            self.system.close(fd)

    def _read(self, fd: int, name: str) -> FileContent:
        status = self.system.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(name, 0, 0, "not a regular file; move it elsewhere")
        size, parts = 0, []
        while part := self.system.read(fd, min(max(status.st_size + 1 - size, 1 << 16), MAX_BYTES + 1)):
            parts.append(part)
            size += len(part)
            if size > MAX_BYTES:
                raise Unreadable(name, 0, 0, TOO_LARGE)
        return FileContent(b"".join(parts), stat.S_IMODE(status.st_mode), Signature.of(status))

    def stage(self, data: bytes, mode: int = 0o600, mtime: int = 0) -> StagedFile:
        """Writes ``data`` to a temporary file in this folder and flushes it to disk; ``mtime`` 0 is now."""
        name = temporary_name()
        fd = self.system.open(name, _NEW, 0o600, self.fd)
        try:
            try:
                write_all(self.system, fd, data)
                if mode != 0o600:
                    self.system.chmod(fd, mode)
                if mtime:
                    self.system.set_mtime(fd, mtime)
                self.system.sync(fd)
                signature = Signature.of(self.system.fstat(fd))
            finally:
                self.system.close(fd)
        except BaseException:
            self.discard(name)
            raise
        return StagedFile(name, signature)

    def discard(self, temporary: str) -> None:
        """Removes a temporary file; errors are ignored."""
        with contextlib.suppress(OSError):
            self.system.unlink(temporary, self.fd)

    def replace(self, staged: StagedFile, name: str, expected: bytes) -> "ReplacedFile | None":
        """Gives the staged file the name ``name`` if that holds ``expected``; None if it has changed.

        The file that had the name is kept until :meth:`remove_replaced`, where names can be exchanged. While
        a program has it open for writing, that is awaited for a moment: it may be emptied and not yet written
        again, and what is written to a file that was replaced is lost.
        """
        if not self._holds(name, expected):
            return None
        if not self.system.exchange(staged.name, name, self.fd):
            if not self._holds(name, expected):
                return None
            self.system.rename(staged.name, name, self.fd, self.fd)
            return ReplacedFile("", expected)
        try:
            changed = not self._holds(staged.name, expected)
        except (OSError, Unreadable):
            self._exchange_back(staged, name)
            raise
        if changed:
            self._exchange_back(staged, name)
            return None
        return ReplacedFile(staged.name, expected)

    def _holds(self, name: str, expected: bytes) -> bool:
        try:
            return self._opened(name, lambda fd, name: self._is_settled(fd, name, expected))
        except FileNotFoundError:
            return False

    def _is_settled(self, fd: int, name: str, expected: bytes) -> bool:
        """Whether an open file holds ``expected``, once nobody writes it.

        A program that keeps a file open for long is no hindrance, unless the file is empty meanwhile.
        """
        is_written = self.system.is_open_for_writing(fd)
        for _ in range(_LOOKS if is_written else 0):
            time.sleep(_PAUSE)
            is_written = self.system.is_open_for_writing(fd)
            if not is_written:
                break
        data = self._read(fd, name).data
        return data == expected and bool(data or not is_written)

    def _exchange_back(self, staged: StagedFile, name: str) -> None:
        """Puts back what came out of an exchange, and after it what came in meanwhile, the latest on top."""
        if not self.system.exchange(staged.name, name, self.fd):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if self.signature(staged.name, staged.signature) is None:
            self.system.exchange(staged.name, name, self.fd)
            self._put_aside(staged.name)

    def remove_replaced(self, replaced: "ReplacedFile") -> None:
        """Removes the file that was replaced, unless a program that had it open wrote to it meanwhile."""
        with contextlib.suppress(OSError, Unreadable):
            if replaced.name and self._holds(replaced.name, replaced.data):
                self.discard(replaced.name)

    def _put_aside(self, temporary: str) -> None:
        """Renames a file of others, so that it is no longer taken for ours; the next sweep keeps it."""
        with contextlib.suppress(OSError):
            self.system.rename(temporary, temporary_name(), self.fd, self.fd)

    def create(self, temporary: str, name: str) -> None:
        """Renames ``temporary`` to the new name ``name``; raises :class:`Conflict` if that is taken."""
        try:
            try:
                self.system.link(temporary, name, self.fd, self.fd)
            except OSError as error:
                if error.errno not in NO_LINKS:
                    raise
                self._create_without_links(temporary, name)
                return
        except FileExistsError as error:
            raise Conflict(f"{name} exists already; choose another name") from error
        self.discard(temporary)

    def _create_without_links(self, temporary: str, name: str) -> None:
        fd = self.system.open(name, _NEW, 0o600, self.fd)
        try:
            self.system.close(fd)
            self.system.rename(temporary, name, self.fd, self.fd)
        except BaseException:
            self.discard(name)
            raise

    def move(self, name: str, other: "Folder", new_name: str) -> None:
        """Moves a file, or a link itself, to a new name in another folder of the network.

        Raises :class:`Conflict` if the name is taken.
        """
        try:
            self.system.link(name, new_name, self.fd, other.fd)
        except FileExistsError as error:
            raise Conflict(f"{new_name} exists already; choose another name") from error
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            if os.path.lexists(os.path.join(other.path, new_name)):
                raise Conflict(f"{new_name} exists already; choose another name") from error
            self.system.rename(name, new_name, self.fd, other.fd)
            return
        try:
            self.system.unlink(name, self.fd)
        except OSError:
            if self._stands_in_both(name, other, new_name):
                other.discard(new_name)
            raise

    def _stands_in_both(self, name: str, other: "Folder", new_name: str) -> bool:
        """Whether two names are of one file: a network disk may say that it failed when it did not."""
        try:
            here = os.stat(name, dir_fd=self.fd, follow_symlinks=False)
            return os.path.samestat(here, os.stat(new_name, dir_fd=other.fd, follow_symlinks=False))
        except OSError:
            return False

    def sync(self) -> None:
        """Flushes the folder's entries to disk (fsync)."""
        self.system.sync(self.fd)

    def changed_at(self) -> int:
        """The folder's modification time in ns."""
        return self.system.fstat(self.fd).st_mtime_ns

    def signature(self, name: str, staged: Signature | None) -> Signature | None:
        """The signature of ``name`` now; None if it is not, or no longer, the file that was staged."""
        try:
            now = Signature.of(os.stat(name, dir_fd=self.fd, follow_symlinks=False))
        except OSError:
            return None
        return now if staged and now == staged._replace(ctime=now.ctime) else None

    def names(self) -> list[str]:
        """The names of everything in the folder."""
        return os.listdir(self.fd)


def temporary_name() -> str:
    """A new name for a temporary file."""
    return f"{TEMPORARY}{os.urandom(8).hex()}{TEMPORARY_SUFFIX}"


def make_folder(system: System, path: str) -> None:
    """Creates the folder ``path`` and missing parents, with mode 0700, and flushes them to disk."""
    if os.path.isdir(path):
        return
    parent = os.path.dirname(os.path.abspath(path))
    make_folder(system, parent)
    with contextlib.suppress(FileExistsError):
        system.mkdir(path)
    sync_folder(system, parent)


def sync_folder(system: System, path: str) -> None:
    """Flushes the entries of the folder ``path`` to disk (fsync)."""
    fd = system.open(path, _FOLDER)
    try:
        system.sync(fd)
    finally:
        system.close(fd)


def write_all(system: System, fd: int, data: bytes) -> None:
    """Writes all of ``data``; a single call may write less."""
    rest = memoryview(data)
    while rest:
        rest = rest[system.write(fd, rest) :]


def write_private(system: System | None, path: str, data: bytes) -> None:
    """Saves ``data`` as the file ``path``, atomically and durably: for files that only netui uses."""
    system = system or System()
    folder, name = os.path.split(path)
    make_folder(system, folder)
    place = Folder(system, folder, os.path.realpath(folder))
    try:
        temporary = place.stage(data).name
        try:
            system.rename(temporary, name, place.fd, place.fd)
        except BaseException:
            place.discard(temporary)
            raise
        place.sync()
    finally:
        place.close()
