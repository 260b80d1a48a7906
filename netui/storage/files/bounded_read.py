"""Reads a file as a whole, up to a limit: one with holes, or whose file system lies, can have any size."""

import errno
import os

LARGEST = 1 << 28
"""Bytes of the largest file that is read as a whole."""


def read_whole(path: str) -> bytes:
    """The bytes of a file; raises OSError, with EFBIG where it has more than ``LARGEST``."""
    with open(path, "rb") as file:
        data = file.read(LARGEST + 1) if os.fstat(file.fileno()).st_size <= LARGEST else None
    if data is None or len(data) > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return data
