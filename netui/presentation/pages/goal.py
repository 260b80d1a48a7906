"""The goal page: progress, audiences, milestones, promises, opportunities and participants of a goal."""

from collections.abc import Mapping
from datetime import date

from netui.domain.model.goal import Milestone
from netui.presentation.dates import MONTH_NAMES, in_days, long_day, short_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.pages.contact.contact_page import opportunity_lines, promise_lines, sparkline
from netui.presentation.pages.hint_keys import hint_key
from netui.presentation.pages.page_builder import PageBuilder
from netui.presentation.pages.page_layout import (
    AudienceItem,
    ContactItem,
    GoalItem,
    MilestoneItem,
    OpportunityItem,
    PageLayout,
    PartsItem,
    PromiseItem,
    RenderContext,
)
from netui.presentation.text import Line, clean, cut, cut_line, fit, spread, wrap
from netui.services.goals.detail import AudienceDetail, GoalDetail, GoalParticipant, Lead
from netui.services.goals.pace import count_words, is_past_due, kept_words, pace_words
from netui.services.goals.progress import GoalProgress
from netui.services.people.contact_list import ContactList

PARTS_SHOWN = 12
_BAR = 24
_NAMED = 6
_NAME = 24
_PART = _NAME + 6
"""The column of somebody's part in a goal, after state and name."""


def goal_page(
    detail: GoalDetail, people: ContactList, names: Mapping[str, str], context: RenderContext
) -> PageLayout:
    """The page; its first item is the goal itself. Empty sections say which key fills them."""
    builder = PageBuilder(context)
    title = wrap(detail.progress.goal.title, context.width - 2)
    builder.add(GoalItem(detail.progress), [[(" " + text, "strong")] for text in title])
    builder.lines += _heading(detail, context)
    _audiences(builder, detail, names)
    _milestones(builder, detail)
    if detail.promises:
        builder.section("Promises")
    for promise in detail.promises:
        whose = names.get(promise.contact, promise.contact)
        added = promise_lines(promise, whose, context)
        if promise.by == "me":
            added[-1] = cut_line([*added[-1], (f"  to {clean(whose)}", "muted")], context.width)
        builder.add(PromiseItem(promise), added)
    if detail.opportunities:
        builder.section("Opportunities")
    for opportunity in detail.opportunities:
        whose = clean(names.get(opportunity.contact, opportunity.contact))
        builder.add(OpportunityItem(opportunity), opportunity_lines(opportunity, names, context, whose=whose))
    _people(builder, detail, people, names)
    return PageLayout(builder.lines, builder.selectables, tuple(builder.sections))


# ---------------------------------------------------------------------- progress


def _heading(detail: GoalDetail, context: RenderContext) -> list[Line]:
    progress, goal = detail.progress, detail.progress.goal
    facts = [goal.status] if goal.status != "active" else []
    if goal.due:
        left = progress.days_left or 0
        when = in_days(left) if left >= 0 else f"{-left} days ago"
        facts.append(f"due {long_day(goal.due, context.today)}, {when}")
    lines: list[Line] = [
        [(" " + text, "muted")] for text in wrap(" · ".join(facts), context.width - 2) if text
    ]
    lines += [[("   " + text, "")] for text in wrap(goal.why, context.width - 6)] if goal.why else []
    if progress.error:
        lines += [[(" " + text, "error")] for text in wrap(progress.error, context.width - 2)]
    elif progress.done is not None:
        lines += [[], *_measure(detail, context)]
    else:
        words = (
            f"   nothing is counted yet: {hint_key(context, 'edit')} says which entries count, and how many"
        )
        lines.append([(words, "muted")])
        if words := pace_words(progress):
            lines.append([("   " + words, "attention")])
    return [cut_line(line, context.width) for line in lines]


