"""Change settings in place: list each with its meaning and value, write one, take one out, comments kept.

Comments and the order of the file stay. A setting of which the template holds a commented line is written
below that line, so that what it means still stands above it.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin, get_type_hints

import tomli

from netui.domain.model.changes import ROOT, FileId, SetValue
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.parser import nearest_word
from netui.services.errors import Refused, StoreError, Unreadable
from netui.storage.files.atomic import write_private
from netui.storage.files.stat import StrPath
from netui.storage.state.config import Config, read_settings
from netui.storage.toml.document import apply
from netui.storage.toml.literals import assignment
from netui.storage.validation.declarations import descriptions_of, fields_of

_FILE = FileId(ROOT, "config")
_WORDS = {True: "true", False: "false"}
_HEADER = re.compile(r"\s*\[([\w.]+)\]\s*(?:#.*)?$")


class Setting(NamedTuple):
    """One setting: the keys that lead to it, what it means, its values, and what it is now.

    ``kind`` is ``choice`` where ``choices`` are all there is, ``text``, ``list`` (texts) or ``table`` (own
    names with values). ``value`` and ``default`` are words, "" for none; ``is_set`` says whether the file
    has it.
    """

    path: tuple[str, ...]
    about: str
    kind: str
    choices: tuple[str, ...]
    default: str
    value: str
    is_set: bool

    @property
    def name(self) -> str:
        """The keys as people write them: ``rhythm.sensitivity``."""
        return ".".join(self.path)


class WrongSetting(NamedTuple):
    """What is wrong at ``path`` in the settings, which may lie within a setting, or be none that there is."""

    path: tuple[str, ...]
    words: str

    @property
    def name(self) -> str:
        """The keys as people write them."""
        return ".".join(self.path)


def list_settings(path: StrPath) -> list[Setting]:
    """Every setting that there is, as the file has it; raises Unreadable where that cannot be read."""
    return list(_settings(Config, _read(path)[1], ()))


def wrong_settings(path: StrPath, of_the_screen: Iterable[str] = ()) -> list[WrongSetting]:
    """What the file has that is not in force; nothing where there is no file, or it cannot be read.

    ``of_the_screen`` are those that the screen alone knows of, as ``theme: what is wrong``.
    """
    from netui.storage.validation.validate import settings_errors

    try:
        data = _read(path)[1]
    except (Unreadable, StoreError):
        return []
    found = [WrongSetting(tuple(map(str, error.path)), error.words) for error in settings_errors(data)]
    for problem in of_the_screen:
        name, _, words = problem.partition(":")
        found.append(WrongSetting(tuple(name.split(".", 1)), words.strip()))
    return found


def set_setting(path: StrPath, setting: Setting, text: str) -> tuple[str, str]:
    """Writes what was typed for a setting, an empty text takes it out; returns the file before and after.

    A table takes one of its lines, ``podcast = true``, and ``podcast =`` takes that out. Raises Refused with
    what is wrong, Unreadable and OSError.
    """
    from netui.services.settings_template import create_settings
    from netui.storage.validation.validate import settings_errors

    if not os.path.exists(path):
        create_settings(path)
    before, data = _read(path)
    keys, value = _parse(setting, text.strip())
    after = _write(before, data, keys, value)
    known = settings_errors(data)
    errors = [error for error in settings_errors(tomli.loads(after)) if error not in known]
    errors = [error for error in errors if error.path[:1] == keys[:1]]  # not of a synonym of a kind taken out
    if errors:
        raise Refused(errors[0].words)
    if after != before:
        _save(path, after)
    return before, after


def restore_settings(path: StrPath, before: str, after: str) -> None:
    """Writes the text of before again; raises Refused where the file is no longer as it was left."""
    if _read(path)[0] != after:
        raise Refused("the file was changed elsewhere since; nothing was taken back")
    _save(path, before)


def _read(path: StrPath) -> tuple[str, dict[str, Any]]:
    try:
        return read_settings(path)
    except FileNotFoundError:
        return "", {}


def _save(path: StrPath, text: str) -> None:
    """Replaces the file, through a link to it, with the permissions that it has."""
    real = os.path.realpath(path)
    mode = os.stat(real).st_mode & 0o777
    write_private(None, real, text.encode())
    os.chmod(real, mode)


def _settings(model: type, data: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[Setting]:
    """Values first, then what stands under headings, as in the template."""
    types = get_type_hints(model)
    tables = [key for key, hint in types.items() if hasattr(hint, "_fields")]
    about = descriptions_of(model)
    for key, default in fields_of(model).items():
        if key not in tables:
            yield _setting((*above, key), about.get(key, ""), types[key], default, data.get(key))
    for key in tables:
        below = data.get(key)
        yield from _settings(types[key], below if isinstance(below, Mapping) else {}, (*above, key))


def _setting(path: tuple[str, ...], about: str, hint: Any, default: Any, value: Any) -> Setting:
    origin = get_origin(hint)
    choices = tuple(filter(None, get_args(hint))) if origin is Literal else ()
    if hint is bool or (bool in get_args(hint) and origin is not Mapping):
        choices = ("true", "false")
    kind = {Mapping: "table", tuple: "list"}.get(origin, "choice" if choices else "text")
    is_said = isinstance(default, (str, int)) and bool(default)
    return Setting(
        path, about, kind, choices, shown(default) if is_said else "", shown(value), value is not None
    )


def shown(value: Any) -> str:
    """The value of a setting as one line of words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {shown(each)}" for key, each in value.items())
    return ", ".join(map(shown, value)) if isinstance(value, list) else str(value)


