"""Write a network as Markdown in the style of ``friends.md``: activities, notes, friends, places."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from netui.interchange.records import clean

_MARKS = str.maketrans({"*": "∗", "_": "‗"})
_LIKE_A_TAG = re.compile(r"(?<![^\W_])@(?=[^\W_])")


def write_friends(
    contacts: Iterable[tuple[str, Mapping[str, Any]]], names: Mapping[str, str]
) -> Iterator[str]:
    """The file, line by line; :mod:`netui.interchange.friends` reads it back."""
    activities: list[tuple[str, str]] = []
    notes: list[tuple[str, str]] = []
    people: list[str] = []
    places: dict[str, None] = {}
    for ident, document in contacts:
        name = _plain(document.get("name", ident))
        people.append(_friend(name, document))
        for item in document.get("timeline", ()):
            on = item.get("on")
            if not isinstance(on, date):
                continue
            is_note = item.get("kind", "note") == "note"
            line = _activity(name, item, names, is_note=is_note)
            (notes if is_note else activities).append((on.isoformat()[:10], line))
            if item.get("place"):
                places[_plain(item["place"])] = None
        if location := document.get("location"):
            places[_plain(location)] = None
    for title, dated in (("Activities", activities), ("Notes", notes)):
        yield f"### {title}:\n"
        yield from (f"- {on}: {text}\n" for on, text in sorted(dated, reverse=True))
        yield "\n"
    yield "### Friends:\n"
    yield from (f"- {line}\n" for line in sorted(people))
    yield "\n### Locations:\n"
    yield from (f"- {place}\n" for place in sorted(places))


def _friend(name: str, document: Mapping[str, Any]) -> str:
    parts = [name]
    if aliases := document.get("aliases"):
        parts.append(f"(a.k.a. {' a.k.a. '.join(map(_plain, aliases))})")
    if location := document.get("location"):
        parts.append(f"[{_plain(location)}]")
    return " ".join([*parts, *_tags(document)])


def _activity(name: str, item: Mapping[str, Any], names: Mapping[str, str], *, is_note: bool) -> str:
    others = [_plain(names.get(each, each)) for each in item.get("with", ()) if isinstance(each, str)]
    who = ", ".join(f"**{each}**" for each in (name, *others))
    begun = f"{who}:" if is_note else f"{_plain(item.get('kind', 'meeting')).capitalize()} with {who}"
    place = f" in _{_plain(item['place'])}_" if item.get("place") else ""
    text = _plain(item.get("text", ""))
    colon = ":" if text and not is_note else ""
    return " ".join(part for part in (f"{begun}{place}{colon}", text, *_tags(item)) if part)


def _tags(item: Mapping[str, Any]) -> list[str]:
    return [f"@{_plain(tag).replace(' ', '-')}" for tag in item.get("tags", ())]


def _plain(text: object) -> str:
    """The text on one line, its marks of Markdown and tags replaced by signs that look alike."""
    return _LIKE_A_TAG.sub("＠", clean(str(text)).translate(_MARKS))
