"""``netui check``: reads every file and names each problem with its file and line."""

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.session import Session
from netui.domain.text.sanitize import clean


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    """Exits 1 where there are problems."""
    from netui.services.transfer.check import check

    report = check(session.workspace)
    session.emit(
        {
            "files": report.files,
            "problems": [
                {"file": p.file, "line": p.line or None, "what": p.what, "hint": p.hint or None}
                for p in report.problems
            ],
        }
    )
    for problem in report.problems:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        hint = f"  ({problem.hint})" if problem.hint else ""
        session.say(clean(f"{where}: {problem.what}{hint}"))
    count = len(report.problems)
    files = "1 file" if report.files == 1 else f"{report.files:,} files"
    session.say(
        f"{files}, {'no problem' if not count else '1 problem' if count == 1 else f'{count} problems'}"
    )
    return 1 if report.problems else 0


COMMAND = Command("check", "read every file and name each problem", "netui check", _run)
