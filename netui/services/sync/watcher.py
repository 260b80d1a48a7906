"""The background task: keeps the list true as files change and the day turns, off the input path."""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from netui.domain.cadence.status import status_of
from netui.services.errors import StoreError
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.people.first_page import save_first_page
from netui.services.sync.change_detector import ChangeDetector
from netui.services.sync.index_build import start_build
from netui.services.sync.wakeup import Wakeup
from netui.services.workspace import Workspace
from netui.storage.index.index import Refreshed

if TYPE_CHECKING:
    import subprocess

    from netui.services.reminders.notifications import Notification

LOOK_SECONDS = 1.0
"""How often signs of a change are looked for that the system does not tell of."""
SCAN_SECONDS = 15.0
"""How often every file's status is looked at where not every change leaves a sign."""
SELDOM_SECONDS = 600.0
"""How often where every change should."""
REST, LONG_REST = 2, 30
"""How many times as long as the last look at all files took there is none, with a sign and without."""
LEAST_REST = 0.25
"""Seconds from one look to the next, whatever happens: programs that write many files write them at once."""


class WatchEvent(NamedTuple):
    """What the watch saw. ``people`` is the whole list assessed anew, where that was needed.

    ``notification`` come alone: who went quiet, or the offer to catch up, where that was not told before.
    """

    found: Refreshed
    people: ContactList | None = None
    progress: tuple[int, int] | None = None
    error: str = ""
    notification: "Notification | None" = None


class Watch:
    """A daemon thread over its own view of the network; ``tell`` is called on that thread."""

    def __init__(
        self,
        workspace: Workspace,
        tell: Callable[[WatchEvent], None],
        building: "subprocess.Popen[str] | None" = None,
    ):
        self._workspace = workspace
        self._building = building
        self._tell = tell
        self._alarm = Wakeup()
        self._stopped = False
        self._asked = False
        self.shown: str | None = None
        """The contact on screen: its file is looked at each second too."""
        self._hears_all = False
        self._knows_all = False
        self._thread = threading.Thread(target=self._run, name="netui-watch", daemon=True)

    def start(self) -> None:
        """Starts looking."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread at its next breath; does not wait for it."""
        self._stopped = True
        self._alarm.ring()

    def look_now(self) -> None:
        """Asks for a full look at once."""
        self._asked = True
        self._alarm.ring()

    def look_again(self) -> None:
        """Somebody is back at the screen: what left no sign is looked for at once."""
        if not self._hears_all:
            self.look_now()

    # ------------------------------------------------------------------ the thread

    def _run(self) -> None:
        twin = self._workspace.twin()
        signs = ChangeDetector(twin.network)
        try:
            day, is_due = twin.today, False
            self._hears_all = signs.subscribe()
            looked, took = time.monotonic(), 0.0
            signs.poll(self.shown)
            self._look_at_all(twin)
            self._tidy_up(twin)
            sleep = LOOK_SECONDS
            while not self._stopped:
                self._alarm.sleep(sleep, None if is_due else signs.descriptor)
                if self._stopped:
                    break
                if twin.today != day:
                    day = twin.today
                    self._look_at_all(twin)
                is_due = signs.poll(self.shown) or is_due
                since, rest = time.monotonic() - looked, max(REST * took, LEAST_REST)
                due = since >= max(self._pause, LONG_REST * took) or (is_due and since >= rest)
                if self._asked or due:
                    self._asked = is_due = False
                    self._hears_all = signs.subscribe()
                    started = time.monotonic()
                    if self._knows_all:
                        self._tell_changes(twin)
                    else:
                        self._look_at_all(twin)
                    looked = time.monotonic()
                    took = looked - started
                sleep = max(rest - since, 0.0) if is_due else LOOK_SECONDS
        finally:
            signs.close()
            twin.close()
            self._alarm.close()

    def _tidy_up(self, twin: Workspace) -> None:
        """Removes what a program that was killed while it saved has left in the folder."""
        with suppress(StoreError, OSError):  # next time, then
            twin.store.sweep()

    @property
    def _pause(self) -> float:
        """Seconds to the next look at all files, if nothing tells of a change before."""
        return SELDOM_SECONDS if self._hears_all and self._knows_all else SCAN_SECONDS

    def _look_at_all(self, twin: Workspace) -> None:
        """Everyone anew: at the start, when the day turns or the clock is set back, and after that failed."""
        self._knows_all = False
        try:
            building, self._building = self._building or start_build(twin), None
            if building is not None:
                self._follow(twin, building)
            twin.refresh()
            self._tell_all(twin)
            self._knows_all = True
        except Exception as error:  # the app must live on whatever a folder holds
            self._tell_failure(error)

    def _follow(self, twin: Workspace, building: "subprocess.Popen[str]") -> None:
        """Tells how far the build is; the list as far as it goes each time it is twice as long."""
        shown = 0
        with building:
            assert building.stdout is not None
            for line in building.stdout:
                if self._stopped:
                    building.terminate()
                    break
                done, total = map(int, line.split())
                people = None
                if done >= 2 * shown and done < total:
                    people, shown = ContactList(twin).load(to_keep=True), done
                self._tell(WatchEvent(Refreshed(), people, (done, total)))

    def _tell_all(self, twin: Workspace) -> None:
        people = ContactList(twin).load(to_keep=True)
        people.warm_up()
        save_first_page(twin, people.listed(), people.counts())
        quiet = people.quiet()
        self._tell(WatchEvent(Refreshed(goals=True), people))
        self._tell_quiet(twin, quiet)

    def _tell_changes(self, twin: Workspace) -> None:
        try:
            found = twin.refresh()
            if found:
                self._tell(WatchEvent(found))
                today, settings = twin.today, twin.quiet
                rows = twin.read.contact_rows(found.changed)
                self._tell_quiet(twin, [ListedContact(row, status_of(row, today, settings)) for row in rows])
        except Exception as error:
            self._tell_failure(error)

    def _tell_failure(self, error: Exception) -> None:
        self._tell(WatchEvent(Refreshed(), error=f"not all could be read: {error} (tried again by itself)"))

    def _tell_quiet(self, twin: Workspace, people: Iterable[ListedContact]) -> None:
        from netui.services.reminders.notifications import pending_notifications

        found = pending_notifications(twin, people)
        if found:
            self._tell(WatchEvent(Refreshed(), notification=found))
