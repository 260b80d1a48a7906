"""Mapping between the properties of a vCard and the keys of a contact file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netui.interchange.records import clean, clean_lines, partial_date
from netui.interchange.vcard.content_lines import Property

_NO_LABEL = frozenset(
    ("internet", "pref", "voice", "msg", "x400", "text", "text-phone", "parcel", "postal", "dom", "intl")
)
"""Types that say nothing a person would write beside a number."""
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_\Z")
_DATE = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?:[T ].*)?\Z"
    r"|(?P<year2>\d{4})(?:-(?P<month2>\d{2}))?\Z"
    r"|--(?P<month3>\d{2})-?(?P<day3>\d{2})?(?:[T ].*)?\Z"
)
_MESSENGERS = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-JABBER": "xmpp", "X-MSN": "msn", "X-YAHOO": "ymsgr",
    "X-YAHOO-ID": "ymsgr", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype", "X-QQ": "qq",
    "X-GOOGLE-TALK": "xmpp", "X-GTALK": "xmpp", "X-SIP": "sip", "X-TWITTER": "twitter", "X-MATRIX": "matrix",
}  # fmt: skip
_RELATIONS = {
    "X-SPOUSE": "spouse", "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse", "X-EVOLUTION-SPOUSE": "spouse",
    "X-MANAGER": "manager", "X-EVOLUTION-MANAGER": "manager", "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-MS-MANAGER": "manager", "X-ASSISTANT": "assistant", "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant", "X-CHILD": "child", "X-CHILDREN": "child",
}  # fmt: skip
_DATES = {
    "BDAY": "birthday", "ANNIVERSARY": "anniversary", "X-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary", "X-EVOLUTION-ANNIVERSARY": "anniversary",
}  # fmt: skip
_LABELLED = ("emails", "phones", "addresses")
_LISTS = {
    "NICKNAME": "aliases", "X-NICKNAME": "aliases", "CATEGORIES": "tags", "INTEREST": "interests",
    "HOBBY": "interests", "EXPERTISE": "knows", "X-NETUI-ROLE": "roles", "X-NETUI-SEEKS": "seeks",
}  # fmt: skip


def display_name(card: Sequence[Property]) -> str:
    """FN, else N in the usual order, else the first nickname, organisation, e-mail or phone; "" if none."""
    found = {each.name: each for each in reversed(card) if each.value.strip("; ")}
    if (full := found.get("FN")) and (name := clean(full.text)):
        return name
    if structured := found.get("N"):
        family, given, further, before, behind = (*structured.fields(), "", "", "", "", "")[:5]
        name = clean(" ".join(part.replace(",", " ") for part in (before, given, further, family, behind)))
        if name:
            return name
    for key in ("NICKNAME", "ORG", "EMAIL", "TEL"):
        if (each := found.get(key)) and (name := clean(each.text.strip(";").replace(";", ", "))):
            return name
    return ""


def contact_fields(card: Sequence[Property], name: str, people: Mapping[str, str]) -> dict[str, Any]:
    """The contact keys that a card gives beside the name; ``people`` are names by UID, for relations."""
    mapper = _Mapper(card, name, people)
    for each in card:
        mapper.take(each)
    return mapper.fields()


def fields_by_property(
    card: Sequence[Property], name: str, people: Mapping[str, str]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What each property of a card adds, notes as a list of texts; and what :func:`contact_fields` gives."""
    mapper = _Mapper(card, name, people)
    return [mapper.take_alone(each) for each in card], mapper.fields()


def read_date(text: str) -> str | None:
    """A date as in a contact file (``1960-05-10``, ``1960-05``, ``1960``, ``--05-10``), or None."""
    match = _DATE.match(text.strip())
    if match is None:
        return None
    return partial_date(
        match["year"] or match["year2"],
        match["month"] or match["month2"] or match["month3"],
        match["day"] or match["day3"],
    )


