"""Which silences were told: each is told once, and none while nothing at all is being logged.

Kept is the day on which someone was told as quiet. As long as she was quiet on that day, by all that
is known now, it is the silence that was told. Where she was not (she was met since then, or let rest,
or her rhythm was relaxed), it is another, and told anew. The days are kept in the user state folder.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import Any, NamedTuple

from netui.domain.cadence.explanations import catch_up_words, gone_quiet_words, quiet_now_words
from netui.domain.cadence.status import is_catching_up, newly_quiet, status_of
from netui.domain.model.contact_row import ContactRow
from netui.services.errors import StoreError
from netui.services.people.contact_list import Person
from netui.services.workspace import Workspace
from netui.storage.state.state_file import StateFile

NAMED = 3
"""How many of those who went quiet are named; the others are counted."""
_writing = Lock()
"""The background task and the screen both keep marks; one must not write over the other's."""


class Notification(NamedTuple):
    """What to tell now: who went quiet, or the offer to catch up; mostly neither."""

    quiet: str = ""
    catch_up: str = ""

    def __bool__(self) -> bool:
        return bool(self.quiet or self.catch_up)


def pending_notifications(workspace: Workspace, people: Iterable[Person]) -> Notification:
    """What of these people was not told before; from then on it was.

    While nothing was logged for long, nobody is told as quiet (they are once something is logged),
    and the offer to catch up is made once for each such stretch.
    """
    today = workspace.today
    with _writing:
        kept, table = _marks(workspace)
        last = workspace.read.last_logged(today)
        if last is not None and is_catching_up(last, today):
            if table.get("caught up to") == last.isoformat():
                return Notification()
            _keep(kept, {**table, "caught up to": last.isoformat()})
            return Notification(catch_up=catch_up_words(last, today))
        quiet = [person for person in people if person.status.state == "quiet"]
        told = {one.id: one.last for one, _ in quiet if _was_told(workspace, table, one)}
        news = newly_quiet((p.row for p in quiet), (p.status for p in quiet), told)
        if not news:
            return Notification()
        _mark(kept, table, news, today)
    return Notification(quiet=gone_quiet_words([one.name for one in news[:NAMED]], len(news) - NAMED))


def quiet_by_act(workspace: Workspace, before: Mapping[str, str], after: Iterable[Person]) -> str:
    """Words on who is quiet by what the user just did herself; "" for nobody.

    ``before`` maps ids to the states before it, ``after`` are those it touched. They are told by these
    words, so that no toast follows.
    """
    quiet = [person for person in after if person.status.state == "quiet"]
    if not quiet:
        return ""
    with _writing:
        kept, table = _marks(workspace)
        news = [one for one, _ in quiet if not _was_told(workspace, table, one)]
        if news:
            _mark(kept, table, news, workspace.today)
    quiet.sort(key=lambda person: person.status.order)
    names = [one.name for one, _ in quiet if before.get(one.id) != "quiet"]
    return quiet_now_words(names[:NAMED], len(names) - NAMED) if names else ""


def _was_told(workspace: Workspace, table: Mapping[str, Any], one: ContactRow) -> bool:
    """Whether the present silence of someone quiet was told, today or before.

    Travel may set the clock back over midnight, and what was told on that day stays told; what was told
    on a day further ahead was told on a clock that was tried out.
    """
    day = table["silences"].get(one.id)
    if not isinstance(day, int) or not 0 < day <= workspace.today.toordinal() + 1:
        return False
    return status_of(one, date.fromordinal(day), workspace.quiet).state == "quiet"


def _marks(workspace: Workspace) -> tuple[StateFile, dict[str, Any]]:
    kept = StateFile(workspace.places.state, workspace.network, "told")
    table = kept.read()
    silences = table.get("silences")
    return kept, {**table, "silences": silences if isinstance(silences, dict) else {}}


def _mark(kept: StateFile, table: dict[str, Any], told: Iterable[ContactRow], today: date) -> None:
    table["silences"].update(dict.fromkeys((one.id for one in told), today.toordinal()))
    _keep(kept, table)


def _keep(kept: StateFile, table: dict[str, Any]) -> None:
    with suppress(StoreError):  # what cannot be kept is told again, which harms nobody
        kept.write(table)
