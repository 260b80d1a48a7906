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


class UnsupportedSystemError(Exception):
    """The system lacks what saving and drawing rely on, as Windows does."""

    def __init__(self) -> None:
        super().__init__(
            "netui needs Linux or macOS: this system lacks file locks; on Windows it works in WSL "
            "(wsl --install, then install netui there)"
        )


def require_supported_system() -> None:
    """Raises UnsupportedSystemError where there are no file locks or no terminal settings."""
    try:
        import fcntl  # noqa: F401
        import termios  # noqa: F401
    except ImportError:
        raise UnsupportedSystemError from None
