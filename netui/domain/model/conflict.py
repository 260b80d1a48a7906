"""Conflicts: a field that was edited on two sides, of which the file keeps both texts until one is chosen."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from netui.domain.model.changes import FileId, value_at
from netui.domain.named_tuple import NamedTuple

IDENTITIES = {
    "timeline": ("id",), "promise": ("id",), "opportunity": ("id",), "conflict": ("key", "other"),
    "source": ("kind", "uid"), "related": ("who",), "date": ("what",),
    "milestone": ("text",), "audience": ("match",), "former": ("value",),
}  # fmt: skip
"""The identifying keys of the items of each ``[[table]]``; where they are not unique, the whole item is."""
PARAGRAPHS = ("notes", "why")
"""The fields that hold paragraphs."""
LONG_TEXTS = (*PARAGRAPHS, "text", "learned")
"""The fields that may hold several lines."""
JOINED = (*LONG_TEXTS, "org", "title", "location", "place", "pronouns", "where", "worth", "next")
"""The fields whose text nothing else depends on, so that two can be one."""


class Conflict(NamedTuple):
    """A field that was edited on two sides at once."""

    key: str
    """The field: ``org``, or ``timeline.ID.text`` for one of an entry."""
    other: Any
    """What the other side wrote."""
    value: Any = None
    """What the file kept."""
    on: date | None = None
    """The day they met."""


class Clash(NamedTuple):
    """A field that an edit left as it was, because it had been changed since the edit began.

    ``key`` is a table alone where one of its items was to be deleted. ``is_kept`` says that what was to be
    written is kept as a conflict; a deletion leaves none.
    """

    file: FileId
    key: str
    is_kept: bool


def clash_words(clashes: Iterable[Clash], name_of: Callable[[str], str]) -> list[str]:
    """``org and title of Ada changed meanwhile: both texts are kept``, for each file and fate.

    ``name_of`` gives the name of the contact or goal with an id.
    """
    fields: dict[tuple[FileId, bool], dict[str, None]] = {}
    for clash in clashes:
        fields.setdefault((clash.file, clash.is_kept), {})[key_words(clash.key)] = None
    return [
        f"{_and(list(words))} of {name_of(file.stem)} changed meanwhile"
        + (": both texts are kept" if is_kept else " and stays as it is")
        for (file, is_kept), words in fields.items()
    ]


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


class FieldPlace(NamedTuple):
    """A field: its keys from the top, or in the ``item`` of ``[[table]]``; ``present`` is its value."""

    path: tuple[str, ...]
    present: Any
    table: str = ""
    item: Mapping[str, Any] | None = None


def item_key(table: str, item: Mapping[str, Any]) -> str:
    """``timeline.ID``: the key of an item of ``[[table]]``, by its id or by what tells it apart."""
    names = ("id", *IDENTITIES.get(table, ()))
    return f"{table}.{next((str(item[name]) for name in names if item.get(name)), '')}"


def is_told_by_content(table: str) -> bool:
    """Whether the items of ``[[table]]`` have no id, but are told apart by what they say."""
    return IDENTITIES.get(table, ("id",)) != ("id",)


def key_words(key: str) -> str:
    """The key of a conflict as one says it: ``org``, ``text of an entry``; of a whole item ``an entry``."""
    table, _, rest = key.partition(".")
    if table not in IDENTITIES:
        return key
    noun = {"timeline": "entry"}.get(table, table)
    noun = f"{'an' if noun[0] in 'aeo' else 'a'} {noun}"
    return f"{rest.rpartition('.')[2]} of {noun}" if rest else noun


def clashed_words(conflicts: Any) -> str:
    """Which fields of one file are in conflict: ``two edits of org, text of an entry``."""
    items = [item for item in conflicts if isinstance(item, Mapping)] if isinstance(conflicts, list) else []
    fields = dict.fromkeys(key_words(str(item.get("key", ""))) for item in items)
    return f"two edits of {', '.join(fields)}"


def find_field(document: Mapping[str, Any], key: str) -> FieldPlace | None:
    """The field that the key of a conflict names (``org``, ``timeline.ID.text``); None where it is gone."""
    table = key.partition(".")[0]
    if not key:
        return None
    items = document.get(table)
    if isinstance(items, list) and all(isinstance(item, Mapping) for item in items):
        for item in items:
            start = f"{item_key(table, item)}."
            if key.startswith(start):
                name = key.removeprefix(start)
                return FieldPlace((name,), item.get(name), table, item)
        return None
    if key in document:
        return FieldPlace((key,), document[key])
    path = tuple(key.split("."))
    if table in IDENTITIES or (len(path) > 2 and table not in document):
        return None  # the last of its items went, and the table with it
    return FieldPlace(path, value_at(document, path))


def joined_texts(key: str, value: Any, other: Any) -> str | None:
    """Both texts of a conflict as one; None where the field can hold only one of them."""
    name = key.rpartition(".")[2]
    if name not in JOINED or not isinstance(value, str) or not isinstance(other, str):
        return None
    if name in PARAGRAPHS or "\n" in value + other:
        return f"{value.rstrip()}\n\n{other.strip()}\n"
    return f"{value} / {other}"
