"""What both of Monica's exports hold, in one shape: contacts with their rows, relationships, activities."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import clean, clean_lines

SOURCE = "monica"
Row = Mapping[str, Any]
"""A row by Monica's names of columns, with ``uuid``; a cell is text, a number, a truth value or None."""


class Detail(NamedTuple):
    """A way to reach somebody: ``kind`` is email, phone or "", ``protocol`` stands before the value."""

    kind: str
    name: str
    protocol: str
    value: str


class MonicaContact(NamedTuple):
    """One contact; ``parts`` are its notes, calls, tasks and so on by their name in the JSON export.

    ``row`` has ``tags`` (a list), ``birthdate``, ``deceased_date`` and ``first_met_date`` (rows of special
    dates) and ``first_met_through`` (a uid) besides the columns.
    """

    uid: str
    row: Row
    details: tuple[Detail, ...]
    parts: Mapping[str, Sequence[Row]]
    where: str


class Relationship(NamedTuple):
    """To ``contact``, ``other`` is their ``type`` (``father``); both are uids."""

    contact: str
    other: str
    type: str


class Account(NamedTuple):
    """One export; ``activities`` come with the uids of who took part, ``me`` is the uid of oneself or "".

    ``contacts`` can be gone through once; ``names`` are theirs by uid, "" for who has none.
    """

    contacts: Iterable[MonicaContact]
    names: Mapping[str, str]
    relationships: tuple[Relationship, ...]
    activities: tuple[tuple[Row, tuple[str, ...]], ...]
    me: str = ""


def name_of(row: Row) -> str:
    """The name of a contact, "" for who has none."""
    parts = (text(row, key) for key in ("first_name", "middle_name", "last_name"))
    return " ".join(filter(None, parts)) or text(row, "nickname")


def text(row: Row, key: str) -> str:
    """A cell on one line; "" where there is none."""
    value = row.get(key)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def lines(row: Row, key: str) -> str:
    """A cell of several lines."""
    value = row.get(key)
    return clean_lines(value) if isinstance(value, str) else text(row, key)


def truth(row: Row, key: str) -> bool:
    """Whether a cell says yes: Monica writes it in several ways."""
    return row.get(key) in (True, 1, "1", "yes", "true")


def day(row: Row, *keys: str) -> date | None:
    """The first of these cells that is a date, as the day that is written there: no time zone moves it."""
    for key in keys:
        value = row.get(key)
        try:
            return date.fromisoformat(str(value)[:10])
        except ValueError:
            continue
    return None
