"""File formats: detects the format of each file by its content, and parses the file."""

import os
import re
from collections.abc import Callable, Iterator
from errno import ENOENT
from importlib import import_module
from io import BytesIO
from stat import S_ISREG

from netui.domain.named_tuple import NamedTuple
from netui.interchange.network_json import is_network
from netui.interchange.records import ParsedFile, ReadOptions, rejected_file
from netui.services.errors import OwnAddressesUnknown, Refused, error_words, words_of

MAX_BYTES = 64 << 20
_SNIFFED = 64 << 10
_ZIP = b"PK\x03\x04"
_MARKDOWN = (".md", ".markdown")


class Format(NamedTuple):
    """An import format: ``detects`` a file by its name and first bytes; ``module`` reads it.

    With ``takes_options`` its ``read`` takes the options of the user behind data and file name. One that
    ``streams`` is of any size: ``read_path`` of its module reads a file or a folder.
    """

    name: str
    suffixes: tuple[str, ...]
    detects: Callable[[str, bytes], bool]
    module: str
    takes_options: bool = False
    streams: bool = False


def _is_friends(name: str, start: bytes) -> bool:
    if not name.endswith(_MARKDOWN):
        return False
    text = start.lower()
    if b"### friends" in text or b"### activities" in text:
        return True
    # Many a note has a heading of this name; that program's have a day and bold names in each line.
    is_dated = re.search(rb"^- \d{4}-\d\d-\d\d: .*\*\*", text, re.MULTILINE)
    return b"### notes" in text and is_dated is not None


def _is_vcard(_: str, start: bytes) -> bool:
    return b"BEGIN:VCARD" in start.replace(b"\0", b"").upper()


def _is_calendar(name: str, start: bytes) -> bool:
    text = start.replace(b"\0", b"").upper()
    parts = (b"BEGIN:VCALENDAR", b"BEGIN:VEVENT")
    return any(part in text for part in parts) or (name.endswith(".ics") and b"BEGIN:" in text)


def _is_csv(name: str, start: bytes) -> bool:
    if not name.endswith((".csv", ".tsv", ".txt")):
        return False
    from netui.interchange.csv.reader import is_address_book

    return is_address_book(start)


def _by(module: str, function: str, *suffixes: str) -> Callable[[str, bytes], bool]:
    """A detector that loads the reader where the file has one of the suffixes, if any are given."""

    def detects(name: str, start: bytes) -> bool:
        return name.endswith(suffixes or "") and bool(getattr(import_module(module), function)(name, start))

    return detects


_HERE = "netui.interchange"
FORMATS: tuple[Format, ...] = (
    Format("json", (".json",), lambda _, start: is_network(start), f"{_HERE}.network_json"),
    Format("vcard", (".vcf", ".vcard"), _is_vcard, f"{_HERE}.vcard.reader"),
    Format(
        "linkedin", (".csv",), _by(f"{_HERE}.linkedin.reader", "is_linkedin", ".csv", ".txt"),
        f"{_HERE}.linkedin.reader", takes_options=True,
    ),
    Format("csv", (".csv",), _is_csv, f"{_HERE}.csv.reader", takes_options=True),
    Format("friends", _MARKDOWN, _is_friends, f"{_HERE}.friends"),
    Format(
        "obsidian", _MARKDOWN, _by(f"{_HERE}.obsidian.reader", "is_note", *_MARKDOWN),
        f"{_HERE}.obsidian.reader", takes_options=True,
    ),
    Format("org", (".org",), _by(f"{_HERE}.org_contacts", "is_org_contacts"), f"{_HERE}.org_contacts"),
    Format("monica", (".json", ".sql"), _by(f"{_HERE}.monica.reader", "is_monica"), f"{_HERE}.monica.reader"),
    Format("jcard", (".json", ".jcf"), _by(f"{_HERE}.vcard.jcard", "is_jcard"), f"{_HERE}.vcard.jcard"),
    Format("xcard", (".xml",), _by(f"{_HERE}.vcard.xcard", "is_xcard"), f"{_HERE}.vcard.xcard"),
    Format(
        "icalendar", (".ics", ".ical", ".icalendar", ".vcs"), _is_calendar, f"{_HERE}.icalendar.reader",
        takes_options=True,
    ),
    Format(
        "mail", (".mbox", ".eml"), _by(f"{_HERE}.mail.reader", "is_mail"), f"{_HERE}.mail.reader",
        takes_options=True, streams=True,
    ),
)  # fmt: skip
"""All formats, in the order in which they are tried; each module has ``read(data, file) -> ParsedFile``."""


