"""``netui config``: the settings in force, where they come from, and what is wrong with them."""

from collections.abc import Mapping

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    """Exits 2 where something is wrong with the settings."""
    from netui.cli.screen_settings import screen_problems
    from netui.services.settings import chosen_languages
    from netui.services.transfer.check import check_settings

    workspace = session.workspace
    places, config = workspace.places, workspace.config
    problems = check_settings(workspace, screen_problems(config))
    settings: dict[str, object] = {
        key: dict(value) if isinstance(value, Mapping) else value for key, value in config._asdict().items()
    }
    settings["data"] = str(places.network)
    settings["languages"] = list(chosen_languages(config))
    settings["rhythm"] = {**config.rhythm._asdict(), "defaults": dict(config.rhythm.defaults)}
    where = {"config": str(places.config), "state": str(places.state), "cache": str(places.cache)}
    session.emit({"settings": settings, **where, "problems": [problem.what for problem in problems]})
    rows = [(key, _shown(value)) for key, value in settings.items()]
    session.lines(table(rows))
    session.say()
    session.lines(table([(f"{key} at", path) for key, path in where.items()]))
    for problem in problems:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        session.say(clean(f"{place}: {problem.what}"))
    return 2 if problems else 0


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_shown(item)}" for key, item in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or "–"


COMMAND = Command("config", "the settings in force", "netui config", _run)
