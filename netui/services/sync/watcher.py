"""Folder watcher: a background thread that rereads changed files and tells the screen."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from sqlite3 import DatabaseError
from typing import TYPE_CHECKING

from netui.domain.cadence.status import status_of
from netui.domain.model.folders import CONTACTS
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import FolderGone, StoreError
from netui.services.inbox.files import InboxFile, inbox_files
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.people.first_page import save_first_page
from netui.services.sync.change_detector import ChangeDetector
from netui.services.sync.index_build import LARGE, start_build
from netui.services.sync.wakeup import Wakeup
from netui.services.workspace import Workspace
from netui.storage.errors import words_of
from netui.storage.files.stat import survey
from netui.storage.index.refresh_result import Refreshed
from netui.storage.index.resilient_connection import survive_truncation

if TYPE_CHECKING:
    import subprocess

    from netui.services.circles.status import CircleStatus
    from netui.services.reminders.notifications import Notification

POLL_SECONDS = 1.0
"""How often the change detector is polled, beside the events of inotify."""
SCAN_SECONDS = 15.0
"""How often every file's stat is compared where some changes leave no sign."""
RARE_SCAN_SECONDS = 600.0
"""How often where every change should leave one."""
PAUSE_FACTOR, SCAN_PAUSE_FACTOR = 2, 30
"""Pause after a scan, in durations of that scan: after a sign of change, and without one."""
DEBOUNCE_SECONDS = 0.25
"""Least time between two scans: programs that write many files write them at once."""


class WatchEvent(NamedTuple):
    """A change of the folder. ``people`` is the whole list, where all of it had to be computed again.

    ``progress`` is (done, total) files of a first build. A ``notification`` comes in an event of its own.
    """

    found: Refreshed
    people: ContactList | None = None
    progress: tuple[int, int] | None = None
    error: str = ""
    notification: "Notification | None" = None


