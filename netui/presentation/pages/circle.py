"""The page of a circle: its rhythm and silence, who came when, and who has not come for long."""

from collections.abc import Sequence
from datetime import date

from netui.domain.cadence.explanations import gap_words
from netui.presentation.dates import MONTH_NAMES, in_days, short_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.pages.contact.gap_sparkline import gap_sparkline
from netui.presentation.pages.hint_keys import hint_key
from netui.presentation.pages.page_builder import PageBuilder, pluralize
from netui.presentation.pages.page_layout import ContactItem, PageLayout, RenderContext
from netui.presentation.text import Line, clean, cut_line, fit, wrap
from netui.services.circles.commands import rhythm_words
from netui.services.circles.status import CircleStatus

MISSED = 4
"""Who came to none of so many meetings, the last ones, has not come for long."""
_CELL = 3
_NAME, _MARGIN, _AGE = 24, 4, 8
_GUESTS = 8
_NARROWEST = 12


def circle_page(
    circle: CircleStatus,
    guests: Sequence[tuple[str, str, int]],
    context: RenderContext,
    *,
    is_named: bool = False,
) -> PageLayout:
    """The page; ``guests`` are those who came without its tag: id, name, and to how many meetings.

    Its name stands over it where ``is_named``: where no title says it.
    """
    builder = PageBuilder(context)
    if is_named:
        builder.lines.append([(f" {clean(circle.row.name)}", "strong")])
    builder.lines += _head(circle, context)
    builder.section("Who came")
    _grid(builder, circle)
    _missing(builder, circle)
    if guests:
        builder.section(f"Came too, without {clean(circle.row.name)}")
        for ident, name, times in guests[:_GUESTS]:
            words = f"  at {pluralize(times, 'meeting')}"
            builder.add(ContactItem(ident), [[(f"  {clean(name)}", ""), (words, "muted")]])
    lines = [cut_line(line, context.width) for line in builder.lines]
    return PageLayout(lines, builder.selectables, builder.sections)


def _head(circle: CircleStatus, context: RenderContext) -> list[Line]:
    """State and reason, the gaps between meetings, the rhythm, and when it meets next."""
    row, status = circle.listed
    state = status.state
    label = f" {context.glyphs.states[state]} {state}  "
    first, *more = wrap(circle.why, context.width - len(label) - 1) or [""]
    lines: list[Line] = [[(label, STATE_ROLES[state]), (first, "")]]
    lines += [[(" " * len(label) + text, "")] for text in more]
    gaps = gap_sparkline(row, circle.status, context.width - 1, context.glyphs)
    if gaps:
        lines.append(gaps)
    facts = [
        f"rhythm: {rhythm_words(circle.every)}",
        pluralize(len(circle.members), "member"),
        pluralize(len(circle.meetings), "meeting"),
    ]
    if row.planned_on:
        day = date.fromordinal(row.planned_on)
        facts.append(f"next {short_day(day, context.today)}, {in_days((day - context.today).days)}")
    dot = f" {context.glyphs.dot} "
    return lines + [[(f" {text}", "muted")] for text in wrap(dot.join(facts), context.width - 2)] + [[]]


def _grid(builder: PageBuilder, circle: CircleStatus) -> None:
    """A row for each member, a column for each of the last meetings, the newest at the right."""
    context = builder.context
    name_width = max(min(_NAME, context.width // 3), _NARROWEST)
    shown = circle.meetings[-max((context.width - _MARGIN - name_width - _AGE) // _CELL, 1) :]
    if not circle.meetings:
        key = hint_key(context, "log")
        builder.text(f"no meeting yet: {key} logs one, with {clean(circle.row.name)} in the line")
    else:
        builder.lines += _days([date.fromordinal(meeting.day) for meeting in shown], name_width + _MARGIN)
    if not circle.members:
        key = hint_key(context, "tags")
        builder.text(f"nobody carries {clean(circle.row.name)}: {key} on people gives it to them")
    full, missed = context.glyphs.states["warm"], context.glyphs.dot
    for member in circle.members:
        marks: Line = [
            (f"{full if member.id in meeting.people else missed:>{_CELL}}", role)
            for meeting in shown
            for role in ["good" if member.id in meeting.people else "faint"]
        ]
        line: Line = [(f"  {fit(clean(member.name), name_width)}  ", ""), *marks]
        builder.add(ContactItem(member.id), [[*line, (_silence(member.last, context).rjust(_AGE), "muted")]])


def _silence(last: int, context: RenderContext) -> str:
    """How long since one was in touch with a member, there or anywhere."""
    return gap_words(max(context.today.toordinal() - last, 0)) if last else "new"


def _days(days: Sequence[date], indent: int) -> list[Line]:
    """The months and the days over the columns; a month stands where it begins and there is room."""
    months, before = "", (days[-1].year, 0)
    for at, day in enumerate(days):
        if (day.year, day.month) != before and len(months) <= at * _CELL:
            year = f" {day.year}" if day.year != before[0] else ""
            months = months.ljust(at * _CELL) + MONTH_NAMES[day.month - 1][:3].rjust(_CELL) + f"{year} "
            before = day.year, day.month
    numbers = "".join(f"{day.day:>{_CELL}}" for day in days)
    return [[(" " * indent + months.rstrip(), "muted")], [(" " * indent + numbers, "muted")]]


def _missing(builder: PageBuilder, circle: CircleStatus) -> None:
    """Members who came to none of the last meetings, and when they last came."""
    if len(circle.meetings) < MISSED:
        return
    lately = {who for meeting in circle.meetings[-MISSED:] for who in meeting.people}
    absent = [member for member in circle.members if member.id not in lately]
    if not absent:
        return
    builder.section(f"Not there at the last {MISSED} meetings")
    for member in absent:
        came = [at for at, meeting in enumerate(circle.meetings) if member.id in meeting.people]
        words = "never logged there"
        if came:
            last = short_day(date.fromordinal(circle.meetings[came[-1]].day), builder.context.today)
            words = f"last on {last}, {len(circle.meetings) - 1 - came[-1]} meetings ago"
        builder.add(
            ContactItem(member.id), [[(f"  {fit(clean(member.name), _NAME)}  ", ""), (words, "muted")]]
        )
