"""Reading the arguments of one command.

Plain use is read here. For help, and to say what is wrong, ``argparse`` is loaded, which takes a
good part of the time of a short command.
"""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import argparse


class Usage(Exception):
    """Wrong use; ``str()`` says what was expected."""


class Given(SimpleNamespace):
    """The arguments of one command, by name."""


def value_of(option: str, arguments: Sequence[str]) -> str | None:
    """The value of an option that any command may have, before its other arguments are known."""
    value = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option:
            value = arguments[at + 1] if at + 1 < len(arguments) else None
        elif argument.startswith(f"{option}="):
            value = argument[len(option) + 1 :]
    return value


class _Option(NamedTuple):
    names: tuple[str, ...]
    settings: dict[str, Any]

    @property
    def key(self) -> str:
        return str(self.settings.get("dest") or self.names[-1].lstrip("-"))

    @property
    def action(self) -> str:
        return str(self.settings.get("action", ""))

    @property
    def takes_value(self) -> bool:
        return self.action in ("", "append")


class Parser:
    """One command's arguments; words may begin with a dash (``list -is:quiet``, ``tag ada -draft``).

    Options are those declared, spelled out in full; whatever else begins with a dash is a word.
    ``usage`` and ``epilog`` are parts of the help.
    """

    def __init__(self, name: str, summary: str, example: str):
        self._name, self._summary = name, summary
        self.usage: str | None = None
        self.epilog = f"example: {example}"
        self._declared: list[_Option] = []
        self._options: dict[str, _Option] = {}
        self._words: dict[str, dict[str, Any]] = {}
        self.option("-h", "--help", action="help", help="show this and leave")
        self.option("--data", metavar="DIR", help="the network folder")
        self.option("--json", action="store_true", help="print one JSON document and nothing else")

    def option(self, *names: str, **settings: Any) -> None:
        """Declares an option, with the settings that ``argparse`` knows."""
        self._declared.append(_Option(names, settings))
        self._options.update(dict.fromkeys(names, self._declared[-1]))

    def words(self, name: str, **settings: Any) -> None:
        """Declares a positional argument: one word, or by ``nargs`` (``+``, ``*``) all that are left."""
        self._words[name] = settings

    def read(self, arguments: Sequence[str]) -> Given:
        """The arguments; raises Usage, or SystemExit once help was shown."""
        options: list[tuple[str, str | None]] = []
        words: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            name, has_value, value = argument.partition("=")
            option = self._options.get(name)
            if argument == "--":
                words += rest
            elif option is None or (has_value and not option.takes_value):
                words.append(argument)
            elif has_value:
                options.append((name, value))
            else:
                options.append((name, next(rest, None) if option.takes_value else None))
        given = self._plain(options, words)
        if given is None:
            told = [name if value is None else f"{name}={value}" for name, value in options]
            given = self.in_full().parse_args([*told, "--", *words] if words else told, Given())
        return given

    def _plain(self, options: Sequence[tuple[str, str | None]], words: Sequence[str]) -> Given | None:
        """The arguments; None where there is something to tell."""
        given = Given()
        for option in self._declared:
            setattr(given, option.key, option.settings.get("default", False if option.action else None))
        for name, value in options:
            option = self._options[name]
            if option.action == "store_true":
                setattr(given, option.key, True)
            elif value is None or value not in option.settings.get("choices", (value,)):
                return None
            else:
                several = option.action == "append"
                setattr(given, option.key, [*getattr(given, option.key), value] if several else value)
        for name, settings in self._words.items():
            many = settings.get("nargs", "")
            if not words and many != "*":
                return None
            setattr(given, name, list(words) if many else words[0])
            words = [] if many else words[1:]
        return None if words else given

    def in_full(self) -> "argparse.ArgumentParser":
        """The same for ``argparse``, which has the words for help and for what is wrong."""
        from netui.cli.argparse_help import UsageParser

        parser = UsageParser(f"netui {self._name}".rstrip(), self._summary, self.epilog, self.usage)
        for option in self._declared:
            parser.add_argument(*option.names, **option.settings)
        for name, settings in self._words.items():
            parser.add_argument(name, **settings)
        return parser