def find_format(name: str) -> Format:
    """The format of this name; raises Refused."""
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise Refused(f"there is no format {name!r}; there is {', '.join(each.name for each in FORMATS)}")


def read_files(
    path: str,
    wanted: Format | None,
    options: ReadOptions,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[ParsedFile]:
    """Parses a file, or those of a folder or zip archive that have a known format; yields at least one.

    ``progress`` is told how many of how many files are read. Raises FileNotFoundError.
    """
    base = os.path.basename(os.path.normpath(path))
    if not os.path.lexists(path):
        raise FileNotFoundError(ENOENT, "there is no such file or folder; check the path", path)
    if os.path.isdir(path) and (mail := _mail_folder(path, wanted)) is not None:
        yield _stream(mail, path, base, options)
        return
    files = [(path, base)]
    if os.path.isdir(path):
        options = options._replace(part_of=base)
        inside = _files(path, wanted)
        for each in inside:
            if os.path.basename(each).casefold() == _OWNER and isinstance(data := _content(each), bytes):
                options = _with_owner(options, data)
        files = [
            (each, os.path.relpath(each, path))
            for each in inside
            if os.path.basename(each).casefold() not in _OWN_FILES
        ]
    found, passed_over = 0, 0
    for number, (each, name) in enumerate(files):
        if progress:
            progress(number, len(files))
        for parsed in _read(each, name, wanted, options):
            if parsed == ParsedFile():
                passed_over += 1
            else:
                found += 1
                yield parsed
    if progress:
        progress(len(files), len(files))
    if not found:
        nothing = rejected_file(base, "no file of a known format is in it")
        yield ParsedFile() if passed_over == 1 else nothing


_PathReader = Callable[[str, str, ReadOptions], ParsedFile]


def _stream(read_path: _PathReader, path: str, name: str, options: ReadOptions) -> ParsedFile:
    """Reads mail; raises OwnAddressesUnknown where it is not known which addresses are one's own."""
    if not any("@" in each for each in options.own):
        raise OwnAddressesUnknown
    try:
        return read_path(path, name, options)
    except OSError as error:
        return rejected_file(name, error_words(error))


def _mail_folder(path: str, wanted: Format | None) -> _PathReader | None:
    """What reads a Maildir; None for any other folder."""
    if wanted is not None and wanted.name != "mail":
        return None
    from netui.interchange.mail.mailbox_reader import is_maildir
    from netui.interchange.mail.reader import read_path

    return read_path if is_maildir(path) else None


def _files(path: str, wanted: Format | None) -> list[str]:
    """The files in a folder and its subfolders with a format's suffix; hidden folders are left out."""
    suffixes = wanted.suffixes if wanted else (".zip", *(s for each in FORMATS for s in each.suffixes))
    found = []
    for folder, inside, names in os.walk(path):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        # The folders of mail programs have no suffix.
        found += [
            os.path.join(folder, name)
            for name in sorted(names)
            if name.lower().endswith(suffixes)
            or ("." not in name and _is_mailbox(os.path.join(folder, name)))
        ]
    return found


def _is_mailbox(path: str) -> bool:
    from netui.interchange.mail.mailbox_reader import is_mbox

    start = _content(path, _SNIFFED)
    return isinstance(start, bytes) and is_mbox(start)


def is_refused(parsed: ParsedFile) -> bool:
    """Whether nothing of a file could be read."""
    return not parsed.people and not parsed.entries and bool(parsed.rejected)


def _content(path: str, begin: int = 0) -> bytes | str:
    """The content of one file, or so many bytes of its begin; else why it is not read."""
    try:
        # A named pipe would wait for somebody to write to it.
        with open(path, "rb", opener=lambda p, flags: os.open(p, flags | os.O_NONBLOCK)) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                return "it is no file"
            data = file.read(begin or MAX_BYTES + 1)
    except OSError as error:
        return error_words(error)
    return data if len(data) <= MAX_BYTES else f"larger than {MAX_BYTES >> 20} MiB; split it"


def _read(path: str, name: str, wanted: Format | None, options: ReadOptions) -> Iterator[ParsedFile]:
    """Reads one file; one that cannot be read is rejected as a whole."""
    start = _content(path, _SNIFFED)
    found = wanted or (_detect(name, start) if isinstance(start, bytes) else None)
    if found and found.streams and isinstance(start, bytes) and not options.columns:
        yield _stream(import_module(found.module).read_path, path, name, options)
        return
    data = _content(path)
    if isinstance(data, str):
        yield rejected_file(name, data)
    elif data.startswith(_ZIP):
        yield from _read_archive(data, name, wanted, options)
    else:
        yield _parse(data, name, wanted, options)


def _read_archive(
    data: bytes, name: str, wanted: Format | None, options: ReadOptions
) -> Iterator[ParsedFile]:
    """The files of a zip archive that have a known format, such as a LinkedIn export."""
    from zipfile import BadZipFile, ZipFile

    left = MAX_BYTES
    options = options._replace(part_of=name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            items = [item for item in archive.infolist() if not item.is_dir()]
            # The profile says whose export it is, so it is read before the messages.
            items.sort(key=lambda item: os.path.basename(item.filename).casefold() != _OWNER)
            for item in items:
                inner = os.path.basename(item.filename)
                if not _detect(inner, b"", by_name=True):
                    continue
                with archive.open(item) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    yield rejected_file(name, f"more than {MAX_BYTES >> 20} MiB when unpacked")
                    return
                if inner.casefold() == _OWNER:
                    options = _with_owner(options, content)
                if inner.casefold() in _OWN_FILES:
                    continue
                if found := wanted or _detect(inner, content):
                    yield _parse(content, f"{name}/{inner}", found, options)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        yield rejected_file(name, f"the archive cannot be read: {words_of(error)}")


_OWNER = "profile.csv"
"""The file of a LinkedIn export that says whose it is."""
_OWN_FILES = frozenset((_OWNER, "email addresses.csv", "phonenumbers.csv", "registration.csv"))
"""What a LinkedIn export says of its owner."""


def _with_owner(options: ReadOptions, profile: bytes) -> ReadOptions:
    from netui.interchange.linkedin.profile import owner_of

    return options._replace(own=options.own | owner_of(profile))


def _detect(name: str, data: bytes, *, by_name: bool = False) -> Format | None:
    """The format of a file with this name and content; ``by_name`` by the name's suffix alone."""
    lower = name.lower()
    for each in FORMATS:
        if lower.endswith(each.suffixes) if by_name else each.detects(lower, data[:_SNIFFED]):
            return each
    return None


def _parse(data: bytes, name: str, wanted: Format | None, options: ReadOptions) -> ParsedFile:
    found = wanted or (find_format("csv") if options.columns else _detect(name, data))
    if found is None:
        if options.part_of and name.lower().endswith(_COMMON):
            return ParsedFile()  # a note or a data file of something else
        if name.lower().endswith((".csv", ".tsv")):
            return rejected_file(name, "none of its columns is known; say what they are (--map name=COLUMN)")
        known = ", ".join(each.name for each in FORMATS)
        return rejected_file(name, f"what it is cannot be told ({known}); in a shell --from says it")
    if found.streams and not any("@" in each for each in options.own):
        raise OwnAddressesUnknown
    read = import_module(found.module).read
    parsed: ParsedFile = read(data, name, options) if found.takes_options else read(data, name)
    return parsed


_COMMON = (".md", ".markdown", ".json", ".xml", ".txt", ".org", ".sql")
"""Suffixes of which only some files are people: of a folder, the others are passed over."""
