"""The vCards of a file as vobject reads them, to hold netui's own reader to; used by tests alone.

vobject is strict, so a card that it reads counts as well-formed. Two faults of its own are known: it drops
the text behind an unescaped comma, so what netui read is right where it goes on with one; and it takes
quoted-printable for Latin-1, which is mended before the comparison.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from netui.interchange.records import PersonRecord, clean, clean_lines
from netui.interchange.vcard.fields import read_date

FIELDS = ("name", "emails", "phones", "birthday", "notes")


class Verdict(NamedTuple):
    """One field of one card, as the oracle and netui have it."""

    card: str
    field: str
    expected: Any
    found: Any

    @property
    def is_right(self) -> bool:
        """Whether they agree."""
        if self.field in ("name", "notes") and isinstance(self.found, str):
            return _goes_on(self.expected, self.found)
        return bool(self.expected == self.found)


def is_there() -> bool:
    """Whether vobject is installed."""
    try:
        import vobject  # noqa: F401
    except ImportError:
        return False
    return True


def judge(data: bytes, people: Iterable[PersonRecord]) -> list[Verdict]:
    """The fields of each card that both readers read, told apart by name and order."""
    cards = _cards(data)
    by_name: dict[str, list[PersonRecord]] = {}
    for person in people:
        by_name.setdefault(person.name, []).append(person)
    found: list[Verdict] = []
    for card in cards:
        name = _name(card)
        if not name:
            continue
        namesakes = next((there for each, there in by_name.items() if there and _goes_on(name, each)), [])
        person = namesakes.pop(0) if namesakes else None
        expected = {
            "name": name, "emails": _values(card, "email"), "phones": _values(card, "tel"),
            "birthday": _birthday(card), "notes": _notes(card),
        }  # fmt: skip
        there = _read(person) if person else dict.fromkeys(FIELDS)
        found += [Verdict(name, key, expected[key], there[key]) for key in FIELDS if expected[key]]
    return found


def _cards(data: bytes) -> list[Any]:
    """The cards that vobject reads; none of a file that it refuses."""
    import vobject
    from vobject.base import VObjectError

    for charset in ("utf-8-sig", "latin-1"):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        try:
            return [
                card for card in vobject.readComponents(text) if card.name == "VCARD" and not _is_group(card)
            ]
        except (VObjectError, ValueError, IndexError, AttributeError, LookupError, TypeError):
            return []
    return []


def _goes_on(expected: str, found: str) -> bool:
    """Whether ``found`` is what was expected, or goes on behind an unescaped comma, or with another note."""
    return found == expected or found.startswith((f"{expected},", f"{expected}\n"))


def _text(line: Any) -> str:
    """The value of a property; what was decoded as Latin-1 is decoded again by the charset of the card."""
    value = line.value if isinstance(line.value, str) else ""
    for charset in ("utf-8", *line.params.get("CHARSET", ())):
        try:
            return value.encode("latin-1").decode(charset)
        except (UnicodeError, LookupError):
            continue
    return value


def _is_group(card: Any) -> bool:
    kinds = [*card.contents.get("kind", ()), *card.contents.get("x-addressbookserver-kind", ())]
    return any(str(each.value).lower() == "group" for each in kinds)


def _name(card: Any) -> str:
    full = card.contents.get("fn")
    return clean(_text(full[0])) if full else ""


def _values(card: Any, key: str) -> list[str]:
    texts = [_text(each) for each in card.contents.get(key, ())]
    plain = (clean(re.sub(r"(?i)\A(?:mailto|tel):", "", text)) for text in texts)
    return sorted({text for text in plain if text})


def _birthday(card: Any) -> str:
    found = card.contents.get("bday")
    value = _text(found[0]) if found else ""
    omitted = found[0].params.get("X-APPLE-OMIT-YEAR") if found else None
    on = read_date(value) or ""
    return f"-{on[4:]}" if omitted and on.startswith(omitted[0]) else on


def _notes(card: Any) -> str:
    found = card.contents.get("note")
    value = _text(found[0]) if found else ""
    return clean_lines(value)


def _read(person: PersonRecord) -> Mapping[str, Any]:
    fields = person.fields
    texts = {
        key: sorted({item["value"] if isinstance(item, dict) else item for item in fields.get(key, ())})
        for key in ("emails", "phones")
    }
    dates = [item["on"] for item in fields.get("date", ()) if item["what"] == "birthday"]
    return {
        "name": person.name,
        **texts,
        "birthday": dates[0] if dates else "",
        "notes": fields.get("notes", ""),
    }
