"""Where things stand in the text of a TOML file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import tomli

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"""(?:"{1,2}(?!"))?'''
    r"""|\'\'\'(?:[^\']|\'{1,2}(?!\'))*+\'\'\'(?:\'{1,2}(?!\'))?"""
    r'''|"(?:[^"\\\n]|\\.)*+"'''
    r"""|\'[^\'\n]*+\'"""
    r"|\#[^\n]*+|[\[\]{}]|\n",
    re.DOTALL,
)
_KEY = re.compile(r"""[ \t]*((?:"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|[^"'=\n])*+)=[ \t]*""")
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


class Statement(NamedTuple):
    """A header or an assignment: offsets into the text.

    ``path`` leads from the top, with the index of each array item in it; ``kind`` is ``table``
    (``[a]``), ``item`` (``[[a]]``) or ``pair``. ``start`` is where its first line begins, ``end``
    where the next one does; ``comment`` is where the comment behind it begins, -1 for none.
    """

    path: Path
    kind: str
    start: int
    end: int
    comment: int


def statements(text: str) -> Iterator[Statement]:
    """The headers and assignments of a valid TOML text, in order."""
    here: Path = ()
    items: dict[Path, int] = {}
    for start, end, comment in _lines(text):
        body = text[start : comment if comment >= 0 else end].strip(" \t\r\n")
        if not body:
            continue
        if body[0] != "[":
            yield Statement(here + _key(body), "pair", start, end, comment)
            continue
        names, is_item = _header(body)
        if is_item:
            array = (*_indexed(names[:-1], items), names[-1])
            items[array] = items.get(array, -1) + 1
        here = _indexed(names, items)
        yield Statement(here, "item" if is_item else "table", start, end, comment)


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


def comments(text: str) -> list[str]:
    """Every comment of a valid TOML text, in order."""
    return [match[0].rstrip("\r") for match in _TOKEN.finditer(text) if match[0][0] == "#"]


def bare(text: str) -> str:
    """``text`` without what its comments and strings say, each line where it was."""
    return _TOKEN.sub(_emptied, text)


def _emptied(match: re.Match[str]) -> str:
    token = match[0]
    if token[0] == "#":
        return ""
    return '"s"' + "\n" * token.count("\n") if token[0] in "\"'" else token


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and comment of each logical line: one that may go on inside brackets and long strings."""
    start = 1 if text.startswith("\ufeff") else 0
    comment, depth = -1, 0
    for match in _TOKEN.finditer(text, start):
        first = text[match.start()]
        if first in "[{":
            depth += 1
        elif first in "]}":
            depth -= 1
        elif depth == 0 and first == "#":
            comment = match.start()
        elif depth == 0 and first == "\n":
            yield start, match.end(), comment
            start, comment = match.end(), -1
    if start < len(text):
        yield start, len(text), comment


def _key(body: str) -> tuple[str, ...]:
    match = _KEY.match(body)
    written = match[1].rstrip(" \t") if match else body
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
