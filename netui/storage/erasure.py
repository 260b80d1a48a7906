"""Erasure: rewrites or removes single files for good, without undo and trash."""

import os
import stat
from collections.abc import Iterator

from netui.storage.errors import CannotSave
from netui.storage.files.atomic import write_private
from netui.storage.files.stat import StrPath

_OF_OTHERS = {".git", ".hg", ".jj", ".svn"}


def list_files(root: StrPath) -> Iterator[str]:
    """The paths of all regular files under ``root``, those of version control and behind links left out."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - _OF_OTHERS)
        for name in sorted(names):
            path = os.path.join(folder, name)
            try:
                if stat.S_ISREG(os.lstat(path).st_mode):
                    yield os.path.relpath(path, root)
            except OSError:
                continue


def rewrite(root: StrPath, path: str, data: bytes | None) -> None:
    """Replaces the bytes of a file, or removes it (None); raises :class:`CannotSave`."""
    whole = os.path.join(root, path)
    try:
        if data is None:
            os.unlink(whole)
        else:
            write_private(None, whole, data)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotSave(path, error) from error
