"""Import ``friends.md``, the Markdown file of JacobEvelyn's ``friends``.

Four sections (``### Activities:``, ``### Notes:``, ``### Friends:``, ``### Locations:``) of list
items. People stand in ``**bold**``, places in ``_underscores_``, tags as ``@tag`` or
``@tag:narrower``; only what is marked is taken, since that program marks all it recognised when
it writes. A place the format would infer from an earlier journey is not taken over either.
"""

import re
from collections import Counter
from datetime import date
from typing import Any

from netui.domain.model.contact_row import fold
from netui.domain.model.kinds import BUILT_IN
from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import (
    EntryRecord,
    ParsedFile,
    PersonRecord,
    RejectedRecord,
    clean,
    decode,
    stable_id,
)

SOURCE = "friends"
LONGEST_LINE = 1 << 20
_Key = tuple[str, str, str]
_LINE_END = re.compile(r"\r{0,2}\n|\r")
_HEADING = re.compile(r"#{1,6}[ \t]*(activities|notes|friends|locations)[ \t]*:?[ \t]*\Z", re.IGNORECASE)
_BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[ \t]*(?::|\Z) ?")
_TAG = re.compile(r"\s?(?<![^\W_])@([^\W_](?:[:-]?[^\W_])*)")
_PERSON = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
_PLACE = re.compile(r"(?<![\w/])_(\w[^_]*)_(?![\w/])")
_NAME_END = re.compile(r" [(\[@]")
_ALIASES = re.compile(r"\(a\.k\.a\. (.*?)\)(?= ?(?:[\[@]|\Z))")
_HOME = re.compile(r" ?\[([^\]]*)\]")

_HAD = (
    r"(?:\A|\b(?:got|get|had|ate|grabbed|for|over|at|after|during|shared|cooked|made|enjoyed|did)[ ]"
    r"(?:(?:a|an|the|some|our|my|quick|long|late|early|nice|lovely|great|good|delicious)[ ]){0,3})"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("video", r"\b(?:video[ -]?(?:call|chat)\w*|facetimed?|skyped?|zoomed"
                  r"|(?:on|over) (?:zoom|skype|teams))\b"),
        ("call", r"\b(?:(?:on|over|by) the phone|by phone|phoned|rang|phone call|had a (?:long |quick )?call"
                 r"|called (?:\*\*|me\b))|\A(?:called|rang|phoned)\b|\*\*[^*]+\*\* called\b"),
        ("lunch", _HAD + r"(?:lunch|brunch)\b"),
        ("dinner", _HAD + r"(?:dinner|supper)\b"),
        ("coffee", _HAD + r"(?:coffees?|tea)\b"),
        ("drinks", _HAD + r"(?:drinks?|beers?|pints?|wine|cocktails?)\b"),
        ("email", r"\b(?:e-?mailed|(?:exchanged|traded) e-?mails"
                  r"|(?:wrote|sent|got) (?:\w+ ){0,2}?e-?mail)\b"),
        ("message", r"\b(?:texted|messaged|whatsapped)\b"),
        ("letter", r"\b(?:(?:wrote|sent|got|received) (?:\w+ ){0,2}?(?:letter|postcard))\b"),
        ("visit", r"\b(?:visited \*\*|came to (?:visit|stay)|stayed with \*\*)"),
        ("event", r"\b(?:at|to|attended|threw|hosted) (?:(?:\w+|\*\*[^*]+\*\*)(?:'s)? ){0,2}?"
                  r"(?:wedding|concert|conference|meetup|festival|party)\b"),
        ("intro", r"\bintroduced (?:me|us|\*\*)"),
    )
)  # fmt: skip


_WHO = r"\*\*[^*]+\*\*(?:, \*\*[^*]+\*\*)*"
_OWN_ACTIVITY = re.compile(rf"(\w+) with {_WHO}(?: in _([^_]+)_)?(?:: (.+)|(?=(?: @\S+)*\Z)(.*))\Z")
_OWN_NOTE = re.compile(rf"(){_WHO}:(?: in _([^_]+)_)? ?(.*)()\Z")
"""An activity and a note as :mod:`.friends_writer` writes them: kind, place, text."""
_LOOKALIKES = str.maketrans({"∗": "*", "‗": "_", "＠": "@"})


