"""The store: the one way into the files of a network, for writing and for undoing.

A change is applied to what the file holds at that moment, under the folder's lock. Everything is
worked out in memory first; then the journal is written, then the files are switched, one by one,
each whole. Whatever stops it, each file is its old self or its new one, and the batch can be undone.
"""

import contextlib
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from netui.domain.model.changes import (
    CONTACTS,
    GOALS,
    Batch,
    Change,
    Create,
    Delete,
    FileId,
)
from netui.storage.errors import CannotSave, Conflict, EditRefused, NotConfirmed, PartlySaved, Unreadable
from netui.storage.files import filenames
from netui.storage.files.atomic import TEMPORARY, System, make_folder
from netui.storage.files.locks import locked
from netui.storage.files.stat import StrPath
from netui.storage.files.transaction import (
    FileChange,
    FolderHandles,
    FolderTimes,
    OvertakenError,
    Transaction,
    Written,
)
from netui.storage.files.trash import TRASH, Trashed, listing, trash_name
from netui.storage.toml.document import TextChange, apply_all, decode, parse, revert
from netui.storage.undo.journal import BytePatch, Journal, Recorded, Step, digest

TRIES = 8
_T = TypeVar("_T")


class Applied(NamedTuple):
    """What was done: empty ``files`` when all of it was so already."""

    label: str
    files: tuple[Written, ...] = ()
    folders: tuple[FolderTimes, ...] = ()


class Event(NamedTuple):
    """A line of the history: a batch, when it was done, and whether it has been undone."""

    number: int
    when: datetime
    label: str
    undone: bool
    files: tuple[FileId, ...]


