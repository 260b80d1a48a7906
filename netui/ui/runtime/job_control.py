"""Job control: stops this program as ctrl+z stops one in a shell, and goes on at ``fg``."""

import os
import signal


def has_job_control() -> bool:
    """Whether a shell could go on with this program once it has stopped.

    Such a shell gives each job a process group of its own. Without one, as in a terminal window that was
    opened for netui alone, nobody could.
    """
    return os.getpgrp() != os.getsid(0)


def stop_job() -> None:
    """Stops the whole job: a program that has started this one waits as well."""
    os.killpg(os.getpgrp(), signal.SIGTSTP)
