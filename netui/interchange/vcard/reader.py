"""Read vCards: every card of a file becomes a person; broken ones are rejected with their line."""

from collections.abc import Iterator

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import ParsedFile, PersonRecord, RejectedRecord, clean, made_up_uid
from netui.interchange.vcard.content_lines import Property, decode_line, logical_lines, parse_property
from netui.interchange.vcard.fields import contact_fields, display_name, plain_uid

SOURCE = "vcard"
LARGEST_CARD = 1 << 20
"""Bytes of one card without its photos, sounds and keys."""
MOST_CARDS = 50_000
_DEEPEST = 4


class Card(NamedTuple):
    """The properties of one card, and its text as it stands, without photos; ``line`` is where it begins.

    ``why`` says what is wrong with it, if anything is.
    """

    line: int
    properties: list[Property]
    raw: str
    why: str = ""

    @property
    def where(self) -> str:
        """The place in the file, for a report."""
        return f"line {self.line}" if self.line else ""


def read(data: bytes, file: str) -> ParsedFile:
    """Parses a file of one or many cards; never raises, whatever ``data`` is."""
    cards = list(_cards(_as_utf8(data)))
    if not cards and data.strip():
        why = "there is no card in it (BEGIN:VCARD)"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    return people_of(cards, file)


def people_of(cards: list[Card], file: str) -> ParsedFile:
    """The people of the cards of one file, with the groups that they are in as tags."""
    rejected = [_rejected(card, card.why, file) for card in cards if card.why]
    good = [card for card in cards if not card.why and not _is_group(card)]
    names = {uid: display_name(card.properties) for card in good if (uid := _uid(card))}
    tags = _group_tags(cards)
    people: list[PersonRecord] = []
    seen: dict[str, str] = {}
    for card in good:
        name = display_name(card.properties)
        if not name:
            rejected.append(_rejected(card, "the card has no name", file))
            continue
        fields = contact_fields(card.properties, name, names)
        uid = _uid(card)
        if tags.get(uid):
            fields["tags"] = list(dict.fromkeys((*fields.get("tags", ()), *tags[uid])))
        if not uid or seen.setdefault(uid, fold(name)) != fold(name):
            uid = made_up_uid(name, fields)  # none, or one that another person has
        people.append(PersonRecord(SOURCE, uid, name, fields, file, card.where, card.raw))
    return ParsedFile(tuple(people), (), tuple(rejected))


def _rejected(card: Card, why: str, file: str) -> RejectedRecord:
    return RejectedRecord(file, card.where, why, card.raw, _uid(card))


def _as_utf8(data: bytes) -> bytes:
    """The file in UTF-8, where its byte order mark says that it is something else; without NUL bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")


def _cards(data: bytes) -> Iterator[Card]:
    """The cards of a file in order; a card within another (AGENT) is passed over."""
    depth, count, start = 0, 0, 0
    properties: list[Property] = []
    size, raw, why = 0, list[str](), ""
    for number, line, folded in logical_lines(data):
        mark = line.strip().upper().replace(b" ", b"")
        if mark == b"BEGIN:VCARD":
            if depth == 1 and not _ends_open(properties):
                yield Card(start, properties, "\n".join(raw), "the card has no end (END:VCARD)")
                depth = 0
            depth += 1
            if depth == 1:
                start, properties, size, raw, why = number, [], 0, [], ""
            elif depth > _DEEPEST:
                why = f"cards stand in each other more than {_DEEPEST} deep"
        elif depth == 1 and mark != b"END:VCARD" and size <= LARGEST_CARD:
            found = parse_property(line)
            properties += [found] if found else []
        size += len(line)
        if size > LARGEST_CARD:
            why = why or f"the card is larger than {LARGEST_CARD >> 20} MiB"
        elif depth:
            raw.append(_text(line, folded))
        if mark == b"END:VCARD" and depth:
            depth -= 1
            if depth == 0:
                count += 1
                if count > MOST_CARDS:
                    yield Card(start, [], "", f"more than {MOST_CARDS:,} cards; split the file")
                    return
                yield Card(start, properties, "\n".join(raw), why)
    if depth:
        yield Card(start, properties, "\n".join(raw), "the file ends within the card (no END:VCARD)")


def _text(line: bytes, folded: bytes) -> str:
    """A line as it stands, unfolded only where it is folded within a character."""
    if line != folded:
        try:
            return folded.decode()
        except UnicodeDecodeError:
            pass
    return decode_line(line)


def _ends_open(properties: list[Property]) -> bool:
    """Whether the last property is an AGENT whose card begins on the next line."""
    return bool(properties) and properties[-1].name == "AGENT"


def _uid(card: Card) -> str:
    return next((plain_uid(clean(each.text)) for each in card.properties if each.name == "UID"), "")


def _is_group(card: Card) -> bool:
    """Whether the card is a list of people, not a person."""
    kinds = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
    return any(each.name in kinds and each.value.strip().lower() == "group" for each in card.properties)


def _group_tags(cards: list[Card]) -> dict[str, list[str]]:
    """The names of the groups that each UID belongs to."""
    found: dict[str, list[str]] = {}
    for card in cards:
        if not _is_group(card):
            continue
        name = display_name(card.properties)
        for each in card.properties:
            if each.name in ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER") and name:
                found.setdefault(plain_uid(clean(each.text)), []).append(name)
    return found
