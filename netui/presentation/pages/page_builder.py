"""A builder for pages of sections: headings, text, bars, and items that drill down to contacts."""

from collections.abc import Callable, Sequence

from netui.presentation.pages.page_layout import ContactsItem, Item, RenderContext, Selectable
from netui.presentation.research_notes import RESEARCH_NOTES
from netui.presentation.text import Line, cut_line, plain, width_of, wrap, wrap_line

BAR_WIDTH = 24


class PageBuilder:
    """Collects the lines, the selectable items and the sections of a :class:`PageLayout`.

    Lines of items that are too long are cut; with ``folds`` they go on below, under an indent.
    """

    def __init__(self, context: RenderContext, *, folds: bool = False):
        self.context = context
        self._folds = folds
        self.lines: list[Line] = []
        self.selectables: list[Selectable] = []
        self.sections: list[int] = []

    def section(self, title: str, note: str = "") -> None:
        """A heading, with a research note by its key."""
        if self.lines:
            self.lines.append([])
        self.sections.append(len(self.lines))
        rest = self.context.glyphs.rule * max(self.context.width - len(title) - 4, 0)
        self.lines.append([(f" {title} ", "strong"), (rest, "faint")])
        if note:
            self.text(RESEARCH_NOTES[note][0], "faint")

    def text(self, words: str, role: str = "muted", *, indent: int = 2) -> None:
        """Wrapped text, not selectable."""
        self.lines += [[(" " * indent + text, role)] for text in wrap(words, self.context.width - indent - 2)]

    def label(self, words: str) -> None:
        """A subheading."""
        self.lines += [[], [(f"  {words}", "muted")]]

    def waiting(self) -> None:
        """A placeholder while the whole log is scanned."""
        self.text("counting …")

    def add(self, item: Item, lines: Sequence[Line]) -> None:
        """The lines of one selectable item."""
        first = len(self.lines)
        width = self.context.width
        for line in lines:
            self.lines += folded(line, width) if self._folds else [cut_line(line, width)]
        self.selectables.append(Selectable(item, first, len(self.lines)))

    def drill(
        self, title: str, people: Callable[[], Sequence[tuple[str, str]]], lines: Sequence[Line]
    ) -> None:
        """Lines that drill down to a list of contacts, computed when it is opened."""
        self.add(ContactsItem(title, people), lines)

    def bar(self, part: float, role: str = "link") -> Line:
        """A bar of which ``part`` (0 to 1) is full."""
        full = round(min(max(part, 0.0), 1.0) * BAR_WIDTH)
        glyphs = self.context.glyphs
        return [(glyphs.full * full, role), (glyphs.empty * (BAR_WIDTH - full), "faint")]


def folded(line: Line, width: int, indent: int = 4) -> list[Line]:
    """``line`` in rows of at most ``width`` cells: what has no room goes on below, broken between words."""
    if width_of(line) <= width:
        return [line]
    fits = next(at for at in range(len(line), -1, -1) if width_of(line[:at]) <= width)
    head, rest = line[:fits], line[fits:]
    if not plain(head).strip():
        return [cut_line(line, width)]
    (text, role), *others = rest
    rows = wrap_line([(text.lstrip(), role), *others], width - indent)
    return [head, *([(" " * indent, ""), *row] for row in rows)]


def pluralize(number: int, one: str, many: str = "") -> str:
    """``1 door``, ``3 doors``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
