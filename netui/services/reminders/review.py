"""The weekly review: who is most worthwhile to think of now, kept from day to day of a week."""

from collections.abc import Set
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.entry import Entry, Promise
from netui.services.errors import StoreError
from netui.services.goals.progress import decode
from netui.services.people.contact_list import People
from netui.services.people.profile import Profile, profile
from netui.services.reminders.agenda import days_ahead, near
from netui.services.workspace import Workspace
from netui.storage.state.state_file import StateFile

SHOWN = 20
"""How many people one review holds: five minutes' worth."""
TALKS = 3
_MINE, _THEIRS, _DATE, _GOAL = 1.0, 0.5, 0.75, 0.5
_QUIET, _DUE = 1.0, 0.5
_STATE = "review"
_APART = ("snoozed", "archived", "broken")
ACTS = ("logged", "snoozed", "rhythm set", "looked at", "let go", "skipped")
"""What can be done with one person; the words of the summary."""


class ReviewCandidate(NamedTuple):
    """Someone to think of now: the score, and of what it is made of the days and goals in words."""

    id: str
    score: float
    reasons: tuple[str, ...]


class ReviewCard(NamedTuple):
    """One person as the review shows her: the last talks, newest first, and what is open between you."""

    profile: Profile
    reasons: tuple[str, ...]
    talks: tuple[Entry, ...]
    promises: tuple[Promise, ...]


def review_candidates(workspace: Workspace, people: People) -> list[ReviewCandidate]:
    """Everyone there is a reason to think of now, the most worthwhile first.

    The score adds: quiet 1 and the chance of no further word, due a half; a promise of yours that is
    near or past 1, one of theirs a half; an important date coming up three quarters; and a half for
    serving an active goal, where there is any of these. The snoozed and the archived are left alone,
    and so is whoever was looked at within the week.
    """
    today = workspace.today
    reasons: dict[str, list[str]] = {}
    scores: dict[str, float] = {}

    def add(ident: str, score: float, words: str) -> None:
        scores[ident] = scores.get(ident, 0.0) + score
        if words:
            reasons.setdefault(ident, []).append(words)

    quiet, due = people.in_state("quiet").contact_rows, people.in_state("due").contact_rows
    for row in quiet:
        scores[row.id] = _QUIET + (status_of(row, today, workspace.quiet).chance or 0.0)
    scores.update((row.id, _DUE) for row in due)
    rows = {row.id: row for row in (*quiet, *due)}
    for contact, by in workspace.read.promise_sides_due(near(workspace)):
        add(contact, _MINE if by == "me" else _THEIRS, "")
    for occasion in workspace.read.dates.upcoming(today):
        add(occasion.contact, _DATE, f"{occasion.what} {days_ahead(occasion.days)}")
    beside = filter(None, map(people.row, scores.keys() - rows.keys()))
    rows.update((row.id, row) for row in beside if not _left_alone(people, row))
    titles: dict[str, str] | None = None
    for ident, row in rows.items():
        if row.goals:
            titles = _active(workspace) if titles is None else titles
            serves = [titles[goal] for goal in split(row.goals) if goal in titles]
            if serves:
                add(ident, _GOAL, f"part of: {', '.join(serves)}")
    for ident in _looked_at(workspace):
        rows.pop(ident, None)
    found = [(-scores[ident], row.name, ident) for ident, row in rows.items()]
    return [
        ReviewCandidate(ident, -score, tuple(reasons.get(ident, ()))) for score, _, ident in sorted(found)
    ]


def _active(workspace: Workspace) -> dict[str, str]:
    """The titles of the active goals by id."""
    wanted = (decode(ident, body) for ident, body, _ in workspace.read.goals())
    return {goal.id: goal.title for goal in wanted if goal.status == "active"}


def _left_alone(people: People, row: ContactRow) -> bool:
    """Whether someone is not to be thought of: snoozed, archived, dead or unreadable."""
    return bool(row.died) or people.state_of(row.id) in _APART


