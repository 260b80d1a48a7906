"""``netui inbox``: what waits to be taken in, and settling it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.errors import Refused, StoreError

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.services.inbox.parts import InboxItem

_ACTIONS = ("accept", "correct", "drop")


def _run(session: Session, given: Namespace) -> int:
    from netui.services.inbox.items import list_inbox

    waiting = list_inbox(session.refresh())
    if given.action is None:
        return _list(session, waiting)
    if given.action not in _ACTIONS:
        raise Usage(f"{clean(given.action)!r} is none of {', '.join(_ACTIONS)}")
    if given.action == "correct":
        return _correct(session, waiting, given.item)
    if given.all:
        chosen = [item for item in waiting if given.action == "drop" or not item.problem]
    elif given.item:
        chosen = [item for text in given.item for item in _find(waiting, text)]
    else:
        raise Usage(f"say which: netui inbox {given.action} ID, or --all")
    return _settle(session, list(dict.fromkeys(chosen)), given.action)


def _list(session: Session, waiting: "Sequence[InboxItem]") -> int:
    from netui.cli.documents import inbox_document
    from netui.services.inbox.items import count_inbox
    from netui.services.transfer.oneself import own_identities

    session.emit([inbox_document(item) for item in waiting])
    rows = [(item.id, item.where, item.understood or item.text) for item in waiting]
    shown = table(rows, (12, 28))
    for item, line in zip(waiting, shown, strict=True):
        session.say(line)
        if item.problem:
            session.say(f"    {clean(item.problem)}")
    if any(item.what in ("event", "mail") for item in waiting) and not own_identities(session.workspace):
        session.say("your own address is not known: add yourself, with me = true and your emails in the file")
    more = count_inbox(session.workspace) - len(waiting)
    if more > 0:
        session.say(f"{more:,} more come when these are settled")
    if waiting:
        session.say('netui inbox accept ID, correct ID "LINE", drop ID; the ids\' first letters do')
    else:
        session.say(
            "nothing waits; drop text, .ics, .eml or .vcf files into the folder inbox of your network"
        )
    return 0


def _find(waiting: "Sequence[InboxItem]", text: str) -> "list[InboxItem]":
    """The item whose id is or begins with ``text``, or those of the file of this name."""
    of_file = [item for item in waiting if text in (item.file, f"inbox/{item.file}")]
    found = [item for item in waiting if item.id == text] or of_file
    found = found or [item for item in waiting if item.id.startswith(text.casefold())]
    if not found:
        raise NobodyError(f"nothing that waits is {clean(text)!r}; netui inbox lists it")
    if len(found) > 1 and not of_file:
        ids = ", ".join(item.id for item in found)
        raise Usage(f"{clean(text)!r} may be any of {ids}; say more of it")
    return found


def _correct(session: Session, waiting: "Sequence[InboxItem]", words: Sequence[str]) -> int:
    if len(words) < 2:
        raise Usage('say which, and the line: netui inbox correct ID "coffee with @ada on friday"')
    from netui.services.inbox.settlement import correct_item

    (item, *more), line = _find(waiting, words[0]), " ".join(words[1:])
    if more:
        raise Usage(f"{clean(words[0])!r} holds several; name one by its id")
    done = session.workspace.apply(correct_item(session.workspace, item, line))
    session.done(done, document={"settled": [item.id], "refused": []})
    return 0


def _settle(session: Session, chosen: "Sequence[InboxItem]", action: str) -> int:
    """Settles one after the other, each a change of its own; one that is refused stops no other."""
    from netui.services.inbox.items import read_item
    from netui.services.inbox.settlement import accept_item, drop_item

    settle: Callable[..., Batch] = accept_item if action == "accept" else drop_item
    settled: list[str] = []
    refused: list[dict[str, Any]] = []
    workspace = session.workspace
    for item in chosen:
        try:
            # Someone who was unknown may have come with the one before.
            current = read_item(workspace, item) if item.problem else item
            done = workspace.apply(settle(workspace, current))
        except (Refused, StoreError) as error:
            refused.append({"id": item.id, "why": str(error)})
            session.warn(str(error))
            continue
        settled.append(item.id)
        session.say(f"{clean(done.label)}  {session.undo_hint()}")
    session.emit({"settled": settled, "refused": refused})
    if not chosen:
        session.say("nothing waits that could be settled so")
    return 2 if refused else 0


COMMAND = Command(
    "inbox",
    "what waits in the folder inbox: accept it, correct it as a line, or drop it",
    "netui inbox accept k3f9",
    _run,
    (
        argument("action", metavar="|".join(_ACTIONS), nargs="?", help="without: list what waits"),
        argument(
            "item",
            metavar="ID",
            nargs="*",
            help="ids, or their first letters, or a file's name; for correct one id, then the line",
        ),
        flag("--all", "everything; accept: all that is understood"),
    ),
    dash_words=True,
)
