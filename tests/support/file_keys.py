"""The keys of all files with what they mean, for the manual, made from the schemas.

``python -m tests.support.file_keys`` writes them; a test fails where they are stale. The manual reads what is
written: making the schemas takes longer than a page may.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from netui.presentation.manual.folder import FILE_KEYS, FileKey
from netui.services.schemas import SCHEMAS


def all_file_keys() -> str:
    """The keys of each kind of file as JSON, a key a line."""
    files = []
    for name in SCHEMAS:
        keys = ",\n".join(json.dumps(key, ensure_ascii=False) for key in file_keys(name))
        files.append(f"{json.dumps(name)}: [\n{keys}\n]")
    return "{\n" + ",\n".join(files) + "\n}\n"


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


if __name__ == "__main__":
    Path(FILE_KEYS).write_text(all_file_keys(), encoding="utf-8")
