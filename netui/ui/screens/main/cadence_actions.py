"""Tending ties gone quiet: who was tried, thought of or let go, and the offer to catch up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netui import services
from netui.presentation.text import plain
from netui.ui.screens.shared.apply import Acting
from netui.ui.screens.shared.base import MainBase

if TYPE_CHECKING:
    from netui.services.reminders.notifications import Notification


class TendActions(Acting, MainBase):
    """One key each; none counts as contact, all stand in the timeline and can be undone."""

    def action_tried(self) -> None:
        """Notes that one tried to reach people."""
        chosen = self.chosen()
        if chosen:
            self.do(
                lambda: services.people_commands.reviewed(self.workspace, chosen, "attempt"),
                then=f"tried to reach {self._who(chosen)}: noted, the silence goes on",
            )

    def action_reviewed(self) -> None:
        """Notes that one thought of people without contacting them."""
        chosen = self.chosen()
        if chosen:
            self.do(
                lambda: services.people_commands.reviewed(self.workspace, chosen),
                then=f"thought of {self._who(chosen)}: noted, {self.key('snooze')} would let it rest",
            )

    def action_let_go(self) -> None:
        """Ends the telling of people's silence; the cursor stays for the next."""
        chosen = self.chosen()
        if chosen:
            again = f"until {self.key('rhythm')} sets a rhythm"
            with self.keep_cursor():
                self.do(
                    lambda: services.people_commands.let_go(self.workspace, chosen),
                    then=f"let {self._who(chosen)} go: not flagged again {again}",
                )

    # ------------------------------------------------------------------ catching up

    def action_catch_up(self) -> None:
        """Lists whom one probably met."""
        from netui.ui.screens.pages.catch_up import CatchingUpScreen

        self.app.push_screen(CatchingUpScreen())

    def remind_to_catch_up(self) -> None:
        """While nothing is logged for long, the line above the footer offers to catch up."""
        words = services.agenda.offer(self.workspace)
        if words:
            self.set_message(self._offered(words))

    def show_notification(self, notification: Notification) -> None:
        """One toast on what is new; none for what the line above the footer says already.

        While another program writes many files, each look at them may bring more: the toast gives way
        to the next.
        """
        words = self._offered(notification.catch_up) if notification.catch_up else notification.quiet
        if words in plain(self.prompt.message):
            return
        if self._has_told:
            self.netui.clear_notifications()
        self._has_told = True
        self.netui.tell(words)

    _has_told = False

    def _offered(self, words: str) -> str:
        return f"{words}   {self.key('catch_up')} lists whom you probably met"

    def _who(self, chosen: list[str]) -> str:
        return services.people_commands.people_words(self.workspace, chosen)