class Store:
    """The files of the network in ``folder``; its journal is kept in ``state``, apart from other networks'.

    ``now`` gives the local time for the history and the trash. Every method raises
    :class:`~netui.storage.errors.StoreError` and nothing else for what files and disks can do.
    """

    def __init__(
        self, folder: StrPath, state: StrPath, *, now: Callable[[], datetime], system: System | None = None
    ) -> None:
        self._root = os.path.realpath(os.fspath(folder))
        self._now = now
        self._system = system or System()
        key = digest(os.fsencode(self._root))[:16]
        self._journal = Journal(os.path.join(state, "journal", f"{key}.jsonl"), self._system)

    def read(self, file: FileId) -> bytes:
        """The bytes of ``file``; raises :class:`Unreadable`."""
        _check(file)
        try:
            with FolderHandles(self._system, self._root) as desk:
                held = desk.read(file)
        except Unreadable as error:
            raise _unreadable(file, error) from error
        except OSError as error:
            raise CannotSave(self._root, error) from error
        if held is None:
            raise Unreadable(str(file), 0, 0, "there is no such file")
        return held.data

    def apply(self, batch: Batch) -> Applied:
        """Does all of ``batch``, or nothing of it; undo takes it back.

        Raises :class:`Unreadable`, :class:`Conflict`, :class:`EditRefused`, :class:`CannotSave`, and
        :class:`NotConfirmed` when it was done but may not outlive a power cut.
        """
        return self._under_lock(lambda: self._apply(batch)) or Applied(batch.label)

    def undo(self) -> Applied | None:
        """Takes back the latest batch that stands; None when there is none.

        Files not touched since get their exact bytes back; in others only what the batch changed is
        taken back. Raises :class:`Conflict`, with nothing done, where that itself was changed since.
        """
        return self._under_lock(lambda: self._travel("undo")) if os.path.isdir(self._root) else None

    def redo(self) -> Applied | None:
        """Does again what was undone last, if nothing new was done since; None when there is nothing."""
        return self._under_lock(lambda: self._travel("redo")) if os.path.isdir(self._root) else None

    def history(self, limit: int = 50) -> list[Event]:
        """The latest ``limit`` batches, newest first."""
        try:
            batches = self._journal.batches()
        except OSError as error:
            raise CannotSave(self._journal.path, error) from error
        return [Event(*each[:5]) for each in batches[: -limit - 1 : -1]]

    def trash(self) -> list[Trashed]:
        """What was deleted and still lies in the trash, latest first."""
        return listing(self._root)

    def stems(self, folder: str) -> set[str]:
        """The ids in use in ``contacts`` or ``goals``, casefolded: file systems differ on case."""
        found = _listed(os.path.join(self._root, folder))
        return {
            name[: -len(filenames.SUFFIX)].casefold() for name in found if name.endswith(filenames.SUFFIX)
        }

    def free_stem(self, folder: str, name: str) -> str:
        """An id for a new ``name`` that no file of ``folder`` has."""
        return filenames.free_stem(name, filenames.Listing(_listed(os.path.join(self._root, folder))))

    def sweep(self) -> int:
        """Removes temporary files that a crash left behind; their number comes back."""
        return self._under_lock(self._sweep) if os.path.isdir(self._root) else 0

    def _under_lock(self, work: Callable[[], _T]) -> _T:
        try:
            make_folder(self._system, self._root)
            with locked(self._root):
                for _ in range(TRIES):
                    try:
                        return work()
                    except OvertakenError:
                        continue
        except OSError as error:
            raise CannotSave(error.filename or self._root, error) from error
        raise Conflict(f"another program keeps changing files in {self._root}; wait a moment and try again")

    def _apply(self, batch: Batch) -> Applied:
        with FolderHandles(self._system, self._root) as desk:
            now = self._now()
            works: dict[FileId, _PendingFile] = {}
            for (file, _), run in groupby(batch.changes, lambda each: (each.file, type(each))):
                changes = list(run)
                if file not in works:
                    _check(file, is_new=isinstance(changes[0], Create))
                    works[file] = _PendingFile(file, _bytes_of(desk, file))
                works[file].apply(changes)
            changed = [work for work in works.values() if work.after != work.before]
            trash = _trash_names([work.file for work in changed if work.after is None], now, self._root)
            plans = [
                FileChange(work.file, work.before, work.after, trash.get(work.file, ""), work.document)
                for work in changed
            ]
            if not plans:
                return Applied(batch.label)
            steps = [_step(plan, work.replayable) for plan, work in zip(plans, changed, strict=True)]
            try:
                number = self._journal.add(batch.label, now, steps)
            except OSError as error:
                raise CannotSave(self._journal.path, error) from error
            try:
                return self._carry_out(desk, batch.label, plans)
            except (NotConfirmed, PartlySaved):
                raise
            except BaseException:
                with contextlib.suppress(OSError):
                    self._journal.mark("void", number)
                raise

    def _carry_out(self, desk: FolderHandles, label: str, plans: Sequence[FileChange]) -> Applied:
        switch = Transaction(desk)
        switch.run(plans)
        trouble: OSError | None = None
        try:
            switch.sync()
        except OSError as error:
            trouble = error
        applied = Applied(label, tuple(map(switch.written, plans)), desk.times())
        if trouble:
            raise NotConfirmed(self._root, trouble, applied) from trouble
        return applied

    def _travel(self, way: str) -> Applied | None:
        """One batch back (``undo``) or forth (``redo``); one that leaves nothing to do is passed over."""
        for recorded in self._journal.undoable() if way == "undo" else self._journal.redoable():
            with FolderHandles(self._system, self._root) as desk:
                plans = self._plans(desk, recorded, way)
                if not plans:
                    # It was journaled and then cut off before any file was switched, or put back by hand.
                    self._journal.mark("void", recorded.number)
                    continue
                # The journal comes last: if its line is lost, the next undo finds nothing left to do here.
                try:
                    applied = self._carry_out(desk, recorded.label, plans)
                except NotConfirmed:
                    self._journal.mark(way, recorded.number)
                    raise
                self._mark(way, recorded.number, applied)
                return applied
        return None

    def _mark(self, way: str, number: int, applied: Applied) -> None:
        try:
            self._journal.mark(way, number)
        except OSError as error:
            raise NotConfirmed(self._journal.path, error, applied) from error

    def _plans(self, desk: FolderHandles, recorded: Recorded, way: str) -> list[FileChange]:
        plans = []
        for step in recorded.steps():
            turn = _ReplayStep.back(step) if way == "undo" else _ReplayStep.forth(step)
            held = _bytes_of(desk, step.file)
            wanted = turn.wanted(held)
            if wanted != held:
                plans.append(FileChange(step.file, held, wanted, step.trash if held is None else ""))
        trash = _trash_names([plan.file for plan in plans if plan.after is None], self._now(), self._root)
        return [plan._replace(trash=trash.get(plan.file, plan.trash)) for plan in plans]

    def _sweep(self) -> int:
        swept = 0
        for name in (CONTACTS, GOALS):
            if not os.path.isdir(os.path.join(self._root, name)):
                continue
            with FolderHandles(self._system, self._root) as desk:
                folder = desk.folder(name)
                for each in folder.names():
                    if each.startswith(TEMPORARY) and each.endswith(".tmp"):
                        folder.discard(each)
                        swept += 1
        return swept


