"""Our colours are readable."""

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from netui.ui.style.palette import Palette
from netui.ui.style.themes import DARK, LIGHT

ROLES = ("", "muted", "attention", "good", "link", "error", "accent")


def palette(theme: Theme) -> Palette:
    return Palette({**theme.to_color_system().generate(), **theme.variables}, few_colours=False)


def contrast(style: Style) -> float:
    """The contrast ratio of WCAG 2.2, relative luminance of sRGB."""

    def luminance(colour: Color) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    assert style.color is not None and style.bgcolor is not None
    both = sorted(luminance(Color.from_rich_color(c)) for c in (style.color, style.bgcolor))
    return (both[1] + 0.05) / (both[0] + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ROLES)
def test_text_that_tells_something_has_a_contrast_of_four_and_a_half(theme: Theme, role: str) -> None:
    found = palette(theme)
    style = found.style(role)
    shown = {
        "plain": style,
        "in a bar": found.style(role, found.bar),
        "under the cursor": found.cursor(style, focused=True),
        "under the cursor at rest": found.cursor(style, focused=False),
    }
    assert {where: round(contrast(s), 2) for where, s in shown.items() if contrast(s) < 4.5} == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_what_only_supports_is_still_seen(theme: Theme) -> None:
    found = palette(theme)
    assert contrast(found.style("faint")) >= 3.0
    assert contrast(found.style("chip")) >= 4.5
