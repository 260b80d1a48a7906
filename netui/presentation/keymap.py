"""Keymap: the keys in force for every action under the user's settings, and keys as people read them."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from netui.domain.query.parser import nearest_word
from netui.presentation.actions import BY_ID, PAGES

_SHOWN = {
    "full_stop": ".", "slash": "/", "colon": ":", "question_mark": "?", "escape": "esc", "space": "space",
    "right_square_bracket": "]", "left_square_bracket": "[", "equals_sign": "=", "number_sign": "#",
    "comma": ",", "asterisk": "*",
    "shift+tab": "shift-tab", "pagedown": "pgdn", "pageup": "pgup", "enter": "enter", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "delete": "del", "insert": "ins",
}  # fmt: skip
"""Keys whose names people do not read, and what they read instead."""
PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "vim": {
        "next_pane": "tab,l",
        "previous_pane": "shift+tab,h",
        "half_down": "ctrl+d,pagedown,ctrl+f",
        "half_up": "ctrl+u,pageup,ctrl+b",
        "follow": "right_square_bracket,ctrl+right_square_bracket",
        "return": "left_square_bracket,backspace,ctrl+o",
    },
    "emacs": {
        "down": "ctrl+n,down,j",
        "up": "ctrl+p,up,k",
        "half_down": "ctrl+v,pagedown,ctrl+d",
        "palette": "colon",
        "find": "ctrl+s,f",
        "mark": "ctrl+at,space",
        "undo": "ctrl+underscore,u",
        "back": "ctrl+g,escape",
        "prompt_cancel": "ctrl+g,escape",
        "prompt_older": "up,ctrl+p",
        "prompt_newer": "down,ctrl+n",
        "form_leave": "ctrl+g,escape",
        "form_next": "down,enter,ctrl+n",
        "form_previous": "up,ctrl+p",
        "search_leave": "ctrl+g,escape",
        "search_page_down": "ctrl+v,pagedown",
        "welcome_leave": "ctrl+g,escape,q",
    },
    "arrows": {
        "down": "down",
        "up": "up",
        "top": "home",
        "bottom": "end",
        "half_down": "pagedown",
        "half_up": "pageup",
        "next_pane": "right,tab",
        "previous_pane": "left,shift+tab",
        "help": "f1,question_mark",
        "add": "insert,a",
        "edit": "f4,e",
        "copy": "f5,y",
        "delete": "delete,d",
        "palette": "f9,colon,ctrl+p",
        "quit": "f10,q",
        "close": "f10,q",
        "form_save": "f2,ctrl+s",
    },
}
"""Keys to begin with, by action, where they differ from those of the table: the ``keymap`` of the settings.

