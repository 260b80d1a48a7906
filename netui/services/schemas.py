"""JSON Schemas for editors: of contacts, goals, and the settings of a machine and of a network."""

from collections.abc import Callable, Mapping
from typing import Any

from netui.storage.validation.schemas import config_schema, contact_schema, goal_schema, network_schema

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "contact": contact_schema,
    "goal": goal_schema,
    "config": config_schema,
    "network": network_schema,
}
"""What makes each schema, by its name."""
