"""The main screen: people, timeline and goals beside each other, one line to type in, one of keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from netui.domain.query.parser import QueryError
from netui.presentation.actions import GOALS, MAIN, PEOPLE, TIMELINE, Context, offered
from netui.presentation.context import context_for
from netui.presentation.footer import footer_line, order_for_context
from netui.presentation.header import header_line
from netui.presentation.pages.page_layout import CircleItem, Item, contact_of
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.people.first_page import load_first_page, save_first_page
from netui.services.people.profile import Profile, build_profile
from netui.services.people.rows import ListedContacts
from netui.services.reminders.headline import build_headline
from netui.services.sync.watcher import WatchEvent
from netui.services.workspace import Done
from netui.ui.runtime.debounce import Debounce
from netui.ui.screens.main.layout import STYLE, PaneLayout
from netui.ui.screens.main.people_list import REST_SECONDS, PeopleList
from netui.ui.screens.main.place import Place, remember_place, remembered_place
from netui.ui.screens.pages.opener import PageOpener
from netui.ui.screens.shared.base import READING, ActionScreen, Handler, screen_bindings
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.goals import GoalsView
from netui.ui.widgets.people import PeopleView
from netui.ui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from netui.services.circles.status import CircleStatus
    from netui.ui.controllers.host import Opening, TourFollower
    from netui.ui.screens.main.controllers import MainControllers


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
        self.people_list = PeopleList(
            self.people_view, self.marked, lambda text: self.workspace.parse_query(text, unfinished_ok=True)
        )
        self.has_moved = False
        """Whether the next start begins at another place than this one did; known once the app is left."""
        self._layout = PaneLayout(self.people_view, self.timeline_view, self.goals_view)
        self._drawn_in: Size | None = None
        self._rest = Debounce(self, REST_SECONDS, self._show_profile)
        self._counts: dict[str, int] = {}
        self._facts: frozenset[str] = frozenset()
        self._progress: tuple[int, int] | None = None
        self.is_complete = False
        """Whether every file was read."""
        self._failed = False
        """Whether the last look at all files ended in an error."""
        self._appeared: list[str] = []
        """Who came into the list with the last change."""
        self.tour: TourFollower | None = None
        self._begun_at: Place | None = None
        """The place for which a cached first page was drawn; None without one."""

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

    @cached_property
    def _navigation(self) -> Mapping[str, Handler]:
        from netui.ui.controllers.navigation import bind_navigation

        return bind_navigation(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {**self._navigation, **self.controllers.bind()}

    def handler(self, name: str) -> Handler:
        """What an action runs; moving about and opening pages, as one may at once, wait for no other."""
        return self._navigation.get(name) or super().handler(name)

    def action_run(self, name: str) -> None:
        """Runs an action by its id; the tour follows what is done: of the palette once it is left."""
        super().action_run(name)
        if name != "palette":
            self.action_done(name)

    def action_done(self, name: str) -> None:
        """Has the tour take its step."""
        if self.tour is not None:
            self.tour.act(name)

    # ------------------------------------------------------------------ starting and leaving

    def on_mount(self) -> None:
        """Draws the first page from the index."""
        self.people_list.restore(remembered_place(self.workspace))
        found = load_first_page(self.workspace)
        self.people_view.today = self.today
        self.timeline_view.clock = self.workspace.now
        # Without a first page, loaded with nobody: a lazy list would read everyone on this thread.
        self.people_view.people, self._counts = found or (ContactList(self.workspace).load(()), {})
        self._list_people()
        self.people_list.go_to(self.people_list.wanted)
        self._begun_at = self.people_list.place if found else None
        if self.netui.has_splash:
            self.goals_view.show_cached(self.workspace.index.cache_get("goals page") or "")
        self.people_view.focus()
        self._show_profile()

    def before_leaving(self) -> None:
        """Keeps the place we are at, and what was being typed."""
        super().before_leaving()
        place, wanted = self.people_list.place, self.people_list.wanted
        if wanted and self.is_as_begun:  # they are not in the list yet
            place = place._replace(person=wanted)
        self.has_moved = remember_place(self.workspace, place) or self.has_moved
        if self.is_complete:
            view = self.people_view
            save_first_page(self.workspace, view.rows[round(view.scroll_offset.y) :], self._counts)
            self.workspace.index.cache_set("goals page", self.goals_view.page_for_cache())

    # ------------------------------------------------------------------ what the watcher found

    def on_watch_event(self, news: WatchEvent) -> None:
        """Takes over what the watcher read in the background."""
        if news.notification:
            self.controllers.catch_up.show_notification(news.notification)
            return
        if news.found or news.people is not None:
            self.workspace.invalidate_reader()
        self._progress = news.progress  # all read is not all learned: it stands until the whole list is here
        failed, self._failed = self._failed, bool(news.error)
        if news.error:
            self.set_message(news.error, wrong=True)
        elif failed:
            self.clear_message()
        if news.progress and news.people is None:
            self._draw_header()
            return
        if news.people is not None:
            self._take_people(news.people, is_complete=news.progress is None)
        else:
            self.people.update(news.found.changed, news.found.gone)
        self._counts = self.people.counts()
        self._list_people()
        if self.is_complete:
            self.people_list.go_to_wanted()
        here, shown = (each.row.id if each else "" for each in (self.people_view.current(), self.profile))
        is_other = not here or here != shown or here in news.found.changed
        if news.people is not None or is_other or news.found.gone:
            self._show_profile()
        if self.is_complete:
            self.goals_view.show(self.workspace, self.people)
        self._draw_frame()

    def _take_people(self, people: ContactList, *, is_complete: bool) -> None:
        """Takes over a list that was read in the background, of everyone or of the first of them."""
        people.read_through(self.workspace)
        people.replace(self.people)
        was_complete, self.is_complete = self.is_complete, is_complete
        if not was_complete and not self.people_list.wanted and self.people_view.cursor == 0:
            self.people_view.rows = ListedContacts()  # nobody was chosen yet: the cursor stays at the top
        self.people_view.people = people
        if is_complete and not was_complete:
            self._greet()

    def clear_message(self) -> None:
        """Takes the message away, unless it says why nobody is listed."""
        if not self._failed:
            super().clear_message()

    def _greet(self) -> None:
        """Once the whole list is here: reminds to catch up and begins with an action, or welcomes."""
        if len(self.people):
            self.controllers.remind()
        if self.netui.begin_with and (len(self.people) or self.netui.begin_with == "tour"):
            self.call_after_refresh(self.action_run, self.netui.begin_with)
        elif not len(self.people):
            self.controllers.transfer.welcome()

    # ------------------------------------------------------------------ what the next start shows at once

    @property
    def is_at_rest(self) -> bool:
        """Whether the screen looks as the next start will show it, so that a snapshot of it is true."""
        asks = self.prompt.is_asking or self.prompt.is_questioning
        others = self.tour or self.marked or asks or self.query("Toast")
        at_rest = self.pane() == PEOPLE and not others and not self.timeline_view.scroll_offset.y
        return at_rest and (self.is_complete or self.is_as_begun)

    @property
    def is_as_begun(self) -> bool:
        """Whether the cached first page is still shown unmoved, the whole list not yet read."""
        return not self.is_complete and self.people_list.place == self._begun_at

    # ------------------------------------------------------------------ changes

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
        goals = [file.stem for file in done.files if file.folder == GOALS]
        self.goals_view.show(self.workspace, self.people, goals)
        self._draw_frame()
        if self.tour is not None:
            self.tour.change()

    def reveal_changes(self, done: Done) -> None:
        """Goes to the person that was changed, where they are not under the cursor."""
        contacts = [file.stem for file in done.files if file.folder == "contacts"]
        person = self.people_view.current()
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
        """The person under the cursor; among the goals the one whom the item there is about, if it is."""
        if self.pane() != GOALS:
            return self.people_view.current()
        return self.people.get(contact_of(self.goals_view.current()))

    @contextmanager
    def keep_cursor(self) -> Iterator[None]:
        """While the list has the keys, the cursor keeps its row, even where its person leaves that."""
        at = self.people_view.cursor
        yield
        if self.pane() == PEOPLE:
            self.people_view.move_to(at)

    def toggle_mark(self, *, everyone: bool = False) -> None:
        """Marks the person under the cursor, or takes the mark away, and moves on; or all shown at once."""
        self.people_list.toggle_all_marks() if everyone else self.people_list.toggle_mark()
        self._draw_headings()

    def clear_marks(self) -> None:
        """Takes all marks away."""
        self.people_list.clear_marks()
        self._draw_headings()

    def visit(self, ident: str, entry: str = "", *, pages: Sequence[Opening] = (), called: str = "") -> None:
        """Goes to a person, and on to an entry; see ``LinkController.visit``."""
        self.controllers.links.visit(ident, entry, pages=pages, called=called)

    @property
    def query_text(self) -> str:
        """The filter, "" for none."""
        return self.people_list.query_text

    def _list_people(self) -> None:
        unread = "not read: see below" if self._failed else "reading …"
        empty = f"nobody yet: {self.key('add')} adds" if self.is_complete else unread
        self.people_list.show(self.today, empty)
        self._draw_headings()

    def filter_by(self, text: str) -> QueryError | None:
        """Shows who fits the query, as it is typed; the last readable query stands while one is not."""
        error = self.people_list.set_query(text)
        if error is None:
            self._list_people()
            if text:
                self.people_view.move_to(0, notify=False)
            self._rest.restart()
        return error

    def select(self, ident: str) -> None:
        """Puts the cursor on a person, clearing the filter when it hides them."""
        if self.people_view.find(ident) is None and self.query_text:
            self.people_list.set_query("")
            self._list_people()
        self.people_list.go_to(ident)
        self._show_profile()

    def show_logged(self, ident: str) -> None:
        """Goes to the one for whom something was logged, unless the filter hides them."""
        if self.people_view.find(ident) is not None:
            self.select(ident)

    def cycle_sort(self) -> None:
        """Sorts in the next way."""
        self.people_list.cycle_order()
        self._list_people()
        self.set_message(f"sorted by {self.people_list.order}")

    # ------------------------------------------------------------------ timeline and goals

    def on_cursor_view_moved(self, event: CursorView.Moved) -> None:
        """Debounce: the timeline follows once the cursor rests; the footer goes by what it stands on."""
        if event.view is self.people_view:
            self._rest.restart()
        else:
            self._draw_footer()

    def sync_timeline(self) -> None:
        """Brings the timeline in step at once, before an action that looks at it."""
        self._rest.flush()

    def _circle(self) -> CircleStatus | None:
        """The circle under the cursor of the people."""
        tag = self.people_view.current_circle()
        return next((circle for circle in self.people.circles() if circle.tag == tag), None) if tag else None

    def _show_profile(self) -> None:
        self._rest.cancel()
        person = self.people_view.current()
        self.profile = build_profile(self.workspace, person.row.id) if person else None
        if brief := self._layout.brief:
            brief.show(person.row.id if person else "")
        self.timeline_view.show(self.profile, self.today, self._circle())
        self.netui.watch_thread.shown = person.row.id if person else None
        self._draw_headings()
        self._draw_footer()

    def toggle_brief(self) -> bool:
        """Shows the brief of the person beside the timeline, or no longer; False where there is no room."""
        has_room = self._layout.toggle_brief(self.workspace)
        self._show_profile()
        return has_room

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
        """The item under the cursor of the timeline or of the goals; among the people a circle."""
        if self.pane() == PEOPLE:
            tag = self.people_view.current_circle()
            return CircleItem(tag) if tag else None
        view = {TIMELINE: self.timeline_view, GOALS: self.goals_view}.get(self.pane())
        return view.current() if view else None

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
        self.show_pane(self._layout.neighbour(self.view(), step))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Heads the pane that has the focus in colour, and shows it alone on narrow screens."""
        if self._layout.take_focus(event.widget):
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
        self.call_after_refresh(self.netui.first_frame_drawn)
        self.call_after_refresh(lambda: self.handlers)  # loads the controllers once the first frame stands
        self.netui.start_watching()

    def _draw_frame(self) -> None:
        self._draw_header()
        self._draw_headings()
        self._draw_footer()

    def _draw_header(self) -> None:
        facts = build_headline(self.workspace, self._counts)
        self._facts = frozenset(("conflict",) if facts.conflicts else ())
        self._layout.header.show(header_line(facts, self.today, self.size.width, self._progress))

    def _draw_headings(self) -> None:
        """Title, order or filter, and count over each pane."""
        listed = self.people_list
        self._layout.draw_headings(listed.query_text or f"by {listed.order}", listed.summary)

    def action_context(self) -> Context:
        """The pane, what its cursor stands on, and the person of the list."""
        pane, person = self.pane(), self.people_view.current() if self.marked else self.person()
        reading = not (person or self.is_complete or self._failed)
        now = {"filter": self.query_text, "room": self._layout.has_room, READING: reading}
        facts, for_others = self._facts.union(filter(now.get, now)), bool(self.marked) or pane == GOALS
        return context_for(pane, self.current_item(), person, facts, for_others=for_others)

    def keys_changed(self) -> None:
        """Shows the keys in force."""
        super().keys_changed()
        self._draw_footer()

    def _draw_footer(self) -> None:
        """The keys that do something here and now, those first that are about what the cursor stands on."""
        context, person = self.action_context(), self.person()
        actions = order_for_context(offered(MAIN, context), context, person)
        self.prompt.keys(footer_line(actions, self.keys, self.size.width))

    def visible_actions(self) -> list[str]:
        """The actions that apply in this pane, by id."""
        return [action.id for action in offered(MAIN, self.action_context())]

    @property
    def pages(self) -> PageOpener:
        """Opens pages over this screen."""
        return PageOpener(self.app)
