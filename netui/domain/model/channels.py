"""Contact channels (e-mail, phone, links) in a contact's file, and which to try next."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

_KEYS = (("emails", "e-mail"), ("phones", "phone"), ("links", ""))
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
