"""The people pane: draws the rows of presentation/contact_row with a cursor."""

from datetime import date

from netui.presentation.contact_row import contact_row
from netui.presentation.text import Line
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.people.rows import ListedContacts, circle_of
from netui.ui.widgets.cursor_view import CursorView


class PeopleView(CursorView):
    """The list of people and circles, a row each; the cursor stays on its row when the list changes."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.rows = ListedContacts()
        self.marked: dict[str, None] = {}
        self.nobody = ""
        self.people: ContactList
        self.today: date

    def line_count(self) -> int:
        """One line a person, or one that says there is nobody."""
        return len(self.rows) or 1

    def selectable_count(self) -> int:
        """One item a person."""
        return len(self.rows)

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """Each line is an item."""
        return index, index + 1

    def line_at(self, y: int, width: int) -> Line:
        """The row of one person."""
        if not self.rows:
            return [(f" {self.nobody}", "muted")]
        person = self.rows[y]
        glyphs = self.netui.glyphs
        return contact_row(
            person,
            width,
            self.today,
            glyphs,
            marked=person.row.id in self.marked,
            current=y == self.cursor,
        )

    def current(self) -> ListedContact | None:
        """The person under the cursor; None on a circle."""
        return None if self.current_circle() else self._row()

    def current_circle(self) -> str:
        """The tag of the circle under the cursor, "" on a person."""
        row = self._row()
        return circle_of(row.row) if row else ""

    def _row(self) -> ListedContact | None:
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: ListedContacts, today: date) -> None:
        """Shows a new list; the cursor follows its person, or keeps its index where that person is gone.

        It keeps its line on the screen too, but whoever looks at the top of the list goes on looking at it.
        """
        held, above = self._row(), round(self.scroll_offset.y)
        offset = self.cursor - above
        self.rows, self.today = rows, today
        if held is not None:
            ident = held.row.id
            near = self.cursor
            if not (near < len(rows) and rows.contact_rows[near].id == ident):
                found = rows.find(ident)
                self.cursor = near if found is None else found
        self.content_changed()
        if rows:
            is_at_top = not above and self.cursor < self.size.height
            self.scroll_to(y=0 if is_at_top else max(self.cursor - offset, 0), animate=False, immediate=True)
            self.move_to(self.cursor, notify=False)

    def find(self, ident: str) -> int | None:
        """The index of a person in the list shown, or None."""
        return self.rows.find(ident)
