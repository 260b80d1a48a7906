"""Drafts: text that is not saved yet.

Each stands in a file of its own, which the user alone can read.
"""

import contextlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import CannotSave
from netui.storage.files.bounded_read import read_whole
from netui.storage.files.stat import network_key

if TYPE_CHECKING:
    from netui.storage.files.atomic import System
    from netui.storage.state.config import Places


class Draft(NamedTuple):
    """One draft of a list: its file and its text."""

    path: Path
    text: str


class Drafts:
    """The drafts of one network, in a folder of their own in the user state folder.

    A kind has either one draft, the latest (``form-…``, ``edit-…``: :meth:`save`, :meth:`load`,
    :meth:`delete`), or a list of them (``note``, ``line-…``: :meth:`add`, :meth:`newest`,
    :meth:`replace`, :meth:`remove`). A file written when the kind had only one is a member of its list.
    Drafts of older versions, which kept those of all networks in one folder, are found by each network.
    """

    def __init__(self, places: "Places", system: "System | None" = None) -> None:
        shared = Path(places.state) / "drafts"
        self._folder = shared / network_key(places.network)
        self._folders = (self._folder, shared)
        self._system = system

    def save(self, kind: str, text: str) -> Path:
        """Writes ``text`` durably (fsync), readable by the user alone (0600); raises :class:`CannotSave`."""
        return self._write(self._folder / f"{kind}.txt", text)

    def load(self, kind: str) -> str | None:
        """The draft of this kind, if there is one."""
        for folder in self._folders:
            with contextlib.suppress(OSError):
                return _decode(read_whole(str(folder / f"{kind}.txt")))
        return None

    def delete(self, kind: str) -> None:
        """Removes the draft, if there is one."""
        for folder in self._folders:
            self.remove(folder / f"{kind}.txt")

    # ------------------------------------------------------------------ lists

    def add(self, kind: str, text: str) -> Draft:
        """Adds a draft to the list of this kind, written like :meth:`save`; raises :class:`CannotSave`."""
        name = f"{kind}-{time.time_ns():020d}-{os.urandom(4).hex()}"
        return Draft(self._write(self._folder / f"{name}.txt", text), text)

    def newest(self, kind: str, limit: int) -> list[Draft]:
        """The drafts of this kind, the one written last first; at most ``limit``."""
        member = re.compile(rf"{re.escape(kind)}(-\d{{20}}-[0-9a-f]{{8}})?\.txt")
        found: list[tuple[int, str, Path]] = []
        for folder in self._folders:
            names: list[str] = []
            with contextlib.suppress(OSError), os.scandir(folder) as files:
                names = [file.name for file in files if member.fullmatch(file.name)]
            for name in names:
                with contextlib.suppress(OSError):  # saved or dropped meanwhile by another program
                    found.append(((folder / name).stat().st_mtime_ns, name, folder / name))
        drafts: list[Draft] = []
        for _, _, path in sorted(found, reverse=True)[:limit]:
            with contextlib.suppress(OSError):
                drafts.append(Draft(path, _decode(read_whole(str(path)))))
        return drafts

    def replace(self, draft: Draft, text: str) -> Draft:
        """Replaces the text of a draft, which is then the newest; raises :class:`CannotSave`."""
        return Draft(self._write(draft.path, text), text)

    def remove(self, path: Path) -> None:
        """Removes a draft, if it is still there."""
        with contextlib.suppress(OSError):
            os.unlink(path)

    def _write(self, path: Path, text: str) -> Path:
        try:
            from netui.storage.files.atomic import write_private

            write_private(self._system, str(path), _encode(text))
        except OSError as error:
            raise CannotSave(str(path), error) from error
        except ImportError as error:  # no file locks: the caller shows the text instead
            raise CannotSave(str(path), str(error)) from error
        return path


def hashed_kind(kind: str, name: str) -> str:
    """The kind of the drafts of a form or prompt whose ``name`` may hold any text."""
    from _blake2 import blake2s  # hashlib has it too, and loads OpenSSL

    return f"{kind}-{blake2s(name.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def _encode(text: str) -> bytes:
    """UTF-8; bytes of the shell that were none (surrogate escapes) as they came, other surrogates as such."""
    for errors in ("strict", "surrogateescape"):
        with contextlib.suppress(UnicodeEncodeError):
            return text.encode("utf-8", errors)
    return text.encode("utf-8", "surrogatepass")


def _decode(data: bytes) -> str:
    """The inverse of :func:`_encode`."""
    for errors in ("strict", "surrogatepass"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-8", errors)
    return data.decode("utf-8", "surrogateescape")
