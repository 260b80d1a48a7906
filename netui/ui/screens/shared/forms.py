"""Forms for people, entries, promises, goals and opportunities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netui import services
from netui.ui.screens.shared.apply import Acting

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.domain.model.entry import Entry, Opportunity, Promise
    from netui.domain.model.goal import Audience, Milestone
    from netui.services.goals.progress import GoalProgress
    from netui.ui.screens.shared.form_fields import Field


class FormActions(Acting):
    """Opens what there is in full, one line a field."""

    # ------------------------------------------------------------------ people

    def contact_form(self) -> None:
        """The person under the cursor, in full."""
        person = self.person()
        if person is None:
            return
        if person.row.error:
            self.set_message(f"{person.row.error}   E opens the file", wrong=True)
            return
        from netui.ui.screens.shared.form_fields import CONTACT, contact_fields

        ident = person.row.id
        head = self.workspace.read.head(ident)

        def save(changed: Mapping[str, str]) -> str:
            from netui.domain.model.changes import Batch
            from netui.services.people import set_field

            def make() -> Batch:
                batches = [
                    set_field.set_value(self.workspace, ident, key, text) for key, text in changed.items()
                ]
                label = f"edited {self.workspace.name(ident)}"
                return Batch(label, tuple(change for batch in batches for change in batch.changes))

            return self.do(make)

        self.open_form(person.row.name, CONTACT, contact_fields(head), save, key=ident)

    # ------------------------------------------------------------------ entries and promises

    def entry_form(self, entry: Entry) -> None:
        """An entry in full."""
        from netui.ui.screens.shared.form_fields import ENTRY, entry_fields

        before = entry_fields(entry)

        def save(changed: Mapping[str, str]) -> str:
            from netui.services.timeline import form_commands

            return self.do(lambda: form_commands.entry_changed(self.workspace, entry, changed))

        title = services.timeline_commands.entry_words(self.workspace, entry)
        self.open_form(title, ENTRY, before, save, start="text")

    def promise_form(self, promise: Promise) -> None:
        """A promise in full."""
        from netui.ui.screens.shared.form_fields import PROMISE

        before = {"text": promise.text, "by": promise.by, "due": str(promise.due or ""), "goal": promise.goal}

        def save(changed: Mapping[str, str]) -> str:
            from netui.services.timeline import form_commands

            return self.do(lambda: form_commands.promise_changed(self.workspace, promise, changed))

        self.open_form(f"promise with {self.workspace.name(promise.contact)}", PROMISE, before, save)

    # ------------------------------------------------------------------ goals

    def goal_form(self, progress: GoalProgress | None) -> None:
        """A goal; a new one where there is none."""
        from netui.ui.screens.shared.form_fields import GOAL

        goal = progress.goal if progress else None
        before: dict[str, str] = {}
        if goal:
            measure = goal.measure
            before = {
                "title": goal.title, "why": goal.why, "due": str(goal.due or ""), "status": goal.status,
                "measure.count": measure.count if measure else "",
                "measure.target": str(measure.target) if measure and measure.target else "",
                "measure.per": measure.per if measure else "",
            }  # fmt: skip

        def save(changed: Mapping[str, str]) -> str:
            from netui.services.timeline import form_commands

            return self.do(
                lambda: form_commands.goal_changed(self.workspace, goal.id if goal else None, changed)
            )

        shown = GOAL if goal else _without_status(GOAL)
        self.open_form(goal.title if goal else "A new goal", shown, before, save)

    def milestone_form(self, goal: str, milestone: Milestone) -> None:
        """A step towards a goal."""
        from netui.ui.screens.shared.form_fields import MILESTONE

        before = {"text": milestone.text, "due": str(milestone.due or "")}

        def save(changed: Mapping[str, str]) -> str:
            from netui.services.timeline import form_commands

            return self.do(lambda: form_commands.milestone_changed(self.workspace, goal, milestone, changed))

        self.open_form("milestone", MILESTONE, before, save)

    def audience_form(self, goal: str, audience: Audience) -> None:
        """Who is needed for a goal."""
        from netui.ui.screens.shared.form_fields import AUDIENCE

        before = {"who": audience.who, "match": audience.match, "want": str(audience.want or "")}

        def save(changed: Mapping[str, str]) -> str:
            from netui.services.timeline import form_commands

            return self.do(lambda: form_commands.audience_changed(self.workspace, goal, audience, changed))

        self.open_form("who is needed", AUDIENCE, before, save)

    # ------------------------------------------------------------------ opportunities

    def opportunity_form(self, opportunity: Opportunity) -> None:
        """An opportunity; a new one where it has no id."""
        from netui.ui.screens.shared.form_fields import OPPORTUNITY

        before = {
            key: str(getattr(opportunity, key) or "") if opportunity.id else "" for key, *_ in OPPORTUNITY
        }
        if not opportunity.id:
            before["goal"] = opportunity.goal
        shown = OPPORTUNITY if opportunity.id else _without_status(OPPORTUNITY)

        def save(changed: Mapping[str, str]) -> str:
            from netui.services.timeline import form_commands

            return self.do(lambda: form_commands.opportunity_changed(self.workspace, opportunity, changed))

        title = f"opportunity with {self.workspace.name(opportunity.contact)}"
        self.open_form(title, shown, before, save, start="" if opportunity.id else "kind")


def _without_status(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of something new: it has no status to change yet."""
    return tuple(field for field in fields if field.key != "status")
