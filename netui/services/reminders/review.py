"""The weekly review: a queue of the contacts with most reasons to be in touch, kept for the week."""

from collections import defaultdict
from collections.abc import Mapping, Set
from contextlib import suppress
from datetime import date

from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.dates import day_of, shift
from netui.domain.model.entry import Entry, Promise
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import StoreError
from netui.services.goals.progress import decode_goal
from netui.services.people.contact_list import ContactList
from netui.services.people.profile import Profile, build_profile
from netui.services.reminders.agenda import near_until, occasion_when
from netui.services.reminders.follow_ups import find_follow_ups, offer_of_the_week
from netui.services.workspace import Workspace
from netui.storage.state.state_file import StateFile

SHOWN = 20
"""How many people one review holds: five minutes' worth."""
TALKS = 3
_MINE, _THEIRS, _DATE, _GOAL, _ASKED = 1.0, 0.5, 0.75, 0.5, 0.5
_QUIET, _DUE, _MET = 1.0, 0.5, 0.25
_STATE = "review"
_APART = ("snoozed", "archived", "me", "broken")
ACTIONS = ("logged", "snoozed", "rhythm set", "looked at", "let go", "skipped")
"""What can be done with one person, in the words of the summary."""


class ReviewCandidate(NamedTuple):
    """Someone worth being in touch with now: the score, and in words the dates and goals that add to it."""

    id: str
    score: float
    reasons: tuple[str, ...]


class ReviewCard(NamedTuple):
    """One person as the review shows them: the last talks, newest first, and open promises both ways.

    ``asked`` are plans that went by, of which nobody said whether they happened.
    """

    profile: Profile
    reasons: tuple[str, ...]
    talks: tuple[Entry, ...]
    promises: tuple[Promise, ...]
    asked: tuple[Entry, ...] = ()


def find_review_candidates(workspace: Workspace, people: ContactList) -> list[ReviewCandidate]:
    """Everyone there is a reason to be in touch with now, the highest score first.

    The score adds 1 and the chance of no further contact for the quiet, 0.5 for the due, 0.25 for the lately
    met and the one met longer ago that is offered this week; 1 for a promise of
    yours that is near or past, 0.5 for one of theirs; 0.75 for an important date coming up; 0.5 for a plan
    that went by without a word whether it happened; and to any of these 0.5 for an active goal that the
    contact belongs to. Left out are the snoozed and the archived, and whoever was reviewed within the last
    seven days.
    """
    scores = _Scores()
    rows = _score_silent(scores, workspace, people)
    _score_what_is_near(scores, workspace)
    beside = filter(None, map(people.row, scores.scores.keys() - rows.keys()))
    rows.update((row.id, row) for row in beside if not _is_left_out(people, row))
    _score_goals(scores, workspace, rows)
    for ident in _recently_reviewed(workspace):
        rows.pop(ident, None)
    found = sorted((-scores.scores[ident], row.name, ident) for ident, row in rows.items())
    return [ReviewCandidate(ident, -score, tuple(scores.reasons[ident])) for score, _, ident in found]


class _Scores:
    """The score of each contact, and the reasons that are worth a word."""

    def __init__(self) -> None:
        self.scores: defaultdict[str, float] = defaultdict(float)
        self.reasons: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, ident: str, score: float, words: str = "") -> None:
        """Adds to a contact's score, and to the reasons what there is to say."""
        self.scores[ident] += score
        if words:
            self.reasons[ident].append(words)


def _score_silent(scores: _Scores, workspace: Workspace, people: ContactList) -> dict[str, ContactRow]:
    """Scores the quiet, the due and those met lately or once; returns all rows but that of the last."""
    quiet, due = people.in_state("quiet").contact_rows, people.in_state("due").contact_rows
    met = find_follow_ups(workspace).contact_rows
    for row in quiet:
        scores.add(row.id, _QUIET + (status_of(row, workspace.today, workspace.quiet).chance or 0.0))
    for row in due:
        scores.add(row.id, _DUE)
    for row in met:
        scores.add(row.id, _MET)
    offer = offer_of_the_week(workspace)
    if offer is not None:
        scores.add(offer.person.row.id, _MET, offer.why)
    for circle in people.circles():
        for ident in circle.quiet:
            scores.add(ident, 0.0, f"quiet with {circle.row.name}")
    return {row.id: row for row in (*quiet, *due, *met)}


def _score_what_is_near(scores: _Scores, workspace: Workspace) -> None:
    """Scores promises, important dates, and plans that went by without a word."""
    today = workspace.today
    for contact, by in workspace.read.promises.sides_due(near_until(workspace)):
        scores.add(contact, _MINE if by == "me" else _THEIRS)
    for occasion in workspace.read.dates.upcoming(today):
        scores.add(occasion.contact, _DATE, f"{occasion.what} {occasion_when(occasion)}")
    for plan in workspace.read.plans.unconfirmed(today):
        for ident in (plan.contact, *plan.with_):
            scores.add(ident, _ASKED)


