"""Validate contact files, goal files and settings by their models, and make their JSON Schemas.

The models are the bare dataclasses and named tuples of the domain and :class:`.config.Config`: each is
declared once, with types, choices and descriptions. This module derives pydantic models with the keys of
the files from them, so that all errors of a file are found at once, and words every error itself.

This imports pydantic (60 ms), so import it lazily. On the hot path the index checks what it extracts by
hand (:mod:`netui.storage.index.extract`); a property test holds the two equal.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache, partial
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    create_model,
)
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from netui.domain.languages.language import check_language
from netui.domain.model.changes import CONTACTS, AddItem, FileId, SetValue
from netui.domain.model.contact import Contact, Labelled
from netui.domain.model.dates import PartialDate, when_from
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.goal import Goal
from netui.domain.model.kinds import BUILT_IN
from netui.domain.query.parser import nearest_word
from netui.storage.errors import Unreadable
from netui.storage.files.stat import StrPath
from netui.storage.state.config import (
    Config,
    McpConfig,
    RhythmConfig,
    VdirConfig,
    read_settings,
)
from netui.storage.state.network_settings import NetworkRhythms, NetworkSettings
from netui.storage.toml.positions import Path, line_of

Model = TypeVar("Model")

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
_CLOSED = (Config, RhythmConfig, VdirConfig, McpConfig, NetworkSettings, NetworkRhythms)
"""The models in which an unknown key is an error; in contacts and goals it is kept."""


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
        found: Model = _adapter(model).validate_python(document)  # type: ignore[arg-type]  # a class is hashable
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
    errors = [*validate(model, raw)[1], *_unknown_kinds(raw)]
    return [(line_of(text, e.path), f"{'.'.join(map(str, e.path))}: {e.words}") for e in errors]


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


@cache
def keys_of(model: type) -> tuple[str, ...]:
    """The keys of the table that becomes ``model``, as files have them."""
    return tuple(_KEYS.get(name, name) for name in _fields(model) if name != _NOT_IN_FILE.get(model))


def contact_schema() -> dict[str, Any]:
    """The JSON Schema of a contact file."""
    return _schema(Contact)


def goal_schema() -> dict[str, Any]:
    """The JSON Schema of a goal file."""
    return _schema(Goal)


def config_schema() -> dict[str, Any]:
    """The JSON Schema of the settings file."""
    return _schema(Config)


def network_schema() -> dict[str, Any]:
    """The JSON Schema of ``netui.toml``, the network's own settings."""
    return _schema(NetworkSettings)


class _SchemaGenerator(GenerateJsonSchema):
    """Leaves out the titles of fields, which only repeat their keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _schema(model: type) -> dict[str, Any]:
    found = _adapter(model).json_schema(schema_generator=_SchemaGenerator)
    return {"$schema": GenerateJsonSchema.schema_dialect, **found}


# ---------------------------------------------------------------------- from models to pydantic's types


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(_keyed(model))


@cache
def _keyed(model: type) -> Any:
    """The type of a table that becomes ``model``: a pydantic model with the keys of the file."""
    hints = get_type_hints(model, include_extras=True)
    derived: dict[str, Any] = {}
    for name, default in _fields(model).items():
        if name == _NOT_IN_FILE.get(model):
            continue
        key = _KEYS.get(name, name)
        about: dict[str, Any] = {"alias": key, "json_schema_extra": partial(_describe, model, name)}
        if isinstance(default, (str, int)) and default:
            about["default"] = default
        elif default is not MISSING or name in _ASSUMED.get(model, {}):
            about["default_factory"] = NoneType  # unused: the model has its own
        derived[name] = (_type(hints[name], key, may_be_empty=default is not MISSING), Field(**about))
    config = ConfigDict(extra="forbid" if model in _CLOSED else "ignore")
    about_model = inspect.cleandoc(model.__doc__ or "").partition("\n")[0].replace("``", "")
    keyed = create_model(model.__name__, __config__=config, __doc__=about_model, **derived)
    return Annotated[keyed, AfterValidator(partial(_build, model))]


def _build(model: type, keyed: Any) -> Any:
    given = {name: getattr(keyed, name) for name in keyed.model_fields_set}
    place = _NOT_IN_FILE.get(model)
    return model(**({place: ""} if place else {}), **{**_ASSUMED.get(model, {}), **given})


def _fields(model: type) -> dict[str, Any]:
    """The fields of a dataclass or named tuple with their defaults, MISSING where one is required."""
    if is_dataclass(model):
        return {field.name: field.default for field in fields(model)}
    names, defaults = model._fields, model._field_defaults  # type: ignore[attr-defined]
    return {name: defaults.get(name, MISSING) for name in names}


def _describe(model: type, name: str, schema: dict[str, Any]) -> None:
    """Adds the description of a field to its JSON Schema."""
    schema["description"] = _descriptions(model).get(name, "")


@cache
def _descriptions(model: type) -> dict[str, str]:
    """The docstrings below the fields of a class; none where its source is not at hand."""
    try:
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    except OSError:
        return {}
    found = {}
    for field, doc in pairwise(tree.body if isinstance(tree, ast.ClassDef) else []):
        if isinstance(field, ast.AnnAssign) and isinstance(doc, ast.Expr):
            found[ast.unparse(field.target)] = str(ast.literal_eval(doc.value)).replace("``", "")
    return found


def _type(hint: Any, key: str, *, may_be_empty: bool) -> Any:
    """The type of the value at ``key``, with words of ours for each error."""
    if hint is Any:
        return _leaf(lambda value: value, {})
    if get_origin(hint) is UnionType:
        hint = next(each for each in get_args(hint) if each is not NoneType)
    rule: Any = None
    if get_origin(hint) is Annotated:
        hint, rule = get_args(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        hint, rule = str, arguments
    texts = {"type": "array", "items": {"type": "string"}}
    if origin is tuple and arguments[0] is str:
        return _leaf(partial(_texts, key), texts)
    if origin is tuple and get_origin(arguments[0]) is Annotated:
        return _leaf(partial(_parsed_texts, key, _RULES[get_args(arguments[0])[1]]), texts)
    if origin is tuple:
        check, item = (_labelled_all, _labelled) if arguments[0] is Labelled else (_tables, _keyed)
        items: Any = list.__class_getitem__(item(arguments[0]))
        return Annotated[items, BeforeValidator(partial(check, key)), AfterValidator(tuple)]
    if origin is Mapping:
        value = _type(arguments[1], key, may_be_empty=False)
        names = get_args(arguments[0]) if get_origin(arguments[0]) is Literal else ()
        check = partial(_table, key, names=names)
        return Annotated[dict[str, value], BeforeValidator(check)]  # type: ignore[valid-type]
    if hint is str:
        return _text_type(rule, may_be_empty=may_be_empty)
    if key in ("done", "dropped"):
        return _leaf(_done, {"anyOf": [_DAY, {"const": True}]})
    if hint in _SCALARS:
        return _leaf(*_SCALARS[hint])
    return Annotated[_keyed(hint), BeforeValidator(partial(_table, key))]


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
        return _leaf(partial(_choice, choices, may_be_empty), {"type": "string", "enum": list(choices)})
    if rule is not None:
        return _leaf(partial(_parsed_text, rule, may_be_empty), {"type": "string"})
    return _leaf(_text, {"type": "string"})


class _TextOrTable:
    """Marks a table that plain text may stand for, as its ``value``."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def _labelled(model: type) -> Any:
    as_table = BeforeValidator(lambda item: {"value": item} if isinstance(item, str) else item)
    return Annotated[_keyed(model), as_table, _TextOrTable()]


