"""Opportunities: note one, edit it in a form, mark it won or lost, delete it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.pages.page_layout import OpportunityItem
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import chosen_people
from netui.ui.controllers.line.questions import confirm

if TYPE_CHECKING:
    from netui.domain.model.entry import Opportunity
    from netui.ui.controllers.host import Host


class OpportunityController:
    """Notes opportunities, with ``goal`` for that goal unless said otherwise, and decides them."""

    def __init__(self, host: Host, goal: str = ""):
        self._host = host
        self._goal = goal

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {
            "opportunity": self.opportunity,
            "won": lambda: self._decide("won"),
            "lost": lambda: self._decide("lost"),
        }

    def opportunity(self) -> None:
        """Opens the form of a new opportunity."""
        host = self._host
        chosen = chosen_people(host)
        if len(chosen) > 1:
            host.set_message(f"an opportunity is with one person, and {len(chosen)} are marked", wrong=True)
        if len(chosen) != 1:
            return
        from netui.domain.model.entry import Opportunity

        opportunity_form(host, Opportunity(id="", kind="", text="", contact=chosen[0], goal=self._goal))

    def _decide(self, status: str) -> None:
        """Sets the status of the opportunity under the cursor; the same one again opens it."""
        host = self._host
        item = host.current_item()
        if not isinstance(item, OpportunityItem):
            host.set_message("move to an opportunity first")
            return
        from netui.services.timeline.opportunities import toggle_opportunity_status

        apply_change(host, lambda: toggle_opportunity_status(host.workspace, item.opportunity, status))


def opportunity_form(host: Host, opportunity: Opportunity) -> None:
    """Opens an opportunity in full; a new one where it has no id."""
    from netui.ui.screens.shared.form_fields import OPPORTUNITY, opportunity_fields, without_status

    before = opportunity_fields(opportunity) if opportunity.id else {"goal": opportunity.goal}
    shown = OPPORTUNITY if opportunity.id else without_status(OPPORTUNITY)

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        return apply_change(
            host, lambda: form_commands.edit_opportunity_fields(host.workspace, opportunity, changed)
        )

    title = f"opportunity with {host.workspace.name(opportunity.contact)}"
    key = f"opportunity {opportunity.contact} {opportunity.id}"
    host.open_form(title, shown, before, save, start="" if opportunity.id else "kind", key=key)


def delete_opportunity(host: Host, opportunity: Opportunity) -> None:
    """Deletes an opportunity, after a question."""
    from netui.services.timeline.opportunities import remove_opportunity

    confirm(
        host,
        f"delete the opportunity: {opportunity.text}?",
        lambda: apply_change(host, lambda: remove_opportunity(host.workspace, opportunity)),
    )
