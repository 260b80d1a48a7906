"""The weekly review: one person at a time, one key for each act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from netui.presentation.actions import REVIEW
from netui.presentation.page_layout import PageLayout, PromiseItem, RenderContext
from netui.presentation.review import card_page, progress_line, summary_page
from netui.presentation.text import Line
from netui.services.people import commands as people_commands
from netui.services.people.contact_list import Person
from netui.services.people.reach_out import address, open_mail
from netui.services.reminders.review import ReviewCard, ReviewSession, card
from netui.services.timeline import commands as timeline_commands
from netui.services.workspace import Done
from netui.ui.screens.shared.page import PageScreen, page_bindings


class ReviewScreen(PageScreen):
    """Those worthwhile to think of this week; it goes on where it was left."""

    NAME = REVIEW
    BINDINGS = page_bindings(REVIEW)
    WORDS: ClassVar[Mapping[str, str]] = {"back": ""}

    def __init__(self) -> None:
        super().__init__()
        self.round: ReviewSession
        self._card: ReviewCard | None = None
        self._act = ""
        self._led_on: list[bool] = []
        """For each change of this sitting, whether it led on to the next person."""

    def on_mount(self) -> None:
        """Begins, or goes on."""
        self.round = ReviewSession(self.workspace, self.people)
        super().on_mount()

    def read(self) -> None:
        """The one who is on."""
        self._card = None
        while self.round.current is not None and self._card is None:
            self._card = card(self.workspace, self.round.current)
            if self._card is None:
                self.round.act("skipped")

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Her card, or what was done."""
        if self._card is not None:
            return card_page(self._card, context)
        done = self.round.summary()
        names = self.workspace.read.names_of({ident for _, who in done for ident in who})
        return summary_page(done, names, self.round.left, context)

    def heading(self) -> Line:
        """How far along."""
        return progress_line(self.round.at, len(self.round.queue), self.glyphs)

    def applies(self, action: str) -> bool:
        """At the end only going on, going back and undoing are left."""
        if action == "toggle_done":
            return self.current_item() is not None
        if action == "more":
            return self._card is None and self.round.left > 0
        always = ("undo", "redo", "previous", "back", "help", "down", "up", "top", "bottom")
        return self._card is not None or action in always

    def person(self) -> Person | None:
        """The one who is on."""
        return self.people.get(self._card.profile.row.id) if self._card else None

    # ------------------------------------------------------------------ acts

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """What was done is noted, and the next one is on."""
        act, self._act = self._act, ""
        if done is not None and act != "undo":
            self._led_on.append(bool(act))
            if act:
                self.round.act(act)
                self.view.cursor = 0
        super().apply_result(done, nothing=nothing)

    def action_log(self) -> None:
        """Logs what happened."""
        if self._card is not None:
            self._act = "logged"
            super().action_log()

    def action_snooze(self) -> None:
        """Leaves her alone until a day."""
        self._act = "snoozed"
        super().action_snooze()

    def action_rhythm(self) -> None:
        """Sets or relaxes the rhythm."""
        self._act = "rhythm set"
        super().action_rhythm()

    def action_looked_at(self) -> None:
        """Thought of, without contact."""
        self._act = "looked at"
        chosen = self.chosen()
        if chosen:
            self.do(lambda: people_commands.reviewed(self.workspace, chosen))

    def action_release(self) -> None:
        """Never flag her again."""
        self._act = "let go"
        chosen = self.chosen()
        if chosen:
            self.do(lambda: people_commands.let_go(self.workspace, chosen))

    def action_promise(self) -> None:
        """Notes a promise; she stays on."""
        self._act = ""
        super().action_promise()

    def action_toggle_done(self) -> None:
        """Ticks a promise; she stays on."""
        self._act = ""
        item = self.current_item()
        if isinstance(item, PromiseItem):
            self.do(lambda: timeline_commands.tick(self.workspace, item.promise))

    def action_message(self) -> None:
        """Opens a message to her, or copies the address; she stays on until something is logged."""
        if self._card is None:
            return
        name, value = address(self._card.profile.head)
        if not value:
            self.set_message("her file names no way to reach her; n logs, space goes on")
        elif name == "e-mail" and open_mail(value):
            self.set_message(f"a message to {value} is open in your mail program; n logs it once sent")
        else:
            self.app.copy_to_clipboard(value)
            self.set_message(f"copied {value}; n logs it once sent")

    def action_skip(self) -> None:
        """Not now."""
        if self._card is not None:
            self.round.act("skipped")
            self.view.cursor = 0
            self.set_message("")
            self.refill()

    def action_previous(self) -> None:
        """Back to the one before."""
        if self.round.back():
            self.refill()

    def action_more(self) -> None:
        """Another round, once this one is over."""
        if self._card is None and self.round.left:
            self.round.more()
            self.refill()

    def action_undo(self) -> None:
        """Takes back the last change; where that led on, she is on again."""
        self._act = "undo"
        if self._led_on and self._led_on.pop():
            self.round.back(undone=True)
        super().action_undo()

    def action_redo(self) -> None:
        """Does it again."""
        self._act = "undo"
        super().action_redo()
