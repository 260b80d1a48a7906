"""Reminder sections of the goals pane: catching up, plans to ask about, promises, what is coming, revival."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from netui.domain.cadence.explanations import LEAST_GAPS, gap_words, met_words, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.recurring_dates import day_words
from netui.domain.model.dates import day_of
from netui.presentation.dates import in_days, month_heading, short_day
from netui.presentation.pages.page_layout import (
    CatchUpItem,
    ContactItem,
    DateItem,
    Item,
    MeetingItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    Selectable,
)
from netui.presentation.text import Line, clean, cut, spread, wrap
from netui.services.goals.pane import SHOWN
from netui.services.people.contact_list import ListedContact
from netui.services.reminders.agenda import Agenda
from netui.services.reminders.dormant_ties import DormantTie
from netui.services.reminders.promises import PromiseCounts

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry

_Row: TypeAlias = tuple[str, str, str, Item]
"""When, what, the role of when, and what the cursor stands on."""
_SAID_LINES = 2
_WIDE = 44
"""From so many columns on, as there are in a terminal of 160, words take as many lines as they need."""
_NARROW_LINES = 2


def catch_up_section(agenda: Agenda, key: str, context: RenderContext) -> PageLayout:
    """``nothing logged since 30 Oct: catch up?`` as a selectable item."""
    if not agenda.catch_up:
        return PageLayout([], [])
    lines: list[Line] = [
        [(f" {text}", "attention")] for text in wrap(_sentence(agenda.catch_up), context.width - 2)
    ]
    lines.append([(f" {key}", "strong"), (" lists whom you probably met", "muted")])
    return PageLayout([*lines, []], [Selectable(CatchUpItem(), 0, len(lines))])


def asked_section(agenda: Agenda, names: Mapping[str, str], context: RenderContext) -> PageLayout:
    """Plans that went by, of which it is asked whether they happened."""
    rows: list[_Row] = []
    for entry in agenda.asked[:SHOWN]:
        words = _meeting_words(entry, names)
        rows.append((short_day(entry.on, context.today), words, "attention", MeetingItem(entry)))
    return _dated("Did it happen?", rows, len(agenda.asked), context)


def promises_section(
    agenda: Agenda, names: Mapping[str, str], context: RenderContext, counts: PromiseCounts
) -> PageLayout:
    """Promises of both sides that are near, with what is asked about those past, and how many there are."""
    lines: list[Line] = []
    selectables: list[Selectable] = []
    for promise, question in zip(agenda.promises[:SHOWN], agenda.questions, strict=False):
        who = _first_name(names, promise.contact)
        near = promise.due is not None and (promise.due - context.today).days <= 7
        pressing = near and not promise.is_long_past(context.today)
        when = short_day(promise.due, context.today) if promise.due else ""
        said = f"{who}:" if promise.by == "me" else f"{who} {context.glyphs.arrow} you:"
        first = len(lines)
        role = "attention" if pressing and promise.by == "me" else "muted"
        lead = f" {'!' if pressing else ' '} {when:>6}  "
        lines += _beside(lead, role, f"{said} {clean(promise.text)}", context.width - 1)
        if question:
            lines.append([(cut(" " * 11 + question, context.width), "muted")])
        selectables.append(Selectable(PromiseItem(promise), first, len(lines)))
    shown = min(len(agenda.promises), SHOWN)
    if counts.open > shown:
        lines.append([(f"   and {counts.open - shown:,} more open", "muted")])
    title = f"Promises: {counts.due:,} of yours due" if counts.due else "Promises"
    return _titled(title, lines, selectables, context)


def coming_section(agenda: Agenda, names: Mapping[str, str], context: RenderContext) -> PageLayout:
    """Important dates and planned meetings, the soonest first."""
    rows: list[tuple[date, _Row]] = []
    for occasion in agenda.dates:
        words = f"{_first_name(names, occasion.contact)}'s {clean(day_words(occasion.what, occasion.years))}"
        when, role = _when(occasion.on, context)
        if occasion.is_month:
            when, role = month_heading(occasion.on, context.today)[:8], "muted"
        rows.append((occasion.last, (when, words, role, DateItem(occasion))))
    for entry in agenda.planned:
        day = day_of(entry.on)
        when, role = _when(day, context)
        rows.append((day, (when, _meeting_words(entry, names), role, MeetingItem(entry))))
    rows.sort(key=lambda row: (row[0], row[1][1]))
    return _dated("Coming", [row for _, row in rows[:SHOWN]], len(rows), context)


def _when(day: date, context: RenderContext) -> tuple[str, str]:
    """A day to come in a narrow column, and its role."""
    days = (day - context.today).days
    return (in_days(days), "link") if days < 2 else (short_day(day, context.today), "muted")


def _meeting_words(entry: Entry, names: Mapping[str, str]) -> str:
    """``lunch with Ada, Grace``, of those in ``names``."""
    people = [_first_name(names, ident) for ident in (entry.contact, *entry.with_) if ident in names]
    return f"{clean(entry.kind)} with {', '.join(people)}"


def _first_name(names: Mapping[str, str], ident: str) -> str:
    return clean(names.get(ident, ident)).split(" ")[0]


def _dated(title: str, rows: Sequence[_Row], count: int, context: RenderContext) -> PageLayout:
    """Rows of a day and words, a line each."""
    lines: list[Line] = []
    selectables: list[Selectable] = []
    for when, words, role, item in rows:
        first = len(lines)
        lines += _beside(f"  {when:>8}  ", role, words, context.width - 1)
        selectables.append(Selectable(item, first, len(lines)))
    return _titled(title, [*lines, *_more(count)], selectables, context)


def _beside(lead: str, role: str, words: str, width: int) -> list[Line]:
    """Words beside what leads them: in a narrow pane in two lines at most, in a wide one in all they take."""
    room = width - len(lead)
    first, *more = wrap(words, room) or [""]
    if len(more) >= _NARROW_LINES and width < _WIDE:
        more = [cut(f"{more[0]} …", room)]
    return [[(lead, role), (first, "")], *([(" " * len(lead) + text, "")] for text in more)]


def _more(count: int) -> list[Line]:
    return [[(f"   and {count - SHOWN:,} more", "muted")]] if count > SHOWN else []


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


def met_section(agenda: Agenda, context: RenderContext) -> PageLayout:
    """Those met lately for the first time, worth a follow-up, and the one of this week met longer ago."""
    lines: list[Line] = []
    selectables: list[Selectable] = []
    people = [
        (person, met_words(person.row, person.status.days or 0, context.today)) for person in agenda.met
    ]
    people += [agenda.offer] if agenda.offer else []
    for (row, status), words in people:
        first = len(lines)
        age: Line = [(gap_words(status.days or 0) + " ", "muted")]
        lines.append(spread([(f" {clean(row.name)}", "")], age, context.width))
        lines += [[("   " + text, "muted")] for text in wrap(clean(words), context.width - 4)]
        selectables.append(Selectable(ContactItem(row.id), first, len(lines)))
    return _titled("Lately met", lines, selectables, context)


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
