"""Some people with a word on each: where a page leads down to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netui.services.people import Person
from netui.ui.actions import PERSONS
from netui.ui.presentation.glyphs import STATE_ROLES
from netui.ui.presentation.people import age_words
from netui.ui.presentation.text import Line, clean, fit
from netui.ui.presentation.timeline import Context, Page, Stop, cut_line
from netui.ui.screens.page import PageScreen, page_bindings


class Listed(NamedTuple):
    """One person of a list, and what is said of her there."""

    id: str
    words: str


class PersonsScreen(PageScreen):
    """A list of people; enter goes to one."""

    NAME = PERSONS
    BINDINGS = page_bindings(PERSONS)

    def __init__(self, heading: str, rows: Sequence[Listed]):
        super().__init__()
        self._what = heading
        self._rows = rows

    def read(self) -> None:
        """Nothing: the list is as it was given, the people as they are."""

    def lay_out(self, context: Context) -> Page:
        """One line a person."""
        lines: list[Line] = []
        stops: list[Stop] = []
        for ident, words in self._rows:
            person = self.people.get(ident)
            if person is None:
                continue
            state = person.standing.state
            line: Line = [
                (f"  {context.glyphs.states[state]} ", STATE_ROLES[state]),
                (fit(clean(person.summary.name), 26), ""),
                (f"{age_words(person, context.today):>7}", "muted"),
                ("  " + clean(words), "muted"),
            ]
            stops.append(Stop("person", ident, len(lines), len(lines) + 1))
            lines.append(cut_line(line, context.width))
        return Page(lines or [[("  nobody", "muted")]], stops)

    def heading(self) -> Line:
        """What these people are."""
        count = len(self._rows)
        return [
            (f" {clean(self._what)}", "strong"),
            (f"  {count} {'person' if count == 1 else 'people'}", "muted"),
        ]

    def person(self) -> Person | None:
        """The one under the cursor."""
        stop = self.current_stop()
        return self.people.get(stop.item) if stop else None

    def action_open(self) -> None:
        """Goes to her."""
        stop = self.current_stop()
        if stop is not None:
            self.select(stop.item)
