"""One goal on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from netui.domain.model.changes import Batch
from netui.domain.model.goal import Audience
from netui.presentation.actions import GOAL
from netui.presentation.dates import long_day
from netui.presentation.goal import PARTS_SHOWN, goal_page, lead_facts, part_words
from netui.presentation.page_layout import (
    AudienceItem,
    ContactItem,
    GoalItem,
    MilestoneItem,
    OpportunityItem,
    PageLayout,
    PartsItem,
    PromiseItem,
    RenderContext,
)
from netui.presentation.text import Line, clean
from netui.services.goals import commands as goal_commands
from netui.services.goals.detail import GoalDetail, goal_detail
from netui.services.people.contact_list import Person
from netui.services.timeline import commands as timeline_commands
from netui.services.timeline.form_commands import milestone_from_line, milestone_said
from netui.ui.screens.pages.contact_list import Listed, PersonsScreen
from netui.ui.screens.shared.page import PageScreen, page_bindings

_FITTING = {
    "toggle_done": (PromiseItem, MilestoneItem),
    "won": (OpportunityItem,),
    "lost": (OpportunityItem,),
    "opportunity": (ContactItem, PromiseItem, OpportunityItem),
    "promise": (ContactItem, PromiseItem, OpportunityItem),
    "edit": (GoalItem, AudienceItem, MilestoneItem, PromiseItem, OpportunityItem),
    "delete": (GoalItem, AudienceItem, MilestoneItem, PromiseItem, OpportunityItem),
    "reached": (GoalItem,),
    "dropped": (GoalItem,),
}
"""The items to which an action applies; the other actions apply everywhere."""


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
        fitting = _FITTING.get(action)
        return fitting is None or isinstance(self.current_item(), fitting)

    def person(self) -> Person | None:
        """The person under the cursor."""
        match self.current_item():
            case ContactItem(ident):
                return self.people.get(ident)
            case PromiseItem(promise):
                return self.people.get(promise.contact)
            case OpportunityItem(opportunity):
                return self.people.get(opportunity.contact)
        return None

    # ------------------------------------------------------------------ actions

    def action_log(self) -> None:
        """Logs something for this goal."""
        self.log_line("")
        self.prompt.typed = f"^{self.goal_in_view} "

    def action_open(self) -> None:
        """Goes to the person, or opens what is under the cursor."""
        if self.detail is None:
            return
        match self.current_item():
            case ContactItem(ident):
                self.select(ident)
            case PartsItem(parts):
                context = RenderContext(self.size.width, self.today, self.glyphs)
                rows = [Listed(part.id, part_words(part, context)) for part in parts]
                self.app.push_screen(PersonsScreen(self.detail.progress.goal.title, rows))
            case AudienceItem(audience):
                rows = [Listed(row.id, "") for row in audience.people]
                rows += [
                    Listed(lead.id, f"could lead to more: {lead_facts(lead)}") for lead in audience.leads
                ]
                self.app.push_screen(PersonsScreen(audience.coverage.who, rows))
            case PromiseItem(promise):
                self.select(promise.contact)
            case OpportunityItem(opportunity):
                self.select(opportunity.contact)
            case _:
                self.action_edit()

    def action_edit(self) -> None:
        """Edits what is under the cursor."""
        match self.current_item():
            case GoalItem(progress):
                self.goal_form(progress)
            case AudienceItem(audience):
                who, query, want, *_ = audience.coverage
                self.audience_form(self.goal_in_view, Audience(who=who, match=query, want=want))
            case MilestoneItem(goal, milestone):
                self.milestone_form(goal, milestone)
            case PromiseItem(promise):
                self.promise_form(promise)
            case OpportunityItem(opportunity):
                self.opportunity_form(opportunity)

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
        workspace, ident = self.workspace, self.goal_in_view
        match self.current_item():
            case OpportunityItem(opportunity):
                self.delete_opportunity(opportunity)
            case PromiseItem(promise):
                self._ask_delete(
                    f"the promise: {promise.text}",
                    lambda: timeline_commands.remove_promise(workspace, promise),
                )
            case MilestoneItem(goal, milestone):
                self._ask_delete(
                    f"the milestone: {milestone.text}",
                    lambda: goal_commands.remove_milestone(workspace, goal, milestone),
                )
            case AudienceItem(audience):
                who, query, *_ = audience.coverage
                self._ask_delete(who, lambda: goal_commands.remove_audience(workspace, ident, query))
            case GoalItem(progress):
                self._ask_delete(
                    f"the goal {progress.goal.title}", lambda: goal_commands.remove_goal(workspace, ident)
                )

    def _ask_delete(self, what: str, make: Callable[[], Batch]) -> None:
        self.confirm(f"delete {what}?", lambda: self._done(make))

    def action_toggle_done(self) -> None:
        """Ticks a promise or a milestone, or takes the tick back."""
        match self.current_item():
            case MilestoneItem(goal, milestone):
                self.do(lambda: goal_commands.tick_milestone(self.workspace, goal, milestone))
            case PromiseItem(promise):
                self.do(lambda: timeline_commands.tick(self.workspace, promise))
