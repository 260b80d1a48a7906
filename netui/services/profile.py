"""Everything about one person, as panes and pages show it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from netui.domain.entry import Entry, Promise
from netui.domain.quiet import Standing, stand
from netui.domain.reasons import why
from netui.domain.summary import Summary
from netui.services.workspace import Workspace


class Profile(NamedTuple):
    """One person: ``head`` is the file without timeline and promises, dates as ISO strings.

    ``timeline`` is newest first and holds shared entries too; ``names`` gives the name of every id
    that occurs; ``months`` counts contact in the twelve months up to this one.
    """

    summary: Summary
    standing: Standing
    why: str
    head: Mapping[str, Any]
    timeline: tuple[Entry, ...]
    promises: tuple[Promise, ...]
    months: tuple[int, ...]
    names: Mapping[str, str]


def profile(workspace: Workspace, ident: str) -> Profile | None:
    """The profile of a contact, or None where there is none of that id."""
    read, today = workspace.read, workspace.today
    summary = read.summary(ident)
    if summary is None:
        return None
    standing = stand(summary, today, workspace.quiet)
    head = read.head(ident)
    timeline = tuple(read.timeline(ident))
    mentioned = {ident}
    for entry in timeline:
        mentioned.add(entry.contact)
        mentioned.update(entry.with_)
    met = head.get("met")
    if isinstance(met, dict):
        mentioned.add(str(met.get("via", "")))
    for relation in _tables(head, "related"):
        mentioned.add(str(relation.get("who", "")))
    for opportunity in _tables(head, "opportunity"):
        mentioned.add(str(opportunity.get("via", "")))
    months = _last_months(today)
    counted = read.monthly(ident, date(today.year - 1, today.month, 1))
    return Profile(
        summary,
        standing,
        why(summary, standing, today, workspace.quiet),
        head,
        timeline,
        tuple(read.promises(contact=ident, open_only=False)),
        tuple(counted.get(month, 0) for month in months),
        read.names_of(mentioned),
    )


def _tables(head: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    values = head.get(key)
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _last_months(today: date) -> list[str]:
    months = []
    for back in range(11, -1, -1):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        months.append(f"{year:04d}-{month + 1:02d}")
    return months
