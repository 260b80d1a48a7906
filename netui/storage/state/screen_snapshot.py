"""The screen as it was left, in the cache folder: what the next start may show before it loads anything.

What stands in the file is sent to the terminal as it is, so a file that is not whole is none.
"""

import os
from contextlib import suppress
from typing import NamedTuple
from zlib import crc32

from netui.storage.files.stat import StrPath

_MAGIC = b"netui screen 1\n"
_LENGTH = 4
"""Bytes that tell how long a part is."""


class ScreenSnapshot(NamedTuple):
    """``ansi`` makes a terminal show it; ``rows`` tells whoever goes on drawing what stands there."""

    ansi: bytes
    rows: bytes


def keep(cache: StrPath, network: StrPath, conditions: str, screen: ScreenSnapshot) -> None:
    """Keeps it for whoever comes back under the same ``conditions``; where that fails, nothing is lost."""
    body = b"".join(len(part).to_bytes(_LENGTH, "big") + part for part in (os.fsencode(conditions), *screen))
    path = _path(cache, network)
    aside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(cache, mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW
        with os.fdopen(os.open(aside, flags, 0o600), "wb") as file:
            file.write(_MAGIC + crc32(body).to_bytes(_LENGTH, "big") + body)
        os.replace(aside, path)
    except OSError:
        return


def recall(cache: StrPath, network: StrPath, conditions: str) -> ScreenSnapshot | None:
    """What was kept, if it was under these conditions."""
    try:
        with open(_path(cache, network), "rb") as file:
            data = file.read()
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


def forget(cache: StrPath, network: StrPath) -> None:
    """Keeps none."""
    with suppress(OSError):
        os.unlink(_path(cache, network))


def _path(cache: StrPath, network: StrPath) -> str:
    key = crc32(os.fsencode(os.path.realpath(network)))
    return os.path.join(cache, f"screen-{key:08x}")
