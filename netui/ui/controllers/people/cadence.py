"""Cadence: rhythm, snooze, and noting that someone was tried, thought of or let go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.presentation.dates import long_day
from netui.presentation.pages.page_layout import CircleItem
from netui.services.errors import Refused
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import chosen_people
from netui.ui.controllers.line.questions import ask, preview_day, settle_day
from netui.ui.controllers.people.circles import ask_rhythm
from netui.ui.controllers.people.people import whom

if TYPE_CHECKING:
    from datetime import date

    from netui.ui.controllers.host import Host


_ALL = "all "
"""What begins a rhythm of everyone with the tag or role of the filter."""


class CadenceController:
    """Says when the people chosen are due.

    Tried, thought of and let go take one key each; none counts as contact, all stand in the timeline.
    """

    def __init__(self, host: Host, query: Callable[[], str] = lambda: ""):
        self._host = host
        self._query = query
        """The filter of the list of people, where there is one."""

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {
            "snooze": self.snooze,
            "rhythm": self.rhythm,
            "tried": self.tried,
            "reviewed": self.reviewed,
            "let_go": self.let_go,
        }

    def snooze(self) -> None:
        """Asks until when to leave people alone."""
        from netui.services.people import commands as people_commands

        host = self._host
        chosen = chosen_people(host)
        if not chosen:
            return

        def parse(text: str) -> date | None:
            return people_commands.parse_wake_day(host.workspace, text)

        def words(day: date | None) -> str:
            return f"until {long_day(day, host.today)}" if day else "awake again"

        def save(text: str) -> str:
            try:
                day = parse(text)
            except Refused as error:
                return str(error)
            name = whom(host, chosen)
            then = f"snoozed {name} {words(day)}" if day else f"woke {name}"
            with host.keep_cursor():
                return apply_change(
                    host, lambda: people_commands.snooze_contacts(host.workspace, chosen, day), then=then
                )

        ask(
            host,
            f"snooze {whom(host, chosen)}",
            save,
            kept="snooze",
            hint="1w, 2w, 1m, next month, 12 jan; off wakes",
            preview=preview_day(host, parse, words),
            settle=settle_day(parse),
        )

    def rhythm(self) -> None:
        """Asks how often to be in touch."""
        from netui.services.cadence.default_rhythms import default_key, replay_default, set_default
        from netui.services.people import commands as people_commands
        from netui.services.reminders import cadence_preview

        host, item = self._host, self._host.current_item()
        if isinstance(item, CircleItem):
            ask_rhythm(host, item.tag)
            return
        chosen = chosen_people(host)
        if not chosen:
            return
        key = default_key(self._query())
        hint = "3w sets it   learn   ambient: seen anyway   off"
        if key:
            hint = f"3w sets it   all 3w: for everyone with {key}   learn   ambient   off"
        if len(chosen) == 1:
            hint = f"now: {cadence_preview.current_rhythm(host.workspace, chosen[0])}   {hint}"

        def preview(text: str) -> str:
            try:
                if key and text.startswith(_ALL):
                    return replay_default(host.workspace, key, text.removeprefix(_ALL)).words
                return cadence_preview.preview_rhythm(host.workspace, chosen, text)
            except Refused:
                return hint

        def save(text: str) -> str:
            with host.keep_cursor():
                if key and text.startswith(_ALL):
                    setting = text.removeprefix(_ALL)
                    return apply_change(host, lambda: set_default(host.workspace, key, setting))
                return apply_change(host, lambda: people_commands.set_rhythm(host.workspace, chosen, text))

        sign = f"rhythm of {whom(host, chosen)}"
        choices = ("learn", "ambient", "off", *(("all ",) if key else ()))
        ask(host, sign, save, kept="rhythm", hint=hint, preview=preview, choices=choices)

    def tried(self) -> None:
        """Notes an attempt to reach people."""
        from netui.services.people import commands as people_commands

        host = self._host
        if chosen := chosen_people(host):
            apply_change(
                host,
                lambda: people_commands.mark_reviewed(host.workspace, chosen, "attempt"),
                then=f"tried to reach {self._names(chosen)}: noted, the silence goes on",
            )

    def reviewed(self) -> None:
        """Notes that one thought of people without contacting them."""
        from netui.services.people import commands as people_commands

        host = self._host
        if chosen := chosen_people(host):
            apply_change(
                host,
                lambda: people_commands.mark_reviewed(host.workspace, chosen),
                then=f"thought of {self._names(chosen)}: noted, {host.key('snooze')} would let it rest",
            )

    def let_go(self) -> None:
        """Ends the flagging of people's silence; the cursor stays for the next."""
        from netui.services.people import commands as people_commands

        host = self._host
        if chosen := chosen_people(host):
            again = f"until {host.key('rhythm')} sets a rhythm"
            with host.keep_cursor():
                apply_change(
                    host,
                    lambda: people_commands.mute_contacts(host.workspace, chosen),
                    then=f"let {self._names(chosen)} go: not flagged again {again}",
                )

    def _names(self, chosen: Sequence[str]) -> str:
        return self._host.workspace.names_in_words(list(chosen))
