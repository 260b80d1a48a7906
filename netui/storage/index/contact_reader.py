"""Reads contact files for the index: bytes, then TOML, then rows; or the error that is shown instead."""

import errno
import time
from typing import Any

from netui.domain.model.folders import CONTACTS
from netui.domain.model.kinds import Kinds
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Unreadable, error_words
from netui.storage.files.stat import StrPath, read_bytes, signature_of, stamp
from netui.storage.index.extract import ExtractedContact, Malformed, extract_contact, extract_text
from netui.storage.toml.parse import decode

try:
    from _blake2 import blake2b  # hashlib loads all of OpenSSL for it
except ImportError:
    from hashlib import blake2b

LARGE_BYTES = 1 << 16
"""From this size on the fast extraction saves more than the 2 ms that it takes to load."""


_LASTING = {errno.EACCES, errno.EPERM, errno.ELOOP, errno.EMLINK, errno.ENXIO, errno.ENODEV}
"""Errors that stay until the file itself changes; after others it is read again each time."""


class FileReading(NamedTuple):
    """The bytes of one file, or why they could not be read. ``digest`` is of the bytes, or of the error.

    ``status`` is the file's status at that moment, None where it is not known.
    """

    data: bytes
    error: str
    stamp: int
    status: int | None
    digest: int


class ContactReading(NamedTuple):
    """One contact file as read; ``extracted`` is None where ``error`` says why it could not be.

    Both are empty where the file holds what the index has of it already: only ``stamp`` is new then.
    """

    stem: str
    stamp: int
    extracted: ExtractedContact | None
    error: str
    status: int | None = None
    digest: int = 0

    @property
    def is_known(self) -> bool:
        """Whether the index has what the file holds."""
        return self.extracted is None and not self.error


def digest(data: bytes) -> int:
    """A hash (BLAKE2b) of 8 bytes as the signed integer that SQLite stores."""
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)


def read_file(network: StrPath, folder: str, stem: str) -> FileReading | None:
    """Reads one file of the network; None if it is gone."""
    name = f"{folder}/{stem}.toml"
    try:
        signature, data = read_bytes(network, folder, stem)
    except FileNotFoundError:
        return None
    except (OSError, Unreadable) as problem:
        error = f"{name}: {error_words(problem)}" if isinstance(problem, OSError) else str(problem)
        found = signature_of(network, folder, stem)
        lasts = found is not None and (not isinstance(problem, OSError) or problem.errno in _LASTING)
        seen = stamp(found, time.time_ns()) if found is not None and lasts else 0
        return FileReading(b"", error, seen, hash(found) if found else None, digest(error.encode()))
    return FileReading(data, "", stamp(signature, time.time_ns()), hash(signature), digest(data))


def read_contact(
    network: StrPath, stem: str, kinds: Kinds, *, fast: bool = False, known: int | None = None
) -> ContactReading | None:
    """Reads one contact's file; None if it is gone. ``fast`` is worth it for many files.

    A file with the digest ``known`` is not parsed: see :attr:`ContactReading.is_known`.
    """
    found = read_file(network, CONTACTS, stem)
    if found is None:
        return None
    if found.digest == known:
        return ContactReading(stem, found.stamp, None, "", found.status, found.digest)
    if found.error:
        return ContactReading(stem, found.stamp, None, found.error, found.status, found.digest)
    reading = parse_contact(stem, found.stamp, found.data, kinds, fast=fast)
    return reading._replace(status=found.status, digest=found.digest)


def parse_contact(
    stem: str,
    file_stamp: int,
    data: bytes,
    kinds: Kinds,
    *,
    fast: bool = False,
    document: dict[str, Any] | None = None,
) -> ContactReading:
    """Parses the bytes of a contact's file, whose stamp (:func:`netui.storage.files.stat.stamp`) is given.

    ``document`` is the parsed TOML where the store has it from verifying a write.
    """
    where = f"{CONTACTS}/{stem}.toml"
    try:
        if document is not None:
            return ContactReading(stem, file_stamp, extract_contact(stem, document, kinds), "")
        text = decode(data, where)
        if fast or len(data) >= LARGE_BYTES:
            from netui.storage.index.fast_timeline import extract_fast

            extracted = extract_fast(stem, text, where, kinds)
        else:
            extracted = extract_text(stem, text, where, kinds)
        return ContactReading(stem, file_stamp, extracted, "")
    except Unreadable as error:
        return ContactReading(stem, file_stamp, None, str(error))
    except Malformed as error:
        from netui.storage.toml.positions import line_of

        line = line_of(data.decode("utf-8-sig"), error.path)
        return ContactReading(stem, file_stamp, None, f"{where}, line {line}: {error.why}")
