"""``netui add``: a new contact."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    """Adds a contact and prints its id; warns of contacts that may be the same person."""
    from netui.domain.text.lists import split_label
    from netui.services.dedupe.duplicates import find_similar, similar_words
    from netui.services.people.commands import add_contact
    from netui.services.privacy.forgotten import Marks

    workspace = session.refresh(Freshness.FOLDERS)
    name = " ".join(given.name)
    addresses = [split_label(email, "emails")[1] for email in given.email]
    if alike := similar_words(find_similar(workspace, [name, *given.alias], addresses)):
        session.warn(f"there is already {alike}; if they are one: netui undo")
    ident, batch = add_contact(
        workspace, name, aliases=given.alias, tags=given.tag, roles=given.role, every=given.every,
        emails=given.email, org=given.org, title=given.title,
    )  # fmt: skip
    workspace.apply(batch)
    Marks(workspace.network).remove([name, *given.alias], addresses)
    session.emit({"id": ident})
    session.say(ident)
    return 0


COMMAND = Command(
    "add",
    "add a contact",
    'netui add "Ada Lovelace" --tag london --every 3w',
    _run,
    (
        argument("name", metavar="NAME", nargs="+"),
        argument("--tag", metavar="T", action="append", default=[], help="a tag; may be repeated"),
        argument(
            "--role", metavar="R", action="append", default=[],
            help="mentor, client, friend …; may be repeated",
        ),
        argument("--alias", metavar="A", action="append", default=[], help="another name; may be repeated"),
        argument("--email", metavar="E", action="append", default=[], help='repeatable; or "home: ada@…"'),
        argument("--every", metavar="SPAN", default="", help="how often to be in touch: 10d, 3w, 2m, 1y"),
        argument("--org", metavar="O", default=""),
        argument("--title", metavar="T", default=""),
    ),
)  # fmt: skip
