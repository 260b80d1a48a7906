"""The frame of the main screen: header, headings and footer, the pane that has the keys, help and palette."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size

from netui.presentation.actions import ACTIONS, BY_ID, GOALS, PEOPLE, TIMELINE, shown_key
from netui.presentation.footer import OF_SILENCE, TENDING, footer_line
from netui.presentation.header import header_line
from netui.presentation.page_layout import (
    DateItem,
    EntryItem,
    GoalItem,
    Item,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
)
from netui.presentation.text import Line, clean
from netui.services.people.contact_list import SORTS
from netui.services.reminders.headline import headline
from netui.ui.screens.shared.base import MainBase
from netui.ui.widgets.cached_lines import StatusLine

if TYPE_CHECKING:
    from netui.domain.model.changes import FileId

WIDTHS = ((120, "wide"), (96, "medium"), (60, "small"), (0, "tiny"))
_IN_TURN = {"small": (GOALS,), "tiny": (TIMELINE, GOALS)}
"""The panes that others make room for while they have the keys, by layout."""


class FrameActions(MainBase):
    """What stands around the panes, and which of them is in front."""

    def __init__(self) -> None:
        super().__init__()
        self._header = StatusLine(id="header", shaded=True)
        self._headings = {name: StatusLine(classes="heading") for name in (PEOPLE, TIMELINE, GOALS)}
        self.sorted_by = SORTS[0]
        self._counts: dict[str, int] = {}
        self._progress: tuple[int, int] | None = None
        self._pane = PEOPLE
        self._arrangement = WIDTHS[0][1]
        self._drawn_in: Size | None = None

    def set_message(self, text: str, *, wrong: bool = False) -> None:
        """One line above the footer."""
        self.prompt.set_message([(" " + clean(text), "error" if wrong else "muted")])

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

    def current_item(self) -> Item | None:
        """The item under the cursor of the timeline or of the goals."""
        if self._pane == TIMELINE:
            return self.timeline_view.current()
        return self.goals_view.current() if self._pane == GOALS else None

    def file_under_cursor(self) -> FileId | None:
        """The file of what is under the cursor."""
        from netui.domain.model.changes import FileId

        match self.current_item():
            case GoalItem(progress):
                return FileId("goals", progress.goal.id)
            case EntryItem(entry):
                return FileId("contacts", entry.contact)
        person = self.person()
        return FileId("contacts", person.row.id) if person else None

    def action_palette(self) -> None:
        """Every action that applies here, by name."""
        choices = [
            (a.id, a.help, " ".join(map(shown_key, self.key_of(a.id).split(","))))
            for a in ACTIONS
            if a.id in set(self.visible_actions()) and a.group != "Move"
        ]
        choices += [(f"theme:{name}", f"Theme: {name}", "look") for name in sorted(self.app.available_themes)]

        def chosen(key: str | None) -> None:
            if key is None:
                return
            if key.startswith("theme:"):
                self.app.theme = key[6:]
                self.set_message(f'theme = "{key[6:]}" in config.toml keeps it')
            else:
                self.after_drawing(lambda: self.call_later(self.run_action, key))

        self.choose("what to do?", choices, chosen)

    def action_help(self) -> None:
        """Help for where one is."""
        from netui.ui.screens.pages.help import HelpScreen

        title = {PEOPLE: "people", TIMELINE: "one person's timeline", GOALS: "goals"}[self._pane]
        self.app.push_screen(HelpScreen(title, self.visible_actions(), self.netui.keys, self.glyphs))

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
        right = (
            f"{shown:,} found " if self.query_text else f"{len(self.marked):,} marked " if self.marked else ""
        )
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
            bar.show_ends(left, [(end, "muted")])

    def _draw_footer(self) -> None:
        """The keys that do something here and now; before a silence, what one does about it comes first."""
        here = [BY_ID[name] for name in self.visible_actions()]
        person = self.person()
        if self.pane() != GOALS and person and person.status.state in ("quiet", "due", "dormant"):
            here.sort(key=lambda action: TENDING.index(action.id) if action.id in TENDING else len(TENDING))
        else:
            here = [action for action in here if action.id not in OF_SILENCE]
        self.prompt.keys(footer_line(here, self.netui.keys, self.size.width))

    def key_of(self, action: str) -> str:
        """The keys of an action, as remapped."""
        keymap: dict[str, str] = self.netui.keys
        return keymap[action]

    def on_resize(self, event: events.Resize) -> None:
        """Chooses the layout for the width."""
        if event.size != self._drawn_in:
            self._drawn_in = event.size
            self._choose_layout(event.size.width)
            self.call_after_refresh(self._draw_in_size)

    def _choose_layout(self, width: int, *, mounted: bool = True) -> None:
        self._arrangement = next(name for least, name in WIDTHS if width >= least)
        classes = {name: name == self._arrangement for _, name in WIDTHS}
        self.panes.update_classes({**classes, **self._in_front(self._pane)}, update=mounted)

    def bring_to_front(self, pane: str) -> None:
        """Shows a pane where panes take turns; elsewhere styles stay as they are, and so does the screen."""
        self.panes.update_classes(self._in_front(pane))

    def _in_front(self, pane: str) -> dict[str, bool]:
        in_turn = _IN_TURN.get(self._arrangement, ())
        return {f"in-{name}": name == pane and name in in_turn for name in (TIMELINE, GOALS)}

    def _draw_in_size(self) -> None:
        self._draw_frame()
        self.netui.shown()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is headed in colour, and alone on narrow screens."""
        if event.widget in (self.people_view, self.timeline_view, self.goals_view):
            names = {self.people_view: PEOPLE, self.timeline_view: TIMELINE, self.goals_view: GOALS}
            pane = self._pane = names[event.widget]
            self.bring_to_front(pane)
            self.draw_headings()
            self._draw_footer()

    def applies(self, action: str) -> bool:
        """Whether an action has something to act on now."""
        if action in ("tried", "reviewed", "let_go", "merge"):
            return self.person() is not None
        if action in ("tags", "rhythm", "snooze", "edit", "promise", "archive", "edit_file"):
            return self.person() is not None or self.pane() == GOALS
        if action in ("goal_down", "goal_up"):
            return isinstance(self.current_item(), GoalItem)
        if action in ("won", "lost"):
            return isinstance(self.current_item(), OpportunityItem)
        if action == "toggle_done":
            return isinstance(self.current_item(), PromiseItem | MilestoneItem | DateItem)
        return True

    def visible_actions(self) -> Iterable[str]:
        """The actions that apply in this pane, for help and palette."""
        pane = self.pane()
        return (a.id for a in ACTIONS if (not a.panes or pane in a.panes) and self.applies(a.id))
