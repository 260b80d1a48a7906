"""Starts the survey of the network's files for a command that reads them, before all else."""

import sys

TYPE_CHECKING = False  # as in typing, which takes a tenth of a command to load
if TYPE_CHECKING:
    from collections.abc import Sequence

    from netui.services.sync.early_survey import SurveyProcess

READING = frozenset(
    (
        "due", "list", "show", "brief", "ask", "search", "query", "goals", "circles", "promises", "digest",
        "status",
    )
)  # fmt: skip
"""The commands that change nothing, so that each may run on the index as it is, and again on the files should
they differ (see :mod:`netui.services.sync.optimistic_read`)."""


def start_early_survey(arguments: "Sequence[str]") -> "SurveyProcess | None":
    """Starts the survey where the command seems to be one that reads the files; None where it does not.

    A guess: should they mean another network, it is dropped.
    """
    data, name, words = None, "", iter(arguments)
    for word in words:
        if word == "--":
            break
        if word == "--data":
            data = next(words, None)
        elif word.startswith("--data="):
            data = word.partition("=")[2]
        elif not word.startswith("-"):
            name = name or word
    # A pipe would take the number of a stream that is closed.
    if name not in READING or None in (sys.stdin, sys.stdout, sys.stderr):
        return None
    _end_at_interrupt()
    from netui.services.sync.early_survey import start_survey

    return start_survey(data)


def _end_at_interrupt() -> None:
    """Lets ctrl+c end a command that only reads at once, where it waits for a disk that hangs.

    The system wakes up nobody there for a signal that is handled; such a command has nothing to finish.
    """
    import _signal  # type: ignore[import-not-found]  # signal itself makes enums of all numbers first

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
