"""A page before the main screen: a title, lines with a cursor, a prompt, and its own keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netui.presentation.actions import BY_ID, PAGES
from netui.presentation.footer import footer_line
from netui.presentation.page_layout import Item, PageLayout, RenderContext
from netui.presentation.text import Line, clean, plain
from netui.services.people.contact_list import People
from netui.services.workspace import Done
from netui.ui.screens.main.edit_actions import OpportunityActions
from netui.ui.screens.shared.log_actions import CaptureActions
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.page import PageView

WIDEST = 110
"""Lines longer than this are hard to follow."""


def page_bindings(page: str) -> list[BindingType]:
    """The keys of a page, as its actions have them."""
    found: list[BindingType] = [
        Binding(BY_ID[name].keys, name, BY_ID[name].help, id=name, show=False) for name in PAGES[page]
    ]
    return [*found, Binding("q", "back", show=False)]


class ScrollingPage(PageView):
    """A page as high as it likes: where nothing is selectable, it scrolls."""

    def __init__(self) -> None:
        super().__init__(id="page-lines")

    def move_by(self, steps: int) -> None:
        """Moves the cursor, and at the last item scrolls on to what stands below it."""
        if not self.selectable_count() or not 0 <= self.cursor + steps < self.selectable_count():
            self.scroll_relative(y=steps, animate=False)
        else:
            super().move_by(steps)

    def show_cursor(self) -> None:
        """Brings the item under the cursor into view."""
        if self.selectable_count():
            self.move_to(self.cursor, notify=False)

    def to_section(self, direction: int) -> None:
        """To the beginning of the next section or of the one before; its first item has the cursor."""
        here = self.selectable_lines(self.cursor)[0] if self.selectable_count() else self.scroll_offset.y
        heads = [0, *self.page.sections]
        at = max((n for n, head in enumerate(heads) if head <= max(here, self.scroll_offset.y)), default=0)
        head = heads[max(min(at + direction, len(heads) - 1), 0)]
        below = (n for n, each in enumerate(self.page.selectables) if each.first >= head)
        self.move_to(next(below, self.selectable_count() - 1))
        self.scroll_to(y=head, animate=False, immediate=True)

    def half_page(self, direction: int) -> None:
        """Half the height, by items where there are any."""
        if self.selectable_count():
            super().half_page(direction)
        else:
            self.scroll_relative(y=direction * max(self.size.height // 2, 1), animate=False)


class PageScreen(CaptureActions, OpportunityActions):
    """One page over the network; ``esc`` leads back."""

    NAME = ""
    WORDS: ClassVar[Mapping[str, str]] = {}
    """Words of the footer that are this page's own, by action."""
    CSS = """
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
        """Reads and draws."""
        self.view.focus()
        self.refill()

    def on_resize(self, event: events.Resize) -> None:
        """Lays out anew for another width."""
        if self.size.width != self._drawn_for:
            self.draw()

    # ------------------------------------------------------------------ what a page defines

    def read(self) -> None:
        """Reads what the page shows."""
        raise NotImplementedError

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The page for a width."""
        raise NotImplementedError

    def heading(self) -> Line:
        """What stands at the top."""
        raise NotImplementedError

    def called(self) -> str:
        """What the way back is said to lead to."""
        return self.NAME

    def again(self) -> PageScreen | None:
        """The same page anew, for whoever comes back to it; None where that makes no sense."""
        return None

    def applies(self, action: str) -> bool:
        """Whether an action has something to act on now."""
        return True

    # ------------------------------------------------------------------ drawing

    def refill(self) -> None:
        """Reads anew and draws; the cursor stays where it was."""
        self.read()
        self.draw()

    def draw(self) -> None:
        """Lays out what was read."""
        self._drawn_for = self.size.width
        width = min(self.size.width, WIDEST)
        if not width:
            return
        self.view.lay(self.lay_out(RenderContext(width, self.today, self.glyphs)))
        if self._resume and self.view.selectable_count():
            self.view.cursor, self._resume = self._resume, 0
            self.call_after_refresh(self.view.show_cursor)
            self.view.content_changed()
        self._top.show(self.heading())
        self.draw_footer()

    def draw_footer(self) -> None:
        """The keys that do something here and now."""
        words = {"back": "back", **self.WORDS}
        applicable = (BY_ID[name] for name in PAGES[self.NAME] if self.applies(name))
        actions = (a._replace(footer=words.get(a.id, a.footer)) for a in applicable)
        self.prompt.keys(footer_line(actions, self.netui.keys, self.size.width))

    def on_cursor_view_moved(self, event: CursorView.Moved) -> None:
        """What can be done depends on where the cursor is."""
        event.stop()
        self.draw_footer()

    @property
    def text(self) -> str:
        """The whole page, for tests."""
        return "\n".join(plain(line) for line in self.view.page.lines)

    # ------------------------------------------------------------------ what all actions share

    @property
    def people(self) -> People:
        """Everyone, as the main screen has them."""
        main = self.netui.main
        assert main is not None
        return main.people

    def current_item(self) -> Item | None:
        """The item under the cursor."""
        return self.view.current()

    def set_message(self, text: str, *, wrong: bool = False) -> None:
        """One line above the footer."""
        self.prompt.set_message([(" " + clean(text), "error" if wrong else "muted")])

    def back_to_pane(self) -> None:
        """Gives the keys back to the page."""
        self.view.focus(scroll_visible=False)

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, here and behind."""
        if done is None:
            self.set_message(nothing)
            return
        main = self.netui.main
        if main is not None:
            main.apply_result(done)
        self.refill()

    def show_logged(self, ident: str) -> None:
        """The page stays where it is."""

    def select(self, ident: str) -> None:
        """Leaves for a person on the main screen."""
        self.leave_for(ident)

    def leave_for(self, ident: str, entry: str = "") -> None:
        """Leaves for a person on the main screen, or an entry of hers; one key leads back to these pages."""
        app = self.netui
        main = app.main
        assert main is not None
        way = [page.reopening() for page in app.screen_stack if isinstance(page, PageScreen)]
        while app.screen is not main:
            app.pop_screen()
        main.visit(ident, entry, way=[opening for opening in way if opening], way_name=self.called())
        main.show_pane(1)

    def reopening(self) -> Callable[[], object] | None:
        """What opens this page again, with the cursor where it is."""
        app, page = self.app, self.again()
        if page is None:
            return None
        page._resume = self.view.cursor
        return lambda: app.push_screen(page)

    # ------------------------------------------------------------------ moving

    def action_down(self) -> None:
        """Down one."""
        self.view.move_by(1)

    def action_up(self) -> None:
        """Up one."""
        self.view.move_by(-1)

    def action_top(self) -> None:
        """To the top."""
        self.view.move_to(0)
        self.view.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.view.move_to(self.view.selectable_count() - 1)
        self.view.scroll_end(animate=False)

    def action_half_down(self) -> None:
        """Half a page down."""
        self.view.half_page(1)

    def action_half_up(self) -> None:
        """Half a page up."""
        self.view.half_page(-1)

    def action_next_section(self) -> None:
        """To the next section."""
        self.view.to_section(1)

    def action_previous_section(self) -> None:
        """To the section before."""
        self.view.to_section(-1)

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def visible_actions(self) -> Iterable[str]:
        """The actions that apply here, for the help."""
        return (name for name in PAGES[self.NAME] if self.applies(name))

    def action_help(self) -> None:
        """Help for this page."""
        from netui.ui.screens.pages.help import HelpScreen

        self.app.push_screen(HelpScreen(self.NAME, self.visible_actions(), self.netui.keys, self.glyphs))

    def action_copy(self) -> None:
        """Copies the whole page."""
        self.app.copy_to_clipboard(self.text)
        self.set_message("copied the page")
