"""What the sources of one import say, beside what each said last time: the changes of ``.sources``."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netui.domain.model.changes import FileId, Restore
from netui.interchange.network_json import SOURCE as NETWORK
from netui.interchange.records import EntryRecord, PersonRecord
from netui.interchange.three_way_merge import entry_digest
from netui.storage.sources import SourceState, dump_source, load_source, says_the_same, source_file

_Key = tuple[str, str]


class SourceStates:
    """The states of the sources that an import names; an export of netui's own is none.

    ``held`` gives the bytes of a file of ``.sources``, None where there is none.
    """

    def __init__(self, held: Callable[[FileId], bytes | None]) -> None:
        self._held = held
        self._bytes: dict[_Key, bytes | None] = {}
        self._last: dict[_Key, SourceState | None] = {}
        self._now: dict[_Key, SourceState] = {}

    def take_person(self, person: PersonRecord) -> Mapping[str, Any] | None:
        """Takes in what a source says of someone; returns what it said last, None where that is unknown."""
        key = person.source, person.uid
        if person.source == NETWORK:
            return None
        said = {"name": person.name, **person.fields}
        now = SourceState(*key, person.raw, said)
        data = self._read(key)
        if data is not None and says_the_same(data, now):
            return said
        last = self._state(key)
        if last is None:
            self._now[key] = now
            return None
        if person.covers is not None:
            now = now._replace(taken={**last.taken, **dict.fromkeys(person.covers), **said})
        self._now[key] = now._replace(entries=last.entries)
        return last.taken or None

    def take_states(
        self, states: Iterable[SourceState], people: Iterable[PersonRecord], entries: Iterable[EntryRecord]
    ) -> None:
        """Takes over what another network knows of the sources of these, where this one knows nothing."""
        named = {
            (each.get("kind"), each.get("uid"))
            for person in people
            for each in person.fields.get("source", ())
        }
        known = {entry.id for entry in entries}
        for state in states:
            key = state.kind, state.uid
            is_theirs = key in named or not known.isdisjoint(state.entries)
            if is_theirs and key not in self._now and self._read(key) is None:
                self._now[key] = state

    def take_text(self, person: PersonRecord) -> None:
        """Takes in the text of a source that adds nothing but entries, such as the messages it counted."""
        key = person.source, person.uid
        state = self._now.get(key) or self._state(key) or SourceState(*key)
        if person.raw and person.raw != state.raw:
            self._now[key] = state._replace(raw=person.raw)

    def take_entry(self, entry: EntryRecord) -> str | None:
        """Takes in what a source says of an entry; returns the digest of what it said last, if it did."""
        key = entry.source, entry.people[0]
        if entry.source == NETWORK:
            return None
        state = self._now.get(key) or self._state(key) or SourceState(*key)
        last = self._state(key)
        entries = {**state.entries, entry.id: entry_digest(entry.fields)}
        if entries != state.entries:
            self._now[key] = state._replace(entries=entries)
        return last.entries.get(entry.id) if last else None

    def last_entry(self, entry: EntryRecord) -> str | None:
        """The digest of what a source said last of an entry; None where that is unknown."""
        last = self._state((entry.source, entry.people[0]))
        return last.entries.get(entry.id) if last else None

    def changes(self) -> list[Restore]:
        """What becomes of the files."""
        found = []
        for key, state in self._now.items():
            before, after = self._read(key), dump_source(state)
            if before != after:
                found.append(Restore(source_file(*key), before, after))
        return found

    def _read(self, key: _Key) -> bytes | None:
        if key not in self._bytes:
            self._bytes[key] = self._held(source_file(*key))
        return self._bytes[key]

    def _state(self, key: _Key) -> SourceState | None:
        if key not in self._last:
            data = self._read(key)
            self._last[key] = load_source(data) if data is not None else None
        return self._last[key]
