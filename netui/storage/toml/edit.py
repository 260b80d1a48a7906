"""Edits of what stands in a file, that leave everything else in it as it was.

Values are replaced by :mod:`tomlrt`. It is handed place-holders, which are then replaced by our own
literals, so that long texts and lists are written alike in new and in old files. Whole lines are cut
out by their place in the text, so that the comments around them stay.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from netui.storage.errors import EditRefused
from netui.storage.toml import literals
from netui.storage.toml.parse import BOM
from netui.storage.toml.positions import Path, Statement, statements
from netui.storage.toml.verify import same


def newline_of(text: str) -> str:
    """The line end of the file: that of its first line."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def appended(text: str, items: Iterable[tuple[str, dict[str, Any]]]) -> str:
    """``text`` with new ``[[tables]]`` after all of it; each item comes with the name of its table."""
    newline = newline_of(text)
    parts = [text]
    for table, item in items:
        body = "".join(literals.assignment(name, value, newline) for name, value in item.items())
        parts.append(f"{_gap(parts[-1], newline)}[[{literals.key(table)}]]{newline}{body}")
    return "".join(parts)


def put(text: str, data: dict[str, Any], path: Path, value: Any) -> str:
    """``text`` with ``value`` at ``path``; a new table stands before the first ``[[array]]``."""
    top = path[0]
    if top not in data and isinstance(top, str):
        if len(path) > 1:
            names = tuple(map(str, path))
            return _with_section(text, names[:-1], {names[-1]: value})
        if isinstance(value, dict) and value:
            return _with_section(text, (top,), value)
    return _Editor(text).put(path, value)


def put_within(text: str, values: Iterable[tuple[Path, Any]]) -> str:
    """``text`` with each value at its path, all of them inside tables that are there already."""
    editor = _Editor(text)
    for path, value in values:
        editor.set(path, value)
    return editor.text()


def append_inline(text: str, table: str, item: dict[str, Any]) -> str:
    """``text`` with ``item`` as the last of an array that stands on the right of ``table =``."""
    return _Editor(text).append(table, item)


def cut(text: str, path: Path) -> str:
    """``text`` without what stands at ``path``; comments inside it go with it, those around it stay."""
    everything = list(statements(text))
    depth = len(path)
    groups = groupby(everything, lambda each: each.path[:depth] == path)
    runs = [list(run) for inside, run in groups if inside]
    if not runs:
        return _Editor(text).remove(path)
    for run in reversed(runs):
        if all(each.kind == "pair" for each in run):
            for pair in reversed(run):
                text = _without_pair(text, pair)
        else:
            text = _without_block(text, run[0].start, run[-1].end)
    return _without_empty_tables(text, path[:-1])


def _without_pair(text: str, pair: Statement) -> str:
    if pair.comment >= 0:
        return text[: pair.start] + text[pair.comment :]
    return _without_block(text, pair.start, pair.end)


def _without_block(text: str, start: int, end: int) -> str:
    """The two sides of a cut, without the blank line that parted what is gone from its neighbours."""
    before, after = text[:start], text[end:]
    for blank in ("\r\n", "\n"):
        if after.startswith(blank) and (not before.strip(BOM) or before.endswith(("\n\n", "\n\r\n"))):
            return before + after[len(blank) :]
    if not after:
        for blank in ("\r\n", "\n"):
            if before.endswith("\n" + blank):
                return before[: -len(blank)]
    return before + after


def _without_empty_tables(text: str, path: Path) -> str:
    """Drops the header of a table that the cut left empty, if no comment speaks of it."""
    while path and not isinstance(path[-1], int):
        inside = [each for each in statements(text) if each.path[: len(path)] == path]
        if len(inside) != 1 or inside[0].kind != "table" or inside[0].path != path or inside[0].comment >= 0:
            return text
        header = inside[0]
        above = text[: header.start].rstrip("\r\n").rpartition("\n")[2].lstrip(f"{BOM} \t")
        below = text[header.end :].lstrip(" \t")
        touching = text[: header.start].endswith("\n\n") or text[: header.start].endswith("\n\r\n")
        if (above.startswith("#") and not touching) or below.startswith("#"):
            return text
        text = _without_block(text, header.start, header.end)
        path = path[:-1]
    return text


