"""Merges duplicates: combines the fields of two contacts and redirects every reference.

Nothing that either file says is lost. A single value stays the keeper's; the other's, where it
differs, becomes a line at the end of the notes.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from netui.domain.dedupe.diff import changes_between, is_same
from netui.domain.dedupe.normalize import address_normalizer, normalize_name, normalize_word, to_text
from netui.domain.dedupe.references import Document, redirect_references
from netui.domain.model.changes import CONTACTS, Batch, Change, Delete, FileId, list_at, tables_at
from netui.domain.model.conflict import find_field, item_key
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import PartialDate
from netui.domain.named_tuple import NamedTuple

ITEMS = ("promise", "opportunity", "date", "related", "source", "conflict", "timeline")
"""The ``[[tables]]`` whose items are merged one by one."""
_WORDS = ("roles", "tags", "knows", "seeks", "interests", "goals")
_LABELLED = ("emails", "phones", "links", "addresses")
_EMPTY: tuple[Any, ...] = (None, "", [], {})


class MergeConflict(NamedTuple):
    """Two different values of one ``key``: the keeper's is ``kept``, the other's ``noted`` in the notes."""

    key: str
    kept: str
    noted: str


class Merge(NamedTuple):
    """The effect of a merge; ``batch`` holds all of its changes.

    ``gained`` maps keys to the values the keeper gains, ``moved`` tables to the number of items added
    and ``both`` to the number both had. ``elsewhere`` are the other files whose references change.
    """

    keeper: str
    other: str
    batch: Batch
    gained: Mapping[str, tuple[str, ...]]
    conflicts: tuple[MergeConflict, ...]
    moved: Mapping[str, int]
    both: Mapping[str, int]
    elsewhere: tuple[FileId, ...]


def merge(keeper: str, other: str, documents: Mapping[FileId, Document]) -> Merge:
    """The merge of the contact ``other`` into ``keeper``.

    ``documents`` holds the parsed files of both, and every other file that may refer to ``other``.
    The keeper is written first and the other deleted last, so a crash between loses nothing. Raises
    ValueError where a file holds something else in the place of a ``[[table]]``.
    """
    file, gone = FileId(CONTACTS, keeper), FileId(CONTACTS, other)
    for each in (file, gone):
        for table in ITEMS:
            if tables_at(documents[each], table) != documents[each].get(table, []):
                raise ValueError(f"{each}: {table} is not a list of tables; edit it by hand, then merge")
    union = _DocumentMerge(documents[file], documents[gone], frozenset((keeper, other)))
    changes: list[Change] = list(changes_between(file, documents[file], union.build()))
    elsewhere = {
        each: redirect_references(each, document, other, keeper)
        for each, document in documents.items()
        if each not in (file, gone)
    }
    changes += [change for each in elsewhere.values() for change in each]
    label = f"merged {documents[gone].get('name', other)} into {documents[file].get('name', keeper)}"
    return Merge(
        keeper,
        other,
        Batch(label, (*changes, Delete(gone))),
        union.gained,
        tuple(union.conflicts),
        union.moved,
        union.both,
        tuple(each for each, found in elsewhere.items() if found),
    )


def merge_copy(mine: Document, copy: Document, today: date) -> dict[str, Any]:
    """The document of a contact with all that a copy of it says which it does not say itself.

    Where both have a value and only one can be, ``[[conflict]]`` keeps the other.
    """
    return _DocumentMerge(mine, copy, frozenset(), today).build()


class _DocumentMerge:
    """Builds the merged document of two; with ``copied_on`` of a file and a copy of it, found on that day."""

    def __init__(
        self, mine: Document, theirs: Document, selves: frozenset[str], copied_on: date | None = None
    ) -> None:
        self._copied_on = copied_on
        self._clashes: list[dict[str, Any]] = []
        self.gained: dict[str, tuple[str, ...]] = {}
        self.conflicts: list[MergeConflict] = []
        self.moved: dict[str, int] = {}
        self.both: dict[str, int] = {}
        self._selves = selves
        self._name = str(theirs.get("name", ""))
        self._result = self._without_self_references(mine)
        self._theirs = self._keep_both_introducers(self._without_self_references(theirs))

    def build(self) -> dict[str, Any]:
        """The merged document."""
        theirs = self._theirs
        special = {"name", "aliases", "archived", "rhythm", "notes", *ITEMS}
        self._names()
        for key in (*_WORDS, *_LABELLED):
            if _is_list(theirs.get(key)) and _is_list(self._result.get(key, [])):
                self._list(key, theirs[key])
                special.add(key)
        self._rhythm()
        for key, value in theirs.items():
            if key not in special:
                self._result[key] = self._value((key,), self._result.get(key), value)
        if not theirs.get("archived") and self._result.pop("archived", None):
            self.gained["archived"] = ("no longer",)
        for table in ITEMS:
            self._items(table)
        self._notes()
        if self._clashes:
            self._result["conflict"] = [*tables_at(self._result, "conflict"), *self._clashes]
        return self._result

    # ------------------------------------------------------------------ self-references

    def _without_self_references(self, document: Document) -> dict[str, Any]:
        """The document without references that would point to the contact itself after the merge."""
        found = dict(document)
        if strangers := list_at(found, "not_same"):
            found["not_same"] = [ident for ident in strangers if ident not in self._selves]
            if not found["not_same"]:
                del found["not_same"]
        met = found.get("met")
        if isinstance(met, Mapping) and met.get("via") in self._selves:
            found["met"] = {key: value for key, value in met.items() if key != "via"}
        for table, change in (
            ("timeline", self._clean_entry),
            ("opportunity", self._clean_opportunity),
            ("related", None),
        ):
            if not isinstance(found.get(table), list):
                continue
            items = [item if change is None else change(item) for item in tables_at(found, table)]
            found[table] = items if change else [item for item in items if not self._is_self_reference(item)]
        return found

    def _keep_both_introducers(self, theirs: dict[str, Any]) -> dict[str, Any]:
        """Keeps the other's introducer (``met.via``) as a related connector, where the keeper has its own."""
        met, kept = theirs.get("met"), self._result.get("met")
        via = met.get("via") if isinstance(met, Mapping) else None
        first = kept.get("via") if isinstance(kept, Mapping) else None
        if via in _EMPTY or first in _EMPTY or via == first or not isinstance(met, Mapping):
            return theirs
        tied = [*tables_at(self._result, "related"), *tables_at(theirs, "related")]
        found = {**theirs, "met": {key: value for key, value in met.items() if key != "via"}}
        if not any(item.get("who") == via for item in tied):
            found["related"] = [*tables_at(theirs, "related"), {"who": via, "as": "connector"}]
        return found

    def _clean_entry(self, entry: dict[str, Any]) -> dict[str, Any]:
        others = list_at(entry, "with")
        rest = [other for other in others if other not in self._selves]
        if rest == others:
            return entry
        alone = {key: value for key, value in entry.items() if key != "with"}
        return {**alone, "with": rest} if rest else alone

    def _clean_opportunity(self, opportunity: dict[str, Any]) -> dict[str, Any]:
        if opportunity.get("via") not in self._selves:
            return opportunity
        return {key: value for key, value in opportunity.items() if key != "via"}

    def _is_self_reference(self, relation: Mapping[str, Any]) -> bool:
        if relation.get("who") not in self._selves:
            return False
        more = [f"{key} {to_text(value)}" for key, value in relation.items() if key != "who"]
        if more:
            self._add_conflict("related", "", f"{relation['who']}, {', '.join(more)}")
        return True

    # ------------------------------------------------------------------ single values and lists

    def _names(self) -> None:
        present = [self._result.get("name"), *list_at(self._result, "aliases")]
        known = {normalize_name(name) for name in present}
        wanted = [self._theirs.get("name"), *list_at(self._theirs, "aliases")]
        new = [name for name in _distinct(wanted, normalize_name) if normalize_name(name) not in known]
        if new:
            self._result["aliases"] = [*list_at(self._result, "aliases"), *new]
            self.gained["aliases"] = tuple(map(to_text, new))

    def _list(self, key: str, theirs: Sequence[Any]) -> None:
        normalize = normalize_word if key in _WORDS else address_normalizer(key)
        result = list(self._result.get(key, []))
        places = {normalize(item): at for at, item in enumerate(result)}
        new = []
        for item in theirs:
            at = places.setdefault(normalize(item), len(result))
            if at == len(result):
                result.append(item)
                new.append(to_text(item.get("value", item) if isinstance(item, Mapping) else item))
            elif isinstance(item, Mapping):
                value = result[at] if isinstance(result[at], Mapping) else {"value": result[at]}
                more = {k: v for k, v in item.items() if k != "value"}
                joined = self._value((key, to_text(value.get("value"))), value, {**more})
                result[at] = joined if len(joined) > 1 else result[at]
        if new:
            self.gained[key] = tuple(new)
        if result:
            self._result[key] = result

    def _rhythm(self) -> None:
        """``every`` and ``mode`` are one setting: the keeper's if it has either."""
        mine, theirs = self._result.get("rhythm"), self._theirs.get("rhythm")
        if not isinstance(theirs, Mapping) or not isinstance(mine or {}, Mapping):
            if theirs not in _EMPTY:
                self._result["rhythm"] = self._value(("rhythm",), mine, theirs)
            return
        mine = dict(mine or {})
        setting = ("every", "mode")
        if any(mine.get(key) for key in setting):
            for key in setting:
                if theirs.get(key) not in (*_EMPTY, mine.get(key)):
                    self._add_conflict(f"rhythm.{key}", mine.get(key, ""), theirs[key])
            theirs = {key: value for key, value in theirs.items() if key not in setting}
        united = self._value(("rhythm",), mine, theirs)
        if united:
            self._result["rhythm"] = united

    def _value(self, path: tuple[str, ...], mine: Any, theirs: Any) -> Any:
        """The merged value at ``path``."""
        if theirs in _EMPTY or is_same(mine, theirs):
            return mine if mine is not None else theirs
        if isinstance(theirs, Mapping) and isinstance(mine if mine is not None else {}, Mapping):
            found = dict(mine or {})
            for key, value in theirs.items():
                found[key] = self._value((*path, key), found.get(key), value)
            return found
        name = ".".join(path)
        if mine in _EMPTY:
            self.gained[name] = (to_text(theirs),)
            return theirs
        if isinstance(mine, list) and isinstance(theirs, list):
            new = [item for item in theirs if not any(is_same(item, other) for other in mine)]
            if new:
                self.gained[name] = tuple(map(to_text, new))
            return [*mine, *new]
        finer = _more_precise(mine, theirs) if path in (("met", "on"), ("died",)) else None
        if finer is None:
            self._add_conflict(name, mine, theirs)
            return mine
        if finer is theirs:
            self.gained[name] = (to_text(theirs),)
        return finer

    def _add_conflict(self, key: str, kept: Any, noted: Any) -> None:
        if self._copied_on is not None and find_field(self._result, key) is not None:
            value = {} if kept in _EMPTY else {"value": kept}
            self._clashes.append({"key": key, **value, "other": noted, "on": self._copied_on})
        else:
            self.conflicts.append(MergeConflict(key, to_text(kept), to_text(noted)))

    def _notes(self) -> None:
        mine, theirs = self._result.get("notes"), self._theirs.get("notes")
        parts = [mine] if mine not in _EMPTY else []
        if theirs not in _EMPTY and to_text(theirs).strip() not in to_text(mine or ""):
            if mine not in _EMPTY and to_text(mine).strip() in to_text(theirs):
                parts.clear()  # written on
                mine = None
            parts.append(theirs)
            self.gained["notes"] = (to_text(theirs),)
        if self.conflicts:
            lines = [f"- {a.key}: " + a.noted.replace("\n", "\n  ") for a in self.conflicts]
            parts.append("\n".join([f"From {self._name}:", *lines]) + "\n")
        if parts and (len(parts) > 1 or mine in _EMPTY):
            self._result["notes"] = "".join(
                to_text(part) if at == len(parts) - 1 else to_text(part) + _paragraph_break(to_text(part))
                for at, part in enumerate(parts)
            )

    # ------------------------------------------------------------------ promises, dates, entries

    def _items(self, table: str) -> None:
        result = list(tables_at(self._result, table))
        nameless = [item for item in result if _identity(table, item) is None]
        known: dict[str, list[int]] = {}
        for at, item in enumerate(result):
            known.setdefault(_identity(table, item) or "", []).append(at)
        both = 0
        for item in tables_at(self._theirs, table):
            key = _identity(table, item)
            if key is None:
                twin = next((other for other in nameless if is_same(other, item)), None)
                if twin is not None:
                    nameless.remove(twin)
                    both += 1
                    continue
            elif any(self._merge_item(table, result, at, item) for at in known.get(key, ())):
                both += 1
                continue
            elif key in known and table in _BY_ID:
                key = _free_id(key, known)
                item = {**item, "id": key}
            known.setdefault(key or "", []).append(len(result))
            result.append(item)
            self.moved[table] = self.moved.get(table, 0) + 1
        if both:
            self.both[table] = both
        if result:
            self._result[table] = result

    def _merge_item(self, table: str, items: list[dict[str, Any]], at: int, item: Mapping[str, Any]) -> bool:
        """Merges ``item`` into the one at ``at``; False, with nothing done, where they contradict."""
        found, leads = dict(items[at]), ""
        clashing: dict[str, tuple[Any, Any]] = {}
        for key, theirs in item.items():
            mine = found.get(key)
            if theirs in _EMPTY or is_same(mine, theirs) or key in _TOLD_APART_BY.get(table, ()):
                continue
            if mine in _EMPTY:
                found[key] = theirs
            elif isinstance(mine, list) and isinstance(theirs, list):
                found[key] = [*mine, *(each for each in theirs if each not in mine)]
            elif table == "date" and key == "on" and (finer := _more_precise(mine, theirs)) is not None:
                found[key] = finer
            elif table == "date" and key == "lead":
                leads = to_text(theirs)
            elif self._copied_on is not None and table in _BY_ID:
                clashing[f"{item_key(table, item)}.{key}"] = mine, theirs
            else:
                return False
        if leads:
            self._add_conflict(f"{to_text(item.get('what', 'date'))}.lead", found["lead"], leads)
        for name, (mine, theirs) in clashing.items():
            self._add_conflict(name, mine, theirs)
        items[at] = found
        return True


