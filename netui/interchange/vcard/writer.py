"""Write contacts as vCards of version 3.0, which every address book reads; our reader gets all of it back."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from netui.interchange.vcard.content_lines import escape, fold

_TYPES = frozenset(("home", "work", "cell", "fax", "pager", "car", "isdn", "video", "main", "other"))
"""Labels that are values of TYPE; any other is an X-ABLabel, which phones and Apple's programs read."""
_LISTS = (
    ("aliases", "NICKNAME"), ("tags", "CATEGORIES"), ("knows", "EXPERTISE"), ("interests", "INTEREST"),
    ("roles", "X-NETUI-ROLE"), ("seeks", "X-NETUI-SEEKS"),
)  # fmt: skip
_TEXTS = (
    ("org", "ORG"), ("title", "TITLE"), ("pronouns", "PRONOUNS"), ("timezone", "TZ"),
    ("location", "X-NETUI-LOCATION"), ("notes", "NOTE"),
)  # fmt: skip


def write_card(ident: str, document: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """One contact as a card. ``names`` are those of other contacts by id; timeline and promises stay."""
    lines = _Lines()
    lines.add("BEGIN", "VCARD")
    lines.add("VERSION", "3.0")
    name = str(document.get("name", ident))
    before, _, last = name.rpartition(" ")
    lines.add("FN", escape(name))
    lines.add("N", f"{escape(last)};{escape(before)};;;")
    for key, of in _LISTS:
        if items := _texts(document.get(key)):
            lines.add(of, ",".join(map(escape, items)))
    for key, of in _TEXTS:
        if isinstance(value := document.get(key), str) and value:
            lines.add(of, escape(value))
    for key, of in (("emails", "EMAIL"), ("phones", "TEL"), ("addresses", "ADR"), ("links", "URL")):
        for value, label in _labelled(document.get(key)):
            _add_reaching(lines, of, value, label)
    for item in _tables(document.get("date")):
        _add_date(lines, str(item.get("what", "")), str(item.get("on", "")))
    if isinstance(died := document.get("died"), str) and died:
        lines.add("DEATHDATE", died)
    for item in _tables(document.get("related")):
        who = str(item.get("who", ""))
        lines.add_labelled("X-ABRELATEDNAMES", escape(names.get(who, who)), str(item.get("as", "")))
    lines.add("UID", escape(_uid(ident, document)))
    lines.add("END", "VCARD")
    return "".join(lines.folded())


class _Lines:
    """The content lines of one card; labels stand in groups that are numbered."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._groups = 0

    def add(self, name: str, value: str) -> None:
        self._lines.append(f"{name}:{value}")

    def add_labelled(self, name: str, value: str, label: str) -> None:
        """A value with a label of the user's own, as Apple's address book writes it."""
        if not label:
            self.add(name, value)
            return
        self._groups += 1
        self.add(f"item{self._groups}.{name}", value)
        self.add(f"item{self._groups}.X-ABLabel", escape(label))

    def folded(self) -> Iterator[str]:
        return map(fold, self._lines)


def _add_reaching(lines: _Lines, of: str, value: str, label: str) -> None:
    text = f";;{escape(value)};;;;" if of == "ADR" else escape(value)
    if of == "URL" and ":" in value and not value.lower().startswith(("http:", "https:")):
        of = "IMPP"
    words = label.lower().split()
    if label == label.lower() and words and set(words) <= _TYPES:
        lines.add(f"{of};{';'.join(f'TYPE={word.upper()}' for word in words)}", text)
    else:
        lines.add_labelled(of, text, label)


def _add_date(lines: _Lines, what: str, on: str) -> None:
    if what == "birthday":
        lines.add("BDAY", on)
    elif what == "anniversary":
        lines.add("X-ANNIVERSARY", on)
    elif what and on:
        lines.add_labelled("X-ABDATE", on, what)


def _uid(ident: str, document: Mapping[str, Any]) -> str:
    """The UID that an import brought, else one that is always the same for this id."""
    for source in _tables(document.get("source")):
        if source.get("kind") == "vcard" and isinstance(uid := source.get("uid"), str):
            return uid
    return card_uid(ident)


def card_uid(ident: str) -> str:
    """The UID of the card of a contact that no import gave another."""
    return str(uuid5(NAMESPACE_URL, f"netui:{ident}"))


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str) and item] if isinstance(value, list) else []


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _labelled(value: object) -> Iterator[tuple[str, str]]:
    """The items of ``emails`` and the like, each with its label or ""."""
    for item in value if isinstance(value, list) else ():
        if isinstance(item, str):
            yield item, ""
        elif isinstance(item, Mapping) and isinstance(item.get("value"), str):
            yield item["value"], str(item.get("label", ""))
