"""``netui export``: the network, or the part that a query chooses, for other programs and for leaving."""

import os

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.presentation.pages.page_builder import pluralize
from netui.services.transfer.exports import FORMATS, export, export_to_file, format_of


def _run(session: Session, given: Namespace) -> int:
    """Writes the export to a file or to standard output; a terminal gets it without control characters."""
    path = os.path.abspath(os.path.expanduser(given.output)) if given.output else ""
    to = given.to or (format_of(path) if path else "json")
    if to and to not in FORMATS:
        raise Usage(f"--to takes one of {', '.join(FORMATS)}")
    if given.private and to != "json":
        raise Usage("--private goes with --to json alone: no other format says what is private")
    words = " ".join(given.query)
    workspace = session.refresh()
    people = session.people(workspace)
    # Archived people and those who died are listed only where a query asks for them, and would be lost here.
    found = (
        [row.id for row in people.listed(workspace.parse_query(words), "name").contact_rows]
        if words.strip()
        else [row.id for row in workspace.read.contact_rows() if not row.error]
    )
    if not found:
        raise NobodyError("nobody fits, so there is nothing to export")
    how = {"private": given.private, "whole": not words.strip()}
    if path:
        count = export_to_file(workspace, sorted(found), path, to, **how)
        session.emit({"file": path, "contacts": count})
        session.say(f"{pluralize(count, 'contact')} in {clean(path)}")
    else:
        session.export("".join(export(workspace, sorted(found), to, **how)))
    return 0


COMMAND = Command(
    "export",
    "take people out, for other programs",
    'netui export "#friends" --to vcard -o friends.vcf',
    _run,
    (
        argument("query", metavar="QUERY", nargs="*", help="who; without, everyone"),
        argument(
            "--to",
            metavar="FORMAT",
            default="",
            help=f"{', '.join(FORMATS)}; without, as the name of the file ends; json to standard output",
        ),
        argument(
            "-o", "--output", metavar="FILE", default="", help="the file to write, standard output without"
        ),
        flag("--private", "with private entries and oneself (json only)"),
    ),
)
