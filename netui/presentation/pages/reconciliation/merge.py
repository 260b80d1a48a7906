"""The merge preview: what merging two contacts would change."""

from collections.abc import Sequence

from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.text import Line, clean, wrap

_COLUMN = 14


def merge_page(
    keeper: tuple[str, str], other: tuple[str, str], rows: Sequence[tuple[str, str]], context: RenderContext
) -> PageLayout:
    """The contact kept and the one deleted, each as name and id, then the changes row by row."""
    lines: list[Line] = [[]]
    for (name, ident), fate, role in ((keeper, "stays", "good"), (other, "goes", "attention")):
        lines.append(
            [(f"  {fate:<{_COLUMN - 2}}", role), (clean(name), "strong"), (f"  {clean(ident)}", "faint")]
        )
    lines.append([])
    for what, words in rows:
        for at, text in enumerate(wrap(words, context.width - _COLUMN - 1)):
            lines.append([(f"  {clean(what) if at == 0 else '':<{_COLUMN - 2}}", "muted"), (text, "")])
    lines += [
        [],
        [("  Nothing is lost: the file of the one who goes moves to the trash; u undoes it.", "muted")],
    ]
    return PageLayout(lines, [])
