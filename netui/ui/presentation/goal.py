"""One goal on a page: why, how far along, who is needed, what is promised, who has which part."""

from collections.abc import Mapping

from netui.domain.goal import Milestone
from netui.services.goal_detail import AudienceDetail, GoalDetail, Lead, Part
from netui.services.goals import GoalProgress
from netui.services.people import People
from netui.ui.presentation.dates import MONTH_NAMES, in_days, long_day, short_day
from netui.ui.presentation.glyphs import STATE_ROLES
from netui.ui.presentation.text import Line, clean, cut, fit, spread, wrap
from netui.ui.presentation.timeline import (
    Context,
    Page,
    Stop,
    cut_line,
    opportunity_lines,
    promise_lines,
    spark,
)

PARTS_SHOWN = 12
_BAR = 24
_NAMED = 6


def goal_page(detail: GoalDetail, people: People, names: Mapping[str, str], context: Context) -> Page:
    """The page; its first stop is the goal itself."""
    lines = _heading(detail, context)
    stops = [Stop("goal", detail.progress, 0, len(lines))]
    _audiences(detail, names, context, lines, stops)
    _milestones(detail, context, lines, stops)
    _section("Promises", bool(detail.promises), context, lines)
    for promise in detail.promises:
        whose = names.get(promise.contact, promise.contact)
        added = promise_lines(promise, whose, context)
        if promise.by == "me":
            added[-1] = cut_line([*added[-1], (f"  to {clean(whose)}", "muted")], context.width)
        _add(Stop("promise", promise, 0, 0), added, lines, stops)
    _section("Opportunities", bool(detail.opportunities), context, lines)
    for opportunity in detail.opportunities:
        whose = clean(names.get(opportunity.contact, opportunity.contact))
        _add(
            Stop("opportunity", opportunity, 0, 0),
            opportunity_lines(opportunity, names, context, whose=whose),
            lines,
            stops,
        )
    _people(detail, people, names, context, lines, stops)
    return Page(lines, stops)


def _add(stop: Stop, added: list[Line], lines: list[Line], stops: list[Stop]) -> None:
    stops.append(stop._replace(first=len(lines), after=len(lines) + len(added)))
    lines += added


def _section(title: str, shown: bool, context: Context, lines: list[Line]) -> None:
    if shown:
        rest = context.glyphs.rule * max(context.width - len(title) - 4, 0)
        lines += [[], [(f" {title} ", "strong"), (rest, "faint")]]


# ---------------------------------------------------------------------- how far along


def _heading(detail: GoalDetail, context: Context) -> list[Line]:
    progress, goal = detail.progress, detail.progress.goal
    facts = [goal.status] if goal.status != "active" else []
    if goal.due:
        left = progress.days_left or 0
        when = in_days(left) if left >= 0 else f"{-left} days ago"
        facts.append(f"due {long_day(goal.due, context.today)}, {when}")
    lines: list[Line] = [[(" " + text, "strong")] for text in wrap(goal.title, context.width - 2)]
    lines += [[(" " + text, "muted")] for text in wrap(" · ".join(facts), context.width - 2) if text]
    lines += [[("   " + text, "")] for text in wrap(goal.why, context.width - 6)] if goal.why else []
    if progress.error:
        lines += [[(" " + text, "error")] for text in wrap(progress.error, context.width - 2)]
    elif progress.done is not None:
        lines += [[], *_measure(detail, context)]
    else:
        lines.append([("   nothing is counted yet: e says which entries count, and how many", "muted")])
    return [cut_line(line, context.width) for line in lines]


