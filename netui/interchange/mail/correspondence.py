"""Correspondence: how often and how lately one wrote with each address, from mail headers.

Left out are mass mail (to more than five, from lists and machines) and messages seen already, by Message-ID.
"""

from collections.abc import Callable, Container
from datetime import date
from hashlib import blake2b

from netui.interchange.mail.headers import MailAddress, MessageHeader

MOST_RECIPIENTS = 5
"""A message to more people than this is mass mail."""


class Correspondent:
    """Somebody one wrote with: how many messages each way, and the first and last day."""

    __slots__ = ("address", "first", "last", "name", "received", "sent")

    def __init__(self, address: str) -> None:
        self.address = address
        self.name = ""
        self.sent = self.received = 0
        self.first = date.max
        self.last = date.min


class Correspondence:
    """Counts messages by correspondent; ``own`` are one's own addresses, folded.

    ``since`` leaves out what is older, ``today`` what has a day ahead, by a wrong clock. ``on_message`` is
    told the address of each message, the message, and whether one sent it oneself.
    """

    def __init__(
        self,
        own: Container[str],
        since: date,
        today: date,
        on_message: Callable[[str, MessageHeader, bool], None] | None = None,
    ) -> None:
        self._own, self._since, self._today = own, since, today
        self._on_message = on_message
        self._seen: set[bytes] = set()
        self.people: dict[str, Correspondent] = {}
        self.mass = self.older = self.doubled = 0

    def add(self, message: MessageHeader) -> str:
        """Counts a message; returns why it cannot be, "" where it can or is left out on purpose."""
        if message.sender is None:
            return "it has no sender"
        if message.day is None:
            return "it has no day that can be read"
        if message.day > self._today:
            return f"its day, {message.day}, lies ahead"
        key = message_key(message.ident)
        if key in self._seen:
            self.doubled += 1
            return ""
        self._seen.add(key)
        if message.day < self._since:
            self.older += 1
        elif message.is_mass or len(message.recipients) > MOST_RECIPIENTS:
            self.mass += 1
        elif message.sender.address in self._own:
            for each in message.recipients:
                self._count(each, message, is_sent=True)
        else:
            self._count(message.sender, message, is_sent=False)
        return ""

    def _count(self, who: MailAddress, message: MessageHeader, *, is_sent: bool) -> None:
        if who.address in self._own:
            return
        found = self.people.get(who.address)
        if found is None:
            found = self.people[who.address] = Correspondent(who.address)
        assert message.day is not None
        found.name = who.name or found.name
        found.sent += is_sent
        found.received += not is_sent
        found.first, found.last = min(found.first, message.day), max(found.last, message.day)
        if self._on_message is not None:
            self._on_message(who.address, message, is_sent)


def message_key(ident: str) -> bytes:
    """Six bytes that tell a message from all others of a mailbox, made of its Message-ID."""
    return blake2b(ident.encode("utf-8", "surrogatepass"), digest_size=6).digest()
