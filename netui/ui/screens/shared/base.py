"""What screens build on: the network, the prompt, and on the main screen its panes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, cast

from textual.containers import Container
from textual.reactive import Reactive
from textual.screen import Screen

from netui.domain.query.parser import QueryError
from netui.presentation.actions import shown_key
from netui.presentation.glyphs import Glyphs
from netui.presentation.page_layout import Item
from netui.services.people.contact_list import People, Person
from netui.services.people.profile import Profile
from netui.services.workspace import Done, Workspace
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.goals import GoalsView
from netui.ui.widgets.people import PeopleView
from netui.ui.widgets.prompt import Prompt
from netui.ui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.ui.app import NetuiApp
    from netui.ui.screens.shared.form_fields import Field


class Base(FixedSizeScreen, Screen[None]):
    """State and means shared by every screen on which something can be done."""

    focused = Reactive(None, repaint=False)
    """What gets and what loses the focus draws itself anew; the rest of the screen stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = Prompt(id="prompt")
        self.marked: dict[str, None] = {}

    # ------------------------------------------------------------------ short ways

    @property
    def netui(self) -> NetuiApp:
        """The app."""
        from netui.ui.app import NetuiApp

        return cast(NetuiApp, self.app)

    @property
    def workspace(self) -> Workspace:
        """The network."""
        return self.netui.workspace

    @property
    def glyphs(self) -> Glyphs:
        """The characters to draw with."""
        return self.netui.glyphs

    @property
    def today(self) -> date:
        """The local day."""
        return self.workspace.today

    @property
    def people(self) -> People:
        """Everyone, with their standing."""
        raise NotImplementedError

    def person(self) -> Person | None:
        """The person that actions are for."""
        raise NotImplementedError

    def key(self, action: str) -> str:
        """The key of an action as people read it, remapped or not."""
        return shown_key(self.netui.keys[action].split(",")[0])

    def chosen(self) -> list[str]:
        """The ids an action is for: all marked, else the one under the cursor."""
        if self.marked:
            return list(self.marked)
        person = self.person()
        return [person.row.id] if person else []

    @contextmanager
    def keep_cursor(self) -> Iterator[None]:
        """What is done meanwhile leaves the cursor where it is, for whoever comes next."""
        yield

    def reveal_changes(self, done: Done) -> None:
        """Brings into view what was undone or done again."""

    def say_done(self, words: str, done: Done) -> None:
        """Shows a change, says what it was, who is quiet by it, and the way back."""
        quiet = self.show_done(done)
        back = f"{self.key('undo')} takes it back"
        self.set_message(f"{words}   {quiet}; {back}" if quiet else f"{words}   {back}")

    def show_done(self, done: Done) -> str:
        """Shows a change in every pane; returns words on who is quiet by it, "" for nobody."""
        from netui.services.reminders.notifications import quiet_by_act

        changed = done.touched.changed
        before = {ident: known.status.state for ident in changed if (known := self.people.get(ident))}
        self.apply_result(done)
        people = self.people
        return quiet_by_act(self.workspace, before, [p for ident in changed if (p := people.get(ident))])

    def refill(self) -> None:
        """Takes in what changed outside; the main screen was told of it before."""

    def before_leaving(self) -> None:
        """Keeps what was being typed."""
        if self.prompt.is_asking:
            self.prompt.leave()

    def choose(
        self, title: str, choices: Sequence[tuple[str, str, str]], chosen: Callable[[str | None], None]
    ) -> None:
        """Asks for one of a few, given as key, label and note; ``chosen`` gets the key, None for none."""
        from netui.ui.screens.shared.picker import Choice, ChooseScreen

        self.app.push_screen(ChooseScreen(title, [Choice(*each) for each in choices]), chosen)

    def open_form(
        self,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, str],
        save: Callable[[Mapping[str, str]], str],
        *,
        start: str = "",
        key: str = "",
    ) -> None:
        """A form over this screen; see :class:`netui.ui.screens.shared.form.FormScreen`."""
        from netui.ui.screens.shared.form import FormScreen

        self.app.push_screen(FormScreen(title, fields, values, save, start=start, key=key))

    def after_drawing(self, call: Callable[[], object]) -> None:
        """Calls back once what changed is laid out; keys typed meanwhile wait for it."""

        def released() -> None:
            try:
                call()
            finally:
                self.netui.release_keys()

        self.netui.hold_keys()
        self.call_after_refresh(released)

    # ------------------------------------------------------------------ to be defined above

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, and its traces in every pane."""
        raise NotImplementedError

    def select(self, ident: str) -> None:
        """Puts the cursor on a person, clearing the filter when it hides her."""
        raise NotImplementedError

    def current_item(self) -> Item | None:
        """The item under the cursor of the timeline or the goals pane, or of a page."""
        raise NotImplementedError

    def back_to_pane(self) -> None:
        """Gives the keys back to the pane they came from."""
        raise NotImplementedError

    def set_message(self, text: str, *, wrong: bool = False) -> None:
        """One line above the footer."""
        raise NotImplementedError


class MainBase(Base):
    """State and means shared by all actions of the main screen."""

    def __init__(self) -> None:
        super().__init__()
        self.people_view = PeopleView(id="people-list")
        self.timeline_view = TimelineView(id="timeline-list")
        self.goals_view = GoalsView(id="goals-list")
        self.panes = Container(id="panes")
        self.profile: Profile | None = None
        self.query_text = ""
        self.appeared: list[str] = []
        """Who came into the list with the last change."""

    @property
    def people(self) -> People:
        """The list behind the people pane."""
        return self.people_view.people

    def person(self) -> Person | None:
        """The person under the cursor."""
        return self.people_view.current()

    @contextmanager
    def keep_cursor(self) -> Iterator[None]:
        """Whoever leaves her place in the list leaves it to the next, while one goes down the list."""
        at = self.people_view.cursor if self.view_is_people() else None
        yield
        if at is not None:
            self.people_view.move_to(at)

    # ------------------------------------------------------------------ to be defined above

    def filter_by(self, text: str) -> QueryError | None:
        """Shows who fits."""
        raise NotImplementedError

    def brief_meeting(self, entry: Entry) -> None:
        """The brief of everyone at a planned meeting."""
        raise NotImplementedError

    def open_item(self) -> None:
        """Opens what the timeline's or goals' cursor stands on."""
        raise NotImplementedError

    def sync_timeline(self) -> None:
        """Brings the timeline in step with the cursor at once."""
        raise NotImplementedError

    def show_pane(self, number: int) -> None:
        """Brings a pane to the front and gives it the keys."""
        raise NotImplementedError

    def bring_to_front(self, pane: str) -> None:
        """Shows a pane where panes take turns."""
        raise NotImplementedError

    def cycle_sort(self) -> None:
        """The next way to sort."""
        raise NotImplementedError

    def view_is_people(self) -> bool:
        """Whether the people pane has the keys."""
        raise NotImplementedError

    def draw_headings(self) -> None:
        """The headings of the panes."""
        raise NotImplementedError
