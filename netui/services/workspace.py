"""One open network: the folder, its index and its undo journal. The one thing the screen talks to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from netui.domain.cadence.status import PAUSE_DAYS, Settings
from netui.domain.model.dates import use_date_style
from netui.domain.model.folders import CONTACTS, GOALS
from netui.domain.model.kinds import Kinds
from netui.services.sync.freshness import Freshness
from netui.services.sync.own_writes import OwnWrites
from netui.storage.index.index import Index
from netui.storage.index.index import Progress as Progress
from netui.storage.index.refresh_result import Refreshed
from netui.storage.network_folder import NetworkFolder
from netui.storage.queries.reader import Reader
from netui.storage.state.config import (
    Config,
    Places,
    chosen_languages,
    load_network_settings,
)

if TYPE_CHECKING:
    from pathlib import Path

    from netui.domain.languages.translation import Translator
    from netui.domain.model.changes import Batch, FileId
    from netui.domain.model.conflict import Clash
    from netui.domain.query.parser import Query
    from netui.services.reminders.pause import Pauses
    from netui.storage.files.survey import Survey
    from netui.storage.files.transaction import Applied
    from netui.storage.store import Store

Clock = Callable[[], datetime]


class Done:
    """What a change did: its label for the status line, and the contacts and goals it touched.

    ``clashes`` is what it left as it was, because others had changed it meanwhile; ``notes`` are sentences on
    what happened besides, mostly none.
    """

    def __init__(
        self,
        label: str,
        touched: Refreshed,
        files: "tuple[FileId, ...]",
        clashes: "tuple[Clash, ...]" = (),
        notes: tuple[str, ...] = (),
    ):
        self.label = label
        self.touched = touched
        self.files = files
        self.clashes = clashes
        self.notes = notes


class Workspace:
    """Reads from the index, writes through the store, and keeps the two in step.

    Not for use by two threads at once: a thread makes its own with :meth:`twin`.
    """

    def __init__(self, places: Places, config: Config, now: Clock):
        self.places = places
        self.config = config
        self.now = now
        use_date_style(config.date_style)
        self.kinds: Kinds = config.all_kinds
        self._quiet: tuple[date, Settings] | None = None
        self.index = Index(places.network, places.cache, self.kinds)
        self.read = Reader(self.index)
        self.freshness = Freshness.INDEX
        """How far the last refresh went."""
        self.own_writes = OwnWrites(places.network)
        self.has_saved = False
        """Whether anything was saved through this view."""
        self.undo_problem = ""
        """Why undo does not know of the last change; "" if it does."""
        self.folder = NetworkFolder(places.network)
        """The folder, as it was when it was last looked at."""
        self._store: Store | None = None

    def twin(self) -> "Workspace":
        """Another view of the same network, for another thread."""
        twin = Workspace(self.places, self.config, self.now)
        if self.index.on_reset is not None:
            twin.index.survive(self.index.on_reset)
        return twin

    def close(self) -> None:
        """Lets go of the index."""
        self.index.close()

    @property
    def network(self) -> "Path":
        """The folder."""
        from pathlib import Path

        return Path(self.places.network)

    @cached_property
    def translator(self) -> "Translator | None":
        """Reads days and kinds in the chosen languages; None where English alone is chosen."""
        codes = chosen_languages(self.config)
        if codes == ("en",):
            return None
        from netui.domain.languages.translation import Translator

        return Translator(codes)

    def parse_query(self, text: str, *, unfinished_ok: bool = False) -> "Query":
        """Parses a query, with the saved lists that it names; raises QueryError, and nothing else."""
        from netui.domain.query.fields import LIST
        from netui.domain.query.parser import QueryError, parse
        from netui.storage.errors import Unreadable

        query = parse(text, unfinished_ok=unfinished_ok, own_keys=self.read.keys_in_use)
        if not any(term.field == LIST for term in query.terms):
            return query
        from netui.domain.query.saved_lists import resolve_lists
        from netui.storage.state.network_settings import load_lists

        try:
            lists = load_lists(self.places.network)
        except Unreadable as error:
            raise QueryError(str(error)) from None
        return resolve_lists(query, lists, unfinished_ok=unfinished_ok)

    @property
    def today(self) -> date:
        """The local day."""
        return self.now().date()

    @property
    def pauses(self) -> "Pauses":
        """Pauses of logging: the one that lasts, and what ends it."""
        from netui.services.reminders.pause import Pauses

        return Pauses(self.read, self.today, self.places, self.invalidate_reader)

    @property
    def quiet(self) -> Settings:
        """The settings of the reminders today, with the day that is held in a pause of logging."""
        today = self.today
        if self._quiet is None or self._quiet[0] != today:
            pause, rhythm = self.pauses.current(), self.config.rhythm
            held_on = pause.held_on.toordinal() if pause else 0
            own, circles, _ = load_network_settings(self.places.network)
            defaults = {**rhythm.defaults, **own} if own else rhythm.defaults
            self._quiet = today, Settings(rhythm.sensitivity, defaults, held_on, circles)
        return self._quiet[1]

    # ------------------------------------------------------------------ freshness

    def refresh(
        self,
        level: Freshness = Freshness.ALL,
        *,
        progress: Progress | None = None,
        contacts: "Survey | None" = None,
    ) -> Refreshed:
        """Brings the index up to date as far as ``level`` says; ``freshness`` is then how far it went.

        ``contacts`` is a survey of their folder, if one was just made.
        """
        found = Refreshed()
        if level is not Freshness.INDEX and not self._refresh_cheaply(level):
            level = Freshness.ALL
            found = self.index.refresh(self.today, progress, contacts)
        self.freshness = level
        self.invalidate_reader()
        return found

    def _refresh_cheaply(self, level: Freshness) -> bool:
        """Refreshes as far as ``level`` says without a look at all files; False if that does not suffice."""
        from sqlite3 import DatabaseError

        try:
            if level is Freshness.FOLDERS and self.index.is_folder_unchanged():
                self.index.relearn(self.today)
                return True
            if level is Freshness.PENDING and self._contacts_may_be_known():
                self.index.refresh_goals()
                self.index.relearn(self.today)
                return True
        except DatabaseError:  # harmed, or held by another program
            self.index.reset()
        return False

    def _contacts_may_be_known(self) -> bool:
        """Whether the index had all contacts at the last survey; reads the few uncertain ones again."""
        index = self.index
        return index.built and (index.surveyed or index.reread_uncertain(self.today) is not None)

    def refresh_contacts(self, idents: Iterable[str]) -> Refreshed:
        """Takes in changes of the files of these contacts alone."""
        found = self.index.refresh_some(idents, self.today)
        self.invalidate_reader()
        return found

    def invalidate_reader(self) -> None:
        """Drops cached answers, because the network changed or another view of it took in a change."""
        self.index.follow(complete=True)
        self.read = Reader(self.index)
        self._quiet = None

    # ------------------------------------------------------------------ writing

    @property
    def store(self) -> "Store":
        """The writer of the folder, made when first needed."""
        if self._store is None:
            from netui.storage.store import Store

            self._store = Store(self.folder, self.places.state, now=self.now)
        return self._store

    def apply(self, batch: "Batch", progress: Progress | None = None) -> Done:
        """Does a batch of changes, durably and as one step of undo; raises StoreError.

        ``progress`` is told how many of how many files are written; where it raises, nothing is done.
        """
        last = self.read.last_logged(self.today)
        if last is not None and (self.today - last).days >= PAUSE_DAYS:
            self.pauses.note_resumption(batch)
        with self._saving():
            return self._absorb(self.store.apply(batch, progress))

    def undo(self, skip: int = 0, progress: Progress | None = None) -> Done | None:
        """Takes back the last batch; None when there is none. ``progress`` as in :meth:`apply`.

        Raises CannotReplay where that would pass over a batch; batch number ``skip`` is passed over.
        """
        with self._saving():
            applied = self.store.undo(skip, progress)
            return self._absorb(applied) if applied else None

    def redo(self, skip: int = 0, progress: Progress | None = None) -> Done | None:
        """Does again what was last undone; None when there is nothing; otherwise like :meth:`undo`."""
        with self._saving():
            applied = self.store.redo(skip, progress)
            return self._absorb(applied) if applied else None

    def recover(self) -> tuple[str, ...]:
        """Finishes, or takes back, what a crash cut off between two files; says so, a sentence each."""
        from netui.storage.undo.journal_tail import is_settled, journal_path

        if is_settled(journal_path(self.places.state, self.places.network)):
            return ()
        self.store.recover()
        return self.store.take_notes()

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Holds off the watcher; takes in what was saved although the disk did not confirm it."""
        from netui.storage.errors import NotConfirmed

        with self.own_writes.lock:
            try:
                yield
            except NotConfirmed as error:
                if error.applied is not None:
                    self._absorb(error.applied)
                raise

    def _absorb(self, applied: "Applied") -> Done:
        self.has_saved = self.has_saved or bool(applied.files)
        self.undo_problem = applied.undo_problem
        indexed = [written for written in applied.files if written.file.folder in (CONTACTS, GOALS)]
        folders = [times for times in applied.folders if times.folder in (CONTACTS, GOALS)]
        touched = self.index.absorb(indexed, folders, self.today)
        if touched is None:  # the watcher has to take them in
            self.own_writes.forget(indexed)
            touched = Refreshed.of(indexed)
        else:
            self.own_writes.record(indexed)
        self.invalidate_reader()
        files = tuple(written.file for written in applied.files)
        return Done(applied.label, touched, files, applied.clashes, self.store.take_notes())

    # ------------------------------------------------------------------ words

    def name(self, ident: str) -> str:
        """The person's name, or the text itself where it is no contact's id."""
        return self.read.names_of((ident,)).get(ident, ident)

    def names(self, idents: Iterable[str]) -> list[str]:
        """The names of several, in order."""
        idents = list(idents)
        known = self.read.names_of(idents)
        return [known.get(ident, ident) for ident in idents]

    def names_in_words(self, idents: Sequence[str]) -> str:
        """``Ada``, ``Ada and Grace``, ``Ada and 4 others``."""
        if len(idents) > 2:
            return f"{self.name(idents[0])} and {len(idents) - 1} others"
        return " and ".join(self.names(idents))
