"""Open promises as one is reminded of them: what stands beside one, and what was kept in time, both ways."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.model.dates import LONG_PAST_DAYS, UNKNOWN_DAY, shift
from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.domain.model.entry import Promise


DUE_DAYS = 7
"""A promise is due that was due up to a month ago, or is within so many days."""


class PromiseCounts(NamedTuple):
    """How many of the user's own promises are due, and how many of both sides are open."""

    due: int = 0
    open: int = 0

    @property
    def words(self) -> str:
        """``31 open, 6 of yours due within a week``."""
        due = f"{self.due:,} of yours due within a week" if self.due else "none of yours due within a week"
        return f"{self.open:,} open, {due}"


def count_due(workspace: Workspace) -> int:
    """How many of the user's own promises are due: within a week or past, but not long past."""
    until = shift(workspace.today, DUE_DAYS)
    return workspace.read.promises.count_own_due(sunk_before(workspace.today), until)


def count_promises(workspace: Workspace) -> PromiseCounts:
    """The counts that header, goals pane and ``netui promises`` tell."""
    return PromiseCounts(count_due(workspace), workspace.read.promises.count_open())


class KeptPromises(NamedTuple):
    """How many promises that had a day were kept by it, of how many; mine, then theirs.

    Those that can still be kept in time, and the dropped, do not count.
    """

    mine: int = 0
    of_mine: int = 0
    theirs: int = 0
    of_theirs: int = 0

    @property
    def words(self) -> str:
        """``you kept 4 of 5 promises in time, they 2 of 3``; "" without any."""
        sides = [("you", self.mine, self.of_mine), ("they", self.theirs, self.of_theirs)]
        said = [(who, f"{kept} of {count}") for who, kept, count in sides if count]
        if not said:
            return ""
        (who, first), *others = said
        noun = "promise" if first.endswith(" of 1") else "promises"
        return ", ".join([f"{who} kept {first} {noun} in time", *(f"{w} {figure}" for w, figure in others)])


def count_kept(promises: "Iterable[Promise]", today: date) -> KeptPromises:
    """Counts what was kept in time of these promises."""
    counts = {"me": [0, 0], "them": [0, 0]}
    for promise in promises:
        due, done = promise.due, promise.done
        if (
            due is None
            or promise.dropped is not None
            or done == UNKNOWN_DAY
            or (done is None and due >= today)
        ):
            continue
        side = counts["me" if promise.by == "me" else "them"]
        side[1] += 1
        side[0] += done is not None and done <= due
    return KeptPromises(*counts["me"], *counts["them"])


def sunk_before(today: date) -> date:
    """What was due before this day is long past: it comes last and is offered for dropping."""
    return shift(today, -LONG_PAST_DAYS)


def promise_question(promise: "Promise", last: int, today: date) -> str:
    """What is asked about an open promise: ``met since: still open?``, ``long past: drop it?``; "" for most.

    ``last`` is the day of the last contact, an ordinal.
    """
    if promise.due is None or promise.due >= today:
        return ""
    if last > promise.due.toordinal():
        return "met since: still open?"
    return "long past: drop it?" if promise.is_long_past(today) else ""


def promise_questions(workspace: Workspace, promises: "Sequence[Promise]") -> list[str]:
    """The question about each of these promises, "" for none."""
    past = {p.contact for p in promises if p.due is not None and p.due < workspace.today}
    last = {row.id: row.last for row in workspace.read.contact_rows(past)}
    return [promise_question(promise, last.get(promise.contact, 0), workspace.today) for promise in promises]
