"""Serialize a parsed line as text; parsing that text gives an equal line (round trip)."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from netui.domain.capture.model import ParsedLine, ParsedPromise, Person
from netui.domain.capture.tokens.due_dates import PHRASAL, dated_words
from netui.domain.capture.tokens.lexer import AT, PLAIN, QUOTED, Lexer, Token, quote_value

if TYPE_CHECKING:  # logging a line loads no models
    from netui.domain.model.entry import Entry, Promise


def from_entry(
    entry: "Entry", promises: "Sequence[Promise]" = (), names: Mapping[str, str] | None = None
) -> ParsedLine:
    """An entry and its promises as a :class:`ParsedLine`; ``names`` maps ids to names."""
    known = names or {}
    ids = [ident for ident in dict.fromkeys((entry.contact, *entry.with_)) if ident]
    return ParsedLine(
        kind=entry.kind,
        on=entry.on,
        people=tuple(Person(ident, known.get(ident, ident)) for ident in ids),
        text=entry.text.strip(),
        promises=tuple(ParsedPromise(promise.by, promise.text, promise.due) for promise in promises),
        tags=entry.tags,
        goals=entry.goals,
        gave=entry.gave,
        got=entry.got,
        learned=entry.learned,
        started_by=entry.started_by,
        place=entry.place,
        typed=True,
        dated=True,
    )


def render(captured: ParsedLine) -> str:
    """The text that parses to ``captured`` among the same people, kinds and goals.

    Kind, people and day are always written. Words of the text that would be marks get a backslash.
    """
    head = [captured.kind]
    if captured.people:
        head.append("with")
        head += [_person(person) for person in captured.people]
    head.append(_day(captured.on))
    line = " ".join(head)
    if captured.text:
        line += ": " + _guarded(captured.text, mentions=bool(captured.people))
    parts = [line]
    parts += [f"#{quote_value(tag)}" for tag in captured.tags]
    parts += [f"^{quote_value(goal)}" for goal in captured.goals]
    parts += [f"gave:{quote_value(word)}" for word in captured.gave]
    parts += [f"got:{quote_value(word)}" for word in captured.got]
    if captured.place:
        parts.append(f"place:{quote_value(captured.place)}")
    if captured.started_by in ("me", "them"):
        parts.append(f"from:{captured.started_by}")
    if captured.learned:
        parts.append("learned:" + _guarded(captured.learned))
    parts += [_promise(promise) for promise in captured.promises]
    return " ".join(parts)


def _person(person: Person) -> str:
    return f"@{quote_value(person.id)}" if person.id else f"@{quote_value(person.name)} (new)"


def _day(on: date) -> str:
    if not isinstance(on, datetime) or on.second or on.microsecond:
        return on.isoformat()
    return f"{on:%Y-%m-%d %H:%M}" if on.year > 999 else on.isoformat()


def _promise(promise: ParsedPromise) -> str:
    sign = ">" if promise.by == "me" else "<"
    due = f" by {promise.due.isoformat()}" if promise.due else ""
    words = _guarded(promise.text + due, due=not due)  # what follows can make a mark of a sign at the end
    words = words.removesuffix(due) if due else _undated(words)
    if not words[:1].isalpha() and words[:1] not in "\"“'‘(\\@":
        words = "\\" + words
    last = words.rsplit(None, 1)[-1].casefold()
    to = f"{_person(promise.with_)} " if promise.with_ is not None else ""
    return f"{sign}{to}{words}{',' if due and last in PHRASAL else ''}{due}"


def _undated(text: str) -> str:
    """``text`` with a backslash before each word that would be read as a due date."""
    tokens = Lexer(text).tokenize()
    for at in reversed(dated_words([token.word for token in tokens])):
        start = tokens[at].word.start
        text = f"{text[:start]}\\{text[start:]}"
    return text


def _guarded(text: str, *, mentions: bool = True, due: bool = False) -> str:
    """``text`` with a backslash before each word that would be read as a mark."""
    pieces, at = [], 0
    after = 0  # of the last word guarded: marks within it are guarded with it
    for token in Lexer(text).tokenize():
        if token.start >= after and _reads_as_mark(token, text, mentions=mentions, due=due):
            pieces += [text[at : token.start], "\\"]
            at = token.start
            after = at + len(text[at:].split(None, 1)[0])
    return "".join([*pieces, text[at:]])


_OPENS_VALUE = re.compile(r'(?i)(?:[#^@]|(?:got|gave|from|place):)"')


def _reads_as_mark(token: Token, text: str, *, mentions: bool, due: bool) -> bool:
    if _OPENS_VALUE.match(text, token.start) and text.count('"', token.start, token.end) < 2:
        return True  # a quote in what is written behind it would close the value
    if token.what == AT:
        return not mentions
    if token.what == QUOTED:
        return bool(token.sign)
    if token.what == PLAIN:
        opens = text[token.start] in '"“«' or text[token.start : token.start + 2] in ('("', "(“", "(«")
        return opens or (due and token.word.key == "by" and not token.word.after)
    return True
