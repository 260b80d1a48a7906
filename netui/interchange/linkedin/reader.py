"""Read LinkedIn's ``messages.csv`` and ``Invitations.csv`` into entries: one a person and day.

No text is taken over unless asked for. People come in whom one wrote to; who only wrote, as recruiters do,
has to be in the network or among the connections of the same import. Oneself is told by ``Profile.csv``,
else by being in every conversation; where that leaves it open, everybody has to be known.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.interchange.linkedin.profile import SOURCE, profile_uid
from netui.interchange.linkedin.tables import Table, find_table
from netui.interchange.records import (
    EntryRecord,
    ParsedFile,
    PersonRecord,
    ReadOptions,
    RejectedRecord,
    clean,
    clean_lines,
    rejected_file,
    stable_id,
)

_MOST_RECIPIENTS = 5
"""A message to more people is mass mail, and no contact with any of them."""
_RAW_CELL = 100
"""Characters that are kept of a cell to show a row by."""
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
_FORMATS = ("%m/%d/%y, %I:%M %p", "%m/%d/%y", "%d %b %Y", "%b %d, %Y", "%d/%m/%Y, %H:%M")


class _Person(NamedTuple):
    """Somebody as a table names them; ``uid`` is the profile's address, else made of the name."""

    uid: str
    name: str
    url: str


class _Message(NamedTuple):
    """One message or invitation before it is known which side is oneself; ``direction`` may say it."""

    line: int
    conversation: str
    on: date
    at: str
    direction: str
    sender: _Person
    recipients: tuple[_Person, ...]
    text: str
    raw: str


def is_linkedin(_: str, start: bytes) -> bool:
    """Whether a file that begins like this is a table of a LinkedIn export other than connections."""
    return b"," in start and find_table(start) is not None


def read(data: bytes, file: str, options: ReadOptions | None = None) -> ParsedFile:
    """Parses a file; never raises, whatever ``data`` is."""
    table = find_table(data)
    if table is None:
        return rejected_file(file, "no table of a LinkedIn export: its header row is not known")
    options = options or ReadOptions()
    if table.what not in ("messages", "invitations"):
        is_part = bool(options.part_of)
        return ParsedFile() if is_part else rejected_file(file, f"{table.what}: nobody you know is in it")
    messages, rejected = _messages(table, file, with_text=options.with_text)
    if not messages:
        return ParsedFile(rejected=tuple(rejected)) if rejected else rejected_file(file, "no row can be read")
    own = _own(messages, options.own)
    parsed = _parsed(messages, own, table.what, file, with_text=options.with_text)
    return parsed._replace(rejected=(*parsed.rejected, *rejected))


def _messages(table: Table, file: str, *, with_text: bool) -> tuple[list[_Message], list[RejectedRecord]]:
    """The rows as messages, and those that cannot be read."""
    found: list[_Message] = []
    rejected: list[RejectedRecord] = []
    for line, row in table.rows:
        if not any(cell.strip() for cell in row.values()) or _is_left_out(row):
            continue
        said = row.get("date", row.get("sent at", ""))
        raw = ",".join(cell[:_RAW_CELL] for cell in row.values())
        on = _day(said)
        sender = _person(row.get("from", ""), row.get("sender profile url", row.get("inviterprofileurl", "")))
        if on is None or not sender.name:
            why = f"{clean(said)!r} is no date" if sender.name else "nobody sent it"
            rejected.append(RejectedRecord(file, f"line {line}", why, raw))
            continue
        urls = row.get("recipient profile urls", row.get("inviteeprofileurl", ""))
        conversation = row.get("conversation id", "") or f"line {line}"
        text = clean_lines(row.get("content", row.get("message", ""))) if with_text else ""
        recipients = tuple(_recipients(row.get("to", ""), urls))
        at = said.strip() if _DAY.match(said.strip()) else ""
        direction = fold(row.get("direction", ""))
        found.append(_Message(line, conversation, on, at, direction, sender, recipients, text, raw))
    found.sort(key=lambda each: (each.on, each.at))  # LinkedIn writes the newest first
    return _with_addresses(found), rejected


def _is_left_out(row: Mapping[str, str]) -> bool:
    """Whether a message was never sent, is spam, or comes from somebody who has left LinkedIn."""
    is_draft = fold(row.get("is message draft", "")) in ("yes", "true")
    return is_draft or fold(row.get("folder", "")) == "spam" or fold(row.get("from", "")) == "linkedin member"


def _person(name: str, url: str) -> _Person:
    name = clean(name)
    return _Person(profile_uid(url) or f"name {fold(name)}", name, url.strip() if profile_uid(url) else "")


