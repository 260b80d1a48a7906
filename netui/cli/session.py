"""A session: the network that one command works on, and its output as lines or as JSON."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.errors import AmbiguousError, NobodyError, Usage
from netui.cli.input import read_answer
from netui.cli.output import (
    as_printed,
    ask,
    export_output,
    json_output,
    show_in_pager,
    show_progress,
    silence_stdout,
)
from netui.domain.text.sanitize import clean, clean_text
from netui.services.settings import (
    config_path,
    find_places,
    has_editor_copies,
    load_config,
    load_network_settings,
)
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TextIO

    from netui.services.people.contact_list import ContactList
    from netui.services.settings import Config, Places
    from netui.services.sync.early_survey import SurveyProcess
    from netui.services.sync.optimistic_read import OptimisticRead
    from netui.services.workspace import Done, Workspace

_MOMENT = 0.5
"""Seconds after which a progress bar appears."""
BROKEN_SHOWN = 5
"""How many broken files are named."""
CANDIDATES_SHOWN = 12
_NAME_WORDS = 6
"""A name without quotes has so many words at most."""
NOBODY_YET = "nobody yet: netui add NAME, or netui import FILE"
"""How many people are listed that an ambiguous name may mean."""


def clock() -> "Callable[[], datetime]":
    """The clock: local time, or the moment that ``NETUI_TODAY`` sets; raises Usage when that is no date."""
    from datetime import datetime

    fixed = os.environ.get("NETUI_TODAY")
    if not fixed:
        return datetime.now
    try:
        moment = datetime.fromisoformat(fixed).replace(tzinfo=None)
    except ValueError:
        raise Usage(f"NETUI_TODAY is {fixed!r}, which is no ISO date; try 2026-11-21") from None
    if len(fixed) == 10:
        moment = moment.replace(hour=12)
    return lambda: moment


class Session:
    """One run of one command: ``data`` as given, ``wants_json`` for one document on stdout."""

    def __init__(self, data: str | None, survey: "SurveyProcess | None" = None):
        self.data = data
        self.wants_json = False
        self.config_problem = ""
        self.recovered: tuple[str, ...] = ()
        """What was finished, or taken back, since a crash had cut it off."""
        self.shows_app = False
        """Whether the screen belongs to the app, which says itself what was recovered."""
        self._settings: tuple[Config, Places] | None = None
        self._workspace: Workspace | None = None
        self._survey = survey
        self._optimistic: OptimisticRead | None = None
        self._output_error: OSError | None = None

    def use_data(self, data: str | None) -> None:
        """Works on the network that ``--data`` names."""
        if data != self.data:
            self.data, self._settings = data, None

    def _drop_survey(self) -> None:
        if self._survey is not None:
            self._survey.close()
            self._survey = None
        self._optimistic = None

    def close(self) -> None:
        """Closes the index."""
        self._drop_survey()
        if self._workspace is not None:
            self._workspace.close()

    def use_cache(self, cache: str) -> None:
        """Keeps the index and the last screen in another folder, as the user's own cannot be used."""
        config, places = self.settings
        self._settings = config, places._replace(cache=cache)
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    # ------------------------------------------------------------------ the network

    @property
    def settings(self) -> "tuple[Config, Places]":
        """The settings in force, and the paths on this machine."""
        if self._settings is None:
            config, self.config_problem = load_config(config_path())
            self._settings = config, find_places(self.data, config)
        return self._settings

    @property
    def workspace(self) -> "Workspace":
        """The network, opened but not refreshed."""
        if self._workspace is None:
            from netui.services.workspace import Workspace

            now = clock()
            config, places = self.settings
            if self.config_problem:
                self.warn(self.config_problem)
            self._workspace = Workspace(places, config, now)
            self.recovered = self._workspace.recover()
            if not self.shows_app:
                self._warn_all(self.recovered)
        return self._workspace

    def refresh(self, level: Freshness = Freshness.ALL, *, warns: bool = True) -> "Workspace":
        """The network, brought up to date as far as the command needs; one warning for each broken file."""
        workspace = self.workspace
        if workspace.freshness < level:
            if self._optimistic is not None and level is Freshness.ALL:
                self._optimistic.refresh(workspace)
            else:
                workspace.refresh(level, progress=self._progress())
        if warns:
            self._warn_of_broken(workspace)
        return workspace

    def _warn_all(self, notes: Iterable[str]) -> None:
        for note in notes:
            self.warn(note)

    def _warn_of_broken(self, workspace: "Workspace") -> None:
        *_, problem = load_network_settings(workspace.places.network)
        if problem:
            self.warn(problem)
        broken = workspace.read.broken_files()
        for _, error in broken[:BROKEN_SHOWN]:
            self.warn(error)
        if len(broken) > BROKEN_SHOWN:
            self.warn(f"{len(broken) - BROKEN_SHOWN} more files cannot be read; `netui check` names them all")

    def run(self, command: Callable[[], int], *, reads: bool) -> int:
        """Runs a command, one that only ``reads`` optimistically; a damaged index is rebuilt."""
        from sqlite3 import DatabaseError

        try:
            if not reads:
                return command()
            from netui.services.sync.optimistic_read import OptimisticRead

            self._optimistic = OptimisticRead(self.settings[1].network, self._survey)
            self._optimistic.progress = self._progress()
            return self._optimistic.run(command)
        except DatabaseError:  # harmed, or held by another program
            self._rebuild_index()
            if not reads:
                raise
            return command()

    def _rebuild_index(self) -> None:
        """Deletes the index, and the output that came from it; the next refresh reads every file."""
        self._drop_survey()
        self.workspace.index.reset()
        self.workspace.freshness = Freshness.INDEX

    def people(self, workspace: "Workspace") -> "ContactList":
        """The contact list, which reads no more rows than a query needs."""
        from netui.services.people.contact_list import ContactList

        return ContactList(workspace)

    def take_saved_edits(self) -> None:
        """Takes over what editors with windows of their own have saved since they returned at once.

        No error of that keeps a command from running: the copies stay, for the next one.
        """
        if not has_editor_copies(self.settings[1]):
            return
        from netui.services.editor.external_editor import saved_edits, take_in

        try:
            workspace = self.workspace
            for copy in saved_edits(workspace):
                self._drop_survey()  # it may be older than what is saved now
                try:
                    done = take_in(workspace, copy)
                finally:
                    copy.release()
                if done is not None:
                    self.warn(f"{done.label}, as saved in your editor  (netui undo takes it back)")
        except Exception as error:
            self.warn(str(error) or type(error).__name__)

    def _progress(self) -> Callable[[int, int], None] | None:
        """A progress line for a long first build: on a terminal, from its second second on."""
        if self.wants_json or not sys.stderr.isatty():
            return None
        from time import monotonic

        started = monotonic()

        def tell(done: int, total: int) -> None:
            if monotonic() - started > 1 or done < total:
                show_progress(done, total)

        return tell

    def progress(self, verb: str) -> Callable[[int, int], None] | None:
        """A progress bar for what takes longer than a moment: on a terminal alone."""
        if self.wants_json or not sys.stderr.isatty():
            return None
        from time import monotonic

        is_drawn, following = False, monotonic() + _MOMENT

        def tell(done: int, total: int) -> None:
            nonlocal is_drawn, following
            if done < total and monotonic() > following:
                is_drawn, following = True, monotonic() + _MOMENT / 5
                show_progress(done, total, verb)
            elif done >= total and is_drawn:
                is_drawn = False
                show_progress(done, total, verb)

        return tell

    def who(self, text: str) -> str:
        """The id of the one person that ``text`` means, ``@me`` oneself.

        Raises NobodyError or AmbiguousError.
        """
        workspace = self.workspace
        if text == "@me":
            oneself = workspace.read.oneself()
            if oneself is None:
                raise NobodyError("nobody is you yet: netui set NAME me yes says who is")
            return oneself
        text = text.removeprefix("@") or text
        found = workspace.read.find(text)
        if workspace.freshness < Freshness.PENDING:
            if workspace.refresh_contacts(person.id for person in found[:CANDIDATES_SHOWN]):
                found = workspace.read.find(text)
            if not found:
                workspace.refresh()
                found = workspace.read.find(text)
        if len(found) == 1:
            return found[0].id
        if found:
            listed = [f"  {clean(person.name)}  ({clean(person.id)})" for person in found[:CANDIDATES_SHOWN]]
            more = len(found) - len(listed)
            tail = [f"  and {more} more"] if more > 0 else []
            raise AmbiguousError(
                "\n".join([f"{clean(text)!r} may be any of these; use the id:", *listed, *tail])
            )
        near = workspace.read.similar_names(text)
        hint = f"; did you mean {' or '.join(clean(n.name) for n in near)}?" if near else ""
        if not workspace.read.count():
            hint = f"; {NOBODY_YET}"
        raise NobodyError(f"there is nobody called {clean(text)!r}{hint}")

    def split_who(self, words: Sequence[str], least: int = 0) -> tuple[str, list[str]]:
        """The id of the person whom the first words name, and the words behind it, at least so many.

        Several words are a name where together they are the whole of one, without quotes too; else the first
        one is. Raises NobodyError or AmbiguousError.
        """
        from netui.domain.model.contact_row import name_key

        for count in range(min(len(words) - least, _NAME_WORDS), 1, -1):
            name = " ".join(words[:count])
            if all(map(name_key, words[:count])) and self.workspace.read.people_named(name):
                return self.who(name), list(words[count:])
        return self.who(words[0]), list(words[1:])

    # ------------------------------------------------------------------ output

    def say(self, text: str = "") -> None:
        """Prints a line, unless JSON was asked for."""
        if not self.wants_json:
            self._print((text,))

    def lines(self, lines: Iterable[str]) -> None:
        """Prints lines in one write, unless JSON was asked for."""
        if not self.wants_json:
            self._print(lines)

    def pages(self, lines: Iterable[str]) -> None:
        """Prints lines, unless JSON was asked for; through a pager where a terminal is too short for them."""
        if not self.wants_json:
            lines = list(lines)
            if not show_in_pager(clean_text("".join([f"{line}\n" for line in lines]))):
                self._print(lines)

    def _print(self, lines: Iterable[str]) -> None:
        self._write(sys.stdout, clean_text("".join([f"{line}\n" for line in as_printed(lines)])))

    def export(self, document: str) -> None:
        """Prints a document in a format of its own: exactly and in UTF-8, but on a terminal."""
        if not sys.stdout.isatty() and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        self._write(sys.stdout, export_output(document))

    def emit(self, document: Any) -> None:
        """Prints the JSON document, if it was asked for."""
        if self.wants_json:
            self._write(sys.stdout, f"{json_output(document)}\n")

    def agreed(self, question: str) -> bool:
        """Asks on stderr; whether the answer on stdin is yes."""
        ask(question)
        return read_answer().strip().lower() in ("y", "yes")

    def warn(self, text: str, *, indented: bool = False) -> None:
        """Prints a line on stderr; ``indented``: one that belongs to the line before."""
        self._write(sys.stderr, f"{'' if indented else 'netui: '}{clean(text)}\n")

    def found_nothing(self, words: str) -> int:
        """Says on a terminal that there is nothing to print; returns the exit status for that."""
        if sys.stdout.isatty() and not self.wants_json:
            self.say(words)
        return 1

    def _write(self, stream: "TextIO", text: str) -> None:
        """Writes; in a command that changes something a failure waits for :meth:`flush_output`."""
        if self._optimistic is not None:
            self._optimistic.write(stream, text)
            return
        try:
            stream.write(text)
        except OSError as error:
            if stream is sys.stdout:
                self._output_error = self._output_error or error

    def flush_output(self, status: int, *, is_written: bool = False) -> int:
        """Flushes what a command printed that ends with ``status``; returns the exit status.

        Where stdout is full a change is saved all the same, and what ``is_written`` is: that is said on
        stderr, and the exit status stays. Nothing else is done without being printed. A pipe closed by its
        reader says nothing.
        """
        if self._workspace is not None and self._workspace.undo_problem:
            self.warn(f"saved, but undo is off: {self._workspace.undo_problem}")
        try:
            sys.stdout.flush()
        except OSError as error:
            self._output_error = self._output_error or error
        failure, self._output_error = self._output_error, None
        if failure is None:
            return status
        silence_stdout()
        if isinstance(failure, BrokenPipeError):
            return status
        is_done = is_written or (self._workspace is not None and self._workspace.has_saved)
        done = "done: only " if is_done and not status else ""
        self.warn(f"{done}what was to be printed could not be written ({failure.strerror or failure})")
        return status if is_done else status or 3

    def done(
        self,
        done: "Done | None",
        words: str = "",
        back: str = "undo",
        *,
        document: "Mapping[str, Any] | None" = None,
    ) -> None:
        """Prints what a change did, and the command that takes it back; in JSON the ``document``, if any."""
        if done is None:
            return
        self._warn_all(done.notes)
        what: Mapping[str, Any] = {"done": done.label, "files": [str(file) for file in done.files]}
        if done.clashes:
            what = {**what, "conflicts": [{"file": str(c.file), "key": c.key} for c in done.clashes]}
        self.emit(document or what)
        if not done.files and not done.clashes:
            self.say("nothing to change: it is so already")
        elif done.files:
            self.say(f"{words or clean(done.label)}  {self.undo_hint(back)}")
        self.warn_of_clashes(done)

    def warn_of_clashes(self, done: "Done") -> None:
        """Prints what a change left as it was, because others had changed it meanwhile."""
        if done.clashes:
            from netui.domain.model.conflict import clash_words

            for words in clash_words(done.clashes, self.workspace.name):
                self.warn(words)
            if any(clash.is_kept for clash in done.clashes):
                self.warn("netui conflicts shows and settles them", indented=True)

    def undo_hint(self, back: str = "undo") -> str:
        """The command that takes the last change back, in brackets; or that undo does not know of it."""
        return "(undo is off)" if self.workspace.undo_problem else f"(netui {back} takes it back)"
