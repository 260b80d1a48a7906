"""What ends a command early; ``main`` turns each into an exit status and a line on stderr."""

from collections.abc import Sequence


class Usage(Exception):
    """Wrong use; ``str()`` says what was expected, ``words`` is what was typed beside valid options."""

    def __init__(self, message: str, words: Sequence[str] = ()):
        super().__init__(message)
        self.words = tuple(words)


class NobodyError(Exception):
    """No such person, entry or promise."""


class AmbiguousError(Exception):
    """More than one is meant; ``str()`` lists them."""
