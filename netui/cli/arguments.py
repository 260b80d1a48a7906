"""Command-line arguments: how a command declares them, and reading them.

Words and options may stand in any order. Everything after ``--`` is a word. With ``dash_words`` a word
may begin with one dash (``list -is:quiet``, ``tag ada -draft``), and options are spelled out in full.

Words and flags alone are read here, as :mod:`argparse` would; that is loaded for all else, since loading it
takes as long as saving a file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netui.cli.argument_parser import ArgumentParser

__all__ = [
    "DATA", "HELP", "JSON", "LONG_HELP", "PLAIN", "WHO", "WHO_HELP", "WHO_WORDS",
    "Argument", "ArgumentReader", "Namespace", "argument", "flag", "whole_number",
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

        raise ArgumentTypeError(f"takes a number, not {text!r}")
    return int(text)


WHO_HELP = "an id, an alias or any unique part of a name"
WHO = argument("who", metavar="WHO", help=WHO_HELP)
WHO_WORDS = argument("who", metavar="WHO", nargs="+", help=WHO_HELP)
HELP = argument("-h", "--help", action="store_true", help="show this and leave")
LONG_HELP = flag("--help", "show this and leave")
DATA = argument("--data", metavar="DIR", help="the network folder")
JSON = flag("--json", "print one JSON document and nothing else")
PLAIN = flag("--plain", "one fact a line, nothing drawn, words for signs: for a screen reader or a pipe")


class ArgumentReader:
    """Reads the arguments of one command. ``arguments`` are its own, beside those that every command has."""

    def __init__(
        self,
        program: str,
        arguments: Iterable[Argument],
        *,
        dash_words: bool = False,
        describe: Callable[[], Mapping[str, Any]] = dict,
    ):
        self._program = program
        self._dash_words = dash_words
        self._arguments = [LONG_HELP if dash_words else HELP, DATA, JSON, PLAIN, *arguments]
        self._describe = describe

    def read(self, given: Sequence[str], into: Namespace) -> Namespace:
        """Adds the values to ``into``; raises Usage, or SystemExit once help was shown."""
        found = self._read_plain(given)
        if found is None:
            return self._parser().read(given, into)
        defaults = {each.place: each.default for each in self._arguments if each.is_option}
        vars(into).update({**defaults, **vars(into), **found})
        return into

    def read_leading(self, given: Sequence[str]) -> tuple[Namespace, list[str]]:
        """The options before the first word, and that word with everything after it; raises like `read`."""
        return self._parser().read_leading(given)

    def _parser(self) -> "ArgumentParser":
        from netui.cli.argument_parser import ArgumentParser

        return ArgumentParser(self._program, self._arguments, self._describe, dash_words=self._dash_words)

    def _read_plain(self, given: Sequence[str]) -> dict[str, Any] | None:
        """The values of words and flags; None where there is more to it, or an error to be told."""
        flags = {name: each.place for each in self._arguments if each.is_flag for name in each.names}
        found: dict[str, Any] = {}
        words: list[str] = []
        for each in given:
            if each in flags:
                found[flags[each]] = True
            elif each.startswith("-") and each != "-":
                return None
            else:
                words.append(each)
        if "help" in found:
            return None
        return _take_words([each for each in self._arguments if not each.is_option], words, found)


def _take_words(
    declared: Sequence[Argument], words: list[str], found: dict[str, Any]
) -> dict[str, Any] | None:
    """Adds the words to ``found`` under the arguments that take them; None where they are too many or few."""
    for at, each in enumerate(declared):
        count, is_last = each.settings.get("nargs"), at == len(declared) - 1
        if {"type", "choices", "action"} & each.settings.keys() or (count is not None and not is_last):
            return None
        if count in (None, "?"):
            if not words and count is None:
                return None
            found[each.place] = words.pop(0) if words else each.default
        elif count == "+" and not words:
            return None
        else:
            found[each.place], words = words, []
    return None if words else found
