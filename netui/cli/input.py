"""Standard input and arguments as text: UTF-8, or refused in one sentence."""

import sys
from collections.abc import Iterable

from netui.cli.errors import Usage
from netui.cli.output import ask
from netui.domain.text.encoding import is_utf8
from netui.domain.text.sanitize import clean

MOST_BYTES = 64 << 20
"""The most that is read from standard input."""


def not_utf8(text: str) -> str:
    """The refusal of text that is not UTF-8."""
    shown = clean(text if len(text) <= 60 else f"{text[:60]}…")
    return f"“{shown}” is not UTF-8 text; write it in a UTF-8 terminal, or convert it with iconv -t utf-8"


def refuse_undecodable(arguments: Iterable[str]) -> None:
    """Raises Usage for the first argument that is not UTF-8."""
    for argument in arguments:
        if not is_utf8(argument):
            raise Usage(not_utf8(argument))


def read_text() -> str:
    """All of standard input; bytes that are not UTF-8 become lone surrogates, for :func:`is_utf8`.

    Raises Usage for more than anybody writes.
    """
    if sys.stdin is None:
        return ""
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        return sys.stdin.read()
    data = buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Usage(f"standard input holds more than {MOST_BYTES >> 20} MiB; nothing was read")
    return bytes(data).decode("utf-8", "surrogateescape")


def read_answer() -> str:
    """One line of standard input, the answer to a question, empty where there is none.

    What is said next has a line of its own then. Raises Usage where the answer is not UTF-8.
    """
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer:
        line = str(buffer.readline().decode("utf-8", "surrogateescape"))
    else:
        line = sys.stdin.readline() if sys.stdin else ""
    if not is_utf8(line):
        raise Usage(not_utf8(line.rstrip("\r\n")))
    if not line:
        ask("\n")
    return line