_BY_ID = ("timeline", "promise", "opportunity")
_TOLD_APART_BY = {
    "date": ("what",), "related": ("who", "as"), "source": ("kind", "uid"), "conflict": ("key", "other"),
}  # fmt: skip
"""The identifying keys of tables without ids; compared without case except for sources."""


def _identity(table: str, item: Mapping[str, Any]) -> str | None:
    """The identity of an item; None for those compared as a whole."""
    if table in _BY_ID:
        ident = item.get("id")
        return ident if isinstance(ident, str) and ident else None
    normalize = to_text if table == "source" else lambda value: fold(to_text(value))
    return "\n".join(normalize(item.get(key, "")) for key in _TOLD_APART_BY[table])


def _free_id(ident: str, known: Mapping[str, object]) -> str:
    number = 2
    while f"{ident}-{number}" in known:
        number += 1
    return f"{ident}-{number}"


def _more_precise(mine: object, theirs: object) -> object:
    """The more precise of two partial dates that agree; None where they contradict."""
    try:
        one, other = PartialDate.parse(mine), PartialDate.parse(theirs)
    except ValueError:
        return None
    if any(a != b for a, b in zip(one, other, strict=True) if a is not None and b is not None):
        return None
    if all(b is None or a is not None for a, b in zip(one, other, strict=True)):
        return mine
    return theirs if all(a is None or b is not None for a, b in zip(one, other, strict=True)) else None


def _paragraph_break(text: str) -> str:
    """The line breaks between ``text`` and the next paragraph."""
    return "\n" * max(2 - (len(text) - len(text.rstrip("\n"))), 0)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _distinct(values: Sequence[Any], key: Callable[[Any], object]) -> list[Any]:
    found: dict[object, Any] = {}
    for value in values:
        if value not in _EMPTY:
            found.setdefault(key(value), value)
    return list(found.values())
