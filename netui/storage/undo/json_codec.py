"""Changes and values as JSON, with the dates JSON lacks, and back."""

from datetime import date, datetime, time
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, FileId, RemoveItem, ReplaceText, SetValue
from netui.storage.toml.document import TextChange
from netui.storage.toml.literals import plain

_DATE, _DATETIME, _TIME, _TABLE = "$date", "$datetime", "$time", "$table"
_TYPES: dict[str, Any] = {
    each.__name__: each for each in (SetValue, AddItem, RemoveItem, AmendItem, ReplaceText)
}


def value_to_json(value: Any) -> Any:
    """``value`` in what JSON knows."""
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
    """The value that :func:`value_to_json` was given."""
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
    """A change without the file it is for."""
    fields = {name: getattr(change, name) for name in change._fields if name != "file"}
    mappings = {name: _table(each) if hasattr(each, "keys") else each for name, each in fields.items()}
    return {"do": type(change).__name__, **{name: value_to_json(each) for name, each in mappings.items()}}


def change_from_json(record: dict[str, Any], file: FileId) -> TextChange:
    """The change that :func:`change_to_json` was given, for ``file``."""
    fields = {name: value_from_json(each) for name, each in record.items() if name != "do"}
    if "path" in fields:
        fields["path"] = tuple(fields["path"])
    change: TextChange = _TYPES[record["do"]](file=file, **fields)
    return change


def _table(values: Any) -> dict[str, Any]:
    # None says "remove this key" and must outlive the journal, so the top level is not made plain.
    return {key: plain(each) for key, each in values.items()}
