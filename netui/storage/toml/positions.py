"""Line numbers and offsets of tables and keys in TOML text; a scanner for messages and for inserting.

It splits valid text into statements and knows strings and comments well enough not to look into them.
Edits of values do not use it (see :mod:`~netui.storage.toml.edit`).
"""

import re
from collections.abc import Iterator

import tomli

from netui.domain.named_tuple import NamedTuple

Path = tuple[str | int, ...]
"""The keys, and places in arrays, that lead to a value."""

_OPENING = re.compile(r"""\"{3}|'{3}|["'#\[\]{}\n]""")
# What ends each kind of string. Up to two quotes more than the three belong to the text before them.
_CLOSING = {
    '"': re.compile(r"\\.|[\"\n]"),
    "'": re.compile(r"['\n]"),
    '"""': re.compile(r"\\.|\"{3,5}", re.DOTALL),
    "'''": re.compile(r"'{3,5}"),
}
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


class Statement(NamedTuple):
    """A table header or an assignment, and the offset where its first line begins.

    ``path`` leads from the top, with the index of each array item in it; ``is_item`` tells ``[[a]]``.
    """

    path: Path
    start: int
    is_item: bool


def statements(text: str) -> Iterator[Statement]:
    """The headers and assignments of a valid TOML text, in order."""
    here: Path = ()
    items: dict[Path, int] = {}
    for start, body in _lines(text):
        if body[0] != "[":
            yield Statement(here + _key(body), start, False)
            continue
        names, is_item = _header(body)
        if is_item:
            array = (*_indexed(names[:-1], items), names[-1])
            items[array] = items.get(array, -1) + 1
        here = _indexed(names, items)
        yield Statement(here, start, is_item)


def line_of(text: str, path: Path) -> int:
    """The 1-based line where ``path`` stands, or the nearest thing around it (``("timeline", 3, "on")``)."""
    best, offset = -1, 0
    for statement in statements(text):
        depth = len(statement.path)
        if depth > best and path[:depth] == statement.path:
            best, offset = depth, statement.start
        elif best < 0 and statement.path[: len(path)] == path:
            best, offset = 0, statement.start
    return text.count("\n", 0, offset) + 1


def strip_strings(text: str) -> str:
    """``text`` with comments removed and each string replaced by a short one; every line stays in place."""
    parts, position = [], 0
    for token, start, end in _tokens(text):
        if token[0] in "#\"'":
            lines = "" if token == "#" else '"s"' + "\n" * text.count("\n", start, end)
            parts += [text[position:start], lines]
            position = end
    return "".join(parts) + text[position:]


def _tokens(text: str, position: int = 0) -> Iterator[tuple[str, int, int]]:
    """Strings, comments, brackets and line ends: what each begins with, its start and its end."""
    while opening := _OPENING.search(text, position):
        token, start, position = opening[0], opening.start(), opening.end()
        if token == "#":
            position = text.find("\n", start)
            position = len(text) if position < 0 else position
        elif token in _CLOSING:
            position = _end_of_string(text, position, token)
        yield token, start, position


def _end_of_string(text: str, position: int, quote: str) -> int:
    for closing in _CLOSING[quote].finditer(text, position):
        if closing[0][0] == quote[0]:
            return closing.end()
        if closing[0] == "\n":
            return closing.start()
    return len(text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and code of each logical line, which may go on inside brackets and long strings."""
    start = 1 if text.startswith("\ufeff") else 0
    code_end, depth = -1, 0
    for token, at, end in _tokens(text, start):
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
        elif depth == 0 and token == "#":
            code_end = at
        elif depth == 0 and token == "\n":
            body = text[start : at if code_end < 0 else code_end].strip(" \t\r")
            if body:
                yield start, body
            start, code_end = end, -1
    body = text[start : len(text) if code_end < 0 else code_end].strip(" \t\r")
    if body:
        yield start, body


def _key(body: str) -> tuple[str, ...]:
    """The parts of the key of the assignment ``body``."""
    end = body.find("=")
    for token, start, string_end in _tokens(body):
        if start > end:
            break
        if token in _CLOSING and string_end > end:  # the sign found stands in a quoted part
            end = body.find("=", string_end)
    written = body[:end].rstrip(" \t")
    if _BARE.match(written):
        return (written,)
    return _spine(tomli.loads(f"{written} = 0"))


def _header(body: str) -> tuple[tuple[str, ...], bool]:
    is_item = body.startswith("[[")
    inner = (body[2:-2] if is_item else body[1:-1]).strip(" \t")
    if _BARE.match(inner):
        return (inner,), is_item
    return _spine(tomli.loads(f"{inner} = 0")), is_item


def _spine(data: object) -> tuple[str, ...]:
    names: tuple[str, ...] = ()
    while isinstance(data, dict):
        ((name, data),) = data.items()
        names += (name,)
    return names


def _indexed(names: tuple[str, ...], items: dict[Path, int]) -> Path:
    path: Path = ()
    for name in names:
        path += (name,)
        if path in items:
            path += (items[path],)
    return path