def _measure(detail: GoalDetail, context: Context) -> list[Line]:
    progress, goal = detail.progress, detail.progress.goal
    measure, done, glyphs = goal.measure, progress.done or 0, context.glyphs
    assert measure is not None
    lines: list[Line] = []
    per = "" if measure.per == "total" else f" this {measure.per}"
    if progress.target:
        full = min(done * _BAR // progress.target, _BAR)
        bar: Line = [("   " + glyphs.full * full, "good"), (glyphs.empty * (_BAR - full), "faint")]
        bar.append((f"  {done} of {progress.target}{per}", "strong"))
        if progress.pace:
            bar.append((f"  {progress.pace}", "attention" if progress.pace == "slow" else "good"))
        lines.append(bar)
    else:
        lines.append([(f"   {done}{per} so far", "strong")])
    if any(detail.months):
        lines.append([("   " + spark(detail.months, glyphs), "link"), (" 12 months", "muted")])
    if words := pace_words(progress):
        lines.append([("   " + words, "")])
    return [*lines, [("   counted: ", "muted"), (clean(measure.count), "link")]]


def pace_words(progress: GoalProgress) -> str:
    """``at this pace by May 2027; needs 2 a month``; "" where nothing can be said."""
    if progress.pace == "reached":
        return "the target is reached"
    parts = []
    if progress.forecast:
        parts.append(f"at this pace by {MONTH_NAMES[progress.forecast.month - 1]} {progress.forecast.year}")
    if progress.needed and progress.goal.measure and progress.goal.measure.per == "total":
        many = f"{progress.needed:.1f}".removesuffix(".0") if progress.needed >= 1 else "less than one"
        parts.append(f"needs {many} a month")
    return "; ".join(parts)


# ---------------------------------------------------------------------- who is needed


def _audiences(
    detail: GoalDetail, names: Mapping[str, str], context: Context, lines: list[Line], stops: list[Stop]
) -> None:
    _section("Who is needed", bool(detail.audiences), context, lines)
    for audience in detail.audiences:
        _add(Stop("audience", audience, 0, 0), _audience_lines(audience, names, context), lines, stops)


def _audience_lines(audience: AudienceDetail, names: Mapping[str, str], context: Context) -> list[Line]:
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
        shown = [p.summary.name for p in audience.people[:_NAMED]]
        more = f" and {have - len(shown)} more" if have > len(shown) else ""
        lines += [[(" " * 12 + text, "")] for text in wrap(", ".join(shown) + more, room)]
    if audience.leads:
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


def _milestones(detail: GoalDetail, context: Context, lines: list[Line], stops: list[Stop]) -> None:
    progress = detail.progress
    _section("Milestones", bool(progress.milestones), context, lines)
    for milestone in progress.milestones:
        stop = Stop("milestone", (progress.goal.id, milestone), 0, 0)
        _add(stop, [_milestone_line(milestone, context)], lines, stops)


def _milestone_line(milestone: Milestone, context: Context) -> Line:
    glyphs = context.glyphs
    if milestone.done:
        mark, when, role = glyphs.mark, short_day(milestone.done, context.today), "muted"
    else:
        mark, role = glyphs.dot, ""
        when = f"by {short_day(milestone.due, context.today)}" if milestone.due else ""
    return spread([(f"  {mark} {clean(milestone.text)}", role)], [(when + " ", "muted")], context.width)


def _people(
    detail: GoalDetail,
    people: People,
    names: Mapping[str, str],
    context: Context,
    lines: list[Line],
    stops: list[Stop],
) -> None:
    _section("People", bool(detail.people), context, lines)
    for part in detail.people[:PARTS_SHOWN]:
        person = people.get(part.id)
        state = person.standing.state if person else "warm"
        line: Line = [
            (f"  {context.glyphs.states[state]} ", STATE_ROLES[state]),
            (fit(clean(names.get(part.id, part.id)), 24), ""),
            ("  " + part_words(part, context), "muted"),
        ]
        _add(Stop("person", part.id, 0, 0), [cut_line(line, context.width)], lines, stops)
    if len(detail.people) > PARTS_SHOWN:
        more = f"    and {len(detail.people) - PARTS_SHOWN} more"
        _add(Stop("more", detail.people, 0, 0), [[(more, "muted")]], lines, stops)


def part_words(part: Part, context: Context) -> str:
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