def _looked_at(workspace: Workspace) -> Set[str]:
    today = workspace.today
    counts = workspace.kinds.counts("reviewed")
    return workspace.read.people_reviewed(today - timedelta(7), today, counts=counts)


def card(workspace: Workspace, one: ReviewCandidate) -> ReviewCard | None:
    """What to see of one person; None where she is gone."""
    found = profile(workspace, one.id)
    if found is None:
        return None
    today = workspace.today
    talks = [e for e in found.timeline if e.on.toordinal() <= today.toordinal() and _says(workspace, e)]
    promises = tuple(promise for promise in found.promises if promise.done is None)
    return ReviewCard(found, one.reasons, tuple(talks[:TALKS]), promises)


def _says(workspace: Workspace, entry: Entry) -> bool:
    """Whether an entry is worth a line: contact, or words."""
    return workspace.kinds.counts(entry.kind) or entry.kind in ("note", "attempt")


# ---------------------------------------------------------------------- one week's round


class ReviewSession:
    """One week's review: who is in it, where it stands, and what was done with each.

    It is kept in the user state folder, so that it goes on where it was left until the week is over.
    """

    def __init__(self, workspace: Workspace, people: People):
        self._workspace = workspace
        self._kept = StateFile(workspace.places.state, workspace.network, _STATE)
        self.queue: list[str] = []
        self.at = 0
        self.acts: dict[str, str] = {}
        self._reasons = {one.id: one for one in review_candidates(workspace, people)}
        if not self._resume(people):
            self.queue = list(self._reasons)[:SHOWN]

    def _resume(self, people: People) -> bool:
        table = self._kept.read()
        if table.get("week") != _week(self._workspace.today):
            return False
        queue, at, acts = table.get("queue"), table.get("at"), table.get("acts")
        if not (isinstance(queue, list) and isinstance(at, int) and isinstance(acts, dict)):
            return False
        before = [ident for ident in queue[:at] if people.row(ident)]
        after = [i for i in queue[at:] if (row := people.row(i)) and not _left_alone(people, row)]
        self.queue, self.at = [*before, *after], len(before)
        self.acts = {who: act for who, act in acts.items() if who in before and act in ACTS}
        return bool(self.queue)

    @property
    def current(self) -> ReviewCandidate | None:
        """Who is on; None at the end."""
        if self.at >= len(self.queue):
            return None
        ident = self.queue[self.at]
        return self._reasons.get(ident, ReviewCandidate(ident, 0.0, ()))

    @property
    def left(self) -> int:
        """How many more would be worthwhile once this round is over."""
        return sum(ident not in self.queue for ident in self._reasons)

    def act(self, what: str) -> None:
        """Notes what was done with the one who is on, and goes to the next."""
        self.acts[self.queue[self.at]] = what
        self._move(self.at + 1)

    def back(self, *, undone: bool = False) -> bool:
        """To the one before; with ``undone`` what was done with her does not count. False at the first."""
        if not self.at:
            return False
        self._move(self.at - 1)
        if undone:
            self.acts.pop(self.queue[self.at], None)
        return True

    def more(self) -> None:
        """Another round with the next ones."""
        following = [ident for ident in self._reasons if ident not in self.queue]
        self.queue, self.acts = following[:SHOWN], {}
        self._move(0)

    def _move(self, at: int) -> None:
        self.at = at
        table = {"week": _week(self._workspace.today), "queue": self.queue, "at": at, "acts": self.acts}
        with suppress(StoreError):  # a place that cannot be kept is found again by hand
            self._kept.write(table)

    def summary(self) -> list[tuple[str, list[str]]]:
        """What was done and with whom, in the order of :data:`ACTS`."""
        return [(act, _who(self.acts, act)) for act in ACTS if act in self.acts.values()]


def _who(acts: dict[str, str], wanted: str) -> list[str]:
    return [ident for ident, act in acts.items() if act == wanted]


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
