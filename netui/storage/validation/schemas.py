"""JSON Schemas of contact files, goal files and settings, made from their models."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from netui.domain.model.contact import Contact
from netui.domain.model.goal import Goal
from netui.storage.state.config import Config
from netui.storage.state.network_settings import NetworkSettings
from netui.storage.validation.models import adapter


def contact_schema() -> dict[str, Any]:
    """The JSON Schema of a contact file."""
    return _schema(Contact)


def goal_schema() -> dict[str, Any]:
    """The JSON Schema of a goal file."""
    return _schema(Goal)


def config_schema() -> dict[str, Any]:
    """The JSON Schema of the settings file."""
    return _schema(Config)


def network_schema() -> dict[str, Any]:
    """The JSON Schema of ``netui.toml``, the network's own settings."""
    return _schema(NetworkSettings)


class _SchemaGenerator(GenerateJsonSchema):
    """Leaves out the titles of fields, which only repeat their keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _schema(model: type) -> dict[str, Any]:
    found = adapter(model).json_schema(schema_generator=_SchemaGenerator)
    return {"$schema": GenerateJsonSchema.schema_dialect, **found}
