"""The first build of the index, in a process of its own: it reads every file, and the keys stay quick."""

import os
import sys
from typing import TYPE_CHECKING

from netui.services.workspace import Workspace

if TYPE_CHECKING:
    import subprocess

LARGE = 500
"""From how many files on that is worth a process."""


def start_build(workspace: Workspace) -> "subprocess.Popen[str] | None":
    """Starts it, where it is due; it says on its output how many files are done, and of how many."""
    if workspace.index.built or workspace.index.path is None or _files(workspace) < LARGE:
        return None
    import subprocess

    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "netui.storage.index.build_process",
            str(workspace.network),
            str(workspace.places.cache),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _files(workspace: Workspace) -> int:
    try:
        return len(os.listdir(workspace.network / "contacts"))
    except OSError:
        return 0
