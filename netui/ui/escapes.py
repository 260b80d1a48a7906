"""The escape key and what was typed right after it, told apart from the sequences of other keys.

Over a slow link, or to someone quick, escape and the next key arrive together. Textual reads the two
as one key with alt, or drops the escape; netui has no keys with alt, so they are two keys here.
"""

import re
from collections.abc import Iterator

_ALONE = re.compile(r"\x1b(?=[^\x1b\[\]OPX^_\x00-\x1f\x7f]|\r)")
"""An escape that begins no sequence: neither of a key, nor a string, nor an editing key with alt."""
_PASTED = re.compile(r"\x1b\[200~|\x1b\[201~")


class Escapes:
    """Splits input into escapes that are keys of their own, and all the rest; a paste stays whole."""

    def __init__(self) -> None:
        self._pasting = False

    def split(self, data: str) -> Iterator[str | None]:
        """``data`` in pieces: None where escape was pressed, else what stood between."""
        begin = 0
        for match in _PASTED.finditer(data):
            yield from self._split(data[begin : match.start()])
            self._pasting = match[0].endswith("200~")
            yield match[0]
            begin = match.end()
        yield from self._split(data[begin:])

    def _split(self, text: str) -> Iterator[str | None]:
        if self._pasting or not _ALONE.search(text):
            if text:
                yield text
            return
        begin = 0
        for match in _ALONE.finditer(text):
            if match.start() > begin:
                yield text[begin : match.start()]
            yield None
            begin = match.end()
        yield text[begin:]
