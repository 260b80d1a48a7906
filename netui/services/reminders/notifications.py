"""Remembers which "gone quiet" notifications were shown, so each is shown once; none in a pause of logging.

A state file holds the day on which the notification of a contact was shown. If, by all that is known now,
the contact was quiet on that day, it was about the present silence. If not (a contact was logged or snoozed,
or a rhythm relaxed since), this silence is another one and is notified again.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Any

from netui.domain.cadence.explanations import catch_up_words, gone_quiet_words, quiet_now_words
from netui.domain.cadence.status import newly_quiet, status_of
from netui.domain.model.contact_row import ContactRow
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import StoreError
from netui.services.people.contact_list import ListedContact
from netui.services.reminders.agenda import AHEAD_DAYS
from netui.services.workspace import Workspace
from netui.storage.state.state_file import StateFile

if TYPE_CHECKING:
    from netui.services.circles.status import CircleStatus

A_WEEK = 3
"""How many people are told of as newly quiet within seven days."""
NAMED = 3
"""How many of those quiet by the user's own change are named; the others are counted."""
_lock = Lock()
"""Guards read, change and write of the state file: the watcher thread and the screen both do it."""


class Notification(NamedTuple):
    """What to show now: who went quiet, or the offer to catch up; mostly neither."""

    quiet: str = ""
    catch_up: str = ""

    def __bool__(self) -> bool:
        return bool(self.quiet or self.catch_up)


def pending_notifications(
    workspace: Workspace, people: Iterable[ListedContact], circles: "Sequence[CircleStatus]" = ()
) -> Notification:
    """The notification due for these people and circles, and marks it as shown.

    It names at most :data:`A_WEEK` people within seven days, those likeliest to stay quiet; the list has all.
    A circle that has gone quiet comes first, and its members whose line it speaks are not named.
    Whoever there is a plan with soon waits. In a pause of logging nobody is notified as quiet, and the offer
    to catch up is made once.
    """
    today = workspace.today
    pause = workspace.pauses.to_catch_up()
    with _lock:
        state_file, table = _read_marks(workspace)
        if pause is not None and table.get("caught up to") != pause.since.isoformat():
            _write(state_file, {**table, "caught up to": pause.since.isoformat()})
            return Notification(catch_up=catch_up_words(pause.since, today, pause.resumed))
        if workspace.quiet.held_on:
            return Notification()
        newly = _newly_quiet(workspace, table, people, circles)[: max(A_WEEK - _count_told(table, today), 0)]
        if not newly:
            return Notification()
        told = {row.id: today.toordinal() for row in newly}
        _mark_shown(state_file, {**table, "told": {**table["told"], **told}}, newly, today)
    return Notification(quiet=gone_quiet_words([row.name for row in newly]))


def _newly_quiet(
    workspace: Workspace,
    table: Mapping[str, Any],
    people: Iterable[ListedContact],
    circles: "Sequence[CircleStatus]",
) -> list[ContactRow]:
    """Who went quiet since the last notification about them, and there is no plan with: circles first."""
    today = workspace.today
    spoken_for = {ident for circle in circles for ident in circle.quiet}
    alone = (p for p in people if p.row.id not in spoken_for)
    quiet = [p for p in alone if p.status.state == "quiet" and not _is_planned(p.row, today)]
    shown = {row.id: row.last for row, _ in quiet if _was_shown(workspace, table, row)}
    found = [one.row for one in circles if one.since > _day_shown(table, one.row.id, today)]
    found = [row for row in found if not _is_planned(row, today)]
    return found + newly_quiet((p.row for p in quiet), (p.status for p in quiet), shown)


def _is_planned(row: ContactRow, today: date) -> bool:
    return 0 < row.planned_on - today.toordinal() <= AHEAD_DAYS


def _count_told(table: Mapping[str, Any], today: date) -> int:
    """How many were named in toasts of the last seven days."""
    return sum(isinstance(day, int) and 0 <= today.toordinal() - day < 7 for day in table["told"].values())


def quiet_after_action(
    workspace: Workspace, before: Mapping[str, str], after: Iterable[ListedContact]
) -> str:
    """Words on who became quiet by an action of the user; "" for nobody.

    ``before`` maps ids to the states before it, ``after`` are the contacts it touched. They are marked as
    shown, so that no toast follows.
    """
    quiet = [person for person in after if person.status.state == "quiet"]
    if not quiet:
        return ""
    with _lock:
        state_file, table = _read_marks(workspace)
        newly = [row for row, _ in quiet if not _was_shown(workspace, table, row)]
        if newly:
            _mark_shown(state_file, table, newly, workspace.today)
    quiet.sort(key=lambda person: person.status.order)
    names = [row.name for row, _ in quiet if before.get(row.id) != "quiet"]
    return quiet_now_words(names[:NAMED], len(names) - NAMED) if names else ""


def _was_shown(workspace: Workspace, table: Mapping[str, Any], row: ContactRow) -> bool:
    """Whether the present silence of a quiet contact was notified already."""
    day = _day_shown(table, row.id, workspace.today)
    return day > 0 and status_of(row, date.fromordinal(day), workspace.quiet).state == "quiet"


def _day_shown(table: Mapping[str, Any], ident: str, today: date) -> int:
    """The day (an ordinal) of the last notification about someone, 0 for none.

    Travel may set the clock back over midnight, so a mark of tomorrow counts; a mark further ahead was made
    with a trial clock (``NETUI_TODAY``) and does not.
    """
    day = table["silences"].get(ident)
    return day if isinstance(day, int) and 0 < day <= today.toordinal() + 1 else 0


def _read_marks(workspace: Workspace) -> tuple[StateFile, dict[str, Any]]:
    state_file = StateFile(workspace.places.state, workspace.network, "told")
    table = state_file.read()
    marks = {key: found if isinstance(found := table.get(key), dict) else {} for key in ("silences", "told")}
    return state_file, {**table, **marks}


def _mark_shown(
    state_file: StateFile, table: dict[str, Any], shown: Iterable[ContactRow], today: date
) -> None:
    table["silences"].update(dict.fromkeys((row.id for row in shown), today.toordinal()))
    _write(state_file, table)


def _write(state_file: StateFile, table: dict[str, Any]) -> None:
    with suppress(StoreError):  # at worst a notification is shown again
        state_file.write(table)
