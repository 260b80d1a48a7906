"""``netui config``: the settings in force, where they come from, and what is wrong with them."""

from collections.abc import Mapping

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean


def _run(session: Session, given: Namespace) -> int:
    if given.init:
        return _create(session)
    if given.keys:
        return _list_keys(session)
    return _show(session)


def _create(session: Session) -> int:
    """Writes a settings file in which every key is explained."""
    from netui.services.settings_template import create_settings

    path = str(session.settings[1].config)
    create_settings(path)
    session.emit({"config": path})
    session.say(f"wrote {clean(path)}: every setting, each explained and at its default")
    return 0


def _list_keys(session: Session) -> int:
    """Every action by the name that ``[keys]`` knows it by, with its keys in force."""
    from netui.presentation.actions import BY_ID
    from netui.presentation.keymap import keys_in_force, shown_key

    config = session.settings[0]
    keys, _ = keys_in_force(config.keys, config.keymap)
    shown = {name: [shown_key(key) for key in keys[name].split(",") if key] for name in BY_ID}
    session.emit([{"action": name, "keys": shown[name], "help": each.help} for name, each in BY_ID.items()])
    session.lines(table([(name, " ".join(shown[name]), each.help) for name, each in BY_ID.items()]))
    return 0


def _show(session: Session) -> int:
    """Exits 2 where something is wrong with the settings."""
    from netui.cli.app import screen_problems
    from netui.services.check.check import check_settings
    from netui.services.settings import chosen_languages, draws_ascii

    workspace = session.workspace
    places, config = workspace.places, workspace.config
    problems = check_settings(workspace, screen_problems(config))
    settings: dict[str, object] = {
        key: dict(value) if isinstance(value, Mapping) else value for key, value in config._asdict().items()
    }
    settings["data"] = str(places.network)
    settings["ascii"] = draws_ascii(config)
    settings["languages"] = list(chosen_languages(config))
    settings["rhythm"] = {**config.rhythm._asdict(), "defaults": dict(config.rhythm.defaults)}
    settings["vdir"], settings["mcp"] = config.vdir._asdict(), config.mcp._asdict()
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


COMMAND = Command(
    "config",
    "the settings in force, and all there are",
    "netui config",
    _run,
    (
        flag("--init", "write the settings file, with every key explained in place"),
        flag("--keys", "list every action by the name that [keys] knows it by"),
    ),
)
