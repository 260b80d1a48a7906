"""Contact channels (e-mail, phone, links) in a contact's file, their URIs, and which to try next."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netui.domain.named_tuple import NamedTuple

_KEYS = (("emails", "e-mail"), ("phones", "phone"), ("links", ""))
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NOT_DIALLED = re.compile(r"[^0-9*#,;]")
_SHAPES = {
    "emails": re.compile(r"""[^\s@<>()",;:\\]+@\w(?:[\w.-]*\w)?"""),
    "phones": re.compile(r"\D*\d.*"),
    "links": re.compile(r"[a-zA-Z][a-zA-Z\d+.-]*:\S+|\S+\.\S+"),
}
_OF_KIND = {"email": "e-mail", "call": "phone", "message": "phone", "video": "phone"}


class Channel(NamedTuple):
    """A way to reach someone: ``name`` is ``e-mail``, ``phone`` or a link's site (``linkedin.com``)."""

    name: str
    value: str

    @property
    def phrase(self) -> str:
        """``by e-mail``, ``on linkedin.com``."""
        return f"{'by' if self.name in ('e-mail', 'phone') else 'on'} {self.name}"


def channels(head: Mapping[str, Any]) -> list[Channel]:
    """The channels: e-mail before phone before links, in file order, one of each name."""
    found: dict[str, Channel] = {}
    for key, name in _KEYS:
        for value, _ in labelled_values(head, key):
            channel = Channel(name or site_of(value), value)
            if channel.name:
                found.setdefault(channel.name, channel)
    return list(found.values())


def labelled_values(head: Mapping[str, Any], key: str) -> Iterator[tuple[str, str]]:
    """The addresses under ``emails``, ``phones`` or ``links``, each with its label or ""."""
    values = head.get(key)
    for item in values if isinstance(values, list) else ():
        value, label = (item.get("value"), item.get("label")) if isinstance(item, Mapping) else (item, "")
        if isinstance(value, str) and value.strip():
            yield value.strip(), label.strip() if isinstance(label, str) else ""


def is_address(key: str, value: str) -> bool:
    """Whether a text can be an e-mail address, phone number or link, by the list it stands in; others can."""
    rule = _SHAPES.get(key)
    return rule is None or (value.isprintable() and rule.fullmatch(value) is not None)


def uri_of(key: str, value: str) -> str:
    """An address under ``emails``, ``phones`` or ``links`` as ``mailto:``, ``tel:`` or web address.

    "" where it is none, and nothing opens it.
    """
    if not is_address(key, value):
        return ""
    if key == "emails":
        return "mailto:" + "".join(map(_encoded, value))
    if key == "phones":
        digits = _NOT_DIALLED.sub("", value)
        return f"tel:{'+' if value.startswith('+') else ''}{digits}" if digits else ""
    if key != "links" or _WEB.match(value):
        return value if key == "links" else ""
    return f"https://{value}" if ":" not in value.partition("/")[0] and site_of(value) else ""


def _encoded(character: str) -> str:
    """A character as an URI has it."""
    if character.isascii() and (character.isalnum() or character in "@._-~"):
        return character
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def channel_of(kind: str) -> str:
    """The name of the channel that a kind of entry uses; "" for one in person."""
    return _OF_KIND.get(kind, "")


def untried(known: Iterable[Channel], tried: Iterable[str]) -> list[Channel]:
    """The channels whose names are not among those tried."""
    tried = set(tried)
    return [channel for channel in known if channel.name not in tried]


def site_of(link: str) -> str:
    """The host: ``linkedin.com`` of ``https://www.linkedin.com/in/ada``; "" where there is none."""
    host = link.strip().partition("://")[2] or link.strip()
    host = host.split("/", 1)[0].split("?", 1)[0].rpartition("@")[2].split(":", 1)[0]
    host = host.lower().removeprefix("www.")
    return host if "." in host and len(host) <= 40 and not any(c.isspace() for c in host) else ""
