"""The few facts that stand above everything else."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from netui.services.agenda import days_ahead
from netui.services.workspace import Workspace

PROMISE_DAYS = 7


class Headline(NamedTuple):
    """``promises`` are your own, due within a week or past; ``occasion`` is a name, what, and days."""

    people: int
    quiet: int
    promises: int
    occasion: tuple[str, str, int] | None


def headline(workspace: Workspace, counts: Mapping[str, int]) -> Headline:
    """The facts as of today; ``counts`` is how many people stand in each state."""
    until = workspace.today + timedelta(PROMISE_DAYS)
    pressing = workspace.read.pressing_promises(until)
    nearest = workspace.read.next_occasion(workspace.today)
    occasion = (workspace.name(nearest.contact), nearest.what, nearest.days) if nearest else None
    return Headline(counts.get("people", 0), counts.get("quiet", 0), pressing, occasion)


def status_words(facts: Headline) -> str:
    """``6 quiet · 2 promises · Ada's birthday tomorrow``; "" when nothing wants attention."""
    parts = [f"{facts.quiet:,} quiet"] if facts.quiet else []
    if facts.promises:
        parts.append(f"{facts.promises} {'promise' if facts.promises == 1 else 'promises'}")
    if facts.occasion:
        name, what, days = facts.occasion
        parts.append(f"{name.split(' ')[0]}'s {what} {days_ahead(days)}")
    return " · ".join(parts)