def _parse(setting: Setting, text: str) -> tuple[tuple[str, ...], Any]:
    """The keys to set and the value, None to take them out; raises Refused."""
    if setting.kind == "table":
        return _parse_line(setting, text)
    if not text:
        return setting.path, None
    if setting.kind == "list":
        return setting.path, [word.strip("\"'") for word in text.strip("[]").replace(",", " ").split()]
    if setting.choices and text not in setting.choices:
        meant = nearest_word(text, setting.choices)
        hint = f"did you mean {meant}?" if meant else f"it is one of {', '.join(setting.choices)}"
        raise Refused(f"{setting.name} is none of {text!r}; {hint}" if not meant else f"{text!r}: {hint}")
    return setting.path, text == "true" if setting.choices == ("true", "false") else text


def _parse_line(setting: Setting, text: str) -> tuple[tuple[str, ...], Any]:
    """One line of a table: a name and its value, bare or as TOML has it."""
    name, sign, written = (part.strip() for part in text.partition("="))
    if not sign or not name:
        raise Refused(f"write a name and its value: name = value; name = takes it out of {setting.name}")
    name = name.strip("\"'")
    if not written:
        return (*setting.path, name), None
    try:
        value = tomli.loads(f"x = {written}")["x"]
    except tomli.TOMLDecodeError:
        value = written
    return (*setting.path, name), value


def _write(text: str, data: Mapping[str, Any], keys: tuple[str, ...], value: Any) -> str:
    """The text with the value at ``keys``; below its commented line where the template has one."""
    if value is not None and not _has(data, keys):
        line = assignment(keys[-1], value, "\n")
        at = _below_comment(text, keys)
        if at:
            new = text[:at] + line + text[at:]
            if _get(tomli.loads(new), keys) == value:
                return new
    return apply(text, SetValue(_FILE, keys, value))[0]


def _has(data: Mapping[str, Any], keys: Sequence[str]) -> bool:
    return _get(data, keys) is not None


def _get(data: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _below_comment(text: str, keys: tuple[str, ...]) -> int:
    """The offset below the commented line of a setting in its table, or below a table's first; 0 for none."""
    heading, offset, example = "", 0, 0
    for line in text.splitlines(keepends=True):
        offset += len(line)
        header = _HEADER.match(line.rstrip())
        heading = header[1] if header else heading
        if heading == ".".join(keys[:-1]) and line.endswith("\n"):
            if re.match(rf"#\s?{re.escape(keys[-1])}\s*=", line):
                return offset
            if keys[:-1] and not example and re.match(r"#\w+ = ", line):
                example = offset
    return example
