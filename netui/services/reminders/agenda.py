"""Who next: the quiet, what was promised, and the days that are coming."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from netui.domain.cadence.explanations import capacity_words, catch_up_words, relax_words
from netui.domain.cadence.status import SHOWN, is_catching_up, status_of
from netui.domain.model.dates import Span
from netui.services.people.rows import ContactRows, Person
from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise
    from netui.services.people.contact_list import People
    from netui.services.people.ranking import QuietCandidates
    from netui.storage.queries.dates import UpcomingDate as UpcomingDate

AHEAD_DAYS = 14
"""How far ahead a promise or a meeting is near."""
MARGIN = 1.1
"""Set rhythms may ask for a tenth more than happens before anything is said of it."""
RELAXED = 3
"""With how many people relaxing is suggested."""


class Agenda(NamedTuple):
    """What wants attention today.

    ``catch_up`` are words when nothing was logged for long, ``capacity`` when the set rhythms ask for
    more than happens; else "". ``relax`` are those whose rhythm is furthest from what happens.
    """

    quiet: ContactRows
    promises: Sequence["Promise"]
    dates: list["UpcomingDate"]
    planned: list["Entry"]
    catch_up: str = ""
    capacity: str = ""
    relax: tuple[Person, ...] = ()


def due(workspace: Workspace, people: "People | QuietCandidates", limit: int = SHOWN) -> Agenda:
    """Who is next; ``limit`` is how many of the quiet are named, those likeliest to stay so first.

    While nothing is logged for long there is the offer to catch up, and no word on capacity: what
    happened is not known.
    """
    today, read = workspace.today, workspace.read
    quiet, words = people.quiet(limit), offer(workspace)
    pace, relax = ("", ()) if words else _capacity(workspace)
    return Agenda(
        quiet,
        near_promises(workspace),
        list(read.dates.upcoming(today)),
        read.planned_entries(today, AHEAD_DAYS),
        words,
        pace,
        relax,
    )


def offer(workspace: Workspace) -> str:
    """The offer to catch up once nothing was logged for long, else ""."""
    today = workspace.today
    last = workspace.read.last_logged(today)
    return catch_up_words(last, today) if last and is_catching_up(last, today) else ""


def _capacity(workspace: Workspace) -> tuple[str, tuple[Person, ...]]:
    """The sentence on capacity with the people to relax; nothing where the rhythms set can be kept.

    What happened is counted by the index, so that only those with a rhythm set are looked at.
    """
    from netui.domain.cadence.capacity import WEEKS, measure_capacity

    read, today, settings = workspace.read, workspace.today, workspace.quiet
    since = today - timedelta(7 * WEEKS)
    if not settings.defaults:
        needed = sum(7 * count / Span.parse(every).days for every, count in read.rhythm_counts().items())
        enough = ceil(needed * WEEKS / MARGIN)
        if read.contacts_between(since, today, enough) >= enough:
            return "", ()
    had = read.contacts_between(since, today) / WEEKS
    rows = read.contact_rows() if settings.defaults else read.contacts_with_rhythm()
    found = measure_capacity(rows, today, settings)
    if found.needed <= had * MARGIN:
        return "", ()
    by_id = {row.id: row for row in rows}
    chosen = [by_id[one.id] for one in found.relax[:RELAXED]]
    relax = tuple(Person(row, status_of(row, today, settings)) for row in chosen)
    names = [row.name for row in chosen]
    found = found._replace(average=had)
    return f"{capacity_words(found)}: {relax_words(names)}", relax


def near_promises(workspace: Workspace) -> Sequence["Promise"]:
    """Open promises that are due within :data:`AHEAD_DAYS`, past, or undated; not those of the archived."""
    return workspace.read.promises_due(near(workspace))


def near(workspace: Workspace) -> date:
    """The last day that is near."""
    return workspace.today + timedelta(AHEAD_DAYS)


def days_ahead(days: int) -> str:
    """``today``, ``tomorrow``, ``in 3 days``."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def days_until(day: date, today: date) -> str:
    """The same for a day that may be past: ``3 days ago``."""
    days = (day - today).days
    if days >= 0:
        return days_ahead(days)
    return "yesterday" if days == -1 else f"{-days} days ago"
