"""Write contacts as CSV under the headers that Google reads; netui reads all of it back."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

_SINGLE = (
    "First Name", "Last Name", "Nickname", "Organization Name", "Organization Title", "Birthday", "Notes",
    "Labels",
)  # fmt: skip
_GROUPS = (
    ("emails", "E-mail"), ("phones", "Phone"), ("addresses", "Address"), ("links", "Website"),
    ("related", "Relation"), ("event", "Event"), ("custom", "Custom Field"),
)  # fmt: skip
_CUSTOM = ("roles", "knows", "seeks", "interests", "location", "timezone", "pronouns", "died")
_JOIN = " ::: "


def write_table(
    contacts: Iterable[tuple[str, Mapping[str, Any]]],
    names: Mapping[str, str],
    further: Callable[[Mapping[str, Any]], Mapping[str, str]] = lambda _: {},
) -> Iterator[str]:
    """The file, row by row; timeline, promises and rhythms have no column.

    ``further`` gives of a contact the cells that it came with and has no place for, by their headers.
    """
    rows = [{**_cells(ident, document, names), "further": further(document)} for ident, document in contacts]
    most = {key: max((len(row[key]) for row in rows), default=0) for key, _ in _GROUPS}
    header = list(_SINGLE)
    for key, title in _GROUPS:
        value = "Formatted" if key == "addresses" else "Value"
        header += [f"{title} {n} - {part}" for n in range(1, most[key] + 1) for part in ("Label", value)]
    more = [
        each for each in dict.fromkeys(key for row in rows for key in row["further"]) if each not in header
    ]
    yield _line([*header, *map(_guarded, more)])
    for row in rows:
        cells = [str(row[title]) for title in _SINGLE]
        for key, _ in _GROUPS:
            pairs = [*row[key], *[("", "")] * (most[key] - len(row[key]))]
            cells += [cell for pair in pairs for cell in pair]
        cells += [row["further"].get(title, "") for title in more]
        yield _line(map(_guarded, cells))


def _cells(ident: str, document: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The single cells of a row by header, and label and value of each cell of a group by key."""
    first, _, last = str(document.get("name", ident)).rpartition(" ")
    dates = [item for item in document.get("date", ()) if isinstance(item, Mapping)]
    # The column takes one birthday; a second one is an event.
    born = next((item for item in dates if item.get("what") == "birthday"), None)
    row: dict[str, Any] = {
        "First Name": first, "Last Name": last, "Nickname": _joined(document.get("aliases", ())),
        "Organization Name": document.get("org", ""), "Organization Title": document.get("title", ""),
        "Birthday": str(born.get("on", "")) if born else "", "Notes": document.get("notes", ""),
        "Labels": _joined(document.get("tags", ())),
    }  # fmt: skip
    for key in ("emails", "phones", "addresses", "links"):
        row[key] = [_pair(item) for item in document.get(key, ())]
    row["related"] = [
        (str(item.get("as", "")), names.get(str(item.get("who", "")), str(item.get("who", ""))))
        for item in document.get("related", ())
        if isinstance(item, Mapping)
    ]
    row["event"] = [
        (str(item.get("what", "")), str(item.get("on", ""))) for item in dates if item is not born
    ]
    row["custom"] = [
        (key, _joined(value) if isinstance(value, list) else str(value))
        for key in _CUSTOM
        if (value := document.get(key))
    ]
    return row


def _joined(items: list[str]) -> str:
    """The items of a list; a mark behind a single one that would be split at its comma or semicolon."""
    text = _JOIN.join(items)
    return text + _JOIN if len(items) == 1 and ("," in text or ";" in text) else text


def _pair(item: object) -> tuple[str, str]:
    if isinstance(item, Mapping):
        return str(item.get("label", "")), str(item.get("value", ""))
    return "", str(item)


def _guarded(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula, with an apostrophe before it."""
    return f"'{cell}" if cell.lstrip("'")[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _line(cells: Iterable[str]) -> str:
    text = StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
