"""Our colours are readable."""

import pytest
from rich.color import ColorSystem
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from netui.presentation.glyphs import STATE_ROLES
from netui.ui.style.palette import Palette
from netui.ui.style.themes import DARK, LIGHT, derived_variables, not_a_theme

VGA = TerminalTheme(
    (0, 0, 0),
    (170, 170, 170),
    [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170),
     (170,) * 3],
    [(85,) * 3, (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
     (255,) * 3],
)  # fmt: skip
"""The 16 colours of the terminal that has the darkest of them."""
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


def as_sent(style: Style, depth: ColorSystem) -> Style:
    """The style in the colours that a terminal of this depth is sent, those of 16 as VGA has them."""
    assert style.color is not None and style.bgcolor is not None
    sent = [colour.downgrade(depth).get_truecolor(VGA) for colour in (style.color, style.bgcolor)]
    return Style(color="rgb({},{},{})".format(*sent[0]), bgcolor="rgb({},{},{})".format(*sent[1]))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("depth", [ColorSystem.EIGHT_BIT, ColorSystem.STANDARD], ids=lambda depth: depth.name)
def test_so_it_has_in_fewer_colours(theme: Theme, role: str, depth: ColorSystem) -> None:
    few = depth is ColorSystem.STANDARD
    found = Palette({**theme.to_color_system().generate(), **theme.variables}, few_colours=few)
    style = found.style(role)
    shown = {"plain": as_sent(style, depth), "in a bar": as_sent(found.style(role, found.bar), depth)}
    if not few:  # else the cursor is the same in reverse
        shown["under the cursor"] = as_sent(found.cursor(style, focused=True), depth)
    assert {where: round(contrast(s), 2) for where, s in shown.items() if contrast(s) < 4.5} == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_what_only_supports_is_still_seen(theme: Theme) -> None:
    found = palette(theme)
    assert contrast(found.style("faint")) >= 3.0
    assert contrast(found.style("chip")) >= 4.5


def every_variable(theme: Theme) -> dict[str, str]:
    own = {} if theme in (DARK, LIGHT) else derived_variables(theme)
    return {**own, **theme.to_color_system().generate(), **theme.variables}


@pytest.mark.parametrize(
    "theme",
    [DARK, LIGHT, BUILTIN_THEMES["ansi-dark"], BUILTIN_THEMES["ansi-light"]],
    ids=lambda theme: theme.name,
)
def test_in_16_colours_quiet_due_and_warm_are_three_colours(theme: Theme) -> None:
    found = Palette(every_variable(theme), few_colours=True)
    drawn = {
        found.style(STATE_ROLES[state]).render("x", color_system=ColorSystem.STANDARD)
        for state in ("quiet", "due", "warm")
    }
    assert len(drawn) == 3


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_themes_of_others_give_every_role_a_colour(theme: Theme) -> None:
    found = Palette(every_variable(theme), few_colours=False)
    assert all(found.style(role).color is not None for role in ROLES)
    assert found.cursor(found.text, focused=True).bgcolor is not None


def test_a_theme_that_there_is_not_is_told_with_the_nearest() -> None:
    assert not_a_theme("nord") == not_a_theme("netui-light") == ""
    assert not_a_theme("nrod") == "theme: there is no theme 'nrod' (did you mean nord?)"
    assert "such as netui-dark, netui-light, " in not_a_theme("?")
