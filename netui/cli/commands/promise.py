"""``netui promise``: notes a promise, drops one, or moves it to another day."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netui.domain.model.changes import Batch
    from netui.domain.model.entry import Promise
    from netui.services.workspace import Workspace

_HOW = "netui promise WHO TEXT [--by DATE] [--theirs], netui promise drop ID, netui promise move ID DAY"


def _run(session: Session, given: Namespace) -> int:
    words = given.words
    if len(words) < 2:
        raise Usage(f"say whom and what: {_HOW}")
    if words[0] in ("drop", "move") and not (given.by or given.theirs):
        return _settle(session, *words)
    return _add(session, given, words)


def _add(session: Session, given: Namespace, words: "Sequence[str]") -> int:
    from netui.domain.model.changes import AddItem

    workspace = session.refresh(Freshness.FOLDERS)
    contact, text = session.split_who(words, 1)
    batch = _noted(workspace, contact, " ".join(text), given)
    done = workspace.apply(batch)
    (added,) = (change for change in batch.changes if isinstance(change, AddItem))
    (promise,) = workspace.read.promises.with_id(added.item["id"])
    session.done(done, document=_document(workspace, promise))
    return 0


def _noted(workspace: "Workspace", contact: str, text: str, given: Namespace) -> "Batch":
    """The batch that adds a promise; without ``--by`` its words may say when, and for which goal."""
    from datetime import date

    from netui.services.dates import DateField, parse_date_field
    from netui.services.timeline.commands import add_promise
    from netui.services.timeline.promise_lines import add_promises, parse_promises

    side = "them" if given.theirs else "me"
    if given.by:
        due = parse_date_field(workspace, DateField.DUE, given.by)
        assert due is None or isinstance(due, date)
        return add_promise(workspace, contact, text, by=side, due=due)[1]
    parsed = parse_promises(workspace, text)
    if len(parsed.promises) > 1:
        raise Usage(f"one promise at a time; {_HOW}")
    if given.theirs:
        parsed = parsed._replace(promises=tuple(each._replace(by=side) for each in parsed.promises))
    return add_promises(workspace, [contact], parsed)


def _settle(session: Session, what: str, ident: str, *day: str) -> int:
    """Drops a promise, or moves it to a day."""
    from netui.cli.lookup.promises import closed_words, find_promise
    from netui.services.timeline.commands import drop_promise, move_promise

    if what == "drop" and day:
        raise Usage("netui promise drop takes one ID and no day")
    promise = find_promise(session, ident)
    workspace = session.workspace
    if not promise.is_open:
        session.emit(_document(workspace, promise))
        session.say(closed_words(promise))
        return 0
    batch = (
        drop_promise(workspace, promise)
        if what == "drop"
        else move_promise(workspace, promise, " ".join(day))
    )
    session.done(workspace.apply(batch), document=_document(workspace, promise))
    return 0


def _document(workspace: "Workspace", before: "Promise") -> dict[str, Any]:
    """The promise as it now stands."""
    from netui.cli.documents import promise_document
    from netui.cli.output import iso, or_none

    same = (each for each in workspace.read.promises.with_id(before.id) if each.contact == before.contact)
    promise = next(same, before)
    return {
        **promise_document(promise),
        "made": iso(promise.made),
        "done": iso(promise.done),
        "dropped": iso(promise.dropped),
        "goal": or_none(promise.goal),
    }


COMMAND = Command(
    "promise",
    "note a promise, drop one or move it",
    'netui promise ada "send the deck" --by fri',
    _run,
    (
        argument(
            "words", metavar="WHO TEXT", nargs="+",
            help="whom, and what is promised; or drop ID, move ID DAY",
        ),
        argument("--by", metavar="DATE", help="the day by which: fri, 12 dec, 2026-12-12"),
        flag("--theirs", "they promised it"),
    ),
)  # fmt: skip
