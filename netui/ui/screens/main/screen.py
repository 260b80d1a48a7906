"""The main screen: people, timeline and goals beside each other, one line to type in, one of keys."""

from __future__ import annotations

import json
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer

from netui.domain.query.parser import Query, QueryError, parse
from netui.presentation.actions import ACTIONS, GOALS, PEOPLE, TIMELINE
from netui.services.people.contact_list import SORTS, People, first_page, remember_first_page
from netui.services.people.profile import profile
from netui.services.people.rows import ContactRows
from netui.services.sync.watcher import WatchEvent
from netui.services.workspace import Done
from netui.ui.screens.main.cadence_actions import TendActions
from netui.ui.screens.main.first_run import BeginActions
from netui.ui.screens.main.layout import FrameActions
from netui.ui.screens.main.merge_actions import MergeActions
from netui.ui.screens.main.navigation import MoveActions
from netui.ui.screens.main.people_links import VisitActions
from netui.ui.screens.shared.log_actions import CaptureActions
from netui.ui.widgets.cursor_view import CursorView

REST_SECONDS = 0.09
"""How long the cursor rests before the timeline follows it."""


class MainScreen(
    MergeActions, VisitActions, MoveActions, FrameActions, CaptureActions, TendActions, BeginActions
):
    """Three panes over one network."""

    BINDINGS = [
        Binding(action.keys, action.id, action.footer or action.help, id=action.id, show=False)
        for action in ACTIONS
    ]
    STYLE = """
    #header { background: $bar; }
    #panes { layout: grid; grid-size: 3 1; grid-columns: 31 1fr 37; height: 1fr; }
    #timeline, #goals { border-left: solid $rule; }
    #panes.medium { grid-size: 2 2; grid-columns: 36 1fr; grid-rows: 1fr 15; }
    .medium #timeline { row-span: 2; }
    .medium #goals { border-left: none; border-top: solid $rule; }
    #panes.small { grid-size: 2 1; grid-columns: 30 1fr; }
    .small #goals { display: none; }
    .small.in-goals #goals { display: block; }
    .small.in-goals #timeline { display: none; }
    #panes.tiny { grid-size: 1 1; grid-columns: 1fr; }
    .tiny #timeline { display: none; border-left: none; }
    .tiny #goals { display: none; border-left: none; }
    .tiny.in-timeline #timeline { display: block; }
    .tiny.in-goals #goals { display: block; }
    .tiny.in-timeline #people { display: none; }
    .tiny.in-goals #people { display: none; }
    """
    """Part of the app's: Textual loads no style of the screen an app begins with."""

    def __init__(self) -> None:
        super().__init__()
        self._query: Query | None = None
        self._rest: Timer | None = None
        self._complete = False
        self.has_moved = False
        """Whether, when the app was left, the next start begins elsewhere than this one did."""
        self._begun_at: dict[str, str] | None = None
        """The place that a first page was drawn for."""
        self._failed = False
        """Whether the last look at all files ended in an error."""

    def compose(self) -> ComposeResult:
        """Header, panes, prompt."""
        self._choose_layout(self.app.size.width, mounted=False)
        yield self._header
        with self.panes:
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
        self._begun_at = self._place() if found else None
        if self.netui.is_shown:
            self.goals_view.stand_in(self.workspace.index.recall("goals page") or "")
        self.people_view.focus()
        self._show_profile()

    def _restore(self) -> None:
        """Where we were when the app was left."""
        self._wanted = ""
        try:
            kept = json.loads(self.workspace.index.recall("place") or "{}")
            self.sorted_by = kept.get("sort", self.sorted_by) if kept.get("sort") in SORTS else self.sorted_by
            self._wanted = str(kept.get("person", ""))
            if kept.get("query"):
                self._set_query(str(kept["query"]))
        except (ValueError, AttributeError):
            self.sorted_by = SORTS[0]

    def action_quit(self) -> None:
        """Leaves."""
        self.netui.leave()

    def before_leaving(self) -> None:
        """Keeps the place we are at, and what was being typed."""
        super().before_leaving()
        place = self._place()
        if self._wanted and self.is_as_begun:  # she is not in the list yet
            place["person"] = self._wanted
        kept, now = self.workspace.index.recall("place"), json.dumps(place)
        if now != kept:
            self.has_moved = True
            self.workspace.index.remember("place", now)
        if self._complete:
            view = self.people_view
            remember_first_page(self.workspace, view.rows[round(view.scroll_offset.y) :], self._counts)
            self.workspace.index.remember("goals page", self.goals_view.as_drawn())

    # ------------------------------------------------------------------ news of the folder

    def on_watch_event(self, news: WatchEvent) -> None:
        """What the background task saw."""
        if news.notification:
            self.show_notification(news.notification)
            return
        if news.found or news.people is not None:
            self.workspace.invalidate_reader()
        self._progress = news.progress  # all read is not all learned: it stands until the whole list is here
        self._failed = bool(news.error)
        if news.error:
            self.set_message(news.error, wrong=True)
        if news.progress and news.people is None:
            self._draw_header()
            return
        if news.people is not None:
            news.people.adopt(self.workspace)
            told = self._complete
            if not told and not self._wanted and self.people_view.cursor == 0:
                self.people_view.rows = ContactRows()  # nobody was chosen yet: the cursor stays at the top
            self.people_view.people = news.people
            self._complete = news.progress is None
            if self._complete and not told:
                self._first_told()
        else:
            self.people.update(news.found.changed, news.found.gone)
        self._counts = self.people.counts()
        self._list_people()
        if self._wanted and self._complete:
            if self.people_view.cursor == 0:  # else she was there already, or somebody else was gone to
                self._go_to(self._wanted)
            self._wanted = ""
        current = self.person()
        if news.people is not None or (current and current.row.id in news.found.changed) or news.found.gone:
            self._show_profile()
        if self._complete:
            self._show_goals()
        self._draw_frame()

    @property
    def is_at_rest(self) -> bool:
        """Whether the screen looks as it will when one comes back."""
        others = self.marked or self.prompt.is_asking or self.prompt.is_questioning or self.query("Toast")
        at_rest = self.pane() == PEOPLE and not others and not self.timeline_view.scroll_offset.y
        return at_rest and (self._complete or self.is_as_begun)

    @property
    def is_as_begun(self) -> bool:
        """Whether the first page of the list stands as it was drawn at the start, the whole not yet here."""
        return not self._complete and self._place() == self._begun_at

    def _place(self) -> dict[str, str]:
        person = self.person()
        ident = person.row.id if person else ""
        return {"sort": self.sorted_by, "query": self.query_text, "person": ident}

    @property
    def is_complete(self) -> bool:
        """Whether every file was read."""
        return self._complete

    def _first_told(self) -> None:
        """The whole list is here for the first time."""
        if len(self.people):
            self.remind_to_catch_up()
            if self.netui.begin_with:
                self.call_after_refresh(self.run_action, self.netui.begin_with)
        else:
            self.greet()

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, and its traces in every pane."""
        if done is None:
            self.set_message(nothing)
            return
        self.appeared = [ident for ident in done.touched.changed if self.people.get(ident) is None]
        self.people.update(done.touched.changed, done.touched.gone)
        for ident in done.touched.gone:
            self.marked.pop(ident, None)
        self._counts = self.people.counts()
        self._list_people()
        self._show_profile()
        self._show_goals(file.stem for file in done.files if file.folder == GOALS)
        self._draw_frame()

    # ------------------------------------------------------------------ people

    def _list_people(self) -> None:
        people = self.people
        rows = people.listed(self._query, self.sorted_by) if len(people) else ContactRows()
        self.people_view.nobody = (
            "nobody fits; esc clears"
            if self._query
            else "nobody yet: a adds"
            if self._complete
            else "not read: see below"
            if self._failed
            else "reading …"
        )
        self.people_view.show(rows, self.today)
        self.draw_headings()

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
            if text:
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

    def show_logged(self, ident: str) -> None:
        """Goes to the one for whom something was logged, unless the filter hides her."""
        if self.people_view.find(ident) is not None:
            self.select(ident)

    def _go_to(self, ident: str) -> None:
        at = self.people_view.find(ident)
        if at is not None:
            self.people_view.move_to(at, notify=False)

    def cycle_sort(self) -> None:
        """The next way to sort."""
        self.sorted_by = SORTS[(SORTS.index(self.sorted_by) + 1) % len(SORTS)]
        self._list_people()
        self.set_message(f"sorted by {'last contact' if self.sorted_by == 'last' else self.sorted_by}")

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

    def sync_timeline(self) -> None:
        """Brings the timeline in step at once, before an action that looks at it."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
            self._show_profile()

    def _show_profile(self) -> None:
        self._rest = None
        person = self.person()
        self.profile = profile(self.workspace, person.row.id) if person else None
        self.timeline_view.show(self.profile, self.today)
        self.netui.watch_thread.shown = person.row.id if person else None
        self.draw_headings()
        self._draw_footer()

    def _show_goals(self, touched: Iterable[str] = ()) -> None:
        self.goals_view.show(self.workspace, self.people, touched)
