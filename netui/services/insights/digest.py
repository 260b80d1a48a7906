"""The digest: last week and the week ahead on one page for mail; private entries are left out."""

from collections.abc import Iterable, Mapping
from datetime import date

from netui.domain.cadence.explanations import day_words, explain
from netui.domain.model.dates import day_of, shift
from netui.domain.model.entry import Entry, Promise
from netui.domain.named_tuple import NamedTuple
from netui.services.goals.pace import count_words, is_past_due, next_milestone, pace_words
from netui.services.goals.progress import GoalProgress, measure_goals
from netui.services.people.contact_list import ContactList
from netui.services.reminders.agenda import days_ahead, days_until, near_dates, occasion_when, present_people
from netui.services.timeline.opportunities import list_opportunities
from netui.services.workspace import Workspace
from netui.storage.queries.statistics import ActivityTotals

DAYS = 7
SHOWN = 15
"""The maximum number of rows in a section, so that the digest stays one page."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Row(NamedTuple):
    """One line: ``lead`` is when or who, ``text`` what, ``note`` a detail."""

    lead: str
    text: str
    note: str = ""


class Section(NamedTuple):
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class Digest(NamedTuple):
    """The digest of one day: ``since`` to ``today`` is the week behind, up to ``until`` the week ahead."""

    since: date
    today: date
    until: date
    summary: str
    sections: tuple[Section, ...]


def build_digest(workspace: Workspace) -> Digest:
    """Builds the digest as of today; empty sections are left out."""
    today = workspace.today
    since, until = shift(today, 1 - DAYS), shift(today, DAYS)
    found = workspace.read.statistics.totals(since, today)
    talks = workspace.read.statistics.public_contacts(since, today, SHOWN)
    learned = workspace.read.statistics.public_lessons(since, today, SHOWN)
    names = _Names(workspace)
    sections = (
        Section("Ahead", _ahead(workspace, names, until)),
        Section("Gone quiet", _quiet(workspace)),
        Section("Promises kept", _kept(workspace, names, since)),
        Section("This week", _cut([_talk(entry, names, today) for entry in talks], found.talks)),
        Section("Learned", tuple(_learned(learned, names))),
        Section("Goals", tuple(_goal(progress, today) for progress in _active(workspace))),
    )
    return Digest(since, today, until, _summary(found), tuple(s for s in sections if s.rows))


def _cut(rows: list[Row], count: int | None = None) -> tuple[Row, ...]:
    """The first :data:`SHOWN` rows, and a row that counts the others."""
    more = (len(rows) if count is None else count) - len(rows[:SHOWN])
    return (*rows[:SHOWN], *([Row("", f"and {more} more")] if more > 0 else []))


class _Names:
    """A cache of names by id."""

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        self._known: dict[str, str] = {}

    def __call__(self, ident: str) -> str:
        if ident not in self._known:
            self._known[ident] = self._workspace.name(ident)
        return self._known[ident]

    def all(self, idents: Iterable[str]) -> str:
        return ", ".join(map(self, idents))


def _summary(found: ActivityTotals) -> str:
    if not found.talks:
        return "Nothing was logged this week."
    times = {1: "once", 2: "twice"}.get(found.talks, f"{found.talks:,} times")
    gained = [f"{word} {_things(what)}" for word, what in (("gave", found.gave), ("got", found.got)) if what]
    noun = "person" if found.people == 1 else "people"
    return f"In touch {times}, with {found.people:,} {noun}{'; ' if gained else ''}{' and '.join(gained)}."


def _things(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{thing} ×{n}" if n > 1 else thing for thing, n in counts.items())


def _ahead(workspace: Workspace, names: _Names, until: date) -> tuple[Row, ...]:
    """Promises due, important dates, planned meetings and next steps; the earliest first."""
    today, read = workspace.today, workspace.read
    rows: list[tuple[date, Row]] = []
    for promise in read.promises.due(until):
        if promise.due is not None:
            rows.append((promise.due, _promise(promise, names, today)))
    for occasion in near_dates(workspace):
        if occasion.on <= until:
            words = f"{names(occasion.contact)}: {occasion.what}"
            when = occasion_when(occasion) if occasion.is_month else _when(occasion.on, today)
            rows.append((max(occasion.on, today), Row(when, words)))
    for entry in read.plans.ahead(today, DAYS):
        if not entry.private:
            who = names.all(present_people(workspace, entry))
            on = day_of(entry.on)
            rows.append((on, Row(_when(on, today), f"{entry.kind} with {who}", entry.place)))
    for opportunity in list_opportunities(workspace):
        if opportunity.status == "open" and opportunity.next_on and opportunity.next_on <= until:
            note = f"{opportunity.kind}: {opportunity.text} ({names(opportunity.contact)})"
            step = opportunity.next or "next step"
            rows.append((opportunity.next_on, Row(_when(opportunity.next_on, today), step, note)))
    return _cut([row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1]))])


def _promise(promise: Promise, names: _Names, today: date) -> Row:
    whose = names(promise.contact)
    words = f"you promised {whose}" if promise.by == "me" else f"{whose} promised you"
    assert promise.due is not None
    return Row(_when(promise.due, today), promise.text, words)


def _when(day: date, today: date) -> str:
    if day < today:
        return f"since {day_words(day, today)}"
    if (day - today).days < 2:
        return days_ahead((day - today).days)
    return f"{_WEEKDAYS[day.weekday()]} {day_words(day, today)}"


def _quiet(workspace: Workspace) -> tuple[Row, ...]:
    today, settings = workspace.today, workspace.quiet
    people = ContactList(workspace)
    rows = [Row(circle.row.name, circle.why) for circle in people.circles() if circle.since]
    circles = len(rows)
    rows += [Row(s.name, explain(s, standing, today, settings)) for s, standing in people.quiet(SHOWN)]
    return _cut(rows, circles + people.count_quiet())


def _kept(workspace: Workspace, names: _Names, since: date) -> tuple[Row, ...]:
    kept = [p for p in workspace.read.promises.all(open_only=False) if p.done is not None and p.done >= since]
    kept.sort(key=lambda p: (p.done or since, p.text))
    return _cut(
        [Row(names(p.contact), p.text, "you to them" if p.by == "me" else "they to you") for p in kept]
    )


def _talk(entry: Entry, names: _Names, today: date) -> Row:
    day = day_of(entry.on)
    who = names.all((entry.contact, *entry.with_))
    return Row(f"{_WEEKDAYS[day.weekday()]} {day_words(day, today)}", f"{entry.kind} with {who}", entry.text)


def _learned(behind: list[Entry], names: _Names) -> list[Row]:
    return [Row(names(entry.contact), entry.learned) for entry in behind if entry.learned]


def _active(workspace: Workspace) -> list[GoalProgress]:
    found = measure_goals(workspace, ContactList(workspace), covered=False)
    return [progress for progress in found if progress.goal.status == "active"]


def _goal(progress: GoalProgress, today: date) -> Row:
    goal = progress.goal
    is_total = goal.measure is None or goal.measure.per == "total"
    facts = [count_words(progress), progress.pace if is_total else "", pace_words(progress)]
    if goal.due and not is_past_due(progress):
        facts.append(f"due {days_until(goal.due, today)}")
    step = next_milestone(progress, today)
    by = f" by {day_words(step.due, today)}" if step and step.due else ""
    return Row(goal.title, ", ".join(filter(None, facts)), f"next: {step.text}{by}" if step else "")
