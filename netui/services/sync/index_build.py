"""Reads many files in a child process, so that the screen stays responsive meanwhile."""

import os
import sys
from typing import TYPE_CHECKING

from netui.services.workspace import Workspace
from netui.storage.index.spare_folder import remove_spare_folder as remove_spare_folder
from netui.storage.index.spare_folder import spare_folder as spare_folder

if TYPE_CHECKING:
    import subprocess

    from netui.storage.files.survey import Survey

LARGE = 500
"""Minimum number of files for a child process: fewer are read before it has started."""


def start_build(workspace: Workspace, contacts: "Survey | None" = None) -> "subprocess.Popen[str] | None":
    """Starts the child, if there are many files to read; each line it prints is "DONE TOTAL".

    All are to be read if there is no index yet, else those that changed since: ``contacts`` is the survey
    that tells which. Without it a complete index counts as up to date.
    """
    index = workspace.index
    if index.path is None:
        return None
    if index.built:
        wanted = index.count_stale(contacts) if contacts is not None else 0
    else:
        wanted = len(contacts) if contacts is not None else _files(workspace)
    if wanted < LARGE:
        return None
    import subprocess

    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "netui.storage.index.build_process",
            str(workspace.network),
            os.path.dirname(index.path),
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
