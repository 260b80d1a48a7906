"""Stat and read of the network's files, for the index: cheap detection of which files changed."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
"""A file read within this time after its last change is uncertain: FAT has 2 s stamps, NFS caches for 3 s."""


def stamp(signature: Signature, read_at: int) -> int:
    """The hash of the signature of a file read at that time in ns; 0 if what was read is uncertain.

    A command that lists compares ten thousand, and one number compares quicker than four. The hash may
    differ in another Python: then files are read again, no more.
    """
    return 0 if max(signature[:2]) > read_at - RACY_NS else hash(signature)


def survey(network: StrPath, folder: str) -> Survey:
    """Stats every TOML file of ``folder``; raises OSError if it cannot be listed."""
    with open_folder(network, folder) as (descriptor, names):
        return statuses(descriptor, names)


@contextmanager
def open_folder(network: StrPath, folder: str) -> Iterator[tuple[int, list[str]]]:
    """A descriptor of ``folder`` and the names of its TOML files; raises OSError if it cannot be listed.

    A name that is not UTF-8 is left out: no id can be made of it. `netui check` names these.
    """
    try:
        descriptor = os.open(os.path.join(network, folder), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        yield -1, []
        return
    try:
        names = [name for name in os.listdir(descriptor) if name.endswith(SUFFIX)]
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


def status_of(network: StrPath, folder: str, stem: str) -> int | None:
    """The status of one file as in a survey; None if there is no such file."""
    path = os.path.join(network, folder, stem + SUFFIX)
    try:
        status = os.stat(path)
    except OSError:
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            return None
    return hash((status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino))


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
    """The file's signature and bytes, both from one descriptor, read until they agree."""
    from netui.storage.toml.parse import MAX_BYTES

    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
    fd = os.open(os.path.join(network, folder, stem + SUFFIX), flags)
    try:
        while True:
            status = os.fstat(fd)
            if status.st_size > MAX_BYTES or status.st_mode & 0o170000 != 0o100000:
                raise Unreadable(f"{folder}/{stem}.toml", 1, 1, "not a plain file of at most 8 MiB")
            data = os.pread(fd, status.st_size + 1, 0)
            again = os.fstat(fd)
            if len(data) == status.st_size and again.st_mtime_ns == status.st_mtime_ns:
                return (again.st_mtime_ns, again.st_ctime_ns, again.st_size, again.st_ino), data
    finally:
        os.close(fd)
