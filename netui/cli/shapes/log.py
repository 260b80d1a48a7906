"""JSON shapes of what is logged: entries, promises, plans, opportunities, goals."""

from typing import Literal, TypedDict

from netui.cli.shapes.values import Day, Moment, PartialDay, Side

Entry = TypedDict(
    "Entry",
    {
        "contact": str, "id": str, "on": Moment, "kind": str, "with": list[str], "place": str | None,
        "started_by": Side | None, "text": str | None, "tags": list[str], "goals": list[str],
        "gave": list[str], "got": list[str], "learned": str | None, "private": bool, "planned": bool,
    },
)  # fmt: skip
Entry.__doc__ = "An entry of a timeline; `contact` owns it, `with` are the others who were there."


class NewPromise(TypedDict):
    """A promise that was made with a line."""

    id: str
    by: Side
    text: str
    due: Day | None


LoggedEntry = TypedDict(
    "LoggedEntry",
    {
        "contact": str, "id": str, "on": Moment, "kind": str, "with": list[str], "tags": list[str],
        "promises": list[NewPromise], "goals": list[str], "text": str | None, "place": str | None,
        "gave": list[str], "got": list[str], "learned": str | None, "started_by": Side | None,
        "planned": bool,
    },
)  # fmt: skip
LoggedEntry.__doc__ = "What was read of a log line, and saved."


class RefusedLine(TypedDict):
    """A line that was refused, why, and the path of the draft that keeps it."""

    line: int
    text: str
    why: str
    draft: str | None


class LoggedLines(TypedDict):
    """What was read of several lines, or of one that makes two entries."""

    entries: list[LoggedEntry]
    refused: list[RefusedLine]


class Promise(TypedDict):
    """An open promise: one's own (`me`) or theirs."""

    contact: str
    id: str
    by: Side
    text: str
    due: Day | None


class WholePromise(Promise):
    """A promise as it now stands."""

    made: Day | None
    done: Day | None
    dropped: Day | None
    goal: str | None


class Plan(TypedDict):
    """An entry for a day ahead, or one of which it is asked whether it happened."""

    contact: str
    id: str
    on: Moment
    kind: str


PlannedMeeting = TypedDict(
    "PlannedMeeting", {"contact": str, "id": str, "on": Moment, "kind": str, "with": list[str]}
)
PlannedMeeting.__doc__ = "A meeting that comes, with who else will be there."


class DateAhead(TypedDict):
    """A day that comes; with no more than the month known, `days` counts to its first day."""

    contact: str
    what: str
    on: PartialDay
    days: int


class Step(TypedDict):
    """What happened so far to an opportunity, with its day."""

    on: Day | None
    what: str


class Opportunity(TypedDict):
    """A door that opened: a job, a client, a talk."""

    contact: str
    id: str
    kind: str
    text: str
    status: Literal["open", "won", "lost"]
    opened: Day | None
    goal: str | None
    via: str | None
    worth: str | None
    next: str | None
    next_on: Day | None
    stage: str | None
    history: list[Step]


class Audience(TypedDict):
    """Who is needed for a goal, how many are wanted and how many there are."""

    who: str
    match: str
    want: int
    have: int


class Goal(TypedDict):
    """A goal with its progress, counted from the log."""

    id: str
    title: str
    status: Literal["active", "reached", "dropped"]
    due: Day | None
    done: int | None
    target: int | None
    pace: str | None
    audiences: list[Audience]


class Milestone(TypedDict):
    """A step of a goal."""

    text: str
    due: Day | None
    done: Day | None


class WholeGoal(Goal):
    """A goal as it now stands, with all that its file says."""

    why: str | None
    count: str | None
    per: str | None
    milestones: list[Milestone]


class InboxItem(TypedDict):
    """Something that waits in the inbox; `understood` is the log line that it makes."""

    id: str
    file: str
    line: int
    what: str
    text: str
    understood: str | None
    on: Moment | None
    problem: str | None


class RefusedItem(TypedDict):
    """An item of the inbox that could not be settled, and why."""

    id: str
    why: str


class SettledItems(TypedDict):
    """The items of the inbox that were settled, by id, and those that were refused."""

    settled: list[str]
    refused: list[RefusedItem]


class Hit(TypedDict):
    """Where words were found: in an entry, or in another part (`where`, with its `id`)."""

    contact: str | None
    entry: str | None
    on: Moment | None
    snippet: str
    where: str | None
    id: str | None
