"""Flow control: limits the bytes in flight to the terminal, measured by its replies to status queries.

Output may wait in the kernel, in the ssh daemon and in the network. Over a slow link all of these buffers
fill, and a key is answered only after everything before it. So now and then a status query (DSR, as old
as the VT100) follows the output: its reply confirms that the terminal has shown what was sent before.
While the window is full nothing is sent, and frames that are outdated by then are never sent at all.
"""

from collections import deque

from netui.domain.named_tuple import NamedTuple

STATUS_QUERY = b"\x1b[5n"
"""Device status report, the query."""
STATUS_REPLY = "\x1b[0n"
"""Device status report, the reply."""
PROBE_INTERVAL = 512
"""Bytes from one status query to the next."""
MIN_WINDOW, INITIAL_WINDOW, MAX_WINDOW = 512, 2048, 1 << 16
"""Bytes that may be in flight: over the slowest links, before anything is measured, and over fast ones."""
TARGET_DELAY = 0.8
"""Seconds until a reply; the window is what the link carries in that time."""
REPLY_TIMEOUT = 5.0
"""Seconds after which a missing reply counts as lost and sending goes on."""


class _Probe(NamedTuple):
    """A status query: when it was sent, the bytes sent up to it, and those in flight then."""

    at: float
    sent: int
    in_flight: int


class FlowControl:
    """Computes the send window from the delay of the replies.

    Times are seconds of any monotonic clock. A terminal that never replied is queried once and not
    waited for.
    """

    def __init__(self) -> None:
        self._sent = 0
        self._confirmed = 0
        self._unprobed = 0
        self._probes: deque[_Probe] = deque()
        self._is_answering = False
        self._window = INITIAL_WINDOW

    @property
    def is_probing(self) -> bool:
        """Whether a reply is outstanding from a terminal that replies."""
        return bool(self._probes) and self._is_answering

    def record_sent(self, size: int, now: float) -> bool:
        """Counts ``size`` bytes as sent; returns whether a status query is to follow them."""
        self._sent += size
        self._unprobed += size
        probe = self._unprobed >= PROBE_INTERVAL if self._is_answering else not self._probes
        if probe:
            self._probes.append(_Probe(now, self._sent, self._sent - self._confirmed))
            self._unprobed = 0
        return probe

    def confirm(self, now: float) -> None:
        """Takes a reply: the terminal has shown everything before the oldest outstanding query.

        The window grows at most fourfold at a reply, and shrinks when one took longer than the target.
        """
        if not self._probes:
            return
        self._is_answering = True
        probe = self._probes.popleft()
        self._confirmed = probe.sent
        delay = max(now - probe.at, 1e-6)
        capacity = int(probe.in_flight * TARGET_DELAY / delay)
        if capacity > self._window:
            self._window = min(capacity, 4 * self._window, MAX_WINDOW)
        elif delay > TARGET_DELAY:
            self._window = max(capacity, MIN_WINDOW)

    def window(self, now: float) -> int:
        """How many bytes may be sent now, roughly; 0 while too many are in flight."""
        if not self._is_answering:
            return MAX_WINDOW
        if self._probes and now - self._probes[0].at > REPLY_TIMEOUT:
            self._probes.clear()
            self._confirmed = self._sent
        left = self._window - (self._sent - self._confirmed)
        return max(left, 0 if self._probes else PROBE_INTERVAL)

    def timeout(self, now: float) -> float:
        """Seconds after which to ask for the window again although no reply came."""
        if not self._probes:
            return REPLY_TIMEOUT
        return max(self._probes[0].at + REPLY_TIMEOUT - now, 0) + 0.01
