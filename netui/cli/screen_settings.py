"""What the screen alone knows to be wrong with the settings: themes that there are not, keys that clash."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.services.settings import Config


def screen_problems(config: "Config") -> list[str]:
    """Each as ``keys.log: what is wrong``; this loads Textual's themes."""
    from netui.presentation.keymap import keys_in_force
    from netui.ui.style.themes import not_a_theme

    theme = not_a_theme(config.theme)
    return [*([theme] if theme else []), *keys_in_force(config.keys, config.keymap)[1]]
