"""Puts single files of a backup back, beside contacts and goals, which the store writes."""

import os

from netui.storage.errors import CannotSave
from netui.storage.files.atomic import Folder, System, make_folder, write_private
from netui.storage.files.bounded_read import read_whole
from netui.storage.network_folder import TRASH


def read_file(root: str, path: str) -> bytes | None:
    """The bytes of the file ``path`` under ``root``, None if there is none; raises OSError."""
    try:
        return read_whole(os.path.join(root, path))
    except (FileNotFoundError, NotADirectoryError):
        return None


def put_file(root: str, path: str, data: bytes, aside: str, system: System | None = None) -> None:
    """Writes a file atomically; one that is there already moves to the folder ``aside`` of the trash first.

    Raises :class:`CannotSave`, also for a folder on the way that is a link out of ``root``.
    """
    system, root = system or System(), os.path.realpath(root)
    try:
        folder, name = os.path.split(path)
        place = _folder(system, root, folder)
        try:
            if os.path.lexists(os.path.join(place.path, name)):
                kept = _folder(system, root, os.path.join(TRASH, aside, folder))
                try:
                    place.move(name, kept, name)
                finally:
                    kept.close()
            write_private(system, os.path.join(place.path, name), data)
        finally:
            place.close()
    except OSError as error:
        raise CannotSave(path, error) from error


def _folder(system: System, root: str, folder: str) -> Folder:
    """Opens a folder under ``root``, made if it is missing; one that leads out is refused."""
    there = os.path.join(root, folder)
    while not os.path.lexists(there):
        there = os.path.dirname(there)
    real = os.path.realpath(there)
    if real != root and not real.startswith(root + os.sep):
        raise CannotSave(folder, f"it is a link that leads out of {root}; keep the folder itself there")
    path = os.path.join(root, folder)
    make_folder(system, path)
    return Folder(system, path, root)
