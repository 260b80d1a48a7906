"""Catching up: plans that went by, what waits in the inbox, whom one probably met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from netui.presentation.actions import CATCH_UP
from netui.presentation.dates import long_day
from netui.presentation.pages.page_layout import ContactItem, PageLayout, RenderContext, WaitingItem
from netui.presentation.pages.reminders.catch_up import catch_up_page
from netui.presentation.text import Line
from netui.services.errors import Refused, StoreError
from netui.services.reminders.agenda import present_people
from netui.services.reminders.catch_up import CatchUp, build_catch_up, end_pause, say_not_met
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import chosen_people
from netui.ui.controllers.items.outcomes import OutcomeController
from netui.ui.controllers.line.completion import LineCompleter
from netui.ui.controllers.line.feedback import LineFeedback
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.line.questions import ask
from netui.ui.controllers.people.cadence import CadenceController
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings

if TYPE_CHECKING:
    from netui.services.inbox.parts import InboxItem


class CatchUpScreen(PageScreen):
    """One line, or two, for each thing to settle; what is settled leaves the page."""

    NAME = CATCH_UP
    BINDINGS = screen_bindings(CATCH_UP)

    def __init__(self) -> None:
        super().__init__()
        self._found: CatchUp | None = None
        self._names: Mapping[str, str] = {}
        cadence = CadenceController(self)
        self._cadence, self._outcomes = cadence, OutcomeController(self, cadence)
        self._log = LogController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            **self._log.bind(),
            **self._cadence.bind(),
            **self._outcomes.bind(),
            "met": self.log_line,
            "toggle_done": self.accept,
            "drop": self.drop,
            "mark": self.mark,
            "caught_up": self.close_pause,
            "later": self.put_off,
        }

    def begin(self) -> None:
        """Shows how to use the page."""
        super().begin()
        if self._found and (self._found.people or self._found.asked or self._found.inbox):
            log, missed, mark = map(self.key, ("met", "drop", "mark"))
            self.set_message(
                f"{log} logs, in words: coffee last tue: …   {missed} not met   {mark} marks several"
            )

    def read(self) -> None:
        """Reads what is not settled yet, of the days since the pause the page was opened with."""
        since = self._found.since if self._found else None
        found = self._found = build_catch_up(self.workspace, self.people, since)
        mentioned = {ident for entry in found.asked for ident in present_people(self.workspace, entry)}
        self._names = self.workspace.read.names_of(mentioned)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays out the sections, or says that nothing is left."""
        if self._found is None:
            return PageLayout([], [])
        done, log = self.key("caught_up"), self.key("log")
        nobody = f"Nobody else comes to mind; {log} logs whoever it was, {done} ends the pause."
        return catch_up_page(self._found, self.people, self._names, self.marked, nobody, context)

    def heading(self) -> Line:
        """Since when, and how many."""
        if self._found is None:
            return []
        count = len(self._found.people)
        people = "1 person" if count == 1 else f"{count} people"
        return [
            (" Catch up", "strong accent"),
            (f"  {people} you probably met since {long_day(self._found.since, self.today)}", "muted"),
        ]

    # ------------------------------------------------------------------ settling a line

    def log_line(self) -> None:
        """Logs a meeting with the person, or what waits in the inbox as the line says it by then."""
        match self.current_item():
            case ContactItem():
                self._log.log()
            case WaitingItem(item):
                self._correct(item)

    def _correct(self, item: InboxItem) -> None:
        from netui.services.inbox.settlement import correct_item
        from netui.services.timeline.capture import parse_line

        feedback = LineFeedback(
            self,
            lambda text, now: parse_line(self.workspace, text, now=item.part.when or now),
            LineCompleter(self),
        )

        def save(text: str) -> str:
            return apply_change(self, lambda: correct_item(self.workspace, item, text))

        line = item.part.text if "\n" in item.text else item.text
        ask(self, "log", save, kept=f"inbox {item.id}", feedback=feedback, initial=line)

    def accept(self) -> None:
        """Says that a plan happened; takes in what waits in the inbox as it was understood."""
        match self.current_item():
            case WaitingItem(item):
                from netui.services.inbox.settlement import accept_item

                apply_change(self, lambda: accept_item(self.workspace, item))
            case _:
                self._outcomes.toggle_done()

    def drop(self) -> None:
        """Says that a plan did not happen, or whoever was not met; drops what waits in the inbox."""
        match self.current_item():
            case WaitingItem(item):
                from netui.services.inbox.settlement import drop_item

                apply_change(self, lambda: drop_item(self.workspace, item))
                return
        if not isinstance(self.current_item(), ContactItem):
            self._outcomes.drop()
            return
        chosen = chosen_people(self)
        if not apply_change(self, lambda: say_not_met(self.workspace, chosen)):
            self.marked.clear()
            self.draw()

    def mark(self) -> None:
        """Marks the person under the cursor, or takes the mark away, and moves on."""
        item = self.current_item()
        if not isinstance(item, ContactItem):
            return
        if item.id in self.marked:
            del self.marked[item.id]
        else:
            self.marked[item.id] = None
        self.draw()
        self.view.move_to(self.view.cursor + 1)

    def back(self) -> None:
        """Clears the marks; without any, goes back to where one came from."""
        if self.marked:
            self.marked.clear()
            self.draw()
        else:
            super().back()

    # ------------------------------------------------------------------ ending the pause

    def close_pause(self) -> None:
        """Ends the pause; who fell silent meanwhile is told from now on."""
        self._end(None, "caught up")

    def put_off(self) -> None:
        """Asks until when to put it off; the pause ends meanwhile."""
        from netui.services.people.commands import parse_wake_day

        def preview(text: str) -> str:
            try:
                day = parse_wake_day(self.workspace, text)
            except Refused as error:
                return str(error)
            return f"offered again on {long_day(day, self.today)}" if day else ""

        def save(text: str) -> str:
            try:
                day = parse_wake_day(self.workspace, text)
            except Refused as error:
                return str(error)
            if day is None:
                return "a day: tomorrow, mon, in 1 week"
            self._end(day, f"put off until {long_day(day, self.today)}")
            return ""

        ask(self, "catch up again", save, kept="later", hint="tomorrow, mon, in 1 week", preview=preview)

    def _end(self, again_on: date | None, said: str) -> None:
        """Ends the pause and leaves the page."""
        try:
            done = end_pause(self.workspace, again_on)
        except StoreError as error:
            self.set_message(str(error), wrong=True)
            return
        main = self._main
        main.apply_result(done)
        self.dismiss()
        main.set_message(f"{said}: whoever is quiet is named again")
