"""Promises and milestones typed on one line: parsed with the network's goals, the batch that adds them."""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

from netui.domain.capture.promise_line import PromiseLine, parse_promise_line
from netui.domain.model.changes import CONTACTS, AddItem, Batch, FileId
from netui.domain.model.entry import Promise
from netui.domain.natural_dates.parse import Clock
from netui.services.dates import by_words
from netui.services.errors import Refused
from netui.services.goals.commands import add_milestone
from netui.services.people.commands import new_promise_id
from netui.services.timeline.capture import IndexResolver
from netui.services.timeline.commands import promise_item, require_new_promise
from netui.services.workspace import Workspace


def parse_promises(workspace: Workspace, line: str, now: datetime | None = None) -> PromiseLine:
    """Parses ``send the deck by fri ^cto-role``, one promise or several; ``<`` before what they promise."""
    goals = {ident: str(body.get("title", "")) for ident, body, _ in workspace.read.goals()}
    return parse_promise_line(line, _clock(workspace, now), IndexResolver(workspace), goals)


def parse_milestone(workspace: Workspace, line: str, now: datetime | None = None) -> PromiseLine:
    """Parses ``draft sent by 12 dec``."""
    return parse_promise_line(line, _clock(workspace, now), IndexResolver(workspace))


def _clock(workspace: Workspace, now: datetime | None) -> Clock:
    moment, day_first = now or workspace.now(), workspace.config.day_first
    return Clock(moment, False, day_first, translator=workspace.translator)


def add_promises(workspace: Workspace, contacts: Sequence[str], parsed: PromiseLine, goal: str = "") -> Batch:
    """Adds the promises of a line to each contact, for ``goal`` unless it names one.

    Raises Refused where it is unclear.
    """
    _require_clear(parsed)
    if len(parsed.goals) > 1:
        raise Refused("a promise serves one goal; give the others promises of their own")
    changes = []
    taken: set[str] = set()
    for contact, each in product(contacts, parsed.promises):
        ident = new_promise_id(workspace, taken)
        taken.add(ident)
        serves = next(iter(parsed.goals), goal)
        promise = Promise(ident, each.by, each.text, workspace.today, each.due, goal=serves)
        require_new_promise(workspace, contact, promise)
        changes.append(AddItem(FileId(CONTACTS, contact), "promise", promise_item(promise)))
    texts = "; ".join(each.text + by_words(each.due) for each in parsed.promises)
    return Batch(f"promise: {texts} ({workspace.names_in_words(contacts)})", tuple(changes))


def add_milestone_of(workspace: Workspace, goal: str, parsed: PromiseLine) -> Batch:
    """Adds the milestone of a line; raises Refused where it is unclear."""
    _require_clear(parsed)
    (step,) = parsed.promises
    return add_milestone(workspace, goal, step.text, step.due)


def _require_clear(parsed: PromiseLine) -> None:
    if parsed.problems:
        raise Refused(parsed.problems[0].message)
