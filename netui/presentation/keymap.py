"""Keymap: the keys in force for every action under the user's settings, and keys as people read them."""

from collections.abc import Mapping, Sequence

from netui.presentation.actions import BY_ID, PAGES

_SHOWN = {
    "full_stop": ".", "slash": "/", "colon": ":", "question_mark": "?", "escape": "esc", "space": "space",
    "right_square_bracket": "]", "left_square_bracket": "[", "equals_sign": "=",
    "shift+tab": "shift-tab", "pagedown": "pgdn", "pageup": "pgup", "enter": "enter", "down": "↓", "up": "↑",
}  # fmt: skip


def spelled_key(key: str) -> str:
    """A key as people read it, ``ctrl`` in full."""
    return _SHOWN.get(key, key)


def shown_key(key: str) -> str:
    """A key as people read it, in short: ``ctrl+d`` as ``^d``."""
    return "^" + key[5:] if key.startswith("ctrl+") else spelled_key(key)


def first_key(keys: Mapping[str, str], action: str) -> str:
    """The first key of an action under the keys in force, as people read it."""
    return shown_key(keys[action].split(",")[0])


def keys_in_force(settings: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The keys of every action under the user's settings, and what is wrong with those settings.

    A key given to two actions of one screen stays with the one the user set; a setting that names no
    action, or takes the only key of another action without giving that one a new key, is reported.
    """
    problems = [f"keys.{name}: there is no action of that name" for name in settings if name not in BY_ID]
    wanted = {name: _keys(text) for name, text in settings.items() if name in BY_ID}
    owners: dict[str, list[str]] = {}
    for name, keys in wanted.items():
        for key in keys:
            other = next((other for other in owners.get(key, ()) if _meet(name, other)), None)
            if other is not None:
                problems.append(f"keys.{name}: {shown_key(key)} is already set for {other}")
            owners.setdefault(key, []).append(name)
    result: dict[str, str] = {}
    for action in BY_ID.values():
        keys = wanted.get(action.id, action.keys.split(","))
        takers = {key: _taker(action.id, owners.get(key, ())) for key in keys}
        kept = [key for key in keys if not takers[key]]
        if not kept and keys:
            problems.append(
                f"keys.{takers[keys[0]]}: {shown_key(keys[0])} was {action.id}; give {action.id} another key"
            )
        result[action.id] = ",".join(kept)
    return result, problems


def _meet(one: str, other: str) -> bool:
    """Whether two actions are found on one screen, where they need different keys."""
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
