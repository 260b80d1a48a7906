"""Opens a file in the user's editor (``$EDITOR``): on a private copy, merged by fields and entries on return.

What was typed is never lost: where it cannot be saved, the copy is kept as a draft.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from netui.domain.dedupe.diff import changes_between
from netui.domain.model.changes import CONTACTS, Batch, FileId, ReplaceText
from netui.services.errors import Refused
from netui.services.workspace import Done, Workspace
from netui.storage.errors import Conflict, EditRefused, StoreError, Unreadable

Run = Callable[[Sequence[str]], int]
"""Runs a command on the terminal and returns its exit status; raises OSError when it cannot be run."""

_LINE = re.compile(r", line (\d+)")
_WITH_LINE = (
    "vi",
    "vim",
    "nvim",
    "nano",
    "emacs",
    "emacsclient",
    "micro",
    "kak",
    "joe",
    "ne",
    "mcedit",
    "ed",
)
_WITH_COLON = ("hx", "helix", "subl", "zed")
_FALLBACKS = ("sensible-editor", "nano", "vim", "vi")


class EditorProblem(Refused):
    """The edited text cannot be saved; ``str()`` says why, and where it is kept."""


def editor_command(configured: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The editor to run: the configured one, ``$VISUAL``, ``$EDITOR`` or an installed one; raises Refused."""
    for source, text in (
        ("the setting editor", configured),
        ("$VISUAL", environment.get("VISUAL", "")),
        ("$EDITOR", environment.get("EDITOR", "")),
    ):
        if text.strip():
            try:
                command = shlex.split(text)
            except ValueError as error:
                raise Refused(f"{source} is {text!r}, which cannot be read as a command ({error})") from None
            if shutil.which(command[0]) is None:
                raise Refused(
                    f"{source} is {text!r}, but there is no program {command[0]!r}; set another editor"
                )
            return command
    found = next((name for name in _FALLBACKS if shutil.which(name)), None)
    if found is None:
        raise Refused("no editor was found; set $EDITOR, or editor in the settings (netui config)")
    return [found]


def at_line(command: Sequence[str], path: str, line: int) -> list[str]:
    """``command`` with the file, and the line in the syntax of the editors known to take one."""
    name = os.path.basename(command[0])
    if line > 1 and name in _WITH_LINE:
        return [*command, f"+{line}", path]
    if line > 1 and name in _WITH_COLON:
        return [*command, f"{path}:{line}"]
    if line > 1 and name in ("code", "codium"):
        return [*command, "--goto", f"{path}:{line}"]
    return [*command, path]


def run_on_terminal(command: Sequence[str]) -> int:
    """Runs the editor and waits for it."""
    return subprocess.run(command, check=False).returncode


def edit_text(text: str, *, command: Sequence[str], run: Run, name: str = "netui.txt", line: int = 0) -> str:
    """Lets the user edit ``text``; raises Refused when the editor cannot be run or fails."""
    with _private_copy(text, name) as path:
        try:
            status = run(at_line(command, str(path), line))
        except OSError as error:
            raise Refused(
                f"the editor {shlex.join(command)} cannot be run ({error.strerror or error})"
            ) from error
        try:
            with open(path, encoding="utf-8", newline="") as file:
                left = file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(f"what the editor {shlex.join(command)} left cannot be read ({error})") from error
        if status != 0:
            changed = "" if left == text else _save_aside(left, name)
            raise Refused(
                f"the editor {shlex.join(command)} ended with status {status}; nothing was saved{changed}"
            )
    return left


def edit_file(
    workspace: Workspace,
    file: FileId,
    *,
    run: Run = run_on_terminal,
    again: Callable[[str], bool] = lambda _: False,
) -> Done | None:
    """Opens a file in the editor, at its broken line if it has one, and saves the result.

    None when nothing was changed. Where the file changed meanwhile, the edit is merged into it. ``again`` is
    called with a problem and returns whether to go back to the editor; if not, the text is kept as a draft
    and EditorProblem raised. Raises Refused when no editor works, and StoreError when the file cannot be read
    or saved.
    """
    from netui.storage.toml.document import decode

    command = editor_command(workspace.config.editor)
    base = decode(workspace.store.read(file), file)
    line = broken_line(workspace, file)
    typed = base
    while True:
        typed = edit_text(typed, command=command, run=run, name=f"{file.stem}.toml", line=line)
        if typed == base:
            return None
        try:
            return save_edited(workspace, file, base, typed)
        except Unreadable as error:
            problem, line = f"line {error.line}: {error.reason}", error.line
        except (Conflict, EditRefused) as error:
            problem = str(error)
        except (StoreError, OSError):
            save_draft(workspace, file, typed)
            raise
        if not again(problem):
            path = save_draft(workspace, file, typed)
            raise EditorProblem(f"{problem}; nothing was saved, what you typed is kept in {path}")


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
    except Conflict:
        return workspace.apply(Batch(label, changes_between(file, parse(base, file), wanted)))


def _refuse_new_errors(file: FileId, base: str, edited: str, wanted: Mapping[str, Any]) -> None:
    """Raises Unreadable at the first error that the edit brought in."""
    from netui.storage.toml.document import parse
    from netui.storage.toml.positions import line_of
    from netui.storage.validation import errors_in

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


def save_draft(workspace: Workspace, file: FileId, text: str) -> Path:
    """Saves the edited text as a draft, beside an earlier one of that file; raises CannotSave."""
    from netui.storage.state.drafts import Drafts

    drafts, kind = Drafts(workspace.places), f"edit-{file.folder}-{file.stem}"
    if drafts.load(kind) in (None, text):
        return drafts.save(kind, text)
    return drafts.add(kind, text).path


@contextlib.contextmanager
def _private_copy(text: str, name: str) -> Iterator[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    parent = runtime if runtime and os.path.isdir(runtime) and os.access(runtime, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="netui-", dir=parent) as folder:
        path = Path(folder) / name
        with open(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline=""
        ) as file:
            file.write(text)
        yield path


def _save_aside(text: str, name: str) -> str:
    """Saves the text of an editor that failed in the temporary folder; returns words on where it is."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="netui-", suffix=f"-{name}", delete=False, encoding="utf-8", newline=""
    ) as file:
        file.write(text)
    return f"; what you typed is in {file.name}"
