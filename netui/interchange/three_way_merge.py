"""Three-way merge of a re-import: what a source changed since last time, fitted to what the contact holds.

The base is what the last import took from the source. A key that the source did not change is left alone,
so what the user changed, added or removed by hand stays. Where both changed one field, the change says what
it saw (the base), so that the store keeps the contact's value and the other beside it as a conflict.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from netui.domain.dedupe.normalize import address_key
from netui.domain.model.changes import (
    SETTINGS,
    AddItem,
    AmendItem,
    Change,
    Create,
    EditList,
    FileId,
    RemoveItem,
    SetValue,
)
from netui.domain.model.conflict import item_key
from netui.domain.model.contact_row import fold, name_key
from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import PersonRecord, tables
from netui.storage.toml.change_effects import EXACT_LISTS, Edit
from netui.storage.toml.literals import plain
from netui.storage.toml.verify import same

TABLES = ("date", "related", "promise", "opportunity")
"""The keys of a contact that are lists of tables."""
_HANDLES = {"date": "what", "related": "who", "promise": "id", "opportunity": "id"}
"""The key that tells which item of a table another version of it is."""


_OWN_KEYS = ("id", "with", "planned")
"""What of an entry is the network's: a plan is confirmed there, not by its source when the day is over."""


class FieldClash(NamedTuple):
    """A field that the user and the source both changed: what the contact has, and what the source says."""

    ident: str
    key: str
    present: Any
    said: Any


class Merged(NamedTuple):
    """The changes that bring a contact in step with its source, and the fields that clash.

    The change of a clash is among the changes, and becomes a conflict in the file.
    """

    changes: tuple[Edit, ...]
    clashes: tuple[FieldClash, ...]


def merge_fields(
    file: FileId,
    base: Mapping[str, Any],
    said: Mapping[str, Any],
    present: Mapping[str, Any],
    covers: Collection[str] | None = None,
    choices: Mapping[str, bool] | None = None,
) -> Merged:
    """What a source that said ``base`` and now says ``said`` changes in a contact that holds ``present``.

    ``covers`` are the keys the source speaks of (None: all). ``choices`` settle clashes by key: True takes
    what the source says, False keeps what the contact has.
    """
    merge = _Merge(file, choices or {})
    for key in dict.fromkeys((*said, *base)):
        if covers is None or key in covers:
            merge.take((key,), base.get(key), said.get(key), present.get(key))
    return Merged(tuple(merge.changes), tuple(merge.clashes))


