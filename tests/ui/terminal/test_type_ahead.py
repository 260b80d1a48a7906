"""What follows an enter in one read is text; everything else is keys."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from netui.ui.terminal import TypedAhead, gather_typed_ahead


def gathered(read: str) -> list[str]:
    """The keys of a read by name, and the texts in it, each in quotes."""
    messages = gather_typed_ahead([*XTermParser().feed(read)])
    return [
        repr(each.text) if isinstance(each, TypedAhead) else each.key
        for each in messages
        if isinstance(each, (TypedAhead, events.Key))
    ]


@pytest.mark.parametrize(
    ("read", "found"),
    [
        ("ab", ["a", "b"]), ("a\r", ["a", "enter"]), ("\r\r", ["enter", "enter"]),
        ("\r\n", ["enter", "ctrl+j"]), ("\r \r", ["enter", "space", "enter"]),
        ("a\rbc", ["a", "enter", "'bc'"]), ("a\r\nb\r\rc é\r", ["a", "enter", "'\\nb\\n\\nc é\\n'"]),
        ("\rb\tc", ["enter", "'b c'"]), ("\rb\x15jj", ["enter", "'b'", "ctrl+u", "j", "j"]),
        ("\r\x1b[Bjj\rk", ["enter", "down", "j", "j", "enter", "'k'"]),
    ],
)  # fmt: skip
def test_what_follows_an_enter(read: str, found: list[str]) -> None:
    assert gathered(read) == found


def test_the_keys_themselves_are_kept() -> None:
    (_, text) = gather_typed_ahead([*XTermParser().feed("\rb\r")])
    assert isinstance(text, TypedAhead) and [key.key for key in text.keys] == ["b", "enter"]
