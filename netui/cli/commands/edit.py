"""``netui edit``: a contact's file in the user's editor."""

import sys

from netui.cli.arguments import WHO_WORDS, Namespace
from netui.cli.command import Command
from netui.cli.input import read_answer
from netui.cli.output import ask, print_error
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    """Opens the file; one that cannot be parsed is opened again at the line, or kept as a draft."""
    from netui.domain.model.changes import CONTACTS, FileId
    from netui.services.timeline.external_editor import edit_file

    workspace = session.refresh(Freshness.FOLDERS)
    file = FileId(CONTACTS, session.who(" ".join(given.who)))
    done = edit_file(workspace, file, again=_again)
    if done is None:
        session.emit({"done": None, "files": []})
        session.say("nothing was changed")
        return 0
    session.done(done)
    return 0


def _again(problem: str) -> bool:
    """Asks whether to go back to the editor; without a terminal nobody can be asked."""
    print_error(problem)
    if not sys.stdin.isatty():
        return False
    ask("open it again there? [Y/n] ")
    answer = read_answer()
    return answer != "" and answer.strip().lower() in ("", "y", "yes")


COMMAND = Command("edit", "open a contact's file in your editor", "netui edit ada", _run, (WHO_WORDS,))
