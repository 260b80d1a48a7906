"""``netui doctor``: what is wrong with the set-up on this machine, and how to mend it."""

import os
import sys

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.output import wrapped
from netui.cli.session import Session
from netui.domain.text.sanitize import clean


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    """Exits 1 where something is wrong."""
    from netui.services.doctor.examination import examine

    findings = examine(session.settings[1], lambda: session.workspace, os.environ, _size())
    wrong = [finding for finding in findings if finding.is_wrong]
    session.emit(
        {
            "ok": not wrong,
            "findings": [
                {"topic": each.topic, "ok": not each.is_wrong, "what": each.what, "mend": each.mend or None}
                for each in findings
            ],
        }
    )
    wide = max(len(each.topic) for each in findings)
    for each in findings:
        mark = "✗" if each.is_wrong else "✓"
        first, *rest = wrapped(clean(each.what), " " * (wide + 4))
        session.lines([f"{mark} {each.topic:<{wide}}  {first.lstrip()}", *rest])
        if each.mend:
            session.lines(wrapped(clean(f"→ {each.mend}"), " " * (wide + 4)))
    count = "1 thing" if len(wrong) == 1 else f"{len(wrong)} things"
    session.say(f"{count} to mend" if wrong else "nothing is wrong; netui check looks into the files")
    return 1 if wrong else 0


def _size() -> tuple[int, int] | None:
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return size.columns, size.lines


COMMAND = Command("doctor", "what is wrong with the set-up, and how to mend it", "netui doctor", _run)
