"""Starts the first build of the index in a child process, so that the screen stays responsive meanwhile."""

import os
import sys
from typing import TYPE_CHECKING

from netui.services.workspace import Workspace

if TYPE_CHECKING:
    import subprocess

LARGE = 500
"""Minimum number of files for a child process: fewer are read before it has started."""


def start_build(workspace: Workspace) -> "subprocess.Popen[str] | None":
    """Starts the child, if there is an index to build and many files; each line it prints is "DONE TOTAL"."""
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
