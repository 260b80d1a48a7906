"""The command ``netui``: runs one command of the table and turns what goes wrong into an exit status.

Exit statuses: 0 done, 1 no such person or nothing found (or nothing to undo, or problems found by ``check``),
2 wrong use or refused, 3 data could not be read or saved, 130 interrupted.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netui.cli.commands import COMMANDS, WRITING
from netui.cli.early_survey import READING
from netui.cli.errors import (
    AmbiguousError,
    NobodyError,
    UnsupportedSystemError,
    Usage,
    require_supported_system,
)
from netui.cli.input import refuse_undecodable
from netui.cli.output import print_error, silence_stdout, use_plain_text
from netui.cli.session import Session

if TYPE_CHECKING:
    from netui.cli.arguments import Namespace
    from netui.services.sync.early_survey import SurveyProcess


def main(argv: Sequence[str] | None = None, survey: "SurveyProcess | None" = None) -> int:
    """Runs one command and returns the exit status, or ends the process with it; nothing is raised.

    ``survey`` is of the files that the command seems to read.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed_streams()
    _replace_unencodable()
    try:
        status = _run(arguments, survey)
        sys.stdout.flush()
        if argv is None:
            # Everything is saved and printed: freeing memory object by object would only take time.
            with contextlib.suppress(OSError):
                sys.stderr.flush()
            os._exit(status)
        return status
    except BrokenPipeError:
        # The reader of the pipe has enough. The interpreter would complain when it flushes at its end.
        silence_stdout()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        with contextlib.suppress(Exception):
            return _report(error, arguments)
        return _print_error(f"something unexpected happened ({type(error).__name__})", 3)


def _run(arguments: list[str], survey: "SurveyProcess | None") -> int:
    """Runs the command that is meant."""
    if not arguments:
        return _open_app(None)
    session = Session(None, survey=survey)
    try:
        return _run_in(session, arguments)
    except SystemExit as leaving:  # help or the version was shown
        return leaving.code if isinstance(leaving.code, int) else 0
    finally:
        session.close()
        use_plain_text(wanted=False)


def _run_in(session: Session, arguments: list[str]) -> int:
    """Reads the arguments and runs the command that they name, or opens the app."""
    from netui.cli.arguments import Namespace

    leading, rest = (
        Namespace(data=None, json=False, plain=False, demo=False, keep=None, tour=False),
        arguments,
    )
    if arguments[0].startswith("-"):
        from netui.cli.program import program_reader

        leading, rest = program_reader().read_leading(arguments)
    name = next(iter(rest), "")
    if name not in COMMANDS:
        refuse_undecodable(arguments)
    if not name:
        return _without_command(leading)
    if name not in COMMANDS:
        raise Usage(_unknown(name))
    if leading.demo or leading.keep or leading.tour:
        raise Usage("--demo, --keep and --tour go without a command; see netui --help")
    command = COMMANDS[name]
    given = Namespace(data=leading.data, json=leading.json, plain=leading.plain)
    try:
        command.read_arguments(rest[1:], given)
        _refuse_undecodable(arguments, given)
    except Usage as error:
        if command.keep is not None:
            session.use_data(given.data)
            command.keep(session, error.words)
        raise
    session.use_data(given.data)
    session.wants_json = given.json
    use_plain_text(wanted=given.plain or session.settings[0].plain)
    session.take_saved_edits()
    status = session.run(lambda: command.run(session, given), reads=name in READING)
    if name not in READING:
        writes = name in WRITING or any(getattr(given, key, None) for key in ("output", "init", "apply"))
        return session.flush_output(status, is_written=writes)
    return status


def _refuse_undecodable(arguments: Sequence[str], given: "Namespace") -> None:
    """Raises Usage, with the words that were given, for an argument that is not UTF-8."""
    try:
        refuse_undecodable(arguments)
    except Usage as error:
        words = getattr(given, "text", ())
        raise Usage(str(error), [words] if isinstance(words, str) else words) from None


def _without_command(given: "Namespace") -> int:
    if given.json:
        raise Usage("--json goes with a command; see netui --help")
    if given.plain:
        raise Usage("--plain goes with a command, as the app draws; see netui --help")
    if given.demo:
        from netui.cli.app import open_demo

        return open_demo(given.keep, _TOUR if given.tour else "")
    if given.keep:
        raise Usage("--keep goes with --demo")
    return _open_app(given.data, _TOUR if given.tour else "")


_TOUR = "tour"
"""The action with which ``--tour`` begins."""


def _open_app(data: str | None, begin_with: str = "") -> int:
    from netui.cli.app import has_contacts, open_app, open_demo

    session = Session(data)
    try:
        if begin_with == _TOUR and has_contacts(session):
            return open_demo(None, _TOUR)
        return open_app(session, begin_with)
    finally:
        session.close()


def _unknown(name: str) -> str:
    from netui.domain.query.parser import nearest_word
    from netui.domain.text.sanitize import clean

    meant = nearest_word(name, COMMANDS)
    hint = f"did you mean netui {meant}?" if meant else "see netui --help"
    return f"there is no command {clean(name)!r}; {hint}"


def _report(error: Exception, arguments: Sequence[str]) -> int:
    """Prints an error on stderr; returns the exit status."""
    from sqlite3 import DatabaseError

    from netui.domain.query.parser import QueryError
    from netui.services.errors import Conflict, EditRefused, Refused, StoreError, path_words

    if isinstance(error, NobodyError):
        return _print_error(str(error), 1)
    is_store_error = isinstance(error, StoreError) and not isinstance(error, (Conflict, EditRefused))
    if not is_store_error and isinstance(
        error, (Usage, AmbiguousError, QueryError, Refused, Conflict, EditRefused)
    ):
        return _print_error(str(error), 2)
    try:
        require_supported_system()  # else the failure is of that
    except UnsupportedSystemError as unsupported:
        error = unsupported
    if is_store_error or isinstance(error, UnsupportedSystemError):
        return _print_error(str(error), 3)
    if isinstance(error, OSError):
        return _print_error(path_words(error), 3)
    if isinstance(error, DatabaseError):
        return _print_error(f"the index could not be used ({error}); it is rebuilt, try again", 3)
    from netui.services.crash_report import save_report

    doing = next((word for word in arguments if word in COMMANDS), "the app")
    return _print_error(
        f"something unexpected happened ({type(error).__name__}); {save_report(error, doing)}", 3
    )


def _print_error(message: str, status: int) -> int:
    print_error(message)
    return status


def _open_closed_streams() -> None:
    """Opens ``/dev/null`` for each standard stream that was closed by the caller (``>&-``).

    Python has None for these, and their descriptors would go to the next files opened.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (open as long as the process runs)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _replace_unencodable() -> None:
    """Replaces characters that the terminal's encoding lacks, where printing them would raise."""
    for stream in (sys.stdout, sys.stderr):
        if (getattr(stream, "encoding", "") or "").lower() not in ("utf-8", "utf8") and hasattr(
            stream, "reconfigure"
        ):
            stream.reconfigure(errors="replace")
