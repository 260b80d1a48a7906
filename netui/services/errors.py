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
    "CannotReplay",
    "Conflict",
    "EditRefused",
    "NotConfirmed",
    "OwnAddressesUnknown",
    "Refused",
    "StoreError",
    "Unreadable",
    "error_words",
    "path_words",
]  # fmt: skip


class Refused(ValueError):
    """Invalid input; ``str()`` tells the user why, and what to write instead."""


class OwnAddressesUnknown(Refused):
    """Mail, of which it cannot be told which messages one wrote oneself."""

    def __init__(self) -> None:
        super().__init__(
            "mail needs to know which addresses are yours: say --me ADDRESS, or add a contact that is you, "
            "with me = true and your emails in its file"
        )
