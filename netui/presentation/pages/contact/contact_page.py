"""The contact page: a person's head, status, promises and opportunities, then the timeline of entries."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry, Opportunity, Promise, Step
from netui.domain.model.kinds import REMINDER_KINDS
from netui.presentation.dates import day_and_weekday, long_day, month_heading, short_day
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.markdown import markdown_lines
from netui.presentation.pages.contact.contact_facts import (
    custom_lines,
    date_lines,
    expertise_lines,
    reach_lines,
)
from netui.presentation.pages.contact.gap_sparkline import gap_sparkline
from netui.presentation.pages.contact.links import link_lines
from netui.presentation.pages.hint_keys import hint_key
from netui.presentation.pages.page_layout import (
    EntryItem,
    OpportunityItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    Selectable,
)
from netui.presentation.text import Line, Span, clean, cut, cut_line, width_of, wrap, wrap_line
from netui.services.people.profile import Profile
from netui.services.reminders.promises import count_kept, promise_question

INDENT = 9
"""The column of an entry's text, after its day."""
ROOMY = 51
"""From so many columns on, as there are in a terminal of 120, the head says all that is known."""
NOTE_LINES, ENTRY_LINES, _HISTORY_LINES = 12, 200, 4
"""Lines shown of the notes, and of the text of one entry; the file holds the rest."""


def contact_page(profile: Profile, context: RenderContext, first: int, after: int) -> PageLayout:
    """The page with the entries from ``first`` up to ``after``; the head only where ``first`` is 0."""
    if first:
        return _with_timeline(profile, context, first, after, [_more_entries(first, "later")], [])
    lines = heading_lines(profile, context)
    selectables: list[Selectable] = []
    for promise in profile.open_promises:
        line = len(lines)
        question = promise_question(promise, profile.row.last, context.today)
        lines += promise_lines(promise, profile.row.name, context, question)
        selectables.append(Selectable(PromiseItem(promise), line, len(lines)))
    record = count_kept(profile.promises, context.today).words
    if record:
        lines += [[("  " + text, "muted")] for text in wrap(record, context.width - 4)]
    for opportunity in profile.opportunities:
        line = len(lines)
        lines += opportunity_lines(opportunity, profile.names, context)
        selectables.append(Selectable(OpportunityItem(opportunity), line, len(lines)))
    if record or selectables:
        lines.append([])
    notes = str(profile.head.get("notes") or "").strip()
    if notes:
        lines += [[("  ", ""), *line] for line in markdown_lines(notes, context.width - 4, NOTE_LINES)]
        lines.append([])
    return _with_timeline(profile, context, first, after, lines, selectables)


def _with_timeline(
    profile: Profile,
    context: RenderContext,
    begin: int,
    after: int,
    lines: list[Line],
    selectables: list[Selectable],
) -> PageLayout:
    month: tuple[int, int] | None = None
    closed = [p for p in profile.promises if not p.is_open]
    for entry in profile.timeline[begin:after]:
        day = day_of(entry.on)
        if (day.year, day.month) != month:
            month = (day.year, day.month)
            lines.append(month_line(day, context))
        first = len(lines)
        lines += entry_lines(entry, profile.row.id, profile.names, context)
        lines += [_closed_promise_line(p, context) for p in closed if p.made == day]
        selectables.append(Selectable(EntryItem(entry), first, len(lines)))
        lines.append([])
    if len(profile.timeline) > after:
        lines.append(_more_entries(len(profile.timeline) - after, "earlier"))
    elif not profile.timeline and not profile.row.error:
        key = hint_key(context, "log")
        lines.append([("  Nothing logged yet: ", "muted"), (key, "strong"), (" logs a first line.", "muted")])
    return PageLayout(lines, selectables)


def _more_entries(count: int, when: str) -> Line:
    return [(f"  {count:,} {when} {'entry' if count == 1 else 'entries'}", "muted")]


# ---------------------------------------------------------------------- the head


def heading_lines(profile: Profile, context: RenderContext) -> list[Line]:
    """Name, roles, work, addresses, the status with its reason, the sparklines, and what else is known."""
    head, glyphs = profile.head, context.glyphs
    lines = _name_lines(profile, context.width)
    lines += reach_lines(profile, context.width)
    lines += _mark_lines(profile.row, context.width)
    lines += reason_lines(profile, context)
    if "conflict" in head:
        lines.append([(f" {glyphs.conflict} conflict: {clean(_clashed(head))}", "attention")])
    silence = gap_sparkline(profile.row, profile.status, context.width - 1, glyphs)
    if silence:
        lines.append(silence)
    if any(profile.months):
        months = " " + sparkline(profile.months, glyphs)
        lines.append([(months, "link"), (f" {glyphs.dot} 12 months", "muted")])
    lines += link_lines(profile, context.width)
    if context.width >= ROOMY:
        for known in (date_lines, expertise_lines, custom_lines):
            lines += known(head, context.width)
    return [cut_line(line, context.width) for line in lines] + [[]]


