"""The end of the undo journal: whether a crash cut off a change of several files.

Apart from the journal, and small, because every command looks here before it shows anything.
"""

import os

from netui.storage.files.stat import StrPath

try:
    from _blake2 import blake2b  # hashlib loads all of OpenSSL for it
except ImportError:
    from hashlib import blake2b

_TAIL = 256
"""Bytes read from the end: more than the last line can have, where it settles a change."""
_OPEN = b'"open": true, "n": '


def digest(data: bytes | None) -> str:
    """A hash (BLAKE2b, 16 bytes, hexadecimal) of a file's bytes; empty if there is no file."""
    return "" if data is None else blake2b(data, digest_size=16).hexdigest()


def journal_path(state: StrPath, network: StrPath) -> str:
    """The journal of the network folder; each network has its own."""
    key = digest(os.fsencode(os.path.realpath(network)))[:16]
    return os.path.join(state, "journal", f"{key}.jsonl")


def is_settled(path: str) -> bool:
    """Whether the last change was finished, or was of one file; True without a journal."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        tail = os.pread(fd, _TAIL, max(os.fstat(fd).st_size - _TAIL, 0))
    except OSError:
        return True
    finally:
        os.close(fd)
    whole = tail.rpartition(b"\n")[0]
    return _OPEN not in whole[whole.rfind(b"\n") + 1 :][-64:]
