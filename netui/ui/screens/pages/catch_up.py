"""Catching up: whom one probably met while nothing was logged, to log one after the other."""

from __future__ import annotations

from collections.abc import Mapping

from netui.presentation.actions import CATCH_UP
from netui.presentation.contact_row import age_words
from netui.presentation.dates import long_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.page_layout import ContactItem, PageLayout, RenderContext, Selectable
from netui.presentation.text import Line, clean, fit, wrap
from netui.services.people.contact_list import ListedContact
from netui.services.reminders.catch_up import CatchUp, LikelyContact, build_catch_up
from netui.ui.controllers.cadence import CadenceController
from netui.ui.controllers.line.log import LogController
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings

_INDENT = 4
_AGE = 8


class CatchUpScreen(PageScreen):
    """Two lines each: who, and why they were probably met; those logged leave the list."""

    NAME = CATCH_UP
    BINDINGS = screen_bindings(CATCH_UP)

    def __init__(self) -> None:
        super().__init__()
        self._found: CatchUp | None = None

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        log = LogController(self)
        return {
            **super().bind(),
            **log.bind(),
            **CadenceController(self).bind(),
            "met": lambda: log.log() if self.person() is not None else None,
            "mark": self.mark,
        }

    def on_mount(self) -> None:
        """Shows how to use the page."""
        super().on_mount()
        if self.missing:
            log, mark, back = map(self.key, ("met", "mark", "back"))
            self.set_message(
                f"{log} logs, in words: coffee last tue: …   {mark} marks several   {back} leads back"
            )

    def read(self) -> None:
        """Reads who is not logged yet, of the days since the break the page was opened with."""
        since = self._found.since if self._found else None
        self._found = build_catch_up(self.workspace, self.people, since)

    @property
    def missing(self) -> tuple[LikelyContact, ...]:
        """Those not logged yet."""
        return self._found.people if self._found else ()

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lists each person, with the reason below."""
        lines: list[Line] = []
        selectables: list[Selectable] = []
        for ident, _, why in self.missing:
            person = self.people.get(ident)
            if person is None:
                continue
            first = len(lines)
            lines.append(self._who(person, context))
            lines += [[(" " * _INDENT + text, "muted")] for text in wrap(why, context.width - _INDENT - 1)]
            selectables.append(Selectable(ContactItem(ident), first, len(lines)))
        back, log = self.key("back"), self.key("log")
        nobody = f"  Nobody else comes to mind; {back} leads back, {log} logs whoever it was."
        return PageLayout(lines or [[(nobody, "muted")]], selectables)

    def _who(self, person: ListedContact, context: RenderContext) -> Line:
        (ident, name, *_), standing = person
        width = min(context.width - _INDENT - _AGE, 40)
        age = f"{age_words(person, context.today):>{_AGE}}"
        if ident in self.marked:
            return [
                (f"  {context.glyphs.mark} {fit(clean(name), width)}", "link strong"),
                (age, "muted"),
            ]
        glyph = context.glyphs.states[standing.state]
        return [
            (f"  {glyph} ", STATE_ROLES[standing.state]),
            (fit(clean(name), width), ""),
            (age, "muted"),
        ]

    def heading(self) -> Line:
        """Since when, and how many."""
        if self._found is None:
            return []
        count = len(self.missing)
        people = "1 person" if count == 1 else f"{count} people"
        return [
            (" Catch up", "strong accent"),
            (f"  {people} you probably met since {long_day(self._found.since, self.today)}", "muted"),
        ]

    def person(self) -> ListedContact | None:
        """The person under the cursor."""
        item = self.current_item()
        return self.people.get(item.id) if isinstance(item, ContactItem) else None

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
