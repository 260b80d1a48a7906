"""``netui note``: what happened, in one line; or several lines from standard input."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag, whole_number
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.input import not_utf8, read_text
from netui.cli.session import Session
from netui.domain.text.encoding import is_utf8
from netui.domain.text.sanitize import clean
from netui.services.errors import NotConfirmed, Refused, StoreError
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.capture.lines import LogLine
    from netui.domain.capture.parse import ParsedLine, Reading
    from netui.services.timeline.capture import Logged
    from netui.services.timeline.line_drafts import Draft

_NOTHING = 'there is nothing to log yet; try netui note "coffee with @ada: the lab is hiring"'


class _NotUnderstood(Refused):
    """A line with problems; ``lines`` say each with its column, and list the numbered ``readings``."""

    def __init__(self, captured: "ParsedLine") -> None:
        self.lines: list[str] = []
        self.readings: list[Reading] = []
        said: list[str] = []
        for problem in captured.problems:
            message = f"column {problem.column}: {problem.message}"
            self.lines.append(message)
            for reading in problem.readings:
                self.readings.append(reading)
                self.lines.append(f"  {len(self.readings)}  {reading.label}")
            candidates = ", ".join(f"@{person.id}" for person in problem.candidates)
            said.append(f"{message} ({candidates})" if candidates else message)
        super().__init__("; ".join(said))


class _Saved:
    """A line that was saved; ``unconfirmed`` where the disk did not confirm it."""

    def __init__(self, captured: "ParsedLine", logged: "Logged", unconfirmed: NotConfirmed | None):
        self.captured = captured
        self.logged = logged
        self.unconfirmed = unconfirmed


def _run(session: Session, given: Namespace) -> int:
    """Logs one line, or several; what is not saved is kept as a draft, whatever the reason."""
    _leave_at_signals()
    if given.take is not None:
        return _take(session, given.take)
    if given.last:
        return _resume(session, " ".join(given.text).strip())
    if given.text == ["-"]:
        return _log_several(session)
    line = " ".join(given.text).strip()
    if not line:
        raise Usage(_NOTHING)
    return _log_one(session, line)


def _leave_at_signals() -> None:
    """Has a signal that ends the process, or a lost link, raise SystemExit: the line is kept first."""
    import _signal  # type: ignore[import-not-found]  # signal itself makes enums of all numbers first

    def leave(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for number in (_signal.SIGTERM, _signal.SIGHUP):
        if _signal.getsignal(number) is _signal.SIG_DFL:
            _signal.signal(number, leave)


def _understand(session: Session, line: str) -> "ParsedLine":
    """Parses one line; raises Refused, StoreError, OSError or DatabaseError."""
    from netui.services.timeline import capture

    if not is_utf8(line):
        raise Refused(not_utf8(line))
    workspace = session.refresh(Freshness.FOLDERS, warns=False)
    captured = capture.parse_own_line(workspace, line)
    if captured.unresolved and workspace.freshness < Freshness.ALL:
        workspace.refresh()
        captured = capture.parse_own_line(workspace, line)
    if captured.problems:
        raise _NotUnderstood(captured)
    return captured


def _save(session: Session, line: str) -> _Saved:
    """Parses and saves one line; raises Refused, StoreError, OSError or DatabaseError with nothing saved."""
    from netui.services.timeline import capture

    captured = _understand(session, line)
    for person in captured.people:
        if not person.id:
            _warn_of_similar(session, person.name)
    logged = capture.log_entry(session.workspace, captured)
    try:
        session.workspace.apply(logged.batch)
    except NotConfirmed as error:
        return _Saved(captured, logged, error)
    return _Saved(captured, logged, None)


def _warn_of_similar(session: Session, name: str) -> None:
    """Warns before somebody new is added who may be in the network already."""
    from netui.services.dedupe.duplicates import find_similar, similar_words

    if alike := similar_words(find_similar(session.workspace, [name])):
        session.warn(f"{name} is new, and may be {alike}; if they are one: netui undo")


# ---------------------------------------------------------------------- one line


def _log_one(session: Session, line: str, draft: "Draft | None" = None) -> int:
    """Logs one line, from ``draft`` if it is given, which is discarded once the line is saved."""
    try:
        saved = _save(session, line)
    except _NotUnderstood as problem:
        for each in problem.lines:
            session.warn(each, indented=each.startswith(" "))
        _keep_draft(session, line, draft, problem, takes=bool(problem.readings))
        return 2
    except BaseException as error:
        _keep_draft(session, line, draft, error)
        raise
    if saved.unconfirmed is None and draft is not None:
        from netui.services.timeline.line_drafts import discard_draft

        discard_draft(session.settings[1], draft)
    if session.wants_json:
        session.emit(_document(saved))
    _say(session, saved, session.undo_hint())
    if saved.unconfirmed is not None:
        raise saved.unconfirmed
    return 0


def _say(session: Session, saved: _Saved, hint: str = "") -> None:
    """Prints what was understood, and who was added."""
    from netui.services.timeline.capture import summary_line

    session.say(f"{clean(summary_line(saved.captured, session.workspace.today))}  {hint}".rstrip())
    names = [person.name for person in saved.captured.people if not person.id]
    for name, ident in zip(names, saved.logged.created, strict=False):
        session.say(f"added {clean(name)} ({ident})")


def _document(saved: _Saved) -> dict[str, Any]:
    from netui.cli.documents import logged_document

    return logged_document(saved.logged)


def _resume(session: Session, changed: str) -> int:
    """Logs the newest draft: as it is, changed on a terminal, or the words given instead of it."""
    from netui.services.timeline.line_drafts import discard_draft

    draft = _newest_draft(session)
    line = changed or _edited(session, draft.text)
    if not line:
        discard_draft(session.settings[1], draft)
        session.emit({"entries": [], "refused": []})
        session.say("the draft is dropped")
        return 0
    return _log_one(session, line, draft)


def _take(session: Session, number: int) -> int:
    """Logs the newest draft in the way that its refusal listed under ``number``."""
    from netui.domain.capture.lines import split_lines
    from netui.services.timeline.line_drafts import discard_draft

    draft = _newest_draft(session)
    try:
        _understand(session, draft.text)
    except _NotUnderstood as problem:
        if not 1 <= number <= len(problem.readings):
            for each in problem.lines:
                session.warn(each, indented=each.startswith(" "))
            raise Usage(f"there is no reading {number} of “{draft.text}”") from None
        settled = problem.readings[number - 1].settle(draft.text)
    else:
        raise Usage(f"“{draft.text}” is understood as it is: netui note --last logs it")
    lines = split_lines(settled)
    if len(lines) == 1:
        return _log_one(session, settled, draft)
    status = _log_lines(session, lines)
    discard_draft(session.settings[1], draft)
    return status


def _newest_draft(session: Session) -> "Draft":
    from netui.services.timeline.line_drafts import newest_drafts

    draft = next(iter(newest_drafts(session.settings[1], 1)), None)
    if draft is None:
        raise NobodyError("there is no draft: every line was saved")
    return draft


def _edited(session: Session, draft: str) -> str:
    """The draft as the user leaves it, "" when they empty it; as it is where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or session.wants_json:
        return draft.strip()
    import readline

    readline.set_startup_hook(lambda: readline.insert_text(clean(draft)))
    try:
        return input("note: ").strip()
    except EOFError:
        return draft.strip()
    finally:
        readline.set_startup_hook(None)


