"""Planned meetings: did one happen, did it not, or is it moved to another day; each answer is a batch.

An entry for a day ahead is planned. Until somebody says that it happened it is no contact and no sign of
logging, however long ago its day was.
"""

from datetime import date, datetime

from netui.domain.model.changes import Batch
from netui.domain.model.dates import day_of, full_day
from netui.domain.model.entry import Entry
from netui.services.dates import DateField, parse_date_field
from netui.services.errors import Refused
from netui.services.timeline.commands import edit_entry, entry_words
from netui.services.workspace import Workspace

_YES, _NO = ("", "yes", "y"), ("no", "n")


def is_open_plan(entry: Entry, today: date) -> bool:
    """Whether an entry is still a plan: unconfirmed, or written by hand for a day ahead."""
    return entry.planned or day_of(entry.on) > today


def reschedule(entry: Entry, on: date, today: date) -> Entry:
    """The entry on another day: planned where that lies ahead, else it happened then."""
    return entry if on == entry.on else entry._replace(on=on, planned=day_of(on) > today)


def answer_plan(workspace: Workspace, entry: Entry, answer: str) -> Batch:
    """Settles a plan by "" or ``yes`` (it happened), ``no``, or the day to which it is moved.

    A day that is past or today says that it happened then. Raises Refused.
    """
    word = answer.strip().lower()
    if word in _YES:
        return confirm_plan(workspace, entry)
    if word in _NO:
        return cancel_plan(workspace, entry)
    day = parse_date_field(workspace, DateField.PLANNED, answer)
    assert isinstance(day, date)
    return move_plan(workspace, entry, day)


def confirm_plan(workspace: Workspace, entry: Entry) -> Batch:
    """Marks a plan as having happened; raises Refused while its day is ahead."""
    _require_open(workspace, entry)
    if day_of(entry.on) > workspace.today:
        raise Refused(f"it is planned for {full_day(entry.on)}, which is ahead: move it, or say no")
    batch = edit_entry(workspace, entry, entry._replace(planned=False))
    return batch._replace(label=f"happened: {entry_words(workspace, entry)}")


def cancel_plan(workspace: Workspace, entry: Entry) -> Batch:
    """Notes that a plan did not happen; the entry stays, with its words, as one that is no contact."""
    _require_open(workspace, entry)
    words = f"{entry.kind} did not happen"
    after = entry._replace(
        kind="skip",
        on=min(day_of(entry.on), workspace.today),
        text=f"{words}: {entry.text}" if entry.text else words,
        planned=False,
    )
    batch = edit_entry(workspace, entry, after)
    return batch._replace(label=f"did not happen: {entry_words(workspace, entry)}")


def move_plan(workspace: Workspace, entry: Entry, day: date) -> Batch:
    """Moves a plan to another day, at the same time of day unless ``day`` has one of its own."""
    _require_open(workspace, entry)
    on = day
    if isinstance(entry.on, datetime) and not isinstance(day, datetime):
        on = datetime.combine(day, entry.on.time())
    after = reschedule(entry, on, workspace.today)
    did = "moved to" if after.planned else "happened"
    batch = edit_entry(workspace, entry, after)
    return batch._replace(label=f"{did} {full_day(on)}: {entry_words(workspace, entry)}")


def _require_open(workspace: Workspace, entry: Entry) -> None:
    if not is_open_plan(entry, workspace.today):
        raise Refused(f"{entry_words(workspace, entry)} is logged already: it happened")
