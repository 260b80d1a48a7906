"""File formats: detects the format of each file by its content, and parses the file."""

import os
from collections.abc import Callable, Iterator, Mapping
from errno import ENOENT
from importlib import import_module
from io import BytesIO
from stat import S_ISREG
from typing import NamedTuple

from netui.interchange.network_json import is_network
from netui.interchange.records import ParsedFile, RejectedRecord
from netui.services.errors import Refused

MAX_BYTES = 64 << 20
_SNIFFED = 64 << 10
_ZIP = b"PK\x03\x04"


class Format(NamedTuple):
    """An import format: ``detects`` a file by its name and first bytes; ``module`` reads it."""

    name: str
    suffixes: tuple[str, ...]
    detects: Callable[[str, bytes], bool]
    module: str


def _is_friends(name: str, start: bytes) -> bool:
    text = start.lower()
    return name.endswith((".md", ".markdown")) and (b"### friends" in text or b"### activities" in text)


def _is_vcard(_: str, start: bytes) -> bool:
    return b"BEGIN:VCARD" in start.replace(b"\0", b"").upper()


def _is_csv(name: str, start: bytes) -> bool:
    if not name.endswith((".csv", ".tsv", ".txt")):
        return False
    from netui.interchange.csv.reader import is_address_book

    return is_address_book(start)


FORMATS: tuple[Format, ...] = (
    Format("json", (".json",), lambda _, start: is_network(start), "netui.interchange.network_json"),
    Format("vcard", (".vcf", ".vcard"), _is_vcard, "netui.interchange.vcard.reader"),
    Format("csv", (".csv",), _is_csv, "netui.interchange.csv.reader"),
    Format("friends", (".md", ".markdown"), _is_friends, "netui.interchange.friends"),
)
"""All formats, in the order in which they are tried; each module has ``read(data, file) -> Reading``."""


def find_format(name: str) -> Format:
    """The format of this name; raises Refused."""
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise Refused(f"there is no format {name!r}; there is {', '.join(each.name for each in FORMATS)}")


def read_files(path: str, wanted: Format | None, columns: Mapping[str, str]) -> list[ParsedFile]:
    """Parses a file, or those of a folder or zip archive that have a known format; at least one is returned.

    ``columns`` says for a field which column of a CSV file fills it. Raises FileNotFoundError.
    """
    found = [parsed for each in _files(path, wanted) for parsed in _read(each, wanted, columns)]
    nothing = "no file of a known format is in it"
    return found or [rejected_file(os.path.basename(os.path.normpath(path)), nothing)]


def _files(path: str, wanted: Format | None) -> list[str]:
    """The files to read: of a folder those with a format's suffix; raises FileNotFoundError."""
    suffixes = wanted.suffixes if wanted else (".zip", *(s for each in FORMATS for s in each.suffixes))
    if os.path.isdir(path):
        return [
            os.path.join(path, name) for name in sorted(os.listdir(path)) if name.lower().endswith(suffixes)
        ]
    if not os.path.lexists(path):
        raise FileNotFoundError(ENOENT, "there is no such file; check the path", path)
    return [path]


def is_refused(parsed: ParsedFile) -> bool:
    """Whether nothing of a file could be read."""
    return not parsed.people and not parsed.entries and bool(parsed.rejected)


def _read(path: str, wanted: Format | None, columns: Mapping[str, str]) -> Iterator[ParsedFile]:
    """Reads one file; one that cannot be read is rejected as a whole."""
    name = os.path.basename(path)
    try:
        # A named pipe would wait for somebody to write to it.
        with open(path, "rb", opener=lambda p, flags: os.open(p, flags | os.O_NONBLOCK)) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                yield rejected_file(name, "it is no file")
                return
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        yield rejected_file(name, error.strerror or str(error))
        return
    if len(data) > MAX_BYTES:
        yield rejected_file(name, f"larger than {MAX_BYTES >> 20} MiB; split it")
    elif data.startswith(_ZIP):
        yield from _read_archive(data, name, wanted, columns)
    else:
        yield _parse(data, name, wanted, columns)


def _read_archive(
    data: bytes, name: str, wanted: Format | None, columns: Mapping[str, str]
) -> Iterator[ParsedFile]:
    """The files of a zip archive that have a known format, such as the contacts of a LinkedIn export."""
    from zipfile import BadZipFile, ZipFile

    left = MAX_BYTES
    try:
        with ZipFile(BytesIO(data)) as archive:
            for item in archive.infolist():
                inner = os.path.basename(item.filename)
                if item.is_dir() or inner.casefold() in _OWN_FILES or not _detect(inner, b"", by_name=True):
                    continue
                with archive.open(item) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    yield rejected_file(name, f"more than {MAX_BYTES >> 20} MiB when unpacked")
                    return
                found = wanted or _detect(inner, content)
                if found:
                    yield _parse(content, f"{name}/{inner}", found, columns)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        yield rejected_file(name, f"the archive cannot be read: {error}")


_OWN_FILES = frozenset(("profile.csv", "email addresses.csv", "phonenumbers.csv", "registration.csv"))
"""What a LinkedIn export says of its owner."""


def _detect(name: str, data: bytes, *, by_name: bool = False) -> Format | None:
    """The format of a file with this name and content; ``by_name`` by the name's suffix alone."""
    lower = name.lower()
    for each in FORMATS:
        if lower.endswith(each.suffixes) if by_name else each.detects(lower, data[:_SNIFFED]):
            return each
    return None


def _parse(data: bytes, name: str, wanted: Format | None, columns: Mapping[str, str]) -> ParsedFile:
    found = wanted or (find_format("csv") if columns else _detect(name, data))
    if found is None:
        known = ", ".join(each.name for each in FORMATS)
        return rejected_file(
            name, f"not a file that can be told by itself; say what it is with --from ({known})"
        )
    read = import_module(found.module).read
    parsed: ParsedFile = read(data, name, columns) if found.name == "csv" else read(data, name)
    return parsed


def rejected_file(file: str, why: str) -> ParsedFile:
    """A file that is rejected as a whole."""
    return ParsedFile(rejected=(RejectedRecord(file, "", why),))
