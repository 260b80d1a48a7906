"""The desktop, told outside the app what is due: by its own program or a command of the settings."""

import shutil
import subprocess
import sys
from collections.abc import Mapping

from netui.services.errors import Refused, words_of
from netui.services.external_program import fill_command
from netui.storage.state.config import CommandName

_TITLE = "netui"
_APPLESCRIPT = (
    "on run argv",
    f'display notification (item 1 of argv) with title "{_TITLE}"',
    "end run",
)
_SECONDS = 20.0


def notification_command(
    words: str, commands: Mapping[CommandName, str], platform: str = sys.platform
) -> list[str]:
    """The command that shows ``words``: that of the settings, else the desktop's; raises Refused without."""
    text = commands.get("notify", "")
    if text.strip():
        return fill_command("commands.notify", text, {"text": words})
    if platform == "darwin":
        return ["osascript", *(part for line in _APPLESCRIPT for part in ("-e", line)), words]
    if shutil.which("notify-send") is None:
        raise Refused('there is no notify-send; set notify under [commands], such as notify = "wall {text}"')
    return ["notify-send", "--", _TITLE, words]


def notify(words: str, commands: Mapping[CommandName, str]) -> None:
    """Shows ``words``; raises Refused where that cannot be done."""
    command = notification_command(words, commands)
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused(f"{command[0]} could not show it: {words_of(error)}") from error
    if done.returncode:
        raise Refused(f"{command[0]} could not show it; it ended with status {done.returncode}")
