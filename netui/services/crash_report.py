"""Crash reports: the traceback of an unexpected error, in a file of the user's state folder."""

import os
import traceback
from datetime import datetime


def save_report(error: BaseException) -> str:
    """Writes the traceback to ``crashes/``; returns words on where it is, or the error where that fails."""
    from platformdirs import user_state_path

    from netui.storage.files.atomic import write_private

    path = user_state_path("netui") / "crashes" / f"{datetime.now():%Y%m%dT%H%M%S}.txt"
    text = "".join(traceback.format_exception(error))
    try:
        os.makedirs(path.parent, mode=0o700, exist_ok=True)
        write_private(None, str(path), text.encode("utf-8", "replace"))
    except Exception:
        return str(error)
    return f"please report it with {path}"
