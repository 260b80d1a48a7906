"""Duplicates: existing contacts like a new one, and pairs of contacts that may be one person."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.domain.dedupe.duplicates import DuplicatePair, MatchRecord
    from netui.storage.queries.names import Named


def likely_duplicates(
    workspace: Workspace, names: Iterable[str], emails: Iterable[str] = ()
) -> list["Named"]:
    """Contacts that carry one of these names (case, diacritics and dots aside) or e-mail addresses."""
    read = workspace.read
    found = [person for name in names for person in read.people_named(name)]
    found += [person for email in emails for person in read.with_email(email)]
    return list(dict.fromkeys(found))


def find_duplicates(workspace: Workspace) -> "list[DuplicatePair]":
    """Pairs of contacts that may be one person, the likely first.

    A pair that shares an entry, or of which one is named in the other's file, is two people: ``[[related]]``
    keeps namesakes apart.
    """
    from netui.domain.dedupe.duplicates import find_duplicates as pairs_among

    linked = workspace.read.relationships.are_linked
    records = [_match_record(*row) for row in workspace.read.heads()]
    return [pair for pair in pairs_among(records) if not linked(pair.keeper, pair.other)]


_REACHING = {"emails": "e-mail", "phones": "phone", "links": "link"}
_PUBLIC_PROVIDERS = frozenset((
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com",
    "icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de",
    "proton.me", "protonmail.com", "fastmail.com", "mail.com", "mail.ru", "yandex.ru", "qq.com", "163.com",
    "free.fr", "orange.fr", "wanadoo.fr", "laposte.net", "libero.it", "sapo.pt", "posteo.de", "hey.com",
))  # fmt: skip
"""Public mail providers: a shared domain of these is no evidence of one organisation."""
_LEAST_DIGITS = 7


def _match_record(ident: str, entries: int, head: Mapping[str, Any]) -> "MatchRecord":
    from netui.domain.dedupe.duplicates import PLACE, MatchRecord
    from netui.domain.dedupe.normalize import address_normalizer
    from netui.domain.model.contact_row import fold, name_key

    addresses: set[tuple[str, str]] = set()
    facts: set[tuple[str, str]] = set()
    for key, kind in _REACHING.items():
        for item in _listed(head.get(key)):
            address = address_normalizer(key)(item)
            if key == "phones" and sum(c.isdigit() for c in address) < _LEAST_DIGITS:
                continue
            addresses.add((kind, address))
            domain = address.rpartition("@")[2] if key == "emails" else ""
            if domain and domain not in _PUBLIC_PROVIDERS:
                facts.add(("mail domain", domain))
    facts |= {("organisation", fold(org)) for org in (_text(head, "org"),) if org}
    facts |= {(PLACE, fold(place)) for place in (_text(head, "location"),) if place}
    names = [_text(head, "name"), *(each for each in _listed(head.get("aliases")) if isinstance(each, str))]
    born = [day for each in _listed(head.get("date")) if (day := _birthday(each))]
    keys = tuple(dict.fromkeys(key for name in names if (key := name_key(name))))
    return MatchRecord(
        ident, keys, frozenset(addresses - {(kind, "") for kind in _REACHING.values()}), frozenset(facts),
        born[0] if born else "", 10 * entries + len(head),
    )  # fmt: skip


def _birthday(item: object) -> str:
    """The month and day of an important date, if it is a birthday."""
    from netui.domain.model.dates import PartialDate

    if not isinstance(item, dict) or str(item.get("what", "")).strip().casefold() != "birthday":
        return ""
    try:
        on = PartialDate.parse(item.get("on"))
    except ValueError:
        return ""
    return f"{on.month:02d}-{on.day:02d}" if on.month and on.day else ""


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(head: Mapping[str, Any], key: str) -> str:
    value = head.get(key)
    return value.strip() if isinstance(value, str) else ""
