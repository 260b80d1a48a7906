"""Commands that change contacts: ``add``, ``set``, ``tag``, ``rename``, ``archive``, ``rm`` and so on."""

from netui.cli.arguments import Given, Parser, Usage
from netui.cli.session import AmbiguousError, NobodyError, Session
from netui.domain.text.sanitize import clean
from netui.services.people import commands as people_commands
from netui.services.people.duplicates import likely_duplicates
from netui.services.people.set_field import set_value
from netui.services.timeline import commands as timeline_commands

_WHO = "an id, an alias or any unique part of a name"


def add_arguments(parser: Parser) -> None:
    """A name and what is known at once."""
    parser.words("name", metavar="NAME", nargs="+")
    parser.option("--tag", metavar="T", action="append", default=[], help="a tag; may be repeated")
    parser.option(
        "--role", metavar="R", action="append", default=[], help="mentor, client, friend …; may be repeated"
    )
    parser.option("--alias", metavar="A", action="append", default=[], help="another name; may be repeated")
    parser.option("--email", metavar="E", action="append", default=[], help="may be repeated")
    parser.option("--every", metavar="SPAN", default="", help="how often to be in touch: 10d, 3w, 2m, 1y")
    parser.option("--org", metavar="O", default="")
    parser.option("--title", metavar="T", default="")


def add_command(session: Session, given: Given) -> int:
    """Adds a contact and prints its id."""
    workspace = session.refresh_folders()
    name = " ".join(given.name)
    for known in likely_duplicates(workspace, [name, *given.alias], given.email):
        session.warn(f"there is {known.name} ({known.id}) already; if that is the same person: netui undo")
    ident, batch = people_commands.add_contact(
        workspace, name, aliases=given.alias, tags=given.tag, roles=given.role, every=given.every,
        emails=given.email, org=given.org, title=given.title,
    )  # fmt: skip
    workspace.apply(batch)
    session.emit({"id": ident})
    session.say(ident)
    return 0


def set_arguments(parser: Parser) -> None:
    """Whom, which key, to what."""
    parser.words("who", metavar="WHO", help=_WHO)
    parser.words("key", metavar="KEY", help="org, tags, met.where, rhythm.every, birthday …")
    parser.words("value", metavar="VALUE", nargs="+", help='lists with commas; "" removes the key')


def set_command(session: Session, given: Given) -> int:
    """Sets one key."""
    workspace = session.refresh_folders()
    batch = set_value(workspace, session.who(given.who), given.key, " ".join(given.value))
    session.done(workspace.apply(batch))
    return 0


def tag_arguments(parser: Parser) -> None:
    """Whom, and the tags."""
    parser.words("who", metavar="WHO", help=_WHO)
    parser.words("tags", metavar="+TAG|-TAG", nargs="+", help="+a adds, -b removes; a alone adds")


def tag_command(session: Session, given: Given) -> int:
    """Adds and removes tags."""
    workspace = session.refresh_folders()
    add = [word.lstrip("+") for word in given.tags if not word.startswith("-")]
    remove = [word[1:] for word in given.tags if word.startswith("-")]
    for word in (*add, *remove):
        if not word.lstrip("#").strip():
            raise Usage("a tag needs a name, as in +london")
    session.done(workspace.apply(people_commands.tag(workspace, [session.who(given.who)], add, remove)))
    return 0


def rename_arguments(parser: Parser) -> None:
    """Whom, and the new name."""
    parser.words("who", metavar="WHO", help=_WHO)
    parser.words("name", metavar="NAME", nargs="+")


def rename_command(session: Session, given: Given) -> int:
    """Gives a contact another name; its id and file stay."""
    workspace = session.refresh_folders()
    session.done(
        workspace.apply(people_commands.rename(workspace, session.who(given.who), " ".join(given.name)))
    )
    return 0


def archive_arguments(parser: Parser) -> None:
    """Whom."""
    parser.words("who", metavar="WHO", nargs="+", help=_WHO)
    parser.option("--back", action="store_true", help="bring back into the lists")


def archive_command(session: Session, given: Given) -> int:
    """Keeps a contact, searchable, out of lists and states."""
    workspace = session.refresh_folders()
    ident = session.who(" ".join(given.who))
    session.done(workspace.apply(people_commands.archive(workspace, [ident], not given.back)))
    return 0


def rm_arguments(parser: Parser) -> None:
    """Whom, and whether to ask."""
    parser.words("who", metavar="WHO", nargs="+", help=_WHO)
    parser.option("--yes", action="store_true", help="do not ask")


def rm_command(session: Session, given: Given) -> int:
    """Moves a contact to the trash; what was shared moves to the others who were there."""
    workspace = session.refresh_folders()
    ident = session.who(" ".join(given.who))
    name = workspace.name(ident)
    question = f"delete {clean(name)} ({clean(ident)})? It can be undone. [y/N] "
    if not given.yes and not session.agreed(question):
        session.warn("nothing was deleted")
        return 2
    session.done(workspace.apply(people_commands.remove(workspace, [ident])))
    return 0


def snooze_arguments(parser: Parser) -> None:
    """Whom, until when."""
    parser.words("who", metavar="WHO", help=_WHO)
    parser.words("until", metavar="UNTIL", nargs="+", help='2w, "in 3 weeks", "1 dec", 2026-12-01; off wakes')


def snooze_command(session: Session, given: Given) -> int:
    """Lets a contact rest; it is not flagged until that day."""
    workspace = session.refresh_folders()
    ident = session.who(given.who)
    until = people_commands.wake_day(workspace, " ".join(given.until))
    session.done(workspace.apply(people_commands.snooze(workspace, [ident], until)))
    return 0


def rhythm_arguments(parser: Parser) -> None:
    """Whom, how often."""
    parser.words("who", metavar="WHO", help=_WHO)
    parser.words(
        "setting", metavar="3w|learn|ambient|off",
        help="a span; learn from the timeline; ambient: seen anyway, never flagged; off",
    )  # fmt: skip


def rhythm_command(session: Session, given: Given) -> int:
    """Sets or relaxes how often to be in touch."""
    workspace = session.refresh_folders()
    session.done(workspace.apply(people_commands.rhythm(workspace, [session.who(given.who)], given.setting)))
    return 0


def done_arguments(parser: Parser) -> None:
    """Which promise."""
    parser.words("id", metavar="ID", help="as netui promises shows it")


def done_command(session: Session, given: Given) -> int:
    """Ticks a promise."""
    workspace = session.refresh_folders()
    workspace.refresh_some(promise.contact for promise in workspace.read.promise(given.id))
    found = workspace.read.promise(given.id) or session.refresh_all().read.promise(given.id)
    if not found:
        raise NobodyError(f"there is no promise {clean(given.id)!r}; netui promises lists the open ones")
    still_open = [promise for promise in found if promise.done is None]
    if not still_open:
        session.emit({"done": None, "files": []})
        session.say(f"it is done already: {clean(found[0].text)}")
        return 0
    if len(still_open) > 1:
        owners = ", ".join(promise.contact for promise in still_open)
        raise AmbiguousError(f"promise {given.id} stands in several files ({owners}); give each its own id")
    session.done(workspace.apply(timeline_commands.tick(workspace, still_open[0])))
    return 0
