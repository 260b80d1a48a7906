"""``netui check`` and ``netui config``."""

from collections.abc import Mapping

from netui.cli.arguments import Given
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean


def check_command(session: Session, given: Given) -> int:  # noqa: ARG001
    """Reads every file and names each problem; exits 1 when there are some."""
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


def config_command(session: Session, given: Given) -> int:  # noqa: ARG001
    """The settings in force, where they come from, and what is wrong with them."""
    from netui.services.transfer.check import config_problems

    workspace = session.workspace
    places, config = workspace.places, workspace.config
    problems = config_problems(workspace)
    settings: dict[str, object] = {
        key: dict(value) if isinstance(value, Mapping) else value for key, value in config._asdict().items()
    }
    settings["data"] = str(places.network)
    settings["rhythm"] = {**config.rhythm._asdict(), "defaults": dict(config.rhythm.defaults)}
    where = {"config": str(places.config), "state": str(places.state), "cache": str(places.cache)}
    session.emit({"settings": settings, **where, "problems": problems})
    rows = [(key, _shown(value)) for key, value in settings.items()]
    session.lines(table(rows))
    session.say()
    session.lines(table([(f"{key} at", path) for key, path in where.items()]))
    for problem in problems:
        session.say(clean(f"{places.config}: {problem}"))
    return 0


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_shown(item)}" for key, item in value.items()) or "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or "–"
