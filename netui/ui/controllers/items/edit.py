"""Editing what the cursor of the main screen stands on: add, open, edit, delete, copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.actions import GOALS, PEOPLE, TIMELINE
from netui.presentation.pages.page_layout import (
    CatchUpItem,
    CircleItem,
    ContactItem,
    DateItem,
    EntryItem,
    GoalItem,
    MeetingItem,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
)
from netui.presentation.text import clean
from netui.ui.controllers.host import tell_unreadable_goal
from netui.ui.controllers.items.details import delete_occasion, edit_occasion
from netui.ui.controllers.items.entries import delete_entry, entry_form
from netui.ui.controllers.items.goals import delete_goal, delete_milestone, goal_form, milestone_form
from netui.ui.controllers.items.opportunities import delete_opportunity, opportunity_form
from netui.ui.controllers.items.promises import delete_promise, promise_form
from netui.ui.controllers.people.circles import confirm_removal
from netui.ui.controllers.people.people import add_person, contact_form, delete_people

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost
    from netui.ui.controllers.line.log import LogController


class EditController:
    """Acts by the pane that has the keys, and by what is under its cursor."""

    def __init__(self, host: MainHost, log: LogController):
        self._host = host
        self._log = log

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {
            "add": self.add,
            "open": self.open,
            "edit": self.edit,
            "delete": self.delete,
            "copy": self.copy,
        }

    def add(self) -> None:
        """Adds what the pane is about."""
        pane = self._host.pane()
        if pane == TIMELINE:
            self._log.log()
        elif pane == GOALS:
            goal_form(self._host, None)
        else:
            add_person(self._host)

    def open(self) -> None:
        """Goes into what is under the cursor."""
        host = self._host
        if host.pane() != PEOPLE or host.current_item() is not None:
            self._open_item()
        elif host.person() is not None:
            host.show_pane(TIMELINE)
        else:
            host.set_message(f"there is nobody here to open; {host.key('add')} adds someone")

    def edit(self) -> None:
        """Edits what is under the cursor; an entry as the line that says it, where one does."""
        host = self._host
        if host.pane() == PEOPLE:
            host.sync_timeline()
            contact_form(host)
            return
        match host.current_item():
            case GoalItem(progress):
                if not tell_unreadable_goal(host, progress):
                    goal_form(host, progress.goal)
            case MilestoneItem(goal, milestone):
                milestone_form(host, goal, milestone)
            case EntryItem(entry) if self._log.edit_line(entry):
                return
            case DateItem(occasion):
                edit_occasion(host, occasion)
            case _:
                self._open_item()

    def _open_item(self) -> None:
        """Opens the item under the cursor of the timeline or of the goals."""
        host = self._host
        match host.current_item():
            case None if host.pane() == TIMELINE:
                host.sync_timeline()
                contact_form(host)
            case EntryItem(entry):
                entry_form(host, entry)
            case PromiseItem(promise):
                promise_form(host, promise)
            case OpportunityItem(opportunity):
                opportunity_form(host, opportunity)
            case GoalItem(progress):
                if not tell_unreadable_goal(host, progress):
                    host.pages.goal(progress.goal.id)
            case MilestoneItem(goal):
                host.pages.goal(goal.id)
            case CatchUpItem():
                host.pages.catch_up()
            case MeetingItem(entry):
                host.pages.brief([entry.contact, *entry.with_], entry)
            case CircleItem(tag):
                host.pages.circle(tag)
            case ContactItem(ident):
                self._go_to(ident)
            case DateItem(occasion):
                self._go_to(occasion.contact)
            case _:
                host.set_message(f"there is nothing here to open; {host.key('add')} adds a goal")

    def _go_to(self, ident: str) -> None:
        self._host.select(ident)
        self._host.show_pane(TIMELINE)

    def delete(self) -> None:
        """Deletes what is under the cursor, after a question."""
        host = self._host
        match host.current_item():
            case CircleItem(tag):
                confirm_removal(host, tag)
            case _ if host.pane() == PEOPLE:
                delete_people(host)
            case EntryItem(entry) | MeetingItem(entry):
                delete_entry(host, entry)
            case PromiseItem(promise):
                delete_promise(host, promise)
            case OpportunityItem(opportunity):
                delete_opportunity(host, opportunity)
            case GoalItem(progress):
                delete_goal(host, progress.goal)
            case MilestoneItem(goal, milestone):
                delete_milestone(host, goal, milestone)
            case DateItem(occasion):
                delete_occasion(host, occasion)
            case _:
                self._say_what("delete", "deletes an entry, a promise, an opportunity, a milestone or a goal")

    def _say_what(self, action: str, does: str) -> None:
        """Says what an action is for, where the cursor stands on nothing of that kind."""
        self._host.set_message(f"{self._host.key(action)} {does}: move to one first")

    # ------------------------------------------------------------------ copying

    def copy(self) -> None:
        """Copies what is under the cursor; of a person their name or an address."""
        host = self._host
        match host.current_item():
            case CircleItem(tag):
                self._copy(f"#{tag}")
            case _ if host.pane() == PEOPLE:
                self._copy_person()
            case EntryItem(entry) | MeetingItem(entry):
                self._copy(entry.text)
            case PromiseItem(promise):
                self._copy(promise.text)
            case OpportunityItem(opportunity):
                self._copy(opportunity.text)
            case DateItem(occasion):
                self._copy(occasion.what)
            case GoalItem(progress):
                self._copy(progress.goal.title)
            case MilestoneItem(_, milestone):
                self._copy(milestone.text)
            case ContactItem(ident):
                self._copy(host.workspace.name(ident))
            case _:
                self._say_what("copy", "copies the text of an entry, a promise or a goal")

    def _copy_person(self) -> None:
        host = self._host
        person = host.person()
        if person is None:
            return
        head = host.workspace.read.head(person.row.id)
        values = [("name", person.row.name)]
        for key in ("emails", "phones", "links"):
            for value in head.get(key, []):
                text = value if isinstance(value, str) else str(value.get("value", ""))
                values.append((key.rstrip("s"), text))
        if len(values) == 1:
            self._copy(values[0][1])
            return
        choices = [(text, text, kind) for kind, text in values]
        host.choose("copy", choices, lambda text: self._copy(text) if text else None)

    def _copy(self, text: str) -> None:
        self._host.copy_text(clean(text))
        self._host.set_message(f"copied {clean(text)[:60]}")
