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
    from netui.cli.early_survey import start_early_survey

    survey = start_early_survey(sys.argv[1:])
    from netui.cli.main import main

    sys.exit(main(survey=survey))


if __name__ == "__main__":
    run()