def _measure(detail: GoalDetail, context: RenderContext) -> list[Line]:
    progress, goal = detail.progress, detail.progress.goal
    measure, done, glyphs = goal.measure, progress.done or 0, context.glyphs
    assert measure is not None
    lines: list[Line] = []
    if progress.target:
        full = min(done * _BAR // progress.target, _BAR)
        bar: Line = [("   " + glyphs.full * full, "good"), (glyphs.empty * (_BAR - full), "faint")]
        bar.append((f"  {count_words(progress)}", "strong"))
        if progress.pace and measure.per == "total":
            bar.append((f"  {progress.pace}", "attention" if progress.pace == "slow" else "good"))
        lines.append(bar)
    else:
        lines.append([(f"   {count_words(progress)}", "strong")])
    if any(detail.periods):
        kept = kept_words(detail.periods, progress.target or 0, measure.per)
        unit = "months" if measure.per == "total" else f"{measure.per}s"
        lines.append(
            [("   " + sparkline(detail.periods, glyphs), "link"), (f" {kept or f'12 {unit}'}", "muted")]
        )
    if words := forecast_words(progress):
        role = "attention" if is_past_due(progress) else ""
        lines += [[("   " + text, role)] for text in wrap(words, context.width - 4)]
    return [*lines, [("   counted: ", "muted"), (clean(measure.count), "link")]]


def forecast_words(progress: GoalProgress) -> str:
    """``at this pace by May 2027; 5 short, 40 days left``; "" where there is nothing to say."""
    if progress.pace == "reached":
        return "the target is reached"
    parts = []
    if progress.forecast and not is_past_due(progress):
        parts.append(f"at this pace by {MONTH_NAMES[progress.forecast.month - 1]} {progress.forecast.year}")
    return "; ".join([*parts, *filter(None, [pace_words(progress)])])


# ---------------------------------------------------------------------- audiences


def _audiences(builder: PageBuilder, detail: GoalDetail, names: Mapping[str, str]) -> None:
    builder.section("Who is needed")
    for audience in detail.audiences:
        builder.add(AudienceItem(audience), _audience_lines(audience, names, builder.context))
    if not detail.audiences:
        key = hint_key(builder.context, "audience")
        builder.text(f"nobody named yet: {key} says who is needed, and counts whom you know")


def _audience_lines(audience: AudienceDetail, names: Mapping[str, str], context: RenderContext) -> list[Line]:
    who, match, want, have, error = audience.coverage
    count = f"{have} of {want}" if want else str(have)
    role = "good" if have >= want else "attention"
    lines: list[Line] = [
        spread(
            [(f"  {count:>8}  ", role), (clean(who), "strong")],
            [(cut(clean(match), 40) + " ", "link")] if match != who else [],
            context.width,
        )
    ]
    room = context.width - 14
    if error:
        return lines + [[(" " * 12 + text, "error")] for text in wrap(error, room)]
    if audience.people:
        shown = [row.name for row in audience.people[:_NAMED]]
        more = f" and {have - len(shown)} more" if have > len(shown) else ""
        lines += [[(" " * 12 + text, "")] for text in wrap(", ".join(shown) + more, room)]
    if audience.leads and not 0 < want <= have:
        said = "; ".join(lead_words(lead, names) for lead in audience.leads[:3])
        lines += [[(" " * 12 + text, "muted")] for text in wrap(f"could lead to more: {said}", room)]
    return lines


def lead_words(lead: Lead, names: Mapping[str, str]) -> str:
    """``Claire Oduya (knows 3 of them, met 1 with you)``."""
    return f"{names.get(lead.id, lead.id)} ({lead_facts(lead)})"


def lead_facts(lead: Lead) -> str:
    """``knows 3 of them, met 1 with you``."""
    parts = [f"knows {lead.introduced} of them"] if lead.introduced else []
    parts += [f"met {lead.together} with you"] if lead.together else []
    return ", ".join(parts)


# ---------------------------------------------------------------------- milestones and people


def _milestones(builder: PageBuilder, detail: GoalDetail) -> None:
    progress = detail.progress
    builder.section("Milestones")
    for milestone in progress.milestones:
        builder.add(MilestoneItem(progress.goal, milestone), [_milestone_line(milestone, builder.context)])
    if not progress.milestones:
        builder.text(f"none yet: {hint_key(builder.context, 'milestone')} adds a step on the way")


def _milestone_line(milestone: Milestone, context: RenderContext) -> Line:
    glyphs = context.glyphs
    if milestone.done:
        mark, when, role = glyphs.mark, short_day(milestone.done, context.today), "muted"
    else:
        is_past = milestone.due is not None and milestone.due < context.today
        mark, role = glyphs.dot, "attention" if is_past else ""
        when = milestone_day(milestone, context.today)
    return spread([(f"  {mark} {clean(milestone.text)}", role)], [(when + " ", "muted")], context.width)


def milestone_day(milestone: Milestone, today: date) -> str:
    """``by Fri``, ``since 3 Nov`` where that is past; "" without a day."""
    if milestone.due is None:
        return ""
    return f"{'since' if milestone.due < today else 'by'} {short_day(milestone.due, today)}"


def _people(builder: PageBuilder, detail: GoalDetail, people: ContactList, names: Mapping[str, str]) -> None:
    builder.section("People, and their part in it")
    for part in detail.people[:PARTS_SHOWN]:
        person = people.get(part.id)
        state = person.status.state if person else "warm"
        line: Line = [
            (f"  {builder.context.glyphs.states[state]} ", STATE_ROLES[state]),
            (fit(clean(names.get(part.id, part.id)), _NAME), ""),
        ]
        room = max(builder.context.width - _PART - 1, 16)
        said = wrap(part_words(part, builder.context), room) or [""]
        lines: list[Line] = [[*line, ("  " + said[0], "muted")]]
        lines += [[(" " * _PART + text, "muted")] for text in said[1:]]
        builder.add(ContactItem(part.id), lines)
    if len(detail.people) > PARTS_SHOWN:
        more = f"    and {len(detail.people) - PARTS_SHOWN:,} more"
        builder.add(PartsItem(detail.people), [[(more, "muted")]])
    if not detail.people:
        key, goal = hint_key(builder.context, "log"), clean(detail.progress.goal.id)
        builder.text(f"nobody yet: {key} logs what you do for it, marked ^{goal}")


def part_words(part: GoalParticipant, context: RenderContext) -> str:
    """``12 entries, last 3 Nov · CTOs of young companies``."""
    facts = []
    if part.last:
        noun = "entry" if part.entries == 1 else "entries"
        facts.append(f"{part.entries} {noun}, last {short_day(part.last, context.today)}")
    if part.audience:
        facts.append(clean(part.audience))
    if part.linked and not facts:
        facts.append("linked, nothing logged for it yet")
    return " · ".join(facts)
