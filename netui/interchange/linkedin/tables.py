"""Tables of a LinkedIn export that are no address book: found by the words of their header row."""

from collections.abc import Iterator, Mapping

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.interchange.csv.rows import read_rows
from netui.interchange.records import decode

_SEARCHED = 20
"""Rows in which the header is looked for, behind notes and blank lines."""
_MESSAGES = frozenset(("conversation id", "from", "date"))
_INVITATIONS = frozenset(("from", "to", "sent at"))
_OTHERS: Mapping[str, tuple[str, ...]] = {
    "your own profile": ("first name", "last name", "maiden name", "industry"),
    "your own positions": ("company name", "title", "started on"),
    "your education": ("school name", "degree name"),
    "your job applications": ("job title", "job url"),
    "your job applications ": ("application date", "job title"),
    "your posts and pictures": ("media link",),
    "your skills": ("endorsement date", "skill name"),
    "your certifications": ("name", "authority", "license number"),
    "your reactions": ("date", "type", "link"),
    "your comments": ("date", "link", "message"),
    "your posts": ("date", "sharelink"),
    "companies you follow": ("organization", "followed on"),
    "your own e-mail addresses": ("email address", "confirmed", "primary"),
    "your own phone numbers": ("extension", "number", "type"),
    "your registration": ("registered at", "registration ip"),
}
"""What a table holds, by the headers that tell it: none of them has people one knows."""


class Table(NamedTuple):
    """A table under its header row: ``what`` is messages, invitations, or what it holds of oneself."""

    what: str
    rows: Iterator[tuple[int, dict[str, str]]]


def find_table(data: bytes) -> Table | None:
    """The table in a file, its rows with their lines by folded header; None for any other CSV file."""
    lines = read_rows(decode(data).replace("\0", ""))
    for _, (_, row) in zip(range(_SEARCHED), lines, strict=False):
        headers = [" ".join(fold(cell).split()) for cell in row]
        if what := _what(frozenset(headers)):
            rows = ((line, dict(zip(headers, cells, strict=False))) for line, cells in lines)
            return Table(what, rows)
    return None


def _what(headers: frozenset[str]) -> str:
    if headers >= _MESSAGES and headers & {"content", "sender profile url", "to"}:
        return "messages"
    if headers >= _INVITATIONS:
        return "invitations"
    return next((what.strip() for what, needed in _OTHERS.items() if headers.issuperset(needed)), "")
