"""Palette: maps the roles of spans (muted, attention, link …) to styles of the theme and the terminal."""

import os
import re
from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.color import Color

from netui.presentation.hyperlinks import TARGET

_ROLES: Mapping[str, tuple[str, ...]] = {
    "muted": ("muted", "secondary"),
    "faint": ("faint", "muted"),
    "attention": ("attention", "warning"),
    "good": ("good", "success"),
    "link": ("link", "primary"),
    "error": ("error",),
    "accent": ("link", "primary"),
}
_SIXTEEN: Mapping[bool, Mapping[str, str]] = {
    True: {"attention": "#ffff55", "good": "#00aa00", "link": "#00aaaa", "error": "#ff5555"},
    False: {"attention": "#aa00aa", "good": "#0000aa", "link": "#0000aa", "error": "#aa0000"},
}
"""The roles on a terminal of 16 colours, on a dark background and on a light one.

The nearest of the 16 to a theme's colours is one grey for all. These are exactly yellow, green, cyan and
red, bright where they would be too dark; on white magenta and blue, as the others cannot be read there.
"""


class Palette:
    """Styles by role; with ``few_colours`` (16 or none) the cursor is shown in reverse.

    ``links`` says whether targets become hyperlinks.
    """

    def __init__(self, variables: Mapping[str, str], *, few_colours: bool, links: bool = False):
        self._few, self._links = few_colours, links
        self.text = _style(variables.get("foreground"), variables.get("background"))
        self.bar = _style(variables.get("foreground"), variables.get("bar", variables.get("panel")))
        self._colours = {
            role: next((variables[name] for name in names if name in variables), None)
            for role, names in _ROLES.items()
        }
        ground = variables.get("background")
        if few_colours and ground and not ground.startswith("ansi"):
            own = _SIXTEEN[Color.parse(ground).brightness < 0.5]
            self._colours |= {**own, "accent": own["link"], "muted": None, "faint": None}
        self._cursor = _style(None, variables.get("cursor", variables.get("primary-muted")))
        self._cursor_dim = _style(None, variables.get("cursor-dim", variables.get("panel")))
        self.style = lru_cache(maxsize=512)(self._make)

    def _make(self, role: str, base: Style | None = None) -> Style:
        style = base if base is not None else self.text
        for part in role.split():
            if part == "strong":
                style += Style(bold=True)
            elif part == "underline":
                style += Style(underline=True)
            elif part == "reverse":
                style += Style(reverse=True)
            elif part == "chip":
                style += Style(reverse=True) if self._few else self._cursor
            elif part.startswith(TARGET):
                style += Style(link=part.removeprefix(TARGET) if self._links else None)
            elif self._few and part in ("muted", "faint"):
                style += Style(dim=True)
            elif colour := self._colours.get(part):
                style += _style(colour, None)
        return style

    def cursor(self, style: Style, *, focused: bool) -> Style:
        """``style`` on the line under the cursor."""
        if self._few:
            return style + (Style(reverse=True) if focused else Style(underline=True))
        return style + (self._cursor if focused else self._cursor_dim)


def _style(foreground: str | None, background: str | None) -> Style:
    return Style(
        color=Color.parse(foreground).rich_color if foreground else None,
        bgcolor=Color.parse(background).rich_color if background else None,
    )


def has_few_colours(colour_system: str | None, *, no_color: bool) -> bool:
    """Whether the terminal shows 16 colours or fewer, or was asked to show none."""
    return no_color or colour_system in (None, "standard", "windows")


def has_links(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal draws OSC 8 hyperlinks or ignores them: the Linux console would print them."""
    return _LINK_TERMS.match(environment.get("TERM", "")) is not None


_LINK_TERMS = re.compile(
    r"xterm|tmux|screen|alacritty|foot|kitty|rxvt|st\b|konsole|vte|gnome|wezterm|ghostty|contour|mintty|iterm"
)
