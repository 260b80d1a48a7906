"""Parts of a file in the inbox: log lines, events, cards, or a mail, and the file without some of them.

An id is made of the bytes of a part alone, so that two machines that take in the same part make one entry of
it, whatever else was in the file by then.
"""

import re
from collections.abc import Collection
from datetime import date, datetime

from netui.domain.capture.lines import OpeningDay, split_lines
from netui.domain.named_tuple import NamedTuple
from netui.interchange.mail.headers import MessageHeader, parse_header
from netui.interchange.mail.mailbox_reader import is_message
from netui.interchange.records import decode, stable_id

LINE, EVENT, CARD, MAIL, UNKNOWN = "line", "event", "card", "mail", "unknown"
_SETTLED = b"X-Netui-Settled"
"""A header of a mail from oneself: the ids of its lines that were settled, as a mail cannot be cut."""
_SNIFFED = 64 << 10
_BLOCK = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*(VEVENT|VCARD)[ \t]*\r*\Z", re.IGNORECASE)
_UID = re.compile(rb"(?im)^UID(?:;[^:\r\n]*)?:(.*(?:\r?\n[ \t].*)*)")
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")


class Part(NamedTuple):
    """One thing in a file: ``what`` it is, and the number of its first line.

    ``text`` is the log line, and ``day`` the heading it stands below, "" without one; of an unknown file the
    text says why it is none. ``data`` is an event or card as a file of its
    own, or a whole mail. ``rows`` are the numbers of its lines; ``when`` is the moment that its days are
    counted from, where the file says it.
    """

    id: str
    what: str
    line: int
    text: str = ""
    data: bytes = b""
    rows: frozenset[int] = frozenset()
    when: datetime | None = None
    day: str = ""


class InboxItem(NamedTuple):
    """One thing that waits: in which ``file``, and on which ``line`` of it.

    ``text`` is the log line that accepting it saves, or several of them, of a card the name; ``understood``
    says in words what would be saved, and ``on`` its day. ``problem`` is why it cannot be accepted as it is;
    it may be corrected as a line, or dropped.
    """

    id: str
    file: str
    what: str
    line: int
    text: str
    understood: str
    on: date | None
    problem: str
    part: Part

    @property
    def where(self) -> str:
        """The place for people: the file, and the line where it has several."""
        return self.file if self.what in (MAIL, UNKNOWN) else f"{self.file}:{self.line}"


def split_file(data: bytes, own: Collection[str], opening_day: OpeningDay | None = None) -> list[Part]:
    """The parts of a file; ``own`` are one's own addresses, whose mails hold log lines.

    ``opening_day`` finds the lines that are the day of those below.
    """
    start = data[:_SNIFFED]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = _encoded(start)
    upper = start.upper()
    if b"BEGIN:VCALENDAR" in upper or b"BEGIN:VEVENT" in upper:
        return _events(data)
    if b"BEGIN:VCARD" in upper:
        return _cards(data)
    if is_message(start):
        return _mail(data, own, opening_day)
    if b"\0" in start:
        return [_unknown(data, "it is no text, calendar, card or mail: drop it, or move it elsewhere")]
    return _lines(data, opening_day)


def without_parts(data: bytes, taken: Collection[Part]) -> bytes:
    """The file without these parts."""
    rows = frozenset[int]().union(*(part.rows for part in taken))
    if not rows:
        idents = " ".join(part.id for part in taken).encode()
        end = b"\r\n" if b"\r\n" in data[:_SNIFFED] else b"\n"
        return _SETTLED + b": " + idents + end + data
    lines = _encoded(data).splitlines(keepends=True)
    return b"".join(line for number, line in enumerate(lines, 1) if number not in rows)


def _lines(data: bytes, opening_day: OpeningDay | None) -> list[Part]:
    """The log lines of a text with what continues them; the last below a heading has that too."""
    text = _encoded(data).decode()
    rows = text.split("\n")
    logged = split_lines(text, opening_day)
    headings = {each.day_number for each in logged}
    starts = sorted({each.number for each in logged} | headings)
    ends = dict(zip(starts, [*starts[1:], len(rows) + 1], strict=False))
    parts: dict[str, Part] = {}
    below: dict[int, set[str]] = {}
    for each in logged:
        last = ends[each.number]
        own = frozenset(number for number in range(each.number, last) if _continues(rows[number - 1]))
        ident = stable_id("inbox", *filter(None, (each.day, each.text)))
        part = Part(ident, LINE, each.number, each.text, rows=own, day=each.day)
        first = parts.setdefault(ident, part)  # a line that stands there twice is one
        parts[ident] = first._replace(rows=first.rows | own)
        below.setdefault(each.day_number, set()).add(ident)
    for number, idents in below.items():
        if number and len(idents) == 1:
            (ident,) = idents
            parts[ident] = parts[ident]._replace(rows=parts[ident].rows | {number})
    return list(parts.values())


