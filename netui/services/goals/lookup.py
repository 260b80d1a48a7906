"""Finds the goal that a text means: by its id, its title or a unique part of either."""

from netui.domain.model.contact_row import fold
from netui.domain.text.sanitize import clean
from netui.services.errors import Refused
from netui.services.workspace import Workspace

_NAMED = 5
"""So many of the goals are named where one is not found."""


def goals_named(workspace: Workspace, text: str) -> dict[str, str]:
    """The goals that ``text`` can mean, with their titles: one by its whole id or title, else by a part."""
    wanted = fold(text.strip().lstrip("^"))
    goals = {ident: str(body.get("title", ident)) for ident, body, _ in workspace.read.goals()}
    named = {ident: (fold(ident), fold(title)) for ident, title in goals.items()}
    exact = [ident for ident, names in named.items() if wanted in names]
    found = exact or [ident for ident, names in named.items() if wanted and any(wanted in n for n in names)]
    return {ident: goals[ident] for ident in found}


def find_goal_id(workspace: Workspace, text: str) -> str:
    """The id of the one goal that ``text`` means, "" for an empty one; raises Refused."""
    if not text.strip():
        return ""
    found = goals_named(workspace, text)
    if len(found) != 1:
        raise Refused(several_goals_words(text, found) if found else no_goal_words(workspace, text))
    return next(iter(found))


def no_goal_words(workspace: Workspace, text: str) -> str:
    """Says that no goal is called ``text``, and which there are; in words for the app and the shell."""
    known = [clean(ident) for ident, _, _ in workspace.read.goals()]
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    hint = f"there is {', '.join(known[:_NAMED])}{more}" if known else "no goal is there yet: add it first"
    return f"there is no goal {clean(text.strip().lstrip('^'))!r}; {hint}"


def several_goals_words(text: str, found: dict[str, str]) -> str:
    """Says which goals ``text`` may mean."""
    listed = ", ".join(f"{clean(title)} ({clean(ident)})" for ident, title in found.items())
    return f"{clean(text)!r} may be any of these goals; use the id: {listed}"
