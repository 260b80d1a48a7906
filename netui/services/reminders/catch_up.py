"""Who was probably met while nothing was logged: from days that came, from habits and from goals."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.cadence.explanations import LEAST_GAPS, day_words, frequency_words, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import CATCH_UP_DAYS, is_catching_up
from netui.domain.model.contact_row import ContactRow, split
from netui.services.people.contact_list import People
from netui.services.workspace import Workspace

SHOWN = 40
_HABIT_GAPS = 3
"""A habit held when it was last kept within so many of its usual gaps before the logging stopped."""
_GOAL_DAYS = 30
"""A goal's person was in touch within so many days before the logging stopped."""


class LikelyContact(NamedTuple):
    """Someone who was probably met, and why one may think so."""

    contact: str
    name: str
    why: str


class CatchUp(NamedTuple):
    """The stretch to catch up on: the days after ``since``; ``people``, those with most reasons first."""

    since: date
    people: tuple[LikelyContact, ...]


def catching_up(workspace: Workspace, people: People, since: date | None = None) -> CatchUp:
    """Who was probably met after ``since``; without one, since anything was logged.

    Where something was logged within three weeks, those weeks are looked at. Nobody is in it for whom
    contact was logged in those days, nor the muted, archived and broken.
    """
    today = workspace.today
    if since is None:
        last = workspace.read.last_logged(today)
        since = today - timedelta(CATCH_UP_DAYS)
        if last is not None and is_catching_up(last, today):
            since = last
    missing = {
        row.id: row
        for row in people.listed().contact_rows
        if row.last <= since.toordinal() and people.state_of(row.id) not in ("muted", "archived", "broken")
    }
    reasons: dict[str, list[str]] = {}
    for ident, words in (
        *_days(workspace, people, missing, since),
        *_habits(missing, since, today),
        *_goals(workspace, missing, since),
    ):
        reasons.setdefault(ident, []).append(words)
    order = sorted(reasons, key=lambda ident: -len(reasons[ident]))
    found = [LikelyContact(i, missing[i].name, "; ".join(reasons[i])) for i in order[:SHOWN]]
    return CatchUp(since, tuple(found))


def _days(
    workspace: Workspace, people: People, missing: Mapping[str, ContactRow], since: date
) -> list[tuple[str, str]]:
    """What was to be on those days; birthdays and the like only of present ties."""
    today = workspace.today
    return [
        (day.contact, f"{day_words(day.on, today)}: {day.what}")
        for day in workspace.read.dates.past(since, today)
        if day.contact in missing and not (day.yearly and people.state_of(day.contact) in ("new", "dormant"))
    ]


def _habits(missing: Mapping[str, ContactRow], since: date, today: date) -> list[tuple[str, str]]:
    """Pairs that met up to then, and usually do within such a time; the shortest gap first."""
    found = []
    stretch = (today - since).days
    for ident, summary in missing.items():
        gaps = gap_lengths(summary.gaps)
        if len(gaps) < LEAST_GAPS:
            continue
        gap = usual_gap(gaps)
        if gap <= stretch and since.toordinal() - summary.last <= _HABIT_GAPS * gap:
            found.append((gap, ident))
    return [(ident, f"usually {frequency_words(gap)}") for gap, ident in sorted(found)]


def _goals(workspace: Workspace, missing: Mapping[str, ContactRow], since: date) -> list[tuple[str, str]]:
    """People of an active goal who were in touch not long before; the latest first."""
    titles = {
        ident: str(body.get("title") or ident)
        for ident, body, error in workspace.read.goals()
        if not error and body.get("status", "active") == "active"
    }
    found = []
    for ident, summary in missing.items():
        if not summary.goals:
            continue
        goal = next((titles[goal] for goal in split(summary.goals) if goal in titles), None)
        ago = since.toordinal() - summary.last
        if goal and summary.contact_days and ago <= _GOAL_DAYS:
            found.append((ago, ident, f"part of: {goal}"))
    return [(ident, words) for _, ident, words in sorted(found)]
