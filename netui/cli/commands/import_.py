"""``netui import``: contacts from other programs, shown first and then brought in."""

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.transfer.file_formats import FORMATS
from netui.services.transfer.imports import ReadOptions, apply_import, plan_import

SHOWN = 10
"""How many of each kind are named."""


def _run(session: Session, given: Namespace) -> int:
    """Brings in contacts and their entries, as one change that undo takes back."""
    workspace = session.refresh()
    options = ReadOptions(columns=_columns(given.map), with_text=given.text)
    found = plan_import(workspace, given.path, given.format, by_name=given.by_name, options=options)
    done, quarantine = apply_import(workspace, found) if given.apply else (None, None)
    session.emit(found.as_json())
    verb = "" if given.apply else "would be "
    for title, idents in (("new", found.new), ("changed", found.changed), ("merged", found.merged)):
        if idents:
            names = ", ".join(clean(found.names.get(ident, ident)) for ident in idents[:SHOWN])
            more = f" and {len(idents) - SHOWN} more" if len(idents) > SHOWN else ""
            session.say(f"{len(idents)} {verb}{title}: {names}{more}")
    session.say(f"{found.entries} entries {verb}added; {len(found.unchanged)} contacts unchanged")
    for suggestion in found.suggestions:
        session.say(clean(f"{suggestion.name} may be {', '.join(suggestion.candidates)}: {suggestion.why}"))
    if found.rejected:
        session.say(f"{len(found.rejected)} rejected:")
        session.lines(table([(f"  {r.file}", r.where, r.why) for r in found.rejected]))
    if quarantine is not None:
        session.say(f"what was rejected is kept in {clean(str(quarantine))}")
    if done is None:
        if found.batch.changes:
            session.say("nothing was changed yet; --apply does it")
    elif done.files:
        session.say(f"done  {session.undo_hint()}")
    if done is not None:
        session.warn_of_clashes(done)
    return 2 if found.refused else 0


def _columns(given: list[str]) -> dict[str, str]:
    """The columns that ``--map FIELD=COLUMN`` gives, by field."""
    columns = {}
    for each in given:
        field, equals, column = each.partition("=")
        if not (equals and field.strip() and column.strip()):
            raise Usage(f"--map takes FIELD=COLUMN, as in --map name=Person, not {each!r}")
        columns[field.strip()] = column.strip()
    return columns


COMMAND = Command(
    "import",
    "bring in contacts; shows what it would do",
    "netui import contacts.vcf --apply",
    _run,
    (
        argument("path", metavar="PATH", nargs="+", help="files, or folders of them"),
        argument(
            "--from", metavar="FORMAT", default="", dest="format",
            help=f"what they are: {', '.join(each.name for each in FORMATS)}",
        ),
        argument(
            "--map", metavar="FIELD=COLUMN", action="append", default=[],
            help="which column of a CSV file fills name, emails, org, …; may be given several times",
        ),
        flag("--by-name", "take a contact of the same name for the same person"),
        flag("--text", "with the text of messages, which is left out otherwise"),
        flag("--apply", "do it; without, only what would be done is shown"),
    ),
)  # fmt: skip
