"""Contact files as they are read for the index."""

import time
from contextlib import suppress
from typing import NamedTuple

from netui.domain.model.changes import CONTACTS
from netui.domain.model.kinds import Kinds
from netui.storage.errors import Unreadable
from netui.storage.files.stat import StrPath, read_bytes, stamp
from netui.storage.index.extract import Digest, Malformed, digest
from netui.storage.index.fast_timeline import plain_entries
from netui.storage.toml.parse import decode, parse
from netui.storage.toml.positions import line_of


class Reading(NamedTuple):
    """One file as it was read; ``digest`` is None where ``error`` says why."""

    stem: str
    stamp: int
    digest: Digest | None
    error: str


def read_contact(network: StrPath, stem: str, kinds: Kinds) -> Reading | None:
    """One contact's file as it is now; None when it is gone."""
    try:
        signature, data = read_bytes(network, CONTACTS, stem)
    except FileNotFoundError:
        return None
    except (OSError, Unreadable) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Reading(stem, 0, None, f"{CONTACTS}/{stem}.toml: {why}")
    return reading_of(stem, stamp(signature, time.time_ns()), data, kinds)


def reading_of(stem: str, seen: int, data: bytes, kinds: Kinds) -> Reading:
    """What these bytes of a contact's file say; ``seen`` is their :func:`~netui.storage.files.stat.stamp`."""
    where = f"{CONTACTS}/{stem}.toml"
    try:
        return Reading(stem, seen, _digest(stem, decode(data, where), where, kinds), "")
    except Unreadable as error:
        return Reading(stem, seen, None, str(error))
    except Malformed as error:
        line = line_of(data.decode("utf-8-sig"), error.path)
        return Reading(stem, seen, None, f"{where}, line {line}: {error.why}")


def _digest(stem: str, text: str, where: str, kinds: Kinds) -> Digest:
    found = plain_entries(text, kinds)
    if found is not None:
        before, entries = found
        with suppress(Unreadable):
            document = parse(before, where)
            if "timeline" not in document:
                return digest(stem, {**document, "timeline": entries}, kinds, entries)
    return digest(stem, parse(text, where), kinds)
