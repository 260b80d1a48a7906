"""Parse TOML files: bytes to text to data, with limits against hostile input."""

import re
from typing import Any

import tomli

from netui.storage.errors import Unreadable

MAX_BYTES = 8 << 20
MAX_KEY_PARTS = 100
TOO_LARGE = f"larger than {MAX_BYTES >> 20} MiB; split it, or move it elsewhere"
BOM = "\ufeff"

_DEEP_KEY = rf"""(?<![A-Za-z0-9_"-])(?:[A-Za-z0-9_"-]+[ \t]*\.[ \t]*){{{MAX_KEY_PARTS}}}"""


def decode(data: bytes, file: object = "") -> str:
    """Decodes UTF-8; a byte order mark and line ends are kept.

    Raises :class:`Unreadable` if ``data`` is too large or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(str(file), 0, 0, TOO_LARGE)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        reason = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise Unreadable(str(file), before.count(b"\n") + 1, column, reason) from error


def parse(text: str, file: object = "") -> dict[str, Any]:
    """Parses TOML text; raises :class:`Unreadable` with line and column."""
    line = _line_of_deep_key(text)
    if line:
        raise Unreadable(str(file), line, 1, f"a key of more than {MAX_KEY_PARTS} parts")
    try:
        return tomli.loads(text[1:] if text.startswith(BOM) else text)
    except tomli.TOMLDecodeError as error:
        raise Unreadable(str(file), error.lineno, error.colno, error.msg) from error
    except RecursionError as error:
        raise Unreadable(str(file), 0, 0, "tables or arrays are nested too deep") from error
    except ValueError as error:
        raise Unreadable(str(file), 0, 0, f"a value cannot be read ({error})") from error


def load(data: bytes, file: object = "") -> dict[str, Any]:
    """Decodes and parses a file's bytes; raises :class:`Unreadable`. ``file`` is for the message."""
    return parse(decode(data, file), file)


def _line_of_deep_key(text: str) -> int:
    """The line of a dotted key that would take the parser seconds (15 s for 100,000 parts); 0 for none."""
    if text.count(".") < MAX_KEY_PARTS or all(line.count(".") < MAX_KEY_PARTS for line in text.split("\n")):
        return 0
    from netui.storage.toml.positions import strip_strings  # imported here: hardly any file has so many dots

    deep = re.search(_DEEP_KEY, strip_strings(text))
    return deep.string.count("\n", 0, deep.start()) + 1 if deep else 0
