"""Facts in the head of the contact page: phone, e-mail, local time, dates, expertise, own keys."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.cells import cell_len

from netui.domain.model.channels import channels, uri_of
from netui.domain.model.custom_keys import custom_keys, value_texts
from netui.presentation.hyperlinks import linked
from netui.presentation.pages.contact.links import partial_words
from netui.presentation.text import Line, Span, clean, cut, width_of, wrap
from netui.services.people.profile import Profile

_EXPERTISE = (("knows", "knows"), ("seeks", "seeks"), ("interests", "likes"))
_VALUE_LINES = 2
"""Lines of one custom key at most."""


def reach_lines(profile: Profile, width: int) -> list[Line]:
    """Phone, e-mail, local time and birthday, as many on a line as there is room for."""
    by_name = {channel.name: channel.value for channel in channels(profile.head)}
    phone, mail = by_name.get("phone", ""), by_name.get("e-mail", "")
    facts = [
        (phone, linked("muted", uri_of("phones", phone))),
        (mail, linked("muted", uri_of("emails", mail))),
        (profile.local_time, "muted"),
        *((text, "muted") for text in _dates(profile.head, birthdays=True)[:1]),
    ]
    known = [(clean(text), role) for text, role in facts if text]
    return [[(" ", ""), *line] for line in _joined(known, width - 2)]


def expertise_lines(head: Mapping[str, Any], width: int) -> list[Line]:
    """``knows compilers, Rust`` and what they seek and like, each wrapped."""
    found = []
    for key, label in _EXPERTISE:
        values = head.get(key)
        words = ", ".join(str(value) for value in values) if isinstance(values, list) else ""
        found += _labelled(label, words, width)
    return found


def date_lines(head: Mapping[str, Any], width: int) -> list[Line]:
    """``dates nameday 3 May, wedding 1 May 2001``: those besides the birthday."""
    return _labelled("dates", ", ".join(_dates(head, birthdays=False)), width)


def custom_lines(head: Mapping[str, Any], width: int) -> list[Line]:
    """What was before something changed, then the keys of the file that are the user's own, as they stand."""
    found = []
    items = head.get("former")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            until = f", until {item['until']}" if item.get("until") else ""
            found += _labelled("before", f"{item.get('value', '')} ({item.get('key', '')}{until})", width)
    for key in custom_keys(head):
        found += _labelled(key, ", ".join(value_texts(head[key])), width, _VALUE_LINES)
    return found


def _dates(head: Mapping[str, Any], *, birthdays: bool) -> list[str]:
    """``birthday 10 December``; the other dates that matter where it is not ``birthdays``."""
    dates = head.get("date")
    return [
        f"{'birthday' if birthdays else each.get('what', '')} {partial_words(str(each.get('on', '')))}"
        for each in (dates if isinstance(dates, list) else ())
        if isinstance(each, dict) and (str(each.get("what", "")).casefold() == "birthday") is birthdays
    ]


def _joined(facts: Iterable[Span], width: int) -> Iterator[Line]:
    """The facts with dots between them, broken into lines between facts."""
    line: Line = []
    for text, role in facts:
        if line and width_of([*line, (" · ", ""), (text, "")]) > width:
            yield line
            line = []
        line = [*line, *([(" · ", "muted")] if line else []), (cut(text, width), role)]
    if line:
        yield line


def _labelled(label: str, words: str, width: int, most: int = 0) -> list[Line]:
    label = cut(clean(label), width // 2) + " "
    rows = wrap(words, width - cell_len(label) - 2, most) if words.strip() else []
    indent = " " * (1 + cell_len(label))
    return [[(indent if at else " " + label, "muted"), (row, "")] for at, row in enumerate(rows)]