def read(data: bytes, file: str) -> ParsedFile:
    """Parses one ``friends.md``; never raises, whatever ``data`` is.

    People named only in an activity or note are imported too. An activity or note that names nobody,
    and every line that is no item of a section, is rejected with its line.
    """
    reader = _Reader(file)
    section = ""
    for number, line in enumerate(_LINE_END.split(decode(data)), 1):
        section = reader.take(number, line, section)
    return reader.reading()


class _DatedLine(NamedTuple):
    """An activity or note before its names are resolved."""

    number: int
    section: str
    on: date
    text: str
    raw: str


class _LineError(ValueError):
    """The reason a line is rejected."""


class _Reader:
    """Two passes: collects lines, then resolves names, since the friends are listed after the activities."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._people: dict[str, PersonRecord] = {}
        self._lines: list[_DatedLine] = []
        self._rejected: list[tuple[int, RejectedRecord]] = []

    def take(self, number: int, line: str, section: str) -> str:
        """Takes one line found in ``section``; returns the section of the next."""
        stripped = line.strip()
        if not stripped:
            return section
        if stripped.startswith("```"):
            return ""
        if heading := _HEADING.match(stripped):
            return heading[1].lower()
        try:
            if stripped.startswith("#"):
                section = ""
                raise _LineError("this heading is none of Activities, Notes, Friends and Locations")
            if not section:
                raise _LineError("it stands outside Activities, Notes, Friends and Locations")
            if len(stripped) > LONGEST_LINE:
                raise _LineError("the line is longer than 1 MiB")
            bullet = _BULLET.match(stripped)
            item = clean(stripped[bullet.end() :] if bullet else stripped)
            if section == "friends":
                self._friend(number, item, line, listed=bullet is not None)
            elif section != "locations":
                self._line(number, item, line, section)
            elif bullet is None:
                raise _LineError("a location starts with '- '")
        except _LineError as reason:
            self._reject(number, str(reason), line)
        return section

    def reading(self) -> ParsedFile:
        """Resolves names and returns the result."""
        names = _Names(self._people)
        seen: Counter[_Key] = Counter()
        entries = []
        for line in self._lines:
            entry = self._entry(line, names, seen)
            if entry is not None:
                entries.append(entry)
        rejected = tuple(reject for _, reject in sorted(self._rejected, key=lambda pair: pair[0]))
        return ParsedFile(tuple(self._people.values()), tuple(entries), rejected)

    def _reject(self, number: int, why: str, raw: str) -> None:
        self._rejected.append((number, RejectedRecord(self._file, f"line {number}", why, raw)))

    def _person(self, name: str, fields: dict[str, Any], number: int, raw: str) -> None:
        self._people[name] = PersonRecord(
            SOURCE, _restored(name), _restored(name), fields, self._file, f"line {number}", raw
        )

    def _friend(self, number: int, item: str, raw: str, *, listed: bool) -> None:
        if not listed:
            raise _LineError("a friend starts with '- '")
        item = f" {item}"
        end = _NAME_END.search(item)
        name = (item[: end.start()] if end else item).strip(" *")
        if not name:
            raise _LineError("there is no name on it")
        if name in self._people:
            raise _LineError(f"{name!r} is listed already on {self._people[name].where}; put it all there")
        self._person(name, _details(item[end.start() :].strip() if end else ""), number, raw)

    def _line(self, number: int, item: str, raw: str, section: str) -> None:
        dated = _DATED.match(item)
        if dated is None:
            raise _LineError("there is no date at its start (2018-01-04: …)")
        try:
            on = date.fromisoformat(dated[1])
        except ValueError:
            raise _LineError(f"{dated[1]} is no day of the calendar") from None
        self._lines.append(_DatedLine(number, section, on, item[dated.end() :], raw))

    def _entry(self, line: _DatedLine, names: "_Names", seen: Counter[_Key]) -> EntryRecord | None:
        marked = line.text
        people: dict[str, None] = {}
        for match in _PERSON.finditer(marked):
            name = names.resolved(match[1])
            if name not in self._people:
                self._person(name, {}, line.number, line.raw)
            people[name] = None
        if not people:
            self._reject(line.number, "it names nobody (people stand between ** and **)", line.raw)
            return None
        key = (line.section, line.on.isoformat(), marked)
        seen[key] += 1
        fields: dict[str, Any] = {"on": line.on, **_happened(marked, line.section)}
        if tags := _unique([match[1].lower() for match in _TAG.finditer(marked)]):
            fields["tags"] = tags
        ident = stable_id(SOURCE, *key, str(seen[key]))
        where = f"line {line.number}"
        uids = tuple(map(_restored, people))
        return EntryRecord(SOURCE, ident, uids, fields, self._file, where, line.raw)


class _Names:
    """Matches a bold name to a listed friend."""

    def __init__(self, people: dict[str, PersonRecord]) -> None:
        self._exact = frozenset(people)
        self._folded: dict[str, set[str]] = {}
        for name, person in people.items():
            for form in (name, *person.fields.get("aliases", ())):
                self._folded.setdefault(fold(form), set()).add(name)

    def resolved(self, name: str) -> str:
        """The friend of this exact name, else the only one whose name or alias folds to it, else the name."""
        fits = self._folded.get(fold(name), set())
        return next(iter(fits)) if name not in self._exact and len(fits) == 1 else name


def _details(rest: str) -> dict[str, Any]:
    """The contact keys in what follows a friend's name; anything unrecognised becomes a note."""
    fields: dict[str, Any] = {}
    if match := _ALIASES.match(rest):
        fields["aliases"] = _unique([_restored(alias.strip()) for alias in match[1].split(" a.k.a. ")])
        rest = rest[match.end() :]
    home = _HOME.match(rest)
    rest = rest[home.end() :] if home else rest
    if tags := _unique([match[1] for match in _TAG.finditer(rest)]):
        fields["tags"] = tags
    if home and home[1].strip():
        fields["location"] = _restored(home[1].strip())
    if left := _TAG.sub("", rest).strip():
        fields["notes"] = left
    return fields


