"""Extracts the rows of the index from the parsed TOML of a contact, without building models.

Only the types that the index relies on are checked here, in a few microseconds a contact; the whole file
is validated when it is opened, changed or checked.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from netui.domain.model.contact_row import ONESELF, fold, name_key
from netui.domain.model.dates import DAY_OF_DEATH, UNKNOWN_DAY, PartialDate, Span, when_from
from netui.domain.model.kinds import Kinds
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.signs import sign_index
from netui.storage.index.facts import fact_lines
from netui.storage.toml.parse import parse


class Malformed(ValueError):
    """A value of the wrong type; ``path`` leads to it from the top of the document."""

    def __init__(self, path: tuple[str | int, ...], why: str):
        super().__init__(why)
        self.path = path
        self.why = why


class ExtractedContact(NamedTuple):
    """The rows that one contact file becomes.

    ``columns`` are the :class:`~netui.domain.model.contact_row.ContactRow` fields that the file itself
    gives; ``head`` is its JSON without timeline and promises; ``named`` (name, aliases, org, tags), ``notes``
    and ``topics`` are folded text, for filtering the list and for topic search; ``facts`` are lines of what
    else the file holds (:mod:`netui.storage.index.facts`); ``signs`` are the words that hold a sign, and the
    tags (:mod:`netui.domain.query.signs`). ``entries``, ``promises``, ``dates``,
    ``opportunities`` are rows of those tables after the contact's id; ``names`` are rows of ``name``
    without the row id;
    ``links`` are another contact's id or name, that as names are compared, ``met`` or ``related``, and
    the relation (``father``).
    """

    columns: dict[str, Any]
    head: str
    named: str
    notes: str
    topics: str
    facts: str
    signs: str
    names: list[tuple[str, int]]
    entries: list[tuple[Any, ...]]
    promises: list[tuple[Any, ...]]
    dates: list[tuple[Any, ...]]
    opportunities: list[tuple[Any, ...]]
    links: list[tuple[str, str, str, str]]


def extract_contact(
    stem: str, document: Mapping[str, Any], kinds: Kinds, entries: list[tuple[Any, ...]] | None = None
) -> ExtractedContact:
    """The rows of one contact file; raises :class:`Malformed` at the first value of a wrong type.

    ``entries`` are the rows of its timeline if they were extracted already.
    """
    name = document.get("name")
    if not isinstance(name, str) or not name.strip():
        raise Malformed(
            ("name",), "a contact needs a name in quotes" if name is None else "name must be text"
        )
    aliases, tags = _texts(document, "aliases"), _texts(document, "tags")
    roles, knows = _texts(document, "roles"), _texts(document, "knows")
    org, title, notes = _text(document, "org"), _text(document, "title"), _text(document, "notes")
    named = "\n".join((name, *aliases, org, *tags))
    about = (title, org, *roles, *tags, *knows, *_texts(document, "seeks"), *_texts(document, "interests"))
    facts = fact_lines(document)
    rhythm = _table(document, "rhythm")
    dates = [_important_date(item, at) for at, item in enumerate(_tables(document, "date"))]
    keys = _keys(document, dates)
    if "died" in document:
        dates += _day_of_death(document["died"])
    columns = {
        "name": name,
        "aliases": "\n".join(aliases),
        "roles": "\n".join(roles),
        "tags": "\n".join(tags),
        "org": org,
        "title": title,
        "location": _text(document, "location"),
        "knows": "\n".join(knows),
        "goals": "\n".join(_texts(document, "goals")),
        "every": _every(rhythm),
        "mode": _mode(rhythm),
        "snoozed_until": _ordinal(rhythm.get("snoozed_until"), ("rhythm", "snoozed_until")),
        "archived": _apart(document),
        "died": int("died" in document),
        "keys": keys,
    }
    if entries is None:
        entries = [entry_row(item, at, kinds, stem) for at, item in enumerate(_tables(document, "timeline"))]
    return ExtractedContact(
        columns,
        _json({k: v for k, v in document.items() if k not in ("timeline", "promise")}),
        fold(named),
        fold(notes),
        fold("\n".join(about)),
        facts,
        sign_index(f"{named}\n{notes}\n{facts}", "\n".join(tags)),
        _names((name, *aliases, stem)),
        entries,
        [promise_row(item, at) for at, item in enumerate(_tables(document, "promise"))],
        dates,
        [_opportunity(item) for item in _tables(document, "opportunity")],
        _links(document),
    )


def extract_text(stem: str, text: str, where: str, kinds: Kinds) -> ExtractedContact:
    """The rows of a contact's TOML, by the parser; raises Unreadable and Malformed."""
    return extract_contact(stem, parse(text, where), kinds)


