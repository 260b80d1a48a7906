"""Reads contact files for the index: bytes, then TOML, then rows; or the error that is shown instead."""

import time
from typing import Any, NamedTuple

from netui.domain.model.folders import CONTACTS
from netui.domain.model.kinds import Kinds
from netui.storage.errors import Unreadable
from netui.storage.files.stat import StrPath, read_bytes, stamp
from netui.storage.index.extract import ExtractedContact, Malformed, extract_contact, extract_text
from netui.storage.toml.parse import decode
from netui.storage.toml.positions import line_of

LARGE_BYTES = 1 << 16
"""From this size on the fast extraction saves more than the 2 ms that it takes to load."""


class ContactReading(NamedTuple):
    """One contact file as read; ``extracted`` is None where ``error`` says why it could not be.

    ``status`` is the file's status at that moment, None where it is not known.
    """

    stem: str
    stamp: int
    extracted: ExtractedContact | None
    error: str
    status: int | None = None


def read_contact(network: StrPath, stem: str, kinds: Kinds, *, fast: bool = False) -> ContactReading | None:
    """Reads one contact's file; None if it is gone. ``fast`` is worth it for many files."""
    try:
        signature, data = read_bytes(network, CONTACTS, stem)
    except FileNotFoundError:
        return None
    except (OSError, Unreadable) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return ContactReading(stem, 0, None, f"{CONTACTS}/{stem}.toml: {why}")
    reading = parse_contact(stem, stamp(signature, time.time_ns()), data, kinds, fast=fast)
    return reading._replace(status=hash(signature))


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
        line = line_of(data.decode("utf-8-sig"), error.path)
        return ContactReading(stem, file_stamp, None, f"{where}, line {line}: {error.why}")
