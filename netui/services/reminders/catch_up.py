"""Catch up after a pause of logging: plans to ask about, the inbox, and who was probably met."""

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.cadence.explanations import LEAST_GAPS, day_words, frequency_words, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import PAUSE_DAYS
from netui.domain.model.changes import Batch
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.dates import Span, full_day, shift
from netui.domain.model.entry import Entry
from netui.domain.named_tuple import NamedTuple
from netui.services.inbox.files import inbox_files
from netui.services.people.commands import mark_reviewed
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Done, Workspace
from netui.storage.index.refresh_result import Refreshed

if TYPE_CHECKING:
    from netui.services.inbox.parts import InboxItem

SHOWN = 10
NOT_MET = "not met"
"""The words of the entry that says of somebody on the page that they were not met."""
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
    """The days after ``since`` to catch up on.

    ``asked`` are plans that went by without a word, ``inbox`` what waits to be taken in. Of ``people`` those
    come first whose rhythm fell into these days, then those with most reasons.
    """

    since: date
    people: tuple[LikelyContact, ...]
    asked: tuple[Entry, ...] = ()
    inbox: "tuple[InboxItem, ...]" = ()


def build_catch_up(workspace: Workspace, people: ContactList, since: date | None = None) -> CatchUp:
    """Finds who was probably met after ``since``; without one, after the day on which logging stopped.

    Without a pause it looks at the last two weeks. Left out is whoever had contact in those days or is said
    not to have been met, and so are the muted and those whose file cannot be read.
    """
    today = workspace.today
    if since is None:
        pause = workspace.pauses.to_catch_up()
        since = pause.since if pause else shift(today, -PAUSE_DAYS)
    missing = {
        row.id: row
        for row in people.listed().contact_rows
        if row.last <= since.toordinal() and people.state_of(row.id) not in ("muted", "archived", "broken")
    }
    for ident in _said_not_met(workspace, since):
        missing.pop(ident, None)
    habits = _habits(missing, since, today)
    reasons: dict[str, list[str]] = {}
    for ident, words in (
        *_days(workspace, people, missing, since),
        *habits,
        *_goals(workspace, missing, since),
    ):
        reasons.setdefault(ident, []).append(words)
    by_rhythm = {ident for ident, _ in habits}
    order = sorted(reasons, key=lambda ident: (ident not in by_rhythm, -len(reasons[ident])))
    found = [LikelyContact(i, missing[i].name, "; ".join(reasons[i])) for i in order[:SHOWN]]
    asked = tuple(workspace.read.plans.unconfirmed(today))
    return CatchUp(since, tuple(found), asked, _waiting(workspace))


def _waiting(workspace: Workspace) -> "tuple[InboxItem, ...]":
    """What is in the inbox; where it is empty, nothing is loaded that reads it."""
    if not inbox_files(workspace.places.network):
        return ()
    from netui.services.inbox.items import list_inbox

    return tuple(list_inbox(workspace))


def say_not_met(workspace: Workspace, idents: Sequence[str]) -> Batch:
    """Notes that people on the page were not met; that is no contact."""
    batch = mark_reviewed(workspace, idents, "skip", NOT_MET)
    return batch._replace(label=f"not met: {workspace.names_in_words(idents)}")


def end_pause(workspace: Workspace, again_on: date | None = None) -> Done:
    """Ends the pause, so that whoever is quiet is named again; offers to catch up once more ``again_on``.

    Raises StoreError.
    """
    if again_on is None:
        workspace.pauses.close()
        return Done("caught up", Refreshed(), ())
    workspace.pauses.put_off(again_on)
    return Done(f"put off until {full_day(again_on)}", Refreshed(), ())


def _said_not_met(workspace: Workspace, since: date) -> Set[str]:
    counts = workspace.kinds.counts("skip")
    return workspace.read.people_reviewed(since, workspace.today, kind="skip", counts=counts)


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
    """Those whose rhythm, set or usual, fell into the pause and was kept until then; the shortest first."""
    found = []
    stretch = (today - since).days
    until = since.toordinal()
    for ident, row in missing.items():
        if until - row.last > _HABIT_GAPS * stretch:
            continue  # longer silent than any rhythm of these days allows, as most are
        gaps = gap_lengths(row.gaps)
        if row.every and row.last:
            span = Span.parse(row.every)
            gap, words = round(span.days), f"every {span.words.removeprefix('1 ')}, as you set"
        elif len(gaps) >= LEAST_GAPS:
            gap = usual_gap(gaps)
            words = f"usually {frequency_words(gap)}"
        else:
            continue
        if gap <= stretch and until - row.last <= _HABIT_GAPS * gap:
            found.append((gap, ident, words))
    return [(ident, words) for _, ident, words in sorted(found)]


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
