"""The settings page: each setting with its value, its default and what it means."""

from collections.abc import Sequence

from netui.presentation.pages.page_builder import PageBuilder
from netui.presentation.pages.page_layout import PageLayout, RenderContext, SettingItem
from netui.presentation.text import Line, clean, cut, fit, wrap
from netui.services.settings_editor import Setting, WrongSetting

_GENERAL, _TABLES = "General", "Words, programs and keys of your own"
_NAME = 22
"""Cells for the name of a setting."""


def settings_page(
    settings: Sequence[Setting], wrong: Sequence[WrongSetting], context: RenderContext
) -> PageLayout:
    """Name and value of each, what is wrong with it, and its meaning below.

    What the file sets is told apart from defaults. What is no setting stands at the top.
    """
    builder = PageBuilder(context)
    section = ""
    known = {setting.path for setting in settings}
    for each in wrong:
        if not any(each.path[: len(path)] == path for path in known):
            builder.lines += _wrong_lines(f"! {each.name}: {each.words}", context)
    for setting in settings:
        own = _TABLES if setting.kind == "table" else _GENERAL
        heading = setting.path[0].capitalize() if len(setting.path) > 1 else own
        if heading != section:
            builder.section(heading)
            section = heading
        here = [each for each in wrong if each.path[: len(setting.path)] == setting.path]
        builder.add(SettingItem(setting), _lines(setting, here, context))
    return PageLayout(builder.lines, builder.selectables, builder.sections)


def _lines(setting: Setting, wrong: Sequence[WrongSetting], context: RenderContext) -> list[Line]:
    width = context.width
    default = f"  (default: {setting.default})" if setting.is_set and setting.default else ""
    value = setting.value if setting.is_set else setting.default or "not set"
    room = max(width - _NAME - 4 - len(default), 8)
    lines: list[Line] = [
        [
            ("! " if wrong else "  ", "attention"),
            (fit(setting.path[-1], _NAME), "strong" if setting.is_set else ""),
            (cut(clean(value), room), "attention" if wrong else "link" if setting.is_set else "muted"),
            (clean(default), "faint"),
        ]
    ]
    for each in wrong:
        inner = ".".join(each.path[len(setting.path) :])
        lines += _wrong_lines(f"{inner}: {each.words}" if inner else each.words, context)
    about = clean(setting.about.rstrip("."))
    if setting.choices and setting.choices != ("true", "false"):
        about += f": {', '.join(setting.choices)}" if not any(c in about for c in setting.choices) else ""
    lines += [[("    " + text, "muted")] for text in wrap(about, width - 6)]
    return lines


def _wrong_lines(words: str, context: RenderContext) -> list[Line]:
    """What is wrong, under its own indent."""
    return [[("    " + text, "attention")] for text in wrap(clean(words), context.width - 6)]
