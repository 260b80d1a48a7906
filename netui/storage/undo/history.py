"""Replay of the journal, back and forth, and recovery of what a crash cut off.

The caller holds the lock of the network folder.
"""

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime

from netui.storage.errors import (
    CannotReplay,
    CannotSave,
    Conflict,
    EditRefused,
    NotConfirmed,
    PartlySaved,
    Unreadable,
)
from netui.storage.files.atomic import System
from netui.storage.files.transaction import Applied, FileChange, FolderHandles, Progress, commit
from netui.storage.files.trash import trash_names, unlink_twins
from netui.storage.undo.journal import Journal, RecordedBatch, Step, digest
from netui.storage.undo.replay import ReplayStep

_GONE = {"undo": "is not there any more", "redo": "is there already"}
_CLASHES = {"undo": "cannot be undone", "redo": "cannot be done again"}


class UndoHistory:
    """The changes of the network in ``root``, as its journal has them.

    ``notes`` collects a sentence on each thing that happened beside what was asked for.
    """

    def __init__(
        self, journal: Journal, root: str, system: System, now: Callable[[], datetime], notes: list[str]
    ) -> None:
        self._journal, self._root, self._system, self._now = journal, root, system, now
        self._notes = notes

    def replay(self, direction: str, skip: int, progress: Progress | None = None) -> Applied | None:
        """Undoes (``undo``) or redoes (``redo``) the next batch; None if there is none.

        Where that cannot be done, or is so already, raises :class:`CannotReplay` and nothing is done; batch
        number ``skip`` is then passed over, now and later.
        """
        batches = self._journal.undoable() if direction == "undo" else self._journal.redoable()
        for at, recorded in enumerate(batches):
            try:
                steps = recorded.steps()
            except ValueError:
                self._notes.append(f"the undo journal cannot be read where “{recorded.label}” stands")
                continue
            with FolderHandles(self._system, self._root) as handles:
                try:
                    changes = self._changes(handles, steps, direction)
                    fate, reason = _GONE[direction], ""
                except (Conflict, EditRefused, Unreadable) as error:
                    changes, fate, reason = [], _CLASHES[direction], str(error)
                if changes:
                    return self._carry_out(handles, recorded, direction, changes, progress)
            if recorded.number != skip:
                following = batches[at + 1].label if at + 1 < len(batches) else ""
                raise CannotReplay(recorded.label, recorded.number, fate, reason, following)
            self._journal.mark("skip", recorded.number)
        return None

    def recover(self) -> None:
        """Finishes the batch that a crash cut off between two files, or takes it back where that fails.

        One that had not begun is offered to redo. Each is said in ``notes``.
        """
        found = self._journal.unsettled()
        if found is None:
            return
        recorded, direction = found
        try:
            steps = recorded.steps()
        except ValueError:
            self._journal.mark("done", recorded.number)
            return
        with FolderHandles(self._system, self._root) as handles:
            unlink_twins(self._system, self._root)
            if any(_has_happened(handles, step, direction) for step in steps):
                self._finish(handles, recorded, steps, direction)
            else:
                self._forget_begin(recorded, direction)

    def _forget_begin(self, recorded: RecordedBatch, direction: str) -> None:
        """Settles a batch of which no file was changed: one that is new can be redone."""
        is_new = direction == "redo" and not recorded.undone
        self._journal.mark("undo" if is_new else "done", recorded.number)
        if is_new:
            self._notes.append(f"“{recorded.label}” was cut off before it was saved; redo does it")

    def _finish(
        self, handles: FolderHandles, recorded: RecordedBatch, steps: Sequence[Step], direction: str
    ) -> None:
        """Goes on in the direction begun; where that clashes with what others wrote since, goes back."""
        clashing: list[str] = []
        try:
            way, changes = direction, self._changes(handles, steps, direction)
        except (Conflict, EditRefused, Unreadable):
            way, changes = "undo" if direction == "redo" else "redo", []
            for step in steps:
                try:
                    changes += self._changes(handles, [step], way)
                except (Conflict, EditRefused, Unreadable):
                    clashing.append(str(step.file))
        if changes:
            with contextlib.suppress(NotConfirmed):
                commit(handles, recorded.label, changes)
        self._journal.mark(way, recorded.number)
        if changes or clashing:
            did = "finished" if way == direction else "taken back"
            but = f", but look at {', '.join(clashing)}, changed since" if clashing else ""
            self._notes.append(f"“{recorded.label}” had been cut off halfway and was {did} now{but}")

    def _carry_out(
        self,
        handles: FolderHandles,
        recorded: RecordedBatch,
        direction: str,
        changes: Sequence[FileChange],
        progress: Progress | None,
    ) -> Applied:
        # One that dies before its last line must be seen to have happened, or it could not be undone.
        is_begun = len(changes) > 1 or direction == "redo"
        if is_begun:
            try:
                self._journal.begin(direction, recorded.number)
            except OSError as error:
                raise CannotSave(self._journal.path, error) from error
        # The journal is written last: if its line is lost, the next undo finds nothing to change.
        try:
            applied = commit(handles, recorded.label, changes, progress=progress)
        except NotConfirmed:
            self._journal.mark(direction, recorded.number)
            raise
        except PartlySaved:
            raise
        except BaseException:
            if is_begun:
                with contextlib.suppress(OSError):
                    self._journal.mark("done", recorded.number)
            raise
        try:
            self._journal.mark(direction, recorded.number)
        except OSError as error:
            raise NotConfirmed(self._journal.path, error, applied) from error
        return applied

    def _changes(self, handles: FolderHandles, steps: Sequence[Step], direction: str) -> list[FileChange]:
        """What undoing or redoing these steps changes in the files as they are now."""
        changes = []
        for step in steps:
            replay = ReplayStep.back(step) if direction == "undo" else ReplayStep.forth(step)
            held = handles.bytes_of(step.file)
            # Where links cannot be made, a crash leaves an empty file of what was to be created.
            seen = None if held == b"" and "" in (step.before, step.after) else held
            wanted = replay.result(seen)
            if wanted != held:
                changes.append(FileChange(step.file, held, wanted, step.trash if held is None else ""))
        deleted = [change.file for change in changes if change.after is None]
        trash = trash_names(deleted, self._now(), self._root)
        return [change._replace(trash=trash.get(change.file, change.trash)) for change in changes]


def _has_happened(handles: FolderHandles, step: Step, direction: str) -> bool:
    """Whether the file is as the step leaves it, or no longer as it was before; False where unreadable."""
    try:
        held = digest(handles.bytes_of(step.file))
    except Unreadable:
        return False
    return held != (step.before if direction == "redo" else step.after)
