"""The weekly review: one card at a time, one key for each decision."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from netui.presentation.actions import REVIEW
from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.pages.reminders.review import card_page, progress_line, summary_page
from netui.presentation.text import Line
from netui.services.people import commands as people_commands
from netui.services.people.contact_list import ListedContact
from netui.services.reminders.review import ReviewCard, ReviewSession, build_card
from netui.services.workspace import Done
from netui.ui.controllers.changes import HistoryController, apply_change
from netui.ui.controllers.host import chosen_people
from netui.ui.controllers.items.outcomes import OutcomeController
from netui.ui.controllers.items.promises import PromiseController
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.people.cadence import CadenceController
from netui.ui.controllers.people.reach_out import ReachController
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class ReviewScreen(PageScreen):
    """Those worth thinking of this week; it resumes where it was left."""

    NAME = REVIEW
    BINDINGS = screen_bindings(REVIEW)

    def __init__(self) -> None:
        super().__init__()
        self.round: ReviewSession
        self._card: ReviewCard | None = None
        self._act = ""
        self._led_on: list[bool] = []
        """For each change since the page was opened, whether it led on to the next person."""
        self._log = LogController(self)
        self._cadence = CadenceController(self)
        self._promises = PromiseController(self)
        self._outcomes = OutcomeController(self)
        self._history = HistoryController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs; those that settle a person note first as what."""
        return {
            **super().bind(),
            "log": lambda: self._settle("logged", self._log.log) if self._card is not None else None,
            "snooze": lambda: self._settle("snoozed", self._cadence.snooze),
            "rhythm": lambda: self._settle("rhythm set", self._cadence.rhythm),
            "promise": lambda: self._settle("", self._promises.promise),
            "looked_at": self.look_at,
            "release": self.release,
            **ReachController(self, self._log_line).bind(),
            "toggle_done": lambda: self._settle("", self._outcomes.toggle_done),
            "drop": lambda: self._settle("", self._outcomes.drop),
            "skip": self.skip,
            "previous": self.previous,
            "more": self.more,
            "undo": self.undo,
            "redo": lambda: self._settle("undo", self._history.redo),
        }

    def begin(self) -> None:
        """Starts a review session, or resumes the last one."""
        self.round = ReviewSession(self.workspace, self.people)
        super().begin()

    def read(self) -> None:
        """Reads the card of the current person."""
        self._card = None
        while self.round.current is not None and self._card is None:
            self._card = build_card(self.workspace, self.round.current)
            if self._card is None:
                self.round.record("skipped")

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays out the current card, or a summary at the end."""
        if self._card is not None:
            return card_page(self._card, context)
        done = self.round.summary()
        names = self.workspace.read.names_of({ident for _, who in done for ident in who})
        return summary_page(done, names, self.round.remaining, context)

    def heading(self) -> Line:
        """How far along."""
        return progress_line("Review", self.round.position, len(self.round.queue), self.glyphs)

    def facts(self) -> frozenset[str]:
        """Tells "more" at the end, where there are further people to review."""
        return frozenset({"more"} if self._card is None and self.round.remaining > 0 else ())

    def person(self) -> ListedContact | None:
        """The current person; None at the end."""
        return self.people.get(self._card.profile.row.id) if self._card else None

    # ------------------------------------------------------------------ acts

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Counts the change, and goes on to the next person where it settled this one."""
        act, self._act = self._act, ""
        if done is not None and act != "undo":
            self._led_on.append(bool(act))
            if act:
                self.round.record(act)
                self.view.cursor = 0
        super().apply_result(done, nothing=nothing)

    def _settle(self, act: str, run: Handler) -> None:
        """Runs an action; its change counts as ``act``, and unless that is "" leads on to the next person."""
        self._act = act
        run()

    def look_at(self) -> None:
        """Notes that one thought of the person, without contact."""
        chosen = chosen_people(self)
        if chosen:
            self._act = "looked at"
            apply_change(self, lambda: people_commands.mark_reviewed(self.workspace, chosen))

    def release(self) -> None:
        """Lets the person go: they are never flagged again."""
        chosen = chosen_people(self)
        if chosen:
            self._act = "let go"
            apply_change(self, lambda: people_commands.mute_contacts(self.workspace, chosen))

    def _log_line(self, initial: str) -> None:
        self._settle("logged", partial(self._log.log_line, initial))

    def skip(self) -> None:
        """Skips the current person."""
        if self._card is not None:
            self.round.record("skipped")
            self.view.cursor = 0
            self.set_message("")
            self.refill()

    def previous(self) -> None:
        """Goes back to the person before."""
        if self.round.go_back():
            self.refill()

    def more(self) -> None:
        """Starts with further people, once these are through."""
        if self._card is None and self.round.remaining:
            self.round.start_next()
            self.refill()

    def undo(self) -> None:
        """Takes back the last change; where that led on, goes back to the person it was about."""
        self._act = "undo"
        if self._led_on and self._led_on.pop():
            self.round.go_back(undone=True)
        self._history.undo()
