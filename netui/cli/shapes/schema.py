"""JSON Schemas of the shapes that commands print."""

import inspect
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from netui.cli.shapes.commands import SHAPES

VERSION = 1
"""Of all shapes together: a key that is taken away or changes its meaning makes the next; new ones do not."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PRIMITIVES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def output_schema() -> dict[str, Any]:
    """The schema of an object that holds the document of each command under the command's name.

    Under ``$defs`` stand the documents, by command, and the tables that they share, by name.
    """
    definitions: dict[str, Any] = {}
    documents = {name: _schema(shape, definitions) for name, shape in SHAPES.items()}
    return {
        "$schema": _DIALECT,
        "title": "What the commands of netui print with --json",
        "version": VERSION,
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in documents},
        "$defs": {**documents, **dict(sorted(definitions.items()))},
    }


def command_schema(name: str) -> dict[str, Any]:
    """The schema of the document that one command prints; raises KeyError where it prints none."""
    definitions: dict[str, Any] = {}
    document = _schema(SHAPES[name], definitions)
    head = {"$schema": _DIALECT, "title": f"What netui {name} --json prints", "version": VERSION}
    return {**head, **document, "$defs": dict(sorted(definitions.items()))}


def _schema(shape: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a shape; tables are added to ``definitions`` by name."""
    origin, arguments = get_origin(shape), get_args(shape)
    if shape is Any:
        return {}
    if shape in _PRIMITIVES:
        return {"type": _PRIMITIVES[shape]}
    if origin is NotRequired:
        return _schema(arguments[0], definitions)
    if origin is Annotated:
        return {**_schema(arguments[0], definitions), arguments[1][0]: arguments[1][1]}
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(each, definitions) for each in arguments]}
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    assert is_typeddict(shape), shape
    if shape.__name__ not in definitions:
        definitions[shape.__name__] = {}
        definitions[shape.__name__] = _table(shape, definitions)
    return {"$ref": f"#/$defs/{shape.__name__}"}


def _table(shape: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(shape, include_extras=True)
    return {
        "description": inspect.cleandoc(shape.__doc__ or "").replace("``", "`"),
        "type": "object",
        "properties": {key: _schema(hint, definitions) for key, hint in hints.items()},
        "required": sorted(shape.__required_keys__),
    }
