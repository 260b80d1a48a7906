"""Glyph sets, Unicode and ASCII; a state is always a glyph and a word, never colour alone."""

from netui.domain.named_tuple import NamedTuple


class Glyphs(NamedTuple):
    """A set of characters to draw with."""

    states: dict[str, str]
    spark: str
    full: str
    empty: str
    rule: str
    mark: str
    prompt: str
    arrow: str
    dot: str
    between: str
    conflict: str


_NAMES = (
    "warm", "due", "quiet", "dormant", "met", "new", "snoozed", "muted", "broken", "archived", "died", "me",
)  # fmt: skip
UNICODE = Glyphs(
    dict(zip(_NAMES, "●◐○◌◇+z–!a†@", strict=True)), "▁▂▃▄▅▆▇█", "█", "░", "─", "✓", "›", "→", "·", "│", "≠"
)
ASCII = Glyphs(
    dict(zip(_NAMES, "*%o.&+z-!a~@", strict=True)), "._-=+*#@", "#", ".", "-", "x", ">", "->", "-", "|", "<>"
)

STATE_ROLES = {
    "warm": "good",
    "due": "",
    "quiet": "attention",
    "dormant": "faint",
    "met": "link",
    "new": "link",
    "snoozed": "faint",
    "muted": "faint",
    "broken": "error",
    "archived": "faint",
    "died": "faint",
    "me": "faint",
}


def glyphs(*, ascii_only: bool) -> Glyphs:
    """The set to draw with."""
    return ASCII if ascii_only else UNICODE
