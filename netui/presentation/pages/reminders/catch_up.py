"""The catch-up page: plans that went by, what waits in the inbox, whom one probably met."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from netui.presentation.contact_row import age_words
from netui.presentation.dates import long_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.pages.page_builder import PageBuilder
from netui.presentation.pages.page_layout import (
    ContactItem,
    MeetingItem,
    PageLayout,
    RenderContext,
    WaitingItem,
)
from netui.presentation.text import Line, clean, fit, wrap
from netui.services.people.contact_list import ContactList, ListedContact
from netui.services.reminders.catch_up import CatchUp

if TYPE_CHECKING:
    from netui.services.inbox.parts import InboxItem

_INDENT = 4
_AGE = 8


def catch_up_page(
    found: CatchUp,
    people: ContactList,
    names: Mapping[str, str],
    marked: Container[str],
    nobody: str,
    context: RenderContext,
) -> PageLayout:
    """The sections; ``nobody`` is said where nobody is left, ``names`` are those of the people in plans."""
    builder = PageBuilder(context)
    if found.asked:
        builder.section("Did it happen?")
    for entry in found.asked:
        who = ", ".join(clean(names[ident]) for ident in (entry.contact, *entry.with_) if ident in names)
        text = f": {clean(entry.text)}" if entry.text else ""
        day = long_day(entry.on, context.today)
        builder.add(
            MeetingItem(entry), [[(f"  {day}  ", "muted"), (f"{clean(entry.kind)} with {who}{text}", "")]]
        )
    if found.inbox:
        builder.section("In the inbox")
    for item in found.inbox:
        builder.add(WaitingItem(item), _waiting_lines(item, context))
    if found.asked or found.inbox:
        builder.section("Whom you probably met")
    for ident, _, why in found.people:
        person = people.get(ident)
        if person is not None:
            lines = [_who(person, context, is_marked=ident in marked)]
            lines += [[(" " * _INDENT + text, "muted")] for text in wrap(why, context.width - _INDENT - 1)]
            builder.add(ContactItem(ident), lines)
    if not found.people:
        builder.text(nobody)
    return PageLayout(builder.lines, builder.selectables, tuple(builder.sections))


def _waiting_lines(item: InboxItem, context: RenderContext) -> list[Line]:
    """What would be saved, else the text and why it cannot be; and where it stands."""
    said = item.text if item.problem else item.understood
    words = wrap(said or item.text or item.where, context.width - _INDENT)
    lines: list[Line] = [[("  " + words[0], "")], *([(" " * _INDENT + more, "")] for more in words[1:])]
    below, role = (item.problem, "attention") if item.problem else (item.where, "muted")
    return [*lines, *([(" " * _INDENT + text, role)] for text in wrap(below, context.width - _INDENT - 1))]


def _who(person: ListedContact, context: RenderContext, *, is_marked: bool) -> Line:
    row, status = person
    width = min(context.width - _INDENT - _AGE, 40)
    age = (f"{age_words(person, context.today):>{_AGE}}", "muted")
    name = fit(clean(row.name), width)
    if is_marked:
        return [(f"  {context.glyphs.mark} {name}", "link strong"), age]
    return [(f"  {context.glyphs.states[status.state]} ", STATE_ROLES[status.state]), (name, ""), age]
