"""What the network is for: goals, and how far along they are by what really happened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from types import MappingProxyType
from typing import Any, NamedTuple

from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import when_from
from netui.domain.model.goal import Audience, Goal, Measure, Milestone
from netui.domain.query.parser import Query, QueryError, parse
from netui.domain.query.predicates import entry_predicate
from netui.services.people.contact_list import People
from netui.services.workspace import Workspace
from netui.storage.concurrency import yielding

STATUSES = ("active", "reached", "dropped")
PERIODS = ("total", "week", "month", "quarter", "year")
LARGEST_ORDER = 10**15
"""A number by hand beyond this gives no place: nothing could be put behind it."""
MANY = 12
"""From how many goals on their entries are sorted out by goal first."""
RECENT_DAYS = 90
"""Over how many days back the present pace is measured."""
_LEAST_DAYS = 14
_MONTH = 30.4375


class Coverage(NamedTuple):
    """One audience: how many are wanted and how many there are; ``error`` says why it was not counted."""

    who: str
    match: str
    want: int
    have: int
    error: str = ""


class GoalProgress(NamedTuple):
    """One goal and its figures as of today.

    ``done`` counts what happened in the present period (of a ``total``: ever); None without a
    measure. ``pace`` is ``on pace``, ``slow``, ``reached`` or "" where nothing can be said yet, nor of
    a goal that was reached or dropped before its target.
    ``needed`` is how many a month are needed until the goal is due; ``forecast`` the day on which
    the present pace reaches the target. ``error`` says what of the file could not be understood.
    """

    goal: Goal
    done: int | None = None
    target: int | None = None
    pace: str = ""
    needed: float | None = None
    forecast: date | None = None
    days_left: int | None = None
    audiences: tuple[Coverage, ...] = ()
    error: str = ""

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The steps on the way, the open ones with a day first."""
        return tuple(sorted(self.goal.milestones, key=lambda m: (m.done is not None, m.due or date.max)))


def goals(workspace: Workspace, people: People, *, covered: bool = True) -> list[GoalProgress]:
    """Every goal with its figures, in the order of :func:`status`.

    Without ``covered`` nobody is matched with audiences, and their coverage is left out.
    """
    rows = sorted(_decoded(workspace), key=standing)
    among = workspace.read.statistics.rows_by_goal() if len(rows) >= MANY else None
    asked = {a.match: a for goal, _ in rows for a in goal.audiences} if covered else {}
    have = {match: coverage(people, audience)[0] for match, audience in asked.items()}
    return [_progress(workspace, people, goal, error, have, among)[0] for goal, error in yielding(rows, 1)]


def standing(row: tuple[Goal, str]) -> tuple[Any, ...]:
    """Where a goal stands among the others: active ones first, as ordered by hand, then by due date.

    ``row`` is the goal and why its file could not be read; such a one comes behind those of its status.
    """
    goal, error = row
    place = (1, 0) if goal.order is None else (0, goal.order)
    return (STATUSES.index(goal.status), bool(error), *place, goal.due or date.max, goal.title, goal.id)


def neighbours(workspace: Workspace, ident: str) -> list[Goal]:
    """The goals of the same status as this one, with it, as they stand; [] where its file cannot be read."""
    sound = [goal for goal, error in sorted(_decoded(workspace), key=standing) if not error]
    status = next((goal.status for goal in sound if goal.id == ident), "")
    return [goal for goal in sound if goal.status == status]


def _decoded(workspace: Workspace) -> list[tuple[Goal, str]]:
    return [(decode(ident, body), error) for ident, body, error in workspace.read.goals()]


def goal_counted(workspace: Workspace, people: People, ident: str) -> tuple[GoalProgress, list[date]] | None:
    """One goal with its figures, but for the coverage of its audiences, and the days its measure counts."""
    rows = (row for row in workspace.read.goals() if row[0] == ident)
    return next((_progress(workspace, people, decode(i, body), error) for i, body, error in rows), None)


def coverage(people: People, audience: Audience) -> tuple[Coverage, list[ContactRow]]:
    """How an audience is covered, and by whom, in the order of the list."""
    try:
        query = parse(audience.match)
        found = people.listed(query).contact_rows if query.clauses else []
    except QueryError as problem:
        return Coverage(audience.who, audience.match, audience.want, 0, str(problem)), []
    return Coverage(audience.who, audience.match, audience.want, len(found)), found


def goal(workspace: Workspace, ident: str) -> Goal | None:
    """One goal by its id."""
    return next((decode(i, body) for i, body, _ in workspace.read.goals() if i == ident), None)


# ---------------------------------------------------------------------- reading what a file says


