"""Dormant ties worth reviving: once close, long silent; a few at a time, with what was last said.

Reconnecting with those once close brings advice at least as useful as present ties do, since they
have seen other things meanwhile and the trust is still there (Levin, Walter and Murnighan, "Dormant
Ties", Organization Science 22, 2011).
"""

from collections.abc import Iterable
from datetime import date

from netui.domain.cadence.status import revival_candidates
from netui.domain.model.channels import channel_of, channels
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.domain.named_tuple import NamedTuple
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace


class DormantTie(NamedTuple):
    """A dormant tie: ``days`` of silence, the text last noted and its day, and a channel.

    ``way`` is the channel used last of those in the file, else the first of them (``by e-mail``); "" without.
    """

    contact: str
    name: str
    days: int
    said: str
    said_on: date | None
    way: str


def suggest_dormant_ties(workspace: Workspace, people: ContactList) -> list[DormantTie]:
    """A few dormant ties, those once met most often first."""
    dormant = list(people.in_state("dormant"))
    chosen = revival_candidates((p.row for p in dormant), (p.status for p in dormant))
    return [_dormant_tie(workspace, row.id, row.name, row.last) for row in chosen]


def _dormant_tie(workspace: Workspace, ident: str, name: str, last: int) -> DormantTie:
    today = workspace.today
    timeline = [entry for entry in workspace.read.timeline(ident) if entry.has_happened(today)]
    counting = [entry for entry in timeline if workspace.kinds.counts(entry.kind)]
    said = next((entry for entry in counting if entry.text.strip()), None)
    return DormantTie(
        ident,
        name,
        today.toordinal() - last,
        " ".join(said.text.split()) if said else "",
        day_of(said.on) if said else None,
        _way(workspace, ident, counting),
    )


def _way(workspace: Workspace, ident: str, counting: Iterable[Entry]) -> str:
    known = {channel.name: channel for channel in channels(workspace.read.head(ident))}
    used = (channel_of(entry.kind) for entry in counting)
    name = next((name for name in used if name in known), next(iter(known), ""))
    return known[name].phrase if name else ""
