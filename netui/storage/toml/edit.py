"""Format-preserving edits: set, remove or append a value in TOML text and keep every other byte.

New tables are inserted as text, so every earlier byte stays and logging loads no editing library.
Values that exist are edited by :mod:`tomlrt`, with placeholders: it puts a placeholder where a value
goes, and the rendered text gets our own literal there, so old and new files are written alike. A line
that goes is marked by a placeholder and cut, because tomlrt would delete the comments around it too.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import EditRefused
from netui.storage.toml import literals
from netui.storage.toml.parse import BOM
from netui.storage.toml.verify import same

if TYPE_CHECKING:
    from netui.storage.toml.positions import Path


def newline_of(text: str) -> str:
    """The line end of the file: that of its first line."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def append_items(text: str, items: Iterable[tuple[str, dict[str, Any]]]) -> str:
    """Append ``[[table]]`` blocks to ``text``; ``items`` are pairs of table name and values."""
    newline = newline_of(text)
    parts = [text]
    for table, item in items:
        body = "".join(literals.assignment(name, value, newline) for name, value in item.items())
        parts.append(f"{_separator(parts[-1], newline)}[[{literals.key(table)}]]{newline}{body}")
    return "".join(parts)


def append_inline(text: str, table: str, item: dict[str, Any]) -> str:
    """Append ``item`` to an array written inline, as in ``table = [{ … }]``."""
    editor = _Editor(text)
    editor.append(table, item)
    return editor.text()


def set_value(text: str, data: dict[str, Any], path: "Path", value: Any) -> str:
    """Set ``path`` to ``value``; a table that ``data`` lacks is inserted before the first ``[[array]]``."""
    top = path[0]
    if top not in data and isinstance(top, str):
        if len(path) > 1:
            names = tuple(map(str, path))
            return _insert_section(text, names[:-1], {names[-1]: value})
        if isinstance(value, dict) and value:
            return _insert_section(text, (top,), value)
    return change_values(text, [(path, value)])


def change_values(text: str, values: "Iterable[tuple[Path, Any]]") -> str:
    """Set each path to its value, or remove the key where that is None; the tables around exist."""
    editor = _Editor(text)
    for path, value in values:
        if value is None:
            editor.remove(path)
        else:
            editor.set(path, value)
    return editor.text()


def remove(text: str, data: dict[str, Any], path: "Path") -> str:
    """Remove what stands at ``path`` in ``data``: comments inside it go with it, those around it stay.

    A table that this leaves empty goes too, unless a comment speaks of it.
    """
    parents: list[Any] = [data]
    for key in path[:-1]:
        parents.append(parents[-1][key])
    text = change_values(text, [(path, None)])
    while len(path) > 1 and isinstance(path[-2], str) and len(parents.pop()) == 1:
        path = path[:-1]
        editor = _Editor(text)
        if not editor.is_empty_header(path):
            break
        editor.remove(path)
        if editor.comment_follows():
            break
        text = editor.text()
    return text


def _insert_section(text: str, path: tuple[str, ...], values: dict[str, Any]) -> str:
    newline = newline_of(text)
    body = "".join(literals.assignment(name, value, newline) for name, value in values.items())
    section = f"[{literals.keys(path)}]{newline}{body}"
    offset = _first_array(text)
    if offset < 0:
        return f"{text}{_separator(text, newline)}{section}"
    return f"{text[:offset]}{_separator(text[:offset], newline)}{section}{newline}{text[offset:]}"


def _first_array(text: str) -> int:
    """The offset of the first array of tables and the comment lines right above it; -1 if there is none."""
    from netui.storage.toml.positions import statements

    start = next((each.start for each in statements(text) if each.is_item), -1)
    offset = start
    while offset > 0:
        line = text.rfind("\n", 0, offset - 1) + 1
        if not text[line:offset].lstrip(f"{BOM} \t").startswith("#"):
            return offset
        offset = line
    return start


def _separator(text: str, newline: str) -> str:
    """What must follow ``text`` before a new block: the end of its last line, and a blank line."""
    if text.strip(BOM) == "" or text.endswith(("\n\n", "\n\r\n")):
        return ""
    return newline if text.endswith("\n") else newline * 2


