"""Everything about one person, as panes and pages show it."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import takewhile
from typing import Any, NamedTuple

from netui.domain.cadence.explanations import attempt_words, explain
from netui.domain.cadence.status import Status, status_of, unanswered
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.services.people.relationships import Link, links
from netui.services.workspace import Workspace
from netui.storage.queries.rows import Timeline


class Profile(NamedTuple):
    """One person: ``head`` is the file without timeline and promises, dates as ISO strings.

    ``timeline`` is newest first and holds shared entries too; ``names`` gives the name of every id
    that occurs; ``months`` counts contact in the twelve months up to this one; ``tried`` are words
    on attempts since the last contact, "" without any; ``links`` are the people she is linked to.
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


def profile(workspace: Workspace, ident: str) -> Profile | None:
    """The profile of a contact, or None where there is none of that id."""
    read, today = workspace.read, workspace.today
    summary = read.row(ident)
    if summary is None:
        return None
    standing = status_of(summary, today, workspace.quiet)
    head = read.head(ident)
    timeline = read.timeline(ident)
    mentioned = {ident, *timeline.participants()}
    met = head.get("met")
    if isinstance(met, dict):
        mentioned.add(str(met.get("via", "")))
    for relation in _tables(head, "related"):
        mentioned.add(str(relation.get("who", "")))
    opened = _opened(workspace, ident) if "opportunity" in head else ()
    mentioned.update(opportunity.via for opportunity in opened)
    months = _last_months(today)
    counted = read.contacts_by_month(ident, date(today.year - 1, today.month, 1), today)
    return Profile(
        summary,
        standing,
        explain(summary, standing, today, workspace.quiet),
        head,
        timeline,
        tuple(read.promises(contact=ident, open_only=False)),
        opened,
        tuple(counted.get(month, 0) for month in months),
        read.names_of(mentioned),
        _tried(workspace, summary, head, timeline),
        links(workspace, ident, summary.name),
    )


def _opened(workspace: Workspace, ident: str) -> tuple[Opportunity, ...]:
    from netui.services.timeline.opportunities import opportunities

    return tuple(opportunities(workspace, contact=ident))


def _tried(
    workspace: Workspace, summary: ContactRow, head: Mapping[str, Any], timeline: Iterable[Entry]
) -> str:
    """How often she did not answer, and ways the words of those attempts do not name."""
    since = list(takewhile(lambda entry: day_of(entry.on).toordinal() > summary.last, timeline))
    count = unanswered(since, summary.last, workspace.today)
    if not count or summary.error:
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
