"""Which silences were told: each is told once, and none while nothing at all is being logged.

A silence is known by the contact's last contact-day and by how long she was snoozed, so that another
contact or another snooze makes it a new one. The marks are kept in the user state folder.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from netui.domain.quiet import is_catching_up, newly_quiet
from netui.domain.reasons import catch_up, gone_quiet
from netui.services.people import Person
from netui.services.refusals import StoreError
from netui.services.workspace import Workspace
from netui.storage.kept import Kept

NAMED = 3
"""How many of those who went quiet are named; the others are counted."""


class Tidings(NamedTuple):
    """What to tell now: who went quiet, or the offer to catch up; mostly neither."""

    quiet: str = ""
    catch_up: str = ""

    def __bool__(self) -> bool:
        return bool(self.quiet or self.catch_up)


def tidings(workspace: Workspace, people: Iterable[Person]) -> Tidings:
    """What of these people was not told before; from then on it was.

    While nothing was logged for long, nobody is told as quiet (they are once something is logged),
    and the offer to catch up is made once for each such stretch.
    """
    today = workspace.today
    kept = Kept(workspace.places.state, workspace.network, "told")
    table = kept.read()
    last = workspace.read.last_logged(today)
    if last is not None and is_catching_up(last, today):
        if table.get("caught up to") == last.isoformat():
            return Tidings()
        _keep(kept, {**table, "caught up to": last.isoformat()})
        return Tidings(catch_up=catch_up(last, today))
    marks = table.get("silences")
    marks = marks if isinstance(marks, dict) else {}
    quiet = [person for person in people if person.standing.state == "quiet"]
    told = {one.id: one.last for one, _ in quiet if marks.get(one.id) == [one.last, one.snoozed_until]}
    news = newly_quiet((p.summary for p in quiet), (p.standing for p in quiet), told)
    if not news:
        return Tidings()
    marks.update((one.id, [one.last, one.snoozed_until]) for one in news)
    _keep(kept, {**table, "silences": marks})
    return Tidings(quiet=gone_quiet([one.name for one in news[:NAMED]], len(news) - NAMED))


def _keep(kept: Kept, table: dict[str, object]) -> None:
    with suppress(StoreError):  # what cannot be kept is told again, which harms nobody
        kept.write(table)