def _recipients(names: str, urls: str) -> Iterable[_Person]:
    """The recipients: as many names as addresses, where the commas between names allow it."""
    addresses = [url.strip() for url in urls.split(",") if url.strip()]
    called = [name.strip() for name in names.split(",") if name.strip()]
    if len(addresses) <= 1 and len(called) > 1 and addresses:
        called = [names.strip()]
    if len(addresses) != len(called):
        addresses = [""] * len(called)
    return (_person(name, url) for name, url in zip(called, addresses, strict=True))


def _with_addresses(messages: list[_Message]) -> list[_Message]:
    """The messages with the address of all who have one anywhere: older exports say it of senders."""
    known: dict[str, set[_Person]] = {}
    for message in messages:
        for person in (message.sender, *message.recipients):
            if person.url:
                known.setdefault(fold(person.name), set()).add(person)

    def whole(person: _Person) -> _Person:
        there = {each.uid: each for each in known.get(fold(person.name), ())}
        return next(iter(there.values())) if not person.url and len(there) == 1 else person

    return [
        message._replace(sender=whole(message.sender), recipients=tuple(map(whole, message.recipients)))
        for message in messages
    ]


def _own(messages: list[_Message], names: frozenset[str]) -> frozenset[str]:
    """The uids of oneself: by direction or by name, else the only one who is in every conversation."""
    sides = [(each.sender,) if each.direction == "outgoing" else each.recipients for each in messages
             if each.direction in ("outgoing", "incoming")]  # fmt: skip
    if sides:
        return frozenset(person.uid for side in sides for person in side)
    people = {person for each in messages for person in (each.sender, *each.recipients)}
    known = {each.uid for each in people if fold(each.name) in names or each.uid in names}
    if known:
        return frozenset(known)
    conversations: dict[str, set[str]] = {}
    for each in messages:
        there = conversations.setdefault(each.conversation, set())
        there.update(person.uid for person in (each.sender, *each.recipients))
    counts = Counter(uid for there in conversations.values() for uid in there)
    everywhere = [uid for uid, count in counts.items() if count == len(conversations)]
    return frozenset(everywhere) if len(everywhere) == 1 else frozenset()


def _parsed(
    messages: list[_Message], own: frozenset[str], what: str, file: str, *, with_text: bool
) -> ParsedFile:
    """The people and entries of the messages, in order."""
    people: dict[str, tuple[_Person, _Message]] = {}
    written: set[str] = set()
    days: dict[tuple[str, date], list[_Message]] = {}
    for each in messages:
        mine = each.sender.uid in own
        if (mine or not own) and len(each.recipients) > _MOST_RECIPIENTS:
            continue
        others = [person for person in each.recipients if person.uid not in own] if mine else [each.sender]
        if mine:
            written.update(person.uid for person in others)
        for person in others if own else dict.fromkeys((each.sender, *each.recipients)):
            people.setdefault(person.uid, (person, each))
            days.setdefault((person.uid, each.on), []).append(each)
    known = written if what == "messages" else set()
    return ParsedFile(
        tuple(
            _record(person, first, file, is_known=person.uid in known) for person, first in people.values()
        ),
        tuple(_entry(uid, on, there, what, file, with_text=with_text) for (uid, on), there in days.items()),
    )


def _record(person: _Person, first: _Message, file: str, *, is_known: bool) -> PersonRecord:
    fields: dict[str, Any] = {"links": [person.url], "tags": ["linkedin"]} if person.url else {}
    return PersonRecord(
        SOURCE, person.uid, person.name, fields, file, f"line {first.line}", first.raw,
        must_exist=not (is_known and person.url),
    )  # fmt: skip


def _entry(
    uid: str, on: date, messages: list[_Message], what: str, file: str, *, with_text: bool
) -> EntryRecord:
    first = messages[0]
    fields: Mapping[str, Any] = {
        "on": on,
        "kind": "message",
        "started_by": "them" if first.sender.uid == uid else "me",
        "tags": ["linkedin"],
    }
    if with_text:
        said = [f"{each.sender.name}: {each.text}" if len(messages) > 1 else each.text for each in messages]
        fields = {**fields, "text": "\n".join(filter(None, said))}
    ident = stable_id(SOURCE, what, uid, on.isoformat())
    return EntryRecord(SOURCE, ident, (uid,), fields, file, f"line {first.line}", first.raw)


def _day(text: str) -> date | None:
    """The day of a date as LinkedIn writes it; in its own time zone, so that it is the same everywhere."""
    text = clean(text[:100])
    if match := _DAY.match(text):
        try:
            return date.fromisoformat(match[1])
        except ValueError:
            return None
    for pattern in _FORMATS:
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None
