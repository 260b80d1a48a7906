"""How much is sent before the terminal has shown what came before, over links of all kinds."""

import pytest

from netui.ui.terminal.flow_control import MAX_WINDOW, MIN_WINDOW, PROBE_INTERVAL, REPLY_TIMEOUT, FlowControl


class Link:
    """A terminal behind a link of so many bytes a second and a round trip; time is made up."""

    def __init__(self, rate: float, trip: float):
        self.rate, self.trip = rate, trip
        self.now = 0.0
        self.flow = FlowControl()
        self._free = 0.0
        self._answers: list[float] = []
        self.most_waiting = 0.0
        self.sent = 0

    def send(self, size: int) -> None:
        """Sends so much, whether there is room or not."""
        self.sent += size
        self._free = max(self._free, self.now) + size / self.rate
        self.most_waiting = max(self.most_waiting, self._free - self.now)
        if self.flow.record_sent(size, self.now):
            self._answers.append(self._free + self.trip)

    def wait(self, seconds: float) -> None:
        """Time passes, answers arrive."""
        self.now += seconds
        while self._answers and self._answers[0] <= self.now:
            self.flow.confirm(self._answers.pop(0))

    def keep_sending(self, seconds: float, size: int) -> None:
        """A screen of so many bytes whenever there is room."""
        end = self.now + seconds
        while self.now < end:
            window = self.flow.window(self.now)
            if window:
                self.send(min(size, window))
            self.wait(0.005)


@pytest.mark.parametrize("trip", [0.01, 0.15, 0.6])
def test_a_slow_link_never_holds_more_than_a_second_and_is_kept_busy(trip: float) -> None:
    link = Link(1000, trip)
    link.send(60)
    link.wait(1)
    link.keep_sending(10, 300)
    link.most_waiting, before = 0.0, link.sent
    link.keep_sending(30, 300)
    assert link.most_waiting < 1.1
    assert link.sent - before > 30 * 400


@pytest.mark.parametrize("trip", [0.0005, 0.15, 0.6])
def test_a_fast_link_is_used(trip: float) -> None:
    link = Link(1e6, trip)
    link.send(60)
    link.wait(1)
    link.keep_sending(10, 4000)
    before = link.sent
    link.keep_sending(10, 4000)
    assert link.sent - before > 10 * 20_000


def test_a_terminal_that_never_answers_is_asked_once_and_not_waited_for() -> None:
    flow = FlowControl()
    assert [flow.record_sent(5000, at) for at in range(5)] == [True, False, False, False, False]
    assert flow.window(5) == MAX_WINDOW and not flow.is_probing


def test_an_answer_that_is_lost_is_not_waited_for_long() -> None:
    flow = FlowControl()
    assert flow.record_sent(10, 0)
    flow.confirm(0.3)
    while flow.window(1):
        flow.record_sent(PROBE_INTERVAL, 1)
    assert flow.is_probing and 0 < flow.timeout(1) < REPLY_TIMEOUT + 1
    assert flow.window(1 + REPLY_TIMEOUT + flow.timeout(1)) >= MIN_WINDOW


def test_what_was_sent_before_the_first_answer_stops_nothing() -> None:
    flow = FlowControl()
    assert flow.record_sent(10, 0)
    assert not flow.record_sent(90_000, 0.1)
    flow.confirm(0.3)
    assert flow.window(0.3) and flow.record_sent(flow.window(0.3), 0.3)
    assert not flow.window(0.3)


def test_answers_nobody_asked_for_change_nothing() -> None:
    flow = FlowControl()
    flow.confirm(0)
    assert flow.window(0) == MAX_WINDOW and flow.record_sent(10, 0)
