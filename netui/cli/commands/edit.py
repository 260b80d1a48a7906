"""``netui edit``: a contact's file in the user's editor."""

import os
import sys
from typing import TYPE_CHECKING

from netui.cli.arguments import WHO_WORDS, Namespace
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.input import read_answer
from netui.cli.output import ask, print_error
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.model.changes import FileId
    from netui.services.editor.external_editor import Edited, EditorCopy
    from netui.services.workspace import Done, Workspace


def _run(session: Session, given: Namespace) -> int:
    """Opens the file; one that cannot be parsed is opened again at the line, or kept as a draft."""
    from netui.domain.model.changes import CONTACTS, FileId
    from netui.services.editor.external_editor import edit_file

    workspace = session.refresh(Freshness.FOLDERS)
    chosen = (workspace.config.editor, os.environ.get("VISUAL"), os.environ.get("EDITOR"))
    if not (sys.stdin.isatty() or any(chosen)):
        raise Usage("editing needs a terminal, or in $EDITOR a program that does without; else netui set")
    file = FileId(CONTACTS, session.who(" ".join(given.who)))
    edited = edit_file(workspace, file, again=_again, draft=_earlier_edit(workspace, file))
    done = edited.done or _await_save(workspace, edited)
    if done is None:
        session.emit({"done": None, "files": []})
        session.say(edited.words)
        return 0
    session.done(done)
    return 0


def _earlier_edit(workspace: "Workspace", file: "FileId") -> "EditorCopy | None":
    """The edit that was not saved, if the user goes on with it; without a terminal it is only named."""
    from netui.services.editor.external_editor import left_edit

    draft = left_edit(workspace, file)
    if draft is None:
        return None
    print_error(f"an earlier edit was not saved; it is kept in {draft.path}")
    if sys.stdin.isatty():
        ask("go on with it? [Y]es, [n]o, or [d]rop it: ")
        answer = read_answer().strip().lower()
        if answer in ("", "y", "yes"):
            return draft
        if answer in ("d", "drop"):
            draft.remove()
    draft.release()
    return None


def _await_save(workspace: "Workspace", edited: "Edited") -> "Done | None":
    """Waits for somebody at a terminal who has opened a window; else a later command takes it in."""
    from netui.services.editor.external_editor import take_in

    copy, done = edited.awaited, None
    if copy is None:
        return None
    try:
        if sys.stdin.isatty():
            ask(f"{edited.words}\npress enter once you have saved there: ")
            read_answer()
            done = take_in(workspace, copy)
    finally:
        copy.release()
    if done is not None:
        copy.remove()
    return done


def _again(problem: str) -> bool:
    """Asks whether to go back to the editor; without a terminal nobody can be asked."""
    print_error(problem)
    if not sys.stdin.isatty():
        return False
    ask("open it again there? [Y/n] ")
    answer = read_answer()
    return answer != "" and answer.strip().lower() in ("", "y", "yes")


COMMAND = Command("edit", "open a contact's file in your editor", "netui edit ada", _run, (WHO_WORDS,))
