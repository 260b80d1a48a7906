"""Events of an iCalendar file as text, before their values are parsed: one that is broken harms no other.

Only the properties that a timeline needs are kept: alarms, attachments and descriptions are passed over, and
so are definitions of time zones, as days and times are taken over as the event says them.
"""

from collections.abc import Iterator

from netui.domain.named_tuple import NamedTuple
from netui.interchange.vcard.content_lines import decode, logical_lines

MAX_BYTES = 1 << 20
"""The most that is kept of one event."""
_WANTED = frozenset((
    "UID", "DTSTART", "RECURRENCE-ID", "RRULE", "EXRULE", "RDATE", "EXDATE", "SUMMARY", "LOCATION", "STATUS",
    "CLASS", "ATTENDEE", "ORGANIZER", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-NETUI",
))  # fmt: skip
_RULES = ("RRULE", "EXRULE")
"""Properties without blanks, which some programs write into them."""
_OF_CALENDAR = ("METHOD", "X-WR-TIMEZONE", "X-WR-CALNAME")


class EventText(NamedTuple):
    """One event: its content lines, the line it begins on, and what its calendar says of all events.

    ``problem`` says why it cannot be used. ``calendar`` holds METHOD, X-WR-TIMEZONE and X-WR-CALNAME.
    """

    lines: tuple[str, ...]
    line: int
    calendar: dict[str, str]
    problem: str = ""

    def first(self, name: str) -> str:
        """The value of the first property of this name, as it stands; "" where there is none."""
        return next((value_of(each) for each in self.lines if name_of(each) == name), "")

    def has(self, name: str) -> bool:
        """Whether there is a property of this name."""
        return any(name_of(each) == name for each in self.lines)

    @property
    def source(self) -> str:
        """The event as it can be parsed by itself."""
        return "\r\n".join(("BEGIN:VEVENT", *self.lines, "END:VEVENT", ""))


def read_events(data: bytes) -> Iterator[EventText]:
    """The events of a file, in its order; never raises."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    calendar: dict[str, str] = {}
    inside: list[str] = []
    lines: list[str] = []
    at = size = 0
    for number, raw, _ in logical_lines(data.removeprefix(b"\xef\xbb\xbf")):
        head = raw[:100].decode("ascii", "replace")
        name = name_of(head)
        if name == "BEGIN":
            component = value_of(head).strip().upper()
            if component == "VCALENDAR":
                calendar, inside = {}, []
            elif component == "VEVENT":
                # An event within another one means that the end of the first is missing.
                if "VEVENT" in inside:
                    yield EventText(tuple(lines), at, calendar, "it has no end")
                inside, lines, at, size = [], [], number, 0
            inside.append(component)
        elif name == "END":
            component = value_of(head).strip().upper()
            if component in inside:
                del inside[inside.index(component) :]
            if component == "VEVENT" and at:
                yield EventText(tuple(lines), at, calendar, _problem(size))
                lines, at = [], 0
        elif inside[-1:] == ["VEVENT"] and name in _WANTED:
            size += len(raw)
            if size <= MAX_BYTES:
                line = decode(raw, "")
                lines.append("".join(line.split()) if name in _RULES else line)
        elif inside[-1:] == ["VCALENDAR"] and name in _OF_CALENDAR:
            calendar[name] = value_of(decode(raw, "")).strip()
    if at:
        yield EventText(tuple(lines), at, calendar, "it has no end: the file is cut off")


def name_of(line: str) -> str:
    """The name of a content line, in capitals."""
    return line.partition(":")[0].partition(";")[0].strip().upper()


def value_of(line: str) -> str:
    """What follows the first colon that stands in no quotes."""
    is_quoted = False
    for at, letter in enumerate(line):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter == ":" and not is_quoted:
            return line[at + 1 :]
    return ""


def _problem(size: int) -> str:
    return f"it is larger than {MAX_BYTES >> 20} MiB" if size > MAX_BYTES else ""
