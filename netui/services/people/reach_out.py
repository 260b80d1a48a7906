"""Reaching out to a contact: the first address of their file, and the desktop's mail program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from netui.domain.model.channels import channels


def first_address(head: Mapping[str, Any]) -> tuple[str, str]:
    """The first channel in a contact's file, as name and value (``e-mail``, ``ada@…``); "" and "" without."""
    way = next(iter(channels(head)), None)
    return (way.name, way.value) if way else ("", "")


def open_mail(value: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Opens a new message to ``value`` in the desktop's mail program; False where there is no desktop.

    Over SSH or without a display the window would not be seen, and ``xdg-open`` might start a browser in the
    terminal.
    """
    opener = _opener(environment)
    if opener is None:
        return False
    try:
        subprocess.Popen(
            [opener, "mailto:" + quote(value, safe="@")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _opener(environment: Mapping[str, str]) -> str | None:
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        return None
    if sys.platform == "darwin":
        return shutil.which("open")
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return None
