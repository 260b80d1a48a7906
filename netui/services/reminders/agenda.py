"""The agenda: plans to ask about, who is quiet, promises due, important dates and planned meetings."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from netui.domain.cadence.explanations import capacity_words, catch_up_words, relax_words
from netui.domain.cadence.status import SHOWN, status_of
from netui.domain.model.contact_row import ONESELF
from netui.domain.model.dates import MONTH_NAMES, Span, shift
from netui.services.people.rows import ListedContact, ListedContacts
from netui.services.reminders.promises import promise_questions, sunk_before
from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise
    from netui.services.circles.status import CircleStatus
    from netui.services.people.contact_list import ContactList
    from netui.services.reminders.follow_ups import MetOffer
    from netui.storage.queries.dates import UpcomingDate as UpcomingDate

AHEAD_DAYS = 14
"""Promises and meetings are shown this many days ahead."""
MARGIN = 1.1
"""The rhythms set may need a tenth more contacts than happen before the agenda says so."""
RELAXED = 3
"""For how many people a longer rhythm is suggested."""


class Agenda:
    """What wants attention today, in the order in which it is told.

    ``asked`` are plans that went by without anybody saying whether they happened; the ``drifting`` are due:
    past their usual gap. ``questions`` are asked about the first promises, "" for most.
    ``met`` are those met lately for the first or second time, ``offer`` one of those met longer ago.
    ``circles`` are those that have gone quiet, whose members are not among the quiet.
    ``catch_up`` offers to catch up after a pause of logging, ``capacity`` says that the rhythms set need more
    contacts than happen; "" otherwise. ``relax`` are those whose rhythm is furthest from what happens.
    """

    def __init__(
        self,
        quiet: ListedContacts,
        drifting: ListedContacts,
        promises: "Sequence[Promise]",
        dates: "list[UpcomingDate]",
        planned: "list[Entry]",
        asked: "Sequence[Entry]" = (),
        questions: Sequence[str] = (),
        catch_up: str = "",
        capacity: str = "",
        relax: tuple[ListedContact, ...] = (),
        met: ListedContacts | None = None,
        offer: "MetOffer | None" = None,
        circles: "Sequence[CircleStatus]" = (),
    ):
        self.quiet = quiet
        self.drifting = drifting
        self.promises = promises
        self.dates = dates
        self.planned = planned
        self.asked = asked
        self.questions = questions
        self.catch_up = catch_up
        self.capacity = capacity
        self.relax = relax
        self.met = met if met is not None else ListedContacts()
        self.offer = offer
        self.circles = circles


def build_agenda(workspace: Workspace, people: "ContactList", limit: int | None = SHOWN) -> Agenda:
    """Collects the agenda, with at most ``limit`` of the quiet, the drifting and those met lately.

    In a pause of logging it offers to catch up and says nothing on capacity, as what happened is not known.
    """
    from netui.services.reminders.follow_ups import find_follow_ups, offer_of_the_week

    today, read = workspace.today, workspace.read
    plans = read.plans
    quiet, words = people.quiet(limit), catch_up_offer(workspace)
    pace, relax = ("", ()) if words else _capacity(workspace)
    promises = near_promises(workspace)
    return Agenda(
        quiet,
        people.drifting(limit),
        promises,
        list(near_dates(workspace)),
        plans.ahead(today, AHEAD_DAYS),
        plans.unconfirmed(today),
        promise_questions(workspace, promises[:SHOWN]),
        words,
        pace,
        relax,
        find_follow_ups(workspace, limit),
        offer_of_the_week(workspace),
        [circle for circle in people.circles() if circle.since],
    )


def catch_up_offer(workspace: Workspace) -> str:
    """The offer to catch up in a pause of logging or on one put off until today, else ""."""
    pause = workspace.pauses.to_catch_up()
    return catch_up_words(pause.since, workspace.today, pause.resumed) if pause else ""


def _capacity(workspace: Workspace) -> tuple[str, tuple[ListedContact, ...]]:
    """The sentence on capacity and whose rhythm to relax; "" and nobody where the rhythms set can be kept.

    Nothing is said while the log is younger than the weeks that are counted: nobody could have kept them.
    SQL counts the contacts that happened, so that only the rows with a rhythm set are read.
    """
    from netui.domain.cadence.capacity import WEEKS, measure_capacity

    read, today, settings = workspace.read, workspace.today, workspace.quiet
    since = shift(today, -7 * WEEKS)
    if not settings.defaults:
        needed = sum(
            7 * count / Span.parse(every).days for every, count in read.rhythms.rhythm_counts().items()
        )
        enough = ceil(needed * WEEKS / MARGIN)
        if read.contacts_between(since, today, enough) >= enough:
            return "", ()
    if not read.contacts_between(date.min, since, enough=1):
        return "", ()
    had = read.contacts_between(since, today) / WEEKS
    rows = read.contact_rows() if settings.defaults else read.rhythms.contacts_with_rhythm()
    found = measure_capacity(rows, today, settings)
    if found.needed <= had * MARGIN:
        return "", ()
    by_id = {row.id: row for row in rows}
    chosen = [by_id[one.id] for one in found.relax[:RELAXED]]
    relax = tuple(ListedContact(row, status_of(row, today, settings)) for row in chosen)
    names = [row.name for row in chosen]
    found = found._replace(average=had)
    return f"{capacity_words(found)}: {relax_words(names)}", relax


def near_dates(workspace: Workspace) -> "Iterator[UpcomingDate]":
    """Important dates within their lead; days on which somebody died unless the settings turn that off."""
    found = workspace.read.dates.upcoming(workspace.today)
    return found if workspace.config.remember_died else (each for each in found if not each.is_remembrance)


def near_promises(workspace: Workspace) -> Sequence["Promise"]:
    """Open promises that are due within :data:`AHEAD_DAYS`, past, or undated; not those of the archived.

    The long past ones come last.
    """
    return workspace.read.promises.due(near_until(workspace), sunk_before(workspace.today))


def near_until(workspace: Workspace) -> date:
    """The last day on which a promise is near."""
    return shift(workspace.today, AHEAD_DAYS)


def present_people(workspace: Workspace, entry: "Entry") -> list[str]:
    """The ids of those in a plan who are neither dead nor archived."""
    rows = workspace.read.contact_rows((entry.contact, *entry.with_))
    return [row.id for row in rows if not row.died and row.archived in (0, ONESELF)]


def occasion_when(occasion: "UpcomingDate") -> str:
    """``in 3 days``; ``this month`` or ``in May`` where no more than the month is known."""
    if not occasion.is_month:
        return days_ahead(occasion.days)
    return f"in {MONTH_NAMES[occasion.on.month - 1]}" if occasion.days else "this month"


def days_ahead(days: int) -> str:
    """``today``, ``tomorrow``, ``in 3 days``."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def days_until(day: date, today: date) -> str:
    """The same for a day that may be past: ``3 days ago``."""
    days = (day - today).days
    if days >= 0:
        return days_ahead(days)
    return "yesterday" if days == -1 else f"{-days} days ago"