def _with_section(text: str, path: tuple[str, ...], values: dict[str, Any]) -> str:
    newline = newline_of(text)
    body = "".join(literals.assignment(name, value, newline) for name, value in values.items())
    section = f"[{literals.keys(path)}]{newline}{body}"
    place = _before_items(text)
    if place < 0:
        return f"{text}{_gap(text, newline)}{section}"
    return f"{text[:place]}{_gap(text[:place], newline)}{section}{newline}{text[place:]}"


def _before_items(text: str) -> int:
    """Where the first array of tables begins, with the comment lines that lead it; -1 when there is none."""
    start = next((each.start for each in statements(text) if each.kind == "item"), -1)
    if start < 0:
        return -1
    place = start
    while place > 0:
        line = text.rfind("\n", 0, place - 1) + 1
        if not text[line:place].lstrip(f"{BOM} \t").startswith("#"):
            return place
        place = line
    return start


def _gap(text: str, newline: str) -> str:
    """What parts a new block from ``text``: the end of its last line, and a blank line."""
    if text.strip(BOM) == "" or text.endswith(("\n\n", "\n\r\n")):
        return ""
    return newline if text.endswith("\n") else newline * 2


class _Editor:
    """A document in :mod:`tomlrt`, edited through place-holders."""

    def __init__(self, text: str) -> None:
        import tomlrt

        self._library = tomlrt
        self._mark = BOM if text.startswith(BOM) else ""
        self._newline = newline_of(text)
        self._literals: dict[str, str] = {}
        self._prefix = "netui"
        while self._prefix in text:
            self._prefix += "-x"
        try:
            self._document = tomlrt.loads(text[len(self._mark) :])
        except tomlrt.TOMLError as error:
            raise EditRefused(f"the file cannot be edited in place ({error}); edit it by hand") from error

    def put(self, path: Path, value: Any) -> str:
        self.set(path, value)
        return self.text()

    def set(self, path: Path, value: Any) -> None:
        node: Any = self._document
        for key in path[:-1]:
            if isinstance(node, dict) and key not in node:
                node[key] = {}
            node = node[key]
        self._assign(node, path[-1], value)

    def append(self, table: str, item: dict[str, Any]) -> str:
        array: Any = self._document[table]
        array.append(self._hold(item, one_line=True))
        return self.text()

    def remove(self, path: Path) -> str:
        node: Any = self._document
        for key in path[:-1]:
            node = node[key]
        del node[path[-1]]
        return self.text()

    def _assign(self, node: Any, key: str | int, value: Any) -> None:
        old = node.get(key)
        if isinstance(old, self._library.Array) and isinstance(value, list):
            self._patch(old, value)
        elif isinstance(old, self._library.Table) and isinstance(value, dict) and value:
            for name in [name for name in old if name not in value]:
                del old[name]
            for name, each in value.items():
                if name not in old or not same(_plain(old[name]), each):
                    self._assign(old, name, each)
        else:
            within = isinstance(node, self._library.Table) and node.is_inline
            node[key] = self._hold(value, one_line=within)

    def _patch(self, array: Any, wanted: list[Any]) -> None:
        """Removes and inserts items, so that the comments and the layout of those that stay are kept."""
        kept: list[int] = []
        position = 0
        old = [_plain(each) for each in array]
        for item in old:
            found = next((i for i in range(position, len(wanted)) if same(wanted[i], item)), -1)
            if found >= 0:
                kept.append(found)
                position = found + 1
            else:
                kept.append(-1)
        for index in reversed(range(len(old))):
            if kept[index] < 0:
                del array[index]
        staying = {index for index in kept if index >= 0}
        for index, item in enumerate(wanted):
            if index not in staying:
                array.insert(index, self._hold(item, one_line=True))

    def _hold(self, value: Any, *, one_line: bool) -> str:
        holder = f"{self._prefix}-{len(self._literals)}-"
        written = literals.inline(value) if one_line else literals.literal(value, self._newline, room=20)
        self._literals[holder] = written
        return holder

    def text(self) -> str:
        text = self._document.render()
        for holder, literal in self._literals.items():
            for quoted in (f'"{holder}"', f"'{holder}'"):
                text = text.replace(quoted, literal)
        return self._mark + text


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return value.to_list() if hasattr(value, "to_list") else value
