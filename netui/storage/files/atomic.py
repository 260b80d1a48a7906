"""Files replaced whole and durably, in a folder held by its descriptor.

A file is at every instant either its complete old bytes or its complete new ones. All system calls
go through :class:`System`, so that tests can fail any of them, or die there.
"""

import contextlib
import errno
import fcntl
import os
import stat
from typing import NamedTuple

from netui.storage.errors import CannotSave, Conflict, Unreadable, cannot_read
from netui.storage.toml.parse import MAX_BYTES, TOO_LARGE

TEMPORARY = ".netui-"
NO_LINKS = {
    errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM, errno.EINVAL, errno.EXDEV, errno.EMLINK,
}  # fmt: skip
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class System:
    """The system calls of the store; names are relative to the folder descriptor given with them."""

    def open(self, name: str, flags: int, mode: int = 0o600, folder: int | None = None) -> int:
        """A new descriptor."""
        return os.open(name, flags, mode, dir_fd=folder)

    def close(self, fd: int) -> None:
        """Gives a descriptor back."""
        os.close(fd)

    def read(self, fd: int, size: int) -> bytes:
        """At most ``size`` bytes; none at the end."""
        return os.read(fd, size)

    def write(self, fd: int, data: memoryview) -> int:
        """How many of the bytes were written."""
        return os.write(fd, data)

    def fstat(self, fd: int) -> os.stat_result:
        """What is known of an open file."""
        return os.fstat(fd)

    def chmod(self, fd: int, mode: int) -> None:
        """Sets permission bits."""
        os.fchmod(fd, mode)

    def sync(self, fd: int) -> None:
        """Bytes and names on the disk itself; on macOS a plain fsync stops at the drive's cache."""
        full = getattr(fcntl, "F_FULLFSYNC", None)
        if full is not None:
            with contextlib.suppress(OSError):
                fcntl.fcntl(fd, full)
                return
        os.fsync(fd)

    def rename(self, old: str, new: str, folder: int, new_folder: int) -> None:
        """Gives a file a new name, in the place of what had it."""
        os.rename(old, new, src_dir_fd=folder, dst_dir_fd=new_folder)

    def link(self, old: str, new: str, folder: int, new_folder: int) -> None:
        """Gives a file a second name; fails when that is taken."""
        os.link(old, new, src_dir_fd=folder, dst_dir_fd=new_folder, follow_symlinks=False)

    def unlink(self, name: str, folder: int) -> None:
        """Takes a name away."""
        os.unlink(name, dir_fd=folder)

    def mkdir(self, path: str) -> None:
        """A new folder for the user alone."""
        os.mkdir(path, 0o700)


