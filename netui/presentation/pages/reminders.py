"""Reminder sections of the goals pane: the offer to catch up, dormant ties to revive, capacity."""

from collections.abc import Sequence

from netui.domain.cadence.explanations import LEAST_GAPS, gap_words, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.presentation.page_layout import CatchUpItem, ContactItem, PageLayout, RenderContext, Selectable
from netui.presentation.text import Line, clean, cut, spread, wrap
from netui.services.people.contact_list import ListedContact
from netui.services.reminders.agenda import Agenda
from netui.services.reminders.dormant_ties import DormantTie

_SAID_LINES = 2


def catch_up_section(agenda: Agenda, key: str, context: RenderContext) -> PageLayout:
    """``nothing logged since 30 Oct: catch up?`` as a selectable item."""
    if not agenda.catch_up:
        return PageLayout([], [])
    lines: list[Line] = [
        [(f" {text}", "attention")] for text in wrap(_sentence(agenda.catch_up), context.width - 2)
    ]
    lines.append([(f" {key}", "strong"), (" lists whom you probably met", "muted")])
    return PageLayout([*lines, []], [Selectable(CatchUpItem(), 0, len(lines))])


def revival_section(revivals: Sequence[DormantTie], context: RenderContext) -> PageLayout:
    """Dormant ties to revive: length of the silence, the last words, and a channel to reach out by."""
    lines: list[Line] = []
    selectables: list[Selectable] = []
    for revival in revivals:
        first = len(lines)
        age: Line = [(gap_words(revival.days) + " ", "muted")]
        lines.append(spread([(f" {clean(revival.name)}", "")], age, context.width))
        said = wrap(revival.said, context.width - 6)
        if len(said) > _SAID_LINES:
            said = [*said[: _SAID_LINES - 1], cut(said[_SAID_LINES - 1] + " …", context.width - 6)]
        lines += [[("   " + text, "muted")] for text in said]
        lines.append([(f"   say hello{' ' + clean(revival.way) if revival.way else ''}?", "link")])
        selectables.append(Selectable(ContactItem(revival.contact), first, len(lines)))
    return _titled("Worth reviving", lines, selectables, context)


def capacity_section(agenda: Agenda, context: RenderContext) -> PageLayout:
    """Capacity: the contacts that the set rhythms ask for against those that happen, and whom to relax."""
    if not agenda.capacity:
        return PageLayout([], [])
    words = agenda.capacity.partition(": ")[0]
    lines: list[Line] = [
        [(" " + text, "")] for text in wrap(_sentence(words) + ". Relax?", context.width - 2)
    ]
    selectables: list[Selectable] = []
    for person in agenda.relax:
        lines.append(_relaxable(person, context))
        selectables.append(Selectable(ContactItem(person.row.id), len(lines) - 1, len(lines)))
    return _titled("Your pace", lines, selectables, context)


def _relaxable(person: ListedContact, context: RenderContext) -> Line:
    """A name with the rhythm set and the usual gap."""
    row, status = person
    gaps = gap_lengths(row.gaps)
    if len(gaps) >= LEAST_GAPS:
        really = f"usual {usual_gap(gaps)} d "
    else:
        really = f"now {status.days} d " if status.days is not None else "new "
    every = f"set {row.every}, " if row.every else ""
    return spread([(f"   {clean(row.name)}", "")], [(every + really, "muted")], context.width)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _titled(
    title: str, lines: list[Line], selectables: list[Selectable], context: RenderContext
) -> PageLayout:
    if not lines:
        return PageLayout([], [])
    rule = context.glyphs.rule * max(context.width - len(title) - 4, 0)
    moved = [each._replace(first=each.first + 1, after=each.after + 1) for each in selectables]
    return PageLayout([[(f" {title} ", "muted"), (rule, "faint")], *lines, []], moved)