class _Mapper:
    """Gathers the fields of one card, property by property."""

    def __init__(self, card: Sequence[Property], name: str, people: Mapping[str, str]) -> None:
        self._name = name
        self._people = people
        self._labels = {each.group: _label_text(each.text) for each in card if each.name == "X-ABLABEL"}
        self._single: dict[str, str] = {}
        self._lists: dict[str, list[Any]] = {}
        self._role = ""
        self._notes: list[str] = []
        self._has_address = any(each.name == "ADR" and clean(each.text.replace(";", " ")) for each in card)

    def take(self, each: Property) -> None:
        """Adds what one property says."""
        name = each.name
        if name in _LISTS:
            self._add(_LISTS[name], *(item for item in map(clean, each.items()) if item))
        elif name in _DATES:
            self._date(each, _DATES[name])
        elif name == "X-ABDATE":
            self._date(each, self._labels.get(each.group) or "anniversary")
        elif name == "DEATHDATE":
            self._single.setdefault("died", read_date(each.value) or clean(each.text))
        elif name in _RELATIONS:
            self._related(clean(each.text), _RELATIONS[name])
        elif name in _MESSENGERS:
            self._link(f"{_MESSENGERS[name]}:{clean(each.text)}" if clean(each.text) else "")
        elif take := getattr(self, f"_take_{name.lower().replace('-', '_')}", None):
            take(each)

    def take_alone(self, each: Property) -> dict[str, Any]:
        """Adds what one property says, and returns it."""
        singles, notes = set(self._single), len(self._notes)
        lists = {key: len(items) for key, items in self._lists.items()}
        self.take(each)
        found: dict[str, Any] = {k: v for k, v in self._single.items() if k not in singles and v}
        for key, items in self._lists.items():
            more = len(items) - lists.get(key, 0)
            if more:  # a preferred one stands first
                is_first = key in _LABELLED and self._is_preferred(each)
                found[key] = items[:more] if is_first else items[-more:]
        if len(self._notes) > notes:
            found["notes"] = self._notes[notes:]
        return found

    def fields(self) -> dict[str, Any]:
        """The keys of the contact file that the card fills."""
        self._single["title"] = self._single.get("title") or self._role
        found: dict[str, Any] = {key: value for key, value in self._single.items() if value}
        for key, values in self._lists.items():
            found[key] = _unique(values)
        if "aliases" in found:
            found["aliases"] = [alias for alias in found["aliases"] if alias != self._name]
        if self._notes:
            found["notes"] = "\n\n".join(dict.fromkeys(self._notes))
        return {key: value for key, value in found.items() if value}

    def _take_email(self, each: Property) -> None:
        self._labelled("emails", each, re.sub(r"(?i)\Amailto:", "", clean(each.text)))

    def _take_tel(self, each: Property) -> None:
        self._labelled("phones", each, re.sub(r"(?i)\Atel:", "", clean(each.text)))

    def _take_adr(self, each: Property) -> None:
        box, more, street, town, region, code, country = (*map(_line, each.fields()), *[""] * 7)[:7]
        where = " ".join(part for part in (code, town) if part)
        self._labelled(
            "addresses", each, ", ".join(part for part in (box, more, street, where, region, country) if part)
        )

    def _take_label(self, each: Property) -> None:
        if not self._has_address:
            self._labelled("addresses", each, _line(each.text))

    def _take_url(self, each: Property) -> None:
        self._labelled("links", each, clean(each.text))

    def _take_impp(self, each: Property) -> None:
        service = each.parameters.get("X-SERVICE-TYPE", "").lower()
        value = clean(each.text)
        self._labelled("links", each, value if ":" in value or not service else f"{service}:{value}")

    def _take_socialprofile(self, each: Property) -> None:
        value, user = (
            clean(each.text),
            clean(each.parameters.get("X-USER", "") or each.parameters.get("USERNAME", "")),
        )
        kind = next((word for word in each.types if word not in _NO_LABEL), "")
        self._link(value if ":" in value or not kind else f"{kind}:{value or user}")

    _take_x_socialprofile = _take_socialprofile

    def _take_org(self, each: Property) -> None:
        self._single.setdefault("org", ", ".join(filter(None, map(clean, each.fields()))))

    def _take_title(self, each: Property) -> None:
        self._single.setdefault("title", clean(each.text))

    def _take_role(self, each: Property) -> None:
        self._role = self._role or clean(each.text)

    def _take_pronouns(self, each: Property) -> None:
        self._single.setdefault("pronouns", clean(each.text))

    def _take_x_netui_location(self, each: Property) -> None:
        self._single.setdefault("location", clean(each.text))

    def _take_tz(self, each: Property) -> None:
        if re.fullmatch(r"[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+)*", each.text):
            self._single.setdefault("timezone", each.text)

    def _take_note(self, each: Property) -> None:
        if note := clean_lines(each.text):
            self._notes.append(note)

    def _take_related(self, each: Property) -> None:
        value = clean(each.text)
        who = self._people.get(plain_uid(value), "" if value.lower().startswith("urn:") else value)
        self._related(who, next((word for word in each.types if word not in _NO_LABEL), ""))

    def _take_x_abrelatednames(self, each: Property) -> None:
        kind = self._labels.get(each.group) or next(
            (word for word in each.types if word not in _NO_LABEL), ""
        )
        self._related(clean(each.text), kind)

    def _date(self, each: Property, what: str) -> None:
        value = each.text.strip()
        on = read_date(value)
        if on and each.parameters.get("X-APPLE-OMIT-YEAR", "-") == on[:4]:
            on = f"-{on[4:]}"
        if on:
            self._add("date", {"what": what, "on": on})
        elif value:
            self._notes.append(f"{what.capitalize()}: {clean(value)}")

    def _related(self, who: str, kind: str) -> None:
        if who:
            self._add("related", {"who": who, **({"as": kind} if kind else {})})

    def _link(self, link: str) -> None:
        if link:
            self._add("links", link)

    def _labelled(self, key: str, each: Property, value: str) -> None:
        """Adds an e-mail, phone or address; the preferred one first."""
        if not value:
            return
        label = self._labels.get(each.group) or " ".join(
            word for word in each.types if word not in _NO_LABEL and not word.startswith("x-")
        )
        item: Any = {"value": value, "label": label} if label else value
        if self._is_preferred(each):
            self._lists.setdefault(key, []).insert(0, item)
        else:
            self._add(key, item)

    @staticmethod
    def _is_preferred(each: Property) -> bool:
        return "pref" in each.types or each.parameters.get("PREF") == "1"

    def _add(self, key: str, *items: Any) -> None:
        self._lists.setdefault(key, []).extend(items)


def plain_uid(uid: str) -> str:
    """A UID without the scheme that some programs write before it."""
    return re.sub(r"(?i)\A(?:urn:)?(?:uuid:)?", "", uid.strip())


def _label_text(text: str) -> str:
    """A label of Apple's address book: ``_$!<Home>!$_`` is ``home``."""
    match = _APPLE_LABEL.match(text)
    return clean(match[1]).lower() if match else clean(text)


def _line(text: str) -> str:
    """An address of several lines on one."""
    return clean(", ".join(part.strip(" ,") for part in text.splitlines() if part.strip(" ,")))


def _unique(items: Iterable[Any]) -> list[Any]:
    """The items without those whose value came before."""
    found: dict[str, Any] = {}
    for item in items:
        found.setdefault(str(item.get("value", item)) if isinstance(item, dict) else str(item), item)
    return list(found.values())
