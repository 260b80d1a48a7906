"""The entry point of the process: the script ``netui`` and ``python -m netui``."""

import gc
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Runs the command that the arguments name and ends the process with its status."""
    # A command is over before there is garbage to collect; the app turns it on after its first frame.
    gc.disable()
    from netui.cli.main import main

    sys.exit(main())


if __name__ == "__main__":
    run()
