"""The files of a network folder that a backup holds, and the paths that one may hold."""

import os
import stat
from collections.abc import Iterator

from netui.domain.named_tuple import NamedTuple
from netui.storage.files.atomic import Signature
from netui.storage.files.bounded_read import LARGEST
from netui.storage.network_folder import TRASH, is_temporary

HIDDEN = (".sources", ".quarantine", ".forgotten", TRASH)
"""The hidden names that are netui's; any other (``.git``, ``.envrc``) is another program's."""
LONGEST_PATH = 1000


class Tree(NamedTuple):
    """Every file by its path in the folder, with its signature; ``left_out`` says what is not in it."""

    files: dict[str, Signature]
    left_out: tuple[str, ...]


def is_safe_path(path: str) -> bool:
    """Whether a path stays in the folder it is joined to, and names nothing of another program."""
    parts = path.split("/")
    hidden = [part for part in (parts[1:] if parts[0] in HIDDEN else parts) if part.startswith(".")]
    plain = all(part and not any(ord(letter) < 32 for letter in part) for part in parts)
    return plain and not hidden and len(path) <= LONGEST_PATH


def list_tree(root: str) -> Tree:
    """Lists the files under ``root``; a link counts as the file it leads to, if that is there too."""
    files: dict[str, Signature] = {}
    left_out: list[str] = []
    for path, entry in _walk(root, ""):
        real = os.path.realpath(entry.path)
        if not is_safe_path(path):
            left_out.append(path)
            continue
        try:
            status = os.stat(real)
        except OSError:
            left_out.append(f"{path} (a link that leads nowhere)")
            continue
        if not real.startswith(root + os.sep):
            left_out.append(f"{path} (a link that leads out)")
        elif not stat.S_ISREG(status.st_mode):
            left_out.append(f"{path} (not a regular file)")
        elif status.st_size > LARGEST:
            left_out.append(f"{path} (larger than {LARGEST >> 20} MiB)")
        else:
            files[path] = Signature.of(status)
    return Tree(files, tuple(left_out))


def _walk(root: str, folder: str) -> "Iterator[tuple[str, os.DirEntry[str]]]":
    with os.scandir(os.path.join(root, folder)) as found:
        entries = sorted(found, key=lambda each: each.name)
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=False) and is_safe_path(path):
            yield from _walk(root, path)
        elif not is_temporary(entry.name):
            yield path, entry
