"""Read an export of Monica, whichever it is."""

from netui.interchange.monica import json_export, sql_export
from netui.interchange.records import ParsedFile


def is_monica(_: str, start: bytes) -> bool:
    """Whether a file that begins like this is an export of Monica."""
    return json_export.is_monica(start) or sql_export.is_monica(start)


def read(data: bytes, file: str) -> ParsedFile:
    """Parses an export in JSON or SQL; never raises, whatever ``data`` is."""
    is_json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    return json_export.read(data, file) if is_json else sql_export.read(data, file)
