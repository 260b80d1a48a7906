"""Catch up after a logging break: who was probably met, by important dates, usual gaps and goals."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netui.domain.cadence.explanations import LEAST_GAPS, day_words, frequency_words, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import PAUSE_DAYS
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.dates import shift
from netui.services.people.contact_list import ContactList
from netui.services.reminders.pause import pause_to_catch_up
from netui.services.workspace import Workspace

SHOWN = 40
_HABIT_GAPS = 3
"""A habit counts if its last contact was within so many usual gaps before the break."""
_GOAL_DAYS = 30
"""Someone of a goal counts if the last contact was within so many days before the break."""


class LikelyContact(NamedTuple):
    """Someone who was probably met, and the reasons in words."""

    contact: str
    name: str
    why: str


class CatchUp(NamedTuple):
    """The days after ``since`` to catch up on; ``people`` with the most reasons first."""

    since: date
    people: tuple[LikelyContact, ...]


def build_catch_up(workspace: Workspace, people: ContactList, since: date | None = None) -> CatchUp:
    """Finds who was probably met after ``since``; without one, after the day on which logging stopped.

    Without a pause it looks at the last two weeks. Whoever had contact in those days is left out,
    and so are the muted, archived and broken.
    """
    today = workspace.today
    if since is None:
        pause = pause_to_catch_up(workspace)
        since = pause.since if pause else shift(today, -PAUSE_DAYS)
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
    workspace: Workspace, people: ContactList, missing: Mapping[str, ContactRow], since: date
) -> list[tuple[str, str]]:
    """Important dates, promises and next steps that fell on those days; yearly dates only of present ties."""
    today = workspace.today
    return [
        (day.contact, f"{day_words(day.on, today)}: {day.what}")
        for day in workspace.read.dates.past(since, today)
        if day.contact in missing
        and not (day.yearly and people.state_of(day.contact) in ("new", "met", "dormant"))
    ]


def _habits(missing: Mapping[str, ContactRow], since: date, today: date) -> list[tuple[str, str]]:
    """Those whose usual gap fits into the break and who kept it until then; the shortest gap first."""
    found = []
    stretch = (today - since).days
    for ident, row in missing.items():
        gaps = gap_lengths(row.gaps)
        if len(gaps) < LEAST_GAPS:
            continue
        gap = usual_gap(gaps)
        if gap <= stretch and since.toordinal() - row.last <= _HABIT_GAPS * gap:
            found.append((gap, ident))
    return [(ident, f"usually {frequency_words(gap)}") for gap, ident in sorted(found)]


def _goals(workspace: Workspace, missing: Mapping[str, ContactRow], since: date) -> list[tuple[str, str]]:
    """People of an active goal with contact shortly before the break; the latest first."""
    titles = {
        ident: str(body.get("title") or ident)
        for ident, body, error in workspace.read.goals()
        if not error and body.get("status", "active") == "active"
    }
    found = []
    for ident, row in missing.items():
        if not row.goals:
            continue
        goal = next((titles[goal] for goal in split(row.goals) if goal in titles), None)
        ago = since.toordinal() - row.last
        if goal and row.contact_days and ago <= _GOAL_DAYS:
            found.append((ago, ident, f"part of: {goal}"))
    return [(ident, words) for _, ident, words in sorted(found)]
