"""The palette: every action that applies where one is, saved lists, circles and themes, to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.actions import BY_ID
from netui.presentation.keymap import shown_key
from netui.services.circles.commands import circle_tags
from netui.services.saved_lists import list_names

if TYPE_CHECKING:
    from netui.ui.controllers.host import Host

_THEME = "theme:"
_LIST = "list:"
_CIRCLE = "circle:"


class PaletteController:
    """Lists what can be done here and does what is chosen; a theme is shown while the cursor is on it."""

    def __init__(self, host: Host, filter_by: Callable[[str], object] | None = None):
        self._host = host
        self._filter_by = filter_by
        """Shows who fits a query, where there is a list of people."""

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"palette": self.open}

    def open(self) -> None:
        """Asks what to do."""
        host, before = self._host, self._host.theme
        actions = [BY_ID[name] for name in host.visible_actions() if BY_ID[name].group != "Move"]
        choices = [
            (action.id, action.help, " ".join(map(shown_key, host.keys[action.id].split(","))))
            for action in actions
            if action.id != "palette"
        ]
        if self._filter_by is not None:
            choices += [(_LIST + name, f"List: {name}", "show") for name in list_names(host.workspace)]
        choices += [(_CIRCLE + tag, f"Circle: #{tag}", "open") for tag in circle_tags(host.workspace)]
        choices += [(_THEME + name, f"Theme: {name}", "look") for name in sorted(host.themes())]

        def preview(key: str) -> None:
            host.use_theme(key.removeprefix(_THEME) if key.startswith(_THEME) else before)

        def chosen(key: str | None) -> None:
            if key is None:
                host.use_theme(before)
            elif key.startswith(_LIST) and self._filter_by is not None:
                self._filter_by(key)
            elif key.startswith(_CIRCLE):
                host.after_drawing(lambda: host.pages.circle(key.removeprefix(_CIRCLE)))
            elif key.startswith(_THEME):
                name = key.removeprefix(_THEME)
                host.use_theme(name)
                host.set_message(f'theme = "{name}" in config.toml keeps it')
            else:
                host.after_drawing(lambda: host.action_run(key))

        host.choose("what to do?", choices, chosen, preview)
