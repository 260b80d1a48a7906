"""What incoming records add to contacts that are there already, and what of theirs differs and stays.

A source that comes in for the first time replaces nothing (:mod:`netui.interchange.plan`): so that nothing is
left out in silence, the preview tells both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any

from netui.domain.model.changes import CONTACTS, AddItem, AmendItem, Change, EditList, SetValue
from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import PersonRecord
from netui.interchange.three_way_merge import identity, is_birthday

_OF_NETUI = ("source", "sources")
"""Keys that nobody reads."""
_APPENDED = ("source", "timeline")
_OF_GOALS = ("order", "conflict")
"""Keys of goals that say where one is listed and what is to be settled, and nothing of what it is."""


class Gain(NamedTuple):
    """A key of a contact with what is set or added there; None where it is taken out."""

    ident: str
    key: str
    value: Any

    def as_json(self) -> dict[str, Any]:
        """The gain as documents of ``--json`` have it."""
        return {"id": self.ident, "key": self.key, "value": _as_json(self.value)}


class KeptField(NamedTuple):
    """A field that holds something else than the file says, and stays as it is."""

    ident: str
    key: str
    present: Any
    said: Any

    @property
    def is_text(self) -> bool:
        """Whether it is one text, which can be taken from the file instead."""
        return isinstance(self.present, str) and isinstance(self.said, str)

    def as_json(self) -> dict[str, Any]:
        """The field as documents of ``--json`` have it."""
        values = {"value": _as_json(self.present), "other": _as_json(self.said)}
        return {"id": self.ident, "key": self.key, **values}


class KeptGoal(NamedTuple):
    """A goal that is there already and stays, with the fields of which the file says something else."""

    ident: str
    title: str
    fields: tuple[KeptField, ...]


def _as_json(value: Any) -> Any:
    """A value of a file, dates as text."""
    if isinstance(value, Mapping):
        return {str(key): _as_json(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date | time) else value


def gains_of(changes: Iterable[Change]) -> Iterator[Gain]:
    """What the changes set or add, of lists only what is new; an entry of the timeline is a gain each."""
    for change in changes:
        if not isinstance(change, SetValue | EditList | AddItem | AmendItem):
            continue
        if change.file.folder != CONTACTS:
            continue
        path = change.path if isinstance(change, SetValue | EditList) else (change.table,)
        if path[0] not in _OF_NETUI:
            yield Gain(change.file.stem, " ".join(path), _added(change))


def _added(change: SetValue | EditList | AddItem | AmendItem) -> Any:
    match change:
        case SetValue(value=list() as value, seen=(list() as before,)):
            known = {identity(change.path[-1], item) for item in before}
            return [item for item in value if identity(change.path[-1], item) not in known]
        case SetValue(value=value):
            return value
        case EditList(add=add):
            return list(add)
        case AddItem(item=item):
            return item
        case AmendItem(where=where, values=values):
            return {**{key: each for key, each in where.items() if key != "id"}, **values}


def kept_fields(ident: str, present: Mapping[str, Any], person: PersonRecord) -> Iterator[KeptField]:
    """The fields of a contact that hold something else than the record says, which replaces nothing."""
    names = {fold(str(name)) for name in (present.get("name", ""), *_words(present.get("aliases")))}
    if fold(person.name) not in names:
        yield KeptField(ident, "name", present.get("name"), person.name)
    for key, said in person.fields.items():
        there = present.get(key)
        if key in _APPENDED or there in (None, "", [], {}) or said in (None, "", [], {}):
            continue
        if isinstance(there, list) and isinstance(said, list):
            yield from (KeptField(ident, key, *each) for each in _other_items(key, there, said))
        elif isinstance(there, Mapping) and isinstance(said, Mapping):
            if any(not _is_alike(there.get(inner), value) for inner, value in said.items()):
                yield KeptField(ident, key, there, said)
        elif not (_is_alike(there, said) or (key == "notes" and _is_part(said, there))):
            yield KeptField(ident, key, there, said)


def kept_goal(ident: str, present: Mapping[str, Any], said: Mapping[str, Any]) -> KeptGoal:
    """What a goal has otherwise than the file, which changes nothing of it; of lists, what they lack."""
    fields = []
    for key, value in said.items():
        there = present.get(key)
        if key in _OF_GOALS or value in (None, "", [], {}) or _is_alike(there, value):
            continue
        if isinstance(there, list) and isinstance(value, list):
            there, value = [e for e in there if e not in value], [e for e in value if e not in there]
        if value:
            fields.append(KeptField(ident, key, there, value))
    return KeptGoal(ident, str(present.get("title") or ident), tuple(fields))


def _words(value: Any) -> Sequence[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _other_items(key: str, there: list[Any], said: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Items that both have, of which the file says something else beside, such as a label."""
    known = {identity(key, item): item for item in there}
    if key == "date":
        yield from _other_birthdays(there, said)
    for item in said:
        here = known.get(identity(key, item))
        if here is None or not isinstance(item, Mapping):
            continue
        has = here if isinstance(here, Mapping) else {}
        beside = (inner for inner in item if inner not in ("value", "who"))
        if any(not _is_alike(has.get(inner), item[inner]) for inner in beside):
            yield here, item


def _other_birthdays(there: list[Any], said: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The birthday of a contact and another one in the file, years aside where one of them has none."""
    for here in filter(is_birthday, there):
        for item in filter(is_birthday, said):
            days = str(here.get("on")), str(item.get("on"))
            has_year = not any(day.startswith("--") for day in days)
            if days[0] != days[1] if has_year else days[0][-5:] != days[1][-5:]:
                yield here, item


def _is_alike(there: Any, said: Any) -> bool:
    """Whether they say the same, however it is spelled and spaced."""
    return bool(there == said) or _one_line(there) == _one_line(said)


def _is_part(said: Any, there: Any) -> bool:
    """Whether notes are among those of the contact already."""
    return f" {_one_line(said)} " in f" {_one_line(there)} "


def _one_line(value: Any) -> str:
    return fold(" ".join(str(value).split()))
