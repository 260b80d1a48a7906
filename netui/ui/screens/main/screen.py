"""The main screen: people, timeline and goals beside each other, one line to type in, one of keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.timer import Timer

from netui.domain.query.parser import Query, QueryError, parse
from netui.presentation.actions import GOALS, MAIN, PEOPLE, TIMELINE, Context, offered
from netui.presentation.footer import OF_SILENCE, TENDING, footer_line
from netui.presentation.header import header_line
from netui.presentation.page_layout import Item
from netui.services.people.contact_list import (
    SORTS,
    ContactList,
    ListedContact,
)
from netui.services.people.first_page import load_first_page, save_first_page
from netui.services.people.profile import Profile, build_profile
from netui.services.people.rows import ListedContacts
from netui.services.reminders.headline import build_headline
from netui.services.sync.watcher import WatchEvent
from netui.services.workspace import Done
from netui.ui.screens.main.layout import STYLE, PaneLayout
from netui.ui.screens.pages.opener import PageOpener
from netui.ui.screens.shared.base import ActionScreen, Handler, screen_bindings
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.goals import GoalsView
from netui.ui.widgets.people import PeopleView
from netui.ui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from netui.ui.controllers.host import Opening
    from netui.ui.screens.main.controllers import MainControllers

REST_SECONDS = 0.09
"""Debounce: how long the cursor rests before the timeline follows it."""


class MainScreen(ActionScreen):
    """Three panes over one network; what its keys do is in its controllers."""

    NAME = MAIN
    BINDINGS = screen_bindings(MAIN)
    STYLE = STYLE
    """Part of the app's: Textual loads no style of the screen an app begins with."""

    def __init__(self) -> None:
        super().__init__()
        self.people_view = PeopleView(id="people-list")
        self.timeline_view = TimelineView(id="timeline-list")
        self.goals_view = GoalsView(id="goals-list")
        self.profile: Profile | None = None
        self.query_text = ""
        self.sorted_by = SORTS[0]
        self.has_moved = False
        """Whether, when the app was left, the next start begins elsewhere than this one did."""
        views = {PEOPLE: self.people_view, TIMELINE: self.timeline_view, GOALS: self.goals_view}
        self._layout = PaneLayout(views)
        self._drawn_in: Size | None = None
        self._query: Query | None = None
        self._rest: Timer | None = None
        self._counts: dict[str, int] = {}
        self._progress: tuple[int, int] | None = None
        self._complete = False
        self._failed = False
        """Whether the last look at all files ended in an error."""
        self._appeared: list[str] = []
        """Who came into the list with the last change."""
        self._begun_at: dict[str, str] | None = None
        """The place that a first page was drawn for."""

    def compose(self) -> ComposeResult:
        """Header, panes, prompt."""
        self._layout.arrange(self.app.size.width, mounted=False)
        yield from self._layout.compose()
        yield self.prompt

    @cached_property
    def controllers(self) -> MainControllers:
        """The controllers, loaded after the first frame: drawing needs none."""
        from netui.ui.screens.main.controllers import MainControllers

        return MainControllers(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return self.controllers.bind()

    # ------------------------------------------------------------------ starting and leaving

    def on_mount(self) -> None:
        """Draws the first page from the index."""
        self._restore()
        found = load_first_page(self.workspace)
        self.people_view.marked = self.marked
        self.people_view.today = self.today
        if found:
            self.people_view.people, self._counts = found
        else:
            self.people_view.people = ContactList(self.workspace).load(())
        self._list_people()
        if self._wanted:
            self._go_to(self._wanted)
        self._begun_at = self._place() if found else None
        if self.netui.is_shown:
            self.goals_view.stand_in(self.workspace.index.cache_get("goals page") or "")
        self.people_view.focus()
        self._show_profile()

    def _restore(self) -> None:
        """Where we were when the app was left."""
        self._wanted = ""
        try:
            kept = json.loads(self.workspace.index.cache_get("place") or "{}")
            self.sorted_by = kept.get("sort", self.sorted_by) if kept.get("sort") in SORTS else self.sorted_by
            self._wanted = str(kept.get("person", ""))
            if kept.get("query"):
                self._set_query(str(kept["query"]))
        except (ValueError, AttributeError):
            self.sorted_by = SORTS[0]

    def before_leaving(self) -> None:
        """Keeps the place we are at, and what was being typed."""
        super().before_leaving()
        place = self._place()
        if self._wanted and self.is_as_begun:  # they are not in the list yet
            place["person"] = self._wanted
        kept, now = self.workspace.index.cache_get("place"), json.dumps(place)
        if now != kept:
            self.has_moved = True
            self.workspace.index.cache_set("place", now)
        if self._complete:
            view = self.people_view
            save_first_page(self.workspace, view.rows[round(view.scroll_offset.y) :], self._counts)
            self.workspace.index.cache_set("goals page", self.goals_view.as_drawn())

    # ------------------------------------------------------------------ what the watcher found

    def on_watch_event(self, news: WatchEvent) -> None:
        """Takes over what the background task read."""
        if news.notification:
            self.controllers.catch_up.show_notification(news.notification)
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
            news.people.read_through(self.workspace)
            was_complete = self._complete
            if not was_complete and not self._wanted and self.people_view.cursor == 0:
                self.people_view.rows = ListedContacts()  # nobody was chosen yet: the cursor stays at the top
            self.people_view.people = news.people
            self._complete = news.progress is None
            if self._complete and not was_complete:
                self._greet()
        else:
            self.people.update(news.found.changed, news.found.gone)
        self._counts = self.people.counts()
        self._list_people()
        if self._wanted and self._complete:
            if self.people_view.cursor == 0:  # else they were there already, or the cursor moved
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

    def _greet(self) -> None:
        """The whole list is here for the first time."""
        if len(self.people):
            self.controllers.catch_up.remind()
            if self.netui.begin_with:
                self.call_after_refresh(self.action_run, self.netui.begin_with)
        else:
            self.controllers.first_run.welcome()

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, and its traces in every pane."""
        if done is None:
            self.set_message(nothing)
            return
        self._appeared = [ident for ident in done.touched.changed if self.people.get(ident) is None]
        self.people.update(done.touched.changed, done.touched.gone)
        for ident in done.touched.gone:
            self.marked.pop(ident, None)
        self._counts = self.people.counts()
        self._list_people()
        self._show_profile()
        self._show_goals(file.stem for file in done.files if file.folder == GOALS)
        self._draw_frame()

    def reveal_changes(self, done: Done) -> None:
        """Goes to the person that was changed, where they are not under the cursor."""
        contacts = [file.stem for file in done.files if file.folder == "contacts"]
        person = self.person()
        if self._appeared:
            self.select(self._appeared[0])
        elif contacts and (person is None or person.row.id not in contacts):
            self.select(contacts[0])

    # ------------------------------------------------------------------ people

    @property
    def people(self) -> ContactList:
        """Everyone, with their status."""
        return self.people_view.people

    def person(self) -> ListedContact | None:
        """The person under the cursor."""
        return self.people_view.current()

    @contextmanager
    def keep_cursor(self) -> Iterator[None]:
        """While the list has the keys, whoever leaves their place in it leaves the cursor to the next."""
        at = self.people_view.cursor if self.pane() == PEOPLE else None
        yield
        if at is not None:
            self.people_view.move_to(at)

    def toggle_mark(self) -> None:
        """Marks the person under the cursor, or takes the mark away, and moves on."""
        person = self.person()
        if person is None:
            return
        ident = person.row.id
        if ident in self.marked:
            del self.marked[ident]
        else:
            self.marked[ident] = None
        self.people_view.move_by(1)
        self.people_view.refresh_selectable(self.people_view.cursor - 1)
        self._draw_headings()

    def clear_marks(self) -> None:
        """Takes all marks away."""
        self.marked.clear()
        self.people_view.refresh()
        self._draw_headings()

    def visit(self, ident: str, entry: str = "", *, pages: Sequence[Opening] = (), called: str = "") -> None:
        """Goes to a person, and on to an entry; see ``LinkController.visit``."""
        self.controllers.links.visit(ident, entry, pages=pages, called=called)

    def _list_people(self) -> None:
        people = self.people
        rows = people.listed(self._query, self.sorted_by) if len(people) else ListedContacts()
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
            if text:
                self.people_view.move_to(0, notify=False)
            self._rest_soon()
        return error

    def select(self, ident: str) -> None:
        """Puts the cursor on a person, clearing the filter when it hides them."""
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
        self.set_message(f"sorted by {self._order}")

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
        self.profile = build_profile(self.workspace, person.row.id) if person else None
        self.timeline_view.show(self.profile, self.today)
        self.netui.watch_thread.shown = person.row.id if person else None
        self._draw_headings()
        self._draw_footer()

    def _show_goals(self, touched: Iterable[str] = ()) -> None:
        self.goals_view.show(self.workspace, self.people, touched)

    # ------------------------------------------------------------------ panes

    def pane(self) -> str:
        """The pane that has the keys, or had them before the prompt took them."""
        return self._layout.pane

    def view(self) -> CursorView:
        """The list that has the focus, the people while none has it."""
        focused = self.focused
        return focused if isinstance(focused, CursorView) else self.people_view

    def back_to_pane(self) -> None:
        """Gives the keys back to the pane they came from."""
        self._layout.views[self.pane()].focus(scroll_visible=False)

    def current_item(self) -> Item | None:
        """The item under the cursor of the timeline or of the goals."""
        if self.pane() == TIMELINE:
            return self.timeline_view.current()
        return self.goals_view.current() if self.pane() == GOALS else None

    def show_pane(self, pane: str) -> None:
        """Brings a pane to the front and gives it the keys."""
        self._layout.bring_to_front(pane)
        if pane == TIMELINE:
            self.sync_timeline()
        view = self._layout.views[pane]
        if view.is_on_screen:
            view.focus(scroll_visible=False)
        else:
            self.after_drawing(lambda: view.focus(scroll_visible=False))

    def step_pane(self, step: int) -> None:
        """Gives the keys to the next pane that is shown, or the one before."""
        names, views = list(self._layout.views), list(self._layout.views.values())
        at = views.index(self.view())
        for _ in views:
            at = (at + step) % len(views)
            if views[at].is_on_screen or self._layout.is_tiny:
                self.show_pane(names[at])
                return

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Heads the pane that has the focus in colour, and shows it alone on narrow screens."""
        for name, view in self._layout.views.items():
            if event.widget is view:
                self._layout.pane = name
                self._layout.bring_to_front(name)
                self._draw_headings()
                self._draw_footer()

    def on_resize(self, event: events.Resize) -> None:
        """Arranges the panes for the width."""
        if event.size != self._drawn_in:
            self._drawn_in = event.size
            self._layout.arrange(event.size.width)
            self.call_after_refresh(self._draw_in_size)

    # ------------------------------------------------------------------ what stands around the panes

    def _draw_in_size(self) -> None:
        self._draw_frame()
        self.call_after_refresh(lambda: self.handlers)  # loads the controllers once the first frame stands
        self.netui.shown()

    def _draw_frame(self) -> None:
        self._draw_header()
        self._draw_headings()
        self._draw_footer()

    def _draw_header(self) -> None:
        header = self._layout.header
        facts = build_headline(self.workspace, self._counts)
        header.show(header_line(facts, self.today, header.size.width or self.size.width, self._progress))

    def _draw_headings(self) -> None:
        """Title, order or filter, and count over each pane."""
        found, marked = len(self.people_view.rows), len(self.marked)
        right = f"{found:,} found " if self.query_text else f"{marked:,} marked " if marked else ""
        self._layout.draw_headings(self.query_text or f"by {self._order}", right)

    @property
    def _order(self) -> str:
        return "last contact" if self.sorted_by == "last" else self.sorted_by

    def _action_context(self) -> Context:
        return Context(self.pane(), self.current_item(), self.person() is not None)

    def _draw_footer(self) -> None:
        """The keys that do something here and now; before a silence, what one does about it comes first."""
        here = offered(MAIN, self._action_context())
        person = self.person()
        if self.pane() != GOALS and person and person.status.state in ("quiet", "due", "dormant"):
            here.sort(key=lambda action: TENDING.index(action.id) if action.id in TENDING else len(TENDING))
        else:
            here = [action for action in here if action.id not in OF_SILENCE]
        self.prompt.keys(footer_line(here, self.keys, self.size.width))

    def visible_actions(self) -> list[str]:
        """The actions that apply in this pane, by id."""
        return [action.id for action in offered(MAIN, self._action_context())]

    # ------------------------------------------------------------------ the app

    @property
    def pages(self) -> PageOpener:
        """Opens pages over this screen."""
        return PageOpener(self.app)

    def show_toast(self, text: str, *, replace: bool) -> None:
        """Shows a notification; ``replace`` takes away those there are."""
        if replace:
            self.app.clear_notifications()
        self.netui.tell(text)

    def themes(self) -> list[str]:
        """The names of all themes."""
        return list(self.app.available_themes)

    def use_theme(self, name: str) -> None:
        """Draws in another theme until the app is left."""
        self.app.theme = name

    def leave(self) -> None:
        """Leaves the app."""
        self.netui.leave()

    def leave_for_demo(self) -> None:
        """Leaves the app to open it on the demo instead."""
        self.netui.leave_for_demo()