class _Editor:
    """One document in tomlrt; the text is made once, from all that was set and removed."""

    def __init__(self, text: str) -> None:
        import tomlrt

        self._library = tomlrt
        self._mark = BOM if text.startswith(BOM) else ""
        self._newline = newline_of(text)
        self._literals: dict[str, str] = {}
        self._removed: list[_RemovedLine] = []
        self._prefix = "netui"
        while self._prefix in text:
            self._prefix += "-x"
        try:
            self._document = tomlrt.loads(text[len(self._mark) :])
        except tomlrt.TOMLError as error:
            raise EditRefused(f"the file cannot be edited in place ({error}); edit it by hand") from error

    def set(self, path: "Path", value: Any) -> None:
        node: Any = self._document
        for key in path[:-1]:
            if isinstance(node, dict) and key not in node:
                node[key] = {}
            node = node[key]
        self._assign(node, path[-1], value)

    def append(self, table: str, item: dict[str, Any]) -> None:
        array: Any = self._document[table]
        array.append(self._literal(item, one_line=True))

    def remove(self, path: "Path") -> None:
        self._remove(self._node(path[:-1]), path[-1])

    def is_empty_header(self, path: "Path") -> bool:
        """Whether ``path`` is a ``[table]`` without keys and without a comment above or beside its header."""
        try:
            table = self._node(path)
        except KeyError:  # it was made of dotted keys alone
            return False
        if not isinstance(table, self._library.Table) or table.is_inline or table:
            return False
        return not table.header_comment and not table.header_leading_comments

    def comment_follows(self) -> bool:
        """Whether a comment stands right below what was removed last."""
        text: str = self._document.render()
        return text[self._removed[-1].span(text)[1] :].lstrip(" \t").startswith("#")

    def text(self) -> str:
        text: str = self._document.render()
        for line in self._removed:
            text = line.cut(text)
        placeholder = re.compile(rf"(['\"])({self._prefix}-\d+-)\1")
        return self._mark + placeholder.sub(lambda match: self._literals[match[2]], text)

    def _node(self, path: "Path") -> Any:
        node: Any = self._document
        for key in path:
            node = node[key]
        return node

    def _assign(self, node: Any, key: str | int, value: Any) -> None:
        old = node.get(key)
        if isinstance(old, self._library.Array) and isinstance(value, list):
            self._assign_list(old, value)
        elif isinstance(old, self._library.Table) and isinstance(value, dict) and value:
            for name in [name for name in old if name not in value]:
                del old[name]
            for name, each in value.items():
                if name not in old or not same(_plain(old[name]), each):
                    self._assign(old, name, each)
        else:
            within = isinstance(node, self._library.Table) and node.is_inline
            node[key] = self._literal(value, one_line=within)

    def _assign_list(self, array: Any, wanted: list[Any]) -> None:
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
                array.insert(index, self._literal(item, one_line=True))

    def _remove(self, node: Any, key: str | int) -> None:
        """Marks the lines to be cut: replacing a value keeps the comments around it, deleting loses them."""
        library, value = self._library, node[key]
        if isinstance(node, library.Array) or (isinstance(node, library.Table) and node.is_inline):
            del node[key]
        elif isinstance(node, library.AoT):
            node[key] = {self._mark_line(has_header=True): 0}
        elif isinstance(value, library.AoT):
            for index in range(len(value)):
                self._remove(value, index)
        elif isinstance(value, library.Table) and not value.is_inline:
            if node.has_header(key):
                node[key] = library.Table.section({self._mark_line(has_header=True): 0})
            else:  # dotted keys
                for name in list(value):
                    self._remove(value, name)
        else:
            node[key] = self._mark_line(has_header=False)

    def _literal(self, value: Any, *, one_line: bool) -> str:
        written = literals.inline(value) if one_line else literals.literal(value, self._newline, room=20)
        placeholder = self._placeholder()
        self._literals[placeholder] = written
        return placeholder

    def _mark_line(self, *, has_header: bool) -> str:
        placeholder = self._placeholder()
        self._removed.append(_RemovedLine(placeholder, has_header))
        return placeholder

    def _placeholder(self) -> str:
        return f"{self._prefix}-{len(self._literals) + len(self._removed)}-"


class _RemovedLine(NamedTuple):
    """A line to be cut, found by its placeholder, with the table header right above it if it has one."""

    placeholder: str
    has_header: bool

    def span(self, text: str) -> tuple[int, int]:
        """Where it begins and where the next line does."""
        at = text.index(self.placeholder)
        start = text.rfind("\n", 0, at) + 1
        if self.has_header:
            start = text.rfind("\n", 0, start - 1) + 1
        return start, text.find("\n", at) + 1 or len(text)

    def cut(self, text: str) -> str:
        """``text`` without it; a comment behind a value stays, on a line of its own.

        The blank line that parted it from its neighbours goes too.
        """
        start, end = self.span(text)
        before, after = text[:start], text[end:]
        comment = text[start:end].partition(f'{self.placeholder}"')[2].lstrip(" \t")
        if comment.startswith("#"):
            return before + comment + after
        for blank in ("\r\n", "\n"):
            if after.startswith(blank) and (not before or before.endswith(("\n\n", "\n\r\n"))):
                return before + after[len(blank) :]
        if not after:
            for blank in ("\r\n", "\n"):
                if before.endswith("\n" + blank):
                    return before[: -len(blank)]
        return before + after


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return value.to_list() if hasattr(value, "to_list") else value
