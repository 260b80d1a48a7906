"""Revise a vCard: write a contact back into the card it came from, changing only the lines that changed.

Version, order, groups, folding and every property that netui has no place for stay as they are. A line stays
while the contact still holds all that was read from it; else it loses what is gone, or goes. What is new in
the contact follows behind the others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netui.domain.named_tuple import NamedTuple
from netui.interchange.vcard.content_lines import (
    Property,
    escape,
    fold,
    logical_lines,
    parse_property,
    physical_lines,
)
from netui.interchange.vcard.fields import display_name, fields_by_property
from netui.interchange.vcard.writer import (
    LABELLED,
    LISTS,
    TEXTS,
    CardLines,
    Item,
    items_of,
    text_of,
    uid_of,
    words_of,
)

_GROUP = re.compile(r"\Aitem(\d+)\Z", re.IGNORECASE)
_ONCE = frozenset(
    (
        "VERSION",
        "UID",
        "REV",
        "PRODID",
        "FN",
        "N",
        "KIND",
        "NAME",
        "PROFILE",
        "CLASS",
        "SORT-STRING",
        "SOURCE",
    )
)
"""What a card says of itself, or may say only once."""
_CHARSET = re.compile(r"(;CHARSET=)[^;:]+", re.IGNORECASE)


def revise_card(
    raw: str,
    ident: str,
    document: Mapping[str, Any],
    names: Mapping[str, str],
    people: Mapping[str, str],
    others: Iterable[str] = (),
) -> str:
    """The card ``raw`` with what the contact holds now; ``people`` are names by the UIDs that cards give.

    ``others`` are further cards of somebody merged from several: what they have and netui has no place for
    is added.
    """
    lines = _lines(raw)
    card = [line.said for line in lines if line.said is not None]
    revision = _Revision(card, ident, document, names, people)
    text = ["BEGIN:VCARD"]
    for line in lines:
        fate = revision.fate(line.said) if line.said is not None else None
        text += [line.text] if fate is None else map(_folded, fate)
    for other in others:
        revision.take_unknown([line.said for line in _lines(other) if line.said is not None])
    text += [*map(_folded, revision.additions()), "END:VCARD", ""]
    return re.sub(r"\r*\n", "\r\n", "\n".join(text))


def revise_file(
    data: bytes, ident: str, document: Mapping[str, Any], names: Mapping[str, str], people: Mapping[str, str]
) -> bytes:
    """The bytes of a file with one card in UTF-8, with what the contact holds now.

    Every line that stays, pictures among them, and the line ends stay byte for byte.
    """
    pieces = physical_lines(data)
    end = "\r\n" if b"\r\n" in data else "\n"
    depth, closing = 0, len(pieces)
    places: list[tuple[int, int, Property]] = []
    for number, line, folded in logical_lines(data):
        mark = line.strip().upper().replace(b" ", b"").removeprefix(b"\xef\xbb\xbf")
        depth += mark == b"BEGIN:VCARD"
        if mark == b"END:VCARD":
            closing = number - 1 if depth == 1 else closing
            depth -= 1
        elif depth == 1 and (said := parse_property(line)) is not None:
            places.append((number - 1, folded.count(b"\n") + 1, said))
    revision = _Revision([said for _, _, said in places], ident, document, names, people)
    for at, count, said in places:
        if (fate := revision.fate(said)) is not None:
            pieces[at : at + count] = [_in_bytes(fate, end), *[b""] * (count - 1)]
    pieces.insert(closing, _in_bytes(revision.additions(), end))
    return b"".join(pieces)


def _in_bytes(lines: Sequence[str], end: str) -> bytes:
    return "".join(fold(line).replace("\r\n", end) for line in lines).encode()


class _Line(NamedTuple):
    """A content line as it stands; ``said`` is None for what is no property of the card itself."""

    text: str
    said: Property | None


def _lines(raw: str) -> list[_Line]:
    """The lines between the card's own BEGIN and END."""
    found, depth = [], 0
    for _, line, folded in logical_lines(raw.encode("utf-8", "replace")):
        mark = line.strip().upper().replace(b" ", b"")
        depth += mark == b"BEGIN:VCARD"
        if depth > 1 or (depth == 1 and mark not in (b"BEGIN:VCARD", b"END:VCARD")):
            found.append(_Line(_in_utf8(folded.decode()), parse_property(line) if depth == 1 else None))
        depth -= mark == b"END:VCARD"
    return found


def _in_utf8(text: str) -> str:
    """A line that declares the charset in which it is written from now on."""
    if text.isascii():
        return text
    head, colon, value = text.partition(":")
    return _CHARSET.sub(r"\1UTF-8", head) + colon + value


def _folded(line: str) -> str:
    return fold(line).removesuffix("\r\n")


