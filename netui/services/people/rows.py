"""People in an order, as lists show them: each is made when looked at, for all would be ten times as much."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, overload

from netui.domain.cadence.status import Settings, Status, status_of
from netui.domain.model.contact_row import ContactRow

SORTS = ("quiet", "name", "last")
"""The orders there are."""


class Person(NamedTuple):
    """One row of the list."""

    row: ContactRow
    status: Status


class ContactRows(Sequence[Person]):
    """Rows that stay as they are, whatever happens to the people.

    ``standings`` are those known already, by id; others are computed for the day the rows are of.
    """

    __slots__ = ("_settings", "_standings", "_today", "contact_rows")

    def __init__(
        self,
        summaries: list[ContactRow] | None = None,
        today: date = date.min,
        settings: Settings = Settings(),  # noqa: B008
        standings: Mapping[str, Status] | None = None,
    ):
        self.contact_rows = summaries if summaries is not None else []
        self._today, self._settings = today, settings
        self._standings = standings or {}

    def __len__(self) -> int:
        return len(self.contact_rows)

    @overload
    def __getitem__(self, at: int) -> Person: ...
    @overload
    def __getitem__(self, at: slice) -> "ContactRows": ...
    def __getitem__(self, at: int | slice) -> "Person | ContactRows":
        if isinstance(at, slice):
            return self.of(self.contact_rows[at])
        return self._person(self.contact_rows[at])

    def __iter__(self) -> Iterator[Person]:
        return map(self._person, self.contact_rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ContactRows) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def of(self, summaries: list[ContactRow]) -> "ContactRows":
        """Some of these rows."""
        return ContactRows(summaries, self._today, self._settings, self._standings)

    def find(self, ident: str) -> int | None:
        """Where a person stands among them."""
        return next((at for at, row in enumerate(self.contact_rows) if row.id == ident), None)

    def _person(self, row: ContactRow) -> Person:
        return Person(row, self._standings.get(row.id) or status_of(row, self._today, self._settings))
