"""A list of some people, or entries, with a word on each: the drill-down of other pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netui.presentation.actions import CONTACT_LIST
from netui.presentation.contact_row import Listed, age_words
from netui.presentation.dates import short_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.pages.page_builder import pluralize
from netui.presentation.pages.page_layout import ContactItem, PageLayout, RenderContext, Selectable
from netui.presentation.text import Line, clean, cut_line, fit, wrap
from netui.services.people.contact_list import ListedContact
from netui.ui.controllers.items.opportunities import OpportunityController
from netui.ui.controllers.items.promises import PromiseController
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.people.cadence import CadenceController
from netui.ui.controllers.people.reach_out import ReachController
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings

_NAME = 26
_WORDS = _NAME + 13
"""The column of the words, after state, name and silence."""
_NARROWEST = 4
"""Into so many cells words are broken even where there are fewer."""
_DAY = 10


class ContactListScreen(PageScreen):
    """A list of people or of entries; enter goes to one."""

    NAME = CONTACT_LIST
    BINDINGS = screen_bindings(CONTACT_LIST)

    def __init__(self, heading: str, rows: Sequence[Listed]):
        super().__init__()
        self._what = heading
        self._rows = rows

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        log = LogController(self)
        return {
            **super().bind(),
            **log.bind(),
            **ReachController(self, log.log_line).bind(),
            **CadenceController(self).bind(),
            **PromiseController(self).bind(),
            **OpportunityController(self).bind(),
            "open": self.open,
        }

    def called(self) -> str:
        """By its heading."""
        return self._what

    def again(self) -> ContactListScreen:
        """The same list."""
        return ContactListScreen(self._what, self._rows)

    def read(self) -> None:
        """Nothing: the list is as it was given, the people as they are."""

    def lay_out(self, context: RenderContext) -> PageLayout:
        """A line a person, or as many as the words take."""
        lines: list[Line] = []
        selectables: list[Selectable] = []
        people = self.people
        for row in self._rows:
            person = people.get(row.id)
            if person is None:
                continue
            added = _said(row, person, context) if row.entry else _who(row, person, context)
            selectables.append(
                Selectable(ContactItem(row.id, row.entry), len(lines), len(lines) + len(added))
            )
            lines += added
        return PageLayout(lines or [[("  nobody", "muted")]], selectables)

    def heading(self) -> Line:
        """What these people are."""
        people = pluralize(len({row.id for row in self._rows}), "person", "people")
        entries = sum(bool(row.entry) for row in self._rows)
        count = f"{pluralize(entries, 'time')}, with {people}" if entries else people
        return [(f" {clean(self._what)}", "strong accent"), (f"  {count}", "muted")]

    def open(self) -> None:
        """Goes to the person under the cursor, or to the entry."""
        item = self.current_item()
        if isinstance(item, ContactItem):
            self.leave_for(item.id, item.entry)


def _who(row: Listed, person: ListedContact, context: RenderContext) -> list[Line]:
    state = person.status.state
    head: Line = [
        (f"  {context.glyphs.states[state]} ", STATE_ROLES[state]),
        (fit(clean(person.row.name), _NAME), ""),
        (f"{age_words(person, context.today):>7}  ", "muted"),
    ]
    room = context.width - _WORDS - 1
    first, *more = wrap(row.words, room) or [""]
    lines: list[Line] = [[*head, (first, "muted")], *([(" " * _WORDS + text, "muted")] for text in more)]
    return lines if room >= _NARROWEST else [cut_line(line, context.width) for line in lines]


def _said(row: Listed, person: ListedContact, context: RenderContext) -> list[Line]:
    day = short_day(row.on, context.today) if row.on else ""
    head: Line = [(f"  {fit(day, _DAY)}", "muted"), (clean(person.row.name), "strong")]
    words = wrap(row.words, context.width - _DAY - 4)
    return [cut_line(head, context.width), *([(" " * (_DAY + 2) + text, "")] for text in words)]
