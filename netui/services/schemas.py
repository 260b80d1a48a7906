"""JSON Schemas for editors: of contacts, goals, and the settings of a machine and of a network."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from netui.storage.validation.schemas import config_schema, contact_schema, goal_schema, network_schema

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "contact": contact_schema,
    "goal": goal_schema,
    "config": config_schema,
    "network": network_schema,
}
"""What makes each schema, by its name."""


class FileKey(NamedTuple):
    """A key of a file: its name, or the heading of a table with the keys behind it; ``choices`` in words."""

    name: str
    description: str
    choices: str = ""
    is_table: bool = False


def file_keys(name: str) -> Iterator[FileKey]:
    """Every key of a kind of file, those of the file itself first, then table by table, from its schema."""
    schema = SCHEMAS[name]()
    yield from _keys("", schema["properties"], schema.get("$defs", {}))


def _keys(path: str, properties: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[FileKey]:
    tables = []
    for key, schema in properties.items():
        is_list, inner = _inner(schema, definitions)
        if inner is not None or schema.get("type") == "object":
            tables.append((key, schema, is_list, inner))
        else:
            choices = ", ".join(schema.get("enum", ()))
            default = schema.get("default")
            words = [f"one of {choices}" if choices else "", f"{default} if absent" if default else ""]
            said = "; ".join(filter(None, words))
            yield FileKey(key, schema.get("description", ""), f"({said})" if said else "")
    for key, schema, is_list, inner in tables:
        heading = f"[[{path}{key}]]" if is_list else f"[{path}{key}]"
        yield FileKey(heading, schema.get("description", ""), is_table=True)
        yield from _keys(f"{path}{key}.", inner or {}, definitions)


def _inner(
    schema: Mapping[str, Any], definitions: Mapping[str, Any]
) -> tuple[bool, Mapping[str, Any] | None]:
    """Whether a key holds several tables, and the keys of each; None where it holds none."""
    is_list = schema.get("type") == "array"
    one = schema.get("items", {}) if is_list else schema
    if "anyOf" in one:  # text, or a table with a label
        return is_list, None
    name = str(one.get("$ref", "")).rpartition("/")[2]
    return is_list, definitions.get(name, {}).get("properties") if name else None
