"""The header of one message: sender, recipients, day and Message-ID, whatever its charset and mistakes."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import mktime_tz, parsedate_tz

from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import clean, decode

_FIELD = re.compile(
    rb"^(from|sender|to|cc|bcc|date|received|message-id|subject|list-id|list-post|list-unsubscribe|precedence"
    rb"|auto-submitted)[ \t]*:(.*(?:\n[ \t].*)*)",
    re.IGNORECASE | re.MULTILINE,
)
"""The fields that are read; to parse all of them takes four times as long."""
_ADDRESSED = ("from", "to", "cc", "bcc")
_PIECE = re.compile(r'(?:"(?:[^"\\]|\\.)*"|\([^()]*\)|[^",;])+')
_ADDRESS = re.compile(r"[^\s<>()\"@,;:]+@[^\s<>()\"@,;:]+")
_COMMENT = re.compile(r"\(([^()]*)\)")
_BULK = frozenset(("bulk", "list", "junk"))
_FIRST_YEAR = 1980
_LONGEST_FIELD = 8 << 10
"""Bytes of a field that are read: more recipients are mass mail."""


class MailAddress(NamedTuple):
    """A mail address, folded, and the name that stands with it, if any."""

    address: str
    name: str


class MessageHeader(NamedTuple):
    """One message. ``day`` is the day that the sender's clock showed, ``moment`` seconds since 1970.

    ``is_mass``: sent by a list or a machine. ``ident`` is the Message-ID, else made of the header itself.
    """

    sender: MailAddress | None
    recipients: tuple[MailAddress, ...]
    day: date | None
    moment: float
    ident: str
    subject: str
    is_mass: bool


def parse_header(data: bytes) -> MessageHeader:
    """Parses the header lines of one message; never raises."""
    fields = _fields(data)
    day, moment = _when(fields)
    senders = _addresses(fields.get("from", ())) or _addresses(fields.get("sender", ()))
    recipients = _addresses([*fields.get("to", ()), *fields.get("cc", ()), *fields.get("bcc", ())])
    ident = clean(next(iter(fields.get("message-id", ())), ""))
    if not ident:
        ident = "\x1f".join(_first(fields, name) for name in ("from", "to", "date", "subject"))
    return MessageHeader(
        senders[0] if senders else None,
        tuple(recipients),
        day,
        moment,
        ident,
        decode_words(_first(fields, "subject")),
        _is_mass(fields),
    )


def decode_words(text: str) -> str:
    """A header's text with its encoded words (``=?utf-8?q?…?=``) decoded; what cannot be is left as it is."""
    if "=?" not in text:
        return clean(text)
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        return clean(text)
    return clean("".join(_decoded(*piece) for piece in pieces))


def _decoded(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(piece)


def _fields(data: bytes) -> dict[str, list[str]]:
    """The wanted fields by their names in lower case, unfolded."""
    found: dict[str, list[str]] = {}
    for name, value in _FIELD.findall(data.replace(b"\r\n", b"\n")):
        key = name.decode().lower()
        if key not in found or key in _ADDRESSED:
            found.setdefault(key, []).append(decode(value[:_LONGEST_FIELD]).replace("\n", " "))
    return found


def _first(fields: Mapping[str, list[str]], name: str) -> str:
    return next(iter(fields.get(name, ())), "")


def _addresses(values: Iterable[str]) -> list[MailAddress]:
    """The addresses in header fields, each once, with their names; groups are taken apart."""
    found: dict[str, MailAddress] = {}
    for value in values:
        for piece in _PIECE.findall(value):
            if "@" not in piece:
                continue
            angled = piece[piece.rfind("<") :] if "<" in piece else ""
            match = _ADDRESS.search(angled) or _ADDRESS.search(_COMMENT.sub(" ", piece))
            if match is None:
                continue
            address = match[0].strip("'.").casefold()
            known = found.get(address)
            if known is None or not known.name:
                found[address] = MailAddress(address, _name(piece, angled))
    return list(found.values())


def _name(piece: str, angled: str) -> str:
    """The name that stands before an address in angle brackets, or in brackets behind it."""
    if angled:
        text = piece[: -len(angled)].rpartition(":")[2] if '"' not in piece else piece[: -len(angled)]
    else:
        comment = _COMMENT.search(piece)
        text = comment[1] if comment else ""
    text = decode_words(re.sub(r"\\(.)", r"\1", text.strip().strip('"')))
    return "" if "@" in text else text.strip("'\" ")


def _when(fields: Mapping[str, list[str]]) -> tuple[date | None, float]:
    """The day in the Date field, as the sender's clock had it, else in the last Received; and the moment."""
    for text in (_first(fields, "date"), _first(fields, "received").rpartition(";")[2]):
        parsed = parsedate_tz(text) if text.strip() else None
        if parsed is None or not _FIRST_YEAR <= parsed[0] <= date.max.year:
            continue
        try:
            return date(*parsed[:3]), mktime_tz(parsed)
        except (ValueError, OverflowError):
            continue
    return None, 0.0


def _is_mass(fields: Mapping[str, list[str]]) -> bool:
    """Whether a mailing list or a machine sent it."""
    if any(name in fields for name in ("list-id", "list-post", "list-unsubscribe")):
        return True
    if _first(fields, "precedence").strip().lower() in _BULK:
        return True
    return _first(fields, "auto-submitted").partition(";")[0].strip().lower() not in ("", "no")
