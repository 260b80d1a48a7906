"""The goals pane: goals with their progress, promises, coming dates and meetings, ties to revive."""

from __future__ import annotations

from collections.abc import Mapping

from netui.domain.cadence.recurring_dates import day_words
from netui.domain.model.dates import day_of
from netui.presentation.dates import in_days, long_day, short_day
from netui.presentation.page_layout import (
    DateItem,
    GoalItem,
    MeetingItem,
    MilestoneItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    Selectable,
)
from netui.presentation.pages.reminders import capacity_section, catch_up_section, revival_section
from netui.presentation.text import Line, clean, cut, cut_line, spread, wrap
from netui.services.goals.pane import SHOWN, GoalsPane
from netui.services.goals.progress import GoalProgress
from netui.services.reminders.agenda import Agenda

_BAR = 10


def goals_page(pane: GoalsPane, context: RenderContext, catch_up_key: str = "") -> PageLayout:
    """Active goals, promises, coming dates, ties to revive, capacity, then past goals; all selectable."""
    goals, agenda, names, revivals = pane
    lines, selectables, _ = catch_up_section(agenda, catch_up_key, context)
    for progress in goals:
        if progress.goal.status != "active":
            continue
        first = len(lines)
        lines += goal_lines(progress, context)
        selectables.append(Selectable(GoalItem(progress), first, len(lines)))
        for milestone in progress.milestones:
            if milestone.done is None:
                due = f"by {short_day(milestone.due, context.today)}" if milestone.due else ""
                lines.append(
                    spread(
                        [(f"   {context.glyphs.dot} {clean(milestone.text)}", "muted")],
                        [(due + " ", "muted")],
                        context.width,
                    )
                )
                selectables.append(
                    Selectable(MilestoneItem(progress.goal.id, milestone), len(lines) - 1, len(lines))
                )
        lines.append([])
    if not goals:
        lines += [[("  No goals yet: ", "muted"), ("a", "strong"), (" adds one.", "muted")], []]
    _promises(agenda, names, context, lines, selectables)
    _coming(agenda, names, context, lines, selectables)
    for section in (revival_section(revivals, context), capacity_section(agenda, context)):
        moved = len(lines)
        selectables += [
            each._replace(first=each.first + moved, after=each.after + moved) for each in section.selectables
        ]
        lines += section.lines
    rest = [progress for progress in goals if progress.goal.status != "active"]
    if rest:
        lines.append(_rule("Behind you", context))
        for progress in rest:
            first = len(lines)
            mark = context.glyphs.mark if progress.goal.status == "reached" else "-"
            lines.append(
                cut_line(
                    [
                        (f" {mark} {clean(progress.goal.title)}", "muted"),
                        (f"  {progress.goal.status}", "faint"),
                    ],
                    context.width,
                )
            )
            selectables.append(Selectable(GoalItem(progress), first, first + 1))
    return PageLayout(lines, selectables)


def goal_lines(progress: GoalProgress, context: RenderContext) -> list[Line]:
    """Title, progress bar, and what is still missing."""
    goal = progress.goal
    flag = f" {context.glyphs.conflict}" if goal.conflicts else ""
    lines: list[Line] = [[(" " + t, "strong")] for t in wrap(goal.title, context.width - 2 - len(flag))]
    if flag:
        lines[-1].append((flag, "attention"))
    if progress.error:
        return lines + [[(" " + text, "error")] for text in wrap(progress.error, context.width - 2)]
    if progress.done is not None and progress.target:
        full = min(progress.done * _BAR // progress.target, _BAR)
        glyphs = context.glyphs
        per = f" a {goal.measure.per}" if goal.measure and goal.measure.per != "total" else ""
        line: Line = [
            (" " + glyphs.full * full, "good"),
            (glyphs.empty * (_BAR - full), "faint"),
            (f"  {progress.done} of {progress.target}{per}", ""),
        ]
        if progress.pace:
            line.append((f"  {progress.pace}", "attention" if progress.pace == "slow" else "muted"))
        lines.append(cut_line(line, context.width))
    elif progress.done is not None:
        lines.append([(f" {progress.done} so far", "")])
    missing = [f"{a.want - a.have} more {clean(a.who)}" for a in progress.audiences if a.have < a.want]
    facts = [f"by {long_day(goal.due, context.today)}"] if goal.due else []
    if progress.pace == "slow" and progress.needed:
        facts.append(
            f"needs {progress.needed:.0f} a month" if progress.needed >= 1 else "needs one a month or less"
        )
    if missing:
        facts.append("look for " + ", ".join(missing))
    return (
        lines + [[(" " + text, "muted")] for text in wrap(" · ".join(facts), context.width - 2)]
        if facts
        else lines
    )


def _promises(
    agenda: Agenda,
    names: Mapping[str, str],
    context: RenderContext,
    lines: list[Line],
    selectables: list[Selectable],
) -> None:
    if not agenda.promises:
        return
    lines.append(_rule("Promises", context))
    for promise in agenda.promises[:SHOWN]:
        who = clean(names.get(promise.contact, promise.contact)).split(" ")[0]
        pressing = promise.due is not None and (promise.due - context.today).days <= 7
        when = short_day(promise.due, context.today) if promise.due else ""
        words = (
            f"{who}: {clean(promise.text)}"
            if promise.by == "me"
            else f"{who} {context.glyphs.arrow} you: {clean(promise.text)}"
        )
        first = len(lines)
        role = "attention" if pressing and promise.by == "me" else ""
        lines.append(
            [
                (f" {'!' if pressing else ' '} {when:>6}  ", role or "muted"),
                (cut(words, context.width - 12), ""),
            ]
        )
        selectables.append(Selectable(PromiseItem(promise), first, first + 1))
    if len(agenda.promises) > SHOWN:
        lines.append([(f"   and {len(agenda.promises) - SHOWN} more", "muted")])
    lines.append([])


def _coming(
    agenda: Agenda,
    names: Mapping[str, str],
    context: RenderContext,
    lines: list[Line],
    selectables: list[Selectable],
) -> None:
    if not agenda.dates and not agenda.planned:
        return
    lines.append(_rule("Coming", context))
    rows = []
    for occasion in agenda.dates:
        who = clean(names.get(occasion.contact, occasion.contact)).split(" ")[0]
        what = clean(day_words(occasion.what, occasion.years))
        rows.append((occasion.on, f"{who}'s {what}", Selectable(DateItem(occasion), 0, 0)))
    for entry in agenda.planned:
        people = [clean(names.get(i, i)).split(" ")[0] for i in (entry.contact, *entry.with_)]
        rows.append(
            (
                day_of(entry.on),
                f"{clean(entry.kind)} with {', '.join(people)}",
                Selectable(MeetingItem(entry), 0, 0),
            )
        )
    for day, words, selectable in sorted(rows, key=lambda row: (row[0], row[1]))[:SHOWN]:
        first = len(lines)
        days = (day - context.today).days
        when = in_days(days) if days < 2 else short_day(day, context.today)
        lines.append(
            [(f"  {when:>8}  ", "link" if days < 2 else "muted"), (cut(words, context.width - 13), "")]
        )
        selectables.append(selectable._replace(first=first, after=first + 1))
    lines.append([])


def _rule(title: str, context: RenderContext) -> Line:
    return [(f" {title} ", "muted"), (context.glyphs.rule * max(context.width - len(title) - 4, 0), "faint")]
