"""Help, and what is wrong with arguments, in the words of ``argparse``."""

import argparse
from typing import Any

from netui.cli.arguments import Usage
from netui.cli.output import room


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help at the width of the terminal, found without the modules that argparse loads for it."""

    def __init__(self, prog: str):
        super().__init__(prog, max_help_position=30, width=min(room(), 100) - 2)


class UsageParser(argparse.ArgumentParser):
    """Raises :class:`~netui.cli.arguments.Usage` instead of leaving at once: whoever called decides."""

    def __init__(self, prog: str, summary: str, epilog: str, usage: str | None):
        super().__init__(
            prog=prog,
            usage=usage,
            description=summary,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )

    def error(self, message: str) -> Any:
        """Tells what is wrong, and how it is used."""
        raise Usage(f"{message}\n{self.format_usage().rstrip()}")