def _apart(document: Mapping[str, Any]) -> int:
    """Column ``archived``: why somebody is in no list; 0 for those who are."""
    if document.get("me") is True:
        return ONESELF
    return 1 if document.get("archived") is True else 2 if "died" in document else 0


def _every(rhythm: Mapping[str, Any]) -> str:
    every = _text(rhythm, "every", "rhythm")
    if every:
        try:
            Span.parse(every)
        except ValueError as error:
            raise Malformed(("rhythm", "every"), str(error)) from None
    return every


def _names(wholes: Iterable[str]) -> list[tuple[str, int]]:
    """Every suffix of words of each name, for lookup by prefix, and whether it is the whole name."""
    names: dict[tuple[str, int], None] = {}
    for whole in wholes:
        words = name_key(whole).split()
        for at in range(len(words)):
            names.setdefault((" ".join(words[at:]), int(at == 0)), None)
    return list(names)


def _links(document: Mapping[str, Any]) -> list[tuple[str, str, str, str]]:
    found = [(_table(document, "met").get("via"), "met", "")]
    found += [(item.get("who"), "related", str(item.get("as", ""))) for item in _tables(document, "related")]
    return [(who, name_key(who), how, label) for who, how, label in found if isinstance(who, str) and who]


_RARE = ("started_by", "learned", "private", "planned")
_LISTS = ("tags", "goals", "gave", "got")


def entry_row(item: Mapping[str, Any], at: int, kinds: Kinds, stem: str) -> tuple[Any, ...]:
    """The row of one entry, the ``at``-th in the file of ``stem``; raises :class:`Malformed`."""
    get = item.get
    on = get("on")
    if type(on) is not date:
        if on is None:
            raise Malformed(("timeline", at), "an entry needs a date: on = 2026-11-09")
        try:
            on = when_from(on)
        except ValueError as error:
            raise Malformed(("timeline", at, "on"), str(error)) from None
    kind = get("kind", "note")
    text = get("text", "")
    place = get("place", "")
    learned = get("learned", "")
    if not (type(kind) is type(text) is type(place) is type(learned) is str):
        for key in ("kind", "text", "place", "learned"):
            if not isinstance(get(key, ""), str):
                raise Malformed(("timeline", at, key), f"{key} must be text in quotes")
    others = _framed(item, "with", at) if "with" in item else ""
    rest = {key: item[key] for key in _RARE if key in item}
    if learned:
        rest["text"] = text
    iso = on.isoformat()
    lists = [_framed(item, key, at) if key in item else "" for key in _LISTS]
    body = f"{text}\n{learned}" if learned else text
    return (
        str(get("id") or f"#{at}"), iso[:10], iso, kind, others, place,
        *lists, body,
        _counts(item, kind, kinds), count_people(others, stem), _rest(rest) if rest else "",
        sign_index(body, lists[0]),
    )  # fmt: skip


def _counts(item: Mapping[str, Any], kind: str, kinds: Kinds) -> int | None:
    """Column ``counts`` of an entry: whether it is contact; NULL while it is planned and unconfirmed."""
    return None if item.get("planned") is True else int(kinds.counts(kind))


def count_people(others: str, stem: str) -> int:
    """How many were there: the owner of the file and the others of a framed list, each once."""
    if others.count("\n") < 3 and others != f"\n{stem}\n":
        return 2 if others else 1
    return len({stem, *others[1:-1].split("\n")})


def started_by_json(by: str) -> str:
    """Column ``rest`` of an entry whose only rare key is ``started_by``."""
    return _STARTED_BY[by]


_STARTED_BY = {by: f'{{"started_by":"{by}"}}' for by in ("me", "them")}