class Signature(NamedTuple):
    """What tells whether a file is still the one that was read; times in ns."""

    mtime: int
    ctime: int
    size: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Signature":
        """That of a ``stat``."""
        return cls(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


class Staged(NamedTuple):
    """A temporary file that holds new bytes, and its signature before it is switched in."""

    name: str
    signature: Signature


class Held(NamedTuple):
    """What a file held, its permission bits, and its signature as it was read."""

    data: bytes
    mode: int
    signature: Signature


class Folder:
    """One folder of the network, open; ``root`` is the network's own real path, which nothing may leave."""

    def __init__(self, system: System, path: str, root: str) -> None:
        self.system, self.root = system, root
        self.path = os.path.realpath(path)
        if self.path != root and not self.path.startswith(root + os.sep):
            raise CannotSave(path, f"it is a link that leads out of {root}; keep the folder itself there")
        self.fd = system.open(self.path, _FOLDER)

    def close(self) -> None:
        """Gives the descriptor back."""
        with contextlib.suppress(OSError):
            self.system.close(self.fd)

    def target(self, name: str) -> tuple[str, str]:
        """Folder and name of the file behind ``name``, which may be a link to one inside the network.

        Raises :class:`Unreadable` for a link that leads out of it.
        """
        if not os.path.islink(os.path.join(self.path, name)):
            return self.path, name
        real = os.path.realpath(os.path.join(self.path, name))
        if not real.startswith(self.root + os.sep):
            raise Unreadable(name, 0, 0, f"a link that leads out of {self.root}; put the file itself there")
        return os.path.split(real)

    def read(self, name: str) -> Held:
        """The regular file ``name``; raises FileNotFoundError or :class:`Unreadable`."""
        try:
            fd = self.system.open(name, _READ, 0, self.fd)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise Unreadable(name, 0, 0, "it is a link to a link; put the file itself there") from error
            raise cannot_read(name, error) from error
        try:
            return self._read(fd, name)
        except OSError as error:
            raise cannot_read(name, error) from error
        finally:
            self.system.close(fd)

    def _read(self, fd: int, name: str) -> Held:
        status = self.system.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(name, 0, 0, "not a regular file; move it elsewhere")
        size, parts = 0, []
        while part := self.system.read(fd, max(status.st_size + 1 - size, 1 << 16)):
            parts.append(part)
            size += len(part)
            if size > MAX_BYTES:
                raise Unreadable(name, 0, 0, TOO_LARGE)
        return Held(b"".join(parts), stat.S_IMODE(status.st_mode), Signature.of(status))

    def stage(self, data: bytes, mode: int = 0o600) -> Staged:
        """A temporary file here that holds ``data``, safe on the disk."""
        name = f"{TEMPORARY}{os.urandom(8).hex()}.tmp"
        fd = self.system.open(name, _NEW, 0o600, self.fd)
        try:
            try:
                write_all(self.system, fd, data)
                if mode != 0o600:
                    self.system.chmod(fd, mode)
                self.system.sync(fd)
                signature = Signature.of(self.system.fstat(fd))
            finally:
                self.system.close(fd)
        except BaseException:
            self.discard(name)
            raise
        return Staged(name, signature)

    def discard(self, temporary: str) -> None:
        """Removes a temporary file, if it can."""
        with contextlib.suppress(OSError):
            self.system.unlink(temporary, self.fd)

    def replace(self, temporary: str, name: str, expected: bytes) -> bool:
        """Puts ``temporary`` in the place of ``name``; False, with nothing done, if that has changed."""
        try:
            if self.read(name).data != expected:
                return False
        except FileNotFoundError:
            return False
        self.system.rename(temporary, name, self.fd, self.fd)
        return True

    def create(self, temporary: str, name: str) -> None:
        """Gives ``temporary`` the name ``name``; raises :class:`Conflict` when that is taken."""
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
        """Moves a file, or a link as it is, to a free name in another folder of the network.

        Raises :class:`Conflict` when the name is taken.
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
        self.system.unlink(name, self.fd)

    def sync(self) -> None:
        """The folder's names, safe on the disk."""
        self.system.sync(self.fd)

    def changed_at(self) -> int:
        """The folder's modification time in ns."""
        return self.system.fstat(self.fd).st_mtime_ns

    def signature(self, name: str, staged: Signature | None) -> Signature | None:
        """That of the file ``name`` now; None when it is not (or no longer) the one that was staged."""
        try:
            now = Signature.of(os.stat(name, dir_fd=self.fd, follow_symlinks=False))
        except OSError:
            return None
        return now if staged and now == staged._replace(ctime=now.ctime) else None

    def names(self) -> list[str]:
        """Everything in the folder."""
        return os.listdir(self.fd)


def make_folder(system: System, path: str) -> None:
    """The folder ``path``, private and durable, with those above it, where they are missing."""
    if os.path.isdir(path):
        return
    parent = os.path.dirname(os.path.abspath(path))
    make_folder(system, parent)
    with contextlib.suppress(FileExistsError):
        system.mkdir(path)
    sync_folder(system, parent)


def sync_folder(system: System, path: str) -> None:
    """The names in the folder ``path``, safe on the disk."""
    fd = system.open(path, _FOLDER)
    try:
        system.sync(fd)
    finally:
        system.close(fd)


def write_all(system: System, fd: int, data: bytes) -> None:
    """Writes all of ``data``, in as many calls as it takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[system.write(fd, rest) :]


def write_private(system: System | None, path: str, data: bytes) -> None:
    """Puts ``data`` in the place of the file ``path``, which is netui's own, whole and durably."""
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