def additions(present: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The new values of the keys to which ``said`` adds something; nothing is replaced.

    A date of which the year was not known gets it; nobody gets a second birthday.
    """
    added: dict[str, Any] = {}
    for key, value in said.items():
        there = present.get(key)
        if value in (None, "", [], {}):
            continue
        if there in (None, "", [], {}):
            added[key] = value
        elif isinstance(value, list) and isinstance(there, list):
            there = _with_years(there, value) if key == "date" else there
            known = {identity(key, item) for item in there}
            if key == "date":
                known |= {identity(key, {**item, "on": _without_year(item)}) for item in there}
            missing = [item for item in value if identity(key, item) not in known]
            if key == "date" and any(map(is_birthday, there)):
                missing = [item for item in missing if not is_birthday(item)]
            if missing or there is not present[key]:
                added[key] = [*there, *missing]
    return added


def changes_of_additions(
    file: FileId, present: Mapping[str, Any], added: Mapping[str, Any]
) -> Iterator[Edit]:
    """The changes that make of a contact what :func:`additions` found."""
    for key, value in added.items():
        if key not in TABLES:
            yield SetValue(file, (key,), value, (present.get(key),))
            continue
        there = tables(present, key)
        for before, after in zip(there, value, strict=False):
            if before != after:
                yield AmendItem(file, key, before, {"on": after["on"]}, before)
        yield from (AddItem(file, key, item) for item in value[len(there) :])


def is_birthday(item: Any) -> bool:
    """Whether an item of the dates is the birthday, of which everybody has one."""
    return isinstance(item, Mapping) and fold(str(item.get("what", ""))) == "birthday"


def _with_years(there: list[Any], said: list[Any]) -> list[Any]:
    """The dates with the year where another of the same day has it; the list itself where none has."""
    years = {(item.get("what"), _without_year(item)): item.get("on") for item in said}
    found = [
        {**item, "on": years[item.get("what"), item.get("on")]}
        if str(item.get("on")).startswith("--") and (item.get("what"), item.get("on")) in years
        else item
        for item in there
    ]
    return there if found == there else found


def _without_year(item: Mapping[str, Any]) -> str:
    """The day of a date as whoever does not know the year has it: --05-10."""
    on = str(item.get("on"))
    return f"-{on[4:]}" if len(on) == 10 else on


def missing_settings(
    said: Mapping[str, Any], present: Mapping[str, Any] | None, dump: Callable[[Mapping[str, Any]], str]
) -> list[Change]:
    """The changes that add to ``netui.toml`` what it lacks, within its tables too; None: there is no file."""
    if present is None:
        return [Create(SETTINGS, dump(said))] if said else []
    return [SetValue(SETTINGS, path, value, (None,)) for path, value in _missing(said, present)]


def _missing(said: Mapping[str, Any], present: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in said.items():
        there = present.get(key)
        if there is None:
            yield (key,), value
        elif isinstance(value, Mapping) and isinstance(there, Mapping):
            yield from (((key, *path), each) for path, each in _missing(value, there))


def join_records(people: Iterable[PersonRecord]) -> list[PersonRecord]:
    """One record for each source and uid, joined from all files; address books come before messages."""
    by_source: dict[tuple[str, str], PersonRecord] = {}
    for person in sorted(people, key=lambda person: person.must_exist):
        key = person.source, person.uid
        if first := by_source.get(key):
            if person.must_exist and not first.must_exist:
                continue
            added = additions(first.fields, person.fields)
            person = first._replace(fields={**first.fields, **added})
        by_source[key] = person
    return list(by_source.values())


def identity(key: str, item: Any) -> str:
    """What makes a list item the same: its text folded, an address however it is written, an id.

    Of a date it is what and when, of a relative the name.
    """
    if isinstance(item, Mapping):
        if key == "date":
            item = f"{item.get('what')} {item.get('on')}"
        elif key == "related":
            item = f"{name_key(str(item.get('who')).replace('-', ' '))} {item.get('as')}"
        else:
            whole = sorted((str(name), str(value)) for name, value in item.items())
            item = item.get("value", item.get("id", whole))
    if key in ("phones", "emails", "links") and (address := address_key(key, item)):
        return address
    return fold(str(item))


def merge_entry(
    file: FileId, taken: str | None, present: Mapping[str, Any], said: Mapping[str, Any]
) -> tuple[AmendItem, ...]:
    """What brings an entry in step with its source: nothing where the user changed it, or the source did not.

    ``taken`` is the digest of what the source said last (:func:`entry_digest`), None for an unknown one.
    """
    if taken is None or taken == entry_digest(said) or taken != entry_digest(present):
        return ()
    keys = [key for key in dict.fromkeys((*said, *present)) if key not in _OWN_KEYS]
    values = {key: said.get(key) for key in keys if not _alike(said.get(key), present.get(key))}
    seen = {key: present.get(key) for key in values}
    return (AmendItem(file, "timeline", {"id": present["id"]}, values, seen),) if values else ()


def says_otherwise(present: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether an entry of a source says something else than the one of its id that is there already."""
    return any(not _alike(value, present.get(key)) for key, value in said.items() if key not in _OWN_KEYS)


def withdraw_entry(file: FileId, taken: str | None, present: Mapping[str, Any]) -> tuple[RemoveItem, ...]:
    """What takes back an entry that does not happen, by its source: a plan that the user did not change.

    ``taken`` is the digest of what the source said last, None for an unknown one.
    """
    is_unchanged = taken in (None, entry_digest(present))
    if present.get("planned") is not True or not is_unchanged:
        return ()
    return (RemoveItem(file, "timeline", {"id": present["id"]}, present),)


def entry_digest(fields: Mapping[str, Any]) -> str:
    """A digest of what an entry says, its id and participants aside."""
    said = {
        key: value
        for key, value in plain(fields).items()
        if key not in ("id", "with") and not _is_empty(value)
    }
    text = json.dumps(said, sort_keys=True, default=lambda value: value.isoformat())
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


class _Merge:
    """Collects the changes of one contact, key by key."""

    def __init__(self, file: FileId, choices: Mapping[str, bool]) -> None:
        self._file, self._choices = file, choices
        self.changes: list[Edit] = []
        self.clashes: list[FieldClash] = []

    def take(self, path: tuple[str, ...], base: Any, said: Any, present: Any) -> None:
        """Adds what the source changed at one path."""
        if _alike(base, said):
            return
        values = base, said, present
        if path[0] in TABLES and len(path) == 1:
            if all(map(_is_table, values)):
                self._take_table(path[0], base or [], said or [], present or [])
        elif any(isinstance(value, list) for value in values):
            if _are_all(list, values):
                self._take_list(path, base or [], said or [], present or [])
        elif any(isinstance(value, Mapping) for value in values):
            if _are_all(Mapping, values):
                parts = base or {}, said or {}, present or {}
                for key in dict.fromkeys((*parts[1], *parts[0])):
                    self.take((*path, key), *(part.get(key) for part in parts))
        else:
            self._take_value(path, base, said, present)

    def _take_value(self, path: tuple[str, ...], base: Any, said: Any, present: Any) -> None:
        wanted = None if _is_empty(said) else said
        if _alike(present, wanted):
            return
        if _is_empty(present) or _alike(present, base):
            self.changes.append(SetValue(self._file, path, wanted, (present,)))
        elif wanted is not None:
            seen = self._settled(".".join(path), present, wanted, base)
            if seen is not None:
                self.changes.append(SetValue(self._file, path, wanted, seen))

    def _settled(self, key: str, present: Any, said: Any, base: Any) -> tuple[Any, ...] | None:
        """What a change of a field that clashes has seen; None where the contact keeps its own."""
        self.clashes.append(FieldClash(self._file.stem, key, present, said))
        choice = self._choices.get(key)
        if choice is None:
            return (base,)
        return (present,) if choice else None

    def _take_list(self, path: tuple[str, ...], base: list[Any], said: list[Any], present: list[Any]) -> None:
        if _alike(base, present):  # in the order of the source too
            self.changes.append(SetValue(self._file, path, said or None, (present or None,)))
            return
        key = path[-1]
        old, new = ({identity(key, item): item for item in items} for items in (base, said))
        there = {identity(key, item): (at, item) for at, item in enumerate(present)}
        add: list[Any] = []
        remove: list[Any] = []
        for name, item in new.items():
            if name not in old:
                add += [] if name in there else [item]
            elif not _alike(old[name], item) and name in there and _alike(there[name][1], old[name]):
                remove.append(there[name][1])  # with another label
                add.append(item)
        for name, item in old.items():
            if name not in new and name in there and _is_untouched(key, item, there[name][1]):
                remove.append(there[name][1])
        if add or remove:
            self.changes.append(EditList(self._file, path, plain(add), remove))

    def _take_table(
        self,
        table: str,
        base: list[Mapping[str, Any]],
        said: list[Mapping[str, Any]],
        present: list[Mapping[str, Any]],
    ) -> None:
        gone = [item for item in base if not any(_alike(item, other) for other in said)]
        come = [item for item in said if not any(_alike(item, other) for other in base)]
        handle = _HANDLES[table]
        for item in come:
            earlier = [each for each in gone if handle in item and each.get(handle) == item[handle]]
            if len(earlier) == 1:
                gone.remove(earlier[0])
                self._amend(table, earlier[0], item, present)
            elif not any(identity(table, item) == identity(table, each) for each in present):
                self.changes.append(AddItem(self._file, table, item))
        for item in gone:
            there = [each for each in present if all(_alike(each.get(key), item[key]) for key in item)]
            if len(there) == 1 and _alike(there[0], item):
                self.changes.append(RemoveItem(self._file, table, plain(item)))

    def _amend(
        self, table: str, base: Mapping[str, Any], said: Mapping[str, Any], present: list[Mapping[str, Any]]
    ) -> None:
        """Another version of an item; one that the user removed stays away."""
        handle = _HANDLES[table]
        there = [item for item in present if item.get(handle) == base.get(handle)]
        if len(there) != 1:
            return
        where = {handle: base[handle]}
        for key in dict.fromkeys((*said, *base)):
            now, before, wanted = there[0].get(key), base.get(key), said.get(key)
            if _alike(before, wanted) or _alike(now, wanted):
                continue
            seen: tuple[Any, ...] | None = (now,)
            if not _is_empty(now) and not _alike(now, before):
                seen = self._settled(f"{item_key(table, there[0])}.{key}", now, wanted, before)
            if seen is not None:
                amended = AmendItem(self._file, table, where, {key: wanted}, {key: seen[0]})
                self.changes.append(amended)


def _is_untouched(key: str, base: Any, present: Any) -> bool:
    """Whether the contact has an item as the source gave it; words may differ in case."""
    return _alike(base, present) or (
        key not in EXACT_LISTS and isinstance(base, str) and isinstance(present, str)
    )


def _alike(one: Any, other: Any) -> bool:
    return (_is_empty(one) and _is_empty(other)) or same(plain(one), plain(other))


def _are_all(kind: type, values: Iterable[Any]) -> bool:
    """Whether all values that there are are of one kind: a file may hold anything, which is left as it is."""
    return all(value is None or isinstance(value, kind) for value in values)


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _is_table(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(item, Mapping) for item in value))
