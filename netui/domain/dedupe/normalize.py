"""What makes two values of contacts one, however each was written."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from netui.domain.model.contact_row import fold


def to_text(value: Any) -> str:
    """A value as it is said in a note: text as it stands, days as ISO dates, lists with commas."""
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
    """A name but for its case: ``José`` and ``Jose`` are two spellings, each worth keeping."""
    return to_text(value).casefold().strip()


def normalize_word(value: object) -> str:
    """A tag or an interest but for case and diacritics."""
    return fold(to_text(value)).strip()


def address_normalizer(key: str) -> Callable[[object], str]:
    """What is compared of the items of ``key``: of ``emails`` all but case, of ``phones`` the digits.

    Of ``links`` a slash at the end does not count either; an item may carry a label beside its value.
    """

    def normalize(item: object) -> str:
        text = to_text(item.get("value", item) if isinstance(item, Mapping) else item).strip().casefold()
        if key == "phones":
            return "".join(c for c in text if c.isdigit() or c in "+#*;x") or text
        return text.rstrip("/") if key == "links" else text

    return normalize
