"""The main screen: people, timeline and goals beside each other, one line to type in, one of keys."""

from __future__ import annotations

import json
from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer

from netui.domain.changes import FileId
from netui.domain.query import Query, QueryError, parse
from netui.services.headline import headline
from netui.services.people import SORTS, People, first_page
from netui.services.profile import profile
from netui.services.watch import News
from netui.services.workspace import Done
from netui.ui.actions import ACTIONS, GOALS, PEOPLE, TIMELINE, shown_key
from netui.ui.presentation.header import header_line
from netui.ui.presentation.text import Line, clean, spread
from netui.ui.presentation.timeline import Stop
from netui.ui.screens.beginning import BeginActions
from netui.ui.screens.capturing import CaptureActions
from netui.ui.screens.choosing import Choice, ChooseScreen
from netui.ui.screens.help import HelpScreen
from netui.ui.screens.moving import MoveActions
from netui.ui.widgets.lines import Bar, CursorView

REST_SECONDS = 0.09
"""How long the cursor rests before the timeline follows it."""
WIDTHS = ((120, "wide"), (96, "medium"), (60, "small"), (0, "tiny"))


class MainScreen(MoveActions, CaptureActions, BeginActions):
    """Three panes over one network."""

    BINDINGS = [
        Binding(action.keys, action.id, action.footer or action.help, id=action.id, show=False)
        for action in ACTIONS
    ]
    CSS = """
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

    def __init__(self) -> None:
        super().__init__()
        self._header = Bar(id="header", shaded=True)
        self._headings = {name: Bar(classes="heading") for name in (PEOPLE, TIMELINE, GOALS)}
        self.sorted_by = SORTS[0]
        self._query: Query | None = None
        self._counts: dict[str, int] = {}
        self._rest: Timer | None = None
        self._progress: tuple[int, int] | None = None
        self._complete = False
        self._pane = PEOPLE

    def compose(self) -> ComposeResult:
        """Header, panes, prompt."""
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
        self.people_view.focus()
        self._show_profile()
        self._draw_frame()

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
        if self.prompt.is_asking:
            self.prompt.cancel()
        person = self.person()
        place = {
            "sort": self.sorted_by,
            "query": self.query_text,
            "person": person.summary.id if person else "",
        }
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
            if not told and not self._wanted and self.people_view.cursor == 0:
                self.people_view.rows = []  # nobody was chosen yet: stay at the top, not with a first guess
            self.people_view.people = news.people
            self._complete = news.progress is None
            if self._complete and not told:
                self._first_told()
        else:
            self.people.update(news.found.changed, news.found.gone)
        self._counts = self.people.counts()
        self._list_people()
        if self._wanted and self._complete:
            self._go_to(self._wanted)
            self._wanted = ""
        current = self.person()
        if (
            news.people is not None
            or (current and current.summary.id in news.found.changed)
            or news.found.gone
        ):
            self._show_profile()
        if self._complete:
            self._show_goals()
        self._draw_frame()

    @property
    def is_complete(self) -> bool:
        """Whether every file was read."""
        return self._complete

    def _first_told(self) -> None:
        """The whole list is here for the first time."""
        if len(self.people):
            self.tell_quiet()
        else:
            self.greet()

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
        rows = people.listed(self._query, self.sorted_by) if len(people) else []
        self.people_view.nobody = (
            "nobody fits; esc clears"
            if self._query
            else "nobody yet: a adds"
            if self._complete
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
        self.say(f"sorted by {'last contact' if self.sorted_by == 'last' else self.sorted_by}")

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
        self.draw_headings()
        self._draw_footer()

    def _show_goals(self) -> None:
        self.goals_view.show(self.workspace, self.people)

    # ------------------------------------------------------------------ the frame

    def say(self, text: str, *, wrong: bool = False) -> None:
        """One line above the footer."""
        self.prompt.say([(" " + clean(text), "error" if wrong else "muted")])

    def pane(self) -> str:
        """The name of the pane that has the keys, or had them before the prompt took them."""
        return self._pane

    def back_to_pane(self) -> None:
        """Gives the keys back to the pane they came from."""
        {PEOPLE: self.people_view, TIMELINE: self.timeline_view, GOALS: self.goals_view}[self._pane].focus(
            scroll_visible=False
        )

    def view_is_people(self) -> bool:
        """Whether the people pane has the keys."""
        return self._pane == PEOPLE

    def current_stop(self) -> Stop | None:
        """What the cursor of the timeline or of the goals stands on."""
        if self._pane == TIMELINE:
            return self.timeline_view.current()
        return self.goals_view.current() if self._pane == GOALS else None

    def file_under_cursor(self) -> FileId | None:
        """The file of what is under the cursor."""
        stop = self.current_stop()
        if stop is not None and stop.kind == "goal":
            return FileId("goals", stop.item.goal.id)
        if stop is not None and stop.kind == "entry":
            return FileId("contacts", stop.item.contact)
        person = self.person()
        return FileId("contacts", person.summary.id) if person else None

    def action_palette(self) -> None:
        """Every action that applies here, by name."""
        choices = [
            Choice(a.id, a.help, " ".join(map(shown_key, self.key_of(a.id).split(","))))
            for a in ACTIONS
            if a.id in set(self.visible_actions()) and a.group != "Move"
        ]
        choices += [
            Choice(f"theme:{name}", f"Theme: {name}", "look") for name in sorted(self.app.available_themes)
        ]

        def chosen(key: str | None) -> None:
            if key is None:
                return
            if key.startswith("theme:"):
                self.app.theme = key[6:]
                self.say(f'theme = "{key[6:]}" in config.toml keeps it')
            else:
                self.after_drawing(lambda: self.call_later(self.run_action, key))

        self.app.push_screen(ChooseScreen("what to do?", choices), chosen)

    def action_help(self) -> None:
        """Help for where one is."""
        title = {PEOPLE: "people", TIMELINE: "one person's timeline", GOALS: "goals"}[self._pane]
        self.app.push_screen(HelpScreen(title, self.visible_actions(), self.netui.keys, self.glyphs))

    def tell_quiet(self) -> None:
        """One kind word on who went quiet since last looked at."""

    def _draw_frame(self) -> None:
        self._draw_header()
        self.draw_headings()
        self._draw_footer()

    def _draw_header(self) -> None:
        facts = headline(self.workspace, self._counts)
        self._header.show(
            header_line(facts, self.today, self._header.size.width or self.size.width, self._progress)
        )

    def draw_headings(self) -> None:
        """Title, order and count over each pane."""
        pane = self.pane()
        by = "last contact" if self.sorted_by == "last" else self.sorted_by
        shown = len(self.people_view.rows)
        right = f"{shown} found " if self.query_text else f"{len(self.marked)} marked " if self.marked else ""
        heads: dict[str, tuple[str, str, str]] = {
            PEOPLE: ("People", f"by {by}" if not self.query_text else self.query_text, right),
            TIMELINE: ("Timeline", "", ""),
            GOALS: ("Goals", "", ""),
        }
        for name, (title, beside, end) in heads.items():
            bar = self._headings[name]
            left: Line = [
                (f" {title}", "strong accent" if name == pane else "muted"),
                (f"  {clean(beside)}", "faint"),
            ]
            bar.show(spread(left, [(end, "muted")], bar.size.width or 30))

    def _draw_footer(self) -> None:
        pane = self.pane()
        line: Line = []
        room = self.size.width
        for action in ACTIONS:
            if (
                not action.footer
                or (action.panes and pane not in action.panes)
                or not self.applies(action.id)
            ):
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
            self.panes.set_class(other == name, other)
        self.call_after_refresh(self._draw_frame)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is headed in colour, and alone on narrow screens."""
        if event.widget in (self.people_view, self.timeline_view, self.goals_view):
            names = {self.people_view: PEOPLE, self.timeline_view: TIMELINE, self.goals_view: GOALS}
            pane = self._pane = names[event.widget]
            for name in (PEOPLE, TIMELINE, GOALS):
                self.panes.set_class(name == pane, f"in-{name}")
            self.draw_headings()
            self._draw_footer()

    def applies(self, action: str) -> bool:
        """Whether an action has something to act on now."""
        if action in ("tags", "rhythm", "snooze", "edit", "promise", "archive", "edit_file"):
            return self.person() is not None or self.pane() == GOALS
        if action == "toggle_done":
            stop = self.current_stop()
            return stop is not None and stop.kind in ("promise", "milestone")
        return True

    def visible_actions(self) -> Iterable[str]:
        """The actions that apply in this pane, for help and palette."""
        pane = self.pane()
        return (a.id for a in ACTIONS if (not a.panes or pane in a.panes) and self.applies(a.id))
