"""The expertise page: who knows or seeks a topic, each with evidence and a path of introductions."""

from collections.abc import Mapping, Sequence

from netui.presentation.dates import long_day
from netui.presentation.pages.page_layout import ContactItem, PageLayout, RenderContext, Selectable
from netui.presentation.text import Line, clean, wrap, wrap_line
from netui.services.insights.expertise import Expert

_WHOLE = 3
"""Letters of a word up to which it is looked for whole."""


def expertise_page(
    topic: str, answers: Sequence[Expert], names: Mapping[str, str], context: RenderContext
) -> PageLayout:
    """The answers to a query; each is selectable."""
    page = PageLayout([], [])
    if not answers:
        words = f"nobody comes to mind for “{clean(topic)}”"
        if any(len(word) <= _WHOLE for word in topic.split()):
            words += "; words of three letters and fewer are looked for whole"
        page.lines.extend([[], *([("  " + text, "muted")] for text in wrap(words, context.width - 4))])
    for answer in answers:
        first = len(page.lines)
        page.lines.extend(_lines(answer, names, context))
        page.selectables.append(Selectable(ContactItem(answer.contact), first, len(page.lines)))
    return page


def topics_page(topics: Sequence[tuple[str, int]], context: RenderContext) -> PageLayout:
    """A hint and the known topics, shown before anything is typed."""
    lines: list[Line] = [[]]
    for words in (
        "Type a topic. The answer names who knows it, looks for it or spoke of it, those closest to you"
        " first, and through whom to reach whoever you do not know well.",
        "",
        "Known around you: " + ", ".join(f"{word} {count}" for word, count in topics) if topics else "",
    ):
        lines += [[("  " + text, "muted")] for text in wrap(words, context.width - 4)] or [[]]
    return PageLayout(lines, [])


def _lines(answer: Expert, names: Mapping[str, str], context: RenderContext) -> list[Line]:
    head: Line = [(clean(answer.name), "strong"), (f"   {clean(answer.why)}", "muted")]
    first, *more = wrap_line(head, context.width - 5)
    lines: list[Line] = [[(" ", ""), *first], *([("    ", ""), *line] for line in more)]
    for each in answer.evidence:
        if each.on is None and each.how != "noted":
            continue
        when = long_day(each.on, context.today) if each.on else "notes"
        wrapped = wrap(f"{when}: “{each.text}”", context.width - 6)
        if len(wrapped) > 2:
            wrapped = [wrapped[0], wrapped[1].rstrip() + " …"]
        lines += [[("    " + text, "")] for text in wrapped]
    if answer.path:
        through = ", then ".join(names.get(ident, ident) for ident in answer.path[:-1])
        lines += [
            [("    " + text, "good")] for text in wrap(f"ask {through} to introduce you", context.width - 6)
        ]
    return lines
