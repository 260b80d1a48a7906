"""The goals pane: goals with their progress, promises, coming dates and meetings, ties to revive."""

from __future__ import annotations

from netui.domain.model.goal import Milestone
from netui.presentation.dates import long_day
from netui.presentation.pages.goal import milestone_day
from netui.presentation.pages.hint_keys import hint_key
from netui.presentation.pages.page_layout import (
    GoalItem,
    MilestoneItem,
    PageLayout,
    RenderContext,
    Selectable,
)
from netui.presentation.pages.reminders.sections import (
    asked_section,
    capacity_section,
    catch_up_section,
    coming_section,
    met_section,
    promises_section,
    revival_section,
)
from netui.presentation.text import Line, Span, clean, cut_line, spread, wrap, wrap_line
from netui.services.goals.pace import count_words, is_past_due, pace_words
from netui.services.goals.pane import GoalsPane
from netui.services.goals.progress import GoalProgress

_BAR, _STEP = 10, 5


def goals_page(pane: GoalsPane, context: RenderContext, catch_up_key: str = "") -> PageLayout:
    """Active goals, promises, dates, the lately met, ties to revive, capacity, past goals; all selectable."""
    goals, agenda, names, revivals, promises = pane
    page = PageLayout([], [])
    _add(page, catch_up_section(agenda, catch_up_key, context))
    _add(page, asked_section(agenda, names, context))
    lines, selectables = page.lines, page.selectables
    for progress in goals:
        if progress.goal.status != "active":
            continue
        first = len(lines)
        lines += goal_lines(progress, context)
        selectables.append(Selectable(GoalItem(progress), first, len(lines)))
        for milestone in progress.milestones:
            if milestone.done is None:
                first = len(lines)
                lines += _milestone_lines(milestone, context)
                selectables.append(Selectable(MilestoneItem(progress.goal, milestone), first, len(lines)))
        lines.append([])
    if not goals:
        lines += [
            [("  No goals yet: ", "muted"), (hint_key(context, "add"), "strong"), (" adds one.", "muted")],
            [],
        ]
    _add(page, promises_section(agenda, names, context, promises))
    _add(page, coming_section(agenda, names, context))
    _add(page, met_section(agenda, context))
    _add(page, revival_section(revivals, context))
    _add(page, capacity_section(agenda, context))
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
    return page


def _milestone_lines(milestone: Milestone, context: RenderContext) -> list[Line]:
    """A step still to be done, wrapped beside the day it is due."""
    due = f"{milestone_day(milestone, context.today)} "
    first, *more = wrap(milestone.text, context.width - _STEP - len(due) - 1) or [""]
    lead = f"   {context.glyphs.dot} "
    lines: list[Line] = [spread([(f"{lead}{first}", "muted")], [(due, "muted")], context.width)]
    return lines + [[(" " * _STEP + text, "muted")] for text in more]


def _add(page: PageLayout, section: PageLayout) -> None:
    """Puts a section below what the page holds."""
    moved = len(page.lines)
    page.selectables.extend(
        each._replace(first=each.first + moved, after=each.after + moved) for each in section.selectables
    )
    page.lines.extend(section.lines)


def goal_lines(progress: GoalProgress, context: RenderContext) -> list[Line]:
    """Title, progress bar, and what is still missing."""
    goal = progress.goal
    flag = f" {context.glyphs.conflict}" if goal.conflicts else ""
    lines: list[Line] = [[(" " + t, "strong")] for t in wrap(goal.title, context.width - 2 - len(flag))]
    if flag:
        lines[-1].append((flag, "attention"))
    if progress.error:
        return lines + [[(" " + text, "error")] for text in wrap(progress.error, context.width - 2)]
    if progress.done is not None:
        line = _progress_line(progress, progress.done, context)
        lines += [[(" ", ""), *row] for row in wrap_line(line, context.width - 1)]
    text, role = _outlook(progress, context)
    return [*lines, *([(" " + line, role)] for line in wrap(text, context.width - 2))] if text else lines


def _progress_line(progress: GoalProgress, done: int, context: RenderContext) -> Line:
    """What was counted, as a bar where there is a target, with the pace."""
    if not progress.target:
        return [(count_words(progress), "")]
    measure, glyphs = progress.goal.measure, context.glyphs
    full = min(done * _BAR // progress.target, _BAR)
    line: Line = [
        (glyphs.full * full, "good"),
        (glyphs.empty * (_BAR - full), "faint"),
        (f"  {count_words(progress)}", ""),
    ]
    if progress.pace and measure and measure.per == "total":
        line.append((f"  {progress.pace}", "attention" if progress.pace == "slow" else "muted"))
    return line


def _outlook(progress: GoalProgress, context: RenderContext) -> Span:
    """By when, at which pace and who is missing; of a goal that is past due only that."""
    words, due = pace_words(progress), progress.goal.due
    if is_past_due(progress):
        return words, "attention"
    facts = [f"by {long_day(due, context.today)}"] if due else []
    if progress.pace == "slow" and words:
        facts.append(words)
    missing = [f"{a.want - a.have} more {clean(a.who)}" for a in progress.audiences if a.have < a.want]
    if missing:
        facts.append("look for " + ", ".join(missing))
    return " · ".join(facts), "muted"


def _rule(title: str, context: RenderContext) -> Line:
    return [(f" {title} ", "muted"), (context.glyphs.rule * max(context.width - len(title) - 4, 0), "faint")]
