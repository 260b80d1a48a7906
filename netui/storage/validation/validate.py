"""Validates contact files, goal files and settings by their models: all errors of a file at once, in words.

Import it lazily, as it imports pydantic. On the hot path the index checks what it extracts by hand
(:mod:`netui.storage.index.extract`); a property test holds the two equal.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from netui.domain.model.changes import CONTACTS, AddItem, FileId, SetValue
from netui.domain.model.contact import Contact
from netui.domain.model.goal import Goal
from netui.domain.model.kinds import BUILT_IN
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.parser import nearest_word
from netui.storage.errors import Unreadable
from netui.storage.files.stat import StrPath
from netui.storage.state.config import Config, read_settings
from netui.storage.state.network_settings import NetworkSettings
from netui.storage.toml.positions import Path, line_of
from netui.storage.validation.declarations import fields_of
from netui.storage.validation.models import CLOSED, adapter

Model = TypeVar("Model")


class FieldError(NamedTuple):
    """An error at ``path`` in a document, in the user's words; ``hint`` is what to do, or ""."""

    path: Path
    message: str
    hint: str = ""

    @property
    def words(self) -> str:
        """The message, and the hint in brackets."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


def validate(model: type[Model], document: Mapping[str, Any]) -> tuple[Model | None, list[FieldError]]:
    """The model of a parsed file and no errors, or None and all errors, in the order of the model.

    Unknown keys are left out of the model; every edit keeps them in the file. The ``id`` of a contact or
    goal, which the name of its file gives, is "".
    """
    try:
        found: Model = adapter(model).validate_python(document)  # type: ignore[arg-type]  # a class is hashable
    except ValidationError as problem:
        return None, [_field_error(error) for error in problem.errors(include_url=False)]
    return found, []


def errors_in(file: FileId, document: Mapping[str, Any]) -> list[FieldError]:
    """All errors in the parsed file of a contact or goal."""
    return validate(Contact, document)[1] if file.folder == CONTACTS else validate(Goal, document)[1]


def errors_in_change(change: SetValue | AddItem) -> list[FieldError]:
    """All errors in the value or item that a change writes, whatever else the file holds."""
    if isinstance(change, AddItem):
        path: Path = (change.table, 0)
        document: dict[str, Any] = {change.table: [change.item]}
    else:
        path, document = change.path, change.value
        for key in reversed(change.path):
            document = {key: document}
    return [error for error in errors_in(change.file, document) if error.path[: len(path)] == path]


def config_errors(path: StrPath, model: type[Config | NetworkSettings] = Config) -> list[tuple[int, str]]:
    """Every error in a settings file, as its line (0: all of it) and words; none where there is no file."""
    try:
        text, raw = read_settings(path)
    except FileNotFoundError:
        return []
    except Unreadable as error:
        return [(error.line, error.reason)]
    errors = settings_errors(raw, model)
    return [(line_of(text, e.path), f"{'.'.join(map(str, e.path))}: {e.words}") for e in errors]


def settings_errors(
    raw: Mapping[str, Any], model: type[Config | NetworkSettings] = Config
) -> list[FieldError]:
    """Every error in parsed settings."""
    return [*validate(model, raw)[1], *_unknown_kinds(raw)]


def _unknown_kinds(raw: Mapping[str, Any]) -> list[FieldError]:
    """Synonyms of kinds that there are not."""
    own, synonyms = raw.get("kinds"), raw.get("synonyms")
    kinds = {*BUILT_IN.contact, *(own if isinstance(own, Mapping) else ())}
    wrong = []
    for word, kind in synonyms.items() if isinstance(synonyms, Mapping) else ():
        if isinstance(kind, str) and kind not in kinds:
            meant = nearest_word(kind, kinds)
            hint = f"did you mean {meant}?" if meant else "[kinds] adds one"
            wrong.append(FieldError(("synonyms", word), f"there is no kind {kind!r}", hint))
    return wrong


def _field_error(error: Any) -> FieldError:
    path: Path = error["loc"]
    key = next((part for part in reversed(path) if isinstance(part, str)), "the file")
    if error["type"] == "missing":
        return FieldError(path, f"{key} is missing")
    if error["type"] == "extra_forbidden":
        meant = nearest_word(key, [name for model in CLOSED for name in fields_of(model)])
        return FieldError(path, "there is no such setting", f"did you mean {meant}?" if meant else "")
    context = error.get("ctx", {})
    what = context.get("what", "cannot be understood")
    return FieldError(path, what if error["type"] == "whole" else f"{key} {what}", context.get("hint", ""))
