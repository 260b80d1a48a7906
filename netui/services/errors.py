"""Errors of the services: their own refusals, and those of storage that callers have to catch."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from netui.storage.errors import (
    CannotReplay,
    Conflict,
    EditRefused,
    FolderGone,
    NotConfirmed,
    StoreError,
    Unreadable,
    error_words,
    path_words,
    words_of,
)

__all__ = [
    "CannotReplay",
    "Conflict",
    "EditRefused",
    "FieldErrors",
    "FolderGone",
    "NotConfirmed",
    "OwnAddressesUnknown",
    "Refused",
    "StoreError",
    "Unreadable",
    "error_words",
    "parse_fields",
    "path_words",
    "words_of",
]  # fmt: skip


class Refused(ValueError):
    """Invalid input; ``str()`` tells the user why, and what to write instead."""


class FieldErrors(Refused):
    """The fields of a form that are wrong, each with why; ``str()`` says all of them."""

    def __init__(self, errors: Mapping[str, str]):
        super().__init__("; ".join(errors.values()))
        self.errors = dict(errors)


Value = TypeVar("Value")


def parse_fields(texts: Mapping[str, str], parse: Callable[[str, str], Value]) -> dict[str, Value]:
    """Each text of a form as ``parse`` reads it by its key; raises FieldErrors with all that are wrong."""
    values: dict[str, Value] = {}
    errors: dict[str, str] = {}
    for key, text in texts.items():
        try:
            values[key] = parse(key, text)
        except Refused as error:
            errors[key] = str(error)
    if errors:
        raise FieldErrors(errors)
    return values


class OwnAddressesUnknown(Refused):
    """Mail, of which it cannot be told which messages one wrote oneself."""

    def __init__(self) -> None:
        super().__init__(
            "mail needs to know which addresses are yours: say --me ADDRESS, or add a contact that is you, "
            "with me = true and your emails in its file"
        )
