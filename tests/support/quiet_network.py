"""Networks whose rhythms are known, on a clock that is moved by hand."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from netui.domain.model.entry import Entry
from netui.services.errors import StoreError
from netui.services.people.contact_list import ContactList
from netui.services.timeline.commands import add_entry
from netui.storage.files.filenames import random_id
from netui.storage.state.config import Config
from tests.support.app import open_workspace, write_network

Contact = dict[str, Any]


class Clock:
    """The time that is told until it is set again."""

    def __init__(self, now: datetime | date) -> None:
        self.set(now)

    def set(self, now: datetime | date) -> None:
        self.now = now if isinstance(now, datetime) else datetime.combine(now, time(9))

    def __call__(self) -> datetime:
        return self.now


def contact(name: str, days: Iterable[date], **more: Any) -> Contact:
    """A contact who was called on each of these days."""
    timeline = [{"id": f"{name[:2].lower()}{n:05d}", "on": day, "kind": "call"} for n, day in enumerate(days)]
    return {"name": name, **more, "timeline": timeline}


def each(step: int, times: int, last: date) -> list[date]:
    """``times`` days, ``step`` apart, the latest ``last``."""
    return [last - timedelta(step * back) for back in range(times - 1, -1, -1)]


class Network:
    """One open network and its clock.

    Without ``pauses`` catching up is closed on each day it is looked at, so that no pause holds a state.
    """

    def __init__(
        self,
        base: Path,
        contacts: Mapping[str, Contact],
        now: datetime | date,
        config: Config | None = None,
        *,
        pauses: bool = False,
    ) -> None:
        self.base = base
        self._pauses = pauses
        write_network(base / "net", contacts)
        self.clock = Clock(now)
        self.workspace = open_workspace(base, config, self.clock)
        self.people = ContactList(self.workspace)
        self._end_pause()

    def _end_pause(self) -> None:
        if not self._pauses:
            with suppress(StoreError):
                self.workspace.pauses.close()

    def at(self, now: datetime | date) -> "Network":
        """The network as it stands at another time."""
        self.clock.set(now)
        self.workspace.refresh()
        self._end_pause()
        self.people = ContactList(self.workspace).load()
        return self

    def state(self, ident: str = "ada") -> str:
        return self.people[ident].status.state

    def days(self, ident: str = "ada") -> int | None:
        return self.people[ident].status.days

    def log(self, ident: str, on: date, kind: str = "call", **more: Any) -> Entry:
        """Logs an entry, and takes its traces in one by one as an open app does."""
        entry = Entry(id=random_id(), on=on, kind=kind, contact=ident, **more)
        self.took(self.workspace.apply(add_entry(self.workspace, entry)[1]))
        return entry

    def took(self, done: Any) -> None:
        self.people.update(done.touched.changed, done.touched.gone)

    def took_nothing(self) -> None:
        """Takes in that nothing changed but what is remembered of pauses."""
        self.people.update(())

    def assert_nothing_drifted(self) -> None:
        """What was taken in one by one is what reading everything again finds."""
        fresh = ContactList(self.workspace).load()
        assert {p.row.id: p for p in self.people.listed()} == {p.row.id: p for p in fresh.listed()}
