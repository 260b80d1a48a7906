"""Catching up after a logging break: the page of it, the reminder, and notifications."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.text import plain

if TYPE_CHECKING:
    from netui.services.reminders.notifications import Notification
    from netui.ui.controllers.host import MainHost


class CatchUpController:
    """Offers to catch up, and tells who has gone quiet while one was away."""

    def __init__(self, host: MainHost):
        self._host = host
        self._reminded = ""
        """The words that the line above the footer reminded with."""

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"catch_up": lambda: self._host.pages.catch_up()}

    def remind(self) -> None:
        """Offers to catch up in the line above the footer, while nothing has been logged for long."""
        from netui.services.reminders import agenda

        words = agenda.catch_up_offer(self._host.workspace)
        if words:
            self._reminded = self._offered(words)
            self._host.set_message(self._reminded)

    def show_notification(self, notification: Notification) -> None:
        """Says once what is new; nothing that the line above the footer says, or has reminded with, already.

        While another program writes many files, each look at them may bring more: what was said gives way
        to the next.
        """
        words = self._offered(notification.catch_up) if notification.catch_up else notification.quiet
        if words != self._reminded and words not in plain(self._host.prompt.message):
            self._host.show_news(words)

    def _offered(self, words: str) -> str:
        return f"{words}   {self._host.key('catch_up')} lists whom you probably met"
