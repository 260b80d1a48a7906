"""``netui opportunity``: adds an opportunity, sets a key of one, or lists them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import AmbiguousError, NobodyError, Usage
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.model.entry import Opportunity
    from netui.services.workspace import Workspace

_HOW: Mapping[str, str] = {
    "add": "add WHO TEXT [--kind job] [--stage S] [--next STEP] [--on DAY] [--via WHO] [--goal GOAL]"
    " [--worth W]",
    "set": "set ID KEY VALUE",
    "done": "done ID",
    "list": "list [WHO] [--all]",
}
_ADDED = {
    "kind": "kind",
    "stage": "stage",
    "next": "next",
    "on": "next_on",
    "via": "via",
    "goal": "goal",
    "worth": "worth",
}
"""The options of ``add`` and the keys that they fill."""
_KEYS = ("kind", "text", "status", "stage", "next", "next_on", "via", "goal", "worth")


def _run(session: Session, given: Namespace) -> int:
    what, *words = given.words or [""]
    if what not in _HOW:
        listed = "\n".join(f"  netui opportunity {how}" for how in _HOW.values())
        raise Usage(f"netui opportunity takes one of:\n{listed}")
    for name in _ADDED:
        if getattr(given, name) is not None and what != "add":
            raise Usage(f"--{name} goes with add: netui opportunity {_HOW['add']}")
    if given.all and what != "list":
        raise Usage(f"--all goes with list: netui opportunity {_HOW['list']}")
    if what == "list":
        return _list(session, " ".join(words), every=given.all)
    if what == "done":
        return _finish_step(session, words)
    return _add(session, given, words) if what == "add" else _set(session, words)


def _add(session: Session, given: Namespace, words: Sequence[str]) -> int:
    from netui.domain.model.entry import Opportunity
    from netui.services.timeline.form_commands import edit_opportunity_fields

    if len(words) < 2:
        raise Usage(f"say with whom and what may come of it: netui opportunity {_HOW['add']}")
    workspace = session.refresh(Freshness.FOLDERS)
    who, text = session.split_who(words, 1)
    new = Opportunity(id="", kind="", text="", contact=who)
    fields = {key: getattr(given, name) for name, key in _ADDED.items() if getattr(given, name) is not None}
    fields = _resolved(session, {"text": " ".join(text), **fields})
    batch = edit_opportunity_fields(workspace, new, fields)
    ident = str(batch.changes[0].item["id"])  # type: ignore[union-attr]
    session.done(workspace.apply(batch), document=_document(_known(workspace, ident)[0]))
    return 0


def _set(session: Session, words: Sequence[str]) -> int:
    from netui.domain.query.parser import nearest_word
    from netui.services.timeline.form_commands import edit_opportunity_fields

    if len(words) < 3:
        raise Usage(f'say which one, which key and its value: netui opportunity {_HOW["set"]}; "" removes it')
    ident, key, *value = words
    key = "next_on" if key == "on" else key
    if key not in _KEYS:
        meant = nearest_word(key, _KEYS)
        hint = f"did you mean {meant}?" if meant else f"there are {', '.join(_KEYS)}"
        raise Usage(f"an opportunity has no key {key!r}; {hint}")
    before = _find(session, ident)
    batch = edit_opportunity_fields(session.workspace, before, _resolved(session, {key: " ".join(value)}))
    done = session.workspace.apply(batch)
    now = next(each for each in _known(session.workspace, ident) if each.contact == before.contact)
    session.done(done, document=_document(now))
    return 0


def _finish_step(session: Session, words: Sequence[str]) -> int:
    """Notes the next step of one as done today."""
    from netui.services.timeline.opportunities import finish_step

    if len(words) != 1:
        raise Usage(f"say which one: netui opportunity {_HOW['done']}; netui opportunity list names them")
    before = _find(session, words[0])
    done = session.workspace.apply(finish_step(session.workspace, before))
    now = next(each for each in _known(session.workspace, before.id) if each.contact == before.contact)
    session.done(done, document=_document(now))
    return 0


def _resolved(session: Session, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields with the person and the goal that they name as ids; raises NobodyError and the like."""
    from netui.cli.lookup.goals import find_goal_id

    found = dict(fields)
    if found.get("via"):
        found["via"] = session.who(found["via"].lstrip("@"))
    if found.get("goal"):
        found["goal"] = find_goal_id(session, found["goal"])
    return found


def _find(session: Session, ident: str) -> "Opportunity":
    """The opportunity of this id; raises NobodyError, or AmbiguousError where a file was copied by hand."""
    workspace = session.refresh(Freshness.FOLDERS)
    workspace.refresh_contacts(each.contact for each in _known(workspace, ident))
    found = _known(workspace, ident) or _known(session.refresh(), ident)
    if not found:
        raise NobodyError(f"there is no opportunity {clean(ident)!r}; netui opportunity list names them")
    if len(found) > 1:
        owners = ", ".join(each.contact for each in found)
        raise AmbiguousError(f"{clean(ident)} stands in several files ({owners}); give each its own id")
    return found[0]


def _known(workspace: "Workspace", ident: str) -> "list[Opportunity]":
    from netui.services.timeline.opportunities import list_opportunities

    return [each for each in list_opportunities(workspace) if each.id == ident]


def _list(session: Session, who: str, *, every: bool) -> int:
    from netui.cli.output import table
    from netui.services.timeline.opportunities import list_opportunities

    workspace = session.refresh()
    found = list_opportunities(workspace, contact=session.who(who) if who else None)
    found = [each for each in found if every or each.status == "open"]
    session.emit([_document(each) for each in found])
    rows = [(each.id, each.status, f"{workspace.name(each.contact)}: {_line(each)}") for each in found]
    session.lines(table(rows, (6, 5)))
    if not found:
        session.say(
            "no opportunity is open; --all lists the others too" if not every else "there is none yet"
        )
    return 0


def _line(each: "Opportunity") -> str:
    step = f"; next: {each.next}" if each.next else ""
    stage = f", {each.stage}" if each.stage else ""
    return f"{each.text} ({each.kind}{stage}){step}" + (
        f", {each.next_on.isoformat()}" if each.next_on else ""
    )


def _document(each: "Opportunity") -> dict[str, Any]:
    from netui.cli.output import iso, or_none

    return {
        "contact": each.contact, "id": each.id, "kind": each.kind, "text": each.text, "status": each.status,
        "opened": iso(each.opened), "goal": or_none(each.goal), "via": or_none(each.via),
        "worth": or_none(each.worth), "next": or_none(each.next), "next_on": iso(each.next_on),
        "stage": or_none(each.stage),
        "history": [{"on": iso(step.on), "what": step.what} for step in each.history],
    }  # fmt: skip


COMMAND = Command(
    "opportunity",
    "opportunities: add one, set a key, tick a step, list them",
    'netui opportunity add ada "Staff engineer at Initech" --kind job --next "send the CV" --on fri',
    _run,
    (
        argument("words", metavar="add|set|done|list", nargs="*", help="; ".join(_HOW.values())),
        argument("--kind", metavar="KIND", help="job, project, client, referral, speaking, or your own word"),
        argument(
            "--stage", metavar="S", help="how far it has come: applied, interview, offer, or your own word"
        ),
        argument("--next", metavar="STEP", help="the next step"),
        argument("--on", metavar="DAY", help="the day of the next step"),
        argument("--via", metavar="WHO", help="who opened the door"),
        argument("--goal", metavar="GOAL", help="the goal that it serves"),
        argument("--worth", metavar="W", help="what it is worth, in your words"),
        flag("--all", "list those won and lost too"),
    ),
)
