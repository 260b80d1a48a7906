"""The command ``netui``: which command is meant, and what it answers when something goes wrong.

Each command is read by a parser of its own and imports what it needs alone, so that the quick ones
stay quick. Exit statuses: 0 done, 1 no such person (or nothing to undo, or problems found by
``check``), 2 wrong use or refused, 3 data could not be read or saved, 130 interrupted.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from netui import __version__
from netui.cli.arguments import Given, Parser, Usage, value_of
from netui.cli.session import AmbiguousError, NobodyError, Session


class Command(NamedTuple):
    """Where a command is: ``module`` in netui.cli.commands with ``NAME_arguments`` and ``NAME_command``.

    One that only ``reads`` may answer before all files were looked at, and is run again where one had
    changed or the index turns out to be harmed.
    """

    module: str
    summary: str
    example: str
    reads: bool = False


COMMANDS = {
    "note": Command(
        "note",
        "log what happened, in one line",
        'netui note "coffee with @ada yesterday: her lab is hiring"',
    ),
    "due": Command("due", "who is next: the quiet, promises, days that are coming", "netui due", reads=True),
    "list": Command("list", "contacts, the quiet first", 'netui list "is:quiet #london"', reads=True),
    "show": Command("show", "one contact with her timeline", "netui show ada", reads=True),
    "brief": Command("brief", "one page before meeting someone", "netui brief ada", reads=True),
    "ask": Command(
        "brief", "who knows or seeks something, and who could introduce you", "netui ask rust", reads=True
    ),
    "search": Command("list", "words anywhere in notes and timelines", "netui search retainer", reads=True),
    "goals": Command("due", "goals with counted progress", "netui goals", reads=True),
    "insights": Command(
        "insights",
        "the network as a whole; with a thing (advice, learned …) the entries behind it",
        "netui insights",
    ),
    "promises": Command("due", "open promises", "netui promises", reads=True),
    "done": Command("contact_commands", "tick a promise", "netui done p7c2"),
    "add": Command("contact_commands", "add a contact", 'netui add "Ada Lovelace" --tag london --every 3w'),
    "set": Command("contact_commands", "set one key of a contact", 'netui set ada org "Analytical Engines"'),
    "tag": Command("contact_commands", "add and remove tags", "netui tag ada +london -draft"),
    "rename": Command("contact_commands", "give a contact another name", 'netui rename ada "Ada King"'),
    "archive": Command("contact_commands", "take a contact out of the lists, or back", "netui archive ada"),
    "rm": Command("contact_commands", "move a contact to the trash", "netui rm ada"),
    "dupes": Command("merge", "who may be in twice, and why", "netui dupes", reads=True),
    "merge": Command("merge", "make one contact of two", "netui merge ada a-lovelace"),
    "edit": Command("edit", "open a contact's file in your editor", "netui edit ada"),
    "snooze": Command("contact_commands", "let a contact rest for a while", "netui snooze ada 2w"),
    "rhythm": Command("contact_commands", "how often to be in touch", "netui rhythm ada 3w"),
    "digest": Command(
        "digest", "the week behind and ahead, on one page", "netui digest --html > week.html", reads=True
    ),
    "status": Command(
        "digest", "one short line for a prompt; nothing when all is well", "netui status", reads=True
    ),
    "review": Command("app", "the app, at the weekly review", "netui review"),
    "undo": Command("history", "take back the last change", "netui undo"),
    "redo": Command("history", "do again what was undone", "netui redo"),
    "history": Command("history", "what was changed, newest first", "netui history"),
    "import": Command(
        "import_",
        "bring in contacts; shows what it would do",
        "netui import friends.md --from friends --apply",
    ),
    "check": Command("check", "read every file and name each problem", "netui check"),
    "config": Command("check", "the settings in force", "netui config"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status, or leaves with it at once; nothing is raised."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_plainly()
    try:
        status = _run(arguments, argv is None)
        sys.stdout.flush()
        if argv is None:
            # All is saved and said: to free what was read, piece by piece, would only take time.
            sys.stderr.flush()
            os._exit(status)
        return status
    except BrokenPipeError:
        # Whoever read has enough. The interpreter would complain when it flushes at its end.
        _silence_stdout()
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except Exception as error:
        return _complain(error)


def _run(arguments: list[str], is_alone: bool) -> int:
    """Runs what is meant; ``is_alone`` where nothing else goes on in this process."""
    before: list[str] = []
    while arguments and (arguments[0].startswith("-") and arguments[0] != "-"):
        option = arguments.pop(0)
        before.append(option)
        if option in ("--data", "--keep") and arguments:
            before.append(arguments.pop(0))
    if not arguments or "-h" in before or "--help" in before or "--version" in before:
        return _without_command([*before, *arguments])
    gc.disable()  # a command is over before there is anything to collect
    name = arguments.pop(0)
    command = COMMANDS.get(name)
    if command is None:
        raise Usage(_unknown(name))
    arguments = [*before, *arguments]
    session = Session(value_of("--data", arguments))
    try:
        if command.reads:
            session.start_survey(apart=is_alone)
        module = import_module(f"netui.cli.commands.{command.module}")
        parser = Parser(name, command.summary, command.example)
        getattr(module, f"{name}_arguments", lambda _: None)(parser)
        given = parser.read(arguments)
        session.wants_json = given.json
        run: Callable[[Session, Given], int] = getattr(module, f"{name}_command")
        return _answer(session, lambda: run(session, given), command.reads)
    finally:
        session.close()


def _answer(session: Session, run: Callable[[], int], reads: bool) -> int:
    """Runs a command, and again where what it went by turns out to be no longer so."""
    from sqlite3 import DatabaseError

    status, trouble = 0, None
    try:
        status = run()
    except DatabaseError as error:
        if "locked" in str(error):
            raise
        session.rebuild_index()
        if not reads:
            raise
        return run()
    except Exception as error:
        trouble = error
    if not session.is_still_valid():
        return run()
    if trouble is not None:
        raise trouble
    return status


def _without_command(arguments: list[str]) -> int:
    parser = Parser("", "People, what was said, and who is next.", 'netui note "lunch with @grace: …"')
    parser.usage = "netui [--data DIR] [--demo [--keep DIR]] [COMMAND …]"
    parser.option("--demo", action="store_true", help="open a demo network, thrown away at the end")
    parser.option("--keep", metavar="DIR", help="with --demo: keep the network in this new folder")
    parser.option("--version", action="version", version=f"netui {__version__}")
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items())
    parser.epilog = (
        f"commands (netui COMMAND --help tells more):\n{listed}\n\n"
        "Without a command the app opens. Environment: NETUI_DATA (the folder), NETUI_TODAY (the clock)."
    )
    given = parser.read(arguments)
    if given.json:
        raise Usage("--json goes with a command; see netui --help")
    from netui.cli.commands.app import open_app, open_demo

    if given.demo:
        return open_demo(given.keep)
    if given.keep:
        raise Usage("--keep goes with --demo")
    session = Session(given.data, False)
    try:
        return open_app(session)
    finally:
        session.close()


def _unknown(name: str) -> str:
    from netui.domain.query.parser import nearest_word
    from netui.domain.text.sanitize import clean

    meant = nearest_word(name, COMMANDS)
    hint = f"did you mean netui {meant}?" if meant else "see netui --help"
    return f"there is no command {clean(name)!r}; {hint}"


def _complain(error: Exception) -> int:
    """One line or a few on stderr, and the exit status."""
    from sqlite3 import DatabaseError

    from netui.domain.query.parser import QueryError
    from netui.services.errors import Conflict, EditRefused, Refused, StoreError

    if isinstance(error, NobodyError):
        status = 1
    elif isinstance(error, (Usage, AmbiguousError, QueryError, Refused, Conflict, EditRefused)):
        status = 2
    elif isinstance(error, StoreError):
        status = 3
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return _tell(f"{where}{error.strerror or error}", 3)
    elif isinstance(error, DatabaseError):
        return _tell(f"the index could not be used ({error}); it is made anew, try again", 3)
    else:
        from netui.services.crash_report import keep_report

        return _tell(f"something unexpected happened ({type(error).__name__}); {keep_report(error)}", 3)
    return _tell(str(error), status)


def _tell(message: str, status: int) -> int:
    from netui.domain.text.sanitize import clean_lines

    text = "\n".join(clean_lines(message))
    sys.stderr.write(f"netui: {text}\n")
    return status


def _speak_plainly() -> None:
    """A name that the terminal's character set lacks must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if (getattr(stream, "encoding", "") or "").lower() not in ("utf-8", "utf8") and hasattr(
            stream, "reconfigure"
        ):
            stream.reconfigure(errors="replace")


def _silence_stdout() -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
