"""The list of people."""

from datetime import date
from typing import TYPE_CHECKING, cast

from netui.presentation.contact_row import person_line
from netui.presentation.text import Line
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.people.rows import ListedContacts
from netui.ui.widgets.cursor_view import CursorView

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp


class PeopleView(CursorView):
    """People in order, one line each; the cursor stays on its person whatever happens around it."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.rows = ListedContacts()
        self.marked: dict[str, None] = {}
        self.nobody = ""
        self.people: ContactList
        self.today: date

    def line_count(self) -> int:
        """One line a person; one to say that there is nobody."""
        return len(self.rows) or 1

    def selectable_count(self) -> int:
        """One item a person."""
        return len(self.rows)

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """Each line is an item."""
        return index, index + 1

    def line_at(self, y: int, width: int) -> Line:
        """One person."""
        if not self.rows:
            return [(f" {self.nobody}", "muted")]
        person = self.rows[y]
        glyphs = cast("NetuiApp", self.app).glyphs
        return person_line(
            person,
            width,
            self.today,
            glyphs,
            marked=person.row.id in self.marked,
            current=y == self.cursor,
        )

    def current(self) -> ListedContact | None:
        """The person under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: ListedContacts, today: date) -> None:
        """Takes over a new list; the cursor follows its person, or keeps its place where she is gone."""
        held = self.current()
        offset = self.cursor - round(self.scroll_offset.y)
        self.rows, self.today = rows, today
        if held is not None:
            ident = held.row.id
            near = self.cursor
            if not (near < len(rows) and rows.contact_rows[near].id == ident):
                found = rows.find(ident)
                self.cursor = near if found is None else found
        self.content_changed()
        if rows:
            self.scroll_to(y=max(self.cursor - offset, 0), animate=False, immediate=True)
            self.move_to(self.cursor, notify=False)

    def find(self, ident: str) -> int | None:
        """Where a person stands in the list shown."""
        return self.rows.find(ident)