Those of vim and emacs add what one's fingers know; with arrows no letter moves, and function keys do what
they do in file managers.
"""
FIXED = {"ctrl+c": "quit", "ctrl+q": "quit"}
"""Keys that leave the app whatever the settings say."""
_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "esc"}
"""Keys for which terminals send the code of another: it would never be known that they were meant."""
_EVERYWHERE = "suspend"
"""The action whose key works on every screen, and while one types."""
_MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")
_NAMED = (
    *(
        "escape",
        "enter",
        "tab",
        "space",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
    ),
    *("up", "down", "left", "right", "slash", "backslash", "at", "minus", "plus", "underscore"),
    *(f"f{number}" for number in range(1, 25)),
)
"""Names of keys, besides those that Unicode has for what they type (``full_stop``)."""


def spelled_key(key: str) -> str:
    """A key as people read it, ``ctrl`` in full."""
    return _SHOWN.get(key, key)


def shown_key(key: str) -> str:
    """A key as people read it, in short: ``ctrl+d`` as ``^d``."""
    return "^" + key[5:] if key.startswith("ctrl+") else spelled_key(key)


def first_key(keys: Mapping[str, str], action: str) -> str:
    """The first key of an action under the keys in force, as people read it."""
    return shown_key(keys[action].split(",")[0])


def keys_in_force(settings: Mapping[str, str], keymap: str = "default") -> tuple[dict[str, str], list[str]]:
    """The keys of every action under the user's settings, and what is wrong with those settings.

    ``keymap`` names the preset that ``settings`` change.

    A key given to two actions of one screen stays with the one the user set; a setting that names no action
    or no key, or takes the only key of another action without giving that one a new key, is reported.
    """
    wanted, problems = _wanted_keys(settings)
    owners: dict[str, list[str]] = {}
    for name, keys in wanted.items():
        for key in keys:
            other = next((other for other in owners.get(key, ()) if _meet(name, other)), None)
            if other is not None:
                problems.append(f"keys.{name}: {shown_key(key)} is already set for {other}")
            owners.setdefault(key, []).append(name)
    preset = PRESETS[keymap]
    result: dict[str, str] = {}
    for action in BY_ID.values():
        keys = wanted.get(action.id, preset.get(action.id, action.keys).split(","))
        takers = {key: _taker(action.id, owners.get(key, ())) for key in keys}
        kept = [key for key in keys if not takers[key]]
        if not kept and keys:
            problems.append(
                f"keys.{takers[keys[0]]}: {shown_key(keys[0])} was {action.id}; give {action.id} another key"
            )
        result[action.id] = ",".join(kept)
    return result, problems


def _wanted_keys(settings: Mapping[str, str]) -> tuple[dict[str, list[str]], list[str]]:
    """The keys that the user set, by action, and which settings name no action or no key."""
    problems: list[str] = []
    wanted: dict[str, list[str]] = {}
    for name, text in settings.items():
        if name not in BY_ID:
            problems.append(f"keys.{name}: there is no action of that name{_meant(name, BY_ID)}")
            continue
        given = _keys(text)
        wrong = {key: why for key in given if (why := _not_a_key(key))}
        problems += [f"keys.{name}: {wrong[key]}" for key in given if key in wrong]
        right = [key for key in given if key not in wrong]
        if right or not wrong:
            wanted[name] = right
    return wanted, problems


def _meet(one: str, other: str) -> bool:
    """Whether two actions are found on one screen, where they need different keys."""
    if _EVERYWHERE in (one, other):
        return True
    return any(one in page.actions and other in page.actions for page in PAGES.values())


def _taker(name: str, owners: Sequence[str]) -> str:
    """Whom a key belongs to instead: the first to whom the user gave it; "" when to nobody else."""
    first = next((owner for owner in owners if owner == name or _meet(owner, name)), name)
    return "" if first == name else first


def _keys(text: str) -> list[str]:
    names = {shown: key for key, shown in _SHOWN.items()}
    return [
        names.get(key.strip(), key.strip().replace("^", "ctrl+")) for key in text.split(",") if key.strip()
    ]


def _not_a_key(key: str) -> str:
    """Why a key cannot be set, "" where it can."""
    if key in FIXED:
        return f"{shown_key(key)} always leaves netui; take another key"
    if key in _SENT_AS:
        return f"terminals send {_SENT_AS[key]} for {key}; take another key"
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if modifiers == ["shift"] and len(base) == 1:
        return f"{key} is {base.upper()!r} to a terminal; write that"
    for modifier in modifiers:
        if modifier not in _MODIFIERS:
            return f"there is no key {key!r}{_meant(modifier, _MODIFIERS, f'+{base}')}"
    if len(base) == 1 or base in _NAMED or _is_unicode_name(base):
        return ""
    return f"there is no key {key!r}{_meant(base, _NAMED)}"


def _is_unicode_name(base: str) -> bool:
    try:
        unicodedata.lookup(base.replace("_", " "))
    except KeyError:
        return False
    return True


def _meant(word: str, known: Iterable[str], ending: str = "") -> str:
    meant = nearest_word(word, known)
    return f" (did you mean {meant}{ending}?)" if meant else ""
