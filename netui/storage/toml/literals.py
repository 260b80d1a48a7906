"""Write values as TOML 1.0 literals: strings, lists, tables, dates, and ``key = value`` lines."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import tomli_w

from netui.storage.errors import EditRefused

LONGEST_LINE = 100
_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_PLAIN = r'[^"\\\x00-\x1f\x7f]*'
"""What needs no escape, as most texts do; ten times as quick as a writer of whole documents."""


def plain(value: Any) -> Any:
    """``value`` as TOML would read it back: dicts and lists only; keys with None are dropped."""
    if isinstance(value, (str, int)):  # most values, and no abstract class to ask
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value


def key(name: str) -> str:
    """A key, quoted if necessary."""
    return name if name and _BARE.issuperset(name) else tomli_w.dumps({name: 0})[:-5]


def keys(path: tuple[str, ...]) -> str:
    """A dotted key."""
    return ".".join(map(key, path))


def literal(value: Any, newline: str = "\n", *, room: int = 0) -> str:
    """The value of an assignment that starts at column ``room``; long texts and lists take several lines.

    Raises :class:`EditRefused` for what TOML cannot hold.
    """
    if isinstance(value, str) and "\n" in value:
        return _long_string(value, newline)
    short = inline(value)
    if isinstance(value, list) and len(value) > 1 and room + len(short) > LONGEST_LINE:
        rows = [f"    {inline(each)},{newline}" for each in value]
        return f"[{newline}{''.join(rows)}]"
    return short


def inline(value: Any) -> str:
    """``value`` on one line."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key(k)} = {inline(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise EditRefused(f"the number {value} is too large to be kept")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, date)):
        return str(value)
    if isinstance(value, (float, time)):
        return tomli_w.dumps({"x": value})[4:-1]
    raise EditRefused(f"a value of type {type(value).__name__} cannot be kept in a file")


def assignment(name: str, value: Any, newline: str) -> str:
    """The line (or lines) ``name = value``."""
    left = f"{key(name)} = "
    return f"{left}{literal(value, newline, room=len(left))}{newline}"


def _string(value: str) -> str:
    if value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'  # as tomli_w writes it, in a tenth of the time: an import writes a million
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise EditRefused("the text holds half a character (a lone surrogate); type it again") from error
    return f'"{value}"' if re.fullmatch(_PLAIN, value) else tomli_w.dumps({"x": value})[4:-1]


def _long_string(value: str, newline: str) -> str:
    # Line by line: a carriage return inside the text is escaped, one of a line end is not.
    body = newline.join(_string(line)[1:-1].replace('\\"', '"') for line in value.split("\n"))
    last = '\\"' if body.endswith('"') else ""
    body = (body[:-1] if last else body).replace('"""', '""\\"')
    return f'"""{newline}{body}{last}"""'


def without_surrogates(text: str) -> str:
    """``text`` without halves of characters, which a file cannot hold."""
    return text.encode("utf-8", "replace").decode()