def _rest(rest: Mapping[str, Any]) -> str:
    """The rare keys as JSON; mostly that is ``started_by`` alone, which is precomputed."""
    if len(rest) == 1 and (known := _STARTED_BY.get(str(rest.get("started_by")))):
        return known
    return _json(rest)


def _framed(item: Mapping[str, Any], key: str, at: int) -> str:
    """A list as the index stores it: a newline around each item, so that SQL can match whole items."""
    values = item.get(key)
    if values is None:
        return ""
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        return "\n" + "\n".join(v.replace("\n", " ") for v in values) + "\n" if values else ""
    raise Malformed(("timeline", at, key), f'{key} must be a list of texts: {key} = ["…"]')


_ENDS = ("done", "dropped")


def _opportunity(item: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return str(item.get("id", "")), str(item.get("status", "open")), str(item.get("goal", "")), _json(item)


def promise_row(item: Mapping[str, Any], at: int) -> tuple[Any, ...]:
    """The row of one promise, the ``at``-th in its file; raises :class:`Malformed`."""
    by = item.get("by", "me")
    text = item.get("text", "")
    if by not in ("me", "them"):
        raise Malformed(("promise", at, "by"), 'by must be "me" or "them"')
    if not isinstance(text, str):
        raise Malformed(("promise", at, "text"), "text must be text in quotes")
    made, due, done, dropped = (
        UNKNOWN_DAY.isoformat()
        if key in _ENDS and item.get(key) is True
        else _day(item.get(key), ("promise", at, key))
        for key in ("made", "due", *_ENDS)
    )
    return str(item.get("id") or f"#{at}"), by, text, made, due, done, str(item.get("goal", "")), dropped


def _important_date(item: Mapping[str, Any], at: int) -> tuple[Any, ...]:
    try:
        on = PartialDate.parse(item.get("on"))
    except ValueError as error:
        raise Malformed(("date", at, "on"), str(error)) from None
    lead = item.get("lead", 7)
    month_day = str(on._replace(year=None))[2:] if on.month else ""
    days = min(max(lead, 0), 366) if isinstance(lead, int) else 7
    return str(item.get("what", "")), str(on), month_day, days


def _day_of_death(died: object) -> list[tuple[Any, ...]]:
    """The row of a yearly date on which somebody is remembered; [] where no day or month is known."""
    try:
        row = _important_date({"what": DAY_OF_DEATH, "on": died}, 0)
    except Malformed:
        return []
    return [row] if row[2] else []


def _keys(document: Mapping[str, Any], dates: list[tuple[Any, ...]]) -> str:
    keys = [key for key, value in document.items() if value not in ("", [], {}) and value is not False]
    keys += [str(what).replace(" ", "-") for what, *_ in dates if what]
    return " ".join(key for key in keys if " " not in key)


def _mode(rhythm: Mapping[str, Any]) -> str:
    mode = rhythm.get("mode", "")
    if mode not in ("", "regular", "ambient", "off"):
        raise Malformed(("rhythm", "mode"), "mode is regular, ambient or off")
    return "" if mode == "regular" else str(mode)


def _text(table: Mapping[str, Any], key: str, *above: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise Malformed((*above, key), f"{key} must be text in quotes")
    return value


def _texts(document: Mapping[str, Any], key: str) -> list[str]:
    values = document.get(key)
    if values is None:
        return []
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        return [value.replace("\n", " ") for value in values]
    raise Malformed((key,), f'{key} must be a list of texts: {key} = ["…"]')


def _table(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise Malformed((key,), f"{key} must be a table: [{key}]")
    return value


def _tables(document: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    values = document.get(key)
    if values is None:
        return []
    if isinstance(values, list) and all(isinstance(value, dict) for value in values):
        return values
    raise Malformed((key,), f"{key} must be tables: [[{key}]]")


def _day(value: object, path: tuple[str | int, ...]) -> str | None:
    if value is None or value is True or value is False:
        return None
    try:
        return when_from(value).isoformat()[:10]
    except ValueError as error:
        raise Malformed(path, str(error)) from None


def _ordinal(value: object, path: tuple[str | int, ...]) -> int:
    day = _day(value, path)
    return date.fromisoformat(day).toordinal() if day else 0


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


_json = json.JSONEncoder(ensure_ascii=False, default=_plain, separators=(",", ":")).encode
