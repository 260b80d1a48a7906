"""Changing what is there: people, entries, promises, goals; always undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from netui import services
from netui.presentation.dates import long_day
from netui.presentation.page_layout import (
    DateItem,
    EntryItem,
    GoalItem,
    MeetingItem,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
)
from netui.presentation.text import clean
from netui.services.errors import Refused
from netui.services.workspace import Done
from netui.ui.screens.shared.apply import Acting
from netui.ui.screens.shared.base import MainBase
from netui.ui.screens.shared.forms import FormActions

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.domain.model.entry import Opportunity


class PersonActions(Acting):
    """What is done to the people chosen, wherever they are looked at."""

    goal_in_view = ""
    """The goal that a new promise or opportunity is for, unless said otherwise."""

    # ------------------------------------------------------------------ people

    def action_tags(self) -> None:
        """Adds and removes tags."""
        chosen = self.chosen()
        if not chosen:
            return
        in_use = self.workspace.read.words_in_use()["tags"]

        def save(text: str) -> str:
            words = text.replace(",", " ").split()
            add = [w.lstrip("+").lstrip("#") for w in words if not w.startswith("-")]
            remove = [w[1:].lstrip("#") for w in words if w.startswith("-")]
            added, removed = [word for word in add if word], [word for word in remove if word]
            return self.do(lambda: services.people_commands.tag(self.workspace, chosen, added, removed))

        self.ask(
            f"tags of {self._whom(chosen)}",
            save,
            kept="tags",
            hint="london maths -paris   tab completes",
            choices=in_use,
        )

    def action_snooze(self) -> None:
        """Leaves people alone until a day."""
        chosen = self.chosen()
        if not chosen:
            return

        def preview(text: str) -> str:
            try:
                day = services.people_commands.wake_day(self.workspace, text)
            except Refused as error:
                return str(error)
            return f"until {long_day(day, self.today)}" if day else "awake again"

        def save(text: str) -> str:
            try:
                day = services.people_commands.wake_day(self.workspace, text)
            except Refused as error:
                return str(error)
            whom = self._whom(chosen)
            then = f"snoozed {whom} until {long_day(day, self.today)}" if day else f"woke {whom}"
            with self.keep_cursor():
                return self.do(
                    lambda: services.people_commands.snooze(self.workspace, chosen, day), then=then
                )

        self.ask(
            f"snooze {self._whom(chosen)}",
            save,
            kept="snooze",
            hint="1w, 2w, 1m, next month, 12 jan; off wakes",
            preview=preview,
        )

    def action_rhythm(self) -> None:
        """Sets or relaxes how often to be in touch."""
        chosen = self.chosen()
        if not chosen:
            return
        hint = "3w sets it   learn   ambient: seen anyway   off"
        if len(chosen) == 1:
            hint = f"now: {services.cadence_preview.rhythm_now(self.workspace, chosen[0])}   {hint}"

        def preview(text: str) -> str:
            try:
                return services.cadence_preview.outlook(self.workspace, chosen, text)
            except Refused:
                return hint

        def save(text: str) -> str:
            with self.keep_cursor():
                return self.do(lambda: services.people_commands.rhythm(self.workspace, chosen, text))

        choices = ("learn", "ambient", "off")
        sign = f"rhythm of {self._whom(chosen)}"
        self.ask(sign, save, kept="rhythm", hint=hint, preview=preview, choices=choices)

    def action_archive(self) -> None:
        """Takes people out of the list, or back in."""
        chosen = self.chosen()
        if not chosen:
            return
        away = [ident for ident in chosen if (row := self.people.get(ident)) and row.row.archived]
        self.do(
            lambda: services.people_commands.archive(self.workspace, chosen, archived=len(away) < len(chosen))
        )

    def _whom(self, chosen: Sequence[str]) -> str:
        return clean(self.workspace.name(chosen[0])) if len(chosen) == 1 else f"{len(chosen)} people"

    # ------------------------------------------------------------------ promises

    def action_promise(self) -> None:
        """Notes a promise."""
        chosen = self.chosen()[:1]
        if not chosen:
            return

        def save(text: str) -> str:
            by = "them" if text.startswith("<") else "me"
            return self.do(
                lambda: services.timeline_commands.promise_from_line(
                    self.workspace, chosen[0], text.lstrip("<> "), by, self.goal_in_view
                )
            )

        hint = "send the deck by fri   begin with < for what they promise"
        self.ask(f"promise to {self._whom(chosen)}", save, kept="promise", hint=hint)


class OpportunityActions(FormActions, PersonActions):
    """What is done to opportunities, wherever they are looked at."""

    def action_opportunity(self) -> None:
        """Notes an opportunity."""
        chosen = self.chosen()[:1]
        if not chosen:
            self.set_message("move to a person first: an opportunity is kept with someone")
            return
        from netui.domain.model.entry import Opportunity

        self.opportunity_form(Opportunity(id="", kind="", text="", contact=chosen[0], goal=self.goal_in_view))

    def action_won(self) -> None:
        """Marks it won, or open again."""
        self._decide("won")

    def action_lost(self) -> None:
        """Marks it lost, or open again."""
        self._decide("lost")

    def _decide(self, status: str) -> None:
        item = self.current_item()
        if not isinstance(item, OpportunityItem):
            self.set_message("move to an opportunity first")
            return
        from netui.services.timeline.opportunities import set_status

        self.do(lambda: set_status(self.workspace, item.opportunity, status))

    def delete_opportunity(self, opportunity: Opportunity) -> None:
        """Takes it out, after a question."""
        from netui.services.timeline.opportunities import remove_opportunity

        self.confirm(
            f"delete the opportunity: {opportunity.text}?",
            lambda: self._done(lambda: remove_opportunity(self.workspace, opportunity)),
        )

    def _done(self, make: Callable[[], Batch]) -> None:
        self.do(make)


class ChangeActions(OpportunityActions, MainBase):
    """Actions that change what the cursor of the main screen stands on."""

    def reveal_changes(self, done: Done) -> None:
        """Goes to the person that was changed, where she is not in view."""
        contacts = [file.stem for file in done.files if file.folder == "contacts"]
        person = self.person()
        if self.appeared:
            self.select(self.appeared[0])
        elif contacts and (person is None or person.row.id not in contacts):
            self.select(contacts[0])

    def action_mark(self) -> None:
        """Marks the one under the cursor, and moves on."""
        person = self.person()
        if person is None:
            return
        ident = person.row.id
        if ident in self.marked:
            del self.marked[ident]
        else:
            self.marked[ident] = None
        self.people_view.move_by(1)
        self.people_view.refresh_selectable(self.people_view.cursor - 1)
        self.draw_headings()

    def action_toggle_done(self) -> None:
        """Ticks what the cursor stands on, or takes the tick back."""
        match self.current_item():
            case PromiseItem(promise):
                commands = services.timeline_commands
                tick = commands.untick if promise.done else commands.tick
                self.do(lambda: tick(self.workspace, promise))
            case MilestoneItem(goal, milestone):
                from netui.services.goals.commands import tick_milestone

                self.do(lambda: tick_milestone(self.workspace, goal, milestone))
            case DateItem(occasion):
                self.do(
                    lambda: services.timeline_commands.note_occasion(
                        self.workspace, occasion.contact, occasion.what
                    )
                )

    def action_goal_down(self) -> None:
        """Moves the goal under the cursor behind the next one."""
        self._move_goal(1)

    def action_goal_up(self) -> None:
        """Moves it before the one above."""
        self._move_goal(-1)

    def _move_goal(self, steps: int) -> None:
        item = self.current_item()
        if not isinstance(item, GoalItem):
            self.set_message("move to a goal first")
            return
        from netui.services.goals.commands import move_goal

        goal = item.progress.goal
        try:
            batch = move_goal(self.workspace, goal.id, steps)
        except Refused as error:
            self.set_message(str(error), wrong=True)
            return
        if batch.changes:
            self.do(lambda: batch)
        else:
            self.set_message(f"{goal.title} is {'the first' if steps < 0 else 'the last'} already")

    # ------------------------------------------------------------------ deleting

    def action_delete(self) -> None:
        """Deletes what is under the cursor, after a question."""
        if self.view_is_people():
            self._delete_people()
            return
        commands = services.timeline_commands
        match self.current_item():
            case EntryItem(entry):
                words = commands.entry_words(self.workspace, entry)
                self.confirm(
                    f"delete {words}?",
                    lambda: self._done(lambda: commands.remove_entry(self.workspace, entry)),
                )
            case PromiseItem(promise):
                self.confirm(
                    f"delete the promise: {promise.text}?",
                    lambda: self._done(lambda: commands.remove_promise(self.workspace, promise)),
                )
            case OpportunityItem(opportunity):
                self.delete_opportunity(opportunity)
            case GoalItem(progress):
                from netui.services.goals.commands import remove_goal

                goal = progress.goal
                self.confirm(
                    f"delete the goal {goal.title}?",
                    lambda: self._done(lambda: remove_goal(self.workspace, goal.id)),
                )

    def _delete_people(self) -> None:
        chosen = self.chosen()
        if chosen:
            what = self._whom(chosen)
            logged = sum(len(self.workspace.read.timeline(ident)) for ident in chosen)
            also = f" with {logged} {'entry' if logged == 1 else 'entries'}" if logged else ""
            self.confirm(
                f"delete {what}{also}?",
                lambda: self._done(lambda: services.people_commands.remove(self.workspace, chosen)),
            )

    # ------------------------------------------------------------------ copying, palette, help

    def action_copy(self) -> None:
        """Copies what is under the cursor through the terminal."""
        if self.view_is_people():
            person = self.person()
            if person is None:
                return
            head = self.workspace.read.head(person.row.id)
            values = [("name", person.row.name)]
            for key in ("emails", "phones", "links"):
                for value in head.get(key, []):
                    text = value if isinstance(value, str) else str(value.get("value", ""))
                    values.append((key.rstrip("s"), text))
            if len(values) == 1:
                self._copy(values[0][1])
                return
            choices = [(text, text, kind) for kind, text in values]
            self.choose("copy", choices, lambda text: self._copy(text) if text else None)
            return
        match self.current_item():
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

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(clean(text))
        self.set_message(f"copied {clean(text)[:60]}")
