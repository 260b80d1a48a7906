"""Stat and read of the network's files, for the index: cheap detection of which files changed."""

import errno
import os
from contextlib import suppress
from functools import lru_cache
from stat import S_ISREG
from zlib import crc32

from netui.storage.concurrency import yielding
from netui.storage.errors import Unreadable
from netui.storage.files.filenames import is_network_file
from netui.storage.files.survey import SUFFIX, Survey, close_folder, inside, open_folder, statuses
from netui.storage.files.survey import StrPath as StrPath

Signature = tuple[int, int, int, int]
"""mtime_ns, ctime_ns, size, inode."""
RACY_NS = 3_000_000_000
"""A file read within this time of its last change is uncertain: FAT has 2 s stamps."""
FINE_NS = 1_000_000_000
"""The same where the stamps are fine: they tick every 10 ms or less."""
SKEW_NS = 3_600_000_000_000
"""How far the clock of a file server may be ahead of ours; a date further ahead than that was set."""
_COARSE_NS = 10_000_000
"""A stamp that is no multiple of this comes from a file system with fine stamps."""
_TRIES = 5
"""How often a file is read that changes meanwhile."""
_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW


def network_key(folder: StrPath) -> str:
    """The name under which state and index of the network in ``folder`` are kept: a hash of its real path.

    It is found once: the folder may hang later, and what was typed is to be kept all the same.
    """
    return _hash_of_path(os.fspath(folder))


@lru_cache(maxsize=8)
def _hash_of_path(folder: str) -> str:
    return f"{crc32(os.fsencode(os.path.realpath(folder))):08x}"


def stamp(signature: Signature, read_at: int) -> int:
    """The hash of the signature of a file read at that time in ns; 0 if what was read is uncertain.

    It is uncertain if a write after ours could leave the same signature: within one tick of the file
    system's clock. Such a write sets ctime, which no program can choose, to the present; so a date far
    ahead makes nothing uncertain. A command that lists compares ten thousand, and one number compares
    quicker than four. The hash may differ in another Python: then files are read again, no more.
    """
    mtime, ctime = signature[0] - read_at, signature[1] - read_at
    racy = min(RACY_NS, FINE_NS) if signature[1] % _COARSE_NS else RACY_NS
    return 0 if -racy < ctime < SKEW_NS or -racy < mtime < racy else hash(signature)


def make_private_folder(path: StrPath) -> None:
    """Makes a folder and those above it that are missing, for the user alone (0700); raises OSError.

    os.makedirs() makes those above it as the umask says, which may let everyone in.
    """
    if not os.path.isdir(path):
        above = os.path.dirname(os.path.abspath(path))
        if above != path:
            make_private_folder(above)
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)


def survey(network: StrPath, folder: str) -> Survey:
    """Stats every TOML file of ``folder``; raises OSError if it cannot be listed."""
    descriptor, names = open_folder(network, folder)
    try:
        return statuses(descriptor, yielding(names))
    finally:
        close_folder(descriptor)


def signature_of(network: StrPath, folder: str, stem: str) -> Signature | None:
    """The signature of one file, or of a link that leads nowhere; None if there is neither."""
    path = os.path.join(network, folder, stem + SUFFIX)
    try:
        return _signature(os.stat(path))
    except OSError:
        try:
            return _signature(os.lstat(path))
        except FileNotFoundError:
            return None


def status_of(network: StrPath, folder: str, stem: str) -> int | None:
    """The status of one file as in a survey; None if there is no such file."""
    signature = signature_of(network, folder, stem)
    return None if signature is None else hash(signature)


def _signature(status: os.stat_result) -> Signature:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def compare(found: Survey, known: Survey) -> tuple[list[str], list[str]]:
    """The stems that changed or are new, and those gone; ``known`` holds the :func:`stamp` of known files."""
    stale = [
        name[: -len(SUFFIX)]
        for name, status in found.items()
        if known.get(name) != status and (name in known or is_network_file(name))
    ]
    return stale, [name[: -len(SUFFIX)] for name in known if name not in found]


def read_bytes(network: StrPath, folder: str, stem: str) -> tuple[Signature, bytes]:
    """The file's signature and bytes, both from one descriptor, read until they agree.

    Raises FileNotFoundError, other OSErrors, and Unreadable for what is no regular file of at most 8 MiB or
    is a link out of the network. The size that a file states may be wrong, as under /proc and on FUSE.
    """
    fd = _open(network, folder, stem)
    try:
        for _ in range(_TRIES):
            status = os.fstat(fd)
            data = _content(fd, status, f"{folder}/{stem}{SUFFIX}")
            signature = _signature(os.fstat(fd))
            if signature == _signature(status):
                return signature, data
    finally:
        os.close(fd)
    raise Unreadable(f"{folder}/{stem}{SUFFIX}", 0, 0, "it changed each time it was read; it is tried again")


def _open(network: StrPath, folder: str, stem: str) -> int:
    """Opens the file, or the one that a link leads to inside the network."""
    path = os.path.join(network, folder, stem + SUFFIX)
    try:
        return os.open(path, _READ)
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.EMLINK) or not os.path.islink(path):
            raise
    name = f"{folder}/{stem}{SUFFIX}"
    try:
        return os.open(inside(network, name, path), _READ)
    except FileNotFoundError:
        why = "it is a link to a file that is not there; put the file itself there"
        raise Unreadable(name, 0, 0, why) from None


def _content(fd: int, status: os.stat_result, name: str) -> bytes:
    from netui.storage.toml.parse import MAX_BYTES, TOO_LARGE

    if not S_ISREG(status.st_mode):
        raise Unreadable(name, 0, 0, "it is not a regular file; move it elsewhere")
    if status.st_size > MAX_BYTES:
        raise Unreadable(name, 0, 0, TOO_LARGE)
    data = os.pread(fd, status.st_size + 1, 0)
    if len(data) == status.st_size:
        return data
    parts, size = [data], len(data)
    while parts[-1]:
        parts.append(os.pread(fd, 1 << 16, size))
        size += len(parts[-1])
        if size > MAX_BYTES:
            raise Unreadable(name, 0, 0, TOO_LARGE)
    return b"".join(parts)
