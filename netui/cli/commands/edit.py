"""``netui edit``: a contact's file in the user's editor."""

import sys

from netui.cli.arguments import Given, Parser
from netui.cli.session import Session
from netui.domain.model.changes import CONTACTS, FileId
from netui.domain.text.sanitize import clean
from netui.services.timeline.external_editor import edit_file


def edit_arguments(parser: Parser) -> None:
    """Whom."""
    parser.words("who", metavar="WHO", nargs="+", help="an id, an alias or any unique part of a name")


def edit_command(session: Session, given: Given) -> int:
    """Opens the file; what does not read is opened again at the line, or kept as a draft."""
    workspace = session.refresh_folders()
    file = FileId(CONTACTS, session.who(" ".join(given.who)))
    done = edit_file(workspace, file, again=_again)
    if done is None:
        session.emit({"done": None, "files": []})
        session.say("nothing was changed")
        return 0
    session.done(done)
    return 0


def _again(problem: str) -> bool:
    """Whether to go back to the editor; without a terminal nobody can be asked."""
    sys.stderr.write(f"netui: {clean(problem)}\n")
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("open it again there? [Y/n] ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return answer != "" and answer.strip().lower() in ("", "y", "yes")
