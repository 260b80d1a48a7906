"""The undo journal: a write-ahead log of batches for undo and redo, in JSON lines outside the network.

Each line ends with its sequence number, so appending reads only the end of the file. A line cut off
by a crash is skipped. A batch that failed is followed by a line that voids it.
"""

import json
import os
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from netui.domain.model.changes import FileId
from netui.storage.files.atomic import System, make_folder, sync_folder, write_all, write_private
from netui.storage.toml.document import TextChange
from netui.storage.undo.json_codec import change_from_json, change_to_json

try:
    from _blake2 import blake2b  # hashlib loads all of OpenSSL for it
except ImportError:
    from hashlib import blake2b

COMPACT_OVER = 8 << 20
KEEP_BATCHES = 500
KEEP_AT_LEAST = 20
_TAIL = 256
_NUMBER = re.compile(rb'"n": (\d+)\}\n\Z')
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


def digest(data: bytes | None) -> str:
    """A hash (BLAKE2b, 16 bytes, hexadecimal) of a file's bytes; empty if there is no file."""
    return "" if data is None else blake2b(data, digest_size=16).hexdigest()


class BytePatch(NamedTuple):
    """A binary diff of one range: at byte ``start``, ``removed`` was replaced by ``added``."""

    start: int
    removed: bytes
    added: bytes

    @classmethod
    def between(cls, before: bytes, after: bytes) -> "BytePatch":
        """The smallest range in which two versions differ."""
        start = _common(before, after)
        end = _common(before[start:][::-1], after[start:][::-1])
        return cls(start, before[start : len(before) - end], after[start : len(after) - end])

    def forward(self, data: bytes) -> bytes:
        """Applies the patch: the later version from the earlier one."""
        return data[: self.start] + self.added + data[self.start + len(self.removed) :]

    def back(self, data: bytes) -> bytes:
        """Reverts the patch: the earlier version from the later one."""
        return data[: self.start] + self.removed + data[self.start + len(self.added) :]


class Step(NamedTuple):
    """What a batch did to one file: hashes before and after, a byte patch, and each change with its inverse.

    ``before`` is empty if the file was created, ``after`` if it was deleted; ``trash`` is then its name
    in the trash.
    """

    file: FileId
    before: str
    after: str
    patch: BytePatch
    pairs: tuple[tuple[TextChange, TextChange], ...] = ()
    trash: str = ""


class RecordedBatch(NamedTuple):
    """A batch in the journal; its steps are decoded when asked for."""

    number: int
    when: datetime
    label: str
    undone: bool
    files: tuple[FileId, ...]
    record: dict[str, Any]

    def steps(self) -> list[Step]:
        """What the batch did to each file."""
        return [_step_from_json(each) for each in self.record["steps"]]


