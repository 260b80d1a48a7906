"""Forms for people, entries, promises, goals and opportunities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from netui.domain.changes import Batch
from netui.services import entries
from netui.ui.screens.acting import Acting
from netui.ui.screens.form import Field, FormScreen

if TYPE_CHECKING:
    from netui.domain.entry import Entry, Opportunity, Promise
    from netui.domain.goal import Audience, Milestone
    from netui.services.goals import GoalProgress

_CONTACT = (
    Field("name", "name"),
    Field("aliases", "also called", "Ada King, Countess of Lovelace"),
    Field("pronouns", "pronouns", "she/her"),
    Field("roles", "roles", "mentor, advocate, expert, client, friend …"),
    Field("tags", "tags", "london, maths"),
    Field("org", "works at"),
    Field("title", "as"),
    Field("location", "lives in"),
    Field("knows", "knows", "what she can help with"),
    Field("seeks", "seeks", "what she looks for"),
    Field("interests", "interests"),
    Field("emails", "e-mail"),
    Field("phones", "phone"),
    Field("links", "links"),
    Field("goals", "goals", "cto-role"),
    Field("rhythm.every", "every", "3w; empty: learned from what happened"),
    Field("met.on", "met on", "2024-05-02, 2024-05, 2024"),
    Field("met.where", "met at", "PyCon"),
    Field("met.via", "met through", "an id, or a name"),
    Field("birthday", "birthday", "--12-10 or 1990-12-10"),
    Field("notes", "notes", "", 6),
)
_ENTRY = (
    Field("on", "on", "yesterday, 14 mar, 2026-11-09 14:30"),
    Field("kind", "kind", "coffee, call, meeting …"),
    Field("with_", "with", "ids of the others, comma between"),
    Field("place", "at"),
    Field("tags", "tags"),
    Field("goals", "goals"),
    Field("got", "got", "lead, advice …"),
    Field("gave", "gave"),
    Field("learned", "learned"),
    Field("started_by", "started by", "me or them"),
    Field("text", "text", "", 6),
)
_GOAL = (
    Field("title", "title"),
    Field("why", "why"),
    Field("due", "due", "2027-03-31"),
    Field("measure.count", "count", "kind:coffee ^cto-role; empty: all that name the goal"),
    Field("measure.target", "target", "12"),
    Field("measure.per", "per", "total, week, month, quarter or year"),
    Field("status", "status", "active, reached or dropped"),
)
_AUDIENCE = (
    Field("who", "who", "CTOs of young companies"),
    Field("match", "match", "which contacts count: title:cto #startup"),
    Field("want", "want", "5"),
)
_OPPORTUNITY = (
    Field("kind", "kind", "job, project, client, referral, collaboration, speaking …"),
    Field("text", "what", "Staff engineer at Initech"),
    Field("status", "status", "open, won or lost"),
    Field("next", "next step", "Send CV"),
    Field("next_on", "on", "fri, 12 dec"),
    Field("goal", "goal", "cto-role"),
    Field("via", "opened by", "who opened the door: an id, or a name"),
    Field("worth", "worth"),
)


class FormActions(Acting):
    """Opens what there is in full, one line a field."""

    # ------------------------------------------------------------------ people

    def contact_form(self) -> None:
        """The person under the cursor, in full."""
        person = self.person()
        if person is None:
            return
        if person.summary.error:
            self.say(f"{person.summary.error}   E opens the file", wrong=True)
            return
        ident = person.summary.id
        head = self.workspace.read.head(ident)

        def save(changed: Mapping[str, str]) -> str:
            from netui.services import values

            def make() -> Batch:
                batches = [
                    values.set_value(self.workspace, ident, key, text) for key, text in changed.items()
                ]
                label = f"edited {self.workspace.name(ident)}"
                return Batch(label, tuple(change for batch in batches for change in batch.changes))

            return self.do(make)

        self.app.push_screen(FormScreen(person.summary.name, _CONTACT, contact_fields(head), save, key=ident))

    # ------------------------------------------------------------------ entries and promises

    def entry_form(self, entry: Entry) -> None:
        """An entry in full."""
        before = entry_fields(entry)

        def save(changed: Mapping[str, str]) -> str:
            from netui.services import fields

            return self.do(lambda: fields.entry_changed(self.workspace, entry, changed))

        title = entries.entry_words(self.workspace, entry)
        self.app.push_screen(FormScreen(title, _ENTRY, before, save, start="text"))

    def promise_form(self, promise: Promise) -> None:
        """A promise in full."""
        shown = (
            Field("text", "text"),
            Field("by", "by", "me or them"),
            Field("due", "due", "fri, 12 dec"),
            Field("goal", "goal"),
        )
        before = {"text": promise.text, "by": promise.by, "due": str(promise.due or ""), "goal": promise.goal}

        def save(changed: Mapping[str, str]) -> str:
            from netui.services import fields

            return self.do(lambda: fields.promise_changed(self.workspace, promise, changed))

        self.app.push_screen(
            FormScreen(f"promise with {self.workspace.name(promise.contact)}", shown, before, save)
        )

    # ------------------------------------------------------------------ goals

    def goal_form(self, progress: GoalProgress | None) -> None:
        """A goal; a new one where there is none."""
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
            from netui.services import fields

            return self.do(lambda: fields.goal_changed(self.workspace, goal.id if goal else None, changed))

        shown = _GOAL if goal else tuple(field for field in _GOAL if field.key != "status")
        self.app.push_screen(FormScreen(goal.title if goal else "A new goal", shown, before, save))

    def milestone_form(self, goal: str, milestone: Milestone) -> None:
        """A step towards a goal."""
        shown = (Field("text", "text"), Field("due", "due", "fri, 12 dec"))
        before = {"text": milestone.text, "due": str(milestone.due or "")}

        def save(changed: Mapping[str, str]) -> str:
            from netui.services import fields

            return self.do(lambda: fields.milestone_changed(self.workspace, goal, milestone, changed))

        self.app.push_screen(FormScreen("milestone", shown, before, save))

    def audience_form(self, goal: str, audience: Audience) -> None:
        """Who is needed for a goal."""
        before = {"who": audience.who, "match": audience.match, "want": str(audience.want or "")}

        def save(changed: Mapping[str, str]) -> str:
            from netui.services import fields

            return self.do(lambda: fields.audience_changed(self.workspace, goal, audience, changed))

        self.app.push_screen(FormScreen("who is needed", _AUDIENCE, before, save))

    # ------------------------------------------------------------------ opportunities

    def opportunity_form(self, opportunity: Opportunity) -> None:
        """An opportunity; a new one where it has no id."""
        before = {
            key: str(getattr(opportunity, key) or "") if opportunity.id else "" for key, *_ in _OPPORTUNITY
        }
        if not opportunity.id:
            before["goal"] = opportunity.goal
        shown = _OPPORTUNITY if opportunity.id else tuple(f for f in _OPPORTUNITY if f.key != "status")

        def save(changed: Mapping[str, str]) -> str:
            from netui.services import fields

            return self.do(lambda: fields.opportunity_changed(self.workspace, opportunity, changed))

        title = f"opportunity with {self.workspace.name(opportunity.contact)}"
        self.app.push_screen(FormScreen(title, shown, before, save, start="" if opportunity.id else "kind"))


def contact_fields(head: Mapping[str, Any]) -> dict[str, str]:
    """A contact's values as the form shows them."""
    found: dict[str, str] = {}
    for field in _CONTACT:
        value: Any = head
        for key in field.key.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        if field.key == "birthday":
            dates = [d for d in head.get("date", []) if isinstance(d, dict) and d.get("what") == "birthday"]
            value = dates[0].get("on") if dates else None
        found[field.key] = _typed(value)
    return found


def entry_fields(entry: Entry) -> dict[str, str]:
    """An entry's values as the form shows them."""
    found = {field.key: _typed(getattr(entry, field.key)) for field in _ENTRY}
    return {**found, "on": entry.on.isoformat().replace("T", " ")[:16]}


def _typed(value: Any) -> str:
    """A value as one types it: items with commas between, of labelled ones the value."""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v.get("value", "")) if isinstance(v, dict) else str(v) for v in value)
    return "" if value is None else str(value)
