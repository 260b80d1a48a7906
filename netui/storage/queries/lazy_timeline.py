"""Rows of the index of which each is made into what it means when it is looked at."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    pass

Row = tuple[Any, ...]
_CONTACT, _ID, _WITH = 0, 1, 4
_Item = TypeVar("_Item")


class LazyEntry(Sequence[_Item], Generic[_Item]):
    """What rows mean, in their order; ``made`` makes one of a row."""

    __slots__ = ("_made", "_rows")

    def __init__(self, rows: Sequence[Row], made: Callable[[Row], _Item]):
        self._rows, self._made = rows, made

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> _Item: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> _Item | Self:
        if isinstance(at, slice):
            return type(self)(self._rows[at], self._made)
        return self._made(self._rows[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


if TYPE_CHECKING:  # lists do without the models of a timeline
    from netui.domain.model.entry import Entry

    _Entries = LazyEntry[Entry]
else:
    _Entries = LazyEntry


class Timeline(_Entries):
    """Entries, newest first; of rows with owner, id, day, kind, with, and more."""

    __slots__ = ()

    def everyone(self) -> set[str]:
        """The ids of all who had a part in any of it."""
        found = {row[_CONTACT] for row in self._rows}
        for with_ in {row[_WITH] for row in self._rows} - {""}:
            found.update(with_[1:-1].split("\n"))
        return found

    def find(self, ident: str, contact: str = "") -> int | None:
        """The place of an entry, of any owner's or of that contact's."""
        places = (at for at, row in enumerate(self._rows) if row[_ID] == ident)
        return next((at for at in places if contact in ("", self._rows[at][_CONTACT])), None)