class Journal:
    """The journal of one network; the caller holds the network's lock while writing."""

    def __init__(self, path: str, system: System) -> None:
        self.path, self._system = path, system

    def add(self, label: str, when: datetime, steps: Iterable[Step]) -> int:
        """Appends a batch and flushes it to disk; returns its number."""
        written = [_step_to_json(each) for each in steps]
        return self._append({"label": label, "when": when.isoformat(), "steps": written})

    def mark(self, what: str, number: int) -> None:
        """Records that batch ``number`` was undone, redone or has failed (``undo``, ``redo``, ``void``)."""
        self._append({what: number})

    def batches(self) -> list[RecordedBatch]:
        """All batches, oldest first; ``undone`` tells their state."""
        done, _, records = _replayed(self._lines())
        standing = set(done)
        return [_recorded(number, record, number not in standing) for number, record in records.items()]

    def undoable(self) -> list[RecordedBatch]:
        """The batches that can be undone, latest first."""
        done, _, records = _replayed(self._lines())
        return [_recorded(number, records[number], False) for number in reversed(done)]

    def redoable(self) -> list[RecordedBatch]:
        """The batches that can be redone, undone last first: none older than the last new batch."""
        _, undone, records = _replayed(self._lines())
        return [_recorded(number, records[number], True) for number in reversed(undone)]

    def digests(self) -> set[str]:
        """The hashes of all versions of files that the journal has, before or after a batch."""
        steps = [step for line in self._lines() for step in line.get("steps", ())]
        return {step[when] for step in steps for when in ("before", "after")}

    def _append(self, record: dict[str, Any]) -> int:
        is_new = not os.path.exists(self.path)
        if is_new:
            make_folder(self._system, os.path.dirname(self.path))
        fd = self._system.open(self.path, _APPEND, 0o600)
        try:
            size = self._system.fstat(fd).st_size
            torn, number = self._end(fd, size)
            line = json.dumps({**record, "n": number}).encode() + b"\n"
            write_all(self._system, fd, b"\n" + line if torn else line)
            self._system.sync(fd)
        finally:
            self._system.close(fd)
        if is_new:
            sync_folder(self._system, os.path.dirname(self.path))
        elif size > COMPACT_OVER:
            self._compact()
        return number

    def _end(self, fd: int, size: int) -> tuple[bool, int]:
        """Whether the last line is incomplete, and the next sequence number."""
        tail = os.pread(fd, _TAIL, max(size - _TAIL, 0))
        match = _NUMBER.search(tail)
        if match:
            return False, int(match[1]) + 1
        numbers = [line["n"] for line in self._lines()]
        return not tail.endswith(b"\n") and bool(tail), max(numbers, default=0) + 1

    def _lines(self) -> list[dict[str, Any]]:
        try:
            with open(self.path, "rb") as file:
                raw = file.read()
        except FileNotFoundError:
            return []
        records = []
        for line in raw.split(b"\n"):
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if isinstance(record, dict) and isinstance(record.get("n"), int):
                records.append(record)
        return records

    def _compact(self) -> None:
        """Drops the oldest batches, once the journal has doubled in size since the last time."""
        lines = self._lines()
        if os.path.getsize(self.path) < 2 * (lines[0].get("size", 0) if lines else 0):
            return
        kept: set[int] = set()
        size = 0
        for record in reversed([each for each in lines if "steps" in each]):
            size += len(json.dumps(record))
            if len(kept) >= KEEP_BATCHES or (len(kept) >= KEEP_AT_LEAST and size > COMPACT_OVER // 2):
                break
            kept.add(record["n"])
        staying = [each for each in lines if each.get("n") in kept or _subject(each) in kept]
        body = "".join(json.dumps(each) + "\n" for each in staying)
        head = json.dumps({"size": len(body), "n": 0}) + "\n"
        write_private(self._system, self.path, (head + body).encode())


def _replayed(lines: list[dict[str, Any]]) -> tuple[list[int], list[int], dict[int, dict[str, Any]]]:
    """Numbers of the batches that are done, of those undone, and all records by number."""
    void = {line["void"] for line in lines if "void" in line}
    done: list[int] = []
    undone: list[int] = []
    records: dict[int, dict[str, Any]] = {}
    for line in lines:
        number = _subject(line)
        if number in void:
            continue
        if "steps" in line:
            records[line["n"]] = line
            done.append(line["n"])
            undone.clear()
        elif "undo" in line and number in done:
            done.remove(number)
            undone.append(number)
        elif "redo" in line and number in undone:
            undone.remove(number)
            done.append(number)
    return done, undone, records


def _subject(line: dict[str, Any]) -> int:
    """The batch that a line is or speaks of."""
    number: int = line.get("undo") or line.get("redo") or line.get("void") or line["n"]
    return number


def _recorded(number: int, record: dict[str, Any], undone: bool) -> RecordedBatch:
    files = tuple(FileId(*step["file"]) for step in record["steps"])
    return RecordedBatch(
        number, datetime.fromisoformat(record["when"]), record["label"], undone, files, record
    )


def _step_to_json(step: Step) -> dict[str, Any]:
    start, removed, added = step.patch
    record: dict[str, Any] = {
        "file": [step.file.folder, step.file.stem],
        "before": step.before,
        "after": step.after,
        "splice": [start, _text(removed), _text(added)],
        "changes": [[change_to_json(change), change_to_json(inverse)] for change, inverse in step.pairs],
    }
    return {**record, "trash": step.trash} if step.trash else record


def _step_from_json(record: dict[str, Any]) -> Step:
    file = FileId(*record["file"])
    start, removed, added = record["splice"]
    pairs = tuple(
        (change_from_json(done, file), change_from_json(inverse, file)) for done, inverse in record["changes"]
    )
    patch = BytePatch(start, _bytes(removed), _bytes(added))
    return Step(file, record["before"], record["after"], patch, pairs, record.get("trash", ""))


def _text(data: bytes) -> str:
    # A patch may begin or end inside a character, and a damaged file may not be UTF-8 at all.
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _common(one: bytes, other: bytes) -> int:
    """The length of the common prefix, by binary search: comparing slices is faster than single bytes."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low
