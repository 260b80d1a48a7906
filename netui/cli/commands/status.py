"""``netui status``: one short line for a prompt, nothing when all is well."""

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.output import or_none
from netui.cli.session import Session
from netui.domain.text.sanitize import clean


def _run(session: Session, given: Namespace) -> int:
    from netui.services.reminders.headline import build_headline, status_words

    workspace = session.refresh(warns=False)  # it stands in a prompt
    people = session.people(workspace)
    circles = {circle.row.name: len(circle.quiet) for circle in people.circles() if circle.since}
    facts = build_headline(workspace, {"quiet": people.count_quiet(), **circles})
    words = status_words(facts)
    session.emit({"status": or_none(words), "quiet": facts.quiet, "promises": facts.promises})
    if words and given.notify:
        from netui.services.reminders.desktop_notification import notify

        notify(clean(words), workspace.config.commands)
    elif words:
        session.say(clean(words))
    return 0


COMMAND = Command(
    "status",
    "one short line for a prompt; nothing when all is well",
    "netui status",
    _run,
    (flag("--notify", "show it as a notification instead, by the desktop or the settings' own command"),),
)
