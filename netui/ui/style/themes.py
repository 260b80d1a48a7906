"""netui's own themes, dark and light: greys for secondary text, one warm accent for what needs attention."""

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="netui-dark",
    primary="#7aa2f7",
    secondary="#8a8f98",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#d8dbe2",
    background="#17181d",
    surface="#17181d",
    panel="#1f2229",
    dark=True,
    variables={
        "muted": "#9ca2ae",
        "faint": "#787e8a",
        "attention": "#e0af68",
        "good": "#9ece6a",
        "link": "#7aa2f7",
        "cursor": "#2a2f53",
        "cursor-dim": "#24262e",
        "bar": "#1f2229",
        "rule": "#34373f",
        "footer-background": "#17181d",
        "block-cursor-background": "#2a2f53",
        "block-cursor-foreground": "#ffffff",
        "input-selection-background": "#7aa2f7 35%",
    },
)
LIGHT = Theme(
    name="netui-light",
    primary="#2e5cb8",
    secondary="#5d6470",
    accent="#8f5a00",
    warning="#8f5a00",
    error="#b3263c",
    success="#35701a",
    foreground="#1f2328",
    background="#fbfbfa",
    surface="#fbfbfa",
    panel="#eceef1",
    dark=False,
    variables={
        "muted": "#59606c",
        "faint": "#6d7480",
        "attention": "#8f5a00",
        "good": "#35701a",
        "link": "#2e5cb8",
        "cursor": "#dcecff",
        "cursor-dim": "#e6e8ec",
        "bar": "#eceef1",
        "rule": "#c9ced6",
        "block-cursor-background": "#dcecff",
        "block-cursor-foreground": "#1f2328",
        "input-selection-background": "#2e5cb8 30%",
    },
)
OWN = (DARK, LIGHT)


def theme_names() -> list[str]:
    """The names of all themes, ours first."""
    return [*(theme.name for theme in OWN), *sorted(BUILTIN_THEMES)]


def not_a_theme(name: str) -> str:
    """What is wrong with the setting ``theme``, "" where there is a theme of that name."""
    names = theme_names()
    if name in names:
        return ""
    from netui.domain.query.parser import nearest_word

    meant = nearest_word(name, names)
    hint = f"did you mean {meant}?" if meant else f"such as {', '.join(names[:3])}; : in the app shows all"
    return f"theme: there is no theme {name!r} ({hint})"


def derived_variables(theme: Theme) -> dict[str, str]:
    """Our variables for a theme that is not ours, made of its colours; its own variables come before them.

    A theme of the terminal's own colours (``ansi-dark``) has no shades between two: the muted is dim there.
    """
    colours = theme.to_color_system().generate()
    named = {"attention": colours["warning"], "good": colours["success"], "link": colours["primary"]}
    if theme.ansi:
        plain = dict.fromkeys(("muted", "faint", "cursor", "cursor-dim", "bar"), colours["foreground"])
        return {**plain, **named, "rule": "ansi_bright_black"}
    text, ground = Color.parse(colours["foreground"]), Color.parse(colours["background"])
    shades = {
        "muted": ground.blend(text, 0.72),
        "faint": ground.blend(text, 0.55),
        "cursor": ground.blend(Color.parse(colours["primary"]), 0.3),
        "cursor-dim": ground.blend(text, 0.1),
        "bar": ground + Color.parse(colours["panel"]),
        "rule": ground.blend(text, 0.25),
    }
    return {**named, **{name: shade.hex6 for name, shade in shades.items()}}
