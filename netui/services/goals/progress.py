"""Progress of goals: reads goal files and counts their measure over the timeline, with pace and forecast."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from types import MappingProxyType
from typing import Any

from netui.domain.model.changes import tables_at
from netui.domain.model.conflict import Conflict
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import month_length, shift, when_from
from netui.domain.model.goal import PERIODS, STATUSES, Audience, Goal, Measure, Milestone
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.parser import Query, QueryError
from netui.domain.query.predicates import entry_predicate
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from netui.storage.concurrency import yielding

LARGEST_ORDER = 10**15
"""A manual order number beyond this is ignored: nothing could be put behind it."""
MANY = 12
"""From this number of goals on, the entries are grouped by goal once instead of searched for each."""
RECENT_DAYS = 90
"""The present pace is measured over this many days back."""
_LEAST_DAYS = 14
_MONTH = 30.4375


class Coverage(NamedTuple):
    """One audience: how many contacts are wanted and how many match; ``error`` is that of its query."""

    who: str
    match: str
    want: int
    have: int
    error: str = ""


class GoalProgress(NamedTuple):
    """One goal and its figures as of today.

    ``done`` counts entries in the present period (of a ``total``: ever); None without a measure. ``pace`` is
    ``on pace``, ``slow``, ``reached``, or "" where it is not known yet or the goal was reached or dropped
    before its target. ``needed`` is how many entries a month reach the target by the due date; ``forecast``
    the day on which the present pace reaches it. ``period_left`` are the days after today in the present
    period; ``recent`` counts what happened in the last :data:`RECENT_DAYS`. ``error`` says what is wrong in
    the file, which ``is_unreadable`` where nothing but its name is known.
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
    period_left: int | None = None
    recent: int = 0
    is_unreadable: bool = False

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones: open ones with a day, then other open ones, then those done."""
        return tuple(sorted(self.goal.milestones, key=lambda m: (m.done is not None, m.due or date.max)))


def measure_goals(workspace: Workspace, people: ContactList, *, covered: bool = True) -> list[GoalProgress]:
    """Measures every goal, sorted by :func:`goal_sort_key`.

    Without ``covered`` no contact is matched with audiences, and their coverage is left out.
    """
    rows = sorted(_decode_all(workspace), key=goal_sort_key)
    among = workspace.read.statistics.rows_by_goal() if len(rows) >= MANY else None
    asked = {a.match: a for goal, _ in rows for a in goal.audiences} if covered else {}
    have = {match: measure_coverage(people, audience)[0] for match, audience in asked.items()}
    return [_progress(workspace, people, goal, error, have, among)[0] for goal, error in yielding(rows, 1)]


def goal_sort_key(row: tuple[Goal, str]) -> tuple[Any, ...]:
    """Sorts goals: active ones first, then by manual order, then by due date.

    ``row`` is the goal and why its file could not be read; such a one comes after those of its status.
    """
    goal, error = row
    place = (1, 0) if goal.order is None else (0, goal.order)
    return (STATUSES.index(goal.status), bool(error), *place, goal.due or date.max, goal.title, goal.id)


def goals_of_same_status(workspace: Workspace, ident: str) -> list[Goal]:
    """The goals of this one's status, itself included, sorted; [] where its file cannot be read."""
    sound = [goal for goal, error in sorted(_decode_all(workspace), key=goal_sort_key) if not error]
    status = next((goal.status for goal in sound if goal.id == ident), "")
    return [goal for goal in sound if goal.status == status]


def _decode_all(workspace: Workspace) -> list[tuple[Goal, str]]:
    return [(decode_goal(ident, body), error) for ident, body, error in workspace.read.goals()]


def measure_goal(
    workspace: Workspace, people: ContactList, ident: str
) -> tuple[GoalProgress, list[date]] | None:
    """Measures one goal without the coverage of its audiences; also the days its measure counts."""
    rows = (row for row in workspace.read.goals() if row[0] == ident)
    return next((_progress(workspace, people, decode_goal(i, body), error) for i, body, error in rows), None)


def measure_coverage(people: ContactList, audience: Audience) -> tuple[Coverage, list[ContactRow]]:
    """The coverage of an audience, and the contacts who match, in the order of the list."""
    try:
        query = people.parse_query(audience.match)
        found = people.listed(query).contact_rows if query.clauses else []
    except QueryError as problem:
        return Coverage(audience.who, audience.match, audience.want, 0, str(problem)), []
    return Coverage(audience.who, audience.match, audience.want, len(found)), found


def find_goal(workspace: Workspace, ident: str) -> Goal | None:
    """The goal of that id, or None."""
    return next((decode_goal(i, body) for i, body, _ in workspace.read.goals() if i == ident), None)


# ---------------------------------------------------------------------- decoding a goal file