def _name_lines(profile: Profile, width: int) -> list[Line]:
    """Name, pronouns and roles; below them work and place."""
    row = profile.row
    roles = ", ".join(map(clean, split(row.roles)))
    pronouns = clean(str(profile.head.get("pronouns") or ""))
    beside = " · ".join(filter(None, (pronouns, roles)))
    name: Line = [(clean(row.name), "strong"), (f"  {beside}" if beside else "", "muted")]
    work = ", ".join(clean(part) for part in (row.title, row.org) if part)
    where = " · ".join(filter(None, (work, clean(row.location))))
    lines: list[Line] = [[(" ", ""), *line] for line in wrap_line(name, width - 2)]
    return lines + [[(" " + text, "muted")] for text in (wrap(where, width - 2) if where else ())]


def _mark_lines(row: ContactRow, width: int) -> list[Line]:
    """Tags and goals, on one line."""
    tags = "".join(f"  #{clean(tag)}" for tag in split(row.tags))
    goals = "".join(f"  ^{clean(goal)}" for goal in split(row.goals))
    if not tags and not goals:
        return []
    return [[(cut(tags[1:], width), "link"), (goals if tags else goals[1:], "good")]]


def _clashed(head: Mapping[str, Any]) -> str:
    from netui.domain.model.conflict import clashed_words

    return clashed_words(head["conflict"])


def reason_lines(profile: Profile, context: RenderContext) -> list[Line]:
    """The status of a contact and the reason for it, wrapped."""
    state = profile.status.state
    role = STATE_ROLES[state]
    label: list[Span] = [(f" {context.glyphs.states[state]} {state}", role), ("  ", "")]
    room = context.width - width_of(label) - 1
    wrapped = [*wrap(profile.why, room), *wrap(profile.tried, room)] or [""]
    lines: list[Line] = [[*label, (wrapped[0], "")]]
    return lines + [[(" " * width_of(label) + text, "")] for text in wrapped[1:]]


