"""Type-ahead: keys that arrive in the same read as an enter before them, such as an unbracketed paste.

A terminal without bracketed paste sends pasted text as if it were typed. Nobody types on within the
microseconds after an enter, so what follows one in the same read is most likely the next pasted line.
"""

from collections.abc import Iterable, Iterator

from textual import events
from textual.message import Message

_ENTER = "enter"
_TEXT = {_ENTER: "\n", "ctrl+j": "\n", "tab": " "}
"""Keys that are no printable characters and yet part of pasted text."""


class TypedAhead(events.Event):
    """Keys that followed an enter in one read: printable ones, and enters among them."""

    def __init__(self, keys: Iterable[events.Key]) -> None:
        super().__init__()
        self.keys = tuple(keys)

    @property
    def text(self) -> str:
        """The keys as text; an enter is a newline."""
        return "".join(_TEXT.get(key.key) or key.character or "" for key in self.keys)


def gather_typed_ahead(messages: Iterable[Message]) -> Iterator[Message]:
    """The messages of one read, with the text that follows an enter as one :class:`TypedAhead`.

    Any other key, such as escape, ends the text; from there on keys are keys until the next enter.
    """
    following: list[events.Key] | None = None
    for message in messages:
        key = message if isinstance(message, events.Key) else None
        if following is not None and key is not None and (key.is_printable or key.key in _TEXT):
            following.append(key)
            continue
        if following:
            yield from _gathered(following)
        following = [] if key is not None and key.key == _ENTER else None
        yield message
    if following:
        yield from _gathered(following)


def _gathered(keys: list[events.Key]) -> Iterator[Message]:
    if any(key.is_printable and not (key.character or "").isspace() for key in keys):
        yield TypedAhead(keys)
    else:
        yield from keys
