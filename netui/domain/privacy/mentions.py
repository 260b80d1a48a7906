"""Where the file of another contact, or a goal, names somebody; and what it holds without them.

A reference (an id, or a name where only a person can stand) goes without a question. A text that names them
is a :class:`Mention`, which is kept, or loses the name, or goes with the entry that it stands in.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from netui.domain.named_tuple import NamedTuple
from netui.domain.privacy.identity import BLANK, Identity

Document = dict[str, Any]
Path = tuple[str | int, ...]
_PERSON_KEYS = {"opportunity": "via"}
_LIST_KEYS = {"timeline": "with"}


class Choice(Enum):
    """What becomes of a text that names someone."""

    KEEP = "keep"
    NAME = "name"
    """The name is taken out of it."""
    ENTRY = "entry"
    """The entry goes; a line of notes, or a value, where it is in no entry."""


class Mention(NamedTuple):
    """One line of a text that names someone: the path of the text in the file, and which line of it."""

    path: Path
    line: int
    text: str

    @property
    def is_own_name(self) -> bool:
        """Whether it is the name of the one whose file it is, which happens to hold theirs."""
        return self.path[0] in ("name", "aliases")


Choices = Mapping[tuple[Path, int], Choice]


def count_references(document: Document, who: Identity) -> int:
    """How many references to them a file holds."""
    return _References(who).drop(document)[1]


def find_mentions(document: Document, who: Identity) -> list[Mention]:
    """The lines of texts that name them, or someone of their first name, references left out."""
    rest = _References(who).drop(document)[0]
    return [
        Mention(path, number, line)
        for path, text in _texts(rest, ())
        for number, line in enumerate(text.split("\n"))
        if who.may_be_named_in(line)
    ]


def without(document: Document, who: Identity, choices: Choices) -> Document:
    """The file without references to them, its texts as ``choices`` say; what is not chosen stays."""
    rest = _References(who).drop(document)[0]
    edited = _rebuilt(rest, (), who, choices)
    return edited if isinstance(edited, dict) else {}


class _References:
    """Drops references to one person from files, and counts them."""

    def __init__(self, who: Identity) -> None:
        self._who = who
        self._count = 0

    def drop(self, document: Document) -> tuple[Document, int]:
        """The file without them, and how many there were; items keep their places, as None."""
        self._count = 0
        found = dict(document)
        self._drop_from_list(found, "not_same")
        if isinstance(found.get("met"), dict):
            found["met"] = self._without_key(found["met"], "via")
        for table, key in _PERSON_KEYS.items():
            found.update(self._table(found, table, lambda item, key=key: self._without_key(item, key)))
        for table, key in _LIST_KEYS.items():
            found.update(self._table(found, table, lambda item, key=key: self._without_word(item, key)))
        found.update(self._table(found, "related", self._unrelated))
        return found, self._count

    def _table(self, document: Document, table: str, drop: Any) -> Document:
        items = document.get(table)
        if not isinstance(items, list):
            return {}
        return {table: [drop(item) if isinstance(item, dict) else item for item in items]}

    def _unrelated(self, item: Document) -> Document | None:
        if not self._who.is_meant_by(item.get("who")):
            return item
        self._count += 1
        return None

    def _without_key(self, item: Document, key: str) -> Document:
        if not self._who.is_meant_by(item.get(key)):
            return item
        self._count += 1
        return {name: value for name, value in item.items() if name != key}

    def _without_word(self, item: Document, key: str) -> Document:
        found = dict(item)
        self._drop_from_list(found, key)
        return found

    def _drop_from_list(self, item: Document, key: str) -> None:
        words = item.get(key)
        if isinstance(words, list):
            left = [word for word in words if not self._who.is_meant_by(word)]
            self._count += len(words) - len(left)
            if left:
                item[key] = left
            elif words:
                del item[key]


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*path, key))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _texts(each, (*path, at))


def _rebuilt(value: Any, path: Path, who: Identity, choices: Choices) -> Any:
    """``value`` after the choices; None where it goes."""
    if isinstance(value, str):
        return _rebuilt_text(value, path, who, choices)
    if isinstance(value, dict):
        is_item = len(path) == 2 and isinstance(path[1], int)
        if is_item and any(c is Choice.ENTRY and p[:2] == path for (p, _), c in choices.items()):
            return None
        pairs = {key: _rebuilt(each, (*path, key), who, choices) for key, each in value.items()}
        return {key: each for key, each in pairs.items() if each is not None}
    if isinstance(value, list):
        items = [_rebuilt(each, (*path, at), who, choices) for at, each in enumerate(value)]
        # A blank that stood there before is no name that was taken out.
        both = zip(value, items, strict=True)
        left = [each for old, each in both if each is not None and (each != BLANK or old == BLANK)]
        return left if left or not value else None
    return value


def _rebuilt_text(text: str, path: Path, who: Identity, choices: Choices) -> str | None:
    lines, is_line_gone = [], False
    for number, line in enumerate(text.split("\n")):
        choice = choices.get((path, number), Choice.KEEP)
        if choice is Choice.ENTRY and path != ("name",):
            is_line_gone = True
        else:
            lines.append(line if choice is Choice.KEEP else who.redact(line))
    left = "\n".join(lines)
    return None if is_line_gone and not left.strip() else left
