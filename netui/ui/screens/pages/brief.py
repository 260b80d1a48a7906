"""The page before a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netui.domain.model.entry import Entry
from netui.presentation.actions import BRIEF
from netui.presentation.pages.brief import brief_page
from netui.presentation.pages.brief_markdown import brief_markdown
from netui.presentation.pages.page_layout import (
    ContactItem,
    EntryItem,
    LinkItem,
    PageLayout,
    RenderContext,
)
from netui.presentation.text import Line, clean
from netui.services.insights.brief import MeetingBrief, build_meeting_brief
from netui.services.people.contact_list import ListedContact
from netui.ui.controllers.items.outcomes import OutcomeController
from netui.ui.controllers.items.promises import PromiseController
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.people.reach_out import ReachController
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class BriefScreen(PageScreen):
    """One person, or all who will be there: what was said, what is open, how to begin."""

    NAME = BRIEF
    BINDINGS = screen_bindings(BRIEF)

    def __init__(self, ids: Sequence[str], occasion: Entry | None = None):
        super().__init__()
        self._ids = list(ids)
        self._occasion = occasion
        self.gathering = MeetingBrief(())
        self._log = LogController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            **PromiseController(self).bind(),
            **ReachController(self, self._log.log_line).bind(),
            **OutcomeController(self).bind(),
            "log": self.log_for_all,
            "open": self.open,
        }

    def again(self) -> BriefScreen:
        """The same brief."""
        return BriefScreen(self._ids, self._occasion)

    def read(self) -> None:
        """Everyone as they are now."""
        self.gathering = build_meeting_brief(self.workspace, self._ids, self._occasion)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The page."""
        return brief_page(self.gathering, context)

    def heading(self) -> Line:
        """Before meeting whom."""
        names = [clean(each.row.name) for each in self.gathering.people]
        return [(" Before you meet", "strong accent"), (f"  {', '.join(names)}", "faint")]

    def person(self) -> ListedContact | None:
        """The one whose part the cursor is in."""
        found = ""
        for at, selectable in enumerate(self.view.page.selectables):
            item = selectable.item
            if isinstance(item, ContactItem) and (at <= self.view.cursor or not found):
                found = item.id
        return self.people.get(found or (self._ids[0] if self._ids else ""))

    def log_for_all(self) -> None:
        """Logs for everyone who was there."""
        self.marked = dict.fromkeys(each.row.id for each in self.gathering.people)
        self._log.log()
        self.marked = {}

    def open(self) -> None:
        """Goes to the person, or to what was said."""
        if not self.gathering.people:
            return
        match self.current_item():
            case EntryItem(entry):
                self.leave_for(entry.contact, entry.id)
            case ContactItem(ident):
                self.leave_for(ident)
            case LinkItem(link):
                self.leave_for(link.id)
            case _:
                person = self.person()
                self.leave_for(person.row.id if person else self._ids[0])

    def copy(self) -> None:
        """Copies the page as Markdown, without what is private."""
        self.copy_text(brief_markdown(self.gathering, self.today))
        self.set_message("copied as Markdown, without what is private")
