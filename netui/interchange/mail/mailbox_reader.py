"""Reads the headers of a mailbox as a stream: mbox, Maildir and single messages; bodies are passed over.

Not by :mod:`mailbox`, which keeps a table of all messages and reads lines of any length whole: here a mailbox
of any size, with attachments of any size, takes a constant amount of memory.
"""

import os
import re
from collections.abc import Iterator
from stat import S_ISREG
from typing import IO

from netui.domain.named_tuple import NamedTuple

LONGEST_HEADER = 256 << 10
"""The most bytes of one header block that are kept."""
_PIECE = 64 << 10
_FOLDERS = ("cur", "new")
_FROM_LINE = re.compile(rb"From \S+.*\d{4}")
_DATED_FROM = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +.*\d:\d\d.*\d{4}")
"""A line that begins a message even where the blank line before it is missing."""
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]*[ \t]*:")
_MAIL_HEADERS = re.compile(
    rb"(?im)^(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|To|Date|Subject)[ \t]*:"
)


class HeaderBlock(NamedTuple):
    """The header lines of one message, as bytes, and where it stands: ``message 3``, or a file's name."""

    data: bytes
    where: str


def is_maildir(path: str) -> bool:
    """Whether a folder is a Maildir, or holds one."""
    return next(_maildirs(path), None) is not None


def is_mbox(start: bytes) -> bool:
    """Whether a file that begins with these bytes is an mbox."""
    first, _, rest = start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").partition(b"\n")
    return _FROM_LINE.match(first) is not None and _HEADER_LINE.match(rest) is not None


def is_message(start: bytes) -> bool:
    """Whether a file that begins with these bytes is one message of mail."""
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    if _HEADER_LINE.match(head) is None:
        return False
    names = {match[0].rstrip(b" \t:").lower() for match in _MAIL_HEADERS.finditer(head)}
    return b"from" in names and len(names) > 1


def has_header(start: bytes) -> bool:
    """Whether a file begins with a header line, perhaps behind a line of an mbox."""
    first, _, rest = start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").partition(b"\n")
    return _HEADER_LINE.match(rest if first.startswith(b"From ") else first) is not None


def read_maildir(path: str) -> Iterator[HeaderBlock]:
    """The headers of all messages of a Maildir, and of those within it; unreadable ones are left out."""
    for folder in _maildirs(path):
        for name in sorted(os.listdir(folder)):
            where = os.path.join(os.path.relpath(folder, path), name)
            try:
                descriptor = os.open(os.path.join(folder, name), os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
            except OSError:
                continue
            with open(descriptor, "rb", buffering=8192) as file:
                if S_ISREG(os.fstat(descriptor).st_mode):
                    yield HeaderBlock(_header_block(file), where)


def read_mbox(file: IO[bytes]) -> Iterator[HeaderBlock]:
    """The header blocks of an mbox, or of a file that is a single message."""
    lines: list[bytes] = []
    number, size = 1, 0
    is_header = is_start = True
    was_blank = True
    while piece := file.readline(_PIECE):
        is_from = is_start and piece.startswith(b"From ")
        if is_from and ((was_blank and (not lines or _FROM_LINE.match(piece))) or _DATED_FROM.match(piece)):
            if lines:
                yield HeaderBlock(b"".join(lines), f"message {number}")
                number += 1
            lines, size, is_header = [], 0, True
        elif is_header:
            if is_start and piece in (b"\n", b"\r\n"):
                is_header = not lines
            elif size < LONGEST_HEADER:
                lines.append(piece)
                size += len(piece)
        was_blank = is_start and piece in (b"\n", b"\r\n")
        is_start = piece.endswith(b"\n")
    if lines:
        yield HeaderBlock(b"".join(lines), f"message {number}")


def _header_block(file: IO[bytes]) -> bytes:
    lines: list[bytes] = []
    size = 0
    while size < LONGEST_HEADER and (piece := file.readline(_PIECE)):
        if piece in (b"\n", b"\r\n"):
            if lines:
                break
            continue
        lines.append(piece)
        size += len(piece)
    return b"".join(lines)


def _maildirs(path: str) -> Iterator[str]:
    """The folders ``cur`` and ``new`` of a Maildir and of all within it."""
    for folder, names, _ in os.walk(path):
        if set(_FOLDERS) <= set(names):
            yield from (os.path.join(folder, name) for name in _FOLDERS)
        names[:] = sorted(name for name in names if name not in (*_FOLDERS, "tmp"))
