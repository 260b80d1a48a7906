"""The list of people as it is shown: filtered, sorted and marked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netui.domain.query.parser import Query, QueryError
from netui.services.people.contact_list import SORTS
from netui.services.people.rows import ListedContacts, circle_of
from netui.ui.screens.main.place import Place
from netui.ui.widgets.people import PeopleView

REST_SECONDS = 0.09
"""Debounce: how long the cursor rests on a person before the timeline follows."""


class PeopleList:
    """Query, order and marks of the people pane; the view draws what they leave.

    ``parse`` reads a query that is still being typed.
    """

    def __init__(self, view: PeopleView, marked: dict[str, None], parse: Callable[[str], Query]):
        self._view = view
        self._parse = parse
        self._query: Query | None = None
        self.query_text = ""
        self.sorted_by = SORTS[0]
        self.marked = view.marked = marked
        self.wanted = ""
        """The person under the cursor when the app was left, until they are in the list."""

    @property
    def order(self) -> str:
        """The order in words."""
        return "last contact" if self.sorted_by == "last" else self.sorted_by

    @property
    def summary(self) -> str:
        """How many were found or are marked, "" without filter and marks."""
        found, marked = len(self._view.rows), len(self.marked)
        return f"{marked:,} marked " if marked else f"{found:,} found " if self.query_text else ""

    @property
    def place(self) -> Place:
        """Where one is: order, filter, and the person under the cursor."""
        person = self._view.current()
        return Place(self.sorted_by, self.query_text, person.row.id if person else "")

    def restore(self, place: Place) -> None:
        """Takes over the order and filter of a place; its person is wanted under the cursor."""
        self.set_order(place.sort)
        self.set_query(place.query)
        self.wanted = place.person

    def go_to_wanted(self) -> None:
        """Puts the cursor on the person wanted, unless it was moved, and wants nobody any more."""
        if self.wanted and self._view.cursor == 0:
            self.go_to(self.wanted)
        self.wanted = ""

    def set_query(self, text: str) -> QueryError | None:
        """Takes over a query; the last readable one stands while this one is not."""
        try:
            self._query = self._parse(text) if text else None
        except QueryError as error:
            return error
        self.query_text = text
        return None

    def set_order(self, order: str) -> None:
        """Takes over an order, if there is one of that name."""
        self.sorted_by = order if order in SORTS else SORTS[0]

    def cycle_order(self) -> None:
        """Takes the next order."""
        self.sorted_by = SORTS[(SORTS.index(self.sorted_by) + 1) % len(SORTS)]

    def show(self, today: date, empty: str) -> None:
        """Lists who fits, unfiltered by quiet headed by circles; ``empty`` says why there is nobody."""
        people = self._view.people
        self._view.nobody = "nobody fits; esc clears" if self._query else empty
        listed = people.listed(self._query, self.sorted_by) if len(people) else ListedContacts()
        if not self._query and self.sorted_by == SORTS[0] and people.circles():
            listed = people.with_circles(listed)
        self._view.show(listed, today)

    def go_to(self, ident: str) -> bool:
        """Puts the cursor on a person; returns whether they are in the list."""
        at = self._view.find(ident)
        if at is not None:
            self._view.move_to(at, notify=False)
        return at is not None

    def toggle_mark(self) -> None:
        """Marks the person under the cursor, or takes the mark away, and moves on."""
        person = self._view.current()
        if person is None:
            return
        ident = person.row.id
        if ident in self.marked:
            del self.marked[ident]
        else:
            self.marked[ident] = None
        at = self._view.cursor
        self._view.move_by(1)
        self._view.refresh_selectable(at)

    def toggle_all_marks(self) -> None:
        """Marks everyone shown; where all are, takes their marks away."""
        shown = [row.id for row in self._view.rows.contact_rows if not circle_of(row)]
        if all(ident in self.marked for ident in shown):
            for ident in shown:
                del self.marked[ident]
        else:
            self.marked.update(dict.fromkeys(shown))
        self._view.refresh()

    def clear_marks(self) -> None:
        """Takes all marks away."""
        self.marked.clear()
        self._view.refresh()
