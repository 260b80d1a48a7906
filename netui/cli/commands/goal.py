"""``netui goal``: adds a goal, sets a key of one, reaches or drops it, adds milestones and audiences."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument, flag, whole_number
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.domain.model.goal import Goal
    from netui.services.workspace import Workspace

_HOW: Mapping[str, str] = {
    "add": "add TITLE [--why W] [--due DATE] [--count QUERY] [--target N] [--per PERIOD]",
    "set": "set GOAL KEY VALUE",
    "reach": "reach GOAL",
    "drop": "drop GOAL",
    "milestone": "milestone GOAL TEXT [--due DATE] [--done]",
    "audience": "audience GOAL QUERY [--who NAME] [--want N]",
}
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "add": ("why", "due", "count", "target", "per"),
    "milestone": ("due", "done"),
    "audience": ("who", "want"),
}
_KEYS = {"count": "measure.count", "target": "measure.target", "per": "measure.per"}
_PLAIN_KEYS = ("title", "why", "due", "status")


def _run(session: Session, given: Namespace) -> int:
    what, *words = given.words or [""]
    if what not in _HOW:
        raise Usage("netui goal takes one of:\n" + "\n".join(f"  netui goal {how}" for how in _HOW.values()))
    _refuse_options(what, given)
    workspace = session.refresh(Freshness.FOLDERS)
    if what == "add":
        if not words:
            raise Usage(f"say what it is for: netui goal {_HOW['add']}")
        return _add(session, workspace, given, words)
    from netui.cli.lookup.goals import find_goal_id

    if not words:
        raise Usage(f"say which goal: netui goal {_HOW[what]}")
    ident = find_goal_id(session, words[0])
    return _finish(session, ident, _BATCHES[what](workspace, _sound_goal(workspace, ident), words[1:], given))


def _refuse_options(what: str, given: Namespace) -> None:
    """Refuses options of another subcommand, which would be passed over."""
    takes = _OPTIONS.get(what, ())
    for name in ("why", "due", "count", "target", "per", "done", "who", "want"):
        if getattr(given, name) not in (None, False) and name not in takes:
            raise Usage(f"--{name} does not go with {what}: netui goal {_HOW[what]}")


def _sound_goal(workspace: "Workspace", ident: str) -> "Goal":
    """The goal; raises Refused where its file cannot be read."""
    from netui.services.errors import Refused
    from netui.services.goals.progress import find_goal

    error = next((error for goal, _, error in workspace.read.goals() if goal == ident), "")
    goal = find_goal(workspace, ident)
    if error or goal is None:
        raise Refused(error or f"there is no goal {ident!r} any more")
    return goal


def _add(session: Session, workspace: "Workspace", given: Namespace, words: Sequence[str]) -> int:
    from netui.services.timeline.form_commands import edit_goal_fields

    if given.per and given.target is None and not given.count:
        raise Usage("--per goes with --target or --count: what is to be reached in each period?")
    named = {"title": " ".join(words), "why": given.why, "due": given.due}
    named |= {key: getattr(given, name) for name, key in _KEYS.items()}
    batch = edit_goal_fields(workspace, None, {k: str(v) for k, v in named.items() if v is not None})
    return _finish(session, batch.changes[0].file.stem, batch)


def _finish(session: Session, ident: str, batch: "Batch") -> int:
    """Applies the batch; prints what was done, and in JSON the goal as it then stands."""
    from netui.cli.lookup.goals import whole_goal_document

    workspace = session.workspace
    done = workspace.apply(batch)
    document = whole_goal_document(workspace, session, ident) if session.wants_json else None
    words = f"{done.label} ({ident})" if batch.label.startswith("added") else ""
    session.done(done, words, document=document)
    return 0


# ---------------------------------------------------------------------- subcommands


def _set(workspace: "Workspace", goal: "Goal", words: Sequence[str], _: Namespace) -> "Batch":
    from netui.domain.query.parser import nearest_word
    from netui.services.timeline.form_commands import edit_goal_fields

    if len(words) < 2:
        raise Usage(f'say which key and what it is to be: netui goal {_HOW["set"]}; "" removes it')
    key, text = words[0].removeprefix("measure."), " ".join(words[1:])
    known = (*_PLAIN_KEYS, *_KEYS)
    if key not in known:
        meant = nearest_word(key, known)
        hint = f"did you mean {meant}?" if meant else f"there are {', '.join(known)}"
        raise Usage(f"a goal has no key {key!r}; {hint}")
    return edit_goal_fields(workspace, goal, {_KEYS.get(key, key): text})


def _reach(workspace: "Workspace", goal: "Goal", words: Sequence[str], _: Namespace) -> "Batch":
    return _settle(workspace, goal, words, "reach", "reached")


def _drop(workspace: "Workspace", goal: "Goal", words: Sequence[str], _: Namespace) -> "Batch":
    return _settle(workspace, goal, words, "drop", "dropped")


def _settle(workspace: "Workspace", goal: "Goal", words: Sequence[str], what: str, status: str) -> "Batch":
    from netui.services.goals.commands import set_goal_status

    if words:
        raise Usage(f"too many words: netui goal {_HOW[what]}; quote a title of several words")
    return set_goal_status(workspace, goal.id, status)


def _milestone(workspace: "Workspace", goal: "Goal", words: Sequence[str], given: Namespace) -> "Batch":
    """Adds a milestone, or with ``--done`` ticks the one that the words mean."""
    from netui.domain.model.contact_row import fold
    from netui.services.dates import DateField, parse_date_field
    from netui.services.errors import Refused
    from netui.services.goals.commands import add_milestone, tick_milestone
    from netui.services.timeline.promise_lines import add_milestone_of, parse_milestone

    text = " ".join(words)
    if not text.strip():
        raise Usage(f"say what is to be done: netui goal {_HOW['milestone']}")
    if given.done:
        exact = [m for m in goal.milestones if fold(m.text) == fold(text)]
        found = exact or [m for m in goal.milestones if fold(text) in fold(m.text) and m.done is None]
        if len(found) != 1:
            listed = "; ".join(m.text for m in found or goal.milestones if m.done is None) or "none is open"
            raise Refused(f"{text!r} is {'several' if found else 'no'} milestone of {goal.title}: {listed}")
        if found[0].done is not None:
            raise Refused(f"{found[0].text} is done already")
        return tick_milestone(workspace, goal, found[0])
    if given.due:
        due = parse_date_field(workspace, DateField.DUE, given.due)
        return add_milestone(workspace, goal.id, text, due)  # type: ignore[arg-type]
    return add_milestone_of(workspace, goal.id, parse_milestone(workspace, text))


def _audience(workspace: "Workspace", goal: "Goal", words: Sequence[str], given: Namespace) -> "Batch":
    """Adds an audience; one with the same query is changed."""
    from dataclasses import replace

    from netui.services.goals.commands import add_audience, edit_audience

    match = " ".join(words).strip()
    if not match:
        raise Usage(f"say which contacts count: netui goal {_HOW['audience']}")
    same = next((audience for audience in goal.audiences if audience.match == match), None)
    if same is None:
        return add_audience(workspace, goal.id, given.who or match, match, given.want or 0)
    want = same.want if given.want is None else given.want
    return edit_audience(workspace, goal, same, replace(same, who=given.who or same.who, want=want))


_BATCHES: Mapping[str, Callable[["Workspace", "Goal", Sequence[str], Namespace], "Batch"]] = {
    "set": _set, "reach": _reach, "drop": _drop, "milestone": _milestone, "audience": _audience,
}  # fmt: skip

COMMAND = Command(
    "goal",
    "add a goal; set, reach or drop one; its milestones and audiences",
    'netui goal add "A CTO role" --due "end of march" --count "kind:coffee" --target 12',
    _run,
    (
        argument(
            "words", metavar="add|set|reach|drop|milestone|audience", nargs="*", help="; ".join(_HOW.values())
        ),
        argument("--why", metavar="W", help="with add: why you want it"),
        argument("--due", metavar="DATE", help="with add and milestone: the day by which"),
        argument("--count", metavar="QUERY", help="with add: the entries that count as progress"),
        argument("--target", metavar="N", type=whole_number, help="with add: how many to reach"),
        argument("--per", metavar="PERIOD", help="with add: total, week, month, quarter or year"),
        flag("--done", "with milestone: tick it"),
        argument("--who", metavar="NAME", help="with audience: what they are called"),
        argument("--want", metavar="N", type=whole_number, help="with audience: how many to know"),
    ),
)