class _PendingFile:
    """One file while a batch is worked out in memory; ``document`` is its new text as parsed, if it was."""

    def __init__(self, file: FileId, before: bytes | None) -> None:
        self.file, self.before, self.after = file, before, before
        self.document: dict[str, Any] | None = None
        self.pairs: list[tuple[TextChange, TextChange]] = []
        self._whole = False

    def apply(self, changes: Sequence[Change]) -> None:
        """Applies changes of one type to what the file will hold."""
        for change in changes:
            if isinstance(change, Create):
                if self.after is not None:
                    raise Conflict(f"{self.file} exists already; choose another name")
                self._set(change.text, parse(change.text, self.file))
                self._whole = True
            elif self.after is None:
                raise Conflict(f"{self.file} is no longer there; undo its deletion, or add it again")
            elif isinstance(change, Delete):
                self.after = self.document = None
                self._whole = True
        edits = [change for change in changes if not isinstance(change, (Create, Delete))]
        if edits and self.after is not None:
            text = decode(self.after, self.file)
            edited = apply_all(text, edits)
            if edited.text != text:
                self._set(edited.text, edited.data)
                self.pairs += edited.pairs

    def _set(self, text: str, document: dict[str, Any] | None) -> None:
        try:
            data = text.encode()
        except UnicodeEncodeError as error:
            raise EditRefused(f"{self.file}: the text holds half a character; type it again") from error
        decode(data, self.file)
        self.after, self.document = data, document

    @property
    def replayable(self) -> tuple[tuple[TextChange, TextChange], ...]:
        """The changes that can be taken back one by one: none where the file was made or deleted."""
        return () if self._whole else tuple(self.pairs)


class _ReplayStep(NamedTuple):
    """A step seen from the way one goes; each of ``pairs`` is what was done, and its opposite."""

    file: FileId
    origin: str
    goal: str
    exact: Callable[[bytes], bytes]
    pairs: tuple[tuple[TextChange, TextChange], ...]

    @classmethod
    def back(cls, step: Step) -> "_ReplayStep":
        return cls(step.file, step.after, step.before, step.splice.back, step.pairs[::-1])

    @classmethod
    def forth(cls, step: Step) -> "_ReplayStep":
        pairs = tuple((inverse, change) for change, inverse in step.pairs)
        return cls(step.file, step.before, step.after, step.splice.forward, pairs)

    def wanted(self, held: bytes | None) -> bytes | None:
        """What the file, now holding ``held``, is to hold; raises :class:`Conflict`."""
        present = digest(held)
        if present == self.goal:
            return held
        if present == self.origin:
            return self.exact(held or b"") if self.goal else None
        if held is None:
            raise Conflict(f"{self.file} is no longer there; bring it back first")
        if not self.pairs:
            raise Conflict(f"{self.file} has been changed since; edit or delete it instead")
        text = decode(held, self.file)
        for done, opposite in self.pairs:
            text = revert(text, done, opposite)
        return text.encode()


def _step(plan: FileChange, pairs: tuple[tuple[TextChange, TextChange], ...]) -> Step:
    splice = BytePatch.between(plan.before or b"", plan.after or b"")
    return Step(plan.file, digest(plan.before), digest(plan.after), splice, pairs, plan.trash)


def _bytes_of(desk: FolderHandles, file: FileId) -> bytes | None:
    try:
        held = desk.read(file)
    except Unreadable as error:
        raise _unreadable(file, error) from error
    return None if held is None else held.data


def _unreadable(file: FileId, error: Unreadable) -> Unreadable:
    return Unreadable(str(file), error.line, error.column, error.reason)


def _check(file: FileId, *, is_new: bool = False) -> None:
    """Refuses what could lead out of its folder, and new names that no listing would show."""
    safe = file.stem and not file.stem.startswith(".") and not {"/", "\0"} & set(file.stem)
    if file.folder not in (CONTACTS, GOALS) or not safe or (is_new and not filenames.is_stem(file.stem)):
        raise EditRefused(f"{file.stem!r} cannot be the name of a file here; choose another name")


def _trash_names(files: Sequence[FileId], when: datetime, root: str) -> dict[FileId, str]:
    found: dict[FileId, str] = {}
    taken: set[str] = set()
    for file in files:
        number = 0
        name = trash_name(file, when)
        while name in taken or os.path.lexists(os.path.join(root, TRASH, name)):
            number += 1
            name = trash_name(file, when, number)
        taken.add(name)
        found[file] = name
    return found


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
