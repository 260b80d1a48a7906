"""The undo journal: a write-ahead log of batches for undo and redo, in JSON lines outside the network.

Each line ends with its sequence number, so appending reads only the end of the file. A batch that failed is
followed by a line that voids it; one of several files is open until a later line settles it, so that a crash
between two files is noticed (:mod:`netui.storage.undo.journal_tail`). A line cut off by a crash, or one that
cannot be a line of ours, is skipped.
"""

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from netui.domain.model.changes import SETTINGS, FileId, SetValue
from netui.domain.model.folders import FOLDERS
from netui.domain.named_tuple import NamedTuple
from netui.storage.files.atomic import System, make_folder, sync_folder, write_all, write_private
from netui.storage.toml.document import TextChange
from netui.storage.undo.journal_tail import digest as digest
from netui.storage.undo.journal_tail import is_settled
from netui.storage.undo.json_codec import change_from_json, change_to_json

COMPACT_OVER = 8 << 20
KEEP_BATCHES = 500
KEEP_AT_LEAST = 20
_TAIL = 256
_HEAD = re.compile(rb'{"size": (\d+), "n": 0}')
"""The first line once the journal was compacted: how large it was then."""
_WRITTEN_AT_ONCE = 1 << 20
_MARKS = ("undo", "redo", "void", "done", "skip")
_NUMBER, _LINE_END = b'"n": ', b"}\n"
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


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
    """A batch in the journal; ``skipped``: undo was told to pass it over."""

    number: int
    when: datetime
    label: str
    undone: bool
    skipped: bool
    files: tuple[FileId, ...]
    record: dict[str, Any]

    def steps(self) -> list[Step]:
        """What the batch did to each file, decoded when asked for; raises ValueError for a damaged line."""
        try:
            return [_step_from_json(each) for each in self.record["steps"]]
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not a step of this version: {error}") from error


