"""``netui import``: contacts from other programs, shown first and then brought in."""

import sys
from datetime import date

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.input import read_answer
from netui.cli.output import ask, table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.presentation.pages.page_builder import pluralize
from netui.services.errors import OwnAddressesUnknown
from netui.services.transfer.file_formats import FORMATS
from netui.services.transfer.imports import Plan, ReadOptions, apply_import, plan_import
from netui.services.transfer.oneself import own_addresses

SHOWN = 10
"""How many of each kind are named."""


def _run(session: Session, given: Namespace) -> int:
    """Brings in contacts and their entries, as one change that undo takes back."""
    session.refresh()
    options = ReadOptions(
        columns=_columns(given.map),
        own=frozenset(address.strip().casefold() for address in given.me),
        with_text=given.text,
        with_subjects=given.subjects,
        since=_since(session, given.since),
    )
    try:
        return _import(session, given, options)
    except OwnAddressesUnknown:
        own = _ask_own_addresses(session)
        if not own:
            raise
        return _import(session, given, options._replace(own=own))


def _import(session: Session, given: Namespace, options: ReadOptions) -> int:
    """Imports, or lists who is in mail and calendars; raises OwnAddressesUnknown."""
    workspace = session.workspace
    if given.who:
        from netui.cli.lookup.correspondents import show_correspondents
        from netui.services.transfer.correspondents import list_correspondents

        return show_correspondents(
            session, list_correspondents(workspace, given.path, given.format, options=options)
        )
    found = plan_import(
        workspace, given.path, given.format, by_name=given.by_name, adds_people=given.add_people,
        options=options, progress=session.progress("reading"),
    )  # fmt: skip
    done = apply_import(workspace, found, session.progress("writing")) if given.apply else None
    session.emit(found.as_json())
    verb = "" if given.apply else "would be "
    for title, idents in (("new", found.new), ("changed", found.changed), ("merged", found.merged)):
        if idents:
            names = ", ".join(clean(found.names.get(ident, ident)) for ident in idents[:SHOWN])
            more = f" and {len(idents) - SHOWN} more" if len(idents) > SHOWN else ""
            session.say(f"{len(idents)} {verb}{title}: {names}{more}")
    say_gains(session, found)
    if counted := _counted(found, verb):
        session.say(counted)
    _say_left_out(session, found)
    for clash in found.clashes:
        session.say(
            clean(f"{clash.key} of {found.names.get(clash.ident, clash.ident)} was changed on both sides: ")
            + (
                "both texts are kept; netui conflicts settles it"
                if given.apply
                else "both texts would be kept"
            )
        )
    for suggestion in found.suggestions:
        session.say(clean(f"{suggestion.name} may be {', '.join(suggestion.candidates)}: {suggestion.why}"))
    if found.rejected:
        session.say(f"{len(found.rejected)} rejected:")
        session.lines(table([(f"  {r.file}", r.where, r.why) for r in found.rejected]))
    for path in found.quarantine if given.apply else ():
        session.say(f"what was rejected is kept in {clean(str(workspace.network / path))}")
    if done is None:
        if found.batch.changes:
            session.say("nothing was changed yet; --apply does it")
    elif done.files:
        session.say(f"done  {session.undo_hint()}")
    if done is not None:
        session.warn_of_clashes(done)
    return 2 if found.refused else 0


def _counted(found: Plan, verb: str) -> str:
    """``2 entries would be added; 1 contact unchanged``; says nothing of what there is none of."""
    counts = {
        f" {verb}added": (found.entries, "entry", "entries"),
        " unchanged": (len(found.unchanged), "contact", "contacts"),
    }
    words = [pluralize(*each) + what for what, each in counts.items() if each[0]]
    told = (found.new, found.changed, found.merged, found.suggestions, found.rejected, found.batch.changes)
    return "; ".join(words) or ("" if any(told) else "nothing to bring in")


def say_gains(session: Session, found: Plan) -> None:
    """Prints what those get who are there already, and what of theirs stays though the file differs."""
    from netui.presentation.pages.reconciliation.import_gains import import_gains, kept_words

    known = (*found.changed, *found.merged)
    gains, kept = import_gains(found.batch.changes) if known else {}, kept_words(found.kept)
    told = [ident for ident in dict.fromkeys((*known, *kept)) if ident in gains or ident in kept]
    for ident in told[:SHOWN]:
        name = clean(found.names.get(ident, ident))
        if ident in gains:
            session.say(f"  {name}: {', '.join(gains[ident])}")
        if ident in kept:
            session.say(f"  {name} keeps {', '.join(kept[ident])}")
    if len(told) > SHOWN:
        session.say(f"  and {len(told) - SHOWN} more")
    for goal in found.kept_goals[:SHOWN]:
        words = ", ".join(kept_words(goal.fields)[goal.ident])
        session.say(f"  the goal {clean(goal.title)} keeps {words}")
    if len(found.kept_goals) > SHOWN:
        session.say(f"  and {len(found.kept_goals) - SHOWN} goals more")


def _say_left_out(session: Session, found: Plan) -> None:
    """Prints what was left out on purpose, and who is not in the network."""
    for note in found.notes:
        session.say(note)
    if found.strangers:
        listed = [
            f"{clean(each.name)} <{clean(each.email)}>" if each.name != each.email else clean(each.email)
            for each in found.strangers[:SHOWN]
        ]
        more = len(found.strangers) - len(listed)
        session.say(
            f"{len(found.strangers)} not in the network: {', '.join(listed)}"
            + (f" and {more} more" if more else "")
            + "; --add-people adds them"
        )


def _since(session: Session, text: str) -> date | None:
    if not text:
        return None
    from netui.domain.model.dates import day_of
    from netui.services.dates import DateField, parse_date_field

    found = parse_date_field(session.workspace, DateField.PAST, text)
    return day_of(found) if isinstance(found, date) else None


def _ask_own_addresses(session: Session) -> frozenset[str]:
    """Asks on a terminal which addresses are one's own; none elsewhere."""
    if session.wants_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return frozenset()
    ask("which e-mail addresses are yours? (several with blanks between) ")
    return own_addresses(read_answer())


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
        argument(
            "--since", metavar="DATE", default="",
            help="how far back meetings (two years) and mail (all) are taken: 2025-01-01, 6 months ago",
        ),
        argument(
            "--me", metavar="ADDRESS", action="append", default=[],
            help="your own e-mail address, for mail and meetings; may be given several times",
        ),
        flag("--subjects", "with the subjects of mail, which are left out otherwise"),
        flag("--add-people", "make contacts of those at meetings who are not in the network"),
        flag("--who", "list whom you wrote with and met, how often and how lately; imports nothing"),
        flag("--apply", "do it; without, only what would be done is shown"),
    ),
)  # fmt: skip
