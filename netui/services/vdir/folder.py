"""The files of a vdir: one card each, told by its UID, whatever the file is called."""

import os
from collections.abc import Iterator
from stat import S_ISREG

from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import PersonRecord, RejectedRecord
from netui.interchange.vcard.reader import read
from netui.services.errors import Refused, error_words

SUFFIX = ".vcf"
LARGEST = 16 << 20
"""Bytes of one card, with its picture."""


class Card(NamedTuple):
    """One file of the folder: its ``data``, and the person that it is."""

    path: str
    data: bytes
    person: PersonRecord


class Folder(NamedTuple):
    """The cards of people by UID, and the files that are none; groups are neither."""

    cards: dict[str, Card]
    rejected: tuple[RejectedRecord, ...]


def read_folder(path: str) -> Folder:
    """Reads the folder; raises Refused where there is none."""
    cards: dict[str, Card] = {}
    rejected: list[RejectedRecord] = []
    try:
        names = sorted(name for name in os.listdir(path) if _is_card(name))
    except OSError as error:
        raise Refused(f"the vdir folder {path} cannot be read: {error.strerror or error}") from error
    for name in names:
        data = _content(os.path.join(path, name))
        if isinstance(data, str):
            rejected.append(RejectedRecord(name, "", data))
            continue
        for found in _people(name, data):
            if isinstance(found, RejectedRecord):
                rejected.append(found)
            elif found.uid in cards:
                other = os.path.basename(cards[found.uid].path)
                rejected.append(RejectedRecord(name, "", f"{other} has the same UID; remove one of them"))
            else:
                cards[found.uid] = Card(os.path.join(path, name), data, found)
    return Folder(cards, tuple(rejected))


def write_card(path: str, data: bytes, seen: bytes | None) -> bool:
    """Writes a file as a whole; False where it no longer holds what was ``seen`` (None: no file)."""
    from netui.storage.files.atomic import write_private

    if _content(path) != seen if seen is not None else os.path.lexists(path):
        return False
    write_private(None, path, data)
    return True


def _is_card(name: str) -> bool:
    """Whether a file belongs to the vdir: names that begin with a dot are somebody's work in progress."""
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def _content(path: str) -> bytes | str:
    """The content of one file, else why it is not read."""
    try:
        with open(path, "rb", opener=lambda p, flags: os.open(p, flags | os.O_NONBLOCK)) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                return "it is no file"
            data = file.read(LARGEST + 1)
    except OSError as error:
        return error_words(error)
    return data if len(data) <= LARGEST else f"larger than {LARGEST >> 20} MiB"


def _people(name: str, data: bytes) -> Iterator[PersonRecord | RejectedRecord]:
    parsed = read(data, name)
    if len(parsed.people) + len(parsed.rejected) > 1:
        yield RejectedRecord(name, "", "several cards in one file, which no vdir has")
        return
    yield from parsed.rejected
    for person in parsed.people:
        if b"\nUID" not in data.upper().replace(b"\r", b"\n"):
            yield RejectedRecord(name, "", "the card has no UID, by which it could be told again")
        elif not _is_utf8(data):
            yield RejectedRecord(name, "", "the card is not in UTF-8")
        else:
            yield person


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
