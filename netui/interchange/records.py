"""Records that every importer yields: people, entries, and rejected lines.

An importer turns the bytes of one file into a :class:`ParsedFile`; :mod:`netui.interchange.plan`
turns them into changes. Values have the shapes of a contact file (its key names, lists of strings,
dates, ``[[table]]`` items as mappings), so that a new format needs no new plan.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from netui.domain.named_tuple import NamedTuple
from netui.storage.sources import SourceState

_NO_YEAR = (0, 1604)
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
CONTACT_KEYS = (
    "name", "aliases", "pronouns", "roles", "tags", "org", "title", "location", "timezone", "knows",
    "seeks", "interests", "emails", "phones", "links", "addresses", "goals", "notes", "archived", "died",
    "met", "rhythm", "date", "related", "promise",
    "opportunity", "source", "timeline",
)  # fmt: skip
ENTRY_KEYS = (
    "id", "on", "kind", "with", "place", "started_by", "text", "tags", "goals", "gave", "got", "learned",
    "private", "planned",
)  # fmt: skip
"""The keys of contacts and entries in the order in which netui writes them."""


class PersonRecord(NamedTuple):
    """One person of a source; ``source`` (``vcard``) and ``uid`` identify them there for good.

    ``fields`` holds contact keys other than ``name``, ``source`` and ``timeline``. ``raw`` is the whole card
    or row, which is kept for exports. ``ident`` is their id in another network of netui, which they keep
    where it is free. ``must_exist`` is for messages, mail and calendars, which know everybody that ever
    wrote: who is neither in the network nor in the address books of the same import is left out, and nothing
    but entries is added to anybody. ``covers`` are the keys that the file has a place for, where those are
    not all: what it does not cover was not removed there.
    """

    source: str
    uid: str
    name: str
    fields: Mapping[str, Any]
    file: str
    where: str
    raw: str = ""
    ident: str = ""
    must_exist: bool = False
    covers: frozenset[str] | None = None


class PersonReference(str):
    """The name of another person of a source, in ``related`` and ``met``; the plan writes their id."""

    source: str
    uid: str

    @classmethod
    def to(cls, source: str, uid: str, name: str) -> "PersonReference":
        """A reference to the person ``uid`` of ``source``; ``name`` stands where they are not brought in."""
        found = cls(name)
        found.source, found.uid = source, uid
        return found


class ReadOptions(NamedTuple):
    """What the user says of the files: each reader takes what concerns it.

    ``columns`` says for a field which column of a CSV file fills it; ``own`` are one's own names and
    addresses, folded; ``with_text`` takes over the text of messages too. ``part_of`` is the name of the
    folder or archive that a file stands in: what holds nobody is passed over there, and refused by itself.

    Meetings and mail are taken from ``since`` (None: as far back as the format goes by itself) to ``until``;
    ``today`` tells what is ahead. ``with_subjects`` names those of mail, ``with_alone`` takes events with
    nobody else too. ``planned`` are the ids of plans that a source may
    take back. ``contacts`` gives the contact of an
    address that one alone has, ``source_text`` what a source (kind and uid) said last.
    """

    columns: Mapping[str, str] = {}
    own: frozenset[str] = frozenset()
    with_text: bool = False
    part_of: str = ""
    since: date | None = None
    until: date | None = None
    today: date = date.max
    with_subjects: bool = False
    with_alone: bool = False
    planned: frozenset[str] = frozenset()
    contacts: Mapping[str, str] = {}
    source_text: Callable[[str, str], str] = lambda _kind, _uid: ""


class EntryRecord(NamedTuple):
    """One timeline entry; ``people`` are uids: the first owns the entry, the others took part.

    ``id`` is the same each time the same source is read; ``fields`` holds entry keys other than
    ``id`` and ``with``, ``on`` always among them. One without fields is withdrawn: its source says that it
    does not happen; it goes where nobody changed it since.
    """

    source: str
    id: str
    people: tuple[str, ...]
    fields: Mapping[str, Any]
    file: str
    where: str
    raw: str = ""


class RejectedRecord(NamedTuple):
    """A record that was not imported: file, place, reason, text for the quarantine, and uid if known."""

    file: str
    where: str
    why: str
    raw: str = ""
    uid: str = ""


class CorrespondentRecord(NamedTuple):
    """Somebody one wrote with: how many messages each way, the first and last day; ``email`` is folded."""

    name: str
    email: str
    sent: int
    received: int
    first: date
    last: date


class ParsedFile(NamedTuple):
    """The content of one imported file; ``notes`` say what was left out on purpose.

    ``correspondents`` are those of a mailbox, in the network or not. ``settings`` (of ``netui.toml``) and
    ``sources`` are those of another network of netui.
    """

    people: tuple[PersonRecord, ...] = ()
    entries: tuple[EntryRecord, ...] = ()
    rejected: tuple[RejectedRecord, ...] = ()
    goals: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    notes: tuple[str, ...] = ()
    correspondents: tuple[CorrespondentRecord, ...] = ()
    settings: Mapping[str, Any] = {}
    sources: tuple[SourceState, ...] = ()


def tables(document: Mapping[str, Any] | None, key: str) -> list[Mapping[str, Any]]:
    """The items of ``[[key]]``; anything else there is left out."""
    value = document.get(key) if document is not None else None
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def rejected_file(file: str, why: str) -> ParsedFile:
    """A file that is rejected as a whole."""
    return ParsedFile(rejected=(RejectedRecord(file, "", why),))


def in_order(values: Mapping[str, Any], order: tuple[str, ...]) -> dict[str, Any]:
    """The values in the order in which netui writes them; keys that it does not know come last."""
    known = {key: values[key] for key in order if key in values}
    return {**known, **values}


def stable_id(*parts: str) -> str:
    """A deterministic entry id: ten letters and digits, 50 bits of the BLAKE2b hash of ``parts``."""
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(0, 50, 5))


def entry_id(item: Mapping[str, Any]) -> str:
    """The id of an entry of a contact file; where it has none, one that its content always gives."""
    return str(
        item.get("id") or stable_id("entry", *(str(item.get(key, "")) for key in ("on", "kind", "text")))
    )


def made_up_uid(name: str, fields: Mapping[str, Any]) -> str:
    """A UID for someone whose source gives none: the same for the same name, first e-mail and first phone."""
    firsts = []
    for key in ("emails", "phones"):
        first = next(iter(fields.get(key, ())), "")
        firsts.append(str(first.get("value", "") if isinstance(first, Mapping) else first))
    return str(uuid5(NAMESPACE_URL, "\x1f".join((name, *firsts))))


def partial_date(year: str | None, month: str | None, day: str | None) -> str | None:
    """Digits as a date of a contact file (``1960-05-10``, ``1960-05``, ``1960``, ``--05-10``), or None.

    The years 0 and 1604 (Apple's) stand for an unknown one.
    """
    if year is not None and int(year) in _NO_YEAR:
        year = None
    try:
        date(int(year or 2000), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if year is None and not (month and day):
        return None
    return "-".join(part for part in (year or "-", month and month.zfill(2), day and day.zfill(2)) if part)


def clean(text: str) -> str:
    """``text`` on one line: control characters dropped, blanks collapsed, NFC normalized."""
    return unicodedata.normalize("NFC", " ".join(_CONTROL.sub("", text).split()))


def clean_lines(text: str) -> str:
    """Several lines, such as notes: control characters dropped, NFC normalized, indentation kept.

    Blank lines around them and blanks at their ends go.
    """
    lines = [_CONTROL.sub("", line).rstrip() for line in re.split(r"\r*\n|\r", text)]
    return unicodedata.normalize("NFC", "\n".join(lines).strip("\n"))


def decode(data: bytes) -> str:
    """Decodes a file of unknown charset: byte order mark, else UTF-8, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