def decode(ident: str, body: Mapping[str, Any]) -> Goal:
    """A goal from its file, as far as it can be understood; what cannot is left out."""
    measure = body.get("measure")
    return Goal(
        id=ident,
        title=_text(body, "title") or ident,
        why=_text(body, "why"),
        status=_text(body, "status") if body.get("status") in STATUSES else "active",
        due=_day(body.get("due")),
        order=_place(body.get("order")),
        measure=_measure(measure) if isinstance(measure, Mapping) else None,
        audiences=tuple(
            Audience(
                who=_text(item, "who") or _text(item, "match"),
                match=_text(item, "match"),
                want=_whole(item, "want"),
            )
            for item in _tables(body, "audience")
        ),
        milestones=tuple(
            Milestone(text=_text(item, "text"), due=_day(item.get("due")), done=_day(item.get("done")))
            for item in _tables(body, "milestone")
        ),
    )


def _measure(item: Mapping[str, Any]) -> Measure:
    per = _text(item, "per")
    return Measure(
        count=_text(item, "count"), target=_whole(item, "target"), per=per if per in PERIODS else "total"
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _whole(item: Mapping[str, Any], key: str) -> int:
    value = item.get(key)
    return max(value, 0) if isinstance(value, int) else 0


def _place(value: Any) -> int | None:
    return value if type(value) is int and abs(value) <= LARGEST_ORDER else None


def _day(value: Any) -> date | None:
    try:
        found = when_from(value)
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


def _tables(body: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    value = body.get(key)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


# ---------------------------------------------------------------------- counting


def _progress(
    workspace: Workspace,
    people: People,
    goal: Goal,
    error: str,
    have: Mapping[str, Coverage] = MappingProxyType({}),
    among: Mapping[str, Sequence[int]] | None = None,
) -> tuple[GoalProgress, list[date]]:
    audiences = tuple(
        have[audience.match]._replace(who=audience.who, want=audience.want)
        for audience in goal.audiences
        if audience.match in have
    )
    left = (goal.due - workspace.today).days if goal.due else None
    found = GoalProgress(goal, days_left=left, audiences=audiences, error=error)
    if goal.measure is None or not goal.measure.count.strip():
        return found, []
    try:
        days = counted_days(workspace, people, parse(goal.measure.count), among)
    except QueryError as problem:
        return found._replace(error=error or f"measure: {problem}"), []
    found = _paced(found, goal.measure, days, workspace.today)
    if goal.status != "active":
        pace = found.pace if found.pace == "reached" else ""
        found = found._replace(pace=pace, needed=None, forecast=None)
    return found, days


def counted_days(
    workspace: Workspace, people: People, query: Query, among: Mapping[str, Sequence[int]] | None = None
) -> list[date]:
    """The day of each entry up to today that fits ``query``; raises QueryError.

    ``among`` are the rows of each goal (folded), where many goals are counted: then each looks at its own.
    """
    today = workspace.today
    days = workspace.read.entry_days(query, today, people.fitting, workspace.kinds, among)
    if days is not None:
        return days
    fits = entry_predicate(query, today, people.row, people, workspace.kinds)
    return [date(e.on.year, e.on.month, e.on.day) for e in workspace.read.entries_until(today) if fits(e)]


def _paced(found: GoalProgress, measure: Measure, days: list[date], today: date) -> GoalProgress:
    target = measure.target or None
    if measure.per == "total":
        found = found._replace(done=len(days), target=target)
        return _towards(found, measure.target, days, today) if target else found
    first, last = period(today, measure.per)
    done = sum(day >= first for day in days)
    found = found._replace(done=done, target=target)
    if not target:
        return found
    passed = (today - first).days / ((last - first).days + 1)
    pace = "reached" if done >= target else "on pace" if done >= int(target * passed) else "slow"
    return found._replace(pace=pace, needed=target * _MONTH / ((last - first).days + 1))


def _towards(found: GoalProgress, target: int, days: list[date], today: date) -> GoalProgress:
    """The pace of a total: that of the last 90 days, or since the first count where that is later."""
    missing = target - len(days)
    if missing <= 0:
        return found._replace(pace="reached")
    due = found.goal.due
    needed = missing / max((due - today).days, 1) * _MONTH if due else None
    recent = [day for day in days if (today - day).days < RECENT_DAYS]
    if not recent:
        return found._replace(needed=needed, pace="slow" if days and due else "")
    window = min(max((today - min(days)).days + 1, _LEAST_DAYS), RECENT_DAYS)
    ahead = ceil(missing / len(recent) * window)
    forecast = today + timedelta(ahead) if ahead < 36525 else None
    pace = ""
    if due:
        pace = "on pace" if forecast and forecast <= due else "slow"
    return found._replace(needed=needed, forecast=forecast, pace=pace)


def period(today: date, per: str) -> tuple[date, date]:
    """The first and last day of the week (from Monday), month, quarter or year that ``today`` lies in."""
    if per == "week":
        first = today - timedelta(today.weekday())
        return first, first + timedelta(6)
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    month = (today.month - 1) // months * months + 1
    year, after = today.year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    return date(today.year, month, 1), date(year, after, 1) - timedelta(1)
