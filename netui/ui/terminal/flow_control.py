"""How much may be underway to the terminal at once, found by asking it how far it is.

What is written to a terminal may wait in many places: in the kernel, in the ssh daemon, in the
network. Over a slow link all of them fill, and a key is answered only after everything before it.
So now and then the terminal is asked for its status, a question as old as the VT100 which all of
them answer; what was sent before the question has then been shown. While too much is underway
nothing is sent; what was drawn meanwhile and overtaken is never sent at all.
"""

from collections import deque
from typing import NamedTuple

QUESTION = b"\x1b[5n"
"""Asks the terminal for its status."""
ANSWER = "\x1b[0n"
"""What it says when it gets to the question."""
ASK_EVERY = 512
"""Bytes from one question to the next."""
LEAST, FIRST, MOST = 512, 2048, 1 << 16
"""Bytes that may be underway: over the slowest links, before anything is known, and over fast ones."""
WORTH = 0.8
"""Seconds until the answer of which as much may be underway as the link takes in that time."""
PATIENCE = 5.0
"""Seconds after which something is sent although an answer is missing: it may have got lost."""


class _Asked(NamedTuple):
    at: float
    sent: int
    underway: int


class FlowControl:
    """Times are in seconds of any clock that never goes back.

    A terminal that never answered is not waited for, and is asked only once.
    """

    def __init__(self) -> None:
        self._sent = 0
        self._shown = 0
        self._since = 0
        self._asked: deque[_Asked] = deque()
        self._answers = False
        self._window = FIRST

    @property
    def is_waiting(self) -> bool:
        """Whether an answer that can be counted on is still to come."""
        return bool(self._asked) and self._answers

    def sending(self, size: int, now: float) -> bool:
        """Notes that so many bytes are sent; whether a question is to follow them."""
        self._sent += size
        self._since += size
        ask = self._since >= ASK_EVERY if self._answers else not self._asked
        if ask:
            self._asked.append(_Asked(now, self._sent, self._sent - self._shown))
            self._since = 0
        return ask

    def answered(self, now: float) -> None:
        """The terminal has shown what was sent before the earliest question without an answer."""
        if not self._asked:
            return
        self._answers = True
        asked = self._asked.popleft()
        self._shown = asked.sent
        took = max(now - asked.at, 1e-6)
        fits = int(asked.underway * WORTH / took)
        if fits > self._window:
            self._window = min(fits, 4 * self._window, MOST)
        elif took > WORTH:
            self._window = max(fits, LEAST)

    def window(self, now: float) -> int:
        """About how many bytes may be sent now; none while too much is underway."""
        if not self._answers:
            return MOST
        if self._asked and now - self._asked[0].at > PATIENCE:
            self._asked.clear()
            self._shown = self._sent
        left = self._window - (self._sent - self._shown)
        return max(left, 0 if self._asked else ASK_EVERY)

    def timeout(self, now: float) -> float:
        """Seconds after which to look again though no answer came."""
        return max(self._asked[0].at + PATIENCE - now, 0) + 0.01 if self._asked else PATIENCE
