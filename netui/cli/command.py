"""A command of the shell: its name, words, arguments and function, declared once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netui.cli.arguments import Argument, Namespace
    from netui.cli.session import Session


class Command:
    """One command. ``run`` returns the exit status; ``summary`` and ``example`` are for the help.

    ``dash_words``: words may begin with one dash, and options are spelled out in full. ``keep`` is given the
    words of a call that was refused.

    A plain class: a NamedTuple whose annotations are strings compiles them, which costs each command 3 ms.
    """

    def __init__(
        self,
        name: str,
        summary: str,
        example: str,
        run: "Callable[[Session, Namespace], int]",
        arguments: "tuple[Argument, ...]" = (),
        *,
        dash_words: bool = False,
        keep: "Callable[[Session, Sequence[str]], None] | None" = None,
    ):
        self.name = name
        self.summary = summary
        self.example = example
        self.run = run
        self.arguments = arguments
        self.dash_words = dash_words
        self.keep = keep

    def read_arguments(self, given: Sequence[str], into: "Namespace") -> "Namespace":
        """The arguments that were given; raises Usage, or SystemExit once help was shown."""
        from netui.cli.arguments import ArgumentReader

        reader = ArgumentReader(
            f"netui {self.name}", self.arguments, dash_words=self.dash_words, describe=self._described
        )
        return reader.read(given, into)

    def _described(self) -> Mapping[str, Any]:
        return {"description": self.summary, "epilog": f"example: {self.example}"}
