"""The user's editor as a command: which one, at which line, run on the terminal, and whether it waits."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from netui.domain.text.command_line import split_command
from netui.services.errors import Refused

Run = Callable[[Sequence[str]], int]
"""Runs a command on the terminal and returns its exit status; raises OSError when it cannot be run."""

_WITH_LINE = (
    "vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "mcedit", "ed",
)  # fmt: skip
_ON_TERMINAL = ("vi", "vim", "nvim", "nano", "micro", "kak", "emacs", "hx", "helix")
_WITH_COLON = ("hx", "helix", "subl", "zed")
_WITH_GOTO = ("code", "code-insiders", "codium", "cursor")
_FALLBACKS = ("sensible-editor", "nano", "vim", "vi")
_WAIT_OPTIONS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "subl", "mate"), ("--wait", "-w")),
    **dict.fromkeys(("zed", "zeditor", "bbedit", "gedit"), ("--wait", "-w", "-s")),
    **dict.fromkeys(("gvim", "mvim"), ("--nofork", "-f")),
    "kate": ("--block", "-b"),
    "open": ("-W", "-nW"),
}
"""Editors with windows of their own that return at once, and the options, the best first, that stop them."""


def editor_command(configured: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The editor to run: the configured one, ``$VISUAL``, ``$EDITOR`` or an installed one; raises Refused."""
    for source, text in (
        ("the setting editor", configured),
        ("$VISUAL", environment.get("VISUAL", "")),
        ("$EDITOR", environment.get("EDITOR", "")),
    ):
        if text.strip():
            try:
                command = split_command(text)
            except ValueError as error:
                raise Refused(f"{source}: {error}") from None
            if shutil.which(command[0]) is None:
                raise Refused(
                    f"{source} is {text!r}, but there is no program {command[0]!r}; set another editor"
                )
            return command
    found = next((name for name in _FALLBACKS if shutil.which(name)), None)
    if found is None:
        raise Refused("no editor was found; set $EDITOR, or editor in the settings (netui config)")
    return [found]


def at_line(command: Sequence[str], path: str, line: int) -> list[str]:
    """``command`` with the file, and the line in the syntax of the editors known to take one."""
    name = os.path.basename(command[0])
    if line > 1 and name in _WITH_LINE:
        return [*command, f"+{line}", path]
    if line > 1 and name in _WITH_COLON:
        return [*command, f"{path}:{line}"]
    if line > 1 and name in _WITH_GOTO:
        return [*command, "--goto", f"{path}:{line}"]
    return [*command, path]


def missing_wait_option(command: Sequence[str]) -> str:
    """The option by which this editor would wait until its window is closed; "" where none is known."""
    options = _WAIT_OPTIONS.get(os.path.basename(command[0]), ())
    return "" if any(option in command for option in options) else next(iter(options), "")


def is_on_terminal(command: Sequence[str]) -> bool:
    """Whether this editor is known to run on the terminal, so that it never returns before it is done."""
    return os.path.basename(command[0]) in _ON_TERMINAL


def run_on_terminal(command: Sequence[str]) -> int:
    """Runs a program on the terminal and waits for it; interrupts are for the program alone."""
    with _interrupts_ignored():
        return subprocess.run(command, check=False).returncode


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Does nothing at an interrupt, as the shell does while a program runs.

    By a handler: a program that is started inherits signals that are ignored, but no handlers.
    """
    numbers = (signal.SIGINT, signal.SIGQUIT)
    before = [signal.signal(number, lambda *_: None) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


def ended_words(command: Sequence[str], status: int) -> str:
    """How an editor failed, as a clause."""
    shown = shlex.join(command)
    if status > 0:
        return f"the editor {shown} ended with status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    return f"the editor {shown} was ended by {name}"
