"""Errors of the services: their own refusals, and those of storage that callers have to catch."""

from netui.storage.errors import (
    CannotReplay,
    Conflict,
    EditRefused,
    NotConfirmed,
    StoreError,
    Unreadable,
    error_words,
    path_words,
)

__all__ = [
    "CannotReplay", "Conflict", "EditRefused", "NotConfirmed", "Refused", "StoreError", "Unreadable",
    "error_words", "path_words",
]  # fmt: skip


class Refused(ValueError):
    """Invalid input; ``str()`` tells the user why, and what to write instead."""
