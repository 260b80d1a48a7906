"""``netui set``: one key of a contact, or of all who fit a query."""

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.lookup.targets import QUERY, WHO_OR_QUERY, YES, find_targets
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people.set_field import set_fields, split_key

    missing = 'say KEY and VALUE too: netui set ada org Initech; "" removes the key'
    targets = find_targets(session, given, 2, missing)
    key, value = (targets.words[0], targets.words[1:]) if given.own else split_key(targets.words)
    values = {key: " ".join(value)}
    batch = set_fields(session.workspace, targets.idents, values, is_own=given.own)
    if not targets.are_agreed(session, f"set their {key} to {' '.join(value)!r}", yes=given.yes):
        return 2
    session.done(session.workspace.apply(batch))
    return 0


COMMAND = Command(
    "set",
    "set one key of a contact",
    'netui set ada org "Analytical Engines"',
    _run,
    (
        argument(
            "words",
            metavar="WHO KEY VALUE",
            nargs="+",
            help=f"{WHO_OR_QUERY}; then org (or works at), tags, phone, met.where, birthday …; "
            'then the value, lists with commas; "" removes the key',
        ),
        flag(
            "--own", "KEY is a key of your own, such as shoe_size; the value may be a number, a day, [a, b]"
        ),
        QUERY,
        YES,
    ),
)
