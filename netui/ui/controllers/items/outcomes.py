"""Outcomes of plans, promises and goals: it happened or was kept, it did not, or it moves to another day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.pages.page_layout import (
    DateItem,
    EntryItem,
    GoalItem,
    MeetingItem,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
)
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import tell_unreadable_goal
from netui.ui.controllers.items.goals import toggle_goal, toggle_milestone
from netui.ui.controllers.line.questions import ask_day

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.domain.model.entry import Entry, Promise
    from netui.domain.model.goal import Goal
    from netui.ui.controllers.host import Host
    from netui.ui.controllers.people.cadence import CadenceController


class OutcomeController:
    """Settles what the cursor stands on; on anything else the key to move it snoozes people."""

    def __init__(self, host: Host, cadence: CadenceController | None = None):
        self._host = host
        self._cadence = cadence

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs; where people can be snoozed, its key moves a plan or a promise too."""
        found: dict[str, Callable[[], object]] = {"toggle_done": self.toggle_done, "drop": self.drop}
        return found if self._cadence is None else {**found, "snooze": self.postpone}

    def toggle_done(self) -> None:
        """Ticks what the cursor stands on, or takes the tick back: kept, happened, reached, noted as done."""
        from netui.services.timeline import commands, plans

        host = self._host
        match host.current_item():
            case PromiseItem(promise):
                toggle = commands.tick_promise if promise.is_open else commands.untick_promise
                apply_change(host, lambda: toggle(host.workspace, promise))
            case MilestoneItem(goal, milestone):
                toggle_milestone(host, goal, milestone)
            case DateItem(occasion):
                note = commands.acknowledge_date
                apply_change(host, lambda: note(host.workspace, occasion.contact, occasion.what))
            case EntryItem(entry) | MeetingItem(entry):
                apply_change(host, lambda: plans.confirm_plan(host.workspace, entry))
            case GoalItem(progress):
                if not tell_unreadable_goal(host, progress):
                    toggle_goal(host, progress.goal, "reached")
            case OpportunityItem(opportunity):
                from netui.services.timeline.opportunities import finish_step

                apply_change(host, lambda: finish_step(host.workspace, opportunity))
            case _:
                key = host.key("toggle_done")
                host.set_message(
                    f"{key} ticks a promise, milestone or goal, or says that a plan or date happened"
                )

    def drop(self) -> None:
        """Drops a promise or a goal, or takes that back; notes that a planned meeting did not happen."""
        from netui.services.timeline import commands, plans

        host = self._host
        match host.current_item():
            case PromiseItem(promise):
                toggle = commands.drop_promise if promise.is_open else commands.untick_promise
                apply_change(host, lambda: toggle(host.workspace, promise))
            case EntryItem(entry) | MeetingItem(entry):
                apply_change(host, lambda: plans.cancel_plan(host.workspace, entry))
            case GoalItem(progress):
                if not tell_unreadable_goal(host, progress):
                    toggle_goal(host, progress.goal, "dropped")
            case _:
                host.set_message(
                    f"{host.key('drop')} drops a promise or a goal, or says that a plan did not happen"
                )

    def postpone(self) -> None:
        """Asks to which day to move a plan, a promise or a goal; elsewhere until when to snooze people."""
        from netui.services.timeline.plans import is_open_plan

        match self._host.current_item():
            case PromiseItem(promise) if promise.is_open:
                self._move_promise(promise)
            case EntryItem(entry) | MeetingItem(entry) if is_open_plan(entry, self._host.today):
                self._move_plan(entry)
            case GoalItem(progress):
                if not tell_unreadable_goal(self._host, progress):
                    self._move_goal(progress.goal)
            case _:
                if self._cadence is not None:
                    self._cadence.snooze()

    def _move_promise(self, promise: Promise) -> None:
        from netui.services.timeline.commands import move_promise

        self._ask_day(
            f"by when: {promise.text}", lambda text: move_promise(self._host.workspace, promise, text)
        )

    def _move_plan(self, entry: Entry) -> None:
        from netui.services.timeline.commands import entry_words
        from netui.services.timeline.plans import answer_plan

        workspace = self._host.workspace
        self._ask_day(
            f"move {entry_words(workspace, entry)} to", lambda text: answer_plan(workspace, entry, text)
        )

    def _move_goal(self, goal: Goal) -> None:
        from netui.services.goals.commands import move_goal_day

        self._ask_day(f"by when: {goal.title}", lambda text: move_goal_day(self._host.workspace, goal, text))

    def _ask_day(self, sign: str, move: Callable[[str], Batch]) -> None:
        from netui.services.dates import DateField

        host = self._host
        ask_day(
            host,
            sign,
            DateField.PLANNED,
            lambda text: apply_change(host, lambda: move(text)),
            kept="move",
            hint="fri, 12 dec, in 2 weeks",
        )
