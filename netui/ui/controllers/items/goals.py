"""Goals: their order, the forms of a goal and its parts, ticking a milestone, deleting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.pages.page_layout import GoalItem
from netui.services.errors import Refused
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import tell_unreadable_goal
from netui.ui.controllers.line.questions import confirm

if TYPE_CHECKING:
    from netui.domain.model.goal import Audience, Goal, Milestone
    from netui.ui.controllers.host import Host


class GoalController:
    """Moves goals up and down their list."""

    def __init__(self, host: Host):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"goal_down": lambda: self._move(1), "goal_up": lambda: self._move(-1)}

    def _move(self, steps: int) -> None:
        """Moves the goal under the cursor behind the next one, or before the one above."""
        host = self._host
        item = host.current_item()
        if not isinstance(item, GoalItem):
            host.set_message("move to a goal first")
            return
        if tell_unreadable_goal(host, item.progress):
            return
        from netui.services.goals.commands import move_goal

        goal = item.progress.goal
        try:
            batch = move_goal(host.workspace, goal.id, steps)
        except Refused as error:
            host.set_message(str(error), wrong=True)
            return
        if batch.changes:
            apply_change(host, lambda: batch)
        else:
            host.set_message(f"{goal.title} is {'the first' if steps < 0 else 'the last'} already")


def goal_form(host: Host, goal: Goal | None) -> None:
    """Opens a goal in full; a new one where there is none."""
    from netui.ui.screens.shared.form_fields import GOAL, goal_fields, without_status

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        return apply_change(host, lambda: form_commands.edit_goal_fields(host.workspace, goal, changed))

    shown = GOAL if goal else without_status(GOAL)
    title, key = (goal.title, f"goal {goal.id}") if goal else ("A new goal", "")
    host.open_form(title, shown, goal_fields(goal) if goal else {}, save, key=key)


def milestone_form(host: Host, goal: Goal, milestone: Milestone) -> None:
    """Opens a step towards a goal."""
    from netui.ui.screens.shared.form_fields import MILESTONE

    before = {"text": milestone.text, "due": str(milestone.due or "")}

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        return apply_change(
            host, lambda: form_commands.edit_milestone_fields(host.workspace, goal, milestone, changed)
        )

    host.open_form("milestone", MILESTONE, before, save, key=f"milestone {goal.id} {milestone.text}")


def audience_form(host: Host, goal: Goal, audience: Audience) -> None:
    """Opens who is needed for a goal."""
    from netui.ui.screens.shared.form_fields import AUDIENCE

    before = {"who": audience.who, "match": audience.match, "want": str(audience.want or "")}

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        return apply_change(
            host, lambda: form_commands.edit_audience_fields(host.workspace, goal, audience, changed)
        )

    host.open_form("who is needed", AUDIENCE, before, save, key=f"audience {goal.id} {audience.who}")


def toggle_goal(host: Host, goal: Goal, status: str) -> None:
    """Sets the status of a goal, or makes it active again; once reached it is asked whom to thank."""
    from netui.services.goals.commands import set_goal_status

    wanted = "active" if goal.status == status else status
    problem = apply_change(host, lambda: set_goal_status(host.workspace, goal.id, wanted))
    if not problem and wanted == "reached":
        _ask_whom_to_thank(host, goal)


def _ask_whom_to_thank(host: Host, goal: Goal) -> None:
    """Lists who had a part in a goal, to write to them; nothing where nobody had."""
    from netui.presentation.contact_row import Listed
    from netui.services.goals.detail import find_helpers

    helpers = find_helpers(host.workspace, host.people, goal.id)
    rows = [Listed(who, f"{times} {'time' if times == 1 else 'times'}") for who, times in helpers]
    if rows:
        host.pages.contact_list(f"Reached: {goal.title}. Whom to thank?", rows)


def toggle_milestone(host: Host, goal: Goal, milestone: Milestone) -> None:
    """Ticks a milestone, or takes the tick back."""
    from netui.services.goals.commands import tick_milestone

    apply_change(host, lambda: tick_milestone(host.workspace, goal, milestone))


def delete_goal(host: Host, goal: Goal) -> None:
    """Deletes a goal, after a question."""
    from netui.services.goals.commands import remove_goal

    confirm(
        host,
        f"delete the goal {goal.title}?",
        lambda: apply_change(host, lambda: remove_goal(host.workspace, goal.id)),
    )


def delete_milestone(host: Host, goal: Goal, milestone: Milestone) -> None:
    """Deletes a step towards a goal, after a question."""
    from netui.services.goals.commands import remove_milestone

    confirm(
        host,
        f"delete the milestone: {milestone.text}?",
        lambda: apply_change(host, lambda: remove_milestone(host.workspace, goal.id, milestone)),
    )


def delete_audience(host: Host, goal: str, who: str, match: str) -> None:
    """Deletes who is needed for a goal, after a question; the people stay."""
    from netui.services.goals.commands import remove_audience

    confirm(
        host,
        f"delete {who}?",
        lambda: apply_change(host, lambda: remove_audience(host.workspace, goal, match)),
    )
