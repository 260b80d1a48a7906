"""Command-line arguments: how a command declares them.

Words and options may stand in any order. Everything after ``--`` is a word. With ``dash_words`` a word
may begin with one dash (``list -is:quiet``, ``tag ada -draft``), and options are spelled out in full.
"""

from collections.abc import Mapping
from types import SimpleNamespace as Namespace
from typing import Any

__all__ = [
    "DATA", "HELP", "JSON", "LONG_HELP", "PLAIN", "WHO", "WHO_HELP", "WHO_WORDS",
    "Argument", "Namespace", "argument", "flag", "whole_number",
]  # fmt: skip


class Argument:
    """One declared argument: an option where its names begin with dashes, else a word or words."""

    def __init__(self, names: tuple[str, ...], settings: Mapping[str, Any]):
        self.names = names
        self.settings = settings

    @property
    def is_option(self) -> bool:
        """Whether it is an option."""
        return self.names[0].startswith("-")

    @property
    def is_flag(self) -> bool:
        """Whether it is an option without a value."""
        return self.settings.get("action") == "store_true"

    @property
    def place(self) -> str:
        """The attribute that its value becomes."""
        long = next((name for name in self.names if name.startswith("--")), self.names[0])
        place: str = self.settings.get("dest") or long.lstrip("-").replace("-", "_")
        return place

    @property
    def default(self) -> Any:
        """The value where it is not given."""
        return False if self.is_flag else self.settings.get("default")


def argument(*names: str, **settings: Any) -> Argument:
    """Declares an argument, with the settings of ``argparse.ArgumentParser.add_argument``."""
    return Argument(names, settings)


def flag(name: str, help: str) -> Argument:
    """Declares an option without a value."""
    return Argument((name,), {"action": "store_true", "help": help})


def whole_number(text: str) -> int:
    """The type of an argument that counts something."""
    if not text.isdecimal():
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"takes a number from 0 on, not {text!r}")
    return int(text)


WHO_HELP = "an id, an alias or any unique part of a name"
WHO = argument("who", metavar="WHO", help=WHO_HELP)
WHO_WORDS = argument("who", metavar="WHO", nargs="+", help=WHO_HELP)
HELP = argument("-h", "--help", action="store_true", help="show this and leave")
LONG_HELP = flag("--help", "show this and leave")
DATA = argument("--data", metavar="DIR", help="the network folder")
JSON = flag("--json", "print one JSON document and nothing else")
PLAIN = flag("--plain", "one fact a line, nothing drawn, words for signs: for a screen reader or a pipe")
