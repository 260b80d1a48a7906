"""``netui tag``: tags added to and removed from a contact, or all who fit a query."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.lookup.targets import QUERY, WHO_OR_QUERY, YES, find_targets
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    targets = find_targets(session, given, 1, "say which tags: +london adds one, -draft removes it")
    tags = targets.words
    first = next((at for at, word in enumerate(tags) if word.startswith("+")), 0)
    if any(not word.startswith(("-", "#")) for word in tags[:first]):  # who else is to have the tag
        raise Usage("one person, then +TAG and -TAG; for several --query 'ada | grace' in place of the name")
    add = [word.lstrip("+") for word in tags if not word.startswith("-")]
    remove = [word[1:] for word in tags if word.startswith("-")]
    for word in (*add, *remove):
        if not word.lstrip("#").strip():
            raise Usage("a tag needs a name, as in +london")
    if not targets.are_agreed(session, f"tag them {' '.join(tags)}", yes=given.yes):
        return 2
    workspace = session.workspace
    session.done(workspace.apply(people_commands.tag_contacts(workspace, targets.idents, add, remove)))
    return 0


COMMAND = Command(
    "tag",
    "add and remove tags",
    "netui tag ada +london -draft",
    _run,
    (
        argument(
            "words",
            metavar="WHO +TAG|-TAG",
            nargs="+",
            help=f"{WHO_OR_QUERY}; then +a adds, -b removes, a alone adds",
        ),
        QUERY,
        YES,
    ),
    dash_words=True,
)
