"""Import mail: one ``email`` entry for each person and day, with the number of messages; no text of them.

Only headers are read. Which messages were counted is kept with each person's source state, so that the same
message in another mailbox, or imported again, counts once.
"""

import os
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from netui.interchange.mail import SOURCE
from netui.interchange.mail.correspondence import MOST_RECIPIENTS, Correspondence, message_key
from netui.interchange.mail.headers import MessageHeader, parse_header
from netui.interchange.mail.mailbox_reader import (
    HeaderBlock,
    has_header,
    is_mbox,
    is_message,
    read_maildir,
    read_mbox,
)
from netui.interchange.records import (
    CorrespondentRecord,
    EntryRecord,
    ParsedFile,
    PersonRecord,
    ReadOptions,
    RejectedRecord,
    stable_id,
)

_SUBJECTS = 5
"""The most subjects that are named for one day."""
_LONGEST_SUBJECT = 120
_REJECTED_NAMED = 100


class _Day:
    """The messages with one person on one day; ``by`` wrote the first of them, at ``moment``."""

    __slots__ = ("by", "keys", "moment", "subjects")

    def __init__(self, by: str = "", moment: float = float("inf"), keys: Iterable[str] = ()) -> None:
        self.by, self.moment = by, moment
        self.keys = set(keys)
        self.subjects: list[str] = []


def is_mail(name: str, start: bytes) -> bool:
    """Whether a file that begins with these bytes is an mbox or a message; of its name, ``.eml`` says so."""
    return is_mbox(start) or is_message(start) or (name.endswith(".eml") and has_header(start))


def read(data: bytes, file: str, options: ReadOptions) -> ParsedFile:
    """The entries of an mbox or message; see :func:`read_path`."""
    return _read(read_mbox(BytesIO(data)), file, options)


def read_path(path: str, file: str, options: ReadOptions) -> ParsedFile:
    """The entries of a mailbox, with the people of ``options.contacts``; raises OSError.

    ``path`` is an mbox, a message, or a folder with Maildirs. ``options.own`` must hold an address: without,
    it cannot be told which messages one wrote oneself.
    """
    if os.path.isdir(path):
        return _read(read_maildir(path), file, options)
    with open(path, "rb") as mailbox:
        return _read(read_mbox(mailbox), file, options)


def _read(blocks: Iterable[HeaderBlock], file: str, options: ReadOptions) -> ParsedFile:
    reader = _Reader(file, options)
    for block in blocks:
        reader.take(block)
    return reader.result()


class _Reader:
    """Collects messages by contact and day."""

    def __init__(self, file: str, options: ReadOptions) -> None:
        self._file, self._options = file, options
        self._found = Correspondence(
            options.own, options.since or date.min, options.today, self._take_message
        )
        self._days: dict[str, dict[date, _Day]] = {}

        self._addresses: dict[str, str] = {}
        self._rejected: list[RejectedRecord] = []
        self._unnamed = 0

    def take(self, block: HeaderBlock) -> None:
        """Takes in one message."""
        why = self._found.add(parse_header(block.data))
        if why and len(self._rejected) < _REJECTED_NAMED:
            self._rejected.append(RejectedRecord(self._file, block.where, why))
        elif why:
            self._unnamed += 1

    def _take_message(self, address: str, message: MessageHeader, is_sent: bool) -> None:
        ident = self._options.contacts.get(address)
        if ident is None:
            return
        if ident not in self._days:
            self._days[ident] = _days_from(self._options.source_text(SOURCE, ident))
            self._addresses[ident] = address
        assert message.day is not None
        day = self._days[ident].setdefault(message.day, _Day())
        day.keys.add(message_key(message.ident).hex())
        if message.moment < day.moment:
            day.moment, day.by = message.moment, "me" if is_sent else "them"
        if self._options.with_subjects and message.subject and message.subject not in day.subjects:
            day.subjects.append(message.subject)

    def result(self) -> ParsedFile:
        """Everything taken in, and what was left out."""
        people: list[PersonRecord] = []
        entries: list[EntryRecord] = []
        for ident, days in self._days.items():
            counted = _days_from(self._options.source_text(SOURCE, ident))
            changed = {
                day: found
                for day, found in days.items()
                if found.subjects or day not in counted or found.keys != counted[day].keys
            }
            entries += [self._entry(ident, day, found) for day, found in changed.items()]
            people.append(self._person(ident, days))
        found = self._found
        strangers = [each for each in found.people if each not in self._options.contacts]
        notes = (
            (len(strangers), "not in the network, of those you wrote with; --who lists them"),
            (found.mass, f"left out as mass mail (lists, machines, more than {MOST_RECIPIENTS} people)"),
            (found.older, "left out as older"),
            (found.doubled, "messages stood there twice"),
            (self._unnamed, "more messages could not be read"),
        )
        return ParsedFile(
            people=tuple(people),
            entries=tuple(entries),
            rejected=tuple(self._rejected),
            notes=tuple(f"{count} {what}" for count, what in notes if count),
            correspondents=tuple(
                CorrespondentRecord(each.name, each.address, each.sent, each.received, each.first, each.last)
                for each in found.people.values()
            ),
        )

    def _entry(self, ident: str, day: date, found: _Day) -> EntryRecord:
        count = len(found.keys)
        text = "1 e-mail" if count == 1 else f"{count} e-mails"
        if found.subjects:
            named = "; ".join(subject[:_LONGEST_SUBJECT] for subject in found.subjects[:_SUBJECTS])
            text = f"{text}: {named}"
        fields: dict[str, Any] = {"on": day, "kind": "email", "started_by": found.by, "text": text}
        return EntryRecord(
            SOURCE, stable_id(SOURCE, ident, day.isoformat()), (ident,), fields, self._file, day.isoformat()
        )

    def _person(self, ident: str, days: dict[date, _Day]) -> PersonRecord:
        address = self._addresses[ident]
        raw = "\n".join(_line(day, days[day]) for day in sorted(days))
        fields = {"emails": [address]}
        return PersonRecord(SOURCE, ident, address, fields, self._file, address, raw, must_exist=True)


def _line(day: date, found: _Day) -> str:
    """The counted messages of one day, as the source state keeps them."""
    return " ".join((day.isoformat(), found.by, str(int(found.moment)), *sorted(found.keys)))


def _days_from(raw: str) -> dict[date, _Day]:
    """The counted messages that a source state keeps; lines that make no sense are passed over."""
    found: dict[date, _Day] = {}
    for line in raw.split("\n"):
        day, _, rest = line.partition(" ")
        by, _, rest = rest.partition(" ")
        moment, *keys = rest.split(" ")
        try:
            found[date.fromisoformat(day)] = _Day(by, float(moment), keys)
        except ValueError:
            continue
    return found
