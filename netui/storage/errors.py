"""Errors of the store, each with a message that says what to do."""

import errno
import os
from typing import Any

_WORDS = {
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "your disk quota is used up; free some space and try again",
    errno.EACCES: "permission denied; check who owns the folder and its mode",
    errno.EPERM: "the system does not permit it; check who owns the folder and its mode",
    errno.EROFS: "the disk is read-only; mount it for writing and try again",
    errno.EIO: "the disk reported an error; check it before trying again",
    errno.EMFILE: "too many files are open; close some programs and try again",
    errno.ENFILE: "too many files are open; close some programs and try again",
    errno.EFBIG: "it is too large to be read; make it smaller, or move it elsewhere",
    errno.ENAMETOOLONG: "the name is too long for this disk; choose a shorter one",
    errno.ENOENT: "there is no such file or folder; check the path",
    errno.ENOTDIR: "a part of the path is a file, not a folder; check the path",
    errno.EISDIR: "it is a folder, not a file; check the path",
    errno.ENXIO: "it is not a regular file; move it elsewhere",
    errno.ELOOP: "its links lead round in a circle; put the file itself there",
    errno.ESTALE: "the network disk was lost; connect it again and try again",
}


class StoreError(Exception):
    """Base class of the store's errors; ``str()`` is the message to show."""


class Unreadable(StoreError):
    """A file that cannot be read or parsed; ``line`` and ``column`` count from 1 (0: the whole file)."""

    def __init__(self, file: str, line: int, column: int, reason: str) -> None:
        where = f"{file}, line {line}, column {column}" if line else file
        super().__init__(f"{where}: {reason}" if where else reason)
        self.file, self.line, self.column, self.reason = file, line, column, reason


class CannotSave(StoreError):
    """The system refused to save; nothing was changed. ``cause`` is the OSError, if there was one."""

    def __init__(self, path: str, reason: str | OSError) -> None:
        self.path = path
        self.cause = reason if isinstance(reason, OSError) else None
        super().__init__(
            f"cannot save {path}: {error_words(reason) if isinstance(reason, OSError) else reason}"
        )


class Busy(CannotSave):
    """Another program is writing."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "another netui is writing there; wait until it is done and try again")


class FolderGone(StoreError):
    """The network's folder was there and is not any more: it was moved, or its disk was unmounted."""

    def __init__(self, path: str) -> None:
        super().__init__(f"the folder {path} is gone; netui goes on once it is back")


class PartlySaved(CannotSave):
    """Some files of a batch were saved and could not be rolled back; undo can do it."""


class EditRefused(StoreError):
    """The change cannot be made without risk to the rest of the file; nothing was written."""


class Conflict(StoreError):
    """The file was changed since: it no longer holds what the change expects. Nothing was written."""


class CannotReplay(Conflict):
    """Undo or redo would have to pass over a change, which it does only when told to.

    ``fate`` says what is in the way, ``reason`` in detail. ``number`` names the change to
    :meth:`~netui.storage.store.Store.undo`; ``following`` is the label of the one after it, "" for none.
    """

    def __init__(self, label: str, number: int, fate: str, reason: str, following: str) -> None:
        super().__init__(f"“{label}” {fate}" + (f": {reason}" if reason else ""))
        self.label, self.number, self.fate, self.reason = label, number, fate, reason
        self.following = following


class NotConfirmed(StoreError):
    """The change was saved, but fsync failed; ``applied`` is what was done."""

    def __init__(self, path: str, cause: OSError, applied: Any = None) -> None:
        why = cause.strerror or str(cause)
        super().__init__(f"{path}: saved, but the disk did not confirm it ({why}); keep a copy")
        self.path, self.cause, self.applied = path, cause, applied


def cannot_read(file: str, error: OSError) -> Unreadable:
    """The error for an OSError while reading ``file``."""
    return Unreadable(file, 0, 0, error_words(error))


def error_words(error: OSError) -> str:
    """What the system refused and what to do, without the number of the error and of descriptors."""
    return _WORDS.get(error.errno or 0) or error.strerror or str(error)


def words_of(error: Exception) -> str:
    """What an error says, of the system or of ours."""
    return path_words(error) if isinstance(error, OSError) else str(error)


def path_words(error: OSError) -> str:
    """As :func:`error_words`, after the path that the error names, if it names one.

    Of two, as a renaming has, the second: the first is that of a temporary file.
    """
    path = error.filename2 or error.filename
    if not path or isinstance(path, int):  # calls on a descriptor name its number
        return error_words(error)
    return f"{os.fsdecode(path)}: {error_words(error)}"