def sparkline(counts: tuple[int, ...], glyphs: Glyphs) -> str:
    """Counts as a sparkline: a row of bars, the highest one full."""
    top = max(max(counts), 4)
    last = len(glyphs.spark) - 1
    return "".join(glyphs.spark[min(-(-count * last // top), last)] for count in counts)


# ---------------------------------------------------------------------- the timeline


def month_line(day: date, context: RenderContext) -> Line:
    """``September ────────``."""
    name = month_heading(day, context.today)
    return [(f" {name} ", "muted"), (context.glyphs.rule * max(context.width - len(name) - 4, 0), "faint")]


def entry_lines(entry: Entry, owner: str, names: Mapping[str, str], context: RenderContext) -> list[Line]:
    """One entry: day, kind and participants, then its text, indented.

    Entries about a silence, such as ``tried``, are no contact: they are muted, on one line.
    """
    others = [names.get(who, who) for who in (entry.contact, *entry.with_) if who != owner]
    room = context.width - INDENT - 1
    apart = entry.kind in REMINDER_KINDS
    first: Line = [
        (f" {day_and_weekday(entry.on)}  ", "muted"),
        (clean(entry.kind), "muted" if apart else "strong"),
    ]
    if entry.planned and day_of(entry.on) < context.today:
        first.append((" did it happen?", "attention"))
    elif entry.planned or day_of(entry.on) > context.today:
        first.append((" coming", "link"))
    company = _company(entry, others)
    if apart and entry.text:
        company += f" {context.glyphs.dot} {entry.text}"
    heads = wrap(company.lstrip(), room - width_of(first[1:]) - 1, ENTRY_LINES) if company else []
    if heads:
        first.append((" " + heads[0], "muted"))
    lines = [first, *([(" " * INDENT + text, "muted")] for text in heads[1:])]
    if entry.text and not apart:
        lines += _words(entry.text, room, "")
    if entry.learned:
        lines += _words(f"learned: {entry.learned}", room, "muted")
    return lines + _wrapped_marks(_entry_marks(entry), room)


def _company(entry: Entry, others: Sequence[str]) -> str:
    """With whom and where it was, and who reached out."""
    parts = [f" with {', '.join(map(clean, others))}"] if others else []
    parts += [f" at {clean(entry.place)}"] if entry.place else []
    parts += [f"  {'you' if entry.started_by == 'me' else 'they'} reached out"] if entry.started_by else []
    parts += ["  private"] if entry.private else []
    return "".join(parts)


def _entry_marks(entry: Entry) -> list[Span]:
    """What was got and given, tags and goals."""
    marks = [(f"got {clean(word)}", "good") for word in entry.got]
    marks += [(f"gave {clean(word)}", "good") for word in entry.gave]
    marks += [(f"#{clean(tag)}", "link") for tag in entry.tags]
    return marks + [(f"^{clean(goal)}", "good") for goal in entry.goals]


def _words(text: str, room: int, role: str) -> list[Line]:
    lines: list[Line] = [[(" " * INDENT + line, role)] for line in wrap(text, room, ENTRY_LINES + 1)]
    if len(lines) > ENTRY_LINES:
        lines[ENTRY_LINES:] = [[(" " * INDENT + "… the file has all of it", "muted")]]
    return lines


def _wrapped_marks(marks: list[Span], room: int) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    for text, role in marks:
        text = cut(text, room)
        if line and width_of(line) - INDENT + 2 + len(text) > room:
            lines.append(line)
            line = []
        line += [("  " if line else " " * INDENT, ""), (text, role)]
    return [*lines, line] if line else lines


def promise_lines(promise: Promise, name: str, context: RenderContext, question: str = "") -> list[Line]:
    """``! you: send the deck  by Fri 27 Nov``; due within a week it is marked; what is asked stands below."""
    who = "you" if promise.by == "me" else clean(name).split(" ")[0]
    near = promise.due is not None and (promise.due - context.today).days <= 7
    pressing = near and not promise.is_long_past(context.today)
    role = "attention" if pressing and promise.by == "me" else ""
    text = f"{'!' if pressing else context.glyphs.dot} {who}: {promise.text}"
    wrapped = wrap(text, context.width - 4)
    lines: list[Line] = [[("  " + wrapped[0], role)], *([("    " + more, role)] for more in wrapped[1:])]
    if promise.due:
        word = "since" if promise.due < context.today else "by"
        due = f"  {word} {long_day(promise.due, context.today)}"
        if width_of(lines[-1]) + len(due) < context.width:
            lines[-1] = [*lines[-1], (due, "muted")]
        else:
            lines.append([("  " + due, "muted")])
    return [*lines, [("    " + question, "muted")]] if question else lines


def _closed_promise_line(promise: Promise, context: RenderContext) -> Line:
    who = "you" if promise.by == "me" else "they"
    mark = "-" if promise.dropped else context.glyphs.mark
    said = f" {mark} {who}: {clean(promise.text)}{', dropped' if promise.dropped else ''}"
    return [(cut(" " * (INDENT - 1) + said, context.width - 1), "muted")]


def opportunity_lines(
    opportunity: Opportunity, names: Mapping[str, str], context: RenderContext, *, whose: str = ""
) -> list[Line]:
    """``→ job: Staff engineer at Initech``, then stage, next step, who opened the door, worth and history."""
    mark = {"won": context.glyphs.mark, "lost": "-"}.get(opportunity.status, context.glyphs.arrow)
    role = {"won": "good", "lost": "muted"}.get(opportunity.status, "")
    head = f"{mark} {opportunity.kind}: {opportunity.text}"
    wrapped = wrap(f"{head} ({whose})" if whose else head, context.width - 4)
    lines: list[Line] = [[("  " + wrapped[0], role)], *([("    " + more, role)] for more in wrapped[1:])]
    since = f" since {short_day(opportunity.since, context.today)}" if opportunity.since else ""
    facts = [opportunity.standing + since] if opportunity.standing else []
    if opportunity.status == "open" and (opportunity.next or opportunity.next_on):
        when = f" {short_day(opportunity.next_on, context.today)}" if opportunity.next_on else ""
        facts.append(f"next{when}: {opportunity.next}" if opportunity.next else f"next{when}")
    if opportunity.via:
        facts.append(f"opened by {names.get(opportunity.via, opportunity.via)}")
    if opportunity.worth:
        facts.append(opportunity.worth)
    rows = [*wrap(" · ".join(facts), context.width - 5), *_history_rows(opportunity, context)]
    return lines + [[("    " + text, "muted")] for text in rows if text]


def _history_rows(opportunity: Opportunity, context: RenderContext) -> list[str]:
    """``9 Nov opened · 12 Nov applied · 20 Nov interview``, wrapped; nothing before a second step."""
    opened = (Step("opened", opportunity.opened),) if opportunity.opened else ()
    steps = (*opened, *opportunity.history)
    if len(opportunity.history) + len({step.on for step in steps}) < 3:  # all of it is said above
        return []
    said = [f"{short_day(step.on, context.today)} {step.what}" if step.on else step.what for step in steps]
    return wrap(" · ".join(said), context.width - 5, _HISTORY_LINES)
