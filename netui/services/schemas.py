"""JSON Schemas for editors: of contacts, goals and settings."""

from collections.abc import Callable, Mapping
from typing import Any

from netui.storage.validation import config_schema, contact_schema, goal_schema

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "contact": contact_schema,
    "goal": goal_schema,
    "config": config_schema,
}
"""What makes each schema, by its name."""
