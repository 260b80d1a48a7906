"""A survey: the status of every TOML file of a folder, by which changed files are found without reading them.

It imports what the interpreter has loaded at its start and little more: the process that surveys the files
for a command begins before everything else is imported.
"""

import os
from zlib import crc32

from netui.domain.text.encoding import is_utf8

TYPE_CHECKING = False  # as in typing, which takes a tenth of a command to load
if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIX = ".toml"
StrPath = str | os.PathLike[str]
"""A path; short commands do without :mod:`pathlib`, which takes long to load."""
Survey = dict[str, int]
"""By name, the hash of the signature of every TOML file of a folder, conflict copies and backups included."""
_FOLDER = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY


def open_folder(network: StrPath, folder: str) -> tuple[int, list[str]]:
    """An open descriptor of ``folder`` and the names of its TOML files; -1 and none where there is no folder.

    A name that is not UTF-8 is left out: no id can be made of it. `netui check` names these. Raises OSError
    if it cannot be listed, and Unreadable where the folder is a link out of the network.
    """
    path = os.path.join(network, folder)
    try:
        descriptor = os.open(inside(network, folder, path) if os.path.islink(path) else path, _FOLDER)
    except FileNotFoundError:
        return -1, []
    try:
        names = [name for name in os.listdir(descriptor) if name.endswith(SUFFIX)]
    except OSError as error:
        os.close(descriptor)
        error.filename = path  # instead of the number of the descriptor
        raise
    return descriptor, names if is_utf8("".join(names)) else [name for name in names if is_utf8(name)]


def inside(network: StrPath, name: str, path: str) -> str:
    """What the link ``path``, called ``name`` in messages, leads to; raises Unreadable if it leads out."""
    real, root = os.path.realpath(path), os.path.realpath(network)
    if not real.startswith(root + os.sep):
        from netui.storage.errors import Unreadable

        raise Unreadable(
            name, 0, 0, f"it is a link that leads out of {root}; put what it leads to there itself"
        )
    return real


def close_folder(descriptor: int) -> None:
    """Closes what :func:`open_folder` opened."""
    if descriptor >= 0:
        os.close(descriptor)


def statuses(descriptor: int, names: "Iterable[str]") -> Survey:
    """Stats these files of the open folder; those that are gone are left out.

    The hot loop of every command that lists: ten thousand files.
    """
    found: Survey = {}
    stat = os.stat
    for name in names:
        try:
            status = stat(name, dir_fd=descriptor)
        except OSError:
            try:
                status = stat(name, dir_fd=descriptor, follow_symlinks=False)
            except FileNotFoundError:
                continue
        found[name] = hash((status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino))
    return found


def fingerprint(found: Survey) -> str:
    """A checksum of a survey, of at most 40 characters: equal only if all names and statuses are equal."""
    return f"{crc32(os.fsencode('/'.join(found)))} {sum(found.values())}"
