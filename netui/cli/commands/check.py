"""``netui check``: reads every file and names each problem with its line; repairs what is certain."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.check.check import Problem, Report


def _run(session: Session, given: Namespace) -> int:
    """Exits 1 where there are problems, and 2 where repairs were offered and not agreed to."""
    from netui.cli.app import screen_problems
    from netui.services.check.check import check

    if given.yes and not given.fix:
        raise Usage("--yes goes with --fix")
    report = check(session.workspace, screen_problems(session.settings[0]))
    if given.fix:
        return _repair(session, report, agreed=given.yes)
    session.emit(_document(report))
    _print_problems(session, report)
    return 1 if report.problems else 0


def _repair(session: Session, report: "Report", *, agreed: bool) -> int:
    """Shows the repairs as a diff, asks, and makes them as one batch."""
    from netui.cli.app import screen_problems
    from netui.services.check.check import check
    from netui.services.check.repair import find_repairs

    workspace = session.workspace
    repairs = find_repairs(workspace, [problem.repair for problem in report.problems])
    session.lines(clean(line) for line in repairs.diff())
    if repairs.problems:
        if session.wants_json and not agreed:
            raise Usage("--fix with --json asks nothing; look at netui check --fix first, then add --yes")
        files = "this file" if len(repairs.texts) == 1 else f"these {len(repairs.texts)} files"
        if not agreed and not session.agreed(f"change {files} so? It can be undone. [y/N] "):
            session.warn("nothing was changed")
            return 2
        done = workspace.apply(repairs.batch)
        report = check(workspace, screen_problems(session.settings[0]))
        session.say(f"{clean(done.label)}  {session.undo_hint()}")
    session.emit({**_document(report), "repaired": repairs.problems})
    _print_problems(session, report)
    return 1 if report.problems else 0


def _document(report: "Report") -> dict[str, Any]:
    return {"files": report.files, "problems": [_problem_document(problem) for problem in report.problems]}


def _problem_document(problem: "Problem") -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line or None,
        "what": problem.what,
        "hint": problem.hint or None,
    }


def _print_problems(session: Session, report: "Report") -> None:
    for problem in report.problems:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        hint = f"  ({problem.hint})" if problem.hint else ""
        session.say(clean(f"{where}: {problem.what}{hint}"))
    count, certain = len(report.problems), sum(bool(problem.repair) for problem in report.problems)
    files = "1 file" if report.files == 1 else f"{report.files:,} files"
    found = "no problem" if not count else "1 problem" if count == 1 else f"{count} problems"
    offer = f"; netui check --fix repairs {certain} of them, and asks first" if certain else ""
    session.say(f"{files}, {found}{offer}")


COMMAND = Command(
    "check",
    "read every file and name each problem; --fix repairs what is certain",
    "netui check --fix",
    _run,
    (
        flag("--fix", "repair what is certain: shows it as a diff and asks"),
        flag("--yes", "do not ask"),
    ),
)
