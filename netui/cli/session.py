"""What every command shares: the network it works on, and how it speaks."""

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Usage
from netui.domain.text.sanitize import clean
from netui.services.settings import config_path, find_places, load_config

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TextIO

    from netui.services.people.contact_list import People
    from netui.services.settings import Config, Places
    from netui.services.sync.survey import Surveyor
    from netui.services.workspace import Done, Workspace

BROKEN_SHOWN = 5
CANDIDATES_SHOWN = 12


class NobodyError(Exception):
    """No such person, entry or promise."""


class AmbiguousError(Exception):
    """More than one is meant; ``str()`` lists them."""


def clock() -> "Callable[[], datetime]":
    """The local time, or the moment that ``NETUI_TODAY`` sets; raises Usage when that is no date."""
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
    """One run of one command: ``data`` as given, ``wants_json`` for one document on stdout.

    A command that :meth:`start_survey` was called for answers from what is known while all files are
    looked at; what it says is kept back until :meth:`is_still_valid` tells that nothing had changed.
    """

    def __init__(self, data: str | None, wants_json: bool = False):
        self.data = data
        self.wants_json = wants_json
        self.config_problem = ""
        self._settings: tuple[Config, Places] | None = None
        self._workspace: Workspace | None = None
        self._surveyor: Surveyor | None = None
        self._is_presuming = False
        self._is_fresh = False
        self._kept_back: list[tuple[TextIO, str]] = []

    def close(self) -> None:
        """Lets go of the index."""
        if self._surveyor is not None:
            self._surveyor.close()
        if self._workspace is not None:
            self._workspace.close()

    # ------------------------------------------------------------------ the network

    @property
    def settings(self) -> "tuple[Config, Places]":
        """The settings in force, and where things are."""
        if self._settings is None:
            config, self.config_problem = load_config(config_path())
            self._settings = config, find_places(self.data, config)
        return self._settings

    @property
    def workspace(self) -> "Workspace":
        """The network, opened but not looked through."""
        if self._workspace is None:
            from netui.services.workspace import Workspace

            now = clock()
            config, places = self.settings
            if self.config_problem:
                self.warn(self.config_problem)
            self._workspace = Workspace(places, config, now)
        return self._workspace

    def start_survey(self, *, apart: bool) -> None:
        """Has all contacts' files looked at; ``apart``: in a process of its own, from now on."""
        from netui.services.sync.survey import Surveyor

        self._surveyor = Surveyor(self.settings[1].network, "contacts", apart=apart)

    def refresh_all(self, *, warns: bool = True) -> "Workspace":
        """The network, with every change of its files taken in; one warning for each broken file."""
        workspace = self.workspace
        if not self._is_fresh:
            self._is_fresh = True
            if self._surveyor is None:
                workspace.refresh(self._progress())
            elif workspace.refresh_goals_and_pending():
                self._is_presuming = True
            else:
                workspace.refresh(self._progress(), self._surveyor.survey())
        if warns:
            self._warn_of_broken(workspace)
        return workspace

    def refresh_folders(self) -> "Workspace":
        """The network for a command that changes a few people: a change in place elsewhere is not looked for.

        Files that came, went or were replaced are taken in, and whoever :meth:`who` finds is looked at.
        """
        workspace = self.workspace
        if not workspace.index.built:
            return self.refresh_all()
        workspace.refresh_if_folder_changed()
        self._warn_of_broken(workspace)
        return workspace

    def _warn_of_broken(self, workspace: "Workspace") -> None:
        broken = workspace.read.broken()
        for _, error in broken[:BROKEN_SHOWN]:
            self.warn(error)
        if len(broken) > BROKEN_SHOWN:
            self.warn(f"{len(broken) - BROKEN_SHOWN} more files cannot be read; `netui check` names them all")

    def is_still_valid(self) -> bool:
        """Whether what was said stands; where files had changed it is taken back, and they are read."""
        if self._is_presuming:
            self._is_presuming = False
            assert self._surveyor is not None
            if not self.workspace.index.is_true_to(self._surveyor.imprint()) and self.workspace.refresh(
                self._progress(), self._surveyor.survey()
            ):
                self._kept_back.clear()
                return False
        for stream, text in self._kept_back:
            stream.write(text)
        self._kept_back.clear()
        return True

    def rebuild_index(self) -> None:
        """Gives up the index, and what was said on the strength of it."""
        self._is_presuming = self._is_fresh = False
        self._surveyor = None
        self._kept_back.clear()
        self.workspace.index.start_afresh()

    def people(self, workspace: "Workspace") -> "People":
        """Everyone, with their standing, read as far as they are asked for."""
        from netui.services.people.lazy_contact_list import OnDemand

        return OnDemand(workspace)

    def _progress(self) -> Callable[[int, int], None] | None:
        """Tells how far a long first reading is, on a terminal, after its first second."""
        if self.wants_json or not sys.stderr.isatty():
            return None
        from time import monotonic

        started = monotonic()

        def tell(done: int, total: int) -> None:
            if monotonic() - started > 1 or done < total:
                end = "\r\033[K" if done >= total else ""
                sys.stderr.write(f"\rreading {done:,} of {total:,} files{end}")
                sys.stderr.flush()

        return tell

    def who(self, text: str) -> str:
        """The id of the one person that ``text`` means; raises NobodyError or AmbiguousError."""
        workspace = self.workspace
        found = workspace.read.find(text)
        if not self._is_fresh:
            if workspace.refresh_some(person.id for person in found[:CANDIDATES_SHOWN]):
                found = workspace.read.find(text)
            if not found:
                workspace.refresh()
                self._is_fresh = True
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
        near = workspace.read.names_like(text)
        hint = f"; did you mean {' or '.join(clean(n.name) for n in near)}?" if near else ""
        raise NobodyError(f"there is nobody called {clean(text)!r}{hint}")

    # ------------------------------------------------------------------ speaking

    def say(self, text: str = "") -> None:
        """A line for people; nothing where JSON was asked for."""
        if not self.wants_json:
            self._write(sys.stdout, f"{text}\n")

    def lines(self, lines: Iterable[str]) -> None:
        """Many lines at once."""
        if not self.wants_json:
            self._write(sys.stdout, "".join([f"{line}\n" for line in lines]))

    def emit(self, document: Any) -> None:
        """The one JSON document, if it was asked for."""
        if self.wants_json:
            from json import dumps

            encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
            self._write(sys.stdout, dumps(document, ensure_ascii=encoding != "utf8") + "\n")

    def agreed(self, question: str) -> bool:
        """Whether the answer on stdin is yes; the question stands on stderr."""
        sys.stderr.write(question)
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes")

    def warn(self, text: str) -> None:
        """One line on stderr."""
        self._write(sys.stderr, f"netui: {clean(text)}\n")

    def _write(self, stream: "TextIO", text: str) -> None:
        if self._is_presuming:
            self._kept_back.append((stream, text))
        else:
            stream.write(text)

    def done(self, done: "Done | None", words: str = "") -> None:
        """Says what a change did, and how to take it back."""
        if done is None:
            return
        self.emit({"done": done.label, "files": [str(file) for file in done.files]})
        if not done.files:
            self.say("nothing to change: it is so already")
        else:
            self.say(f"{words or clean(done.label)}  (netui undo takes it back)")