class _Revision:
    """Decides what becomes of each property, then what of the contact is still to be written."""

    def __init__(
        self,
        card: Sequence[Property],
        ident: str,
        document: Mapping[str, Any],
        names: Mapping[str, str],
        people: Mapping[str, str],
    ) -> None:
        called = display_name(card)
        said, self._taken = fields_by_property(card, called, people)
        self._words = {key: words_of(document, key) for key in LISTS}
        self._texts = {key: text_of(document, key) for key in TEXTS}
        self._items = {key: items_of(document, key, names) for key in (*LABELLED, "date", "related")}
        self._written: set[tuple[str, Any]] = set()
        groups = [int(match[1]) for each in card if (match := _GROUP.match(each.group))]
        version = next((each.value.strip() for each in card if each.name == "VERSION"), "3.0")
        self._lines = CardLines(version, max(groups, default=0))
        self._name = str(document.get("name", ident))
        self._is_renamed = self._name != called
        self._uid = "" if any(each.name == "UID" for each in card) else uid_of(ident, document)
        self._keeps_notes = self._texts["notes"].strip() == self._taken.get("notes", "")
        self._noted: set[str] = set()
        self._lines_said = {(each.name, each.value) for each in card}
        self._unknown: list[tuple[str, str]] = []
        if not self._keeps_notes:
            self._divide_notes(card, said)
        self._fates = {id(each): self._decide(each, found) for each, found in zip(card, said, strict=True)}
        self._drop_labels(card)

    def fate(self, each: Property) -> Sequence[str] | None:
        """The lines that a property becomes; None where it stays as it is."""
        return self._fates[id(each)]

    def take_unknown(self, card: Sequence[Property]) -> None:
        """Takes the properties of another card that netui has no place for, with their labels."""
        said, _ = fields_by_property(card, display_name(card), {})
        placed = {each.group for each, found in zip(card, said, strict=True) if found} - {""}
        groups: dict[str, str] = {"": ""}
        for each, found in zip(card, said, strict=True):
            line = each.name, each.value
            is_empty = not each.value.strip("; ")
            if found or is_empty or each.group in placed or each.name in _ONCE or line in self._lines_said:
                continue
            self._lines_said.add(line)
            if each.group not in groups:
                groups[each.group] = f"{self._lines.new_group()}."
            self._unknown.append((f"{groups[each.group]}{each.head}", each.value.replace("\n", "\\n")))

    def additions(self) -> list[str]:
        """The lines of what no property of the card said."""
        lines, start = self._lines, len(self._lines.lines())
        if self._is_renamed and self._name:
            lines.add_name(self._name)
        for key, words in self._words.items():
            lines.add_list(key, [word for word in words if (key, word) not in self._written])
        for key, text in self._texts.items():
            if (key, text) not in self._written:
                lines.add_text(key, text)
        for key, items in self._items.items():
            for item in items:
                if (key, item) not in self._written:
                    lines.add_item(key, item)
        for head, value in self._unknown:
            lines.add(head, value)
        if self._uid:
            lines.add("UID", escape(self._uid))
        return lines.lines()[start:]

    def _decide(self, each: Property, said: Mapping[str, Any]) -> Sequence[str] | None:
        start = len(self._lines.lines())
        if each.name in ("FN", "N") and self._is_renamed:
            stays = self._rename(each.name)
        else:
            stays = not [key for key, value in said.items() if not self._write(key, value, each.name)]
        return None if stays else self._lines.lines()[start:]

    def _rename(self, name: str) -> bool:
        """Both lines of the name are written where FN stands; N goes."""
        if name == "FN":
            self._lines.add_name(self._name)
            self._name = ""
        return False

    def _write(self, key: str, said: Any, name: str) -> bool:
        """Whether the contact still has all that a property says; else writes what it has of it."""
        if key == "notes":
            return self._write_notes(said, name)
        if key in self._texts:
            return self._write_text(key, said)
        if key in self._words:
            return self._write_words(key, said)
        return not [item for item in items_of({key: said}, key, {}) if not self._write_item(key, item)]

    def _write_text(self, key: str, said: str) -> bool:
        present = self._texts[key]
        self._written.add((key, present))
        if present != said:
            self._lines.add_text(key, present)
        return present == said

    def _write_words(self, key: str, said: Sequence[str]) -> bool:
        taken = self._taken.get(key, ())
        left = [word for word in said if word in self._words[key] or word not in taken]
        self._written.update((key, word) for word in left)
        if len(left) != len(said):
            self._lines.add_list(key, left)
        return len(left) == len(said)

    def _write_item(self, key: str, item: Item) -> bool:
        taken = items_of(self._taken, key, {})
        if item in self._items[key] or item not in taken:  # of two alike only one is taken
            self._written.add((key, item))
            return True
        at = 1 if key == "date" else 0
        for other in self._items[key]:
            if other[at] == item[at] and other not in taken and (key, other) not in self._written:
                self._written.add((key, other))
                self._lines.add_item(key, other)
                break
        return False

    def _divide_notes(self, card: Sequence[Property], said: Sequence[Mapping[str, Any]]) -> None:
        """Takes from the notes what other properties than NOTE still say."""
        for each, found in zip(card, said, strict=True):
            for part in found.get("notes", ()) if each.name != "NOTE" else ():
                before, is_there, behind = self._texts["notes"].partition(part)
                if is_there:
                    self._noted.add(part)
                    self._texts["notes"] = "\n\n".join(filter(None, (before.rstrip(), behind.lstrip())))

    def _write_notes(self, said: Sequence[str], name: str) -> bool:
        """New notes stand where the first NOTE stood."""
        if self._keeps_notes:
            self._written.add(("notes", self._texts["notes"]))
            return True
        if name != "NOTE":
            return all(part in self._noted for part in said)
        self._lines.add_text("notes", self._texts["notes"])
        self._texts["notes"] = ""
        return False

    def _drop_labels(self, card: Sequence[Property]) -> None:
        """A label goes with what it stood at."""
        for label in card:
            if label.name == "X-ABLABEL":
                others = [each for each in card if each.group == label.group and each.name != "X-ABLABEL"]
                if others and all(self._fates[id(each)] is not None for each in others):
                    self._fates[id(label)] = []
