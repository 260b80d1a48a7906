"""The entry point of the process: the script ``netui`` and ``python -m netui``."""

import gc
import sys

TYPE_CHECKING = False  # as in typing, which takes a tenth of a command to load
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> "NoReturn":
    """Runs the command that the arguments name and ends the process with its status."""
    # A command is over before there is garbage to collect; the app turns it on after its first frame.
    gc.disable()
    _use_compiled_datetime()
    from netui.cli.early_survey import start_early_survey

    survey = start_early_survey(sys.argv[1:])
    from netui.cli.main import main

    sys.exit(main(survey=survey))


def _use_compiled_datetime() -> None:
    """Has datetime be the module in C at once, as from Python 3.12 on.

    Before, it first defines all its classes in Python, to drop them: 1.5 MB, and a hundredth of a command.
    """
    if sys.version_info < (3, 12) and "datetime" not in sys.modules:
        try:
            import _datetime  # type: ignore[import-not-found]
        except ImportError:  # as in other interpreters than CPython
            return
        sys.modules["datetime"] = _datetime


if __name__ == "__main__":
    run()
