"""Status of circles: members, rhythm, and which members' silence is the circle's, to be told in one line."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.cadence.circles import explain_circle, find_quiet_together, quiet_since
from netui.domain.cadence.explanations import day_words
from netui.domain.cadence.model import learn
from netui.domain.cadence.status import Status, status_of
from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.named_tuple import NamedTuple
from netui.services.people.rows import CIRCLE, ListedContact
from netui.services.workspace import Workspace
from netui.storage.state.config import LEARN

if TYPE_CHECKING:
    from netui.storage.queries.circles import Meeting


_LATELY = 8
"""How many meetings are counted as the last ones."""


class CircleStatus(NamedTuple):
    """A circle today: its tag, members by name, and meetings, the earliest first.

    ``row`` stands for the circle where contacts are listed; ``every`` is its rhythm as set (``1w``, or
    ``learn``). ``quiet`` are the members who turned quiet together, for whom one line of the circle speaks,
    and ``since`` is the day (an ordinal) from which it does, or from which the circle itself is quiet; 0 for
    neither.
    """

    tag: str
    every: str
    row: ContactRow
    status: Status
    members: tuple[ContactRow, ...]
    meetings: "Sequence[Meeting]"
    quiet: tuple[str, ...]
    since: int
    why: str

    @property
    def listed(self) -> ListedContact:
        """The circle as a row of a list: quiet where its members are, whatever its own rhythm says."""
        return ListedContact(self.row, self.status._replace(state="quiet") if self.since else self.status)


def read_circles(workspace: Workspace) -> list[CircleStatus]:
    """Every circle that is set, with its status; those that want attention first, then by name."""
    circles = {tag.lstrip("#"): every for tag, every in workspace.quiet.circles.items()}
    return sorted(_statuses(workspace, circles), key=lambda one: (not one.since, fold(one.tag)))


def _statuses(workspace: Workspace, circles: Mapping[str, str]) -> list[CircleStatus]:
    read, today = workspace.read.circles, workspace.today
    members = read.members(circles)
    meetings = read.meetings(circles, today)
    found = []
    for tag, every in circles.items():
        key = fold(tag)
        met, planned = meetings[key]
        row = _row(tag, every, met, planned)
        found.append(_status(workspace, tag, every, row, members[key], met))
    return found


def _row(tag: str, every: str, meetings: "Sequence[Meeting]", planned: int) -> ContactRow:
    """The circle as a row."""
    rhythm = learn((meeting.day, 1) for meeting in meetings)
    return ContactRow(
        f"{CIRCLE}{tag}", f"#{tag}", every="" if every == LEARN else every,
        planned_on=planned, **rhythm.columns,
    )  # fmt: skip


def _status(
    workspace: Workspace,
    tag: str,
    every: str,
    row: ContactRow,
    members: Sequence[ContactRow],
    meetings: "Sequence[Meeting]",
) -> CircleStatus:
    today, settings = workspace.today, workspace.quiet
    turned = {
        member.id: quiet_since(member, today, settings)
        for member in members
        if status_of(member, today, settings).state == "quiet"
    }
    quiet, since = find_quiet_together(turned, len(members))
    status = status_of(row, today, settings)
    if status.state == "quiet":
        own = quiet_since(row, today, settings)
        since = min(since, own) if since else own
    why = explain_circle(row, status, today, settings, len(quiet), len(members))
    by_name = tuple(sorted(members, key=lambda member: (fold(member.name), member.id)))
    return CircleStatus(tag, every, row, status, by_name, meetings, quiet, since, why)


def attendance_words(circle: CircleStatus, ident: str, today: date) -> str:
    """``#choir: came to 3 of its last 8 meetings, last on 12 Nov``."""
    lately = circle.meetings[-_LATELY:]
    there = [meeting.day for meeting in circle.meetings if ident in meeting.people]
    if not lately:
        return f"{circle.row.name}: no meeting logged yet"
    came = sum(ident in meeting.people for meeting in lately)
    last = f", last on {day_words(date.fromordinal(there[-1]), today)}" if there else ""
    return f"{circle.row.name}: came to {came} of its last {len(lately)} meetings{last}"


def read_guests(workspace: Workspace, circle: CircleStatus) -> list[tuple[str, str, int]]:
    """Id, name, and at how many meetings: those who came without the tag, the most frequent first."""
    members = {member.id for member in circle.members}
    came = Counter(who for meeting in circle.meetings for who in meeting.people if who not in members)
    rows = [row for row in workspace.read.contact_rows(came) if not row.archived and not row.died]
    return sorted(((row.id, row.name, came[row.id]) for row in rows), key=lambda one: (-one[2], fold(one[1])))
