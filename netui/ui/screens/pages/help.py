"""Help for where one is, and the manual: pages to read, search and follow; an entry runs what it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netui.presentation.actions import HELP
from netui.presentation.manual.builder import ManualContext
from netui.presentation.manual.search import find_line, mark_words
from netui.presentation.pages.page_layout import ActionItem, Item, PageLayout, RenderContext, TopicItem
from netui.presentation.text import Line
from netui.ui.screens.pages.page import PageScreen, ScrollingPage
from netui.ui.screens.shared.base import ActionScreen, Handler, screen_bindings
from netui.ui.widgets.prompt import PromptRequest

_NEAR = 3
"""So many lines beyond what is seen the cursor goes to the next entry; else the page scrolls, to be read."""


class ReadingPage(ScrollingPage):
    """A page of text with entries here and there: no text is passed over unseen."""

    @property
    def is_cursor_seen(self) -> bool:
        """Whether the entry under the cursor is on screen."""
        return bool(self.selectable_count()) and self._is_seen(self.cursor, 0)

    def _is_seen(self, index: int, near: int) -> bool:
        first, after = self.selectable_lines(index)
        top = round(self.scroll_offset.y)
        return top - near <= first and after <= top + self.size.height + near

    def move_by(self, steps: int) -> None:
        """To the next entry where one is near, else on by a line."""
        seen = [at for at in range(self.selectable_count()) if self._is_seen(at, _NEAR)]
        ahead = [at for at in seen if (at > self.cursor if steps > 0 else at < self.cursor)]
        if not self.is_cursor_seen:
            ahead = seen if steps > 0 else seen[::-1]
            ahead = [at for at in ahead if self._is_seen(at, 0)]
        elif steps < 0:
            ahead.reverse()
        if ahead:
            self.move_to(ahead[0])
        else:
            self.scroll_relative(y=steps, animate=False, immediate=True)
            self.post_message(self.Moved(self))

    def half_page(self, direction: int) -> None:
        """On by half the height; the first entry seen gets the cursor."""
        self.scroll_relative(y=direction * max(self.size.height // 2, 1), animate=False, immediate=True)
        self._take_seen()

    def show_line(self, line: int) -> None:
        """Brings a line into view, with the cursor on its entry if it is one."""
        if not round(self.scroll_offset.y) <= line < round(self.scroll_offset.y) + self.size.height:
            self.scroll_to(y=max(line - self.size.height // 3, 0), animate=False, immediate=True)
        items = self.page.selectables
        at = next((at for at, each in enumerate(items) if each.first <= line < each.after), None)
        if at is not None:
            self.move_to(at)
        else:
            self._take_seen()

    def _take_seen(self) -> None:
        seen = [at for at in range(self.selectable_count()) if self._is_seen(at, 0)]
        if seen and self.cursor not in seen:
            self.move_to(seen[0])
        self.post_message(self.Moved(self))


class HelpScreen(PageScreen):
    """One page of help or manual over the screen from which it was opened."""

    NAME = HELP
    BINDINGS = screen_bindings(HELP)

    def __init__(
        self,
        title: str,
        write: Callable[[ManualContext], PageLayout],
        host: ActionScreen,
    ):
        super().__init__()
        self.view: ReadingPage = ReadingPage()
        self._title = title
        self._write = write
        self._host = host
        self._words = ""

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "open": self.open,
            "search_page": self.search,
            "next_match": lambda: self._go_to_match(1),
            "previous_match": lambda: self._go_to_match(-1),
            "scroll_page": lambda: self.view.half_page(1),
            "help": self.back,
        }

    def heading(self) -> Line:
        """What the page is about."""
        return [(f" Help: {self._title}", "strong")]

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The page, with the words marked that are searched for."""
        page = self._write(ManualContext(self.keys, context.glyphs, context.width))
        return page._replace(lines=mark_words(page.lines, self._words)) if self._words else page

    def draw(self) -> None:
        """Lays the page out; what can be done there is known once it has its height."""
        super().draw()
        self.call_after_refresh(self.draw_footer)

    def current_item(self) -> Item | None:
        """The entry under the cursor, if it is on screen."""
        return super().current_item() if self.view.is_cursor_seen else None

    def facts(self) -> frozenset[str]:
        """Whether words were searched for."""
        return frozenset({"searched"} if self._words else ())

    def called(self) -> str:
        """What the way back is said to lead to."""
        return "help"

    # ------------------------------------------------------------------ following

    def open(self) -> None:
        """Runs the action under the cursor where help was opened, or opens the topic."""
        match self.current_item():
            case ActionItem(name):
                host = self._host
                while self.app.screen is not host:
                    self.app.pop_screen()
                host.after_drawing(lambda: host.action_run(name))
            case TopicItem(name):
                self.pages.manual(name)
            case _:
                self.set_message("move to a key or a topic first")

    # ------------------------------------------------------------------ searching

    def search(self) -> None:
        """Asks for words, and goes to the first line that holds them at each key."""
        before, start = self._words, round(self.view.scroll_offset.y)

        def changed(text: str) -> Line:
            self._words = text.strip()
            self.draw()
            line = find_line(self.view.page.lines, self._words, start - 1, 1)
            if line is not None:
                self._found = line
                self.view.show_line(line)
            following = f"enter, then {self.key('next_match')}: the next one"
            is_there = line is not None or not self._words
            return [(f" {following}" if is_there else " nowhere on this page", "muted")]

        def submitted(_: str) -> bool:
            self.back_to_pane()
            return True

        def cancelled(_: str) -> None:
            self._words = before
            self.draw()
            self.back_to_pane()

        self.prompt.ask(PromptRequest("/", submitted, changed, cancelled))

    def _go_to_match(self, direction: int) -> None:
        if not self._words:
            self.search()
            return
        top = round(self.view.scroll_offset.y)
        item = self.view.page.selectables[self.view.cursor].first if self.view.is_cursor_seen else top
        line = find_line(self.view.page.lines, self._words, self._found_at(item), direction)
        if line is None:
            self.set_message(f"nowhere else: {self._words}")
        else:
            self._found = line
            self.view.show_line(line)

    _found = -1
    """The line that was gone to last."""

    def _found_at(self, default: int) -> int:
        """The line from which on the next one is looked for."""
        top = round(self.view.scroll_offset.y)
        return self._found if top <= self._found < top + self.view.size.height else default
