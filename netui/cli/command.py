"""A command of the shell: its name, words, arguments and function, declared once; and reading its arguments.

Words and flags alone are read here, as :mod:`argparse` would; that is loaded for all else, since loading it
takes as long as saving a file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import DATA, HELP, JSON, LONG_HELP, PLAIN, Argument, Namespace
from netui.domain.named_tuple import NamedTuple

if TYPE_CHECKING:
    from netui.cli.argument_parser import ArgumentParser
    from netui.cli.session import Session


class Command(NamedTuple):
    """One command. ``run`` returns the exit status; ``summary`` and ``example`` are for the help.

    ``dash_words``: words may begin with one dash, and options are spelled out in full. ``keep`` is given the
    words of a call that was refused.
    """

    name: str
    summary: str
    example: str
    run: "Callable[[Session, Namespace], int]"
    arguments: tuple[Argument, ...] = ()
    dash_words: bool = False
    keep: "Callable[[Session, Sequence[str]], None] | None" = None

    def read_arguments(self, given: Sequence[str], into: Namespace) -> Namespace:
        """The arguments that were given; raises Usage, or SystemExit once help was shown."""
        reader = ArgumentReader(
            f"netui {self.name}", self.arguments, dash_words=self.dash_words, describe=self._described
        )
        return reader.read(given, into)

    def _described(self) -> Mapping[str, Any]:
        return {"description": self.summary, "epilog": f"example: {self.example}"}


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