def _score_goals(scores: _Scores, workspace: Workspace, rows: Mapping[str, ContactRow]) -> None:
    """Scores who belongs to an active goal."""
    with_goals = [row for row in rows.values() if row.goals]
    titles = _active(workspace) if with_goals else {}
    for row in with_goals:
        serves = [titles[goal] for goal in split(row.goals) if goal in titles]
        if serves:
            scores.add(row.id, _GOAL, f"part of: {', '.join(serves)}")


def _active(workspace: Workspace) -> dict[str, str]:
    """The titles of the active goals by id."""
    wanted = (decode_goal(ident, body) for ident, body, _ in workspace.read.goals())
    return {goal.id: goal.title for goal in wanted if goal.status == "active"}


def _is_left_out(people: ContactList, row: ContactRow) -> bool:
    """Whether a contact takes no part: snoozed, archived, dead or unreadable."""
    return bool(row.died) or people.state_of(row.id) in _APART


def _recently_reviewed(workspace: Workspace) -> Set[str]:
    today = workspace.today
    counts = workspace.kinds.counts("reviewed")
    return workspace.read.people_reviewed(shift(today, -7), today, counts=counts)


def build_card(workspace: Workspace, one: ReviewCandidate) -> ReviewCard | None:
    """Builds what the review shows of one person; None where the contact is gone."""
    found = build_profile(workspace, one.id)
    if found is None:
        return None
    today = workspace.today
    asked = tuple(e for e in found.timeline if e.planned and day_of(e.on) < today)
    talks = [e for e in found.timeline if e.has_happened(today) and _says(workspace, e)]
    return ReviewCard(found, one.reasons, tuple(talks[:TALKS]), found.open_promises, asked)


def _says(workspace: Workspace, entry: Entry) -> bool:
    """Whether an entry is worth a line: a contact, a note or an attempt."""
    return workspace.kinds.counts(entry.kind) or entry.kind in ("note", "attempt")


# ---------------------------------------------------------------------- the session of a week


class ReviewSession:
    """One week's review: the queue, the position in it, and the action taken with each.

    A state file keeps it, so that it resumes where it was left until the week is over.
    """

    def __init__(self, workspace: Workspace, people: ContactList):
        self._workspace = workspace
        self._state_file = StateFile(workspace.places.state, workspace.network, _STATE)
        self.queue: list[str] = []
        self.position = 0
        self.actions: dict[str, str] = {}
        self._candidates = {one.id: one for one in find_review_candidates(workspace, people)}
        if not self._resume(people):
            self.queue = list(self._candidates)[:SHOWN]

    def _resume(self, people: ContactList) -> bool:
        table = self._state_file.read()
        if table.get("week") != _week(self._workspace.today):
            return False
        queue, at, acts = table.get("queue"), table.get("at"), table.get("acts")
        if not (isinstance(queue, list) and isinstance(at, int) and isinstance(acts, dict)):
            return False
        before = [ident for ident in queue[:at] if people.row(ident)]
        after = [i for i in queue[at:] if (row := people.row(i)) and not _is_left_out(people, row)]
        self.queue, self.position = [*before, *after], len(before)
        self.actions = {who: act for who, act in acts.items() if who in before and act in ACTIONS}
        return bool(self.queue)

    @property
    def current(self) -> ReviewCandidate | None:
        """Whose turn it is; None at the end."""
        if self.position >= len(self.queue):
            return None
        ident = self.queue[self.position]
        return self._candidates.get(ident, ReviewCandidate(ident, 0.0, ()))

    @property
    def remaining(self) -> int:
        """How many candidates are not in this queue."""
        return sum(ident not in self.queue for ident in self._candidates)

    def record(self, what: str) -> None:
        """Records the action taken with the current person, and goes to the next."""
        self.actions[self.queue[self.position]] = what
        self._go_to(self.position + 1)

    def go_back(self, *, undone: bool = False) -> bool:
        """Goes back by one; ``undone`` drops the action recorded there. False at the first."""
        if not self.position:
            return False
        self._go_to(self.position - 1)
        if undone:
            self.actions.pop(self.queue[self.position], None)
        return True

    def start_next(self) -> None:
        """Starts another queue with the next candidates."""
        following = [ident for ident in self._candidates if ident not in self.queue]
        self.queue, self.actions = following[:SHOWN], {}
        self._go_to(0)

    def _go_to(self, at: int) -> None:
        self.position = at
        table = {"week": _week(self._workspace.today), "queue": self.queue, "at": at, "acts": self.actions}
        with suppress(StoreError):  # at worst the review starts over
            self._state_file.write(table)

    def summary(self) -> list[tuple[str, list[str]]]:
        """Each action taken and the ids of those it was taken with, in the order of :data:`ACTIONS`."""
        return [(act, _ids_with(self.actions, act)) for act in ACTIONS if act in self.actions.values()]


def _ids_with(acts: dict[str, str], wanted: str) -> list[str]:
    return [ident for ident, act in acts.items() if act == wanted]


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
