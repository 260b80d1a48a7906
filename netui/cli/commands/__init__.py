"""Shell commands, one module each, and the table of them.

A module declares its ``COMMAND`` and imports no more than that takes; what the command runs on is imported
when it runs. So the table with all help texts is loaded in few milliseconds, and one command in less.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from netui.cli.command import Command

_NAMES = (
    "note", "due", "list", "show", "brief", "ask", "search", "query", "goals", "goal", "circles", "circle",
    "insights",
    "promises", "promise", "done", "happened", "catchup", "opportunity",
    "add", "set", "relate", "date", "met", "tag", "rename", "archive", "rm", "dupes", "merge", "conflicts",
    "edit", "snooze", "rhythm", "digest", "status", "review", "undo", "redo", "history", "trash", "backup",
    "restore", "forget", "import", "inbox", "vdir", "export", "check", "doctor", "config", "schema",
    "mcp", "completions", "help",
)  # fmt: skip
"""In the order of the help. ``import`` stands in ``import_``: its name is a keyword."""

WRITING = frozenset(["backup", "restore", "forget"])
"""Those that write what is no change of the network: it is done even where stdout is full."""


class _Commands(Mapping[str, Command]):
    """Every command by name, each imported when it is looked up."""

    def __getitem__(self, name: str) -> Command:
        if name not in _NAMES:
            raise KeyError(name)
        command: Command = import_module(f"{__name__}.{'import_' if name == 'import' else name}").COMMAND
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


COMMANDS: Mapping[str, Command] = _Commands()
