"""What the settings file may hold, for validation and its JSON Schema."""

from dataclasses import dataclass, field
from typing import Literal

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class RhythmSettings:
    """``[rhythm]``: when someone counts as quiet."""

    __pydantic_config__ = _STRICT

    sensitivity: Literal["sooner", "normal", "later"] = "normal"
    """How soon a silence is told: ``sooner``, ``normal`` or ``later``."""
    defaults: dict[str, str] = field(default_factory=dict)
    """How often to be in touch by role or tag (``mentor = "3w"``) where the contact sets nothing."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
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
    rhythm: RhythmSettings = field(default_factory=RhythmSettings)
    kinds: dict[str, bool] = field(default_factory=dict)
    """Further kinds of entry, and whether each counts as contact: ``podcast = true``."""
    synonyms: dict[str, str] = field(default_factory=dict)
    """Further words for kinds: ``jog = "meeting"``."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by action: ``log = "l"``; several with commas."""
