"""The page of one goal."""

from __future__ import annotations

from collections.abc import Mapping

from netui.domain.model.changes import GOALS, FileId
from netui.domain.model.goal import Audience
from netui.presentation.actions import GOAL
from netui.presentation.contact_row import Listed
from netui.presentation.pages.goal import PARTS_SHOWN, goal_page, lead_facts, part_words
from netui.presentation.pages.page_layout import (
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
from netui.presentation.text import Line, clean, wrap
from netui.services.goals.detail import GoalDetail, build_goal_detail
from netui.services.people.contact_list import ListedContact
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.items.goals import (
    audience_form,
    delete_audience,
    delete_goal,
    delete_milestone,
    goal_form,
    milestone_form,
    toggle_goal,
)
from netui.ui.controllers.items.opportunities import (
    OpportunityController,
    delete_opportunity,
    opportunity_form,
)
from netui.ui.controllers.items.outcomes import OutcomeController
from netui.ui.controllers.items.promises import (
    PromiseController,
    delete_promise,
    promise_form,
)
from netui.ui.controllers.line.completion import LineCompleter
from netui.ui.controllers.line.feedback import LineFeedback
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.line.questions import ask
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class GoalScreen(PageScreen):
    """A goal: why, its progress, who is needed, its steps and opportunities."""

    NAME = GOAL
    BINDINGS = screen_bindings(GOAL)

    def __init__(self, ident: str):
        super().__init__()
        self._goal = ident
        self.detail: GoalDetail | None = None
        self._names: dict[str, str] = {}
        self._gone = ""
        """What became of the goal's file, where that is no longer there."""
        self._log = LogController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        outcomes = OutcomeController(self)
        return {
            **super().bind(),
            **PromiseController(self, self._goal).bind(),
            **OpportunityController(self, self._goal).bind(),
            **outcomes.bind(),
            "snooze": outcomes.postpone,
            "log": self.log_for_goal,
            "open": self.open,
            "edit": self.edit,
            "delete": self.delete,
            "milestone": self.add_milestone,
            "audience": lambda: self._audience_form(Audience(who="", match="")),
            "reached": lambda: self._set_status("reached"),
            "dropped": lambda: self._set_status("dropped"),
        }

    def again(self) -> GoalScreen:
        """The same goal."""
        return GoalScreen(self._goal)

    def read(self) -> None:
        """Reads the goal as it is now."""
        found = self.detail = build_goal_detail(self.workspace, self.people, self._goal)
        if found is None:
            from netui.services.transfer.trash import gone_words

            self._gone = gone_words(self.workspace, FileId(GOALS, self._goal), self.key("trash"))
            return
        mentioned = {p.contact for p in found.promises} | {part.id for part in found.people[:PARTS_SHOWN]}
        mentioned |= {each for o in found.opportunities for each in (o.contact, o.via)}
        mentioned |= {lead.id for audience in found.audiences for lead in audience.leads}
        self._names = self.workspace.read.names_of(mentioned)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays out the goal, or says that it was deleted."""
        if self.detail is None:
            words = wrap(f"{self._gone}; {self.key('back')} leads back", context.width - 4)
            return PageLayout([[(f"  {line}", "muted")] for line in words], [])
        return goal_page(self.detail, self.people, self._names, context)

    def heading(self) -> Line:
        """Which goal."""
        return [(" Goal", "strong accent"), (f"  ^{clean(self._goal)}", "faint")]

    def person(self) -> ListedContact | None:
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

    def log_for_goal(self) -> None:
        """Logs something that serves this goal."""
        self._log.log()
        self.prompt.typed = f"^{self._goal} "

    def open(self) -> None:
        """Goes to the person, or opens what is under the cursor."""
        if self.detail is None:
            return
        match self.current_item():
            case ContactItem(ident):
                self.select(ident)
            case PartsItem(parts):
                context = RenderContext(self.size.width, self.today, self.glyphs)
                rows = [Listed(part.id, part_words(part, context)) for part in parts]
                self.pages.contact_list(self.detail.progress.goal.title, rows)
            case AudienceItem(audience):
                rows = [Listed(row.id, "") for row in audience.people]
                leads = audience.leads
                rows += [Listed(lead.id, f"could lead to more: {lead_facts(lead)}") for lead in leads]
                self.pages.contact_list(audience.coverage.who, rows)
            case PromiseItem(promise):
                self.select(promise.contact)
            case OpportunityItem(opportunity):
                self.select(opportunity.contact)
            case _:
                self.edit()

    def edit(self) -> None:
        """Edits what is under the cursor."""
        match self.current_item():
            case GoalItem(progress):
                goal_form(self, progress.goal)
            case AudienceItem(audience):
                who, query, want, *_ = audience.coverage
                self._audience_form(Audience(who=who, match=query, want=want))
            case MilestoneItem(goal, milestone):
                milestone_form(self, goal, milestone)
            case PromiseItem(promise):
                promise_form(self, promise)
            case OpportunityItem(opportunity):
                opportunity_form(self, opportunity)

    def _audience_form(self, audience: Audience) -> None:
        if self.detail is not None:
            audience_form(self, self.detail.progress.goal, audience)

    def add_milestone(self) -> None:
        """Adds a milestone."""
        from netui.services.timeline.promise_lines import add_milestone_of, parse_milestone

        feedback = LineFeedback(
            self,
            lambda text, now: parse_milestone(self.workspace, text, now),
            LineCompleter(self, text_only=()),
        )

        def save(text: str) -> str:
            (parsed,) = feedback.read(text)
            return apply_change(self, lambda: add_milestone_of(self.workspace, self._goal, parsed))

        hint = "first draft sent by 12 dec"
        ask(self, "milestone", save, kept="milestone", hint=hint, feedback=feedback)

    def _set_status(self, status: str) -> None:
        """Sets the status of the goal; the same one again makes it active."""
        if self.detail is not None:
            toggle_goal(self, self.detail.progress.goal, status)

    def delete(self) -> None:
        """Deletes what is under the cursor, after a question."""
        match self.current_item():
            case OpportunityItem(opportunity):
                delete_opportunity(self, opportunity)
            case PromiseItem(promise):
                delete_promise(self, promise)
            case MilestoneItem(goal, milestone):
                delete_milestone(self, goal, milestone)
            case AudienceItem(audience):
                who, query, *_ = audience.coverage
                delete_audience(self, self._goal, who, query)
            case GoalItem(progress):
                delete_goal(self, progress.goal)