class Journal:
    """The journal of one network; the caller holds the network's lock while writing."""

    def __init__(self, path: str, system: System) -> None:
        self.path, self._system = path, system

    def add(self, label: str, when: datetime, steps: Sequence[Step]) -> int:
        """Appends a batch and flushes it to disk; returns its number."""
        several = {"open": True} if len(steps) > 1 else {}
        return self._append({"label": label, "when": when.isoformat(), **several}, steps)

    def begin(self, direction: str, number: int) -> None:
        """Records that several files are about to be changed to ``undo`` or ``redo`` batch ``number``."""
        self._append({"begin": direction, "of": number, "open": True})

    def mark(self, what: str, number: int, *, durable: bool = True) -> None:
        """Records what became of batch ``number``, and settles it.

        ``undo``, ``redo``: it was undone, redone; ``void``: it failed; ``skip``: undo passes it over;
        ``done``: nothing else is to be said of it. ``durable``: flushed to disk.
        """
        self._append({what: number}, durable=durable)

    def batches(self) -> list[RecordedBatch]:
        """All batches, oldest first; ``undone`` and ``skipped`` tell their state."""
        return list(_replayed(self._lines()).batches.values())

    def set_since(self, start: datetime) -> set[tuple[FileId, str]]:
        """The keys of files that standing batches have set since then; "" for a file that is new."""
        found: set[tuple[FileId, str]] = set()
        for batch in self.batches():
            if batch.undone or batch.when < start:
                continue
            with contextlib.suppress(ValueError):
                for step in batch.steps():
                    found |= {(step.file, "")} if not step.before else set()
                    found |= {
                        (step.file, each.path[0]) for each, _ in step.pairs if isinstance(each, SetValue)
                    }
        return found

    def undoable(self) -> list[RecordedBatch]:
        """The batches that can be undone, latest first."""
        found = _replayed(self._lines())
        return [found.batches[number] for number in reversed(found.done)]

    def redoable(self) -> list[RecordedBatch]:
        """The batches that can be redone, undone last first: none older than the last new batch."""
        found = _replayed(self._lines())
        return [found.batches[number] for number in reversed(found.undone)]

    def digests(self) -> set[str]:
        """The hashes of all versions of files that the journal has, before or after a batch."""
        steps = [step for line in self._lines() for step in line.get("steps", ())]
        return {str(step.get(when)) for step in steps for when in ("before", "after")}

    def unsettled(self) -> tuple[RecordedBatch, str] | None:
        """The batch that a crash cut off between two files, and the direction it went; None if none was."""
        if is_settled(self.path):
            return None
        lines = self._lines()
        last = lines[-1] if lines else {}
        found = _replayed(lines).batches.get(last.get("of", last.get("n", 0)))
        return (found, last.get("begin", "redo")) if found and last.get("open") else None

    def purge(self, is_meant: Callable[[str], bool]) -> int:
        """Removes every batch with a text that ``is_meant``, and lines that cannot be read; returns how many.

        They cannot be undone any more.
        """
        lines = self._lines()
        gone = {line["n"] for line in lines if is_meant("\n".join(_texts(line)))}
        staying = [line for line in lines if line["n"] not in gone and _subject(line) not in gone]
        if lines or os.path.exists(self.path):
            body = "".join(json.dumps(line) + "\n" for line in staying)
            write_private(self._system, self.path, body.encode())
        return len(gone)

    def _append(self, record: dict[str, Any], steps: Sequence[Step] = (), *, durable: bool = True) -> int:
        """Appends a line with the next number, ``steps`` as its first member."""
        is_new = not os.path.exists(self.path)
        if is_new:
            make_folder(self._system, os.path.dirname(self.path))
        fd = self._system.open(self.path, _APPEND, 0o600)
        try:
            size = self._system.fstat(fd).st_size
            torn, number = self._end(fd, size)
            line = b"\n" if torn else b""
            for part in _line_parts({**record, "n": number}, steps):
                line += part
                if len(line) > _WRITTEN_AT_ONCE:
                    write_all(self._system, fd, line)
                    line = b""
            write_all(self._system, fd, line)
            if durable:
                self._system.sync(fd)
        finally:
            self._system.close(fd)
        if is_new:
            sync_folder(self._system, os.path.dirname(self.path))
        elif size > COMPACT_OVER and steps:
            self._compact()
        return number

    def _end(self, fd: int, size: int) -> tuple[bool, int]:
        """Whether the last line is incomplete, and the next sequence number."""
        tail = os.pread(fd, _TAIL, max(size - _TAIL, 0))
        number = tail.rpartition(_NUMBER)[2]
        if number.endswith(_LINE_END) and number[: -len(_LINE_END)].isdigit():
            return False, int(number[: -len(_LINE_END)]) + 1
        numbers = [line["n"] for line in self._lines()]
        return not tail.endswith(b"\n") and bool(tail), max(numbers, default=0) + 1

    def _lines(self) -> list[dict[str, Any]]:
        from netui.storage.files.bounded_read import read_whole

        try:
            data = read_whole(self.path)
        except FileNotFoundError:
            return []
        records = []
        for line in data.split(b"\n"):
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if _is_record(record):
                records.append(record)
        return records

    def _compact(self) -> None:
        """Drops the oldest batches, once the journal has doubled in size since the last time."""
        with open(self.path, "rb") as file:
            head = _HEAD.match(file.readline(_TAIL))
        if head and os.path.getsize(self.path) < 2 * int(head[1]):
            return
        lines = self._lines()
        kept: set[int] = set()
        size = 0
        for record in reversed([each for each in lines if "steps" in each]):
            size += len(json.dumps(record))
            if len(kept) >= KEEP_BATCHES or (len(kept) >= KEEP_AT_LEAST and size > COMPACT_OVER // 2):
                break
            kept.add(record["n"])
        staying = [each for each in lines if each.get("n") in kept or _subject(each) in kept]
        body = "".join(json.dumps(each) + "\n" for each in staying)
        first = json.dumps({"size": len(body), "n": 0}) + "\n"
        write_private(self._system, self.path, (first + body).encode())


def _line_parts(record: dict[str, Any], steps: Sequence[Step]) -> Iterator[bytes]:
    """The pieces of a line: those of an import of thousands of files are never held together."""
    rest = json.dumps(record).encode() + b"\n"
    if not steps:
        yield rest
        return
    separator = b'{"steps": ['
    for step in steps:
        yield separator + json.dumps(_step_to_json(step)).encode()
        separator = b", "
    yield b"], " + rest.removeprefix(b"{")


class _Replayed(NamedTuple):
    """Every batch by number, and the numbers of those that are done and of those that can be redone."""

    batches: dict[int, RecordedBatch]
    done: list[int]
    undone: list[int]


def _replayed(lines: list[dict[str, Any]]) -> _Replayed:
    void = {line["void"] for line in lines if "void" in line}
    skipped = {line["skip"] for line in lines if "skip" in line}
    done: list[int] = []
    undone: list[int] = []
    records: dict[int, dict[str, Any]] = {}
    for line in lines:
        number = _subject(line)
        if number in void:
            continue
        if "steps" in line:
            if number not in records:
                records[number] = line
                done.append(number)
                undone.clear()
        elif "skip" in line:
            for stack in (done, undone):
                stack[:] = [each for each in stack if each != number]
        elif "undo" in line and number in done:
            done.remove(number)
            undone.append(number)
        elif "redo" in line and number in undone:
            undone.remove(number)
            done.append(number)
    standing = {*done, *skipped}
    batches = {
        number: _recorded(number, record, undone=number not in standing, skipped=number in skipped)
        for number, record in records.items()
    }
    return _Replayed(batches, done, undone)


def _subject(line: dict[str, Any]) -> int:
    """The batch that a line is or speaks of."""
    number: int = next((line[mark] for mark in (*_MARKS, "of") if mark in line), line["n"])
    return number


def _texts(value: Any) -> Iterator[str]:
    """Every text in a line, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _is_record(line: Any) -> bool:
    """Whether a line is one of ours: its number, and what it says of itself, can be used as they are."""
    if not isinstance(line, dict):
        return False
    numbers = [line[key] for key in ("n", "of", *_MARKS) if key in line]
    if "n" not in line or not all(type(number) is int for number in numbers):
        return False
    if "steps" not in line:
        return line.get("begin", "undo") in ("undo", "redo")
    try:
        found = _recorded(line["n"], line, undone=False, skipped=False)
    except (KeyError, TypeError, ValueError):
        return False
    return isinstance(found.label, str) and bool(found.files) and all(map(_is_file, found.files))


def _is_file(file: FileId) -> bool:
    if file == SETTINGS:
        return True
    stem = file.stem
    return file.folder in FOLDERS and isinstance(stem, str) and not {"/", "\0"} & set(stem)


def _recorded(number: int, record: dict[str, Any], *, undone: bool, skipped: bool) -> RecordedBatch:
    files = tuple(FileId(*step["file"]) for step in record["steps"])
    when = datetime.fromisoformat(record["when"])
    return RecordedBatch(number, when, record["label"], undone, skipped, files, record)


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
    trash = record.get("trash", "")
    if type(start) is not int or "/" in trash:
        raise ValueError("not a step of ours")
    pairs = tuple(
        (change_from_json(done, file), change_from_json(inverse, file)) for done, inverse in record["changes"]
    )
    patch = BytePatch(start, _bytes(removed), _bytes(added))
    return Step(file, record["before"], record["after"], patch, pairs, trash)


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
