"""Derives pydantic models with the keys of the files from the models of the domain and of the settings.

Those are bare dataclasses and named tuples: each is declared once, with types, choices and descriptions.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    create_model,
)

from netui.domain.languages.language import check_language
from netui.domain.model.contact import Contact, Labelled
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.goal import Goal
from netui.domain.text.command_line import split_command
from netui.storage.state.config import Config, McpConfig, RhythmConfig, VdirConfig
from netui.storage.state.network_settings import NetworkRhythms, NetworkSettings
from netui.storage.validation.declarations import descriptions_of, fields_of
from netui.storage.validation.values import (
    DAY,
    SCALARS,
    check_choice,
    check_done,
    check_labelled,
    check_parsed_text,
    check_parsed_texts,
    check_table,
    check_tables,
    check_text,
    check_texts,
)

_KEYS = {
    "with_": "with", "as_": "as", "dates": "date", "promises": "promise", "opportunities": "opportunity",
    "sources": "source", "conflicts": "conflict", "audiences": "audience", "milestones": "milestone",
}  # fmt: skip
"""The keys in files that differ from the names of the fields."""
_NOT_IN_FILE: Mapping[type, str] = {
    Contact: "id", Goal: "id", Entry: "contact", Promise: "contact", Opportunity: "contact",
}  # fmt: skip
"""The field of a model that its place gives: the file's name, or its owner."""
_ASSUMED: Mapping[type, Mapping[str, str]] = {
    Entry: {"id": ""}, Promise: {"id": "", "by": "me"}, Opportunity: {"id": ""},
}  # fmt: skip
"""The values of required fields that hand-written items may leave out."""
CLOSED = (Config, RhythmConfig, VdirConfig, McpConfig, NetworkSettings, NetworkRhythms)
"""The models in which an unknown key is an error; in contacts and goals it is kept."""
_RULES: Mapping[str, Callable[[str], object]] = {
    "language": check_language,
    "command": lambda text: text and split_command(text),
}
"""The rules that the settings name, so that reading them does not import the check."""


@cache
def keys_of(model: type) -> tuple[str, ...]:
    """The keys of the table that becomes ``model``, as files have them."""
    return tuple(_KEYS.get(name, name) for name in fields_of(model) if name != _NOT_IN_FILE.get(model))


@cache
def adapter(model: type) -> TypeAdapter[Any]:
    """What validates a parsed file and becomes ``model``."""
    return TypeAdapter(_keyed(model))


@cache
def _keyed(model: type) -> Any:
    """The type of a table that becomes ``model``: a pydantic model with the keys of the file."""
    hints = get_type_hints(model, include_extras=True)
    derived: dict[str, Any] = {}
    for name, default in fields_of(model).items():
        if name == _NOT_IN_FILE.get(model):
            continue
        key = _KEYS.get(name, name)
        about: dict[str, Any] = {"alias": key, "json_schema_extra": partial(_describe, model, name)}
        if isinstance(default, (str, int)) and default:
            about["default"] = default
        elif default is not MISSING or name in _ASSUMED.get(model, {}):
            about["default_factory"] = NoneType  # unused: the model has its own
        derived[name] = (_type(hints[name], key, may_be_empty=default is not MISSING), Field(**about))
    config = ConfigDict(extra="forbid" if model in CLOSED else "ignore")
    about_model = inspect.cleandoc(model.__doc__ or "").partition("\n")[0].replace("``", "")
    keyed = create_model(model.__name__, __config__=config, __doc__=about_model, **derived)
    place = _NOT_IN_FILE.get(model)
    assumed = {**({place: ""} if place else {}), **_ASSUMED.get(model, {})}

    def build(given: Any) -> Any:
        values = vars(given)
        return model(**{**assumed, **{name: values[name] for name in given.model_fields_set}})

    return Annotated[keyed, AfterValidator(build)]


def _describe(model: type, name: str, schema: dict[str, Any]) -> None:
    """Adds the description of a field to its JSON Schema."""
    schema["description"] = descriptions_of(model).get(name, "")


def _type(hint: Any, key: str, *, may_be_empty: bool) -> Any:
    """The type of the value at ``key``, with words of ours for each error."""
    if hint is Any:
        return _leaf(lambda value: value, {})
    if get_origin(hint) is UnionType:
        hint = next(each for each in get_args(hint) if each is not NoneType)
    rule: Any = None
    if get_origin(hint) is Annotated:
        hint, rule = get_args(hint)
        rule = _RULES[rule] if isinstance(rule, str) else rule
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        hint, rule = str, arguments
    texts = {"type": "array", "items": {"type": "string"}}
    if origin is tuple and arguments[0] is str:
        return _leaf(partial(check_texts, key), texts)
    if origin is tuple and get_origin(arguments[0]) is Annotated:
        return _leaf(partial(check_parsed_texts, key, _RULES[get_args(arguments[0])[1]]), texts)
    if origin is tuple:
        check, item = (check_labelled, _labelled) if arguments[0] is Labelled else (check_tables, _keyed)
        items: Any = list.__class_getitem__(item(arguments[0]))
        return Annotated[items, BeforeValidator(partial(check, key)), AfterValidator(tuple)]
    if origin is Mapping:
        value = _type(arguments[1], key, may_be_empty=False)
        names = get_args(arguments[0]) if get_origin(arguments[0]) is Literal else ()
        check = partial(check_table, key, names=names)
        return Annotated[dict[str, value], BeforeValidator(check)]  # type: ignore[valid-type]
    if hint is str:
        return _text_type(rule, may_be_empty=may_be_empty)
    if key in ("done", "dropped"):
        return _leaf(check_done, {"anyOf": [DAY, {"const": True}]})
    if hint in SCALARS:
        return _leaf(*SCALARS[hint])
    return Annotated[_keyed(hint), BeforeValidator(partial(check_table, key))]


def _leaf(parse: Callable[[Any], Any], schema: Mapping[str, Any]) -> Any:
    return Annotated[Any, PlainValidator(parse), _WithSchema(schema)]


class _WithSchema:
    """Gives a value its JSON Schema, a copy for each field: pydantic before 2.10 shares it between them."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return dict(self._schema)


def _text_type(rule: Any, *, may_be_empty: bool) -> Any:
    """Text; ``rule`` is a tuple of choices, or a function that raises ValueError for what is not allowed."""
    if isinstance(rule, tuple):
        choices = tuple(choice for choice in rule if choice)
        return _leaf(partial(check_choice, choices, may_be_empty), {"type": "string", "enum": list(choices)})
    if rule is not None:
        return _leaf(partial(check_parsed_text, rule, may_be_empty), {"type": "string"})
    return _leaf(check_text, {"type": "string"})


class _TextOrTable:
    """Marks a table that plain text may stand for, as its ``value``."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def _labelled(model: type) -> Any:
    as_table = BeforeValidator(lambda item: {"value": item} if isinstance(item, str) else item)
    return Annotated[_keyed(model), as_table, _TextOrTable()]
