"""The cursor of the list stays on its person when the list changes."""

from datetime import date

from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.presentation.text import plain
from netui.services.people.rows import ListedContacts
from netui.ui.widgets.people import PeopleView
from tests.support.widget_app import WidgetTestApp

TODAY = date(2026, 11, 21)


def listed(*names: str) -> ListedContacts:
    rows = [ContactRow(name.lower(), name) for name in names]
    return ListedContacts(rows, TODAY, statuses={row.id: Status("warm", 3) for row in rows})


async def test_the_cursor_follows_its_person() -> None:
    view = PeopleView()
    async with WidgetTestApp(view).run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        view.show(listed("Ada", "Bob", "Cy"), TODAY)
        view.move_to(1)
        view.show(listed("Zoe", "Ada", "Cy", "Bob"), TODAY)
        current = view.current()
        assert current is not None and current.row.id == "bob" and view.cursor == 3
        assert view.find("cy") == 2 and view.find("nobody") is None


async def test_where_that_person_is_gone_it_keeps_its_index() -> None:
    view = PeopleView()
    async with WidgetTestApp(view).run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        view.show(listed("Ada", "Bob", "Cy"), TODAY)
        view.move_to(1)
        view.show(listed("Ada", "Cy"), TODAY)
        current = view.current()
        assert current is not None and current.row.id == "cy"


async def test_an_empty_list_says_so() -> None:
    view = PeopleView()
    view.nobody = "nobody yet"
    async with WidgetTestApp(view).run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        view.show(listed(), TODAY)
        assert view.current() is None and plain(view.line_at(0, 30)) == " nobody yet"


async def test_a_marked_person_has_a_mark() -> None:
    view = PeopleView()
    async with WidgetTestApp(view).run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        view.marked["bob"] = None
        view.show(listed("Ada", "Bob"), TODAY)
        assert "✓ Bob" in plain(view.line_at(1, 30)) and "✓" not in plain(view.line_at(0, 30))
