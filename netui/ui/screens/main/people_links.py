"""Going from person to person along what links them, and back; the brief; asking who knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.presentation.actions import shown_key
from netui.presentation.page_layout import (
    DateItem,
    EntryItem,
    Item,
    MeetingItem,
    OpportunityItem,
    PromiseItem,
)
from netui.ui.screens.main.layout import FrameActions

_MOST_VISITED = 100
Way = Sequence[Callable[[], object]]
"""What opens again the pages one came from, the lowest first."""


class Place(NamedTuple):
    """Where one came from: the person ("" for nobody), and the pages that stood before her."""

    person: str
    way: Way = ()


class VisitActions(FrameActions):
    """Actions that lead to other people."""

    def __init__(self) -> None:
        super().__init__()
        self._visited: list[Place] = []

    def visit(self, ident: str, entry: str = "", *, way: Way = (), way_name: str = "") -> None:
        """Goes to a person, and on to an entry of hers; :meth:`action_return` leads back here.

        ``way`` opens again the pages one came from, ``way_name`` says what they are.
        """
        if self.people.get(ident) is None:
            self.set_message("she is in the trash by now; u brings her back")
            return
        before = self.person()
        here = before.row.id if before else ""
        if way or (here and here != ident):
            self._visited = [*self._visited[1 - _MOST_VISITED :], Place(here, way)]
        self._stand_at(ident)
        if way:
            self.set_message(f"{shown_key(self.netui.keys['return'].split(',')[0])} leads back to {way_name}")
        if entry:
            self.timeline_view.find_entry(entry)
            self.show_pane(1)

    def _stand_at(self, ident: str) -> None:
        self.select(ident)
        now = self.person()
        if now is None or now.row.id != ident:
            self.filter_by("is:archived")
            self.select(ident)

    def action_follow(self) -> None:
        """Goes to someone who is linked to what is under the cursor."""
        self.sync_timeline()
        choices = list(self._linked())
        if len(choices) == 1:
            self.visit(choices[0][0])
        elif choices:
            self.choose("go to whom?", choices, lambda who: self.visit(who) if who else None)
        else:
            self.set_message("nobody is linked here; @ names in an entry, and met through, link people")

    def action_return(self) -> None:
        """Back to the person one came from, and to the page where one did."""
        while self._visited:
            ident, way = self._visited.pop()
            there = self.people.get(ident) is not None
            if there:
                self._stand_at(ident)
            for opening in way:
                opening()
            if there or way:
                self.set_message("")
                return
        self.set_message("this is where you began")

    def _linked(self) -> Iterable[tuple[str, str, str]]:
        """The people of the entry, promise or date under the cursor, else all the person is linked to."""
        item = self.current_item()
        person = self.person()
        here = person.row.id if person else ""
        if item is not None and self.pane() != "people":
            ids = _people_of(item, here)
            found = [(i, name, "") for i, name in zip(ids, self.workspace.names(ids), strict=True)]
            found = [choice for choice in found if self.people.get(choice[0]) is not None]
            if found:
                return found
        if self.profile is None or self.pane() == "goals":
            return []
        return [(link.id, link.name, "; ".join(link.words)) for link in self.profile.links if link.id]

    # ------------------------------------------------------------------ before a meeting

    def action_brief(self) -> None:
        """The brief of all marked, of those at the meeting under the cursor, or of the person."""
        in_goals = self.pane() == "goals"
        match self.current_item() if self.pane() != "people" else None:
            case MeetingItem(entry):
                self.brief_meeting(entry)
            case EntryItem(entry) if day_of(entry.on) > self.today:
                self.brief_meeting(entry)
            case DateItem(occasion) if in_goals:
                self._brief([occasion.contact])
            case PromiseItem(promise) if in_goals:
                self._brief([promise.contact])
            case _:
                if chosen := self.chosen():
                    self._brief(chosen)

    def brief_meeting(self, entry: Entry) -> None:
        """The brief of everyone at a planned meeting."""
        self._brief([entry.contact, *entry.with_], entry)

    def _brief(self, ids: list[str], occasion: Entry | None = None) -> None:
        from netui.ui.screens.pages.brief import BriefScreen

        self.app.push_screen(BriefScreen(ids, occasion))

    def action_ask(self) -> None:
        """Asks who knows or seeks something."""
        self._ask_about("")

    def _ask_about(self, topic: str) -> None:
        from netui.ui.screens.pages.expertise import AskScreen

        def found(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                who, topic = answer
                self.visit(who, way=[partial(self._ask_about, topic)], way_name=f"who knows {topic}")

        self.app.push_screen(AskScreen(topic), found)


def _people_of(item: Item, here: str) -> list[str]:
    """The contacts an item is about, without ``here``."""
    ids: list[str] = []
    match item:
        case EntryItem(entry) | MeetingItem(entry):
            ids = [entry.contact, *entry.with_]
        case OpportunityItem(opportunity):
            ids = [opportunity.via]
        case DateItem(occasion):
            ids = [occasion.contact]
        case PromiseItem(promise):
            ids = [promise.contact]
    return [ident for ident in dict.fromkeys(ids) if ident and ident != here]
