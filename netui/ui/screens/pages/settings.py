"""The screen of settings: every one with its meaning, changed in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netui.presentation.actions import SETTINGS
from netui.presentation.keymap import keys_in_force
from netui.presentation.pages.page_layout import PageLayout, RenderContext, SettingItem
from netui.presentation.pages.settings import settings_page
from netui.presentation.text import Line, wrap
from netui.services.errors import Refused, StoreError, Unreadable, path_words
from netui.services.settings import load_config
from netui.services.settings_editor import (
    Setting,
    WrongSetting,
    list_settings,
    restore_settings,
    set_setting,
    wrong_settings,
)
from netui.ui.controllers.line.questions import ask
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings
from netui.ui.style.themes import not_a_theme, theme_names


class SettingsScreen(PageScreen):
    """Settings by name, value and meaning; each change is written at once, and one key takes it back."""

    NAME = SETTINGS
    BINDINGS = screen_bindings(SETTINGS)

    def __init__(self, start: str = "") -> None:
        super().__init__()
        self._start = start
        """The setting on which the cursor begins, by name; the first where there is none."""
        self._found: list[Setting] = []
        self._wrong: list[WrongSetting] = []
        self._problem = ""
        self._changes: list[tuple[str, str]] = []
        """The file before and after each change, for undo."""

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs; undo here takes back settings."""
        return {**super().bind(), "change": self.change, "reset": self.reset, "undo": self.take_back}

    @property
    def _path(self) -> str:
        return str(self.workspace.places.config)

    def read(self) -> None:
        """Reads the file as it is now."""
        try:
            self._found, self._problem = list_settings(self._path), ""
        except (Unreadable, StoreError) as error:
            self._found, self._problem = [], f"{error}; mend it in an editor first"
        else:
            self.netui.background_tasks.submit(self._find_wrong, self._mark_wrong)
        begin, self._start = self._start, ""
        self._resume = next((at for at, each in enumerate(self._found) if each.name == begin), self._resume)

    def _find_wrong(self) -> list[WrongSetting]:
        """What the file has that is not in force; in a thread, as the validation takes a while to load."""
        config, _ = load_config(self._path)
        theme = not_a_theme(config.theme)
        keys = keys_in_force(config.keys, config.keymap)[1]
        return wrong_settings(self._path, [*([theme] if theme else []), *keys])

    def _mark_wrong(self, wrong: list[WrongSetting]) -> None:
        """Marks the settings with a wrong value, where they are others than before."""
        if wrong != self._wrong and self.is_attached:
            self._wrong = wrong
            self.draw()

    def lay_out(self, context: RenderContext) -> PageLayout:
        """All settings, or why the file cannot be read."""
        if self._problem:
            told = wrap(self._problem, context.width - 4)
            return PageLayout([[], *([(f"  {text}", "error")] for text in told)], [])
        return settings_page(self._found, self._wrong, context)

    def heading(self) -> Line:
        """Where they are kept."""
        return [(" Settings", "strong accent"), (f"  {self._path}", "muted")]

    def _current(self) -> Setting | None:
        item = self.current_item()
        return item.setting if isinstance(item, SettingItem) else None

    # ------------------------------------------------------------------ changing

    def change(self) -> None:
        """Steps to the next choice, offers many to pick from, or asks for a text."""
        setting = self._current()
        if setting is None:
            return
        if setting.path == ("theme",):
            self._pick_theme(setting)
        elif setting.choices:
            now = setting.value or setting.default
            at = setting.choices.index(now) + 1 if now in setting.choices else 0
            self._say(self._write(setting, setting.choices[at % len(setting.choices)]))
        else:
            self._ask(setting)

    def _pick_theme(self, setting: Setting) -> None:
        """Lists the themes; the one under the cursor is in force until another is chosen."""
        before = self.theme

        def chosen(name: str | None) -> None:
            self.use_theme(before)
            if name is not None:
                self._say(self._write(setting, name))

        choices = [(name, name, "in force" if name == before else "") for name in theme_names()]
        self.choose("theme", choices, chosen, self.use_theme)

    def _ask(self, setting: Setting) -> None:
        hints = {"table": "name = value; name = takes one out", "list": "words, with commas"}
        ask(
            self,
            setting.path[-1],
            lambda text: self._write(setting, text),
            kept=f"setting {setting.name}",
            hint=hints.get(setting.kind, setting.about),
            initial="" if setting.kind == "table" else setting.value,
        )

    def reset(self) -> None:
        """Takes a setting out of the file, so that its default holds; of a table asks which line."""
        setting = self._current()
        if setting is None:
            return
        if not setting.is_set:
            self.set_message(f"{setting.name} is at its default")
        elif setting.kind == "table":
            self._ask(setting)
        else:
            self._say(self._write(setting, ""))

    def take_back(self) -> None:
        """Takes back the last change of a setting made here."""
        if not self._changes:
            self.set_message("no setting was changed here")
            return
        before, after = self._changes[-1]
        self._say(self._tried(lambda: restore_settings(self._path, before, after)) or self._taken_back())

    def _taken_back(self) -> str:
        self._changes.pop()
        self._apply()
        self.set_message("taken back")
        return ""

    def _write(self, setting: Setting, text: str) -> str:
        """Writes a setting and puts it in force; returns what is wrong with it, "" when all is well."""
        wrong = not_a_theme(text) if setting.path == ("theme",) and text else ""
        wrong = wrong or self._wrong_keys(setting, text)
        if wrong:
            return wrong

        def write() -> None:
            self._changes.append(set_setting(self._path, setting, text))

        problem = self._tried(write)
        if not problem:
            later = self._apply()
            when = " from the next start on" if setting.path[0] in later else ""
            what = f"{setting.name} = {text}" if text else f"{setting.name}: as by default"
            self.set_message(f"{what}{when}  ({self.key('undo')} takes it back)")
        return problem

    def _wrong_keys(self, setting: Setting, text: str) -> str:
        """What a line of ``[keys]`` or another keymap would break."""
        config = self.workspace.config
        keys, keymap = dict(config.keys), config.keymap
        if setting.path == ("keymap",):
            keymap = text or "default"  # type: ignore[assignment]
        elif setting.path == ("keys",):
            name, _, key = (part.strip() for part in text.partition("="))
            keys[name] = key.strip("\"'")
            if not key:
                del keys[name]
        else:
            return ""
        known = keys_in_force(config.keys, config.keymap)[1]
        return next((wrong for wrong in keys_in_force(keys, keymap)[1] if wrong not in known), "")

    def _tried(self, change: Callable[[], None]) -> str:
        try:
            change()
        except (Refused, StoreError, Unreadable) as error:
            return str(error)
        except OSError as error:
            return path_words(error)
        return ""

    def _say(self, problem: str) -> None:
        if problem:
            self.set_message(problem, wrong=True)

    def _apply(self) -> frozenset[str]:
        """Puts the file in force; returns the settings that wait for the next start."""
        later = self.netui.use_settings(load_config(self._path)[0])
        self.refill()
        return later
