"""The settings file, ``config.toml``: read once and handed down.

Reading takes what it can, so that a slip in one setting never keeps anyone out of their network;
:func:`problems` validates the whole file and names each slip.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

import tomli

from netui.domain.dates import Span
from netui.domain.kinds import BUILT_IN, Kinds

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class RhythmConfig:
    """``[rhythm]``: when someone counts as quiet."""

    __pydantic_config__ = _STRICT

    sensitivity: Literal["sooner", "normal", "later"] = "normal"
    """How soon a silence is told: ``sooner``, ``normal`` or ``later``."""
    defaults: dict[str, str] = field(default_factory=dict)
    """How often to be in touch by role or tag (``mentor = "3w"``) where the contact sets nothing."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set; every key may be absent."""

    __pydantic_config__ = _STRICT

    data: str = ""
    """The network folder; ``--data`` and ``NETUI_DATA`` come before it."""
    editor: str = ""
    """The editor to open files in; absent means ``$VISUAL``, then ``$EDITOR``."""
    theme: str = "netui-dark"
    """One of the themes named in the palette."""
    ascii: bool = False
    """Draw states and rules with ASCII characters only."""
    date_order: Literal["", "dmy", "mdy"] = ""
    """How to read 1/11: ``dmy`` or ``mdy``; absent, it is refused rather than guessed."""
    rhythm: RhythmConfig = field(default_factory=RhythmConfig)
    kinds: dict[str, bool] = field(default_factory=dict)
    """Further kinds of entry, and whether each counts as contact: ``podcast = true``."""
    synonyms: dict[str, str] = field(default_factory=dict)
    """Further words for kinds: ``jog = "meeting"``."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by action: ``log = "l"``; several with commas."""

    @property
    def all_kinds(self) -> Kinds:
        """The built-in kinds and the configured ones."""
        return Kinds({**BUILT_IN.contact, **self.kinds}, {**BUILT_IN.synonyms, **self.synonyms})

    @property
    def day_first(self) -> bool | None:
        """Whether 1/11 is the first of November; None when that is not to be guessed."""
        return {"dmy": True, "mdy": False}.get(self.date_order)


class Places(NamedTuple):
    """Where things are on this machine. Nothing but ``network`` is precious."""

    network: Path
    state: Path
    cache: Path
    config: Path


def config_path() -> Path:
    """Where the settings file is looked for."""
    from platformdirs import user_config_path

    return user_config_path("netui") / "config.toml"


def find_places(data: str | None, config: Config) -> Places:
    """The network folder by ``--data``, ``NETUI_DATA``, the settings, or the user's data folder."""
    from platformdirs import user_cache_path, user_data_path, user_state_path

    chosen = data or os.environ.get("NETUI_DATA") or config.data
    network = Path(os.path.expanduser(chosen)) if chosen else user_data_path("netui")
    return Places(
        Path(os.path.abspath(network)), user_state_path("netui"), user_cache_path("netui"), config_path()
    )


def load_config(path: Path) -> tuple[Config, str]:
    """The settings, and what is wrong with the file ("" when nothing that matters here is)."""
    try:
        with open(path, "rb") as file:
            raw = tomli.load(file)
    except FileNotFoundError:
        return Config(), ""
    except (OSError, ValueError) as error:
        return Config(), f"{path}: {error}; the defaults are used"
    return _decode(raw), ""


def _decode(raw: Mapping[str, Any]) -> Config:
    rhythm = raw.get("rhythm")
    rhythm = rhythm if isinstance(rhythm, dict) else {}
    sensitivity = rhythm.get("sensitivity")
    return Config(
        data=_text(raw, "data"),
        editor=_text(raw, "editor"),
        theme=_text(raw, "theme") or "netui-dark",
        ascii=raw.get("ascii") is True,
        date_order=raw["date_order"] if raw.get("date_order") in ("dmy", "mdy") else "",
        rhythm=RhythmConfig(
            sensitivity if sensitivity in ("sooner", "normal", "later") else "normal",
            {key: every for key, every in _texts(rhythm, "defaults").items() if _is_span(every)},
        ),
        kinds={k: v for k, v in _table(raw, "kinds").items() if isinstance(v, bool)},
        synonyms=_texts(raw, "synonyms"),
        keys=_texts(raw, "keys"),
    )


def _is_span(text: str) -> bool:
    try:
        Span.parse(text)
    except ValueError:
        return False
    return True


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _table(raw: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _texts(raw: Mapping[str, Any], key: str) -> dict[str, str]:
    return {k: v for k, v in _table(raw, key).items() if isinstance(v, str)}


def problems(path: Path) -> list[str]:
    """Every slip in the settings file, one line each, named with its key; empty when there is none."""
    try:
        with open(path, "rb") as file:
            raw = tomli.load(file)
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        return [f"{path}: {error}"]
    from pydantic import TypeAdapter, ValidationError

    found = []
    try:
        TypeAdapter(Config).validate_python(raw)
    except ValidationError as error:
        found = [f"{path}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    for key, every in _texts(_table(raw, "rhythm"), "defaults").items():
        if not _is_span(every):
            found.append(f"{path}: rhythm.defaults.{key}: {every!r} is not a span of time (try 3w)")
    return found
