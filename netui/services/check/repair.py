"""Repairs of what `netui check` found, where there is no doubt what was meant: one batch, and its diff."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from difflib import unified_diff
from typing import Any

from netui.domain.model.changes import AmendItem, Batch, Change, FileId, RemoveItem, ReplaceText, SetValue
from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError
from netui.storage.files.filenames import random_id, slug
from netui.storage.toml.positions import Path, statements

_SWITCHES = {"true": True, "yes": True, "false": False, "no": False}


class Repairs(NamedTuple):
    """The changes that repair what can be repaired, of how many problems, and each file before and after."""

    batch: Batch
    problems: int
    texts: tuple[tuple[FileId, str, str], ...]

    def diff(self) -> Iterator[str]:
        """The changes as a unified diff, line by line; a file that goes to the trash is said to go there."""
        for file, before, after in self.texts:
            goal = str(file) if after else "the trash"
            yield from unified_diff(before.splitlines(), after.splitlines(), str(file), goal, "", "", 1, "")


def find_repairs(workspace: Workspace, offered: Iterable[tuple[Change, ...]]) -> Repairs:
    """The repairs among ``offered`` (the changes of one problem each) that can be made together.

    One that the store refuses, or that another one has made impossible, is left out.
    """
    store, taken, count = workspace.store, dict[FileId, tuple[Change, ...]](), 0
    # One that replaces a whole text fits only the text as it is now, so these come first.
    for changes in sorted(offered, key=lambda changes: not any(type(c) is ReplaceText for c in changes)):
        files = list(dict.fromkeys(change.file for change in changes))
        before = tuple(change for file in files for change in taken.get(file, ()))
        try:
            if not changes or not store.preview(Batch("", before + changes)):
                continue
        except StoreError:
            continue
        for file in files:
            taken[file] = taken.get(file, ()) + tuple(change for change in changes if change.file == file)
        count += 1
    label = f"repaired {'1 problem' if count == 1 else f'{count} problems'}"
    batch = Batch(label, tuple(change for changes in taken.values() for change in changes))
    previews = store.preview(batch) if taken else []
    texts = tuple((each.file, _text(each.before), _text(each.after)) for each in previews)
    return Repairs(batch, count, texts)


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")


# ---------------------------------------------------------------------- the repair of one problem


def value_repair(file: FileId, text: str, data: Mapping[str, Any], path: Path) -> tuple[Change, ...]:
    """The change that makes the value at ``path`` one that its field takes, if it plainly means one."""
    from netui.storage.validation.validate import errors_in

    try:
        value = _at(data, path)
    except (KeyError, IndexError, TypeError):
        return ()
    if isinstance(value, Mapping) and len(path) == 1:
        return _as_item(file, text, data, str(path[0]))
    known = {error.path for error in errors_in(file, data)}
    for meant in _meanings(value):
        changed = _with(data, path, meant)
        if {error.path for error in errors_in(file, changed)} < known:
            return _setting(file, data, changed, path)
    return ()


def reference_repair(
    file: FileId, data: Mapping[str, Any], path: Path, known: Collection[str]
) -> tuple[Change, ...]:
    """The change that writes ids for the name or names at ``path``, where each name has only one id."""
    named = _at(data, path)
    if isinstance(named, str):
        meant: Any = _ident(named, known)
    else:
        idents = [name if name in known else _ident(name, known) for name in named]
        meant = list(dict.fromkeys(idents)) if all(idents) else None
    return _setting(file, data, _with(data, path, meant), path) if meant else ()


def twin_repair(file: FileId, data: Mapping[str, Any], table: str, at: int) -> tuple[Change, ...]:
    """The change for an item whose id an earlier one has: it goes if they are equal, else it gets its own."""
    items = data[table]
    item = items[at]
    if item in items[:at]:
        return (RemoveItem(file, table, item),)
    return (AmendItem(file, table, item, {"id": random_id()}),)


def _ident(name: str, known: Collection[str]) -> str:
    """The one id that was made from ``name``; "" if there is none, or a namesake."""
    ident = slug(name)
    return ident if ident in known and f"{ident}-2" not in known else ""


def _meanings(value: Any) -> Iterator[Any]:
    """What a value of the wrong type may have been meant to be."""
    if isinstance(value, str):
        yield [value]
        if value.strip().lower() in _SWITCHES:
            yield _SWITCHES[value.strip().lower()]
        if value.strip().isdecimal():
            yield int(value)
    elif isinstance(value, (bool, float, Mapping)):
        return
    elif isinstance(value, list):
        if all(isinstance(item, (str, int, date)) and not isinstance(item, bool) for item in value):
            yield [str(item) for item in value]
    elif isinstance(value, (int, date)):
        yield str(value)


def _as_item(file: FileId, text: str, data: Mapping[str, Any], table: str) -> tuple[Change, ...]:
    """``[promise]`` written as ``[[promise]]``, where it stands once."""
    from netui.storage.toml.document import parse
    from netui.storage.validation.validate import errors_in

    headers = [each.start for each in statements(text) if each.path == (table,)]
    if len(headers) != 1 or not text[headers[0] :].lstrip(" \t\ufeff").startswith("["):
        return ()
    start = text.index("[", headers[0])
    end = text.index("]", start) + 1
    after = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    try:
        changed = parse(after, file)
    except StoreError:
        return ()
    if changed != {**data, table: [data[table]]}:
        return ()
    if any(error.path == (table,) for error in errors_in(file, changed)):
        return ()
    return (ReplaceText(file, text, after),)


def _setting(
    file: FileId, data: Mapping[str, Any], changed: Mapping[str, Any], path: Path
) -> tuple[Change, ...]:
    """The change from ``data`` to ``changed``, which differ at ``path``."""
    at = next((place for place, part in enumerate(path) if isinstance(part, int)), len(path))
    if at == 1 and len(path) > 2 and path[0] not in _INLINE:
        table, index, key = str(path[0]), path[1], str(path[2])
        item = data[table][index]
        where = {name: item[name] for name in ("id", key) if name in item}
        if sum(where.items() <= each.items() for each in data[table]) != 1:
            where = item
        return (AmendItem(file, table, where, {key: changed[table][index][key]}),)
    keys = tuple(str(part) for part in path[:at])
    return (SetValue(file, keys, _at(changed, keys)),)


_INLINE = ("emails", "phones", "links", "addresses")


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _with(data: Any, path: Path, value: Any) -> Any:
    """A copy of ``data`` with ``value`` at ``path``."""
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(data, list):
        at = int(part)
        return [*data[:at], _with(data[at], rest, value), *data[at + 1 :]]
    return {**data, part: _with(data[part], rest, value)}
