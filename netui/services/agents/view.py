"""The part of a network that an agent may see, as a network of its own in a folder.

Whatever an answer is made of, a count, a path of introductions, a search, it is made of this folder alone:
what is not in it cannot be told. Private entries and oneself are never in it; the query of the settings
(``[mcp] query``) limits who is.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from netui.domain.model.changes import CONTACTS, GOALS, SETTINGS, FileId
from netui.domain.privacy.visibility import Visibility
from netui.services.people.commands import read_document
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError, Unreadable
from netui.storage.files.stat import StrPath
from netui.storage.projection import write_projected
from netui.storage.state.config import Places

_Stamp = tuple[int, int]


@contextmanager
def view_folder(cache: StrPath) -> Iterator[str]:
    """A folder for a view, removed afterwards; so are those of servers that were killed."""
    os.makedirs(cache, mode=0o700, exist_ok=True)
    for name in os.listdir(cache):
        found = _FOLDER.match(name)
        if found and not _is_running(int(found[1])):
            rmtree(os.path.join(cache, name), ignore_errors=True)
    with TemporaryDirectory(prefix=f"agent-{os.getpid()}-", dir=cache, ignore_cleanup_errors=True) as folder:
        yield folder


_FOLDER = re.compile(r"agent-(\d+)-")


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


class AgentView:
    """The view in ``folder``; :attr:`workspace` is the network that an agent sees."""

    def __init__(self, main: Workspace, folder: str) -> None:
        self.main = main
        self.network = os.path.join(folder, "network")
        self.places = Places(self.network, f"{folder}/state", f"{folder}/cache", main.places.config)
        for each in (self.network, os.path.join(self.network, CONTACTS)):
            os.makedirs(each, mode=0o700)
        self.workspace = Workspace(self.places, main.config, main.now)
        self.visible: frozenset[str] = frozenset()
        self._hidden: tuple[frozenset[str], frozenset[str]] | None = None
        self._written: dict[FileId, _Stamp] = {}

    def refresh(self) -> None:
        """Takes in what changed in the network; raises QueryError for a query that cannot be read."""
        main = self.main
        main.refresh()
        visible = self._find_visible()
        hidden = self._find_hidden(visible)
        if (visible, hidden) != (self.visible, self._hidden):
            self._forget_stamps()
        self.visible, self._hidden = visible, hidden
        seen = Visibility(visible, *hidden)
        files = {file: stamp for file in self._files() if (stamp := _stamp(main.places.network, file))}
        for file in [each for each in self._written if each not in files]:
            write_projected(self.network, file, None)
            del self._written[file]
        for file, stamp in files.items():
            if self._written.get(file) != stamp and (document := self._read(file)) is not None:
                write_projected(self.network, file, seen.document(document))
                self._written[file] = stamp
        self.workspace.refresh()

    def close(self) -> None:
        """Lets go of its index."""
        self.workspace.close()

    def _find_visible(self) -> frozenset[str]:
        main = self.main
        oneself, query = main.read.oneself(), main.config.mcp.query
        if query.strip():
            rows = ContactList(main).listed(main.parse_query(query), "name").contact_rows
        else:
            rows = main.read.contact_rows()
        return frozenset(row.id for row in rows if not row.error and row.id != oneself)

    def _find_hidden(self, visible: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The names and e-mail addresses of whoever is not visible."""
        names: set[str] = set()
        emails: set[str] = set()
        shown: set[str] = set()
        for ident, _, head in self.main.read.heads():
            if ident in visible:
                shown.add(str(head.get("name", "")))
                continue
            names.update(_texts(head.get("name")), _texts(head.get("aliases")), (ident.replace("-", " "),))
            emails.update(_texts(head.get("emails")))
        return frozenset(names - shown), frozenset(emails)

    def _files(self) -> Iterator[FileId]:
        yield SETTINGS
        yield from (FileId(GOALS, ident) for ident, _, error in self.main.read.goals() if not error)
        yield from (FileId(CONTACTS, ident) for ident in sorted(self.visible))

    def _read(self, file: FileId) -> Mapping[str, Any] | None:
        try:
            return read_document(self.main, file)
        except (StoreError, Unreadable, OSError):
            return None

    def _forget_stamps(self) -> None:
        """Lets every file be rewritten, as others may be named in each."""
        self._written = dict.fromkeys(self._written, (0, 0))


def _stamp(network: str | os.PathLike[str], file: FileId) -> _Stamp | None:
    try:
        status = os.stat(os.path.join(network, file.folder, file.filename))
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    texts = (item.get("value") if isinstance(item, Mapping) else item for item in items)
    return [text for text in texts if isinstance(text, str)]
