"""Opens a file in the user's editor (``$EDITOR``): on a private copy, merged by fields and entries on return.

What was typed is never lost. The copy stays, as a draft, until it is saved or was not changed: whether the
editor fails, leaves bytes that are no text, or netui is killed meanwhile. An editor that returns at once may
have a window of its own: its copy is awaited, and taken in once it saves.
"""

import contextlib
import re
import shlex
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from netui.domain.dedupe.diff import changes_between
from netui.domain.model.changes import CONTACTS, Batch, FileId, ReplaceText, Restore
from netui.domain.named_tuple import NamedTuple
from netui.services.editor.editor_command import (
    Run,
    at_line,
    editor_command,
    ended_words,
    is_on_terminal,
    missing_wait_option,
    run_on_terminal,
)
from netui.services.errors import Refused, words_of
from netui.services.workspace import Done, Workspace
from netui.storage.errors import Conflict, EditRefused, StoreError, Unreadable
from netui.storage.state.editor_copies import EditorCopy as EditorCopy
from netui.storage.state.editor_copies import create_copy, left_copies

AT_ONCE = 3.0
"""Seconds within which an editor that changed nothing may not have been used, but have opened a window."""
LINES = "log lines"
"""What the copy is of that several log lines are written in."""
MESSAGE = "a message"
"""What the copy is of that a message to someone is written in."""
AWAITED_DAYS = 7
"""How long a copy is kept that an editor with a window of its own may still save."""
_LINE = re.compile(r", line (\d+)")
_ESCAPED = re.compile("[\udc80-\udcff]")
"""A byte that is no UTF-8, as ``surrogateescape`` reads it."""
_MARKED = (
    (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)  # fmt: skip
"""The byte order marks by which other encodings than UTF-8 are known."""


class EditorProblem(Refused):
    """The edited text was not saved; ``str()`` says ``why``, and where it is ``kept`` if there is any."""

    def __init__(self, why: str, kept: Path | None = None) -> None:
        super().__init__(f"{why}; what you typed is kept in {kept}" if kept else why)
        self.why, self.kept = why, kept


class UnsavedEdit(EditorProblem, StoreError):
    """The edited text could not be saved for a failure of the disk."""


class Visit(NamedTuple):
    """What an editor left: the bytes, and words where it returned at once and may still save."""

    data: bytes
    at_once: str


class Edited(NamedTuple):
    """What came of an edit: the change, None where there was none; the copy that is still awaited."""

    done: Done | None = None
    awaited: EditorCopy | None = None
    words: str = "nothing was changed"


def open_editor(copy: EditorCopy, *, command: Sequence[str], run: Run, line: int = 0) -> Visit | None:
    """Runs the editor on the copy; None, and the copy is gone, where it is as it began.

    Raises EditorProblem when the editor cannot be run, fails, or leaves nothing.
    """
    before, started = copy.read() or copy.base, time.monotonic()
    try:
        status = run(at_line(command, str(copy.path), line))
    except OSError as error:
        why = f"the editor {shlex.join(command)} cannot be run ({error.strerror or error})"
        raise _given_up(copy, why) from error
    if status != 0:
        raise _given_up(copy, f"{ended_words(command, status)}; nothing was saved")
    data, option = copy.read(), missing_wait_option(command)
    is_early = time.monotonic() - started < AT_ONCE and not is_on_terminal(command) and before == copy.base
    if data == before and (option or is_early):
        copy.await_save()
        hint = f"; {shlex.join([*command, option])} waits" if option else ""
        return Visit(before, f"the editor returned at once; its later saves are taken in{hint}")
    if data == copy.base:
        copy.remove()
        return None
    if data is None or not data.strip():
        copy.write(before)  # an earlier draft is not lost with it
        what = "no file" if data is None else "an empty file"
        raise _given_up(copy, f"the editor {shlex.join(command)} left {what}; nothing was saved")
    return Visit(data, "")


def _given_up(copy: EditorCopy, why: str) -> EditorProblem:
    """The refusal of an edit; what was typed stays as a draft."""
    if not copy.is_changed:
        copy.remove()
        return EditorProblem(why)
    copy.release()
    return EditorProblem(why, copy.path)


def write_message(workspace: Workspace, draft: str, *, run: Run = run_on_terminal) -> str:
    """A message as written in the editor, which begins with ``draft``; "" where it was left as it was.

    Raises EditorProblem where the editor fails or returns at once, and Refused where there is none.
    """
    command = editor_command(workspace.config.editor)
    copy = new_copy(workspace, MESSAGE, "message.txt", draft)
    visit = open_editor(copy, command=command, run=run)
    if visit is None:
        return ""
    if visit.at_once:
        copy.release()
        raise EditorProblem(f"{visit.at_once.partition(';')[0]}; copy the message yourself", copy.path)
    text = decoded(visit.data).strip()
    copy.remove()
    return text


def decoded(data: bytes) -> str:
    """The text that an editor left, in UTF-8 or marked as another Unicode encoding; raises Unreadable."""
    from netui.storage.toml.document import decode

    for mark, encoding in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise Unreadable("", 1, 1, f"it is no {encoding.upper()} text ({error.reason})") from error
    return decode(data)


def as_text(data: bytes) -> str:
    """The text of a file for the editor: what is no UTF-8 is read as Windows-1252, as most old files are."""
    try:
        return decoded(data)
    except Unreadable:
        text = data.decode("utf-8", "surrogateescape")
        return _ESCAPED.sub(lambda odd: bytes([ord(odd[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def edit_file(
    workspace: Workspace,
    file: FileId,
    *,
    run: Run = run_on_terminal,
    again: Callable[[str], bool] = lambda _: False,
    draft: EditorCopy | None = None,
) -> Edited:
    """Opens a file in the editor, at its broken line if it has one, and saves the result.

    ``draft`` is an earlier edit to go on with. Where the file changed meanwhile, the edit is merged into it.
    ``again`` is called with a problem and returns whether to go back to the editor; if not, the text is kept
    as a draft and EditorProblem raised. Raises Refused when no editor works, and StoreError when the file
    cannot be read.
    """
    command = editor_command(workspace.config.editor)
    copy = draft or new_copy(workspace, file, f"{file.folder[:-1]}.toml", as_text(workspace.store.read(file)))
    line = broken_line(workspace, file)
    while True:
        visit = open_editor(copy, command=command, run=run, line=line)
        if visit is None:
            return Edited()
        if visit.at_once:
            return Edited(awaited=copy, words=visit.at_once)
        try:
            done = _save_copy(workspace, file, copy, visit.data)
        except Unreadable as error:
            problem, line = f"line {error.line}: {error.reason}" if error.line else str(error), error.line
        except (Conflict, EditRefused) as error:
            problem = str(error)
        except (StoreError, OSError) as error:
            copy.release()
            raise UnsavedEdit(words_of(error), copy.path) from error
        else:
            copy.remove()
            return Edited(done)
        if not again(problem):
            raise _given_up(copy, f"{problem}; nothing was saved")


def take_in(workspace: Workspace, copy: EditorCopy) -> Done | None:
    """Saves what an editor has saved since it returned; None without a change.

    The copy stays, for the next time. Raises EditorProblem, naming it, where that cannot be saved.
    """
    data, file = copy.read(), file_of(copy)
    if not data or data == copy.base:
        return None
    try:
        done = _save_copy(workspace, file, copy, data)
    except (StoreError, OSError) as error:
        copy.refuse()
        raise EditorProblem(
            f"what the editor saved of {file} is not taken in: {words_of(error)}", copy.path
        ) from error
    copy.rebase(data)
    return done


def file_of(copy: EditorCopy) -> FileId:
    """The file of the network that a copy is of."""
    folder, _, name = copy.of.partition("/")
    return FileId(folder, name.removesuffix(".toml"))


def _save_copy(workspace: Workspace, file: FileId, copy: EditorCopy, data: bytes) -> Done:
    base, typed = decoded(copy.base), decoded(data)
    if typed.startswith("\ufeff") and not base.startswith("\ufeff"):
        typed = typed[1:]  # the editor's doing
    return save_edited(workspace, file, base, typed)


def save_edited(workspace: Workspace, file: FileId, base: str, edited: str) -> Done:
    """Saves ``edited``, which began as ``base``; raises StoreError with nothing done.

    Refuses what does not parse or validate, unless ``base`` had the same error. A file that is no longer
    ``base`` is rebased: the changes made in the editor are applied to it.
    """
    from netui.storage.toml.document import parse

    label = f"edited {workspace.name(file.stem)}"
    wanted = parse(edited, file)
    _refuse_new_errors(file, base, edited, wanted)
    try:
        return workspace.apply(Batch(label, (ReplaceText(file, base, edited),)))
    except Unreadable:  # what stands there is no UTF-8, and becomes so
        present = workspace.store.read(file)
        if as_text(present) != base:
            raise
        return workspace.apply(Batch(label, (Restore(file, present, edited.encode()),)))
    except Conflict:
        return workspace.apply(Batch(label, changes_between(file, parse(base, file), wanted)))


def _refuse_new_errors(file: FileId, base: str, edited: str, wanted: Mapping[str, Any]) -> None:
    """Raises Unreadable at the first error that the edit brought in."""
    from netui.storage.toml.document import parse
    from netui.storage.toml.positions import line_of
    from netui.storage.validation.validate import errors_in

    errors = errors_in(file, wanted)
    if not errors:
        return
    before: Counter[str] = Counter()
    with contextlib.suppress(Unreadable):
        before.update(error.message for error in errors_in(file, parse(base, file)))
    new = []
    for error in errors:
        before[error.message] -= 1
        if before[error.message] < 0:
            new.append((line_of(edited, error.path), error.words))
    if new:
        line, words = min(new)
        raise Unreadable(str(file), line, 1, words)


def broken_line(workspace: Workspace, file: FileId) -> int:
    """The line of the syntax error in a file that cannot be read; 0 without one."""
    row = workspace.read.row(file.stem) if file.folder == CONTACTS else None
    found = _LINE.search(row.error) if row else None
    return int(found[1]) if found else 0


# ---------------------------------------------------------------------- copies


def new_copy(workspace: Workspace, of: object, name: str, base: str, text: str = "") -> EditorCopy:
    """A copy of a file or of another text for the editor, which begins with ``text`` if that is given.

    Changed is what differs from ``base``. Raises CannotSave.
    """
    copy = create_copy(workspace.places, str(of), name, base.encode())
    if text:
        copy.write(text.encode())
    return copy


def left_edit(workspace: Workspace, of: object) -> EditorCopy | None:
    """The newest edit of that file or other text that an earlier session neither saved nor dropped."""
    found = _left(workspace, lambda copy: copy.of == str(of) and copy.is_changed)
    for copy in found[1:]:
        copy.release()
    return found[0] if found else None


def saved_edits(workspace: Workspace) -> list[EditorCopy]:
    """The copies of files that an editor has saved since it returned at once."""
    return _left(
        workspace,
        lambda copy: (
            copy.is_awaited and copy.is_changed and not copy.is_refused and copy.of not in (LINES, MESSAGE)
        ),
    )


def _left(workspace: Workspace, is_meant: Callable[[EditorCopy], bool]) -> list[EditorCopy]:
    """The copies that are meant, the newest first, held by the caller; the others are left as they were."""
    meant: list[EditorCopy] = []
    for copy in left_copies(workspace.places):
        if is_meant(copy):
            meant.append(copy)
        else:
            copy.release()
    return meant


def sort_left_copies(workspace: Workspace) -> tuple[list[EditorCopy], list[EditorCopy]]:
    """The copies that an editor may still save, held; and the drafts, not held. Removes the rest."""
    awaited: list[EditorCopy] = []
    drafts: list[EditorCopy] = []
    for copy in left_copies(workspace.places):
        age = time.time() - copy.changed_at[0] / 1e9
        if copy.is_awaited and (copy.is_changed or age < AWAITED_DAYS * 86400):
            awaited.append(copy)
        elif copy.is_changed:
            drafts.append(copy)
            copy.release()
        else:
            copy.remove()
    return awaited, drafts
