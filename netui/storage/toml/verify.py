"""Verify an edit: parse the text that it made and compare the result with what was wanted."""

from collections.abc import Iterable
from datetime import datetime, time
from math import copysign
from typing import Any

from netui.storage.errors import EditRefused, Unreadable
from netui.storage.toml.parse import parse


def same(one: Any, other: Any) -> bool:
    """Whether two TOML values mean the same: types, NaN, the sign of zero and UTC offsets included."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (str, int)):  # most values
        return bool(one == other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        if one != one:
            return bool(other != other)
        return bool(one == other) and copysign(1, one) == copysign(1, other)
    if isinstance(one, (datetime, time)):
        return bool(one == other) and one.utcoffset() == other.utcoffset()
    return bool(one == other)


def prove(text: str, wanted: Iterable[dict[str, Any]], file: object) -> dict[str, Any]:
    """What ``text`` means, if that is one of the ``wanted`` objects; else raises :class:`EditRefused`."""
    try:
        got = parse(text)
    except Unreadable as error:
        raise EditRefused(f"{file}: the change would leave the file unreadable; edit it by hand") from error
    if not any(same(got, each) for each in wanted):
        raise EditRefused(f"{file}: the change would touch the rest of the file too; edit it by hand")
    return got
