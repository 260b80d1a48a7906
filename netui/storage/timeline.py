"""A person's timeline as the index gives it: each entry is made when it is looked at."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from netui.domain.entry import Entry

Row = tuple[Any, ...]
_CONTACT, _ID, _WITH = 0, 1, 4


class Timeline(Sequence["Entry"]):
    """Entries, newest first; ``made`` makes one of a row: owner, id, day, kind, with, and more."""

    __slots__ = ("_made", "_rows")

    def __init__(self, rows: Sequence[Row], made: "Callable[[Row], Entry]"):
        self._rows, self._made = rows, made

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> "Entry": ...
    @overload
    def __getitem__(self, at: slice) -> "Timeline": ...
    def __getitem__(self, at: int | slice) -> "Entry | Timeline":
        if isinstance(at, slice):
            return Timeline(self._rows[at], self._made)
        return self._made(self._rows[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

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