class Watch:
    """A daemon thread with its own workspace; ``notify`` is called on that thread, once for each event."""

    def __init__(
        self,
        workspace: Workspace,
        notify: Callable[[WatchEvent], None],
        building: "subprocess.Popen[str] | None" = None,
    ):
        self._workspace = workspace
        self._building = building
        self._notify = notify
        self._wakeup = Wakeup()
        self._stopped = False
        self._scan_asked = False
        self.shown: str | None = None
        """The id of the contact on screen, whose file is polled too."""
        self._sees_all = False
        self._is_loaded = False
        self._is_told = False
        """Whether a list of all that the index knows was shown, be it out of date."""
        self._inbox: list[InboxFile] = []
        self._thread = threading.Thread(target=self._run, name="netui-watch", daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Tells the thread to end; does not wait for it."""
        self._stopped = True
        self._wakeup.set()

    def look_now(self) -> None:
        """Asks for a scan of all files at once."""
        self._scan_asked = True
        self._wakeup.set()

    def look_again(self) -> None:
        """Scans at once when the terminal gets the focus, if some changes leave no sign."""
        if not self._sees_all:
            self.look_now()

    # ------------------------------------------------------------------ the thread

    def _run(self) -> None:
        # Not a twin, which answers without a harmed index: here it is rebuilt.
        twin = Workspace(self._workspace.places, self._workspace.config, self._workspace.now)
        twin.index.use_spare()
        changes = ChangeDetector(twin.network, self._workspace.own_writes.is_own)
        try:
            day, is_due = twin.today, False
            self._sees_all = changes.subscribe()
            survive_truncation()
            looked, took = time.monotonic(), 0.0
            changes.poll(self.shown)
            self._reload(twin)
            self._sweep(twin)
            sleep = POLL_SECONDS
            while not self._stopped:
                self._wakeup.wait(sleep, None if is_due else changes.descriptor)
                if self._stopped:
                    break
                if twin.today != day:
                    day = twin.today
                    self._reload(twin)
                is_due = changes.poll(self.shown) or is_due
                since, rest = time.monotonic() - looked, max(PAUSE_FACTOR * took, DEBOUNCE_SECONDS)
                due = since >= max(self._pause, SCAN_PAUSE_FACTOR * took) or (is_due and since >= rest)
                if self._scan_asked or due:
                    self._scan_asked = is_due = False
                    self._sees_all = changes.subscribe()
                    started = time.monotonic()
                    if self._is_loaded:
                        self._rescan(twin)
                    else:
                        self._reload(twin)
                    looked = time.monotonic()
                    took = looked - started
                sleep = max(rest - since, 0.0) if is_due else POLL_SECONDS
        finally:
            changes.close()
            twin.close()
            self._wakeup.close()

    def _sweep(self, twin: Workspace) -> None:
        """Removes temporary files that a killed program has left in the folder."""
        with suppress(StoreError, OSError):  # next time, then
            if twin.folder.has_leftovers():
                twin.store.sweep()

    @property
    def _pause(self) -> float:
        """Seconds to the next scan, if there is no sign of a change before."""
        return RARE_SCAN_SECONDS if self._sees_all and self._is_loaded else SCAN_SECONDS

    def _reload(self, twin: Workspace) -> None:
        """Loads the whole list: at the start, on a new day or a clock set back, and after a failure."""
        self._is_loaded = False
        try:
            self._take_in(twin)
            self._notify_all(twin)
            self._is_loaded = True
        except Exception as error:  # the app must live on whatever a folder holds
            self._notify_failure(error)

    def _take_in(self, twin: Workspace) -> Refreshed | None:
        """Brings the index up to date; None where another process did it, as much had changed.

        Raises FolderGone where the folder was moved or unmounted: what was read of it stands until then.
        """
        self._workspace.folder.require()
        try:
            return self._refresh(twin)
        except DatabaseError:  # harmed, or held by another program
            twin.index.reset()
            return self._refresh(twin)

    def _refresh(self, twin: Workspace) -> Refreshed | None:
        building, self._building = self._building, None
        contacts = None
        if building is None:
            twin.index.follow()
            contacts = survey(twin.network, CONTACTS)
            building = start_build(twin, contacts)
        if building is not None:
            if twin.index.built and not self._is_told:
                self._notify_list(twin, len(contacts or ()))
            self._follow(twin, building)
            contacts = None
        found = twin.index.refresh(twin.today, None, contacts, heals=False)
        twin.invalidate_reader()
        return found if building is None else None

    def _notify_list(self, twin: Workspace, total: int) -> None:
        """Shows what the index knows, while another process reads what has changed."""
        self._is_told = True
        self._notify(WatchEvent(Refreshed(), ContactList(twin).load(to_keep=True), (0, total)))

    def _follow(self, twin: Workspace, building: "subprocess.Popen[str]") -> None:
        """Passes on the progress of the build, and in a first one the list each time it has doubled."""
        shown = 0
        with building:
            assert building.stdout is not None
            for line in building.stdout:
                if self._stopped:
                    building.terminate()
                    break
                done, total = map(int, line.split())
                people = None
                if not self._is_told and done >= 2 * shown and done < total:
                    people, shown = ContactList(twin).load(to_keep=True), done
                self._notify(WatchEvent(Refreshed(), people, (done, total)))

    def _notify_all(self, twin: Workspace) -> None:
        people = ContactList(twin).load(to_keep=True)
        people.warm_up()
        self._is_told = True
        save_first_page(twin, people.listed(), people.counts())
        quiet = people.quiet()
        self._notify(WatchEvent(Refreshed(goals=True), people))
        self._notify_quiet(twin, quiet, people.circles())

    def _rescan(self, twin: Workspace) -> None:
        try:
            before = twin.quiet
            found = self._take_in(twin)
            if found is None or len(found.changed) >= LARGE or twin.quiet != before:
                self._notify_all(twin)
            elif found or self._inbox_changed(twin):
                self._notify(WatchEvent(found or Refreshed(goals=True)))
                today, settings = twin.today, twin.quiet
                rows = twin.read.contact_rows(found.changed)
                self._notify_quiet(
                    twin,
                    [ListedContact(row, status_of(row, today, settings)) for row in rows],
                    ContactList(twin).circles(),
                )
        except Exception as error:
            self._is_loaded = False
            self._notify_failure(error)

    def _inbox_changed(self, twin: Workspace) -> bool:
        """Whether other files wait in the inbox than at the last look; the header counts them."""
        before, self._inbox = self._inbox, inbox_files(twin.network)
        return before != self._inbox

    def _notify_failure(self, error: Exception) -> None:
        words = words_of(error)
        if not isinstance(error, FolderGone):
            words = f"not all could be read: {words} (tried again by itself)"
        self._notify(WatchEvent(Refreshed(), error=words))

    def _notify_quiet(
        self, twin: Workspace, people: Iterable[ListedContact], circles: "Sequence[CircleStatus]"
    ) -> None:
        from netui.services.reminders.notifications import pending_notifications

        found = pending_notifications(twin, people, circles)
        if found:
            self._notify(WatchEvent(Refreshed(), notification=found))