# ---------------------------------------------------------------------- several lines


def _log_several(session: Session) -> int:
    """Logs the lines of standard input."""
    from netui.domain.capture.lines import split_lines
    from netui.services.timeline.log_text import split_log

    text = read_text()
    try:
        lines = split_log(session.refresh(Freshness.ALL, warns=False), text)
    except Exception:  # what stops this stops each line too, which is then kept
        lines = split_lines(text)
    if not lines:
        raise Usage(_NOTHING)
    return _log_lines(session, lines)


def _log_lines(session: Session, lines: "Sequence[LogLine]") -> int:
    """Logs each line that is understood; the others become a draft each."""
    saved: list[_Saved] = []
    refused: list[dict[str, Any]] = []
    status = 0
    stopped: BaseException | None = None
    for at, line in enumerate(lines):
        try:
            saved.append(_save(session, line.text))
        except (Refused, StoreError) as error:
            refused.append(_refuse(session, line, error))
            status = 3 if isinstance(error, StoreError) else status or 2
        except BaseException as error:  # it would stop the other lines too: none is tried in vain, none lost
            refused += [_refuse(session, rest, error) for rest in lines[at:]]
            stopped = error
            break
    for each in saved:
        if each.unconfirmed is not None:
            session.warn(str(each.unconfirmed))
            status = 3
    if session.wants_json:
        session.emit({"entries": [_document(each) for each in saved], "refused": refused})
    _say_all(session, saved)
    if stopped is not None:
        raise stopped
    return status


