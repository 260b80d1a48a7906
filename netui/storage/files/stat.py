"""The files of the network as the index looks at them: their status, and their bytes."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from zlib import crc32

from netui.storage.concurrency import yielding
from netui.storage.errors import Unreadable
from netui.storage.files.filenames import SUFFIX, is_network_file

StrPath = str | os.PathLike[str]
"""A path; commands that are over soon do without :mod:`pathlib`, which takes long to load."""
Signature = tuple[int, int, int, int]
"""mtime_ns, ctime_ns, size, inode."""
Survey = dict[str, int]
"""The status of each file of a folder as one number, by name; of all in TOML, also those not ours."""
RACY_NS = 3_000_000_000
"""How long after a file's last change a reading of it is doubted: FAT stamps each 2 s, NFS caches 3 s."""


def stamp(signature: Signature, read_at: int) -> int:
    """One number for the signature of a file read at that time in ns; 0 when the reading is in doubt.

    Ten thousand of them are compared in each command that lists: one number compares quicker than
    four. Another Python may number otherwise; then files are read again, and that is all.
    """
    return 0 if max(signature[:2]) > read_at - RACY_NS else hash(signature)


def survey(network: StrPath, folder: str) -> Survey:
    """Looks at the status of every file of ``folder``; raises OSError where it cannot be listed."""
    with listed(network, folder) as (descriptor, names):
        return statuses(descriptor, names)


@contextmanager
def listed(network: StrPath, folder: str) -> Iterator[tuple[int, list[str]]]:
    """A descriptor of ``folder`` and the files of it that a survey is about; raises OSError as that does."""
    try:
        descriptor = os.open(os.path.join(network, folder), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        yield -1, []
        return
    try:
        yield descriptor, [name for name in os.listdir(descriptor) if name.endswith(SUFFIX)]
    finally:
        os.close(descriptor)


def statuses(descriptor: int, names: Iterable[str]) -> Survey:
    """The status of each of these files of the folder that is open there, those that are gone left out.

    The one loop over all files: ten thousand of them are looked at in each command that lists.
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
    """The status of one file as a survey gives it; None when there is none."""
    path = os.path.join(network, folder, stem + SUFFIX)
    try:
        status = os.stat(path)
    except OSError:
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            return None
    return hash((status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino))


def imprint(found: Survey) -> str:
    """A few digits that two surveys share only where they are the same, file by file."""
    return f"{crc32(os.fsencode('/'.join(found)))} {sum(found.values())}"


def compare(found: Survey, known: Survey) -> tuple[list[str], list[str]]:
    """The stems to be read, and those gone; ``known`` gives the :func:`stamp` of each known file by name."""
    stale = [
        name[: -len(SUFFIX)]
        for name, status in found.items()
        if known.get(name) != status and (name in known or is_network_file(name))
    ]
    return stale, [name[: -len(SUFFIX)] for name in known if name not in found]


def read_bytes(network: StrPath, folder: str, stem: str) -> tuple[Signature, bytes]:
    """The file's bytes and the signature of the very descriptor they came from."""
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
