"""``netui schema``: JSON Schemas of the files, for editors, and of what commands print with ``--json``."""

import json
import os
from typing import Any

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

_NAMES = ("contact", "goal", "config", "network", "json")


def _run(session: Session, given: Namespace) -> int:
    """Prints a schema, or writes it to a new file and says how editors find it there."""
    schema = _schema(given.name, given.command)
    if given.output is None:
        if session.wants_json:
            session.emit(schema)
        else:
            session.export(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
        return 0
    path = os.path.abspath(given.output)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
    except FileExistsError:
        raise Usage(f"{clean(path)} exists already; name a new file, or remove that one first") from None
    session.emit({"file": path})
    session.say(f"wrote {clean(path)}")
    if given.name != "json":
        session.say("An editor with taplo finds it by this first line of a file:")
        session.say(clean(f"#:schema {_uri(path)}"))
    return 0


def _schema(name: str, command: str | None) -> dict[str, Any]:
    """The schema of this name, of the JSON of one command where one is named; raises Usage."""
    if name == "json":
        from netui.cli.shapes.schema import command_schema, output_schema

        try:
            return command_schema(command) if command else output_schema()
        except KeyError:
            raise Usage(f"{clean(command or '')!r} is no command that prints JSON; see netui help") from None
    from netui.services.schemas import SCHEMAS

    if name not in SCHEMAS:
        raise Usage(f"there is no schema of {clean(name)!r}; there are {', '.join(_NAMES)}")
    if command:
        raise Usage("a command goes with json alone: netui schema json list")
    return SCHEMAS[name]()


def _uri(path: str) -> str:
    from urllib.parse import quote

    return f"file://{quote(path)}"


COMMAND = Command(
    "schema",
    "JSON Schemas: of the files, for your editor, and of what --json prints",
    "netui schema contact > contact.schema.json",
    _run,
    (
        argument("name", metavar="|".join(_NAMES), help="of which files; json: of what commands print"),
        argument("command", metavar="COMMAND", nargs="?", help="with json: of what this one prints"),
        argument("-o", "--output", metavar="FILE", help="write it to this new file, and say how to use it"),
    ),
)
