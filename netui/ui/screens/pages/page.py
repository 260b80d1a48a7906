"""The base of the pages over the main screen: a scrolling page with a cursor, title, prompt and footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import cast

from textual import events
from textual.app import ComposeResult

from netui.presentation.actions import TIMELINE, Context, offered
from netui.presentation.context import context_for
from netui.presentation.footer import footer_line
from netui.presentation.pages.page_layout import ContactItem, Item, PageLayout, RenderContext
from netui.presentation.text import Line, plain
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.workspace import Done
from netui.ui.controllers.host import MainHost, Opening, Pages
from netui.ui.screens.shared.base import ActionScreen, Handler
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.page import PageView

WIDEST = 110
"""Lines longer than this, in cells, are hard to follow."""


class ScrollingPage(PageView):
    """A page of any height: where nothing is selectable, it scrolls."""

    def __init__(self) -> None:
        super().__init__(id="page-lines")

    def move_by(self, steps: int) -> None:
        """Moves the cursor; at the first and last item scrolls on to what stands beyond."""
        if not self.selectable_count() or not 0 <= self.cursor + steps < self.selectable_count():
            self.scroll_relative(y=steps, animate=False)
        else:
            super().move_by(steps)

    def go_to_end(self) -> None:
        """To the end."""
        self.move_to(self.selectable_count() - 1)
        self.scroll_end(animate=False)

    def show_cursor(self) -> None:
        """Brings the item under the cursor into view."""
        if self.selectable_count():
            self.move_to(self.cursor, notify=False)

    def to_section(self, direction: int) -> None:
        """To the beginning of the next section or of the one before; its first item gets the cursor."""
        here = self.selectable_lines(self.cursor)[0] if self.selectable_count() else self.scroll_offset.y
        heads = [0, *self.page.sections]
        at = max((n for n, head in enumerate(heads) if head <= max(here, self.scroll_offset.y)), default=0)
        head = heads[max(min(at + direction, len(heads) - 1), 0)]
        below = (n for n, each in enumerate(self.page.selectables) if each.first >= head)
        self.move_to(next(below, self.selectable_count() - 1))
        self.scroll_to(y=head, animate=False, immediate=True)

    def half_page(self, direction: int) -> None:
        """Moves by half the height, by items where there are any."""
        if self.selectable_count():
            super().half_page(direction)
        else:
            self.scroll_relative(y=direction * max(self.size.height // 2, 1), animate=False)


class PageScreen(ActionScreen):
    """One page over the network; ``esc`` leads back.

    A page overrides :meth:`read`, :meth:`lay_out`, :meth:`heading`, :meth:`person` where it is about
    people, and :meth:`bind`, where it takes the controllers of what can be done on it.
    """

    DEFAULT_CSS = """
    PageScreen #page-lines { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = ScrollingPage()
        self._top = StatusLine(shaded=True)
        self._resume = 0
        self._drawn_for = 0

    def compose(self) -> ComposeResult:
        """Title, page, prompt."""
        yield self._top
        yield self.view
        yield self.prompt

    def on_mount(self) -> None:
        """Begins, once: Textual calls this beside an ``on_mount`` of a page, so that pages have none."""
        self.begin()

    def begin(self) -> None:
        """Reads and draws the first time."""
        self.view.focus()
        self.refill()

    def on_resize(self, event: events.Resize) -> None:
        """Lays out for another width."""
        if self.size.width != self._drawn_for:
            self.draw()

    # ------------------------------------------------------------------ what a page defines

    def read(self) -> None:
        """Reads what the page shows."""

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays the page out for a width."""
        return PageLayout([], [])

    def heading(self) -> Line:
        """What stands at the top."""
        return []

    def called(self) -> str:
        """What the way back is said to lead to."""
        return self.NAME

    def again(self) -> PageScreen | None:
        """A new page like this one, for "back" to open; None if the page cannot be reopened."""
        return None

    def facts(self) -> frozenset[str]:
        """What predicates of actions may ask of this page beside its cursor."""
        return frozenset()

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs: moving, undo and redo, copying, help and back; a page adds its own."""
        from netui.ui.controllers.changes import HistoryController
        from netui.ui.controllers.navigation import CursorController
        from netui.ui.controllers.palette import PaletteController

        return {
            **CursorController(lambda: self.view).bind(),
            **HistoryController(self).bind(),
            **PaletteController(self, self.leave_for).bind(),
            "next_section": lambda: self.view.to_section(1),
            "previous_section": lambda: self.view.to_section(-1),
            "copy": self.copy,
            "help": self.help,
            "back": self.back,
            "close": self.back,
        }

    # ------------------------------------------------------------------ drawing

    def refill(self) -> None:
        """Reads and draws again; the cursor stays where it was."""
        self.read()
        self.draw()

    def draw(self) -> None:
        """Lays out what was read."""
        self._drawn_for = self.size.width
        width = min(self.size.width, WIDEST)
        if not width:
            return
        first_weekday = self.workspace.config.first_weekday
        context = RenderContext(width, self.today, self.glyphs, first_weekday, self.keys)
        self.view.lay(self.lay_out(context))
        if self._resume and self.view.selectable_count():
            self.view.cursor, self._resume = self._resume, 0
            self.call_after_refresh(self.view.show_cursor)
            self.view.content_changed()
        self._top.show(self.heading())
        self.draw_footer()

    def keys_changed(self) -> None:
        """Shows the keys in force."""
        super().keys_changed()
        self.draw_footer()

    def action_context(self) -> Context:
        """Where one is, for the predicates of actions."""
        return context_for(self.NAME, self.current_item(), self.person(), self.facts())

    def visible_actions(self) -> list[str]:
        """The actions that apply where the cursor is, by id."""
        return [action.id for action in offered(self.NAME, self.action_context())]

    def draw_footer(self) -> None:
        """Shows the keys that do something here and now."""
        self.prompt.keys(footer_line(offered(self.NAME, self.action_context()), self.keys, self.size.width))

    def on_cursor_view_moved(self, event: CursorView.Moved) -> None:
        """Shows what can be done where the cursor is now."""
        event.stop()
        self.draw_footer()

    @property
    def text(self) -> str:
        """The whole page as text."""
        return "\n".join(plain(line) for line in self.view.page.lines)

    # ------------------------------------------------------------------ what controllers need

    @property
    def pages(self) -> Pages:
        """Opens pages over this one."""
        return self._main.pages

    @property
    def people(self) -> ContactList:
        """Everyone, as the main screen has them."""
        return self._main.people

    @property
    def _main(self) -> MainHost:
        main = self.netui.main
        assert main is not None
        return cast("MainHost", main)

    def person(self) -> ListedContact | None:
        """The person under the cursor; a page may be about somebody anyway."""
        item = self.current_item()
        return self.people.get(item.id) if isinstance(item, ContactItem) else None

    def current_item(self) -> Item | None:
        """The item under the cursor."""
        return self.view.current()

    def back_to_pane(self) -> None:
        """Gives the keys back to the page."""
        self.view.focus(scroll_visible=False)

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, here and on the main screen."""
        if done is None:
            self.set_message(nothing)
            return
        self._main.apply_result(done)
        self.refill()

    @contextmanager
    def keep_cursor(self) -> Iterator[None]:
        """The cursor of a page stays where it is anyway."""
        yield

    def reveal_changes(self, done: Done) -> None:
        """The page stays where it is."""

    def show_logged(self, ident: str) -> None:
        """The page stays where it is."""

    def select(self, ident: str) -> None:
        """Leaves for a person on the main screen."""
        self.leave_for(ident)

    def leave_for(self, ident: str, entry: str = "") -> None:
        """Leaves for a person, or one of their entries, on the main screen; one key leads back here."""
        app, main = self.app, self._main
        below = [page.reopening() for page in app.screen_stack if isinstance(page, PageScreen)]
        while app.screen is not self.netui.main:
            app.pop_screen()
        main.visit(ident, entry, pages=[opening for opening in below if opening], called=self.called())
        main.show_pane(TIMELINE)

    def reopening(self) -> Opening | None:
        """What opens this page again, with the cursor where it is; None if it cannot be reopened."""
        app, page = self.app, self.again()
        if page is None:
            return None
        page._resume = self.view.cursor
        return lambda: app.push_screen(page)

    # ------------------------------------------------------------------ actions of every page

    def back(self) -> None:
        """Goes back to where one came from."""
        self.dismiss()

    def help(self) -> None:
        """Opens help for this page."""
        self.pages.help(self.NAME, self.visible_actions())

    def copy(self) -> None:
        """Copies the whole page."""
        self.copy_text(self.text)
        self.set_message("copied the page")
