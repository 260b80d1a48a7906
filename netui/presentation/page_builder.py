"""A page as it grows, section by section; what the cursor stops at leads down to people."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from netui.presentation.contact_page import RenderContext, Selectable, cut_line
from netui.presentation.research_notes import FINDINGS
from netui.presentation.text import Line, wrap

BAR = 24


class Drill(NamedTuple):
    """Where a line leads: a heading, and the people with a word on each, made when it is opened."""

    title: str
    people: Callable[[], Sequence[tuple[str, str]]]


class Things(NamedTuple):
    """Where a line leads: to the entries in which ``thing`` was given or got, else to what was learned."""

    title: str
    thing: str = ""


class PageBuilder:
    """Lines, stops, and the lines at which sections begin."""

    def __init__(self, context: RenderContext):
        self.context = context
        self.lines: list[Line] = []
        self.stops: list[Selectable] = []
        self.sections: list[int] = []

    def section(self, title: str, finding: str = "") -> None:
        """A heading, with the finding it rests on."""
        if self.lines:
            self.lines.append([])
        self.sections.append(len(self.lines))
        rest = self.context.glyphs.rule * max(self.context.width - len(title) - 4, 0)
        self.lines.append([(f" {title} ", "strong"), (rest, "faint")])
        if finding:
            self.text(FINDINGS[finding][0], "faint")

    def text(self, words: str, role: str = "muted") -> None:
        """Words that lead nowhere."""
        self.lines += [[("  " + text, role)] for text in wrap(words, self.context.width - 4)]

    def label(self, words: str) -> None:
        """A heading within a section."""
        self.lines += [[], [(f"  {words}", "muted")]]

    def waiting(self) -> None:
        """What needs the whole log is not there yet."""
        self.text("counting …")

    def add(self, kind: str, item: object, lines: Sequence[Line]) -> None:
        """Lines that lead somewhere."""
        first = len(self.lines)
        self.lines += [cut_line(line, self.context.width) for line in lines]
        self.stops.append(Selectable(kind, item, first, len(self.lines)))

    def drill(
        self, title: str, people: Callable[[], Sequence[tuple[str, str]]], lines: Sequence[Line]
    ) -> None:
        """Lines that lead to a list of people."""
        self.add("drill", Drill(title, people), lines)

    def bar(self, part: float, role: str = "link") -> Line:
        """A bar of which ``part`` (0 to 1) is full."""
        full = round(min(max(part, 0.0), 1.0) * BAR)
        glyphs = self.context.glyphs
        return [(glyphs.full * full, role), (glyphs.empty * (BAR - full), "faint")]


def counted(number: int, one: str, many: str = "") -> str:
    """``1 door``, ``3 doors``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
