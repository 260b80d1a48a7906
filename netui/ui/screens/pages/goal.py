"""One goal on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from netui.domain.model.changes import Batch
from netui.domain.model.goal import Audience
from netui.presentation.actions import GOAL
from netui.presentation.contact_page import PageLayout, RenderContext
from netui.presentation.dates import long_day
from netui.presentation.goal import PARTS_SHOWN, goal_page, lead_facts, part_words
from netui.presentation.text import Line, clean
from netui.services.goals import commands as goal_commands
from netui.services.goals.detail import GoalDetail, goal_detail
from netui.services.people.contact_list import Person
from netui.services.timeline import commands as timeline_commands
from netui.services.timeline.form_commands import milestone_from_line, milestone_said
from netui.ui.screens.pages.contact_list import Listed, PersonsScreen
from netui.ui.screens.shared.page import PageScreen, page_bindings


class GoalScreen(PageScreen):
    """Why, how far along, who is needed, and what to do next."""

    NAME = GOAL
    BINDINGS = page_bindings(GOAL)
    WORDS: ClassVar[Mapping[str, str]] = {"open": "go there"}

    def __init__(self, ident: str):
        super().__init__()
        self.goal_in_view = ident
        self.detail: GoalDetail | None = None
        self._names: dict[str, str] = {}

    def again(self) -> GoalScreen:
        """The same goal."""
        return GoalScreen(self.goal_in_view)

    def read(self) -> None:
        """The goal as it is now; gone, the page closes."""
        found = self.detail = goal_detail(self.workspace, self.people, self.goal_in_view)
        if found is None:
            return
        mentioned = {p.contact for p in found.promises} | {part.id for part in found.people[:PARTS_SHOWN]}
        mentioned |= {each for o in found.opportunities for each in (o.contact, o.via)}
        mentioned |= {lead.id for audience in found.audiences for lead in audience.leads}
        self._names = self.workspace.read.names_of(mentioned)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The page."""
        if self.detail is None:
            return PageLayout([[("  This goal is gone; u brings it back, esc leads back.", "muted")]], [])
        return goal_page(self.detail, self.people, self._names, context)

    def heading(self) -> Line:
        """Which goal."""
        return [(" Goal", "strong accent"), (f"  ^{clean(self.goal_in_view)}", "faint")]

    def applies(self, action: str) -> bool:
        """Whether an action fits what the cursor stands on."""
        stop = self.current_stop()
        kind = stop.kind if stop else ""
        fitting = {
            "toggle_done": ("promise", "milestone"),
            "won": ("opportunity",),
            "lost": ("opportunity",),
            "opportunity": ("person", "promise", "opportunity"),
            "promise": ("person", "promise", "opportunity"),
            "edit": ("goal", "audience", "milestone", "promise", "opportunity"),
            "delete": ("goal", "audience", "milestone", "promise", "opportunity"),
            "reached": ("goal",),
            "dropped": ("goal",),
        }
        return kind in fitting.get(action, (kind,))

    def person(self) -> Person | None:
        """The person under the cursor."""
        stop = self.current_stop()
        if stop is None:
            return None
        ident = stop.item if stop.kind == "person" else getattr(stop.item, "contact", "")
        return self.people.get(ident)

    # ------------------------------------------------------------------ actions

    def action_log(self) -> None:
        """Logs something for this goal."""
        self.log_line("")
        self.prompt.typed = f"^{self.goal_in_view} "

    def action_open(self) -> None:
        """Goes to the person, or opens what is under the cursor."""
        stop = self.current_stop()
        if stop is None or self.detail is None:
            return
        if stop.kind == "person":
            self.select(stop.item)
        elif stop.kind == "more":
            context = RenderContext(self.size.width, self.today, self.glyphs)
            rows = [Listed(part.id, part_words(part, context)) for part in stop.item]
            self.app.push_screen(PersonsScreen(self.detail.progress.goal.title, rows))
        elif stop.kind == "audience":
            rows = [Listed(row.id, "") for row in stop.item.people]
            rows += [Listed(lead.id, f"could lead to more: {lead_facts(lead)}") for lead in stop.item.leads]
            self.app.push_screen(PersonsScreen(stop.item.coverage.who, rows))
        elif stop.kind in ("promise", "opportunity"):
            self.select(stop.item.contact)
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """Edits what is under the cursor."""
        stop = self.current_stop()
        if stop is None:
            return
        if stop.kind == "goal":
            self.goal_form(stop.item)
        elif stop.kind == "audience":
            who, match, want, *_ = stop.item.coverage
            self.audience_form(self.goal_in_view, Audience(who=who, match=match, want=want))
        elif stop.kind == "milestone":
            self.milestone_form(*stop.item)
        elif stop.kind == "promise":
            self.promise_form(stop.item)
        elif stop.kind == "opportunity":
            self.opportunity_form(stop.item)

    def action_milestone(self) -> None:
        """Adds a milestone."""

        def save(text: str) -> str:
            return self.do(lambda: milestone_from_line(self.workspace, self.goal_in_view, text))

        def understood(line: str) -> str:
            text, day = milestone_said(self.workspace, line)
            return f"{text}, by {long_day(day, self.today)}" if day else f"{text}, no day"

        hint = "first draft sent by 12 dec"
        self.ask("milestone", save, kept="milestone", hint=hint, preview=understood)

    def action_audience(self) -> None:
        """Adds who is needed."""
        self.audience_form(self.goal_in_view, Audience(who="", match=""))

    def action_reached(self) -> None:
        """Reached, or active again."""
        self._turn("reached")

    def action_dropped(self) -> None:
        """Let go, or taken up again."""
        self._turn("dropped")

    def _turn(self, status: str) -> None:
        if self.detail is not None:
            now = self.detail.progress.goal.status
            wanted = "active" if now == status else status
            self.do(lambda: goal_commands.set_status(self.workspace, self.goal_in_view, wanted))

    def action_delete(self) -> None:
        """Deletes what is under the cursor, after a question."""
        stop = self.current_stop()
        if stop is None:
            return
        workspace, goal = self.workspace, self.goal_in_view
        if stop.kind == "opportunity":
            self.delete_opportunity(stop.item)
        elif stop.kind == "promise":
            self._ask_delete(
                f"the promise: {stop.item.text}",
                lambda: timeline_commands.remove_promise(workspace, stop.item),
            )
        elif stop.kind == "milestone":
            self._ask_delete(
                f"the milestone: {stop.item[1].text}",
                lambda: goal_commands.remove_milestone(workspace, *stop.item),
            )
        elif stop.kind == "audience":
            cover = stop.item.coverage
            self._ask_delete(cover.who, lambda: goal_commands.remove_audience(workspace, goal, cover.match))
        elif stop.kind == "goal":
            self._ask_delete(
                f"the goal {stop.item.goal.title}", lambda: goal_commands.remove_goal(workspace, goal)
            )

    def _ask_delete(self, what: str, make: Callable[[], Batch]) -> None:
        self.confirm(f"delete {what}?", lambda: self._done(make))

    def action_toggle_done(self) -> None:
        """Ticks a promise or a milestone, or takes the tick back."""
        stop = self.current_stop()
        if stop is not None and stop.kind == "milestone":
            self.do(lambda: goal_commands.tick_milestone(self.workspace, *stop.item))
        elif stop is not None and stop.kind == "promise":
            self.do(lambda: timeline_commands.tick(self.workspace, stop.item))