# ---------------------------------------------------------------------- values, and words for their errors


def _wrong(what: str, hint: str = "", *, keyed: bool = True) -> PydanticCustomError:
    """An error whose words begin with the key, unless ``keyed`` is false."""
    return PydanticCustomError("keyed" if keyed else "whole", "{what}", {"what": what, "hint": hint})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong("must be text in quotes")
    return value


def _parsed_text(parse: Callable[[str], object], may_be_empty: bool, value: Any) -> str:
    text = _text(value)
    if text or not may_be_empty:
        try:
            parse(text)
        except ValueError as error:
            raise _wrong(str(error), keyed=repr(text) not in str(error)) from None
    return text


def _choice(choices: tuple[str, ...], may_be_empty: bool, value: Any) -> str:
    text = _text(value)
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


def _done(value: Any) -> date | None:
    """The day something was done; true where that is not known."""
    if value is True:
        return None
    found: date = _date(when_from, value)
    return found


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong(f'must be a list of texts: {key} = ["…"]')
    return tuple(value)


_RULES: Mapping[str, Callable[[str], object]] = {"language": check_language}
"""The rules that the settings name, so that reading them does not import the check."""


def _parsed_texts(key: str, parse: Callable[[str], object], value: Any) -> tuple[str, ...]:
    return tuple(_parsed_text(parse, False, text) for text in _texts(key, value))


def _labelled_all(key: str, value: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(item, (str, Mapping)) for item in value):
        raise _wrong(f'must be a list of texts or labelled values: {key} = [{{ value = "…", label = "…" }}]')
    return value


def _table(key: str, value: Any, names: tuple[str, ...] = ()) -> Any:
    if not isinstance(value, Mapping):
        raise _wrong(f"must be a table: [{key}]")
    for name in value if names else ():
        if name not in names:
            meant = nearest_word(name, names)
            hint = f"did you mean {meant}?" if meant else f"there are {', '.join(names)}"
            raise _wrong(f"has nothing called {name!r}", hint)
    return value


def _tables(key: str, value: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise _wrong(f"must be tables: [[{key}]]")
    return value


_DAY = {"type": "string", "format": "date"}
_LOCAL_TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"}
"""A local date-time; the format ``date-time`` of JSON Schema would ask for a time zone."""
_SCALARS: Mapping[Any, tuple[Callable[[Any], Any], Mapping[str, Any]]] = {
    int: (_whole, {"type": "integer"}),
    bool: (_switch, {"type": "boolean"}),
    date: (partial(_date, when_from), {"anyOf": [_DAY, _LOCAL_TIME]}),
    PartialDate: (
        partial(_date, PartialDate.parse),
        {"type": "string", "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$"},
    ),
}


def _field_error(error: Any) -> FieldError:
    path: Path = error["loc"]
    key = next((part for part in reversed(path) if isinstance(part, str)), "the file")
    if error["type"] == "missing":
        return FieldError(path, f"{key} is missing")
    if error["type"] == "extra_forbidden":
        meant = nearest_word(key, [name for model in _CLOSED for name in _fields(model)])
        return FieldError(path, "there is no such setting", f"did you mean {meant}?" if meant else "")
    context = error.get("ctx", {})
    what = context.get("what", "cannot be understood")
    return FieldError(path, what if error["type"] == "whole" else f"{key} {what}", context.get("hint", ""))
