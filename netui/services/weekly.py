"""The week behind and the week ahead, on one page that may be sent; what is private stays out."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.dates import day_of
from netui.domain.entry import Entry, Promise
from netui.domain.reasons import day_words, why
from netui.services.agenda import days_ahead, days_until
from netui.services.goals import GoalProgress, goals
from netui.services.opportunities import opportunities
from netui.services.people import People
from netui.services.workspace import Workspace

DAYS = 7
QUIET_SHOWN = 10
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Row(NamedTuple):
    """One line: ``lead`` is when or who, ``text`` what, ``note`` what supports it."""

    lead: str
    text: str
    note: str = ""


class Section(NamedTuple):
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class Weekly(NamedTuple):
    """One week: the days from ``since`` to ``today`` lie behind, those up to ``until`` ahead."""

    since: date
    today: date
    until: date
    summary: str
    sections: tuple[Section, ...]


def weekly(workspace: Workspace, people: People) -> Weekly:
    """The week as of today; sections with nothing in them are left out."""
    today = workspace.today
    since, until = today - timedelta(DAYS - 1), today + timedelta(DAYS)
    behind = [
        entry
        for entry in workspace.read.entries_where(
            "e.day >= ? AND e.day <= ?", (since.isoformat(), today.isoformat())
        )
        if not entry.private
    ]
    talks = [entry for entry in behind if workspace.kinds.counts(entry.kind)]
    mentioned = {who for entry in behind for who in (entry.contact, *entry.with_)}
    names = _Names(workspace, mentioned)
    sections = (
        Section("Ahead", tuple(_ahead(workspace, names, until))),
        Section("Gone quiet", tuple(_quiet(workspace, people))),
        Section("Promises kept", tuple(_kept(workspace, names, since))),
        Section("This week", tuple(_talk(entry, names, today) for entry in talks)),
        Section("Learned", tuple(_learned(behind, names))),
        Section("Goals", tuple(_goal(progress, today) for progress in _active(workspace, people))),
    )
    return Weekly(since, today, until, _summary(talks), tuple(s for s in sections if s.rows))


class _Names:
    """Names by id, each asked for once."""

    def __init__(self, workspace: Workspace, known: Iterable[str]):
        self._workspace = workspace
        self._known = workspace.read.names_of(known)

    def __call__(self, ident: str) -> str:
        if ident not in self._known:
            self._known[ident] = self._workspace.name(ident)
        return self._known[ident]

    def all(self, idents: Iterable[str]) -> str:
        return ", ".join(map(self, idents))


def _summary(talks: list[Entry]) -> str:
    people = len({who for entry in talks for who in (entry.contact, *entry.with_)})
    if not talks:
        return "Nothing was logged this week."
    times = "once" if len(talks) == 1 else "twice" if len(talks) == 2 else f"{len(talks)} times"
    gained = [f"gave {_things(talks, 'gave')}", f"got {_things(talks, 'got')}"]
    more = " and ".join(words for words in gained if not words.endswith(" "))
    noun = "person" if people == 1 else "people"
    return f"In touch {times}, with {people} {noun}{'; ' + more if more else ''}."


def _things(talks: list[Entry], which: str) -> str:
    counts: dict[str, int] = {}
    for entry in talks:
        for thing in getattr(entry, which):
            counts[thing] = counts.get(thing, 0) + 1
    return ", ".join(f"{thing} ×{n}" if n > 1 else thing for thing, n in counts.items())


def _ahead(workspace: Workspace, names: _Names, until: date) -> list[Row]:
    """Promises due, days that come round, planned meetings, next steps; the earliest first."""
    today, read = workspace.today, workspace.read
    rows: list[tuple[date, Row]] = []
    for promise in read.promises_due(until):
        if promise.due is not None:
            rows.append((promise.due, _promise(promise, names, today)))
    for occasion in read.occasions(today):
        if occasion.on <= until:
            words = f"{names(occasion.contact)}: {occasion.what}"
            rows.append((occasion.on, Row(_when(occasion.on, today), words)))
    for entry in read.planned(today, DAYS):
        if not entry.private:
            who = names.all((entry.contact, *entry.with_))
            on = day_of(entry.on)
            rows.append((on, Row(_when(on, today), f"{entry.kind} with {who}", entry.place)))
    for opportunity in opportunities(workspace):
        if opportunity.status == "open" and opportunity.next_on and opportunity.next_on <= until:
            note = f"{opportunity.kind}: {opportunity.text} ({names(opportunity.contact)})"
            step = opportunity.next or "next step"
            rows.append((opportunity.next_on, Row(_when(opportunity.next_on, today), step, note)))
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1]))]


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


def _quiet(workspace: Workspace, people: People) -> list[Row]:
    today, settings = workspace.today, workspace.quiet
    quiet = people.quiet()
    rows = [Row(s.name, why(s, standing, today, settings)) for s, standing in quiet[:QUIET_SHOWN]]
    if len(quiet) > QUIET_SHOWN:
        rows.append(Row("", f"and {len(quiet) - QUIET_SHOWN} more"))
    return rows


def _kept(workspace: Workspace, names: _Names, since: date) -> list[Row]:
    kept = [p for p in workspace.read.promises(open_only=False) if p.done is not None and p.done >= since]
    return [
        Row(names(p.contact), p.text, "you to them" if p.by == "me" else "they to you")
        for p in sorted(kept, key=lambda p: (p.done or since, p.text))
    ]


def _talk(entry: Entry, names: _Names, today: date) -> Row:
    day = day_of(entry.on)
    who = names.all((entry.contact, *entry.with_))
    return Row(f"{_WEEKDAYS[day.weekday()]} {day_words(day, today)}", f"{entry.kind} with {who}", entry.text)


def _learned(behind: list[Entry], names: _Names) -> list[Row]:
    return [Row(names(entry.contact), entry.learned) for entry in behind if entry.learned]


def _active(workspace: Workspace, people: People) -> list[GoalProgress]:
    return [progress for progress in goals(workspace, people) if progress.goal.status == "active"]


def _goal(progress: GoalProgress, today: date) -> Row:
    goal = progress.goal
    per = f" this {goal.measure.per}" if goal.measure and goal.measure.per != "total" else ""
    facts = []
    if progress.done is not None:
        count = f"{progress.done} of {progress.target}" if progress.target else f"{progress.done}"
        facts.append(f"{count}{per}")
    facts += [progress.pace] if progress.pace else []
    facts += [f"due {days_until(goal.due, today)}"] if goal.due else []
    missing = [f"{a.want - a.have} more {a.who}" for a in progress.audiences if a.have < a.want]
    return Row(goal.title, ", ".join(facts), f"look for {', '.join(missing)}" if missing else "")
