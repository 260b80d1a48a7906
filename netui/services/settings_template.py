"""Template of the settings: every key with what it means and its default, as comments."""

import json
import os
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from netui.services.errors import Refused
from netui.storage.files.stat import StrPath, make_private_folder
from netui.storage.validation.schemas import config_schema

_WIDTH = 88
_HEAD = "# Settings of netui. A line without its # is in force; netui config says what is, and what is wrong."
_EXAMPLES: Mapping[str, str] = {
    "data": '"~/network"', "editor": '"nvim"', "languages": '["en", "de"]', "date_order": '"dmy"',
    "defaults": 'mentor = "6w"', "kinds": "podcast = true", "synonyms": 'jog = "meeting"',
    "keys": 'log = "+"', "commands": 'mail = "aerc {uri}"',
    "path": '"~/.contacts/personal"', "query": '"#phone"',
}  # fmt: skip
"""What stands in place of a default that is empty; in a table, one of its lines."""
_EMPTY: Mapping[str, Any] = {"string": "", "array": [], "integer": 0}


def settings_template() -> str:
    """The text of a settings file in which every key is explained and left at its default."""
    properties = config_schema()["properties"]
    definitions = config_schema().get("$defs", {})
    lines = [_HEAD]
    tables = []
    for key, schema in properties.items():
        if _is_table(schema):
            tables.append((key, schema))
        else:
            lines += ["", *_value_lines(key, schema)]
    for key, schema in tables:
        lines += ["", *_table_lines(key, schema, definitions)]
    return "\n".join(lines) + "\n"


def create_settings(path: StrPath) -> None:
    """Writes the template as a new settings file; raises Refused where there is one."""
    make_private_folder(os.path.dirname(os.fspath(path)))
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "w") as file:
            file.write(settings_template())
    except FileExistsError:
        raise Refused(
            f"{os.fspath(path)} exists already; netui schema config says what else it may hold"
        ) from None


def _is_table(schema: Mapping[str, Any]) -> bool:
    return "$ref" in schema or schema.get("type") == "object" or "allOf" in schema


def _value_lines(key: str, schema: Mapping[str, Any]) -> Iterator[str]:
    yield from _comment(schema.get("description", ""))
    choices = schema.get("enum", ())
    if choices:
        yield from _comment(f"One of {', '.join(choices)}.")
    default = schema.get("default", _EMPTY.get(schema.get("type", ""), False))
    yield f"#{key} = {_EXAMPLES.get(key) or json.dumps(default)}"


def _table_lines(path: str, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """A table with its keys, then the tables in it."""
    yield from _comment(schema.get("description", ""))
    yield f"[{path}]"
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    inner = []
    for key, each in definitions.get(name, {}).get("properties", {}).items():
        if _is_table(each):
            inner.append((key, each))
        else:
            yield from _value_lines(key, each)
    if not name:
        yield f"#{_EXAMPLES[path.rpartition('.')[2]]}"
    for key, each in inner:
        yield ""
        yield from _table_lines(f"{path}.{key}", each, definitions)


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in wrap(text, _WIDTH))
