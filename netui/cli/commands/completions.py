"""``netui completions``: completion for bash, zsh and fish, of commands, options, people, tags and more."""

import contextlib
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session

if TYPE_CHECKING:
    from netui.services.workspace import Workspace

_SHELLS = ("bash", "zsh", "fish")


def _run(session: Session, given: Namespace) -> int:
    """Prints the script of a shell; with what was typed so far, which the script hands over, candidates."""
    from netui.cli.completion.scripts import SCRIPTS

    if given.shell not in SCRIPTS:
        raise Usage(f"there is no completion for {given.shell!r}; there is for {', '.join(_SHELLS)}")
    if given.line is None and not given.words:
        session.emit({"shell": given.shell, "script": SCRIPTS[given.shell]})
        if not session.wants_json:
            session.export(SCRIPTS[given.shell])
        return 0
    with contextlib.suppress(Exception):  # between two keys nothing can be told, and nothing is lost
        session.export("".join(f"{line}\n" for line in _candidate_lines(session, given)))
    return 0


def _candidate_lines(session: Session, given: Namespace) -> list[str]:
    from netui.cli.completion.candidates import FILES, find_candidates
    from netui.cli.completion.line import split_line

    words = split_line(given.line) if given.line is not None else given.words
    stays = words[-1].removesuffix(given.replaced) if given.replaced is not None else ""

    def open_network(folder: str | None) -> "Workspace":
        session.use_data(folder)
        return session.refresh(warns=False)

    lines = []
    for each in find_candidates(words, open_network):
        if each.word == FILES:
            lines.append(FILES)
        elif each.word.startswith(stays):
            word = each.word.removeprefix(stays)
            lines.append(f"{word}\t{each.about}" if each.about else word)
    return lines


COMMAND = Command(
    "completions",
    "completion of commands, people, tags and more in your shell",
    "netui completions fish > ~/.config/fish/completions/netui.fish",
    _run,
    (
        argument(
            "shell", metavar="SHELL", help=f"{', '.join(_SHELLS)}: prints what to put into its start-up file"
        ),
        argument(
            "words",
            metavar="WORD",
            nargs="*",
            help="what was typed so far; asked by the script",
        ),
        argument("--line", metavar="LINE", help="the same as one line, as bash hands it over"),
        argument("--replaced", metavar="WORD", help="what of the last word bash replaces"),
    ),
)
