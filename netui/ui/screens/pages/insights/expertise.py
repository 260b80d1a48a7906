"""Who knows something: typed as in the search, answered with people."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from netui.presentation.pages.insights.expertise import expertise_page, topics_page
from netui.presentation.pages.page_layout import ContactItem, PageLayout, RenderContext
from netui.presentation.text import plain
from netui.services.insights.expertise import count_topics, find_experts
from netui.ui.runtime.debounce import Debounce
from netui.ui.screens.pages.page import ScrollingPage
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.screens.shared.search_actions import SearchActions
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.line_input import SearchInput

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost
    from netui.ui.screens.shared.app import ScreenApp

_REST_SECONDS = 0.004
"""Debounce: letters typed ahead come closer than this, and only what they end with is asked."""
_LEAST = 2
"""From how many letters on a topic is looked for."""
_TOPICS = 12


class AnswersView(ScrollingPage):
    """The answers, which the keys of the line above move through."""

    _acts_unfocused = True


class ExpertiseScreen(FixedSizeScreen, SearchActions, Screen["tuple[str, str] | None"]):
    """Type a topic, move with the arrows, enter goes to the person; returns their id, and the topic."""

    DEFAULT_CSS = """
    #ask-line { height: 1; background: $bar; }
    #ask-sign { width: 13; }
    ExpertiseScreen #page-lines { height: 1fr; }
    """

    def __init__(self, topic: str = "") -> None:
        super().__init__()
        self._began_with = topic
        self.view = AnswersView()
        self.results = self.view
        self._sign = StatusLine(id="ask-sign", shaded=True)
        self._foot = StatusLine()
        self._rest = Debounce(self, _REST_SECONDS, self._ask)
        self._topic = ""

    def compose(self) -> ComposeResult:
        """The topic, the answers, the keys."""
        field = SearchInput(self._began_with, id="ask-input")
        with Horizontal(id="ask-line"):
            yield self._sign
            yield field
        yield self.view
        yield self._foot

    def on_mount(self) -> None:
        """Ready to type."""
        self._sign.show([(" who knows  ", "link strong")])
        self.query_one(SearchInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Asks once typing pauses."""
        event.stop()
        self._topic = event.value.strip()
        self._rest.restart()

    def _ask(self) -> None:
        self._rest.cancel()
        app = cast("ScreenApp", self.app)
        workspace = app.workspace
        asks = len(self._topic) >= _LEAST
        answers = find_experts(workspace, self._topic) if asks else []
        names = workspace.read.names_of({ident for answer in answers for ident in answer.path})
        context = RenderContext(max(self.size.width, 20), workspace.today, app.glyphs)
        page = expertise_page(self._topic, answers, names, context) if asks else self._topics(context)
        self.view.page = page
        self.view.cursor = 0
        self.view.content_changed()
        self.view.scroll_to(y=0, animate=False, immediate=True)
        self._foot.show(self.key_hints("go there", f"{len(answers)} to ask" if asks else ""))

    def _topics(self, context: RenderContext) -> PageLayout:
        """Topics to ask about; none while the list is still being read."""
        main = cast("MainHost | None", cast("ScreenApp", self.app).main)
        return topics_page(count_topics(main.people)[:_TOPICS] if main else [], context)

    def on_resize(self, event: events.Resize) -> None:
        """Wraps for another width, with the cursor where it was."""
        at = self.view.cursor
        self._ask()
        self.view.move_to(at)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to the one under the cursor; keys typed ahead are answered first."""
        event.stop()
        self._rest.flush()
        item = self.view.current()
        if isinstance(item, ContactItem):
            self.dismiss((item.id, self._topic))

    @property
    def text(self) -> str:
        """What is on screen, for tests."""
        return "\n".join(plain(line) for line in self.view.page.lines)
