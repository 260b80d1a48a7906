"""The draft of a message to a contact: something to begin with, and the promises open between the two."""

from netui.domain.model.dates import full_day
from netui.domain.model.entry import Promise
from netui.services.dates import by_words
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
        source = f"{opener.source}, {full_day(opener.on)}" if opener.on else opener.source
        parts += [
            f"“{opener.quote}{'' if opener.whole else ' …'}” ({source})",
            "",
        ]
    if brief.promises:
        parts += ["Open between us:", *map(_promise_words, brief.promises), ""]
    return "\n".join(parts)


def _promise_words(promise: Promise) -> str:
    side = "I" if promise.by == "me" else "you"
    return f"- {side} promised: {promise.text}{by_words(promise.due)}"
