"""Sort: new and imported people one at a time, each placed by one key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from netui.domain.cadence.placements import PLACEMENTS, Placement
from netui.presentation.actions import PLACEMENT
from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.pages.reconciliation.placement import placed_page, placement_page
from netui.presentation.pages.reminders.review import progress_line
from netui.presentation.text import Line
from netui.services.cadence.placement import place_contact, unplaced_contacts
from netui.services.people.contact_list import ListedContact
from netui.services.people.profile import Profile, build_profile
from netui.services.reminders.cadence_preview import preview_rhythm
from netui.services.workspace import Done
from netui.ui.controllers.changes import HistoryController, apply_change
from netui.ui.controllers.line.log import LogController
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class PlacementScreen(PageScreen):
    """The queue holds who is not placed yet, so that it goes on where it was left."""

    NAME = PLACEMENT
    BINDINGS = screen_bindings(PLACEMENT)

    def __init__(self, said: str = "") -> None:
        super().__init__()
        self._said = said
        """What the screen below says, until the first key."""
        self._queue: list[str] = []
        self._at = 0
        self._profile: Profile | None = None
        self._settled: list[int | None] = []
        """For each change since the page was opened the place in the queue that it settled, or None."""
        self._places: Placement | None = None
        self._history = HistoryController(self)
        self._log = LogController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            **{one.action: partial(self.place, one) for one in PLACEMENTS},
            "log": lambda: self._log.log() if self._profile is not None else None,
            "skip": lambda: self._go_to(self._at + 1),
            "previous": self.previous,
            "undo": self.undo,
        }

    def begin(self) -> None:
        """Finds who is to be placed."""
        self._queue = unplaced_contacts(self.workspace)
        super().begin()
        self.set_message(self._said)

    def read(self) -> None:
        """Reads the person whose turn it is; those gone meanwhile leave the queue."""
        self._profile = None
        while self._at < len(self._queue) and self._profile is None:
            self._profile = build_profile(self.workspace, self._queue[self._at])
            if self._profile is None:
                del self._queue[self._at]

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays out the person, with what each key would change: how it is now the head says."""
        if self._profile is None:
            count = sum(place is not None for place in self._settled)
            return placed_page(count, self.key("undo"))
        ident = self._profile.row.id
        now = preview_rhythm(self.workspace, [ident], "learn")  # none is set yet
        outcomes = [(one, preview_rhythm(self.workspace, [ident], one.setting)) for one in PLACEMENTS]
        choices = [(self.key(one.action), one.words, said if said != now else "") for one, said in outcomes]
        return placement_page(self._profile, choices, context)

    def heading(self) -> Line:
        """How far along."""
        return progress_line("Sort", self._at, len(self._queue), self.glyphs)

    def person(self) -> ListedContact | None:
        """The person whose turn it is; None at the end."""
        return self.people.get(self._profile.row.id) if self._profile else None

    # ------------------------------------------------------------------ acts

    def place(self, choice: Placement) -> None:
        """Places the person, and goes on to the next."""
        if self._profile is not None:
            ident, self._places = self._profile.row.id, choice
            name = self._profile.row.name
            apply_change(
                self,
                lambda: place_contact(self.workspace, ident, choice.setting),
                then=f"{name}: {choice.words}",
            )
            self._places = None

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Remembers what the change settled, and goes on where it settled the person."""
        if done is not None:
            self._settled.append(self._at if self._places else None)
            if self._places:
                self._at, self._places = self._at + 1, None
        super().apply_result(done, nothing=nothing)

    def previous(self) -> None:
        """Goes back by one, and takes back what was set there."""
        if self._settled and self._settled[-1] == self._at - 1:
            self.undo()
        else:
            self._go_to(self._at - 1)

    def undo(self) -> None:
        """Takes back the last change; where it placed somebody, goes back to them."""
        place = self._settled.pop() if self._settled else None
        before = len(self._settled)
        self._history.undo()
        del self._settled[before:]
        if place is not None:
            self._go_to(place, keep_words=True)

    def _go_to(self, place: int, *, keep_words: bool = False) -> None:
        if 0 <= place <= len(self._queue):
            self._at = place
            if not keep_words:
                self.set_message("")
            self.refill()
