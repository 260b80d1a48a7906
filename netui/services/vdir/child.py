"""Exchange with the vdir folder in a child process, so that the screen stays responsive meanwhile."""

import json
import os
import shutil
import sys
from collections.abc import Mapping
from typing import Any

from netui.services.workspace import Workspace

Signature = tuple[Any, ...]


def signature(workspace: Workspace) -> Signature:
    """What changes when a card or a contact does: the stat of each card, and of the folder of contacts."""
    path = os.path.expanduser(workspace.config.vdir.path)
    cards: list[tuple[str, int, int]] = []
    try:
        with os.scandir(path) as found:
            for each in found:
                stat = each.stat()
                cards.append((each.name, stat.st_mtime_ns, stat.st_size))
        changed = os.stat(workspace.network / "contacts").st_mtime_ns
    except OSError as error:
        return (error.errno,)
    return (*sorted(cards), changed)


def run_exchange(workspace: Workspace) -> Mapping[str, Any]:
    """Runs ``netui vdir --apply`` to its end: its document, or ``refused`` with why nothing was done."""
    import subprocess

    # Behind whatever the user does: reading thousands of cards takes seconds.
    nice = shutil.which("nice")
    command = [
        *([nice, "-n", "10"] if nice else []),
        sys.executable,
        "-m",
        "netui",
        "vdir",
        "--apply",
        "--json",
        "--data",
        str(workspace.network),
    ]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"refused": done.stderr.strip().removeprefix("netui: ")}
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found
