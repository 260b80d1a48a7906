"""What is asked of the prompt: a request with its callbacks, and completions of the text typed."""

from collections.abc import Callable, Sequence

from netui.domain.named_tuple import NamedTuple
from netui.presentation.text import Line


class Completion(NamedTuple):
    """A completion: the text from ``start`` to ``end`` is replaced by one of ``choices``.

    ``rows`` draws the choices, one a row, where they are shown while one types.
    """

    start: int
    end: int
    choices: Sequence[str]
    rows: Sequence[Line] = ()


class PromptRequest(NamedTuple):
    """What the prompt asks for.

    ``sign`` labels the input. ``submitted`` returns whether the prompt may close; ``changed`` returns a
    line of feedback; ``cancelled`` gets what was typed, so that nothing is lost, and ``left`` gets it when
    the app quits; ``earlier`` returns the text with its date moved one day back; ``recalled`` gets the index
    of the line of the history that is shown next, -1 for what was typed first, and the text shown so far;
    ``autosave`` gets the text while one types and returns what saves it, for a background thread.
    ``candidates`` are the completions shown while one types, without choices where there are none, None once
    no more are to be expected; ``complete`` are all that ``tab`` knows. ``beside`` returns what is worth
    knowing of those in the text, for a width in at most so many rows. ``settle`` returns the text with the
    next reading of what is asked about in it, None where nothing is. ``further`` opens the prompt for a
    further line of a paste, where that is not to be asked as this one was, and ``given_up`` gets the lines of
    a paste that were not submitted, beginning with the one in the input; ``waiting`` gets further lines as
    they are pasted, and ``asked`` one that waits no longer. ``pasted`` returns the lines to ask for of a
    pasted text of several.
    """

    sign: str
    submitted: Callable[[str], bool]
    changed: Callable[[str], Line] | None = None
    cancelled: Callable[[str], None] | None = None
    complete: Callable[[str, int], Completion | None] | None = None
    history: Sequence[str] = ()
    initial: str = ""
    earlier: Callable[[str], str] | None = None
    left: Callable[[str], None] | None = None
    recalled: Callable[[int, str], None] | None = None
    autosave: Callable[[str], Callable[[], object]] | None = None
    candidates: Callable[[str, int], Completion | None] | None = None
    beside: Callable[[str, int, int], Sequence[Line]] | None = None
    settle: Callable[[str], str | None] | None = None
    further: Callable[[str], None] | None = None
    given_up: Callable[[Sequence[str]], None] | None = None
    waiting: Callable[[Sequence[str]], None] | None = None
    asked: Callable[[str], None] | None = None
    pasted: Callable[[str], Sequence[str]] | None = None
