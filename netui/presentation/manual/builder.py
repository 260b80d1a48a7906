"""Builder of the pages of help and manual: prose, examples, terms, keys that run, links to topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from netui.domain.named_tuple import NamedTuple
from netui.presentation.actions import Action
from netui.presentation.glyphs import Glyphs
from netui.presentation.keymap import first_key, shown_key
from netui.presentation.pages.page_builder import PageBuilder
from netui.presentation.pages.page_layout import ActionItem, PageLayout, RenderContext, TopicItem
from netui.presentation.text import Line, fit, wrap

_KEY_WIDTH = 13
_NARROW = 64
"""The width below which what explains a term stands under it."""


class ManualContext(NamedTuple):
    """What the text of help and manual depends on: the keys in force, and how to draw."""

    keys: Mapping[str, str]
    glyphs: Glyphs
    width: int


class ManualBuilder(PageBuilder):
    """Collects the lines of a page; where several things make a topic, each begins with a section."""

    def __init__(self, context: ManualContext):
        super().__init__(RenderContext(context.width, date.min, context.glyphs))
        self.keys = context.keys

    @property
    def page(self) -> PageLayout:
        """What was written."""
        return PageLayout(self.lines, self.selectables, self.sections)

    def prose(self, text: str, *, blank: bool = True) -> None:
        """A paragraph; an action in braces stands for its key."""
        if blank and self.lines:
            self.lines.append([])
        words = text.format_map({name: first_key(self.keys, name) for name in self.keys})
        self.lines += [[(" " + row, "")] for row in wrap(words, self.context.width - 2)]

    def examples(self, rows: Iterable[tuple[str, str]]) -> None:
        """Things to type, each with what it means below."""
        self.lines.append([])
        for example, meaning in rows:
            self.lines += [[("   " + row, "link")] for row in wrap(example, self.context.width - 4)]
            self.lines += [[("      " + row, "muted")] for row in wrap(meaning, self.context.width - 7)]

    def code(self, text: str) -> None:
        """Lines of a file or a shell, as they are while there is room."""
        self.lines.append([])
        for line in text.strip("\n").split("\n"):
            self.lines += [[("   " + row, "link")] for row in wrap(line, self.context.width - 4) or [""]]

    def terms(
        self, rows: Iterable[tuple[str, str]], width: int = 18, role: str = "link", *, blank: bool = True
    ) -> None:
        """Words, each with what explains it beside it, or below on a narrow screen."""
        if blank:
            self.lines.append([])
        if self.context.width < _NARROW:
            for term, meaning in rows:
                self.lines.append([("   " + term, role)])
                self.lines += [[("      " + row, "")] for row in wrap(meaning, self.context.width - 7)]
            return
        for term, meaning in rows:
            if len(term) > width:
                self.lines.append([("   " + term, role)])
            first = "" if len(term) > width else term
            for row in wrap(meaning, self.context.width - width - 5):
                self.lines.append([(f"   {fit(first, width)}", role), (" " + row, "")])
                first = ""

    def table(self, name: str, meaning: str) -> None:
        """The heading of a table in a file, and what it is about."""
        self.lines += [[], [(f"   {name}", "link strong")]]
        self.lines += [[("   " + row, "muted")] for row in wrap(meaning, self.context.width - 4)]

    def actions(self, title: str, actions: Iterable[Action], *, runs: bool) -> None:
        """A heading, and the keys and help of each action that has a key; nothing where none has.

        Where it ``runs``, each is an item to choose.
        """
        listed = [action for action in actions if self.keys.get(action.id)]
        if not listed:
            return
        self.section(title)
        for action in listed:
            shown = " ".join(shown_key(key) for key in self.keys[action.id].split(",") if key)
            rows: list[Line] = []
            for row in wrap(action.help, self.context.width - _KEY_WIDTH - 5):
                rows.append([(f"   {fit('' if rows else shown, _KEY_WIDTH)}", "strong"), (" " + row, "")])
            if runs:
                self.add(ActionItem(action.id), rows)
            else:
                self.lines += rows

    def see(self, topics: Mapping[str, str], title: str = "See also") -> None:
        """Links to topics, each with what it is about."""
        self.section(title)
        for name, summary in topics.items():
            row: Line = [(f"   {fit(name, _KEY_WIDTH)}", "link"), (" " + summary, "muted")]
            self.add(TopicItem(name), [row])
