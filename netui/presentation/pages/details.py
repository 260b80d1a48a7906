"""The details page: everything that a person's file holds beside the timeline, group by group."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from netui.domain.model.channels import uri_of
from netui.domain.model.entry import Opportunity, Promise
from netui.presentation.hyperlinks import linked
from netui.presentation.pages.contact.contact_page import opportunity_lines, promise_lines
from netui.presentation.pages.page_builder import PageBuilder
from netui.presentation.pages.page_layout import (
    DetailItem,
    OpportunityItem,
    PageLayout,
    PromiseItem,
    RenderContext,
)
from netui.presentation.text import Line, clean, fit, wrap
from netui.services.details.listing import Detail, DetailGroup

_LABEL = 16
"""The column of the text, after the label; further right, up to a third of the page, for longer labels."""
_MOST_LINES = 8
"""Lines of one detail at most; the file holds the rest."""


def details_page(
    groups: Sequence[DetailGroup],
    promises: Sequence[Promise],
    opportunities: Sequence[Opportunity],
    names: Mapping[str, str],
    context: RenderContext,
    whose: str,
    keys: Mapping[str, str],
) -> PageLayout:
    """The page; ``names`` are those of the people named, ``keys`` the keys of actions as people read them."""
    builder = PageBuilder(context)
    longest = max((cell_len(clean(detail.label)) for group in groups for detail in group.details), default=0)
    column = max(_LABEL, min(longest + 2, context.width // 3))
    for group in groups:
        builder.section(group.title)
        for detail in group.details:
            builder.add(DetailItem(detail), _detail_lines(detail, column, context.width))
    if promises:
        builder.section("Promises, debts and gifts")
        for promise in promises:
            builder.add(PromiseItem(promise), promise_lines(promise, whose, context))
    if opportunities:
        builder.section("Opportunities")
        for opportunity in opportunities:
            builder.add(OpportunityItem(opportunity), opportunity_lines(opportunity, names, context))
    builder.lines.append([])
    builder.text(
        f"{keys['add_here']} adds a date, a relation, an e-mail or phone, an opportunity, an introduction, a"
        f" debt, a gift, a key of your own. {keys['edit']} changes the line, {keys['delete']} deletes it."
    )
    return PageLayout(builder.lines, builder.selectables, builder.sections)


def _detail_lines(detail: Detail, column: int, width: int) -> list[Line]:
    note = f"  {clean(detail.note)}" if detail.note else ""
    rows = wrap(detail.text, width - column - 3, _MOST_LINES) or [""]
    role = "link" if detail.other else ""
    if detail.kind == "address":
        role = linked(role, uri_of(detail.key, str(detail.item.get("value", ""))))
    lines: list[Line] = [
        [("  " + fit("" if at else clean(detail.label), column - 2) + " ", "muted"), (row, role)]
        for at, row in enumerate(rows)
    ]
    lines[-1].append((note, "muted"))
    return lines
