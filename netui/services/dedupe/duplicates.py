"""Duplicates: contacts like a new one, pairs that may be one person, and pairs that are not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from netui.domain.dedupe import duplicates
from netui.domain.dedupe.duplicates import DOMAIN, PLACE, DuplicatePair, MatchRecord
from netui.domain.dedupe.given_names import forms_of
from netui.domain.dedupe.name_comparison import CLOSE, VARIANT, best_match, share_initial, split_name
from netui.domain.dedupe.normalize import address_key, address_normalizer, normalize_word
from netui.domain.dedupe.phonetics import phonetic_key
from netui.domain.dedupe.transliteration import BEHIND, FIRST, latin, spellings
from netui.domain.model.changes import CONTACTS, Batch, EditList, FileId, list_at
from netui.domain.model.contact_row import fold, name_key
from netui.domain.model.dates import PartialDate, full_day
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import Refused
from netui.services.workspace import Workspace


class Similar(NamedTuple):
    """A contact like one to be added, and why: ``the same e-mail``, ``Kate is a form of Katherine``."""

    id: str
    name: str
    why: str


def find_similar(
    workspace: Workspace, names: Iterable[str], emails: Iterable[str] = (), phones: Iterable[str] = ()
) -> list[Similar]:
    """Contacts that may be the person of these names and addresses, those who share an address first.

    A name fits in another order, as a short form or as it sounds, an initial where nobody fits so and it may
    be of one contact alone; typing errors are left out.
    """
    read = workspace.read
    found: dict[str, Similar] = {}
    for key, kind, values in (("emails", "e-mail", emails), ("phones", "phone", phones)):
        for value in values:
            for who in read.with_address(key, value):
                found.setdefault(who.id, Similar(who.id, who.name, f"the same {kind}"))
    given = [key for name in names for each in spellings(name) if (key := name_key(each))]
    wanted = [split_name(key) for key in given]
    close: list[tuple[int, Similar]] = []
    by_initial: dict[str, str] = {}
    for ident, keys in _namesakes(workspace, given).items():
        theirs = [*map(split_name, keys)]
        match = best_match(wanted, theirs)
        if match.relation <= CLOSE and any(share_initial(one, other) for one in wanted for other in theirs):
            by_initial[ident] = match.words
        if match.relation <= VARIANT and ident not in found:
            close.append((match.relation, Similar(ident, workspace.name(ident), match.words)))
    if len(by_initial) == 1 and not close:
        ((ident, words),) = by_initial.items()
        found.setdefault(ident, Similar(ident, workspace.name(ident), words))
    return [*found.values(), *(each for _, each in sorted(close))]


def similar_words(found: Sequence[Similar], *, most: int = 2) -> str:
    """``Katherine Miller (katherine-miller): Kate is a form of Katherine``, "" for nobody."""
    words = [f"{who.name} ({who.id}): {who.why}" for who in found[:most]]
    more = [f"{len(found) - most} more"] if len(found) > most else []
    return "; ".join([*words, *more])


def _namesakes(workspace: Workspace, names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Contacts that share a word with one of these names, or a form of its first, with all of their names.

    Words are shared across alphabets too.
    """
    read = workspace.read
    found: dict[str, None] = {}
    wanted: dict[str, None] = {}
    for name in names:
        words = split_name(name).words
        wanted.update(dict.fromkeys((*forms_of(words[0]), *words, *name.split()) if words else ()))
    for word in wanted:
        if len(word) > 1:
            found.update(dict.fromkeys(read.ids_with_word(word)))
    sounds = {phonetic_key(word) for word in wanted if len(word) > 1}
    others = read.words_between(FIRST, BEHIND)
    found.update((ident, None) for ident, word in others if phonetic_key(latin(word)) in sounds)
    return {ident: read.name_keys(ident) for ident in found}


def find_duplicates(workspace: Workspace) -> list[DuplicatePair]:
    """Pairs of contacts that may be one person, the likely first.

    A pair that shares an entry, or of which one is named in the other's file (``[[related]]``, ``not_same``),
    is two people.
    """
    linked = workspace.read.relationships.are_linked
    return duplicates.find_duplicates([_match_record(*row) for row in workspace.read.heads()], linked)


def keep_apart(workspace: Workspace, one: str, other: str) -> Batch:
    """Notes in both files that two contacts are not the same person; raises Refused."""
    if one == other:
        raise Refused(f"{workspace.name(one)} is one contact; name two")
    changes = tuple(
        EditList(FileId(CONTACTS, ident), ("not_same",), [stranger])
        for ident, stranger in ((one, other), (other, one))
    )
    names = workspace.names((one, other))
    return Batch(f"{names[0]} ({one}) and {names[1]} ({other}) are not the same person", changes)


# ---------------------------------------------------------------------- side by side


class ComparedField(NamedTuple):
    """What two contacts say of one thing, "" for nothing, and whether they agree on any of it."""

    label: str
    values: tuple[str, str]
    agrees: bool


