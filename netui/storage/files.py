"""The files of the network as the index looks at them: their status, and their bytes."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from netui.storage.errors import Unreadable
from netui.storage.names import is_network_file
from netui.storage.reading import MAX_BYTES

Signature = tuple[int, int, int, int]
"""mtime_ns, ctime_ns, size, inode."""


def compare(network: Path, folder: str, rows: Iterable[tuple[Any, ...]]) -> tuple[list[str], list[str]]:
    """The stems to be read, and those gone; ``rows`` are the id, signature and doubt of each known one.

    The one loop over all files: ten thousand of them are looked at in each command that lists.
    """
    known = {f"{row[0]}.toml": row[1:5] if not row[5] else () for row in rows}
    stale = []
    try:
        listing = os.scandir(os.path.join(network, folder))
    except FileNotFoundError:
        return [], [name[:-5] for name in known]
    with listing:
        for item in listing:
            name = item.name
            signature = known.pop(name, None)
            if signature is None:
                if is_network_file(name):
                    stale.append(name[:-5])
                continue
            try:
                status = item.stat()
            except OSError:
                status = item.stat(follow_symlinks=False)
            if signature != (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino):
                stale.append(name[:-5])
    return stale, [name[:-5] for name in known]


def read_bytes(network: Path, folder: str, stem: str) -> tuple[Signature, bytes]:
    """The file's bytes and the signature of the very descriptor they came from."""
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
    fd = os.open(network / folder / f"{stem}.toml", flags)
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
