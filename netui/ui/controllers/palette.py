"""The command palette: gathers what a few letters may mean, and does what is chosen."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from netui.presentation.actions import BY_ID
from netui.presentation.palette import ranking
from netui.presentation.palette.ranking import (
    CIRCLE,
    GOAL,
    HELP,
    LIST,
    LOG,
    PERSON,
    SETTING,
    THEME,
    WORDS,
    PaletteChoice,
    rank,
)
from netui.services.circles.commands import circle_tags
from netui.services.saved_lists import saved_lists
from netui.services.search import search_text
from netui.services.settings import setting_values
from netui.ui.controllers.line.log import LogController

if TYPE_CHECKING:
    from netui.services.search import Hit
    from netui.ui.controllers.host import Host

_USED, _MOST_USED = "palette used", 100
"""Where it is kept how often each choice was taken, and of how many."""
_PEOPLE, _HITS, _RECENT = 20, 40, 6
"""How many people and hits are listed, and how many people before anything is typed."""
_SCROLLING = ("down", "up", "top", "bottom", "half_down", "half_up", "palette")
"""What nobody would look up by name."""


class Visit(Protocol):
    """Goes to a person, and on to one of their entries."""

    def __call__(self, ident: str, entry: str = "") -> object:
        """Goes there."""


class PaletteController:
    """Opens the palette; a theme is shown while the cursor is on it."""

    def __init__(
        self,
        host: Host,
        visit: Visit,
        *,
        log: LogController | None = None,
        filter_by: Callable[[str], object] | None = None,
    ):
        self._host = host
        self._visit = visit
        self._log = log or LogController(host)
        self._filter_by = filter_by
        """Shows who fits a query, where there is a list of people."""
        self._hits: Mapping[str, Hit] = {}

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"palette": self.open}

    def open(self) -> None:
        """Asks what to do, whom to go to, what to find or to log."""
        from netui.ui.screens.shared.palette import Source

        host, theme, used = self._host, self._host.theme, self._used()
        known = [
            *self._actions(),
            *self._additions(),
            *self._lists(),
            *self._circles(),
            *self._goals(),
            *self._settings(),
            *self._themes(),
            *self._topics(),
        ]

        def find(text: str) -> list[PaletteChoice]:
            from netui.presentation.palette.choices import search_choice

            if not text.strip():
                return rank("", [*self._recent_people(used), *known], used)
            return rank(text, [*self._people(text), *known, *self._log_line(text)], used, search_choice(text))

        def preview(choice: PaletteChoice | None) -> None:
            host.use_theme(choice.key if choice is not None and choice.group == THEME else theme)

        def chosen(choice: PaletteChoice | None) -> None:
            host.use_theme(theme)
            host.action_done("palette")
            if choice is not None:
                self._count(choice, used)
                host.after_drawing(partial(self._take, choice))

        host.open_palette(Source(find, self._search, preview, self._log.keep_typed), chosen)

    # ------------------------------------------------------------------ what there is

    def _actions(self) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import action_choice

        names = [name for name in self._host.visible_actions() if name not in _SCROLLING]
        names.sort(key=lambda name: BY_ID[name].group == "Move")
        return [action_choice(BY_ID[name], self._host.keys) for name in names]

    def _additions(self) -> list[PaletteChoice]:
        """What can be added to the person, where there is one."""
        from netui.presentation.additions import ADDITIONS
        from netui.presentation.palette.choices import addition_choice

        person = self._host.person()
        if person is None or {"details", "add_here"}.isdisjoint(self._host.visible_actions()):
            return []
        return [addition_choice(each, person.row.name) for each in ADDITIONS]

    def _lists(self) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import choice

        if self._filter_by is None:
            return []
        return [choice(LIST, name, name, text) for name, text in saved_lists(self._host.workspace).items()]

    def _circles(self) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import choice

        return [choice(CIRCLE, tag, f"#{tag}", "opens it") for tag in circle_tags(self._host.workspace)]

    def _goals(self) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import choice

        goals = self._host.workspace.read.goals()
        return [
            choice(GOAL, ident, str(body.get("title", ident)), "opens it")
            for ident, body, wrong in goals
            if not wrong
        ]

    def _topics(self) -> list[PaletteChoice]:
        from netui.presentation.manual.contents import SUMMARIES
        from netui.presentation.palette.choices import choice

        return [choice(HELP, name, name, summary) for name, summary in SUMMARIES.items()]

    def _settings(self) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import choice

        values = setting_values(self._host.workspace.config)
        return [choice(SETTING, name, name, value) for name, value in values.items()]

    def _themes(self) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import choice

        return [choice(THEME, name, name, "takes it") for name in sorted(self._host.themes())]

    def _people(self, text: str) -> list[PaletteChoice]:
        from netui.presentation.palette.choices import person_choice
        from netui.services.people.lookup import look_up_people

        host = self._host
        found = look_up_people(host.workspace, text, _PEOPLE)
        return [person_choice(person, text, host.today, host.glyphs) for person in found]

    def _recent_people(self, used: Mapping[str, int]) -> list[PaletteChoice]:
        """Those to whom one went most often from here."""
        from netui.presentation.palette.choices import most_used, person_choice

        host = self._host
        known = [host.people.get(ident) for ident in most_used(used, PERSON, _RECENT)]
        return [person_choice(each, "", host.today, host.glyphs) for each in known if each is not None]

    def _log_line(self, text: str) -> list[PaletteChoice]:
        """The text as a log line, where it is one."""
        if len(text.split()) < 2:
            return []
        read = self._log.read_line(text)
        if read is None:
            return []
        from netui.presentation.palette.choices import log_choice
        from netui.services.timeline.capture import summary_line

        parsed, names_people = read
        today = self._host.today
        return [log_choice(text, parsed, summary_line(parsed, today), today, names_people=names_people)]

    def _search(self, text: str) -> list[PaletteChoice]:
        """What was written with these words."""
        from netui.presentation.palette.choices import hit_choice

        host = self._host
        hits = search_text(host.workspace, text)[:_HITS]
        names = host.workspace.read.names_of({hit.contact for hit in hits})
        hits = [hit for hit in hits if hit.entry or hit.where or hit.snippet != names.get(hit.contact)]
        choices = [hit_choice(hit, names.get(hit.contact, ""), host.today) for hit in hits]
        self._hits = {choice.key: hit for choice, hit in zip(choices, hits, strict=True)}
        return choices

    # ------------------------------------------------------------------ what is chosen

    def _take(self, choice: PaletteChoice) -> None:
        host = self._host
        match choice.group:
            case ranking.ACTION:
                host.action_run(choice.key)
            case ranking.ADD:
                self._add(choice.key)
            case ranking.PERSON:
                self._visit(choice.key)
            case ranking.LOG:
                self._log.log_typed(choice.key)
            case ranking.LIST if self._filter_by is not None:
                self._filter_by(f"list:{choice.key}")
            case ranking.CIRCLE:
                host.pages.circle(choice.key)
            case ranking.GOAL:
                host.pages.goal(choice.key)
            case ranking.HELP:
                host.pages.manual(choice.key)
            case ranking.SETTING:
                host.pages.settings(choice.key)
            case ranking.THEME:
                host.use_theme(choice.key)
                host.set_message(f'theme = "{choice.key}" in config.toml keeps it')
            case ranking.WORDS if choice.key in self._hits:
                self._go_to(self._hits[choice.key])
            case ranking.WORDS:
                host.pages.search(self._go_to, choice.key)

    def _add(self, what: str) -> None:
        """Opens the form of something new for the person."""
        from netui.ui.controllers.items.details import add_to

        person = self._host.person()
        if person is not None:
            add_to(self._host, person.row.id, what)

    def _go_to(self, hit: Hit | None) -> None:
        """Goes where words were found."""
        if hit is not None and hit.contact and hit.where and not hit.id:
            self._host.pages.details(hit.contact, (hit.where, hit.snippet))
        elif hit is not None and hit.contact:
            self._visit(hit.contact, hit.entry or "")
        elif hit is not None:
            self._host.pages.goal(hit.id)

    # ------------------------------------------------------------------ what is used

    def _used(self) -> dict[str, int]:
        """How often each choice was taken; nothing where that cannot be read."""
        try:
            kept = json.loads(self._host.workspace.index.cache_get(_USED) or "{}")
            return {str(ident): int(count) for ident, count in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def _count(self, choice: PaletteChoice, used: dict[str, int]) -> None:
        if choice.group in (LOG, WORDS):  # what is typed again each time
            return
        used[choice.id] = used.get(choice.id, 0) + 1
        kept = sorted(used, key=lambda ident: -used[ident])[:_MOST_USED]
        self._host.workspace.index.cache_set(_USED, json.dumps({ident: used[ident] for ident in kept}))