def _refuse(session: Session, line: "LogLine", error: BaseException) -> dict[str, Any]:
    """Keeps a line as a draft and says why; returns its document."""
    draft = _saved_draft(session, line.text)
    refused = _refusal(line.number, line.text, error, draft)
    first, *more = error.lines if isinstance(error, _NotUnderstood) else [refused["why"]]
    session.warn(f"line {line.number}: {first}")
    for each in more:
        session.warn(each, indented=each.startswith(" "))
    if isinstance(draft, StoreError):
        session.warn(f"{draft}; the line was: {line.text}")
    else:
        session.warn(f"the line is kept in {draft.path}; netui note --last resumes the newest")
    return refused


def _refusal(number: int, line: str, error: BaseException, draft: "Draft | StoreError") -> dict[str, Any]:
    """The document of a line that was not saved, with the path of the draft that keeps it, if any does."""
    from sqlite3 import DatabaseError

    path = None if isinstance(draft, StoreError) else str(draft.path)
    if isinstance(error, (SystemExit, KeyboardInterrupt)):
        why = "a signal ended the command"
    elif isinstance(error, (Refused, StoreError, OSError, DatabaseError)):
        why = str(error) or type(error).__name__
    else:
        why = f"something unexpected happened ({type(error).__name__})"
    return {"line": number, "text": line, "why": why, "draft": path}


def _say_all(session: Session, saved: Sequence[_Saved]) -> None:
    """Prints what was understood, with the command that takes it back."""
    for each in saved:
        _say(session, each, session.undo_hint() if len(saved) == 1 else "")
    if len(saved) > 1:
        session.say(f"logged {len(saved)} lines  (netui undo takes back the last)")


# ---------------------------------------------------------------------- drafts


def _saved_draft(session: Session, line: str, draft: "Draft | None" = None) -> "Draft | StoreError":
    """The line as a draft, or why it cannot be kept."""
    from netui.services.timeline.line_drafts import save_draft

    try:
        return save_draft(session.settings[1], line, draft)
    except StoreError as error:
        return error


def _keep_draft(
    session: Session,
    line: str,
    draft: "Draft | None" = None,
    why: BaseException | None = None,
    *,
    takes: bool = False,
) -> None:
    """Keeps a line that was not saved; ``takes`` is whether there are readings to choose from."""
    kept = _saved_draft(session, line, draft)
    if session.wants_json and why is not None:
        session.emit({"entries": [], "refused": [_refusal(1, line, why, kept)]})
    if isinstance(kept, StoreError):
        session.warn(f"{kept}; your line was: {line}")
    else:
        choose = ", --take N one of the above" if takes else ""
        session.warn(f"your line is kept in {kept.path}; netui note --last resumes it{choose}")


def _keep_refused(session: Session, words: Sequence[str]) -> None:
    """Keeps a line with an option that there is not; options alone are no line."""
    if not all(word.startswith("--") for word in words):
        _keep_draft(session, " ".join(words))


COMMAND = Command(
    "note",
    "log what happened, in one line",
    'netui note "coffee with @ada yesterday: the lab is hiring"',
    _run,
    (
        argument(
            "text",
            metavar="TEXT",
            nargs="*",
            help="the line; - reads lines from stdin, where an indented one continues the one before",
        ),
        flag("--last", "resume the newest line that could not be saved"),
        argument(
            "--take",
            metavar="N",
            type=whole_number,
            help="log that line as its reading N says, of those listed when it was refused",
        ),
    ),
    dash_words=True,
    keep=_keep_refused,
)
