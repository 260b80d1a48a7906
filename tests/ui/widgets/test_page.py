"""A page that is laid out again keeps the cursor on its item."""

from netui.presentation.pages.page_layout import ContactItem, Item, PageLayout, PartsItem, Selectable
from netui.ui.widgets.page import PageView
from tests.support.widget_app import WidgetTestApp


def page(*items: Item) -> PageLayout:
    lines = [[(str(item), "")] for item in items]
    return PageLayout(list(lines), [Selectable(item, at, at + 1) for at, item in enumerate(items)])


ADA, BOB, CY = (ContactItem(ident) for ident in ("ada", "bob", "cy"))


async def test_the_cursor_follows_its_item_to_the_nearest_place() -> None:
    view = PageView()
    async with WidgetTestApp(view).run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        view.lay(page(ADA, BOB, CY))
        view.move_to(1)
        assert view.current() == BOB
        view.lay(page(BOB, ADA, CY, ADA, BOB))
        assert (view.cursor, view.current()) == (0, BOB)
        view.move_to(4)
        view.lay(page(BOB, ADA, CY, BOB))
        assert view.cursor == 3


async def test_where_its_item_is_gone_it_keeps_its_place() -> None:
    view = PageView()
    async with WidgetTestApp(view).run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        view.lay(page(ADA, BOB, CY))
        view.move_to(1)
        view.lay(page(ADA, CY))
        assert view.current() == CY
        view.lay(page(ADA, PartsItem(())))
        view.lay(page(ADA, PartsItem(())))
        assert view.cursor == 1
        view.lay(page())
        assert view.current() is None
