"""Reads a backup, which may be hostile: paths, links, devices, bombs and damage are refused."""

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from typing import IO, cast

from netui.storage.archive.tree import is_safe_path

LARGEST_RATIO = 250
"""How many times its size an archive may unpack to; text reaches 50, a bomb 1,000."""
ALLOWANCE = 64 << 20
"""Bytes that every archive may unpack to."""
MOST_FILES = 1_000_000


class DamagedArchiveError(Exception):
    """What is no backup, is cut off, or holds what no backup does; ``str()`` says which, in one clause."""


class _Limited:
    """A stream that ends with an error after ``limit`` bytes."""

    def __init__(self, file: IO[bytes], limit: int) -> None:
        self._file, self._left = file, limit

    def read(self, size: int) -> bytes:
        """Reads at most ``size`` bytes."""
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise DamagedArchiveError(f"it unpacks to more than {LARGEST_RATIO} times its size")
        return data


def read_archive(file: IO[bytes], size: int) -> Iterator[tuple[str, IO[bytes]]]:
    """The path and content of every file in a .tar.gz of ``size`` bytes, in turn, to be read at once.

    Raises :class:`DamagedArchiveError`, at the end at the latest: nothing may be believed before.
    """
    files: set[str] = set()
    folders: set[str] = set()
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as unpacked:
            stream = _Limited(cast(IO[bytes], unpacked), ALLOWANCE + size * LARGEST_RATIO)
            with tarfile.open(fileobj=stream, mode="r|") as archive:  # type: ignore[call-overload]
                for info in archive:
                    path = info.name.removeprefix("./")
                    if info.isdir() and path in (".", ""):
                        continue
                    _refuse_odd(info, path, files, folders)
                    if info.isdir():
                        continue
                    content = archive.extractfile(info)
                    if content is not None:
                        yield path, content
                    archive.members.clear()  # else every header stays in memory
            while stream.read(1 << 20):
                pass  # the checksum stands at the end
    except DamagedArchiveError:
        raise
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DamagedArchiveError(f"it is cut off or damaged, or no .tar.gz ({error})") from error
    except (tarfile.TarError, ValueError, ArithmeticError, RecursionError, TypeError, LookupError) as error:
        raise DamagedArchiveError(f"it is damaged ({error})") from error


def _refuse_odd(info: tarfile.TarInfo, path: str, files: set[str], folders: set[str]) -> None:
    """Raises for whatever a backup does not hold; takes note of the path."""
    if not is_safe_path(path):
        raise DamagedArchiveError(f"it holds the path {info.name[:200]!r}, which no backup does")
    parts = path.split("/")
    above = {"/".join(parts[:depth]) for depth in range(1, len(parts))}
    if info.isdir():
        folders |= {*above, path}
        return
    if not info.isreg() or info.issparse():
        raise DamagedArchiveError(f"{info.name[:200]!r} in it is a link or a device, no file")
    if path in files or path in folders or above & files:
        raise DamagedArchiveError(f"it holds {info.name[:200]!r} twice")
    files.add(path)
    folders |= above
    if len(files) > MOST_FILES:
        raise DamagedArchiveError(f"it holds more than {MOST_FILES:,} files")
