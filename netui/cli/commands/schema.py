"""``netui schema``: JSON Schemas for editors, so that they complete and check the files as one types."""

import json
import os

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

_NAMES = ("contact", "goal", "config", "network")


def _run(session: Session, given: Namespace) -> int:
    """Prints a schema, or writes it to a new file and says how editors find it there."""
    from netui.services.schemas import SCHEMAS

    if given.name not in SCHEMAS:
        raise Usage(f"there is no schema of {clean(given.name)!r}; there are {', '.join(_NAMES)}")
    schema = SCHEMAS[given.name]()
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
    session.say("An editor with taplo finds it by this first line of a file:")
    session.say(clean(f"#:schema {_uri(path)}"))
    return 0


def _uri(path: str) -> str:
    from urllib.parse import quote

    return f"file://{quote(path)}"


COMMAND = Command(
    "schema",
    "JSON Schemas of the files, for your editor",
    "netui schema contact > contact.schema.json",
    _run,
    (
        argument("name", metavar="|".join(_NAMES), help="of which files"),
        argument("-o", "--output", metavar="FILE", help="write it to this new file, and say how to use it"),
    ),
)
