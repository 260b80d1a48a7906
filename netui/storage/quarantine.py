"""Quarantine files in ``.quarantine``: the raw text of each card or row that an import rejected, and why.

One TOML file for each imported file, so that its next import replaces it.
"""

from collections.abc import Iterable
from hashlib import blake2b

from netui.domain.model.changes import QUARANTINE, FileId
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Unreadable
from netui.storage.files.filenames import slug
from netui.storage.toml.literals import assignment, without_surrogates
from netui.storage.toml.parse import load

LARGEST_RAW = 64 << 10
"""Characters of a rejected text that are kept."""
LARGEST_FILE = 4 << 20
"""Characters that are kept of all that was rejected in one file."""
_KEYS = ("file", "where", "why", "uid", "raw")


class QuarantinedItem(NamedTuple):
    """One rejected card, row or line: its file, place, reason and raw text; ``uid`` if it has one."""

    file: str
    where: str
    why: str
    uid: str = ""
    raw: str = ""


def quarantine_file(name: str) -> FileId:
    """The file that keeps what was rejected in the imported file ``name``."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return FileId(QUARANTINE, f"{slug(name) or 'file'}-{digest}")


def dump_quarantine(items: Iterable[QuarantinedItem]) -> bytes:
    """The bytes of the file: a ``[[rejected]]`` for each item."""
    blocks, size = [], 0
    for item in items:
        raw = item.raw[:LARGEST_RAW]
        size += len(raw)
        if size > LARGEST_FILE:
            break
        values = zip(_KEYS, item._replace(raw=raw), strict=True)
        block = "".join(assignment(key, without_surrogates(value), "\n") for key, value in values if value)
        blocks.append(f"[[rejected]]\n{block}")
    return "\n".join(blocks).encode()


def load_quarantine(data: bytes) -> list[QuarantinedItem] | None:
    """The items of a file; None where it cannot be read."""
    try:
        found = load(data).get("rejected", [])
    except Unreadable:
        return None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        return None
    return [QuarantinedItem(*(str(item.get(key, "")) for key in _KEYS)) for item in found]
