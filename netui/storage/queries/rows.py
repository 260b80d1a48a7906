"""Rows of the index as typed values; entries and promises are decoded lazily, when they are accessed.

A timeline may hold thousands of entries of which a screen shows thirty.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from netui.domain.model.dates import when_from

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise
    from netui.domain.model.kinds import Kinds

Row = tuple[Any, ...]
"""One row of the index, in the order of the columns queried."""
ENTRY_COLUMNS = (
    "e.contact, e.id, e.on_, e.kind, e.with_, e.place, e.tags, e.goals, e.gave, e.got, e.body, e.rest"
)
PROMISE_COLUMNS = "contact, id, by, text, made, due, done, goal, dropped"
OPEN_PROMISE = "done IS NULL AND dropped IS NULL"
"""SQL: a promise is open."""
_CONTACT, _ID, _WITH = 0, 1, 4
_Item = TypeVar("_Item")


GoalRow = tuple[str, dict[str, Any], str]
"""A goal file: its id, its TOML with dates as ISO strings, and why it could not be read ("" if it could)."""

ContactHead = tuple[str, int, dict[str, Any]]
"""A contact's id, how many entries it has, and its TOML without these and promises, dates as ISO strings."""

BrokenFile = tuple[str, str]
"""The id of a contact or goal whose file cannot be read, and why."""

LastContact = tuple[str, int, int]
"""A contact's name, last day of contact as an ordinal (0 for none), and how many contact-days there were
where that is one or two and no rhythm is set, else 0."""

PromiseSide = tuple[str, str]
"""The contact a promise belongs to, and who made it: ``me`` or ``them``."""

OpportunityRow = tuple[str, str, dict[str, Any]]
"""An opportunity: the contact, its id (``#0`` by position if it has none), and its TOML."""


class LazyRows(Sequence[_Item], Generic[_Item]):
    """A sequence over rows; ``decode`` makes an item of a row each time that item is accessed."""

    __slots__ = ("_decode", "_rows")

    def __init__(self, rows: Sequence[Row], decode: Callable[[Row], _Item]):
        self._rows, self._decode = rows, decode

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> _Item: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> _Item | Self:
        if isinstance(at, slice):
            return type(self)(self._rows[at], self._decode)
        return self._decode(self._rows[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


if TYPE_CHECKING:
    _Entries = LazyRows[Entry]
else:
    _Entries = LazyRows  # the contact list does not import the model of an entry


class Timeline(_Entries):
    """The entries of one contact, newest first; rows are of :data:`ENTRY_COLUMNS`."""

    __slots__ = ()

    def participants(self) -> set[str]:
        """The ids of everyone who took part in any of the entries."""
        found = {row[_CONTACT] for row in self._rows}
        for with_ in {row[_WITH] for row in self._rows} - {""}:
            found.update(with_[1:-1].split("\n"))
        return found

    def find(self, ident: str, contact: str = "") -> int | None:
        """The position of the entry with this id, in the file of ``contact`` if that is given."""
        places = (at for at, row in enumerate(self._rows) if row[_ID] == ident)
        return next((at for at in places if contact in ("", self._rows[at][_CONTACT])), None)


def entry_from(row: Sequence[Any]) -> "Entry":
    """Decodes a row of :data:`ENTRY_COLUMNS`."""
    from netui.domain.model.entry import Entry

    contact, ident, on, kind, with_, place, tags, goals, gave, got, body, rest = row
    more = load_json(rest) if rest else {}
    return Entry(
        id=ident,
        on=when_from(on),
        kind=kind,
        contact=contact,
        with_=tuple(split_list(with_)),
        place=place,
        started_by=str(more.get("started_by", "")),
        text=more.get("text", "") if more.get("learned") else body,
        tags=tuple(split_list(tags)),
        goals=tuple(split_list(goals)),
        gave=tuple(split_list(gave)),
        got=tuple(split_list(got)),
        learned=more.get("learned", ""),
        private=more.get("private") is True,
        planned=more.get("planned") is True,
    )


def promise_from(row: Sequence[Any]) -> "Promise":
    """Decodes a row of :data:`PROMISE_COLUMNS`."""
    from netui.domain.model.entry import Promise

    contact, ident, by, text, made, due, done, goal, dropped = row
    day = date.fromisoformat
    return Promise(
        id=ident,
        by=by,
        text=text,
        made=day(made) if made else None,
        due=day(due) if due else None,
        done=day(done) if done else None,
        goal=goal,
        dropped=day(dropped) if dropped else None,
        contact=contact,
    )


def read_entry(item: Mapping[str, Any], contact: str, ident: str, kinds: "Kinds") -> "Entry | None":
    """An entry from its table in the file of ``contact``, as a query would give it; None for no entry."""
    from netui.storage.index.extract import Malformed, entry_row

    try:
        row = entry_row(item, 0, kinds, contact)
    except Malformed:
        return None
    return entry_from((contact, ident, *row[2:11], row[13]))


def read_promise(item: Mapping[str, Any], contact: str, ident: str, _: object) -> "Promise | None":
    """A promise from its table in the file of ``contact``, as a query would give it; None for no promise."""
    from netui.storage.index.extract import Malformed, promise_row

    try:
        return promise_from((contact, ident, *promise_row(item, 0)[1:]))
    except Malformed:
        return None


def split_list(framed: str) -> list[str]:
    r"""The items of a list column (``"\nitem1\nitem2\n"``, or "" for none)."""
    return framed[1:-1].split("\n") if framed else []


def load_json(text: str) -> Any:
    """``json.loads``, imported when first needed: most commands decode nothing; {} for a damaged row."""
    from json import loads

    try:
        return loads(text)
    except (TypeError, ValueError):
        return {}
