"""Command-line arguments: how a command declares them, and reading them with ``argparse``.

Words and options may stand in any order. Everything after ``--`` is a word. With ``dash_words`` a word
may begin with one dash (``list -is:quiet``, ``tag ada -draft``), and options are spelled out in full.
"""

import argparse
from argparse import Namespace as Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, NoReturn

from netui.cli.errors import Usage
from netui.cli.output import room

_GUARD = "\0"
"""Put before a word that begins with a dash, so that argparse sees no option; no argument contains it."""


class Argument(NamedTuple):
    """One declared argument: an option where its names begin with dashes, else a word or words."""

    names: tuple[str, ...]
    settings: Mapping[str, Any]

    @property
    def is_option(self) -> bool:
        """Whether it is an option."""
        return self.names[0].startswith("-")

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Declares it to argparse; values lose the guard that their dashes were read with."""
        settings = dict(self.settings)
        if settings.get("action", "append") == "append":
            convert = settings.get("type", str)
            settings["type"] = lambda text: convert(text.removeprefix(_GUARD))
        parser.add_argument(*self.names, **settings)


def argument(*names: str, **settings: Any) -> Argument:
    """Declares an argument, with the settings of ``argparse.ArgumentParser.add_argument``."""
    return Argument(names, settings)


def flag(name: str, help: str) -> Argument:
    """Declares an option without a value."""
    return Argument((name,), {"action": "store_true", "help": help})


def whole_number(text: str) -> int:
    """The type of an argument that counts something."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"takes a number, not {text!r}")
    return int(text)


WHO_HELP = "an id, an alias or any unique part of a name"
WHO = argument("who", metavar="WHO", help=WHO_HELP)
WHO_WORDS = argument("who", metavar="WHO", nargs="+", help=WHO_HELP)
HELP = argument("-h", "--help", action="store_true", help="show this and leave")
LONG_HELP = flag("--help", "show this and leave")
DATA = argument("--data", metavar="DIR", help="the network folder")
JSON = flag("--json", "print one JSON document and nothing else")


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
        self._arguments = [LONG_HELP if dash_words else HELP, DATA, JSON, *arguments]
        self._describe = describe

    def read(self, given: Sequence[str], into: Namespace) -> Namespace:
        """Adds the values to ``into``; raises Usage, or SystemExit once help was shown.

        Options come first, then words: argparse alone takes no words after an option between words.
        """
        words: list[str] = []
        try:
            _, words = self._parser(options=True).parse_known_args(self._guarded(given), into)
            words = [word for word in words if word != "--"]
            self._check(into, words)
            self._parser(options=False).parse_args(words, into)
        except _Refused as refused:
            left = [word.removeprefix(_GUARD) for word in words or given]
            raise Usage(self._refusal(refused), left) from None
        return into

    def read_leading(self, given: Sequence[str]) -> tuple[Namespace, list[str]]:
        """The options before the first word, and that word with everything after it; raises like `read`."""
        parser = self._parser(options=True)
        parser.add_argument("rest", nargs=argparse.REMAINDER)
        try:
            into, unknown = parser.parse_known_args(given)
            self._check(into, unknown)
        except _Refused as refused:
            raise Usage(self._refusal(refused)) from None
        return into, into.rest

    def _check(self, into: Namespace, left: Iterable[str]) -> None:
        """Shows the help if it was asked for; refuses options that there are not."""
        if into.help:
            self._full().print_help()
            raise SystemExit(0)
        for each in left:
            if each.startswith("-") and each != "-":
                raise _Refused(self._unknown(each))

    def _refusal(self, refused: "_Refused") -> str:
        return f"{refused}\n{self._full().format_usage().rstrip()}".replace(_GUARD, "")

    def _guarded(self, given: Sequence[str]) -> list[str]:
        """The arguments, so that argparse takes for an option what is one by the rules of this module."""
        end = given.index("--") if "--" in given else len(given)
        before = [_GUARD + each if self._is_dash_word(each) else each for each in given[:end]]
        return before + [_GUARD + each if each.startswith("-") and at else each
                         for at, each in enumerate(given[end:])]  # fmt: skip

    def _is_dash_word(self, given: str) -> bool:
        """Whether this begins with a dash but is no option: a sentence, a number or a date, for instance."""
        if not given.startswith("-") or given == "-":
            return False
        if " " in given.partition("=")[0] or given[:3].strip("-").isdigit():
            return True
        return self._dash_words and not given.startswith("--")

    def _parser(self, *, options: bool) -> "_Parser":
        """A parser of the options, or one of the words."""
        parser = _Parser(self._program)
        for each in self._arguments:
            if each.is_option == options:
                each.add_to(parser)
        return parser

    def _full(self) -> "_Parser":
        """A parser of everything, which has the help and the usage."""
        parser = _Parser(self._program, **self._describe())
        for each in self._arguments:
            each.add_to(parser)
        return parser

    def _unknown(self, word: str) -> str:
        from netui.domain.query.parser import nearest_word
        from netui.domain.text.sanitize import clean

        name = word.partition("=")[0]
        meant = nearest_word(
            name, [name for each in self._arguments if each.is_option for name in each.names]
        )
        hint = f"did you mean {meant}?" if meant else f"see {self._program} --help"
        return f"there is no option {clean(name)}; {hint} (a word that begins with dashes goes after --)"


class _Refused(Exception):
    """What argparse says is wrong."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help at the width of the terminal, found without ``shutil``, which argparse would import for it."""

    def __init__(self, prog: str):
        super().__init__(prog, max_help_position=30, width=min(room(), 100) - 2)


class _Parser(argparse.ArgumentParser):
    """Raises an exception where argparse would leave the process."""

    def __init__(self, program: str, **settings: Any):
        super().__init__(
            prog=program, formatter_class=_Formatter, add_help=False, allow_abbrev=False, **settings
        )

    def error(self, message: str) -> NoReturn:
        raise _Refused(message)
