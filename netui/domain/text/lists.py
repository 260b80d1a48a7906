"""Lists typed on one line: items with commas between, labelled values, and values of keys of one's own.

Each form of text is read back as what it was written from (a property test holds it): an item that holds
the separator stands in quotes, a label stands before a colon, and text that looks like a number too.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

ADDRESSES = {"emails": "e-mail", "phones": "phone", "links": "link", "addresses": "address"}
"""The lists of addresses, and what one of each is called."""
SEPARATORS = {"addresses": ";"}
"""What stands between the items of a list, where it is no comma: addresses have commas of their own."""
_LABEL = re.compile(r"(?:([^\W_][\w .&'/-]{0,29}))?:\s+(?=\S)")
_TIGHT = re.compile(r"([^\W_][\w .&'/-]{0,29}):\s*(?=\S)")
_SCHEMES = ("mailto", "tel")
"""What stands before a colon in a mail address or phone number, and is no label."""
_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d{0,17})(\.\d{1,15})?\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\Z", re.ASCII)
_SWITCHES = {"yes": True, "no": False, "true": True, "false": False}
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "yes or no"), (int, "a whole number"), (float, "a number"),
    (datetime, "a day and time"), (date, "a day"),
)  # fmt: skip
"""The types of values, a narrower one before a wider, and what each is called."""


def split_items(text: str, separator: str = ",") -> list[str]:
    """The items of a line, without blanks around them and without quotes; empty ones are left out.

    Quotes hold an item together that holds the separator; one inside them is doubled.
    """
    items: list[str] = []
    rest = text.strip()
    while rest:
        if rest.startswith('"') and (end := _closing(rest, separator)):
            item, rest = rest[1:end].replace('""', '"'), rest[end + 1 :].lstrip()[1:]
        else:
            item, _, rest = rest.partition(separator)
        item, rest = " ".join(item.split()), rest.strip()
        if item:
            items.append(item)
    return items


def _closing(text: str, separator: str) -> int:
    """Where the quote closes that ``text`` begins with; 0 where none does or other text follows."""
    at = 1
    while (at := text.find('"', at)) > 0:
        if text[at + 1 : at + 2] == '"':
            at += 2
            continue
        after = text[at + 1 :].lstrip()
        return at if not after or after.startswith(separator) else 0
    return 0


def join_items(items: Iterable[str], separator: str = ",") -> str:
    """Items as one types them; see :func:`split_items`."""
    return f"{separator} ".join(
        _quoted(item) if separator in item or item[:1] == '"' else item for item in items
    )


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'


def split_label(text: str, key: str = "") -> tuple[str, str]:
    """Label and value of ``home: ada@home.example``; the label is "" where there is none.

    ``key`` is the list that it stands in: of ``emails`` and ``phones``, which hold no colon, the blank after
    it may be left out.
    """
    text = text.strip()
    found = _LABEL.match(text)
    if found is None and key in ("emails", "phones"):
        found = _TIGHT.match(text)
    if found is None:
        return "", text
    label = (found[1] or "").strip()
    value = text[found.end() :]
    return ("", value) if label.casefold() in _SCHEMES and key in ("emails", "phones") else (label, value)


def join_label(label: str, value: str, key: str = "") -> str:
    """A labelled value as one types it; a value that would be read as labelled begins with a colon."""
    if label:
        return f"{label}: {value}"
    return value if split_label(value, key) == ("", value) else f": {value}"


def with_label(value: str, label: str, known: Mapping[str, Any] = {}) -> Any:
    """An address as files have it: text, or a table with its label and what else is ``known`` of it."""
    rest = {key: known[key] for key in known if key not in ("value", "label")}
    item = {"value": value, **({"label": label} if label else {}), **rest}
    return item if len(item) > 1 else value


def labelled_items(value: object, key: str) -> list[str]:
    """The items of a list of a file as one types them: texts, and tables with a label."""
    found = []
    for item in value if isinstance(value, (list, tuple)) else ():
        label = str(item.get("label") or "") if isinstance(item, dict) else ""
        text = str(item.get("value") or "") if isinstance(item, dict) else str(item)
        found.append(join_label(label, text, key))
    return found


def parse_value(text: str) -> Any:
    """The value of a new key of one's own: ``38``, ``1.5``, ``2024-05-02``, ``yes``, ``[a, b]``, or text.

    Text that looks like one of these stands in quotes.
    """
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    if text.startswith("[") and text.endswith("]"):
        return split_items(text[1:-1])
    if number := _NUMBER.match(text):
        return float(text) if number[1] else int(text)
    if _DAY.match(text):
        try:
            return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
        except ValueError:
            return text
    return _SWITCHES.get(text.casefold(), text)


def parse_value_like(present: Any, text: str) -> Any:
    """The value that ``text`` says, of the type of the ``present`` one; raises ValueError otherwise."""
    text = text.strip()
    if isinstance(present, str):
        return text
    if isinstance(present, list):
        items = split_items(text)
        are_texts = all(isinstance(item, str) for item in present)
        return items if are_texts else [parse_value_like(present[0], item) for item in items]
    value = parse_value(text)
    kind, called = next((each for each in _KINDS if isinstance(present, each[0])), (object, ""))
    is_number = kind in (int, float) and isinstance(value, (int, float)) and not isinstance(value, bool)
    if is_number and (kind is float or isinstance(value, int)):
        return kind(value)
    if kind is object or not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise ValueError(f"holds {called or 'more than one value'}, and {text!r} is none")
    return value


def value_text(value: object) -> str | None:
    """A value as one types it; None for tables and for what no line says."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        is_plain = all(isinstance(item, (str, int, float)) and type(item) is type(value[0]) for item in value)
        texts = [value_text(item) for item in value] if is_plain else [None]
        return None if None in texts else join_items(filter(None, texts))
    if isinstance(value, float):
        return repr(value) if _NUMBER.match(repr(value)) else None
    if isinstance(value, (str, int)):
        return str(value)
    return value.isoformat() if isinstance(value, date) else None
