"""Copies of texts for an editor to work on: what it leaves is found again, also after a kill.

Each lies in a folder of its own beside the drafts, since editors put backups and swap files beside a file. No
name of a folder or file says whom it is about. A changed copy that nobody holds any more is a draft.
"""

import contextlib
import fcntl
import json
import os
import shutil
import stat
import tempfile
from pathlib import Path

from netui.storage.errors import CannotSave
from netui.storage.files.atomic import System, make_folder, write_private
from netui.storage.files.bounded_read import read_whole
from netui.storage.files.stat import network_key
from netui.storage.state.config import EDITOR_COPY, Places
from netui.storage.toml.parse import MAX_BYTES

_ABOUT = "about.json"


class EditorCopy:
    """One copy: the file for the editor, what it is of, and what it began as.

    It is held, by a lock that ends with the process, until it is released or removed.
    """

    def __init__(self, folder: Path, lock: int) -> None:
        """Takes over the folder and its lock; raises OSError or ValueError where it is none of ours."""
        self._folder, self._lock = folder, lock
        about = json.loads(read_whole(str(folder / _ABOUT)))
        self.of = str(about["of"])
        """What it is a copy of: a file of the network, or a word for another text."""
        self.is_awaited: bool = about["awaited"] is True
        """Whether the editor returned at once, so that it may still save."""
        self.network = str(about["network"])
        """The network that it belongs to, see :func:`network_key`."""
        self._refused = tuple(about.get("refused", ()))
        self.path = folder / os.path.basename(str(about["name"]))
        """The file that the editor is given."""
        self._base = self.path.with_name(_base_name(self.path.name))
        self.base = read_whole(str(self._base))
        """The bytes that the editor's changes are to be compared with."""

    def read(self) -> bytes | None:
        """The bytes that stand there now; None where there is no file.

        Of a file that is too large for netui no more than shows it: one of holes has any size.
        """
        try:
            if not stat.S_ISREG(os.stat(self.path).st_mode):
                return None
            with open(self.path, "rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError:
            return None

    @property
    def is_changed(self) -> bool:
        """Whether there is something to lose: other bytes than it began with, or an editor's swap file."""
        data = self.read()
        known = {self.path.name, self._base.name, _ABOUT}
        with contextlib.suppress(OSError):
            if any(name not in known and ".sw" in name for name in os.listdir(self._folder)):
                return True
        return bool(data) and data != self.base

    @property
    def changed_at(self) -> tuple[int, int]:
        """When it was last written, in ns, and its size; (0, 0) where there is no file."""
        try:
            found = os.stat(self.path)
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_size

    def write(self, data: bytes) -> None:
        """Replaces the bytes; what they are compared with stays."""
        write_private(None, str(self.path), data)

    def rebase(self, base: bytes) -> None:
        """The bytes were taken in: from now on changes are those to ``base``."""
        self.base = base
        write_private(None, str(self._base), base)

    def await_save(self) -> None:
        """The editor returned at once: what it saves later is to be taken in."""
        self.is_awaited = True
        self._describe()

    def refuse(self) -> None:
        """What stands there now could not be taken in."""
        self._refused = self.changed_at
        self._describe()

    @property
    def is_refused(self) -> bool:
        """Whether what stands there now could not be taken in."""
        return self._refused == self.changed_at

    def _describe(self) -> None:
        about = {
            "network": self.network, "of": self.of, "name": self.path.name, "awaited": self.is_awaited,
            "refused": self._refused,
        }  # fmt: skip
        write_private(None, str(self._folder / _ABOUT), json.dumps(about).encode())

    def release(self) -> None:
        """Leaves it as a draft."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def remove(self) -> None:
        """Deletes it, with what an editor put beside it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self.release()


def _base_name(name: str) -> str:
    """The name of the file that keeps what a copy of this name began as."""
    return f"base{os.path.splitext(name)[1]}"


def create_copy(places: Places, of: str, name: str, base: bytes) -> EditorCopy:
    """A copy that holds ``base`` and is called ``name``, for the editor to know the format by.

    Where the state folder cannot be written it lies in the temporary folder. Raises CannotSave.
    """
    drafts = os.path.join(places.state, "drafts")
    try:
        try:
            make_folder(System(), drafts)
            folder = tempfile.mkdtemp(prefix=EDITOR_COPY, dir=drafts)
        except OSError:
            folder = tempfile.mkdtemp(prefix="netui-")
        lock = _lock(folder)
        network = network_key(places.network)
        about = {"network": network, "of": of, "name": name, "awaited": False}
        write_private(None, os.path.join(folder, _base_name(name)), base)
        write_private(None, os.path.join(folder, name), base)
        write_private(None, os.path.join(folder, _ABOUT), json.dumps(about).encode())
        return EditorCopy(Path(folder), lock)
    except OSError as error:
        raise CannotSave(drafts, error) from error


def left_copies(places: Places) -> list[EditorCopy]:
    """The copies of this network that nobody holds, each held now; the one changed last comes first."""
    found: list[EditorCopy] = []
    with contextlib.suppress(OSError), os.scandir(os.path.join(places.state, "drafts")) as entries:
        for entry in entries:
            if entry.name.startswith(EDITOR_COPY) and entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                    found.append(_take_over(entry.path))
    network = network_key(places.network)
    for copy in found:
        if copy.network != network:
            copy.release()
    own = [copy for copy in found if copy.network == network]
    return sorted(own, key=lambda copy: copy.changed_at, reverse=True)


def remove_copies(places: Places, of: str) -> None:
    """Deletes the copies of one file, but for those that somebody holds."""
    for copy in left_copies(places):
        if copy.of == of:
            copy.remove()
        else:
            copy.release()


def _take_over(folder: str) -> EditorCopy:
    lock = _lock(folder)
    try:
        return EditorCopy(Path(folder), lock)
    except BaseException:
        os.close(lock)
        raise


def _lock(folder: str) -> int:
    """Takes the lock of a folder; raises BlockingIOError where another process has it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:  # a file system without locks: no other process is kept out
        return descriptor
    return descriptor
