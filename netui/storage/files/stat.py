"""Stat and read of the network's files, for the index: cheap detection of which files changed."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from stat import S_ISREG
from zlib import crc32

from netui.domain.text.sanitize import is_utf8
from netui.storage.concurrency import yielding
from netui.storage.errors import Unreadable
from netui.storage.files.filenames import SUFFIX, is_network_file

StrPath = str | os.PathLike[str]
"""A path; short commands do without :mod:`pathlib`, which takes long to load."""
Signature = tuple[int, int, int, int]
"""mtime_ns, ctime_ns, size, inode."""
Survey = dict[str, int]
"""By name, the hash of the signature of every TOML file of a folder, conflict copies and backups included."""
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
_FOLDER = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY


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
    with open_folder(network, folder) as (descriptor, names):
        return statuses(descriptor, names)


@contextmanager
def open_folder(network: StrPath, folder: str) -> Iterator[tuple[int, list[str]]]:
    """A descriptor of ``folder`` and the names of its TOML files; raises OSError if it cannot be listed.

    A name that is not UTF-8 is left out: no id can be made of it. `netui check` names these. Raises
    Unreadable where the folder is a link out of the network.
    """
    path = os.path.join(network, folder)
    try:
        descriptor = os.open(_inside(network, folder, path) if os.path.islink(path) else path, _FOLDER)
    except FileNotFoundError:
        yield -1, []
        return
    try:
        try:
            names = [name for name in os.listdir(descriptor) if name.endswith(SUFFIX)]
        except OSError as error:
            error.filename = path  # instead of the number of the descriptor
            raise
        if not is_utf8("".join(names)):
            names = [name for name in names if is_utf8(name)]
        yield descriptor, names
    finally:
        os.close(descriptor)


def statuses(descriptor: int, names: Iterable[str]) -> Survey:
    """Stats these files of the open folder; those that are gone are left out.

    The hot loop of every command that lists: ten thousand files.
    """
    found: Survey = {}
    stat = os.stat
    for name in yielding(names):
        try:
            status = stat(name, dir_fd=descriptor)
        except OSError:
            try:
                status = stat(name, dir_fd=descriptor, follow_symlinks=False)
            except FileNotFoundError:
                continue
        found[name] = hash((status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino))
    return found


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


def fingerprint(found: Survey) -> str:
    """A checksum of a survey, of at most 40 characters: equal only if all names and statuses are equal."""
    return f"{crc32(os.fsencode('/'.join(found)))} {sum(found.values())}"


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
        return os.open(_inside(network, name, path), _READ)
    except FileNotFoundError:
        why = "it is a link to a file that is not there; put the file itself there"
        raise Unreadable(name, 0, 0, why) from None


def _inside(network: StrPath, name: str, path: str) -> str:
    """What the link ``path``, called ``name`` in messages, leads to; raises Unreadable if it leads out."""
    real, root = os.path.realpath(path), os.path.realpath(network)
    if not real.startswith(root + os.sep):
        raise Unreadable(
            name, 0, 0, f"it is a link that leads out of {root}; put what it leads to there itself"
        )
    return real


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
