"""Encode changes and TOML values as JSON, dates included, and decode them."""

from datetime import date, datetime, time
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, EditList, FileId, RemoveItem, ReplaceText, SetValue
from netui.storage.toml.document import TextChange
from netui.storage.toml.literals import plain

_DATE, _DATETIME, _TIME, _TABLE = "$date", "$datetime", "$time", "$table"
_TYPES: dict[str, Any] = {
    each.__name__: each for each in (SetValue, EditList, AddItem, RemoveItem, AmendItem, ReplaceText)
}


def value_to_json(value: Any) -> Any:
    """Encodes a value; dates become objects such as ``{"$date": "2026-11-21"}``."""
    if isinstance(value, datetime):
        return {_DATETIME: value.isoformat()}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    if isinstance(value, time):
        return {_TIME: value.isoformat()}
    if isinstance(value, dict):
        table = {key: value_to_json(each) for key, each in value.items()}
        return {_TABLE: table} if any(key.startswith("$") for key in table) else table
    if isinstance(value, (list, tuple)):
        return [value_to_json(each) for each in value]
    return value


def value_from_json(value: Any) -> Any:
    """Decodes a value that :func:`value_to_json` encoded."""
    if isinstance(value, list):
        return [value_from_json(each) for each in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((key, inner),) = value.items()
        if key == _TABLE:
            return {name: value_from_json(each) for name, each in inner.items()}
        if key in _FROM_TEXT:
            return _FROM_TEXT[key](inner)
    return {key: value_from_json(each) for key, each in value.items()}


_FROM_TEXT: dict[str, Any] = {
    _DATE: date.fromisoformat,
    _DATETIME: datetime.fromisoformat,
    _TIME: time.fromisoformat,
}


def change_to_json(change: TextChange) -> dict[str, Any]:
    """Encodes a change, without the file it applies to; it was rebased, so nothing is left to be ``seen``."""
    fields = {name: getattr(change, name) for name in change._fields if name not in ("file", "seen")}
    mappings = {name: _table(each) if hasattr(each, "keys") else each for name, each in fields.items()}
    return {"do": type(change).__name__, **{name: value_to_json(each) for name, each in mappings.items()}}


def change_from_json(record: dict[str, Any], file: FileId) -> TextChange:
    """Decodes a change that :func:`change_to_json` encoded, for ``file``."""
    fields = {name: value_from_json(each) for name, each in record.items() if name != "do"}
    if "path" in fields:
        fields["path"] = tuple(fields["path"])
    change: TextChange = _TYPES[record["do"]](file=file, **fields)
    return change


def _table(values: Any) -> dict[str, Any]:
    # At the top level None means "remove this key" and must be kept; plain() would drop it.
    return {key: plain(each) for key, each in values.items()}
