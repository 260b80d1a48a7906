"""Follow-ups: those met once or twice lately; and one a week of those met longer ago, with a reason.

Most such ties stay as weak as they are, and that is all right; but now and then one of them opens a door.
"""

from zlib import crc32

from netui.domain.cadence.explanations import explain
from netui.domain.cadence.status import FOLLOW_UP_DAYS, is_follow_up, status_of
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.dates import shift
from netui.domain.named_tuple import NamedTuple
from netui.services.people.rows import ListedContact, ListedContacts
from netui.services.workspace import Workspace

_KEPT = "met offer"
_CHOICE = 200
"""From so many of those met last the one of a week is chosen."""


class MetOffer(NamedTuple):
    """The one of this week, met once or twice some time ago, and why this one."""

    person: ListedContact
    why: str


def find_follow_ups(workspace: Workspace, limit: int | None = None) -> ListedContacts:
    """Those met for the first or second time within the last 30 days, the latest first."""
    today, settings = workspace.today, workspace.quiet
    rows = workspace.read.rhythms.contacts_met(shift(today, -FOLLOW_UP_DAYS), shift(today, -1))
    fitting = [row for row in rows if is_follow_up(status_of(row, today, settings))]
    return ListedContacts(fitting[:limit], today, settings)


def offer_of_the_week(workspace: Workspace) -> MetOffer | None:
    """One of those met longer ago; the same all week, and none once there was contact."""
    today, settings = workspace.today, workspace.quiet
    year, week, _ = today.isocalendar()
    this_week = f"{year}-W{week:02d}"
    kept, _, ident = (workspace.index.cache_get(_KEPT) or "").partition(" ")
    if kept != this_week:
        before = shift(today, -FOLLOW_UP_DAYS - 1)
        rows = workspace.read.rhythms.contacts_met(None, before, _CHOICE)
        last_week = ident
        met = [row for row in rows if status_of(row, today, settings).state == "met" and row.id != last_week]
        best = max(
            met, key=lambda row: (bool(_reason(row)), crc32(f"{this_week}{row.id}".encode())), default=None
        )
        ident = best.id if best else ""
        workspace.index.cache_set(_KEPT, f"{this_week} {ident}")
    row = workspace.read.row(ident) if ident else None
    if row is None:
        return None
    status = status_of(row, today, settings)
    if status.state != "met" or (status.days or 0) <= FOLLOW_UP_DAYS:
        return None
    reason = _reason(row)
    why = f"{explain(row, status, today, settings)}; {reason + ': ' if reason else ''}you never know"
    return MetOffer(ListedContact(row, status), why)


def _reason(row: ContactRow) -> str:
    """What speaks for being in touch again: a goal, what they know, their part; "" for nothing known."""
    if row.goals:
        return "part of a goal of yours"
    for known, words in ((row.knows, "knows {}"), (row.roles, "your {}"), (row.title, "{}")):
        if known:
            return words.format(" and ".join(split(known)[:2]))
    return f"at {row.org}" if row.org else ""
