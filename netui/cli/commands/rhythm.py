"""``netui rhythm``: how often to be in touch with a contact, all who fit a query, or a tag or role."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.lookup.targets import QUERY, WHO_OR_QUERY, YES, find_targets
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    if len(given.words) > 1 and given.words[0].startswith(("#", "role:")):
        return _set_default(session, given.words[0], " ".join(given.words[1:]))
    targets = find_targets(session, given, 1, "say one rhythm: 3w, monthly, learn, ambient or off")
    workspace, setting = session.workspace, " ".join(targets.words)
    batch = people_commands.set_rhythm(workspace, targets.idents, setting)
    if not targets.are_agreed(session, f"set their rhythm to {setting}", yes=given.yes):
        return 2
    session.done(workspace.apply(batch))
    return 0


def _set_default(session: Session, query: str, setting: str) -> int:
    """The rhythm of everyone with a tag or role who has none of their own; first what it would have said."""
    from netui.services.cadence.default_rhythms import default_key, replay_default, set_default

    key = default_key(query)
    if not key:
        raise Usage(f"{query} is not one tag or role: #london, role:mentor")
    workspace = session.refresh()
    replay = replay_default(workspace, key, setting)
    done = workspace.apply(set_default(workspace, key, setting))
    if not session.wants_json:
        session.say(replay.words)
    session.done(done)
    return 0


COMMAND = Command(
    "rhythm",
    "how often to be in touch",
    "netui rhythm ada 3w",
    _run,
    (
        argument(
            "words",
            metavar="WHO 3w|learn|ambient|off",
            nargs="+",
            help=f"{WHO_OR_QUERY}, or a tag or role ('#london', role:mentor) for whoever has it; then"
            " 3w, 2 weeks or monthly; learn from the timeline; ambient: seen anyway, never flagged; off",
        ),
        QUERY,
        YES,
    ),
)
