"""Correspondents: whom one wrote with and met, how often and how lately, to mark those who matter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from netui.domain.model.changes import Batch, Change
from netui.domain.model.dates import day_of
from netui.domain.named_tuple import NamedTuple
from netui.interchange.icalendar import SOURCE as MEETINGS
from netui.interchange.records import ParsedFile
from netui.services.people.commands import add_contact
from netui.services.transfer.imports import ReadOptions, import_options, read_paths
from netui.services.workspace import Workspace


class Correspondent(NamedTuple):
    """Somebody with an address: messages each way, meetings, the first and last day of either.

    ``contact`` is their id in the network, "" if they are not in it.
    """

    name: str
    email: str
    sent: int
    received: int
    meetings: int
    first: date
    last: date
    contact: str

    @property
    def is_mutual(self) -> bool:
        """Whether one wrote to them or met them; others may be machines, or want to sell something."""
        return self.sent + self.meetings > 0


def list_correspondents(
    workspace: Workspace, paths: Sequence[str], format_name: str = "", *, options: ReadOptions
) -> list[Correspondent]:
    """Everyone in mailboxes and calendars; those one wrote to or met first, the most often first.

    Raises as :func:`~netui.services.transfer.imports.plan_import` does.
    """
    files = read_paths(workspace, paths, format_name, options=options)
    found: dict[str, Correspondent] = {}
    for record in (record for parsed in files for record in parsed.correspondents):
        name, email, sent, received, first, last = record
        _add(found, Correspondent(name, email, sent, received, 0, first, last, ""))
    for each in _met(files, workspace.today):
        _add(found, each)
    contacts = import_options(workspace, options).contacts
    known = [each._replace(contact=contacts.get(each.email, "")) for each in found.values()]
    return sorted(known, key=_rank)


def add_correspondents(workspace: Workspace, chosen: Iterable[Correspondent]) -> tuple[list[str], Batch]:
    """Adds those chosen as contacts with their addresses; returns their ids."""
    changes: list[Change] = []
    idents: list[str] = []
    names: list[str] = []
    for each in chosen:
        name = each.name or each.email.partition("@")[0]
        ident, batch = add_contact(workspace, name, emails=[each.email], taken=idents)
        changes += batch.changes
        idents.append(ident)
        names.append(name)
    who = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    return idents, Batch(f"added {who}", tuple(changes))


def _met(files: Iterable[ParsedFile], today: date) -> Iterable[Correspondent]:
    """Those at meetings up to today."""
    names: dict[str, str] = {}
    meetings: Counter[str] = Counter()
    days: dict[str, list[date]] = {}
    for parsed in files:
        names.update((person.uid, person.name) for person in parsed.people if person.source == MEETINGS)
        for entry in parsed.entries:
            if entry.source == MEETINGS and entry.fields and day_of(entry.fields["on"]) <= today:
                for uid in entry.people:
                    meetings[uid] += 1
                    days.setdefault(uid, []).append(day_of(entry.fields["on"]))
    for uid, count in meetings.items():
        name = names.get(uid, uid)
        yield Correspondent("" if name == uid else name, uid, 0, 0, count, min(days[uid]), max(days[uid]), "")


def _add(found: dict[str, Correspondent], more: Correspondent) -> None:
    one = found.get(more.email)
    if one is None:
        found[more.email] = more
        return
    found[more.email] = one._replace(
        name=one.name or more.name,
        sent=one.sent + more.sent,
        received=one.received + more.received,
        meetings=one.meetings + more.meetings,
        first=min(one.first, more.first),
        last=max(one.last, more.last),
    )


def _rank(each: Correspondent) -> tuple[bool, int, int, str]:
    return (
        not each.is_mutual,
        -(each.sent + each.received + each.meetings),
        -each.last.toordinal(),
        each.email,
    )
