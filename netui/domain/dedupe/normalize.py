"""Normalize names, tags and addresses for comparison."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from netui.domain.model.contact_row import fold


def to_text(value: Any) -> str:
    """A value as text for the notes: strings unchanged, ISO dates, lists joined by commas."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {to_text(each)}" for key, each in value.items())
    return ", ".join(map(to_text, value)) if isinstance(value, list) else str(value)


def normalize_name(value: object) -> str:
    """A name without case; diacritics count: ``José`` and ``Jose`` are two spellings worth keeping."""
    return to_text(value).casefold().strip()


def normalize_word(value: object) -> str:
    """A tag or an interest without case and diacritics."""
    return fold(to_text(value)).strip()


def address_normalizer(key: str) -> Callable[[object], str]:
    """The normalizer for ``key``: emails ignore case, phones keep digits, links drop a last slash.

    An item is a string or a table with ``value`` and ``label``; the label is ignored.
    """

    def normalize(item: object) -> str:
        text = to_text(item.get("value", item) if isinstance(item, Mapping) else item).strip().casefold()
        if key == "phones":
            return "".join(c for c in text if c.isdigit() or c in "+#*;x") or text
        return text.rstrip("/") if key == "links" else text

    return normalize


_LEAST_DIGITS = 7
_MATCHED_DIGITS = 9
"""The last digits of phone numbers are compared: what stands before is the country, written or not."""


def address_key(key: str, item: object) -> str:
    """What two addresses of one person have in common however they are written, "" where that is too little.

    Of a phone number that is its last digits, of a link what stands behind ``https://www.``.
    """
    text = item.get("value") if isinstance(item, Mapping) else item
    if not isinstance(text, str):
        return ""
    address = text.strip().casefold()
    if key == "phones":
        digits = "".join(c for c in address if c.isdigit())
        return f"…{digits[-_MATCHED_DIGITS:]}" if len(digits) >= _LEAST_DIGITS else ""
    if key == "links":
        address = address.partition("://")[2] or address
        return address.removeprefix("www.").partition("?")[0].rstrip("/")
    return address
