"""``netui query``: the address book of mutt, neomutt and aerc."""

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    """Prints a message and then ``address<TAB>name<TAB>note``, a line each; status 1 where nobody fits."""
    workspace = session.refresh(warns=False)
    found = workspace.read.address_book(" ".join(given.text))
    session.emit([{"address": address, "name": name, "note": note} for address, name, note in found])
    if not session.wants_json:
        message = f"{len(found)} addresses of netui" if len(found) != 1 else "1 address of netui"
        lines = [] if given.no_header else [message]
        lines += ["\t".join(map(_cell, row)) for row in found]
        session.export("".join(f"{line}\n" for line in lines))
    return 0 if found else 1


def _cell(text: str) -> str:
    """A cell without tabs, line ends and control characters, which would tear the line."""
    return "".join(filter(str.isprintable, " ".join(text.split())))


COMMAND = Command(
    "query",
    "the e-mail addresses of people, as mail programs ask for them",
    "netui query --no-header grace",
    _run,
    (
        argument("text", metavar="TEXT", nargs="*", help="words of name, organisation, tags or address"),
        flag("--no-header", "without the first line, as aerc wants it"),
    ),
)
