"""The cursor moves item by item, stays in view, and is found by the mouse."""

from netui.presentation.text import Line
from netui.ui.widgets.cursor_view import CursorView
from tests.support.widget_app import WidgetTestApp


class Pairs(CursorView):
    """Items of two lines, with an empty line after each."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def line_count(self) -> int:
        return 3 * self.count

    def line_at(self, y: int, width: int) -> Line:
        return [(f"item {y // 3}" if y % 3 < 2 else "", "")]

    def selectable_count(self) -> int:
        return self.count

    def selectable_lines(self, index: int) -> tuple[int, int]:
        return 3 * index, 3 * index + 2


class Listening(WidgetTestApp):
    def __init__(self, widget: CursorView) -> None:
        super().__init__(widget)
        self.moves: list[int] = []

    def on_cursor_view_moved(self, event: CursorView.Moved) -> None:
        self.moves.append(event.view.cursor)


async def test_it_moves_within_its_items_and_says_so() -> None:
    view = Pairs(10)
    app = Listening(view)
    async with app.run_test(size=(20, 9)) as pilot:
        view.focus()
        await pilot.pause()
        view.content_changed()
        for move, cursor in ((1, 1), (-5, 0), (3, 3), (100, 9)):
            view.move_by(move)
            assert view.cursor == cursor
        await pilot.pause()
        assert app.moves[-1] == 9
        view.move_to(2, notify=False)
        await pilot.pause()
        assert app.moves[-1] == 9 and view.cursor == 2


async def test_the_item_under_the_cursor_is_in_view() -> None:
    view = Pairs(50)
    async with WidgetTestApp(view).run_test(size=(20, 9)) as pilot:
        view.focus()
        await pilot.pause()
        view.content_changed()
        for move in (view.go_to_end, view.go_to_start, lambda: view.half_page(1), lambda: view.move_by(7)):
            move()
            first, after = view.selectable_lines(view.cursor)
            assert view.scroll_offset.y <= first and after <= view.scroll_offset.y + 9


async def test_half_a_page_is_half_the_height() -> None:
    view = Pairs(50)
    async with WidgetTestApp(view).run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        view.content_changed()
        view.half_page(1)
        assert view.cursor == 2
        view.half_page(-1)
        assert view.cursor == 0


async def test_a_click_selects_the_item_and_nothing_between_items() -> None:
    view = Pairs(4)
    async with WidgetTestApp(view).run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        view.content_changed()
        await pilot.click(view, offset=(3, 7))
        assert view.cursor == 2
        await pilot.click(view, offset=(3, 5))
        assert view.cursor == 2


async def test_the_cursor_stays_where_fewer_items_are_left() -> None:
    view = Pairs(10)
    async with WidgetTestApp(view).run_test(size=(20, 9)) as pilot:
        await pilot.pause()
        view.content_changed()
        view.go_to_end()
        view.count = 3
        view.content_changed()
        assert view.cursor == 2
        view.count = 0
        view.content_changed()
        view.move_by(1)
        assert view.cursor == 0 and view.render_line(0).text.strip() == ""


async def test_below_an_input_the_cursor_is_drawn_as_if_it_had_the_focus() -> None:
    for acts in (True, False):
        view = Pairs(3)
        view._acts_unfocused = acts
        async with Listening(view).run_test(size=(20, 5)) as pilot:
            view.screen.set_focus(None)
            await pilot.pause()
            full = view.palette.cursor(view.palette.style(""), focused=True)
            assert (
                full.bgcolor in {each.style and each.style.bgcolor for each in view.render_line(0)}
            ) is acts


class Uneven(CursorView):
    """A head of 30 lines, an item of 25 lines, 20 lines that are no item, an item, and a tail."""

    ITEMS = ((30, 55), (75, 77))

    def line_count(self) -> int:
        return 90

    def line_at(self, y: int, width: int) -> Line:
        return [(f"line {y}", "")]

    def selectable_count(self) -> int:
        return len(self.ITEMS)

    def selectable_lines(self, index: int) -> tuple[int, int]:
        return self.ITEMS[index]


async def test_a_step_passes_over_no_line_unseen() -> None:
    """Up to a long item it shows the beginning, from which one reads."""
    for step in ("move_by", "half_page"):
        view = Uneven()
        async with WidgetTestApp(view).run_test(size=(20, 10)) as pilot:
            view.focus()
            await pilot.pause()
            view.content_changed()
            inside = set(range(40, 55))
            for direction, cursor, unseen in ((1, 1, set[int]()), (-1, 0, inside)):
                seen: set[int] = set()
                for _ in range(40):
                    top = view.scroll_offset.y
                    seen.update(range(top, top + 10))
                    getattr(view, step)(direction)
                assert view.cursor == cursor and seen >= set(range(90)) - unseen, (step, direction)
            assert view.scroll_offset.y == 0


async def test_a_view_scrolled_away_comes_back_to_its_cursor() -> None:
    view = Pairs(50)
    async with WidgetTestApp(view).run_test(size=(20, 9)) as pilot:
        view.focus()
        await pilot.pause()
        view.content_changed()
        view.move_to(20)
        for away in (0, 100):
            view.scroll_to(y=away, animate=False, immediate=True)
            before = view.cursor
            view.move_by(1)
            assert view.cursor == before + 1
            assert view.scroll_offset.y <= 3 * view.cursor < view.scroll_offset.y + 9
