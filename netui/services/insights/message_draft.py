"""The draft of a message to a contact: something to begin with, and the promises open between the two."""

from netui.domain.model.entry import Promise
from netui.services.insights.brief import build_brief
from netui.services.workspace import Workspace


def draft_message(workspace: Workspace, ident: str) -> str:
    """The draft as text; "" where there is nobody of that id. What is private is left out."""
    brief = build_brief(workspace, ident)
    if brief is None:
        return ""
    parts = [f"Hi {brief.row.name.split(' ')[0]},", ""]
    opener = brief.opener
    if opener is not None and opener.source not in ("mine", "theirs"):
        parts += [f"“{opener.quote}{'' if opener.whole else ' …'}” ({opener.source}, {opener.on})", ""]
    if brief.promises:
        parts += ["Open between us:", *map(_promise_words, brief.promises), ""]
    return "\n".join(parts)


def _promise_words(promise: Promise) -> str:
    due = f", by {promise.due}" if promise.due else ""
    return f"- {'I' if promise.by == 'me' else 'you'} promised: {promise.text}{due}"
