"""Splits terminal input into escape keys, status replies, and everything else for Textual's parser.

Over a slow link, or from a fast typist, escape and the next key arrive in one read. Textual parses the
two as one key with alt, or drops the escape. netui binds no keys with alt, so they are two keys here.
An incomplete sequence is kept back until the rest arrives or a timeout shows that there is none.
"""

import re
from collections.abc import Iterator
from enum import Enum

from netui.ui.terminal.flow_control import STATUS_REPLY


class InputToken(Enum):
    """Input that does not go through Textual's parser."""

    ESCAPE = "the escape key"
    STATUS_REPLY = "the reply to a status query"


_TOKEN = re.compile(
    r"(?P<paste>\x1b\[200~)|(?P<reply>" + re.escape(STATUS_REPLY) + r")"
    r"|(?P<escape>\x1b(?=[^\[\]OPX^_\x00-\x1f\x7f]|[\r\x1b]))|(?P<partial>\x1b(?:\[[0-9;?<]*)?\Z)"
)
"""An escape key is an escape that starts no sequence: of a key, of a string, or of alt and an editing key."""
_END_OF_PASTE = re.compile(r"(?P<end>\x1b\[201~)|(?P<partial>\x1b(?:\[[0-9]*)?\Z)")


class InputSplitter:
    """Splits input as it arrives; bracketed pastes are left whole."""

    def __init__(self) -> None:
        self._is_pasting = False
        self._partial = ""

    @property
    def is_incomplete(self) -> bool:
        """Whether an incomplete sequence is kept back: call :meth:`flush` if nothing follows soon."""
        return bool(self._partial)

    def split(self, data: str) -> Iterator[str | InputToken]:
        """``data`` in pieces, in order."""
        data, self._partial = self._partial + data, ""
        begin = 0
        while begin < len(data):
            match = (_END_OF_PASTE if self._is_pasting else _TOKEN).search(data, begin)
            if match is None:
                yield data[begin:]
                return
            kind = match.lastgroup
            end = match.end() if kind in ("paste", "end") else match.start()
            if end > begin:
                yield data[begin:end]
            if kind == "partial":
                self._partial = match[0]
            elif kind in ("escape", "reply"):
                yield InputToken.ESCAPE if kind == "escape" else InputToken.STATUS_REPLY
            else:
                self._is_pasting = kind == "paste"
            begin = match.end()

    def flush(self) -> Iterator[str | InputToken]:
        """The incomplete sequence as keys of its own, since nothing followed."""
        partial, self._partial = self._partial, ""
        if self._is_pasting:
            yield partial
        elif partial:
            yield InputToken.ESCAPE
            if partial[1:]:
                yield partial[1:]
