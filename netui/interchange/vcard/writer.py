"""Write contacts as vCards of version 3.0, which every address book reads; our reader gets all of it back.

A contact whose card an import kept is written by :mod:`netui.interchange.vcard.revision` instead.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from netui.interchange.vcard.content_lines import encode_quoted, escape, fold

_TYPES = frozenset(("home", "work", "cell", "fax", "pager", "car", "isdn", "video", "main", "other"))
"""Labels that are values of TYPE; any other is an X-ABLabel, which phones and Apple's programs read."""
LISTS = {
    "aliases": "NICKNAME", "tags": "CATEGORIES", "knows": "EXPERTISE", "interests": "INTEREST",
    "roles": "X-NETUI-ROLE", "seeks": "X-NETUI-SEEKS",
}  # fmt: skip
"""The keys of lists of words, each with its property."""
TEXTS = {
    "org": "ORG", "title": "TITLE", "pronouns": "PRONOUNS", "timezone": "TZ",
    "location": "X-NETUI-LOCATION", "notes": "NOTE", "died": "DEATHDATE",
}  # fmt: skip
"""The keys of single values, each with its property."""
LABELLED = {"emails": "EMAIL", "phones": "TEL", "addresses": "ADR", "links": "URL"}
"""The keys of lists whose items may have a label, each with its property."""
Item = tuple[str, str]
"""A value with its label, a date as its day and what it is, or a relative as the name and what they are."""


def write_card(ident: str, document: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """One contact as a card. ``names`` are those of other contacts by id; timeline and promises stay."""
    lines = CardLines()
    lines.add("BEGIN", "VCARD")
    lines.add("VERSION", "3.0")
    lines.add_name(str(document.get("name", ident)))
    for key in LISTS:
        lines.add_list(key, words_of(document, key))
    for key in TEXTS:
        lines.add_text(key, text_of(document, key))
    for key in (*LABELLED, "date", "related"):
        for item in items_of(document, key, names):
            lines.add_item(key, item)
    lines.add("UID", escape(uid_of(ident, document)))
    lines.add("END", "VCARD")
    return "".join(lines.folded())


def text_of(document: Mapping[str, Any], key: str) -> str:
    """A single value of a contact, "" for none."""
    value = document.get(key)
    return value if isinstance(value, str) else ""


def words_of(document: Mapping[str, Any], key: str) -> list[str]:
    """The words of a list of a contact."""
    value = document.get(key)
    return [item for item in value if isinstance(item, str) and item] if isinstance(value, list) else []


def items_of(document: Mapping[str, Any], key: str, names: Mapping[str, str]) -> list[Item]:
    """The items of ``emails`` and the like, of ``date`` and ``related``, relatives by their names."""
    found = document.get(key)
    items: list[Any] = found if isinstance(found, list) else []
    if key == "date":
        pairs = [(each.get("on", ""), each.get("what", "")) for each in items if isinstance(each, Mapping)]
        return [(str(on), str(what)) for on, what in pairs if on and what]
    if key == "related":
        pairs = [(each.get("who", ""), each.get("as", "")) for each in items if isinstance(each, Mapping)]
        return [(names.get(str(who), str(who)), str(kind)) for who, kind in pairs if who]
    return list(_labelled(items))


def uid_of(ident: str, document: Mapping[str, Any]) -> str:
    """The UID that an import brought, else one that is always the same for this id."""
    sources = document.get("source")
    tables = [each for each in sources if isinstance(each, Mapping)] if isinstance(sources, list) else []
    uids = (each.get("uid") for each in tables if each.get("kind") == "vcard")
    return next((uid for uid in uids if isinstance(uid, str)), card_uid(ident))


def card_uid(ident: str) -> str:
    """The UID of the card of a contact that no import gave another."""
    return str(uuid5(NAMESPACE_URL, f"netui:{ident}"))


class CardLines:
    """The content lines of one card of a ``version``; labels stand in groups, numbered above ``groups``."""

    def __init__(self, version: str = "3.0", groups: int = 0) -> None:
        self._version, self._groups = version, groups
        self._lines: list[str] = []

    def add(self, name: str, value: str) -> None:
        """Adds a line; ``name`` with its parameters, ``value`` escaped."""
        if self._version == "2.1" and ("\\n" in value or not value.isascii()):
            self._lines.append(f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{encode_quoted(value)}")
        else:
            self._lines.append(f"{name}:{value}")

    def add_name(self, name: str) -> None:
        """Adds FN and N."""
        before, _, last = name.rpartition(" ")
        self.add("FN", escape(name))
        self.add("N", f"{escape(last)};{escape(before)};;;")

    def add_list(self, key: str, words: Iterable[str]) -> None:
        """Adds a list of words, if there are any."""
        if value := ",".join(map(escape, words)):
            self.add(LISTS[key], value)

    def add_text(self, key: str, text: str) -> None:
        """Adds a single value, if there is one."""
        if text:
            self.add(TEXTS[key], text if key == "died" else escape(text))

    def add_item(self, key: str, item: Item) -> None:
        """Adds an e-mail, phone, address, link, date or relative."""
        value, label = item
        if key == "date":
            self._add_date(value, label)
        elif key == "related":
            self._add_labelled("X-ABRELATEDNAMES", escape(value), label)
        else:
            self._add_reaching(LABELLED[key], value, label)

    def _add_labelled(self, name: str, value: str, label: str) -> None:
        """A value with a label of the user's own, as Apple's address book writes it."""
        if not label:
            self.add(name, value)
            return
        group = self.new_group()
        self.add(f"{group}.{name}", value)
        self.add(f"{group}.X-ABLabel", escape(label))

    def new_group(self) -> str:
        """The name of a group that is not in the card yet."""
        self._groups += 1
        return f"item{self._groups}"

    def _add_reaching(self, of: str, value: str, label: str) -> None:
        text = f";;{escape(value)};;;;" if of == "ADR" else escape(value)
        if of == "URL" and ":" in value and not value.lower().startswith(("http:", "https:")):
            of = "IMPP"
        words = label.lower().split()
        if label == label.lower() and words and set(words) <= _TYPES:
            self.add(f"{of};{';'.join(f'TYPE={word.upper()}' for word in words)}", text)
        else:
            self._add_labelled(of, text, label)

    def _add_date(self, on: str, what: str) -> None:
        is_new = self._version.startswith("4")
        if is_new:  # the basic format of ISO 8601, without dashes
            on = re.sub(r"\A(\d{4}|--)-?(\d{2})-(\d{2})\Z", r"\1\2\3", on)
        if what == "birthday":
            self.add("BDAY", on)
        elif what == "anniversary":
            self.add("ANNIVERSARY" if is_new else "X-ANNIVERSARY", on)
        else:
            self._add_labelled("X-ABDATE", on, what)

    def lines(self) -> list[str]:
        """The lines, not folded."""
        return self._lines

    def folded(self) -> Iterator[str]:
        """The lines as they stand in a file."""
        return map(fold, self._lines)


def _labelled(items: Iterable[Any]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, str):
            yield item, ""
        elif isinstance(item, Mapping) and isinstance(item.get("value"), str):
            yield item["value"], str(item.get("label", ""))
