"""The first text part of a mail that one sent to oneself, as lines to log."""

import re
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from html.parser import HTMLParser

from netui.interchange.records import decode

_DEEPEST = 20
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_QUOTED = re.compile(r"(?m)^>.*\n?")
_BREAKING = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"))


def first_text(data: bytes) -> str:
    """The plain text of a mail, else that of its HTML; without signature and quoted lines; never raises."""
    try:
        message = message_from_bytes(data, policy=compat32)
    except (ValueError, LookupError, RecursionError, TypeError):
        return ""
    plain = _find(message, "text/plain")
    part = plain or _find(message, "text/html")
    if part is None:
        return ""
    text = _text(part)
    if plain is None:
        text = _without_tags(text)
    return _QUOTED.sub("", _SIGNATURE.split(text.replace("\r\n", "\n"), maxsplit=1)[0])


def _find(message: Message, wanted: str, depth: int = 0) -> Message | None:
    if depth > _DEEPEST or message.get_content_disposition() == "attachment":
        return None
    if not message.is_multipart():
        return message if message.get_content_type() == wanted else None
    for part in message.get_payload():
        if isinstance(part, Message) and (found := _find(part, wanted, depth + 1)) is not None:
            return found
    return None


def _text(part: Message) -> str:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return ""
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(data)


class _Text(HTMLParser):
    """The text of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Breaks the line before a block."""
        self._hidden += tag in ("style", "script", "head")
        if tag in _BREAKING:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Breaks the line behind a block."""
        self._hidden -= tag in ("style", "script", "head") and self._hidden > 0
        if tag in _BREAKING:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Takes the text."""
        if not self._hidden:
            self.parts.append(" ".join(data.split()) if data.strip() else " ")


def _without_tags(text: str) -> str:
    parser = _Text()
    parser.feed(text)
    return "\n".join(line.strip() for line in "".join(parser.parts).split("\n"))
