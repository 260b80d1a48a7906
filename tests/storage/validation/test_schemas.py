"""The JSON Schemas have the keys of the files, each with its description and choices."""

from collections.abc import Iterator
from typing import Any

from netui.storage.validation.schemas import config_schema, contact_schema, goal_schema


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from properties(value)


def test_every_key_of_every_schema_is_described() -> None:
    for schema in (contact_schema(), goal_schema(), config_schema()):
        assert schema["$schema"].startswith("https://json-schema.org/")
        found = list(properties(schema))
        assert found and not [key for key, about in found if not about.get("description")]


def test_the_contact_schema_has_the_keys_of_the_file() -> None:
    schema = contact_schema()
    assert schema["required"] == ["name"]
    assert {"date", "promise", "opportunity", "source", "timeline"} <= schema["properties"].keys()
    assert "id" not in schema["properties"] and "additionalProperties" not in schema
    entry = schema["$defs"]["Entry"]
    assert entry["required"] == ["on"] and "with" in entry["properties"]
    assert entry["properties"]["started_by"]["enum"] == ["me", "them"]
    assert schema["properties"]["emails"]["items"]["anyOf"][0] == {"type": "string"}
    assert schema["$defs"]["ImportantDate"]["properties"]["lead"]["default"] == 7


def test_the_goal_and_settings_schemas_name_their_choices() -> None:
    assert goal_schema()["properties"]["status"]["enum"] == ["active", "reached", "dropped"]
    assert config_schema()["properties"]["date_order"]["enum"] == ["dmy", "mdy"]
    assert config_schema()["additionalProperties"] is False
