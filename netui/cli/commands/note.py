"""``netui note``: what happened, in one line."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.output import iso
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.errors import NotConfirmed, StoreError
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.capture.parse import ParsedLine
    from netui.services.timeline.capture import Logged


def _run(session: Session, given: Namespace) -> int:
    """Logs one line; one that cannot be saved is kept as a draft."""
    from netui.services.timeline import capture

    line = _line(session, given)
    workspace = session.refresh(Freshness.FOLDERS, warns=False)
    captured = capture.parse_line(workspace, line)
    if captured.unresolved:
        workspace.refresh()
        captured = capture.parse_line(workspace, line)
    if captured.problems:
        return _refuse(session, line, captured)
    try:
        logged = capture.log_entry(workspace, captured)
        workspace.apply(logged.batch)
    except NotConfirmed:
        raise
    except (StoreError, OSError):
        _keep_draft(session, line)
        raise
    if given.last:
        capture.discard_draft(workspace)
    session.emit(_document(logged))
    session.say(f"{clean(capture.summary_line(captured))}  (netui undo takes it back)")
    for ident in logged.created:
        session.say(f"added {clean(workspace.name(ident))} ({ident})")
    return 0


def _line(session: Session, given: Namespace) -> str:
    if given.last:
        return _resumed(session, " ".join(given.text))
    line = (sys.stdin.read() if given.text == ["-"] else " ".join(given.text)).strip()
    if not line:
        raise Usage('there is nothing to log yet; try netui note "coffee with @ada: her lab is hiring"')
    return line


def _resumed(session: Session, changed: str) -> str:
    """The draft, offered for a change on a terminal; or the words given instead of it."""
    from netui.services.timeline import capture

    draft = capture.last_draft(session.workspace)
    if draft is None:
        raise NobodyError("there is no draft: every line was saved")
    if changed.strip():
        return changed.strip()
    if sys.stdin.isatty() and sys.stdout.isatty() and not session.wants_json:
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(clean(draft)))
        try:
            return input("note: ").strip() or draft
        except EOFError:
            return draft
        finally:
            readline.set_startup_hook(None)
    return draft


def _refuse(session: Session, line: str, captured: "ParsedLine") -> int:
    for problem in captured.problems:
        sys.stderr.write(f"netui: column {problem.column}: {clean(problem.message)}\n")
        for person in problem.candidates:
            sys.stderr.write(f"  @{clean(person.id)}  {clean(person.name)}\n")
    _keep_draft(session, line)
    return 2


def _keep_draft(session: Session, line: str) -> None:
    from netui.services.timeline import capture

    try:
        path = capture.save_draft(session.workspace, line)
    except StoreError as error:
        session.warn(f"{error}; your line was: {line}")
        return
    session.warn(f"your line is kept in {path}; netui note --last resumes it")


def _keep_refused(session: Session, words: Sequence[str]) -> None:
    """Keeps a line with an option that there is not; options alone are no line."""
    if not all(word.startswith("--") for word in words):
        _keep_draft(session, " ".join(words))


def _document(logged: "Logged") -> dict[str, Any]:
    item = logged.item
    return {
        "contact": logged.contact,
        "id": item["id"],
        "on": iso(item["on"]),
        "kind": item["kind"],
        "with": item.get("with", []),
        "tags": item.get("tags", []),
        "promises": [
            {"id": p["id"], "by": p["by"], "text": p["text"], "due": iso(p.get("due"))}
            for p in logged.promises
        ],
        "goals": item.get("goals", []),
        "text": item.get("text", ""),
    }


COMMAND = Command(
    "note",
    "log what happened, in one line",
    'netui note "coffee with @ada yesterday: her lab is hiring"',
    _run,
    (
        argument("text", metavar="TEXT", nargs="*", help="the line; - reads it from standard input"),
        flag("--last", "resume the line that could not be saved"),
    ),
    dash_words=True,
    keep=_keep_refused,
)