def compare_contacts(workspace: Workspace, one: str, other: str) -> list[ComparedField]:
    """Two contacts side by side: every field that one of them has, then how much was logged."""
    heads = [workspace.read.head(ident) for ident in (one, other)]
    found = [ComparedField("id", (one, other), False)]
    for key, label in _COMPARED:
        items = [_items(head, key) for head in heads]
        if any(items):
            mine, theirs = (set(map(_compared_by(key), each)) for each in items)
            shown = [", ".join(map(_shown, each)) for each in items]
            found.append(ComparedField(label, (shown[0], shown[1]), bool(mine & theirs)))
    logged = [_logged(workspace, ident) for ident in (one, other)]
    found.append(ComparedField("logged", (logged[0], logged[1]), False))
    return found


_COMPARED = (
    ("name", "name"), ("aliases", "also"), ("pronouns", "pronouns"), ("title", "as"), ("org", "works at"),
    ("location", "lives in"), ("emails", "e-mail"), ("phones", "phone"), ("links", "links"),
    ("addresses", "address"), ("date", "dates"), ("related", "related"), ("roles", "roles"), ("tags", "tags"),
    ("met", "met"), ("source", "source"), ("notes", "notes"),
)  # fmt: skip


def _items(head: Mapping[str, Any], key: str) -> list[Any]:
    value = head.get(key)
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else [value] if value else []


def _compared_by(key: str) -> Callable[[Any], str]:
    normalize = address_normalizer(key) if key in (*_REACHING, "addresses") else normalize_word
    return lambda item: normalize(item)


def _shown(item: Any) -> str:
    """One value in words: ``birthday --05-03``, ``ada@x.example (home)``."""
    if isinstance(item, dict) and "value" in item:
        return f"{item['value']} ({item['label']})" if item.get("label") else str(item["value"])
    return " ".join(str(each) for each in item.values()) if isinstance(item, dict) else str(item)


def _logged(workspace: Workspace, ident: str) -> str:
    timeline = workspace.read.timeline(ident)
    if not timeline:
        return "nothing yet"
    count = "1 entry" if len(timeline) == 1 else f"{len(timeline)} entries"
    return f"{count}, the last on {full_day(timeline[0].on)}"


_REACHING = {"emails": "e-mail", "phones": "phone", "links": "link"}
_PUBLIC_PROVIDERS = frozenset((
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com",
    "icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de",
    "proton.me", "protonmail.com", "fastmail.com", "mail.com", "mail.ru", "yandex.ru", "qq.com", "163.com",
    "free.fr", "orange.fr", "wanadoo.fr", "laposte.net", "libero.it", "sapo.pt", "posteo.de", "hey.com",
))  # fmt: skip
"""Public mail providers: a shared domain of these is no evidence of one organisation."""
_OFFICES = frozenset((
    "admin", "contact", "contacto", "hello", "help", "hi", "hola", "hr", "info", "jobs", "kontakt", "mail",
    "office", "post", "press", "reception", "sales", "service", "support", "team", "welcome",
))  # fmt: skip
"""Mailboxes that an office shares."""
_PROFILES = {"linkedin.com/in/": "LinkedIn", "xing.com/profile/": "Xing", "github.com/": "GitHub"}
"""Sites on which a person has one account."""


def _match_record(ident: str, entries: int, head: Mapping[str, Any]) -> MatchRecord:
    addresses: set[tuple[str, str]] = set()
    accounts: set[tuple[str, str]] = set()
    facts: set[tuple[str, str]] = set()
    for kind, address in _addresses(head):
        mailbox, _, domain = address.rpartition("@") if kind == "e-mail" else ("", "", "")
        if kind in _PROFILES.values():
            accounts.add((kind, address))
        elif mailbox not in _OFFICES:
            addresses.add((kind, address))
        if domain and domain not in _PUBLIC_PROVIDERS:
            facts.add((DOMAIN, domain))
    if org := _text(head, "org"):
        facts.add(("organisation", fold(org)))
    if place := _text(head, "location"):
        facts.add((PLACE, fold(place)))
    names = [_text(head, "name"), *(each for each in list_at(head, "aliases") if isinstance(each, str))]
    birthday, born = _birthday(head)
    keys = tuple(dict.fromkeys(key for name in names if (key := name_key(name))))
    return MatchRecord(
        ident, keys, frozenset(addresses), frozenset(facts), birthday, 10 * entries + len(head), born,
        frozenset(accounts),
    )  # fmt: skip


def _addresses(head: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """E-mails, phones and links by kind, as they are compared; an account by the name of its site."""
    for key, kind in _REACHING.items():
        for item in list_at(head, key) if key in head else ():
            if address := address_key(key, item):
                site = next((site for start, site in _PROFILES.items() if address.startswith(start)), kind)
                yield site if key == "links" else kind, address


def _birthday(head: Mapping[str, Any]) -> tuple[str, int]:
    """Month and day of the birthday among the important dates, and its year; "" and 0 for unknown."""
    if "date" not in head:
        return "", 0
    for item in list_at(head, "date"):
        if isinstance(item, dict) and str(item.get("what", "")).strip().casefold() == "birthday":
            try:
                on = PartialDate.parse(item.get("on"))
            except ValueError:
                continue
            return f"{on.month:02d}-{on.day:02d}" if on.month and on.day else "", on.year or 0
    return "", 0


def _text(head: Mapping[str, Any], key: str) -> str:
    value = head.get(key)
    return value.strip() if isinstance(value, str) else ""
