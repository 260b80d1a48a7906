"""``netui import``: what other programs hold, shown first and then brought in."""

from netui.cli.arguments import Given, Parser
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.transfer.imports import FORMATS, carry_out, plan_import

SHOWN = 10
"""How many of each kind are named."""


def import_arguments(parser: Parser) -> None:
    """Which files, of which format."""
    formats = ", ".join(each.name for each in FORMATS)
    parser.words("path", metavar="PATH", nargs="+", help="files, or folders of them")
    parser.option("--from", metavar="FORMAT", default="", dest="format", help=f"what they are: {formats}")
    parser.option("--apply", action="store_true", help="do it; without, only what would be done is shown")


def import_command(session: Session, given: Given) -> int:
    """Brings in contacts and what happened with them, as one change that undo takes back."""
    workspace = session.refresh_all()
    found = plan_import(workspace, given.path, given.format)
    done, quarantine = carry_out(workspace, found) if given.apply else (None, None)
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
        session.say("done  (netui undo takes it back)")
    return 0