def decode_goal(ident: str, body: Mapping[str, Any]) -> Goal:
    """The goal of a parsed file; values of a wrong type are left out."""
    measure = body.get("measure")
    return Goal(
        id=ident,
        title=_text(body, "title") or ident,
        why=_text(body, "why"),
        status=_text(body, "status") if body.get("status") in STATUSES else "active",
        due=_day(body.get("due")),
        order=_order(body.get("order")),
        measure=_measure(measure) if isinstance(measure, Mapping) else None,
        audiences=tuple(
            Audience(
                who=_text(item, "who") or _text(item, "match"),
                match=_text(item, "match"),
                want=_count(item, "want"),
            )
            for item in tables_at(body, "audience")
        ),
        milestones=tuple(
            Milestone(text=_text(item, "text"), due=_day(item.get("due")), done=_day(item.get("done")))
            for item in tables_at(body, "milestone")
        ),
        conflicts=tuple(
            Conflict(_text(item, "key"), item.get("other"), item.get("value"), _day(item.get("on")))
            for item in tables_at(body, "conflict")
        ),
    )


def _measure(item: Mapping[str, Any]) -> Measure:
    per = _text(item, "per")
    return Measure(
        count=_text(item, "count"), target=_count(item, "target"), per=per if per in PERIODS else "total"
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _count(item: Mapping[str, Any], key: str) -> int:
    value = item.get(key)
    return max(value, 0) if isinstance(value, int) else 0


def _order(value: Any) -> int | None:
    return value if type(value) is int and abs(value) <= LARGEST_ORDER else None


def _day(value: Any) -> date | None:
    try:
        found = when_from(value)
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


# ---------------------------------------------------------------------- counting


def _progress(
    workspace: Workspace,
    people: ContactList,
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
    found = GoalProgress(goal, days_left=left, audiences=audiences, error=error, is_unreadable=bool(error))
    if goal.measure is None or not goal.measure.count.strip():
        return found, []
    try:
        days = counted_days(workspace, people, workspace.parse_query(goal.measure.count), among)
    except QueryError as problem:
        return found._replace(error=error or f"measure: {problem}"), []
    found = _with_pace(found, goal.measure, days, workspace.today, workspace.config.first_weekday)
    if goal.status != "active":
        pace = found.pace if found.pace == "reached" else ""
        found = found._replace(pace=pace, needed=None, forecast=None)
    return found, days


def counted_days(
    workspace: Workspace, people: ContactList, query: Query, among: Mapping[str, Sequence[int]] | None = None
) -> list[date]:
    """The day of each entry up to today that fits ``query``; raises QueryError.

    ``among`` maps a goal's folded id to the index rows that name it, where many goals are counted.
    """
    today = workspace.today
    days = workspace.read.entry_days(query, today, people.ids_matching, workspace.kinds, among)
    if days is not None:
        return days
    fits = entry_predicate(query, today, people.row, people, workspace.kinds)
    return [date(e.on.year, e.on.month, e.on.day) for e in workspace.read.entries_until(today) if fits(e)]


def _with_pace(
    found: GoalProgress, measure: Measure, days: list[date], today: date, first_weekday: int
) -> GoalProgress:
    target = measure.target or None
    if measure.per == "total":
        found = found._replace(done=len(days), target=target)
        return _with_forecast(found, measure.target, days, today) if target else found
    first, last = period(today, measure.per, first_weekday)
    done = sum(day >= first for day in days)
    found = found._replace(done=done, target=target, period_left=(last - today).days)
    if not target:
        return found
    passed = (today - first).days / ((last - first).days + 1)
    pace = "reached" if done >= target else "on pace" if done >= int(target * passed) else "slow"
    return found._replace(pace=pace, needed=target * _MONTH / ((last - first).days + 1))


def _with_forecast(found: GoalProgress, target: int, days: list[date], today: date) -> GoalProgress:
    """The pace of a total over the last 90 days, or since the first entry counted where that is later."""
    missing = target - len(days)
    if missing <= 0:
        return found._replace(pace="reached")
    due = found.goal.due
    needed = missing / max((due - today).days, 1) * _MONTH if due else None
    recent = [day for day in days if (today - day).days < RECENT_DAYS]
    found = found._replace(recent=len(recent))
    if not recent:
        return found._replace(needed=needed, pace="slow" if days and due else "")
    window = min(max((today - min(days)).days + 1, _LEAST_DAYS), RECENT_DAYS)
    ahead = ceil(missing / len(recent) * window)
    forecast = shift(today, ahead) if ahead < 36525 else None
    pace = ""
    if due:
        pace = "on pace" if forecast and forecast <= due else "slow"
    return found._replace(needed=needed, forecast=forecast, pace=pace)


def period(today: date, per: str, first_weekday: int = 0) -> tuple[date, date]:
    """The first and last day of the week, month, quarter or year that ``today`` lies in."""
    if per == "week":
        first = shift(today, -((today.weekday() - first_weekday) % 7))
        return first, shift(first, 6)
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    month = (today.month - 1) // months * months + 1
    last = month + months - 1
    return date(today.year, month, 1), date(today.year, last, month_length(today.year, last))
