"""The weekly review: a card a person, and a summary of what was done."""

from collections.abc import Mapping, Sequence

from netui.domain.model.contact_row import split
from netui.presentation.dates import long_day, short_day
from netui.presentation.glyphs import Glyphs
from netui.presentation.pages.contact.contact_page import INDENT, entry_lines, promise_lines, reason_lines
from netui.presentation.pages.page_layout import (
    MeetingItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    Selectable,
)
from netui.presentation.text import Line, clean, cut, cut_line, wrap
from netui.services.reminders.promises import promise_question
from netui.services.reminders.review import ReviewCard

_BAR = 20


def card_page(card: ReviewCard, context: RenderContext) -> PageLayout:
    """A review card: head and reasons, open promises, and the last entries."""
    profile = card.profile
    lines = _who(card, context)
    selectables: list[Selectable] = []
    if card.asked or card.promises:
        lines.append([])
    for plan in card.asked:
        words = f"  ? {clean(plan.kind)} on {long_day(plan.on, context.today)}: did it happen?"
        lines.append([(cut(words, context.width), "attention")])
        selectables.append(Selectable(MeetingItem(plan), len(lines) - 1, len(lines)))
    for promise in card.promises:
        question = promise_question(promise, profile.row.last, context.today)
        added = promise_lines(promise, profile.row.name, context, question)
        selectables.append(Selectable(PromiseItem(promise), len(lines), len(lines) + len(added)))
        lines += added
    for entry in card.talks:
        (_, role), *rest = (said := entry_lines(entry, profile.row.id, profile.names, context))[0]
        day = f" {short_day(entry.on, context.today):<{INDENT - 2}} "
        lines += [[], cut_line([(day, role), *rest], context.width), *said[1:]]
    if not card.talks:
        lines += [[], [("  Nothing logged yet.", "muted")]]
    return PageLayout(lines, selectables)


def _who(card: ReviewCard, context: RenderContext) -> list[Line]:
    """Name and work in two lines, the status, and the reasons to think of this person."""
    row = card.profile.row
    roles = ", ".join(map(clean, split(row.roles)))
    work = ", ".join(clean(part) for part in (row.title, row.org) if part)
    about = " · ".join(part for part in (work, clean(row.location)) if part)
    lines: list[Line] = [[], [(" " + clean(row.name), "strong"), ("  " + roles, "muted")]]
    if about:
        lines.append([(" " + about, "muted")])
    lines += [[], *reason_lines(card.profile, context)]
    for reason in card.reasons:
        wrapped = wrap(reason, context.width - 6)
        marks = [context.glyphs.dot, *[" "] * len(wrapped)]
        lines += [[(f" {mark} {text}", "")] for mark, text in zip(marks, wrapped, strict=False)]
    return [cut_line(line, context.width) for line in lines]


def summary_page(
    done: Sequence[tuple[str, Sequence[str]]], names: Mapping[str, str], left: int, context: RenderContext
) -> PageLayout:
    """The summary: what was done with whom, and how many candidates are left."""
    lines: list[Line] = [[], [("  That was this week's review.", "strong")], []]
    for act, who in done:
        said = ", ".join(names.get(ident, ident) for ident in who)
        head = f"  {len(who):>3} {act:<11} "
        wrapped = wrap(said, context.width - len(head) - 1)
        lines.append([(head, "good"), (wrapped[0], "")])
        lines += [[(" " * len(head) + text, "")] for text in wrapped[1:]]
    if not done:
        lines[1] = [("  Nobody to think of right now: no one is quiet, no promise or day is near.", "strong")]
    if left:
        more = f"  {left} more would be worthwhile; "
        lines += [[], [(more, "muted"), ("enter", "strong"), (" goes on.", "muted")]]
    return PageLayout([*lines, [], [("  esc leads back", "muted")]], [])


def progress_line(title: str, at: int, count: int, glyphs: Glyphs) -> Line:
    """The progress bar: ``Review  4 of 20  ████░░░░``."""
    line: Line = [(f" {title}", "strong accent")]
    if count:
        full = at * _BAR // count
        number = f"  {min(at + 1, count)} of {count}  " if at < count else f"  all {count} done  "
        line += [(number, "strong"), (glyphs.full * full, "good"), (glyphs.empty * (_BAR - full), "faint")]
        line += [("  esc leaves, it goes on here", "muted")] if at < count else []
    return [(clean(text), role) for text, role in line]
