"""Rows of the contact list: each row with its status, computed when it is looked at.

To build 10,000 of them for every list that is shown would take ten times as long as the rows shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import overload

from netui.domain.cadence.status import Settings, Status, status_of
from netui.domain.model.contact_row import ContactRow
from netui.domain.named_tuple import NamedTuple

SORTS = ("quiet", "name", "last")
"""The sort orders, the default first."""


CIRCLE = "circle/"
"""How the id of a row begins that stands for a circle; no contact has such an id, being a file name."""


def circle_of(row: ContactRow) -> str:
    """The tag of the circle for which a row stands; "" for a contact."""
    return row.id.removeprefix(CIRCLE) if row.id.startswith(CIRCLE) else ""


class ListedContact(NamedTuple):
    """A contact's row and its status on the day of the list."""

    row: ContactRow
    status: Status


class ListedContacts(Sequence[ListedContact]):
    """An immutable sequence of rows: a screen may keep it while the contact list is updated.

    ``statuses`` are those known already, by id; the others are computed for ``today``.
    """

    __slots__ = ("_settings", "_statuses", "_today", "contact_rows")

    def __init__(
        self,
        rows: list[ContactRow] | None = None,
        today: date = date.min,
        settings: Settings = Settings(),  # noqa: B008
        statuses: Mapping[str, Status] | None = None,
    ):
        self.contact_rows = rows if rows is not None else []
        self._today, self._settings = today, settings
        self._statuses = statuses or {}

    def __len__(self) -> int:
        return len(self.contact_rows)

    @overload
    def __getitem__(self, at: int) -> ListedContact: ...
    @overload
    def __getitem__(self, at: slice) -> "ListedContacts": ...
    def __getitem__(self, at: int | slice) -> "ListedContact | ListedContacts":
        if isinstance(at, slice):
            return self.of(self.contact_rows[at])
        return self._with_status(self.contact_rows[at])

    def __iter__(self) -> Iterator[ListedContact]:
        return map(self._with_status, self.contact_rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ListedContacts) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def of(
        self, rows: list[ContactRow], statuses: Mapping[str, Status] = MappingProxyType({})
    ) -> "ListedContacts":
        """Some of these rows, with the same day and settings; ``statuses`` are those of rows beside them."""
        known = {**self._statuses, **statuses} if statuses else self._statuses
        return ListedContacts(rows, self._today, self._settings, known)

    def find(self, ident: str) -> int | None:
        """The index of a contact, None where it is not among them."""
        return next((at for at, row in enumerate(self.contact_rows) if row.id == ident), None)

    def _with_status(self, row: ContactRow) -> ListedContact:
        return ListedContact(row, self._statuses.get(row.id) or status_of(row, self._today, self._settings))


def intern_rows(rows: Iterable[ContactRow]) -> Iterator[ContactRow]:
    """The rows with equal values held once: SQLite makes a new object for each value of each row."""
    texts: dict[str, str] = {}
    days: dict[int, int] = {}
    numbers: dict[float, float] = {}
    text, day, number, made = texts.setdefault, days.setdefault, numbers.setdefault, tuple.__new__
    for row in rows:
        (
            ident, name, aliases, roles, tags, org, title, location, knows, goals, every, mode, snoozed_until,
            archived, died, contact_days, last, silence_start, decayed_count, log_sum, log_squares, gaps,
            season, learned_on, planned_on, entries, keys, error,
        ) = row  # fmt: skip
        yield made(ContactRow, (
            ident, name, aliases, text(roles, roles), text(tags, tags), text(org, org), text(title, title),
            text(location, location), text(knows, knows), text(goals, goals), text(every, every), mode,
            snoozed_until, archived, died, contact_days, day(last, last),
            number(silence_start, silence_start), number(decayed_count, decayed_count),
            log_sum, log_squares, gaps, season, day(learned_on, learned_on), planned_on, entries,
            text(keys, keys), error,
        ))  # fmt: skip
