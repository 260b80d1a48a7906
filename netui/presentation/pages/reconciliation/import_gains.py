"""What an import gives to contacts that are there already, and what of theirs stays, for its preview."""

from collections.abc import Iterable, Mapping
from typing import Any

from netui.domain.model.changes import Change
from netui.interchange.differences import Gain, KeptField, gains_of
from netui.presentation.text import clean, cut

_WIDEST = 30
"""Cells of one value."""
_TOLD = ("value", "label", "text", "on", "who", "as", "with", "match", "want", "due", "done")
"""What is told of an item first; of one without any of these, all of it."""


def import_gains(changes: Iterable[Change]) -> dict[str, list[str]]:
    """By contact what is set or added: ``phones +99 1``, ``birthday 1980-01-02``, ``2 entries``."""
    gains: dict[str, list[str]] = {}
    entries: dict[str, int] = {}
    for gain in gains_of(changes):
        if gain.key == "timeline":
            entries[gain.ident] = entries.get(gain.ident, 0) + 1
        else:
            gains.setdefault(gain.ident, []).append(_words(gain))
    for ident, count in entries.items():
        gains.setdefault(ident, []).append(f"{count:,} {'entry' if count == 1 else 'entries'}")
    return gains


def kept_words(kept: Iterable[KeptField]) -> dict[str, list[str]]:
    """By contact what stays though the file says something else: ``org Engines (the file: Byron Ltd)``."""
    found: dict[str, list[str]] = {}
    for each in kept:
        words = f"{each.key} {_value(each.present)} (the file: {_value(each.said)})"
        found.setdefault(each.ident, []).append(words)
    return found


def _words(gain: Gain) -> str:
    what = gain.value.get("what") if isinstance(gain.value, Mapping) else None
    return f"{clean(str(what or gain.key))} {_value(gain.value)}".strip()


def _value(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return cut(", ".join(_value(each) for each in value), _WIDEST)
    if isinstance(value, Mapping):
        told = [each for key, each in value.items() if key in _TOLD]
        return cut(" ".join(map(_value, told or value.values())), _WIDEST)
    return cut(clean(" ".join(str(value).split())), _WIDEST)
