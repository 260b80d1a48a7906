"""What the terminal sends, told apart: escape as a key of its own, answers to our question, all the rest.

Over a slow link, or to someone quick, escape and the next key arrive together or close to each other.
Textual reads the two as one key with alt, or drops the escape; netui has no keys with alt, so they
are two keys here. The beginning of a sequence is held back until its end arrives, or until it is
clear that none will.
"""

import re
from collections.abc import Iterator
from enum import Enum

from netui.ui.terminal.flow_control import ANSWER


class InputToken(Enum):
    """What is not text for the parser of keys."""

    ESCAPE = "the escape key"
    ANSWER = "the terminal has got to our question"


_TOKEN = re.compile(
    r"(?P<paste>\x1b\[200~)|(?P<answer>" + re.escape(ANSWER) + r")"
    r"|(?P<alone>\x1b(?=[^\[\]OPX^_\x00-\x1f\x7f]|[\r\x1b]))|(?P<begun>\x1b(?:\[[0-9;?<]*)?\Z)"
)
"""An escape alone begins no sequence: neither of a key, nor a string, nor an editing key with alt."""
_END_OF_PASTE = re.compile(r"(?P<end>\x1b\[201~)|(?P<begun>\x1b(?:\[[0-9]*)?\Z)")


class Escapes:
    """Splits input as it arrives; a paste stays as it is."""

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""

    @property
    def is_holding(self) -> bool:
        """Whether the beginning of something is held back: call :meth:`release` if no more comes soon."""
        return bool(self._held)

    def split(self, data: str) -> Iterator[str | InputToken]:
        """``data`` in pieces, in order."""
        data, self._held = self._held + data, ""
        begin = 0
        while begin < len(data):
            match = (_END_OF_PASTE if self._pasting else _TOKEN).search(data, begin)
            if match is None:
                yield data[begin:]
                return
            kind = match.lastgroup
            end = match.end() if kind in ("paste", "end") else match.start()
            if end > begin:
                yield data[begin:end]
            if kind == "begun":
                self._held = match[0]
            elif kind in ("alone", "answer"):
                yield InputToken.ESCAPE if kind == "alone" else InputToken.ANSWER
            else:
                self._pasting = kind == "paste"
            begin = match.end()

    def release(self) -> Iterator[str | InputToken]:
        """What was held back, as nothing came after it."""
        held, self._held = self._held, ""
        if self._pasting:
            yield held
        elif held:
            yield InputToken.ESCAPE
            if held[1:]:
                yield held[1:]
