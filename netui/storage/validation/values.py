"""Checks single values of a file, with the words of each error: what is wrong with the value of a key."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from pydantic_core import PydanticCustomError

from netui.domain.model.dates import PartialDate, when_from
from netui.domain.query.parser import nearest_word


def _wrong(what: str, hint: str = "", *, keyed: bool = True) -> PydanticCustomError:
    """An error whose words begin with the key, unless ``keyed`` is false."""
    return PydanticCustomError("keyed" if keyed else "whole", "{what}", {"what": what, "hint": hint})


def check_text(value: Any) -> str:
    """Text."""
    if not isinstance(value, str):
        raise _wrong("must be text in quotes")
    return value


def check_parsed_text(parse: Callable[[str], object], may_be_empty: bool, value: Any) -> str:
    """Text that ``parse`` takes; it raises ValueError for what is not allowed."""
    text = check_text(value)
    if text or not may_be_empty:
        try:
            parse(text)
        except ValueError as error:
            raise _wrong(str(error), keyed=repr(text) not in str(error)) from None
    return text


def check_choice(choices: tuple[str, ...], may_be_empty: bool, value: Any) -> str:
    """One of ``choices``."""
    text = check_text(value)
    if text not in choices and (text or not may_be_empty):
        meant = nearest_word(text, choices)
        raise _wrong(
            f"is {text!r}", f"did you mean {meant}?" if meant else f"it is one of {', '.join(choices)}"
        )
    return text


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise _wrong("must be a whole number")
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong("must be true or false")
    return value


def _date(parse: Callable[[object], Any], value: Any) -> Any:
    hint = "write it as 2026-11-09"
    if not isinstance(value, (str, date)):
        raise _wrong("must be a date", hint)
    try:
        return parse(value)
    except ValueError as error:
        why = str(error) if repr(value) in str(error) else f"{value!r} is not a date ({error})"
        raise _wrong(why, hint if why.endswith("is not a date") else "", keyed=False) from None


def check_done(value: Any) -> date | None:
    """The day something was done; None for true: that day is not known."""
    if value is True:
        return None
    found: date = _date(when_from, value)
    return found


def check_texts(key: str, value: Any) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong(f'must be a list of texts: {key} = ["…"]')
    return tuple(value)


def check_parsed_texts(key: str, parse: Callable[[str], object], value: Any) -> tuple[str, ...]:
    """A list of texts, each of which ``parse`` takes."""
    return tuple(check_parsed_text(parse, False, text) for text in check_texts(key, value))


def check_labelled(key: str, value: Any) -> Any:
    """A list of texts, or of tables with a value and a label."""
    if not isinstance(value, list) or not all(isinstance(item, (str, Mapping)) for item in value):
        raise _wrong(f'must be a list of texts or labelled values: {key} = [{{ value = "…", label = "…" }}]')
    return value


def check_table(key: str, value: Any, names: tuple[str, ...] = ()) -> Any:
    """A table, with these ``names`` alone where there are any."""
    if not isinstance(value, Mapping):
        raise _wrong(f"must be a table: [{key}]")
    for name in value if names else ():
        if name not in names:
            meant = nearest_word(name, names)
            hint = f"did you mean {meant}?" if meant else f"there are {', '.join(names)}"
            raise _wrong(f"has nothing called {name!r}", hint)
    return value


def check_tables(key: str, value: Any) -> Any:
    """A list of tables."""
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise _wrong(f"must be tables: [[{key}]]")
    return value


DAY = {"type": "string", "format": "date"}
_LOCAL_TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"}
"""A local date-time; the format ``date-time`` of JSON Schema would ask for a time zone."""
SCALARS: Mapping[Any, tuple[Callable[[Any], Any], Mapping[str, Any]]] = {
    int: (_whole, {"type": "integer"}),
    bool: (_switch, {"type": "boolean"}),
    date: (partial(_date, when_from), {"anyOf": [DAY, _LOCAL_TIME]}),
    PartialDate: (
        partial(_date, PartialDate.parse),
        {"type": "string", "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$"},
    ),
}
"""For each type of a plain value its check and its JSON Schema."""
