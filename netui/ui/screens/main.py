"""The main screen: people, timeline and goals beside each other, one line to type in, one of keys."""

from __future__ import annotations

import json
from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widget import Widget

from netui.domain.query import Query, QueryError, parse
from netui.services.headline import headline
from netui.services.people import SORTS, People, first_page
from netui.services.profile import profile
from netui.services.watch import News
from netui.services.workspace import Done
from netui.ui.actions import ACTIONS, GOALS, PEOPLE, TIMELINE, shown_key
from netui.ui.presentation.header import header_line
from netui.ui.presentation.text import Line, clean, spread
from netui.ui.screens.capturing import CaptureActions
from netui.ui.screens.changing import ChangeActions
from netui.ui.screens.moving import MoveActions
from netui.ui.widgets.lines import Bar, CursorView

REST_SECONDS = 0.09
"""How long the cursor rests before the timeline follows it."""
WIDTHS = ((120, "wide"), (96, "medium"), (60, "small"), (0, "tiny"))


class MainScreen(MoveActions, CaptureActions, ChangeActions):
    """Three panes over one network."""

    BINDINGS: list[BindingType] = [
        Binding(action.keys, action.id, action.footer or action.help, id=action.id, show=False)
        for action in ACTIONS
    ]
    CSS = """
    #header { background: $bar; }
    #panes { layout: grid; grid-size: 3 1; grid-columns: 31 1fr 37; height: 1fr; }
    #timeline, #goals { border-left: solid $rule; }
    .medium #panes { grid-size: 2 2; grid-columns: 36 1fr; grid-rows: 1fr 15; }
    .medium #timeline { row-span: 2; }
    .medium #goals { border-left: none; border-top: solid $rule; }
    .small #panes, .tiny #panes { grid-size: 2 1; grid-columns: 30 1fr; }
    .small #goals, .tiny #goals { display: none; }
    .small.in-goals #goals { display: block; }
    .small.in-goals #timeline { display: none; }
    .tiny #panes { grid-size: 1 1; grid-columns: 1fr; }
    .tiny #timeline, .tiny.in-timeline #people, .tiny.in-goals #people { display: none; }
    .tiny.in-timeline #timeline, .tiny.in-goals #goals { display: block; border-left: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._header = Bar(id="header", shaded=True)
        self._headings = {name: Bar(classes="heading") for name in (PEOPLE, TIMELINE, GOALS)}
        self.sort = SORTS[0]
        self._query: Query | None = None
        self._counts: dict[str, int] = {}
        self._rest: Timer | None = None
        self._progress: tuple[int, int] | None = None
        self._complete = False

    def compose(self) -> ComposeResult:
        """Header, panes, prompt."""
        yield self._header
        with Container(id="panes"):
            for name, view in (
                (PEOPLE, self.people_view), (TIMELINE, self.timeline_view), (GOALS, self.goals_view),
            ):  # fmt: skip
                with Vertical(id=name):
                    yield self._headings[name]
                    yield view
        yield self.prompt

    # ------------------------------------------------------------------ starting and leaving

    def on_mount(self) -> None:
        """Draws the first page from the index."""
        self._restore()
        found = first_page(self.workspace)
        self.people_view.marked = self.marked
        self.people_view.today = self.today
        if found:
            self.people_view.people, self._counts = found
        else:
            self.people_view.people = People(self.workspace)
        self._list_people()
        if self._wanted:
            self._go_to(self._wanted)
        self.people_view.focus()
        self._show_profile()
        self._draw_frame()

    def _restore(self) -> None:
        """Where we were when the app was left."""
        self._wanted = ""
        try:
            kept = json.loads(self.workspace.index.recall("place") or "{}")
            self.sort = kept.get("sort", self.sort) if kept.get("sort") in SORTS else self.sort
            self._wanted = str(kept.get("person", ""))
            if kept.get("query"):
                self._set_query(str(kept["query"]))
        except (ValueError, AttributeError):
            self.sort = SORTS[0]

    def before_leaving(self) -> None:
        """Keeps the place we are at, and what was being typed."""
        if self.prompt.is_asking:
            self.prompt.cancel()
        person = self.person()
        place = {"sort": self.sort, "query": self.query_text, "person": person.summary.id if person else ""}
        self.workspace.index.remember("place", json.dumps(place))

    # ------------------------------------------------------------------ news of the folder

    def on_news(self, news: News) -> None:
        """What the background task saw."""
        self._progress = news.progress if news.progress and news.progress[0] < news.progress[1] else None
        if news.error:
            self.say(news.error, wrong=True)
        if news.people is not None:
            news.people.adopt(self.workspace)
            told = self._complete
            self.people_view.people = news.people
            self._complete = news.progress is None
            if self._complete and not told:
                self.tell_quiet()
        else:
            self.people.update(news.found.changed, news.found.gone)
        self._counts = self.people.counts()
        self._list_people()
        if self._wanted and self._complete:
            self._go_to(self._wanted)
            self._wanted = ""
        current = self.person()
        if news.people is not None or (current and current.summary.id in news.found.changed) or news.found.gone:
            self._show_profile()
        if self._complete:
            self._show_goals()
        self._draw_frame()

    def after(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, and its traces in every pane."""
        if done is None:
            self.say(nothing)
            return
        self.people.update(done.touched.changed, done.touched.gone)
        for ident in done.touched.gone:
            self.marked.pop(ident, None)
        self._counts = self.people.counts()
        self._list_people()
        self._show_profile()
        self._show_goals()
        self._draw_frame()

    # ------------------------------------------------------------------ people

    def _list_people(self) -> None:
        people = self.people
        rows = people.listed(self._query, self.sort) if len(people) else []
        self.people_view.show(rows, self.today)
        self._draw_headings()

    def _set_query(self, text: str) -> QueryError | None:
        try:
            self._query = parse(text, unfinished_ok=True)
        except QueryError as error:
            return error
        self.query_text = text
        return None

    def filter_by(self, text: str) -> QueryError | None:
        """Shows who fits the query, as it is typed; the last readable query stands while one is not."""
        error = self._set_query(text)
        if error is None:
            self._list_people()
            self.people_view.move_to(0, notify=False)
            self._rest_soon()
        return error

    def select(self, ident: str) -> None:
        """Puts the cursor on a person, clearing the filter when it hides her."""
        if self.people_view.find(ident) is None and self.query_text:
            self._set_query("")
            self._list_people()
        self._go_to(ident)
        self._show_profile()

    def _go_to(self, ident: str) -> None:
        at = self.people_view.find(ident)
        if at is not None:
            self.people_view.move_to(at, notify=False)

    def cycle_sort(self) -> None:
        """The next way to sort."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self._list_people()
        self.say(f"sorted by {'last contact' if self.sort == 'last' else self.sort}")

    # ------------------------------------------------------------------ timeline and goals

    def on_cursor_view_moved(self, event: CursorView.Moved) -> None:
        """The timeline follows once the cursor rests."""
        if event.view is self.people_view:
            self._rest_soon()
        elif event.view is self.timeline_view:
            self._draw_footer()

    def _rest_soon(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_SECONDS, self._show_profile)

    def flush(self) -> None:
        """Brings the timeline in step at once, before an action that looks at it."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
            self._show_profile()

    def _show_profile(self) -> None:
        self._rest = None
        person = self.person()
        self.profile = profile(self.workspace, person.summary.id) if person else None
        self.timeline_view.show(self.profile, self.today)
        self.netui.watch_thread.shown = person.summary.id if person else None
        self._draw_headings()
        self._draw_footer()

    def _show_goals(self) -> None:
        self.goals_view.show(self.workspace, self.people)

    # ------------------------------------------------------------------ the frame

    def say(self, text: str, *, wrong: bool = False) -> None:
        """One line above the footer."""
        self.prompt.say([(" " + clean(text), "error" if wrong else "muted")])

    def pane(self) -> str:
        """The name of the pane that has the focus, also while the prompt has it."""
        focused: Widget | None = self.focused
        if focused is self.timeline_view:
            return TIMELINE
        if focused is self.goals_view:
            return GOALS
        return PEOPLE

    def _draw_frame(self) -> None:
        self._draw_header()
        self._draw_headings()
        self._draw_footer()

    def _draw_header(self) -> None:
        facts = headline(self.workspace, self._counts)
        self._header.show(header_line(facts, self.today, self._header.size.width or self.size.width, self._progress))

    def _draw_headings(self) -> None:
        pane = self.pane()
        by = "last contact" if self.sort == "last" else self.sort
        shown = len(self.people_view.rows)
        right = f"{shown} found " if self.query_text else f"{len(self.marked)} marked " if self.marked else ""
        heads: dict[str, tuple[str, str, str]] = {
            PEOPLE: ("People", f"by {by}" if not self.query_text else self.query_text, right),
            TIMELINE: ("Timeline", "", ""),
            GOALS: ("Goals", "", ""),
        }
        for name, (title, beside, end) in heads.items():
            bar = self._headings[name]
            left: Line = [(f" {title}", "strong accent" if name == pane else "muted"), (f"  {clean(beside)}", "faint")]
            bar.show(spread(left, [(end, "muted")], bar.size.width or 30))

    def _draw_footer(self) -> None:
        pane = self.pane()
        line: Line = []
        room = self.size.width
        for action in ACTIONS:
            if not action.footer or (action.panes and pane not in action.panes) or not self.applies(action.id):
                continue
            key = shown_key(self.key_of(action.id).split(",")[0])
            needed = len(key) + len(action.footer) + 3
            if needed > room:
                break
            room -= needed
            line += [(f" {key}", "strong"), (f" {action.footer} ", "muted")]
        self.prompt.keys(line)

    def key_of(self, action: str) -> str:
        """The keys of an action, as remapped."""
        keymap: dict[str, str] = self.netui.keys
        return keymap[action]

    def on_resize(self, event: events.Resize) -> None:
        """Chooses the layout for the width."""
        name = next(name for least, name in WIDTHS if event.size.width >= least)
        for _, other in WIDTHS:
            self.set_class(other == name, other)
        self.call_after_refresh(self._draw_frame)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is headed in colour, and alone on narrow screens."""
        if event.widget in (self.people_view, self.timeline_view, self.goals_view):
            pane = self.pane()
            for name in (PEOPLE, TIMELINE, GOALS):
                self.set_class(name == pane, f"in-{name}")
            self._draw_headings()
            self._draw_footer()

    def applies(self, action: str) -> bool:
        """Whether an action has something to act on now."""
        if action in ("tags", "rhythm", "snooze", "edit", "promise", "archive", "edit_file"):
            return self.person() is not None or self.pane() == GOALS
        if action == "toggle_done":
            stop = self.stop() if self.pane() == TIMELINE else self.goals_view.current()
            return stop is not None and stop.kind in ("promise", "milestone")
        return True

    def visible_actions(self) -> Iterable[str]:
        """The actions that apply in this pane, for help and palette."""
        pane = self.pane()
        return (a.id for a in ACTIONS if (not a.panes or pane in a.panes) and self.applies(a.id))
