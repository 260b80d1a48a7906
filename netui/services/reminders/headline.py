"""The headline: how many are quiet, promises due and the next date, for the header and ``netui status``."""

from collections.abc import Mapping

from netui.domain.named_tuple import NamedTuple
from netui.services.inbox.files import inbox_files
from netui.services.reminders.agenda import catch_up_offer, near_dates, occasion_when
from netui.services.reminders.promises import count_due
from netui.services.workspace import Workspace


class Headline(NamedTuple):
    """The facts of one day.

    ``promises`` counts your own that are due within a week or past, but not long past; ``occasion`` is the
    next important date: name, what and when; ``offer`` is the one to catch up, "" unless in a pause;
    ``conflicts`` counts the contacts and goals that have fields edited on two sides, ``waiting`` what is in
    the inbox; ``circles`` are the tags (``#choir``) of those that have gone quiet.
    """

    people: int
    quiet: int
    promises: int
    occasion: tuple[str, str, str] | None
    offer: str = ""
    conflicts: int = 0
    waiting: int = 0
    circles: tuple[str, ...] = ()


def build_headline(workspace: Workspace, counts: Mapping[str, int]) -> Headline:
    """The facts as of today; ``counts`` is how many people are in each state, and circles quiet, by tag."""
    pressing = count_due(workspace)
    nearest = next(near_dates(workspace), None)
    occasion = (workspace.name(nearest.contact), nearest.what, occasion_when(nearest)) if nearest else None
    quiet = counts.get("quiet", 0)
    offer = catch_up_offer(workspace)
    conflicts = count_in_conflict(workspace)
    waiting = _count_waiting(workspace)
    circles = tuple(key for key in counts if key.startswith("#"))
    return Headline(counts.get("people", 0), quiet, pressing, occasion, offer, conflicts, waiting, circles)


def _count_waiting(workspace: Workspace) -> int:
    """How many things are in the inbox; where it is empty, nothing is loaded that reads them."""
    if not inbox_files(workspace.places.network):
        return 0
    from netui.services.inbox.items import count_inbox

    return count_inbox(workspace)


def count_in_conflict(workspace: Workspace) -> int:
    """How many contacts and goals have conflicts."""
    return len(workspace.read.contacts_in_conflict()) + workspace.read.count_goals_in_conflict()


def status_words(facts: Headline) -> str:
    """``6 quiet · 2 promises due · Ada's birthday tomorrow``; "" when nothing wants attention."""
    parts = [f"{facts.quiet:,} quiet"] if facts.quiet else []
    parts += [f"{tag} quiet" for tag in facts.circles]
    if facts.promises:
        parts.append(f"{facts.promises:,} {'promise' if facts.promises == 1 else 'promises'} due")
    if facts.occasion:
        name, what, when = facts.occasion
        parts.append(f"{name.split(' ')[0]}'s {what} {when}")
    if facts.offer:
        parts.append(facts.offer)
    if facts.waiting:
        parts.append(f"{facts.waiting:,} in the inbox")
    if facts.conflicts:
        parts.append(f"{facts.conflicts:,} in conflict")
    return " · ".join(parts)
