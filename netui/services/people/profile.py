"""The profile of one contact: row, status, timeline, promises and links, as panes and pages show them."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import takewhile
from typing import Any

from netui.domain.cadence.explanations import attempt_words, explain
from netui.domain.cadence.status import Status, count_unanswered, status_of
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import MONTH_NAMES, PartialDate, day_of, written_day
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.named_tuple import NamedTuple
from netui.services.people.local_time import local_time_words
from netui.services.relationships.links import Link, find_links
from netui.services.reminders.promises import sunk_before
from netui.services.workspace import Workspace
from netui.storage.queries.rows import Timeline


class Profile(NamedTuple):
    """One contact in full.

    ``head`` is the file without timeline and promises, dates as ISO strings; ``timeline`` is newest first and
    holds shared entries too; ``names`` gives the name of every id that occurs; ``months`` counts contacts in
    the twelve months up to this one; ``tried`` describes the attempts since the last contact, "" without any;
    ``local_time`` is ``09:40 in Singapore``, "" where the time zone is not known.
    """

    row: ContactRow
    status: Status
    why: str
    head: Mapping[str, Any]
    timeline: Timeline
    promises: tuple[Promise, ...]
    opportunities: tuple[Opportunity, ...]
    months: tuple[int, ...]
    names: Mapping[str, str]
    tried: str = ""
    links: tuple[Link, ...] = ()
    local_time: str = ""

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """The open promises of both sides; none of somebody who died."""
        return () if self.row.died else tuple(promise for promise in self.promises if promise.is_open)


def build_profile(workspace: Workspace, ident: str) -> Profile | None:
    """Reads the profile of a contact; None where there is none of that id."""
    read, today = workspace.read, workspace.today
    row = read.row(ident)
    if row is None:
        return None
    status = status_of(row, today, workspace.quiet)
    head = read.head(ident)
    timeline = read.timeline(ident)
    mentioned = {ident, *timeline.participants()}
    met = head.get("met")
    if isinstance(met, dict):
        mentioned.add(str(met.get("via", "")))
    for relation in _tables(head, "related"):
        mentioned.add(str(relation.get("who", "")))
    opened = _opportunities(workspace, ident) if "opportunity" in head else ()
    if row.died:
        opened = tuple(opportunity for opportunity in opened if opportunity.status != "open")
    mentioned.update(opportunity.via for opportunity in opened)
    months = _last_months(today)
    counted = read.contacts_by_month(ident, date(max(today.year - 1, 1), today.month, 1), today)
    return Profile(
        row,
        status,
        _died_words(head["died"]) if row.died else explain(row, status, today, workspace.quiet),
        head,
        timeline,
        tuple(read.promises.all(contact=ident, open_only=False, sunk=sunk_before(today))),
        opened,
        tuple(counted.get(month, 0) for month in months),
        read.names_of(mentioned),
        _attempt_words(workspace, row, head, timeline),
        find_links(workspace, ident, row.name),
        local_time_words(head, workspace.now()),
    )


def _died_words(died: object) -> str:
    """When somebody died, and what that closes."""
    closes = "promises, plans and opportunities are closed"
    try:
        year, month, day = PartialDate.parse(died)
    except ValueError:
        return closes
    name = MONTH_NAMES[month - 1] if month else ""
    when = written_day(day, month, year, in_full=True) if day and month else f"{name} {year or ''}".strip()
    return f"{when}; {closes}"


def _opportunities(workspace: Workspace, ident: str) -> tuple[Opportunity, ...]:
    from netui.services.timeline.opportunities import list_opportunities

    return tuple(list_opportunities(workspace, contact=ident))


def _attempt_words(
    workspace: Workspace, row: ContactRow, head: Mapping[str, Any], timeline: Iterable[Entry]
) -> str:
    """How often they did not answer, and the channels that were not tried yet."""
    since = list(takewhile(lambda entry: day_of(entry.on).toordinal() > row.last, timeline))
    count = count_unanswered(since, row.last, workspace.today)
    if not count or row.error:
        return ""
    from netui.domain.model.channels import channel_of, channels, untried

    words = " ".join(entry.text for entry in since if entry.kind == "attempt")
    kinds = {workspace.kinds.named(word.strip(".,:;!?()")) or "" for word in words.split()}
    return attempt_words(count, [c.name for c in untried(channels(head), map(channel_of, kinds))])


def _tables(head: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    values = head.get(key)
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _last_months(today: date) -> list[str]:
    months = []
    for back in range(11, -1, -1):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        months.append(f"{year:04d}-{month + 1:02d}")
    return months