def _kind(marked: str) -> str:
    """The kind that the text of an activity names, if exactly one; else ``meeting``."""
    said = _TAG.sub("", marked).lstrip(": ")
    kinds = [kind for kind, pattern in _KINDS if pattern.search(said)]
    return kinds[0] if len(kinds) == 1 else "meeting"


def _happened(marked: str, section: str) -> dict[str, Any]:
    """Kind, place and text of an activity or note; the text of one that netui wrote is what was written."""
    own = (_OWN_NOTE if section == "notes" else _OWN_ACTIVITY).match(marked)
    kind = own[1].lower() if own and own[1] else "note"
    if own and kind in BUILT_IN.contact:
        text = _restored(_TAG.sub("", own[3] or "").strip())
        place = _restored(own[2] or "")
        return {"kind": kind, **({"place": place} if place else {}), **({"text": text} if text else {})}
    found = {"kind": "note" if section == "notes" else _kind(marked)}
    if place_named := _PLACE.search(marked):
        found["place"] = place_named[1].strip()
    return {**found, "text": _restored(_plain(marked))}


def _restored(text: str) -> str:
    """``text`` with the marks for which the writer puts signs that look alike."""
    return text.translate(_LOOKALIKES)


def _plain(marked: str) -> str:
    """The sentence without Markdown and tags."""
    text = _PLACE.sub(r"\1", _PERSON.sub(r"\1", _TAG.sub("", marked)))
    return text.replace("()", "").strip().removeprefix(":").strip()


def _unique(words: list[str]) -> list[str]:
    """``words`` once each, in order, blanks left out."""
    return list(dict.fromkeys(word for word in words if word))
