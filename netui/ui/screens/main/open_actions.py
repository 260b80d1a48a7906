"""Adding, and opening or editing in full what the cursor stands on, or its file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netui import services
from netui.presentation.page_layout import (
    CatchUpItem,
    ContactItem,
    DateItem,
    EntryItem,
    GoalItem,
    MeetingItem,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
)
from netui.services.errors import Refused, StoreError
from netui.ui.screens.main.edit_actions import ChangeActions

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.domain.model.entry import Entry


class EditActions(ChangeActions):
    """Actions that open something in full."""

    def action_add(self) -> None:
        """Adds what the pane is about."""
        pane = self.pane()
        if pane == "timeline":
            self.log_line("")
        elif pane == "goals":
            self.goal_form(None)
        else:
            self.add_person()

    def add_person(self) -> None:
        """A new contact by name, straight from the line."""

        def save(text: str) -> str:
            made: list[str] = []

            def make() -> Batch:
                ident, batch = services.people_commands.add_contact(self.workspace, text)
                made.append(ident)
                return batch

            wrong = self.do(make)
            if not wrong:
                self.select(made[0])
                edit, log, undo = map(self.key, ("edit", "log", "undo"))
                self.set_message(f"added {text}   {edit} fills in more, {log} logs, {undo} takes it back")
            return wrong

        def preview(text: str) -> str:
            alike = [named.name for named in self.workspace.read.find(text)][:3] if len(text) > 2 else []
            return f"there is {', '.join(alike)} already; enter adds another" if alike else "enter adds"

        self.ask("add person", save, kept="person", hint="her name, as you say it", preview=preview)

    def action_edit(self) -> None:
        """Edits what is under the cursor."""
        if self.view_is_people():
            self.sync_timeline()
            self.contact_form()
            return
        match self.current_item():
            case GoalItem(progress):
                self.goal_form(progress)
            case MilestoneItem(goal, milestone):
                self.milestone_form(goal, milestone)
            case EntryItem(entry) if self.edit_line(entry):
                return
            case _:
                self.open_item()

    def open_goal(self, ident: str) -> None:
        """A goal on a page of its own."""
        from netui.ui.screens.pages.goal import GoalScreen

        self.app.push_screen(GoalScreen(ident))

    def open_item(self) -> None:
        """Opens the item under the cursor of the timeline or of the goals."""
        match self.current_item():
            case None if self.pane() == "timeline":
                self.sync_timeline()
                self.contact_form()
            case EntryItem(entry):
                self.entry_form(entry)
            case PromiseItem(promise):
                self.promise_form(promise)
            case OpportunityItem(opportunity):
                self.opportunity_form(opportunity)
            case GoalItem(progress):
                self.open_goal(progress.goal.id)
            case MilestoneItem(goal):
                self.open_goal(goal)
            case ContactItem(ident):
                self.select(ident)
                self.show_pane(1)
            case CatchUpItem():
                self.action_catch_up()
            case MeetingItem(entry):
                self.brief_meeting(entry)
            case DateItem(occasion):
                self.select(occasion.contact)
                self.show_pane(1)

    # ------------------------------------------------------------------ the file itself

    def action_edit_file(self) -> None:
        """Opens the file in the user's editor, at the broken line where there is one."""
        from netui.services.timeline.external_editor import edit_file

        file = self.file_under_cursor()
        if file is None:
            return
        told: list[str] = []

        def again(problem: str) -> bool:
            """Back to the editor for each problem, but not twice for the same one."""
            told.append(problem)
            return told.count(problem) == 1

        try:
            done = edit_file(self.workspace, file, run=self.netui.run_outside, again=again)
        except (Refused, StoreError) as problem:
            self.set_message(str(problem), wrong=True)
            return
        if done is None:
            self.set_message("nothing was changed")
        else:
            self.say_done(done.label, done)

    # ------------------------------------------------------------------ to be defined above

    def pane(self) -> str:
        """The pane that has the keys."""
        raise NotImplementedError

    def log_line(self, initial: str) -> None:
        """Opens the line to log in."""
        raise NotImplementedError

    def edit_line(self, entry: Entry) -> bool:
        """Offers an entry as a line; False where no line says it."""
        raise NotImplementedError

    def action_catch_up(self) -> None:
        """Lists whom one probably met."""
        raise NotImplementedError

    def file_under_cursor(self) -> Any:
        """The file of what is under the cursor."""
        raise NotImplementedError
