"""Reading the arguments of one command."""

import argparse
from collections.abc import Sequence
from typing import Any

from netui.cli.output import room


class Usage(Exception):
    """Wrong use; ``str()`` says what was expected."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help at the width of the terminal, found without the modules that argparse loads for it."""

    def __init__(self, prog: str):
        super().__init__(prog, max_help_position=30, width=min(room(), 100) - 2)


class Parser(argparse.ArgumentParser):
    """One command's arguments; words may begin with a dash (``list -is:quiet``, ``tag ada -draft``).

    Options are those declared, spelled out in full; whatever else begins with a dash is a word.
    """

    def __init__(self, name: str, summary: str, example: str):
        super().__init__(
            prog=f"netui {name}".rstrip(),
            description=summary,
            epilog=f"example: {example}",
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._flags: set[str] = set()
        self._valued: set[str] = set()
        self.option("-h", "--help", action="help", help="show this and leave")
        self.option("--data", metavar="DIR", help="the network folder")
        self.option("--json", action="store_true", help="print one JSON document and nothing else")

    def option(self, *names: str, **settings: Any) -> None:
        """Declares an option."""
        self.add_argument(*names, **settings)
        takes_value = "action" not in settings or settings["action"] == "append"
        (self._valued if takes_value else self._flags).update(names)

    def words(self, name: str, **settings: Any) -> None:
        """Declares a positional argument."""
        self.add_argument(name, **settings)

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments; raises Usage, or SystemExit once help was shown."""
        options: list[str] = []
        words: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            if argument == "--":
                words += rest
            elif argument in self._flags or argument.partition("=")[0] in self._valued:
                options.append(argument)
                if argument in self._valued:
                    options += [
                        f"{options.pop()}={value}" for value in [next(rest, None)] if value is not None
                    ]
            else:
                words.append(argument)
        return self.parse_args([*options, "--", *words] if words else options)

    def error(self, message: str) -> Any:
        """Instead of leaving at once: whoever called decides."""
        raise Usage(f"{message}\n{self.format_usage().rstrip()}")