def _continues(row: str) -> bool:
    return bool(row.strip()) and not row.startswith("# ")


def _encoded(data: bytes) -> bytes:
    """A text in UTF-8 with plain line ends, so that its lines can be cut out."""
    return decode(data).replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")


def _events(data: bytes) -> list[Part]:
    """The events of a calendar, those of one UID together, each as a calendar of its own."""
    lines, blocks = _blocks(data)
    by_uid: dict[bytes, list[range]] = {}
    for block in blocks:
        found = _UID.search(b"".join(lines[block.start - 1 : block.stop - 1]))
        by_uid.setdefault(found[1].strip() if found else str(block.start).encode(), []).append(block)
    inside = {number for block in blocks for number in block}
    ends = [
        n for n, line in enumerate(lines, 1) if n not in inside and line.strip().upper() == b"END:VCALENDAR"
    ]
    head = [line for n, line in enumerate(lines, 1) if n not in inside and n not in ends]
    parts = []
    for group in by_uid.values():
        own = [line for block in group for line in lines[block.start - 1 : block.stop - 1]]
        rows = frozenset(number for block in group for number in block)
        text = b"".join(own)
        ident = stable_id("inbox", text.decode("utf-8", "replace"))
        parts.append(
            Part(ident, EVENT, group[0].start, data=b"".join((*head, *own, b"END:VCALENDAR\r\n")), rows=rows)
        )
    return parts or [_unknown(data, "there is no event in it: drop it, or move it elsewhere")]


def _cards(data: bytes) -> list[Part]:
    lines, blocks = _blocks(data)
    parts = []
    for block in blocks:
        card = b"".join(lines[block.start - 1 : block.stop - 1])
        ident = stable_id("inbox", card.decode("utf-8", "replace"))
        parts.append(Part(ident, CARD, block.start, data=card, rows=frozenset(block)))
    return parts


def _blocks(data: bytes) -> tuple[list[bytes], list[range]]:
    """The lines of a file, and the numbers of those of each event or card, with what stands inside it."""
    lines = _encoded(data).splitlines(keepends=True)
    blocks, depth, start = [], 0, 0
    for number, line in enumerate(lines, 1):
        mark = _BLOCK.match(line.rstrip(b"\n"))
        if mark is None:
            continue
        is_begin = mark[1].upper() == b"BEGIN"
        if is_begin and depth == 0:
            start = number
        depth = depth + 1 if is_begin else max(depth - 1, 0)
        if depth == 0 and start:
            blocks.append(range(start, number + 1))
            start = 0
    if start:
        blocks.append(range(start, len(lines) + 1))
    return lines, blocks


def _mail(data: bytes, own: Collection[str], opening_day: OpeningDay | None) -> list[Part]:
    """A mail from oneself as its log lines, any other as one part."""
    head = _END_OF_HEADER.split(data, maxsplit=1)[0]
    header = parse_header(head)
    if header.sender is None or header.sender.address not in own:
        return [Part(stable_id("inbox", header.ident), MAIL, 1, data=head)]
    from netui.interchange.mail.first_text import first_text

    settled = set(" ".join(re.findall(rf"(?im)^{_SETTLED.decode()}:(.*)$", decode(head))).split())
    parts = [
        part._replace(rows=frozenset(), when=_moment(header))
        for part in _lines(first_text(data).encode("utf-8", "replace"), opening_day)
        if part.id not in settled
    ]
    return parts or [_unknown(data, "there is no text in it: drop it")] if not settled else parts


def _moment(header: MessageHeader) -> datetime | None:
    return datetime.combine(header.day, datetime.min.time()).replace(hour=12) if header.day else None


def _unknown(data: bytes, why: str) -> Part:
    return Part(stable_id("inbox", data[:_SNIFFED].decode("latin-1")), UNKNOWN, 1, why)
