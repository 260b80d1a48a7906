"""Reads command-line arguments with ``argparse``: values of options, dashes in words, help and errors."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from netui.cli.arguments import Argument, Namespace
from netui.cli.errors import Usage
from netui.cli.output import room

_GUARD = "\0"
"""Put before a word that begins with a dash, so that argparse sees no option; no argument contains it."""


def _declare(argument: Argument, parser: argparse.ArgumentParser) -> None:
    """Declares an argument to argparse; values lose the guard that their dashes were read with."""
    settings = dict(argument.settings)
    if settings.get("action", "append") == "append":
        convert = settings.get("type", str)
        settings["type"] = lambda text: convert(text.removeprefix(_GUARD))
    parser.add_argument(*argument.names, **settings)


class ArgumentParser:
    """Reads any arguments that are declared for one command, and knows its help."""

    def __init__(
        self,
        program: str,
        arguments: Sequence[Argument],
        describe: Callable[[], Mapping[str, Any]],
        *,
        dash_words: bool,
    ):
        self._program = program
        self._dash_words = dash_words
        self._arguments = arguments
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
            into, unknown = parser.parse_known_args(given, Namespace())
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
                _declare(each, parser)
        return parser

    def _full(self) -> "_Parser":
        """A parser of everything, which has the help and the usage."""
        parser = _Parser(self._program, **self._describe())
        for each in self._arguments:
            _declare(each, parser)
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

    def _print_message(self, message: str, file: Any = None) -> None:
        """Prints help or the version; argparse would pass over a full disk in silence."""
        (file or sys.stdout).write(message)
