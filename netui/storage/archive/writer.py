"""Writes a backup: a .tar.gz of the network folder, consistent, read back and compared, then put in place."""

import gzip
import os
import tarfile
from hashlib import blake2b
from typing import IO

from netui.domain.named_tuple import NamedTuple
from netui.storage.archive.reader import DamagedArchiveError, read_archive
from netui.storage.archive.tree import Tree, list_tree
from netui.storage.errors import CannotSave, Conflict
from netui.storage.files.atomic import Folder, Signature, System, temporary_name
from netui.storage.files.locks import locked

TRIES = 3
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Backup(NamedTuple):
    """A backup that was written: the paths it holds, what was left out, and its size in bytes."""

    paths: tuple[str, ...]
    left_out: tuple[str, ...]
    size: int


class _ChangedError(Exception):
    """A file changed while it was copied."""


def write_backup(root: str, target: str, *, replace: bool, system: System | None = None) -> Backup:
    """Writes all files of the network ``root`` to ``target``, readable by the user alone (0600).

    Raises :class:`CannotSave`, and :class:`Conflict` where ``target`` exists and is not to be replaced, or
    where files change all the time. ``target`` is either as it was or whole.
    """
    system, root = system or System(), os.path.realpath(root)
    path, name = os.path.split(os.path.abspath(target))
    real = os.path.realpath(path)
    if real == root or real.startswith(root + os.sep):
        raise CannotSave(target, "it lies in the folder that it is a backup of; choose a place elsewhere")
    if os.path.isdir(target):
        raise CannotSave(target, "it is a folder; name a file")
    if not replace and os.path.lexists(target):
        raise Conflict(f"{target} exists already; choose another name, or replace it with --force")
    temporary = temporary_name()
    try:
        folder = Folder(system, real, real)
        try:
            fd = system.open(temporary, _NEW, 0o600, folder.fd)
            try:
                with os.fdopen(fd, "w+b") as file:
                    tree = _fill(file, root)
                    file.flush()
                    system.sync(file.fileno())
                    size = file.tell()
                _put_in_place(system, folder, temporary, name, replace=replace)
            except BaseException:
                folder.discard(temporary)
                raise
            folder.sync()
        finally:
            folder.close()
    except OSError as error:
        raise CannotSave(target, error) from error
    except (DamagedArchiveError, tarfile.TarError) as error:
        raise CannotSave(target, f"what was written could not be read back ({error}); try again") from error
    return Backup(tuple(tree.files), tree.left_out, size)


def _put_in_place(system: System, folder: Folder, temporary: str, name: str, *, replace: bool) -> None:
    if replace:
        system.rename(temporary, name, folder.fd, folder.fd)
    else:
        folder.create(temporary, name)


def _fill(file: IO[bytes], root: str) -> Tree:
    """Writes the archive and compares it with what was read; again while files change meanwhile."""
    for _ in range(TRIES):
        tree = _locked_tree(root)
        file.seek(0)
        file.truncate()
        try:
            digests = _write(file, root, tree)
        except _ChangedError:
            continue
        if _locked_tree(root).files != tree.files:
            continue
        end = file.tell()
        file.seek(0)
        if {path: _digest(data) for path, data in read_archive(file, end)} != digests:
            raise DamagedArchiveError("it differs")
        file.seek(end)
        return tree
    raise Conflict(f"another program keeps changing files in {root}; wait a moment and try again")


def _locked_tree(root: str) -> Tree:
    """The files between two changes of netui's: of a change of several files all are seen, or none.

    The lock is not held longer, as copying may take a while; what changes meanwhile is noticed.
    """
    with locked(root):
        return list_tree(root)


def _write(file: IO[bytes], root: str, tree: Tree) -> dict[str, bytes]:
    digests = {}
    with (
        gzip.GzipFile("", "wb", 6, file) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path, signature in tree.files.items():
            try:
                with open(os.path.join(root, path), "rb") as source:
                    if Signature.of(os.fstat(source.fileno())) != signature:
                        raise _ChangedError
                    info = tarfile.TarInfo(path)
                    info.size, info.mode, info.mtime = signature.size, 0o600, signature.mtime // 10**9
                    copied = _Hashing(source)
                    archive.addfile(info, copied)  # type: ignore[arg-type]
            except (FileNotFoundError, tarfile.TarError) as error:
                raise _ChangedError from error
            if copied.size != signature.size:
                raise _ChangedError
            digests[path] = copied.hash.digest()
    return digests


class _Hashing:
    """A file that hashes what is read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.size, self.hash = file, 0, blake2b(digest_size=16)

    def read(self, size: int) -> bytes:
        """Reads at most ``size`` bytes."""
        data = self._file.read(size)
        self.size += len(data)
        self.hash.update(data)
        return data


def _digest(file: IO[bytes]) -> bytes:
    found = blake2b(digest_size=16)
    while part := file.read(1 << 20):
        found.update(part)
    return found.digest()
