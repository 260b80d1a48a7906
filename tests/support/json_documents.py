"""What commands print with ``--json``, held to the shapes that are declared for it."""

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from netui.cli.shapes.commands import SHAPES
from netui.cli.shapes.schema import command_schema

OPEN = {"Contact"}
"""Tables that hold keys of the user's own beside those declared."""


def check_document(command: str, document: Any) -> None:
    """Raises AssertionError where a document is not of the shape declared for its command.

    A key that is not declared fails too: it goes into ``netui/cli/shapes/``, by which it is documented.
    """
    assert command in SHAPES, f"netui {command} prints JSON: declare its shape in netui/cli/shapes/"
    errors = sorted(_validator(command).iter_errors(document), key=lambda error: len(error.absolute_path))
    told = [_deepest(error) for error in errors[:3]]
    assert not errors, f"netui {command} --json is not as netui/cli/shapes/ declares it: {told}"


def _deepest(error: Any) -> str:
    while error.context:
        error = max(error.context, key=lambda each: len(each.absolute_path))
    return f"{error.json_path}: {error.message[:300]}"


@cache
def _validator(command: str) -> Draft202012Validator:
    schema = command_schema(command)
    Draft202012Validator.check_schema(schema)
    for name, table in schema["$defs"].items():
        table["additionalProperties"] = name in OPEN
    return Draft202012Validator(schema)
