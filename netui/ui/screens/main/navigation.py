"""Moving about: the cursor, the panes, filter and find."""

from __future__ import annotations

from netui.domain.query.parser import FIELDS
from netui.presentation.actions import GOALS, PEOPLE, TIMELINE
from netui.presentation.text import Line, clean
from netui.ui.screens.shared.base import MainBase
from netui.ui.widgets.cursor_view import CursorView
from netui.ui.widgets.prompt import Asking, Completion


class MoveActions(MainBase):
    """Actions that change nothing but what is looked at."""

    def view(self) -> CursorView:
        """The list that has the focus."""
        focused = self.focused
        return focused if isinstance(focused, CursorView) else self.people_view

    def action_down(self) -> None:
        """Down one."""
        self.view().move_by(1)

    def action_up(self) -> None:
        """Up one."""
        self.view().move_by(-1)

    def action_top(self) -> None:
        """To the first."""
        self.view().go_to_start()

    def action_bottom(self) -> None:
        """To the last."""
        self.view().go_to_end()

    def action_half_down(self) -> None:
        """Half a page down."""
        self.view().half_page(1)

    def action_half_up(self) -> None:
        """Half a page up."""
        self.view().half_page(-1)

    # ------------------------------------------------------------------ panes

    def _panes(self) -> list[CursorView]:
        return [self.people_view, self.timeline_view, self.goals_view]

    def action_next_pane(self) -> None:
        """The next pane that is shown."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """The one before."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        panes = self._panes()
        at = panes.index(self.view())
        for _ in panes:
            at = (at + step) % len(panes)
            if panes[at].is_on_screen or self.panes.has_class("tiny"):
                self.show_pane(at)
                return

    def show_pane(self, number: int) -> None:
        """Brings a pane to the front and gives it the keys."""
        self.bring_to_front((PEOPLE, TIMELINE, GOALS)[number])
        if number == 1:
            self.sync_timeline()
        pane = self._panes()[number]
        if pane.is_on_screen:
            pane.focus(scroll_visible=False)
        else:
            self.after_drawing(lambda: pane.focus(scroll_visible=False))

    def action_people_pane(self) -> None:
        """To the people."""
        self.show_pane(0)

    def action_timeline_pane(self) -> None:
        """To the timeline."""
        self.show_pane(1)

    def action_goals_pane(self) -> None:
        """To the goals."""
        self.show_pane(2)

    def action_back(self) -> None:
        """Clears what narrows the view: marks, then the filter; else back to the people."""
        if self.marked:
            self.marked.clear()
            self.people_view.refresh()
            self.draw_headings()
            self.set_message("marks cleared")
        elif self.query_text:
            self.filter_by("")
        elif self.view() is not self.people_view:
            self.show_pane(0)

    # ------------------------------------------------------------------ filter, find, sort

    def action_sort(self) -> None:
        """The next order."""
        self.cycle_sort()

    def action_filter(self) -> None:
        """Filters people as one types."""
        before = self.query_text

        def changed(text: str) -> Line:
            error = self.filter_by(text.strip())
            if error is not None:
                return [(f" {clean(error.message)}", "attention")]
            found = len(self.people_view.rows)
            return [
                (f" {found:,} {'person' if found == 1 else 'people'}", "muted"),
                ("   #tag  ^goal  role: org: knows: is:quiet last:>90d  -not  a|b  esc clears", "faint"),
            ]

        def submitted(text: str) -> bool:
            self.filter_by(text.strip())
            self.people_view.focus(scroll_visible=False)
            return True

        def cancelled(_: str) -> None:
            self.filter_by("")
            self.people_view.focus(scroll_visible=False)

        def left(_: str) -> None:
            """The filter stands as it was typed, and is there again."""

        self.show_pane(0)
        self.prompt.ask(Asking("/", submitted, changed, cancelled, complete_field, initial=before, left=left))

    def action_find(self) -> None:
        """Finds words in all that was written."""
        from netui.ui.screens.pages.search import FindScreen

        def found(where: tuple[str, str | None] | None) -> None:
            if where is None:
                return
            contact, entry = where
            self.select(contact)
            if entry is not None:
                self.timeline_view.find_entry(entry)
                self.show_pane(1)

        self.app.push_screen(FindScreen(), found)

    def action_review(self) -> None:
        """Those worth thinking of this week, one at a time."""
        from netui.ui.screens.pages.review import ReviewScreen

        self.app.push_screen(ReviewScreen())

    def action_insights(self) -> None:
        """The network as a whole."""
        from netui.ui.screens.pages.insights import InsightsScreen

        self.app.push_screen(InsightsScreen())

    def action_open(self) -> None:
        """Goes into what is under the cursor."""
        if self.view() is self.people_view:
            if self.person() is not None:
                self.show_pane(1)
        else:
            self.open_item()


def complete_field(text: str, cursor: int) -> Completion | None:
    """The fields of the query language that begin like the word at the cursor."""
    start = text.rfind(" ", 0, cursor) + 1
    word = text[start:cursor].lstrip("-")
    start = cursor - len(word)
    if ":" in word:
        name, _, value = word.partition(":")
        field = FIELDS.get(name)
        values = [f"{name}:{v}" for v in field.values if v.startswith(value)] if field else []
        return Completion(start, cursor, values)
    signs = [field.sign for field in FIELDS.values() if word and field.sign.startswith(word)]
    return Completion(start, cursor, signs)
