"""``netui conflicts``: fields that were edited on two sides at once, and settling them."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.output import iso, wrapped
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.model.changes import FileId
    from netui.services.people.conflicts import OpenConflict

_CHOICES = ("file", "other", "both")


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people.conflicts import list_conflicts

    workspace = session.refresh()
    found = list_conflicts(workspace, _file(session, given.who) if given.who else None)
    if given.key:
        found = [conflict for conflict in found if conflict.key == given.key]
        if not found:
            raise NobodyError(f"there is no conflict of {clean(given.key)!r}; netui conflicts lists them")
    if given.choice:
        return _settle(session, found[0], given.choice)
    session.emit([_document(conflict) for conflict in found])
    for conflict in found:
        session.lines(_lines(conflict))
    if found:
        session.say("netui conflicts WHO KEY file|other|both settles one")
    else:
        session.say("no conflicts")
    return 0


def _file(session: Session, who: str) -> "FileId":
    """The contact that ``who`` means; where there is none, the goal with that id."""
    from netui.domain.model.changes import CONTACTS, GOALS, FileId

    try:
        return FileId(CONTACTS, session.who(who))
    except NobodyError:
        if any(ident == who for ident, _, _ in session.workspace.read.goals()):
            return FileId(GOALS, who)
        raise


def _settle(session: Session, conflict: "OpenConflict", choice: str) -> int:
    from netui.services.people.conflicts import list_conflicts, settle_conflict

    if choice not in _CHOICES:
        raise Usage(f"{clean(choice)!r} is no choice: it is {', '.join(_CHOICES)}")
    workspace = session.workspace
    done = workspace.apply(settle_conflict(workspace, conflict, choice))
    left = list_conflicts(workspace, conflict.file)
    session.done(
        done, document={**_stands(session, conflict), "conflicts": [_document(each) for each in left]}
    )
    return 0


def _stands(session: Session, conflict: "OpenConflict") -> dict[str, Any]:
    from netui.domain.model.conflict import find_field
    from netui.services.people.commands import read_document

    place = find_field(read_document(session.workspace, conflict.file), conflict.key)
    return {**_identity(conflict), "value": _plain(place.present if place else None)}


def _identity(conflict: "OpenConflict") -> dict[str, Any]:
    is_goal = conflict.file.folder == "goals"
    ident = conflict.file.stem
    return {
        "id": ident,
        "contact": None if is_goal else ident,
        "goal": ident if is_goal else None,
        "key": conflict.key,
    }


def _document(conflict: "OpenConflict") -> dict[str, Any]:
    sides = {"value": _plain(conflict.value), "other": _plain(conflict.other), "on": iso(conflict.on)}
    return {**_identity(conflict), **sides}


def _plain(value: Any) -> Any:
    """A value of a file as JSON has it: dates as ISO strings."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _lines(conflict: "OpenConflict") -> list[str]:
    since = f"  since {conflict.on.isoformat()}" if conflict.on else ""
    lines = [clean(f"{conflict.whose}  [{conflict.file.stem}]  {conflict.key}{since}")]
    for side, value in (("file", conflict.value), ("other", conflict.other)):
        lines += wrapped(f"{side + ':':<7}{_plain(value) if value is not None else '(nothing)'}", "  ")
    return lines


COMMAND = Command(
    "conflicts",
    "fields that were edited on two sides at once, and settling them",
    "netui conflicts ada org other",
    _run,
    (
        argument("who", metavar="WHO", nargs="?", help="a contact, or the id of a goal; everything without"),
        argument("key", metavar="KEY", nargs="?", help="the field, as the list shows it"),
        argument(
            "choice",
            metavar="|".join(_CHOICES),
            nargs="?",
            help="keep what the file holds, take the other text, or both as one",
        ),
    ),
)
