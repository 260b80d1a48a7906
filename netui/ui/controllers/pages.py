"""Opening the pages over the main screen: brief, review, insights, conflicts, search, help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.domain.model.dates import day_of
from netui.presentation.actions import GOALS, TIMELINE
from netui.presentation.pages.page_layout import CircleItem, DateItem, EntryItem, MeetingItem, PromiseItem
from netui.ui.controllers.host import chosen_people

if TYPE_CHECKING:
    from netui.services.search import Hit
    from netui.ui.controllers.host import MainHost


class PageController:
    """Opens pages about the network, or about what is under the cursor."""

    def __init__(self, host: MainHost):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {
            "brief": self.brief,
            "brief_beside": self.brief_beside,
            "review": lambda: self._host.pages.review(),
            "placement": lambda: self._host.pages.placement(),
            "conflicts": self.conflicts,
            "insights": lambda: self._host.pages.insights(),
            "settings": lambda: self._host.pages.settings(),
            "find": self.find,
            "help": self.help,
        }

    def brief(self) -> None:
        """The brief of all marked, of a meeting or circle under the cursor, or of the person."""
        host = self._host
        in_goals = host.pane() == GOALS
        match host.current_item():
            case MeetingItem(entry):
                host.pages.brief([entry.contact, *entry.with_], entry)
            case EntryItem(entry) if day_of(entry.on) > host.today:
                host.pages.brief([entry.contact, *entry.with_], entry)
            case DateItem(occasion) if in_goals:
                host.pages.brief([occasion.contact])
            case CircleItem(tag):
                circle = next((each for each in host.people.circles() if each.tag == tag), None)
                host.pages.brief([member.id for member in circle.members] if circle else [])
            case PromiseItem(promise) if in_goals:
                host.pages.brief([promise.contact])
            case _:
                if chosen := chosen_people(host):
                    host.pages.brief(chosen)

    def brief_beside(self) -> None:
        """Shows the brief of the person under the cursor beside their timeline, or no longer."""
        host = self._host
        if not host.toggle_brief():
            words = f"there is room for it from 160 columns on; {host.key('brief')} opens it"
            host.set_message(words)

    def conflicts(self) -> None:
        """Fields that were edited on two sides, beginning with the person's."""
        person = self._host.person()
        self._host.pages.conflicts(person.row.id if person else "")

    def find(self) -> None:
        """Finds words in all that was written, first those of a filter without people."""
        host = self._host

        def found(hit: Hit | None) -> None:
            if hit is None:
                return
            if not hit.contact:
                host.pages.goal(hit.id)
                return
            host.select(hit.contact)
            if hit.entry is not None:
                host.timeline_view.find_entry(hit.entry)
                host.show_pane(TIMELINE)
            elif hit.id:
                host.timeline_view.find_item(hit.id)
                host.show_pane(TIMELINE)
            elif hit.where:
                host.pages.details(hit.contact, (hit.where, hit.snippet))

        host.pages.search(found, "" if len(host.people_view.rows) else host.query_text)

    def help(self) -> None:
        """Help for the pane one is in."""
        self._host.pages.help(self._host.pane(), self._host.visible_actions())
