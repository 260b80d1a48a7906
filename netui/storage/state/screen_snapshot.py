"""Screen snapshot: the last screen of a session, in the cache folder, for the splash of the next start.

The terminal gets the stored bytes as they are, so a file whose checksum does not fit is ignored.
"""

import os
from contextlib import suppress
from zlib import crc32

from netui.domain.named_tuple import NamedTuple
from netui.storage.files.bounded_read import read_whole
from netui.storage.files.stat import StrPath, make_private_folder, network_key

_MAGIC = b"netui screen 1\n"
_LENGTH = 4
"""Bytes of the big-endian length before each part."""


class ScreenSnapshot(NamedTuple):
    """``ansi`` draws the screen; ``cells`` are its cells, serialized, from which the next frame is diffed."""

    ansi: bytes
    cells: bytes


def save(cache: StrPath, network: StrPath, conditions: str, screen: ScreenSnapshot) -> None:
    """Stores the screen together with the ``conditions`` under which it may be shown; ignores OSError."""
    body = b"".join(len(part).to_bytes(_LENGTH, "big") + part for part in (os.fsencode(conditions), *screen))
    path = _path(cache, network)
    aside = f"{path}.{os.getpid()}"
    try:
        make_private_folder(cache)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW
        with os.fdopen(os.open(aside, flags, 0o600), "wb") as file:
            file.write(_MAGIC + crc32(body).to_bytes(_LENGTH, "big") + body)
        os.replace(aside, path)
    except OSError:
        return


def load(cache: StrPath, network: StrPath, conditions: str) -> ScreenSnapshot | None:
    """The stored screen, if it is whole and was stored under the same conditions."""
    try:
        data = read_whole(_path(cache, network))
    except OSError:
        return None
    start = len(_MAGIC) + _LENGTH
    body = data[start:]
    if data[:start] != _MAGIC + crc32(body).to_bytes(_LENGTH, "big"):
        return None
    parts = []
    while body:
        end = _LENGTH + int.from_bytes(body[:_LENGTH], "big")
        parts.append(body[_LENGTH:end])
        body = body[end:]
    return ScreenSnapshot(*parts[1:]) if len(parts) == 3 and parts[0] == os.fsencode(conditions) else None


def delete(cache: StrPath, network: StrPath) -> None:
    """Removes the stored screen."""
    with suppress(OSError):
        os.unlink(_path(cache, network))


def _path(cache: StrPath, network: StrPath) -> str:
    return os.path.join(cache, f"screen-{network_key(network)}")
